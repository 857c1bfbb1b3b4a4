import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { partyWords, type AgencyRegistry } from '#shared/domain/agency.ts'
import {
  carryQuestion,
  sameRow,
  sameSentence,
  type CarriedFrom,
  type CarriedSentence,
  type CarriedTask,
} from '#shared/domain/carry-over.ts'
import type { PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { outcomes } from '#shared/domain/carry-outcome.ts'
import type { Provision } from '#shared/domain/provision.ts'
import type { Task } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import {
  insertCarriedFrom,
  listCarriedFrom,
  listClosures,
  listPastWordings,
  markSeen,
  renewTask,
} from '#main/store/repositories/carry-over.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { getTask, insertTask, listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { readPrevious } from './leftover.ts'
import { positionsBetween } from './order.ts'
import { editablePlan } from './plan-guard.ts'

/**
 * What became of every sentence and row of the plan that a plan was made from, in the order of the paper, what was dropped at its old place.
 * Empty lists for a plan that was made otherwise. Throws `record-not-found`.
 */
export async function readCarryOver({ db }: ServiceContext, { planId }: Input<'carry-over.list'>): Promise<Output<'carry-over.list'>> {
  const previous = await readPrevious(db, planId)
  if (previous === null) return { previous, sentences: [], tasks: [] }
  const links = await listCarriedFrom(db, planId)
  return { previous, sentences: await sentencesOf(db, planId, previous.id, links), tasks: await tasksOf(db, planId, previous.id, links) }
}

async function sentencesOf(
  db: Readable,
  planId: PlanId,
  previousId: PlanId,
  links: readonly CarriedFrom[],
): Promise<readonly CarriedSentence[]> {
  const [now, old] = [await listProvisions(db, planId), await listProvisions(db, previousId)]
  const [nowAddress, oldAddress] = [addressOf(now), addressOf(old)]
  return outcomes(now, old, links, sameSentence).map(({ verdict, record, from, seen }) => {
    const [shown, address] = record === null ? [from, oldAddress] : [record, nowAddress]
    if (shown === null) throw new Error('an outcome of nothing')
    return {
      verdict,
      provisionId: record?.id ?? null,
      fromId: from?.id ?? null,
      kind: shown.kind,
      address: address.get(shown.id) ?? '',
      before: from === null ? '' : plainText(from.content),
      after: record === null ? '' : plainText(record.content),
      seen,
    }
  })
}

function addressOf(list: readonly Provision[]): ReadonlyMap<string, string> {
  const numbers = numberProvisions(list)
  return new Map(list.map(({ id }, index) => [id, numbers[index]?.address ?? '']))
}

async function tasksOf(db: Readable, planId: PlanId, previousId: PlanId, links: readonly CarriedFrom[]): Promise<readonly CarriedTask[]> {
  const [now, old] = [await listTasks(db, planId), await listTasks(db, previousId)]
  const { year } = await getPlan(db, planId)
  const registry = await readAgencyRegistry(db)
  const closures = new Map([...(await listClosures(db, previousId)), ...(await listClosures(db, planId))].map((one) => [one.taskId, one]))
  const past = Map.groupBy(await listPastWordings(db, planId, previousId), ({ taskId }) => taskId)
  return outcomes(now, old, links, sameRow).map(({ verdict, record, from, seen }) => {
    const shown = record ?? from
    if (shown === null) throw new Error('an outcome of nothing')
    // What the row asks is asked of the old task: that is what is carried over or left behind.
    const asked = from ?? shown
    const closure = closures.get(asked.taskId) ?? null
    return {
      verdict,
      question: carryQuestion(asked, closure, year),
      wordingId: record?.id ?? null,
      fromId: from?.id ?? null,
      taskId: shown.taskId,
      content: shown.content,
      product: shown.product,
      deadline: shown.deadline.phrase,
      leads: leadsOf(shown, registry),
      closure,
      sameTask: record !== null && from !== null && record.taskId === from.taskId,
      history: (past.get(asked.taskId) ?? []).map((wording) => ({
        planId: wording.planId,
        year: wording.year,
        content: wording.content,
        deadline: wording.deadline,
      })),
      seen,
    }
  })
}

function leadsOf(task: Task, registry: AgencyRegistry): string {
  return task.leads.map((party) => partyWords(party, registry)).join('; ')
}

/** "Giữ, đã xem": the records carried from an older plan that a person looked at. Throws `plan-not-editable`. */
export async function markCarriedSeen(
  context: ServiceContext,
  actor: Actor,
  { planId, recordIds, seen }: Input<'carry-over.mark-seen'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'carry-over.mark-seen', undoable: true }, async (trace) => {
    await editablePlan(trace.trx, planId)
    const wanted = new Set(recordIds)
    for (const link of await listCarriedFrom(trace.trx, planId)) if (wanted.has(link.recordId)) await markSeen(trace, link.id, seen)
    return {}
  })
}

/**
 * Puts dropped rows of the old plan back, as the same tasks, at the end of the appendix that theirs was carried into. Throws `plan-not-editable`,
 * `record-not-found` (also where the new plan has no appendix).
 */
export async function bringBackTasks(
  context: ServiceContext,
  actor: Actor,
  { planId, fromIds }: Input<'carry-over.bring-back'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'carry-over.bring-back', undoable: true }, async (trace) => {
    await editablePlan(trace.trx, planId)
    const links = await listCarriedFrom(trace.trx, planId)
    const appendices = await listAppendices(trace.trx, planId)
    const sentences = new Map(
      links.filter(({ noun }) => noun === 'provision').map(({ fromId, recordId }) => [fromId, recordId as ProvisionId]),
    )
    const living = new Set((await listProvisions(trace.trx, planId)).map(({ id }) => id as string))
    for (const fromId of new Set(fromIds)) {
      const old = await getTask(trace.trx, fromId)
      const carriedInto = links.find((link) => link.noun === 'appendix' && link.fromId === old.appendixId)?.recordId
      const appendix = appendices.find(({ id }) => id === carriedInto) ?? appendices[0]
      if (appendix === undefined) throw new AppError('record-not-found', { noun: 'appendix', id: carriedInto ?? '' })
      const last = (await listTasks(trace.trx, planId)).findLast((task) => task.appendixId === appendix.id)
      const id = context.newId<TaskWordingId>()
      await insertTask(trace, {
        ...old,
        id,
        planId,
        appendixId: appendix.id,
        position: positionsBetween(last?.position ?? null, null, 1)[0] ?? '',
        provisionIds: old.provisionIds.flatMap((source) => {
          const copy = sentences.get(source)
          return copy !== undefined && living.has(copy) ? [copy] : []
        }),
      })
      await insertCarriedFrom(trace, { planId, noun: 'task', recordId: id, fromId })
    }
    return {}
  })
}

/** Makes rows tasks of their own, so that what was done and closed in older years is not said of them. Throws `plan-not-editable`, `record-not-found`. */
export async function renewTasks(context: ServiceContext, actor: Actor, { ids }: Input<'carry-over.renew'>): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'carry-over.renew', undoable: true }, async (trace) => {
    for (const id of new Set(ids)) {
      const task = await getTask(trace.trx, id)
      await editablePlan(trace.trx, task.planId)
      await renewTask(trace, id, context.newId<TaskId>())
    }
    return {}
  })
}
