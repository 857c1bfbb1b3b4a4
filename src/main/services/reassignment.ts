import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { isActive, type AgencyRegistry } from '#shared/domain/agency.ts'
import { agencyOf, recordedChanges } from '#shared/domain/agency-change.ts'
import type { Assignment } from '#shared/domain/progress.ts'
import { offersFor } from '#shared/domain/reassignment-offers.ts'
import type { EndedWithWork, WaitingShare } from '#shared/ipc/agency-change-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { localDay } from '#shared/language/day.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { countWaiting, listTasksOfAgencies, listTasksWaiting } from '#main/store/repositories/agency-change.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { getAssignment, listAssignments } from '#main/store/repositories/progress.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { endShare, giveShare } from './assignment-making.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { readOpenTasks } from './open-shares.ts'

/** How many shares wait to be given again. */
export async function countReassignments({ db }: ServiceContext): Promise<Output<'reassignment.count'>> {
  return { waiting: await countWaiting(db) }
}

/** Shares that wait, each with who may go on with it; and bodies that ended by the registry while they hold open shares. */
export async function readReassignment({ db, now }: ServiceContext): Promise<Output<'reassignment.list'>> {
  const today = localDay(now())
  const registry = await readAgencyRegistry(db)
  return { waiting: await readWaiting(db, registry, today), endedWithWork: await readEndedWithWork(db, registry, today) }
}

async function readWaiting(db: Readable, registry: AgencyRegistry, today: string): Promise<readonly WaitingShare[]> {
  const leads = new Map((await listFields(db)).map(({ id, usualLeadIds }) => [id, usualLeadIds]))
  const tasks = await readOpenTasks(db, await listTasksWaiting(db), { before: today, today })
  return tasks.flatMap(({ taskId, wording, shares, everyShare, daysLate }) =>
    shares
      .filter(({ waiting }) => waiting)
      .map((share): WaitingShare => {
        const formerId = formerOf(share, everyShare)
        const usualLeadIds = wording.fieldId === null ? [] : (leads.get(wording.fieldId) ?? [])
        return {
          assignmentId: share.id,
          version: share.version,
          taskId,
          content: wording.content,
          year: wording.year,
          fieldId: wording.fieldId,
          role: share.role,
          formerId,
          throughGroupId: share.throughGroupId,
          since: share.asOf,
          daysLate: daysLate.get(share.id) ?? 0,
          offers: [...offersFor(formerId, { shares, usualLeadIds }, registry, today)],
        }
      }),
  )
}

/** Whose a share was before it began to wait, however often its holder changed. */
function formerOf(share: Assignment, shares: readonly Assignment[]): Assignment['agencyId'] {
  const before = shares.find(({ successorId }) => successorId === share.id)
  if (before === undefined) return share.agencyId
  return before.waiting ? formerOf(before, shares) : before.agencyId
}

async function readEndedWithWork(db: Readable, registry: AgencyRegistry, today: string): Promise<readonly EndedWithWork[]> {
  const changes = recordedChanges(registry, today)
  const gone = changes.flatMap(({ fromIds }) => fromIds)
  const tasks = await readOpenTasks(db, await listTasksOfAgencies(db, gone), { before: today, today })
  const open = Map.groupBy(
    tasks.flatMap(({ shares, openIds }) => shares.filter(({ id }) => openIds.has(id))),
    ({ agencyId }) => agencyId,
  )
  return changes.flatMap((change): readonly EndedWithWork[] => {
    const shares = change.fromIds.reduce((sum, id) => sum + (open.get(id)?.length ?? 0), 0)
    const [first] = change.fromIds
    return shares === 0 || first === undefined ? [] : [{ ...change, legalBasis: agencyOf(registry, first).legalBasis ?? '', shares }]
  })
}

/**
 * Gives shares that wait to the agencies a person chose, from a day on; to nobody (null) for a reason. Who has a share in the task already gets it joined, and
 * leads where either led. Throws `share-not-waiting`, `record-changed-meanwhile`, `reassignment-too-early`, `agency-change-in-future`, `agency-not-there`,
 * `reassignment-needs-reason`.
 */
export async function giveWaiting(
  context: ServiceContext,
  actor: Actor,
  { gifts, on, note }: Input<'reassignment.give'>,
): Promise<Output<'reassignment.give'>> {
  const reason = note.trim().normalize('NFC')
  const kind = { command: 'reassignment.give', undoable: true, ...(reason === '' ? {} : { note: reason }) }
  return runCommand(context, actor, kind, async (trace) => {
    const without = gifts.filter(({ agencyId }) => agencyId === null).length
    if (without > 0 && reason === '') throw new AppError('reassignment-needs-reason', { count: without })
    if (on > localDay(context.now())) throw new AppError('agency-change-in-future', { on })
    const registry = await readAgencyRegistry(trace.trx)
    const told = { given: 0, joined: 0, dropped: 0 }
    for (const { assignmentId, version, agencyId } of gifts) {
      const share = { ...(await getAssignment(trace.trx, assignmentId)), version }
      if (!share.waiting || share.endedOn !== null) throw new AppError('share-not-waiting', {})
      if (on < share.asOf) throw new AppError('reassignment-too-early', { on: share.asOf })
      if (agencyId === null) {
        await endShare(trace, share, on, 'reassigned')
        told.dropped += 1
        continue
      }
      const agency = agencyOf(registry, agencyId)
      if (!isActive(agency, on)) throw new AppError('agency-not-there', { name: agency.name, on })
      told[await handOn(context, trace, share, { agencyId, on })] += 1
    }
    return told
  })
}

async function handOn(
  context: ServiceContext,
  trace: Trace,
  share: Assignment,
  { agencyId, on }: { readonly agencyId: Assignment['agencyId']; readonly on: string },
): Promise<'given' | 'joined'> {
  const own = (await listAssignments(trace.trx, [share.taskId])).find(
    (one) => one.agencyId === agencyId && !one.waiting && one.endedOn === null,
  )
  if (own !== undefined && (own.role === 'lead' || share.role === 'coordinating')) {
    await endShare(trace, share, on, 'reassigned', own.id)
    return 'joined'
  }
  const { role, ordinal, taskId } = share
  const given = await giveShare(context, trace, taskId, { role, agencyId, throughGroupId: null, ordinal }, on)
  await endShare(trace, share, on, 'reassigned', given.id)
  if (own !== undefined) await endShare(trace, own, on, 'reassigned', given.id)
  return 'given'
}
