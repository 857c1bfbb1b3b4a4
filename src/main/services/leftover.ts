import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { PreviousPlan } from '#shared/ipc/carry-over-contract.ts'
import { decideLeftover, findPreviousPlanId, insertStoredLeftover, listStoredLeftovers } from '#main/store/repositories/carry-over.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import type { Readable } from '#main/store/schema.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { findLeftoversOf } from './leftover-source.ts'
import { editablePlan } from './plan-guard.ts'

/** The plan that a plan was made from, by what a screen shows of it; null for one that was made otherwise. */
export async function readPrevious(db: Readable, planId: PlanId): Promise<PreviousPlan | null> {
  const previousId = await findPreviousPlanId(db, planId)
  if (previousId === null) return null
  const { id, year, subject, number, symbol, issuedOn } = await getPlan(db, previousId)
  return { id, year, subject, number, symbol, issuedOn }
}

/**
 * The list that was fixed when the plan was made, each ticked when its words are gone, and behind it what came in since. A plan made otherwise has
 * only what its own records say now. Throws `record-not-found`.
 */
export async function readLeftovers({ db }: ServiceContext, { planId }: Input<'leftover.list'>): Promise<Output<'leftover.list'>> {
  return { previous: await readPrevious(db, planId), items: await listLeftovers(db, await getPlan(db, planId)) }
}

/** The same for a check inside a command. */
export async function listLeftovers(db: Readable, plan: Plan): Promise<readonly ListedLeftover[]> {
  const found = new Map((await findLeftoversOf(db, plan)).map((leftover) => [leftover.key, leftover]))
  const stored = await listStoredLeftovers(db, plan.id)
  const known = new Set(stored.map(({ leftover }) => leftover.key))
  return [
    ...stored.map(({ leftover, kept, reason }): ListedLeftover => {
      const now = found.get(leftover.key)
      return {
        // Its place and its offers as they are now; of one that is settled what it was.
        leftover: now ?? leftover,
        state: now === undefined ? 'done' : kept ? 'kept' : 'open',
        reason,
        late: false,
      }
    }),
    ...[...found.values()]
      .filter(({ key }) => !known.has(key))
      .map((leftover): ListedLeftover => ({ leftover, state: 'open', reason: null, late: true })),
  ]
}

/** Leftovers that nobody settled or kept, as an issue looks at them. A plan that was made from no other has none. */
export async function openLeftovers(db: Readable, plan: Plan): Promise<readonly Leftover[]> {
  if ((await findPreviousPlanId(db, plan.id)) === null) return []
  return (await listLeftovers(db, plan)).filter(({ state }) => state === 'open').map(({ leftover }) => leftover)
}

/** Keeps leftovers as they are. Throws `reason-missing` for a red one without a reason, `plan-not-editable`, `record-not-found`. */
export async function keepLeftovers(
  context: ServiceContext,
  actor: Actor,
  { planId, keys, reason }: Input<'leftover.keep'>,
): Promise<Record<never, never>> {
  const said = reason.trim().normalize('NFC')
  const kind = { command: 'leftover.keep', undoable: true, ...(said !== '' && { note: said }) }
  return runCommand(context, actor, kind, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const found = new Map((await findLeftoversOf(trace.trx, plan)).map((leftover) => [leftover.key, leftover]))
    const wanted = [...new Set(keys)].map((key) => found.get(key) ?? missing(key))
    const red = wanted.filter(({ severity }) => severity === 'red').length
    if (red > 0 && said === '') throw new AppError('reason-missing', { count: red })
    const stored = await listStoredLeftovers(trace.trx, planId)
    let position = stored.length
    for (const leftover of wanted) {
      const listed = stored.find((one) => one.leftover.key === leftover.key)
      if (listed !== undefined) await decideLeftover(trace, listed.id, true, said === '' ? null : said)
      else {
        await insertStoredLeftover(
          trace,
          { id: context.newId(), planId, leftover, kept: true, reason: said === '' ? null : said },
          position,
        )
        position += 1
      }
    }
    return {}
  })
}

function missing(key: string): never {
  throw new AppError('record-not-found', { noun: 'leftover', id: key })
}

/** Takes the decision to keep leftovers back. Throws `plan-not-editable`. */
export async function reopenLeftovers(
  context: ServiceContext,
  actor: Actor,
  { planId, keys }: Input<'leftover.reopen'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'leftover.reopen', undoable: true }, async (trace) => {
    await editablePlan(trace.trx, planId)
    for (const stored of await listStoredLeftovers(trace.trx, planId)) {
      if (keys.includes(stored.leftover.key)) await decideLeftover(trace, stored.id, false, null)
    }
    return {}
  })
}
