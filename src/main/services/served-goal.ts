import type { Actor } from '#shared/domain/actor.ts'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import {
  getGoal,
  listGoals,
  listProgrammes,
  listServedGoals,
  removeServedGoal,
  writeServedGoal,
} from '#main/store/repositories/programme.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

type Nothing = Record<never, never>

/**
 * Says that a plan serves a goal, or serves it no more. What a plan serves is no part of its paper: it may be said of an issued plan too.
 * Throws `record-not-found`.
 */
export async function serveGoal(context: ServiceContext, actor: Actor, { planId, goalId, served }: Input<'goal.serve'>): Promise<Nothing> {
  return runCommand(context, actor, { command: 'goal.serve', undoable: true }, async (trace) => {
    await getPlan(trace.trx, planId)
    await getGoal(trace.trx, goalId)
    const known = (await listServedGoals(trace.trx, planId)).some((one) => one.goalId === goalId)
    if (served && !known) await writeServedGoal(trace, { planId, goalId, provisionIds: [], taskIds: [] })
    if (!served && known) await removeServedGoal(trace, planId, goalId)
    return {}
  })
}

/**
 * Says through which sentences and tasks a plan serves goals, or takes that back. A goal that is given its first link is served by that; one that
 * loses its last link stays served: whether it is, a person says.
 */
export async function linkGoals(context: ServiceContext, actor: Actor, { planId, links, linked }: Input<'goal.link'>): Promise<Nothing> {
  return runCommand(context, actor, { command: 'goal.link', undoable: true }, async (trace) => {
    await getPlan(trace.trx, planId)
    const served = new Map((await listServedGoals(trace.trx, planId)).map((one) => [one.goalId, one]))
    for (const [goalId, ofGoal] of Map.groupBy(links, (link) => link.goalId)) {
      await getGoal(trace.trx, goalId)
      const before = served.get(goalId)
      if (before === undefined && !linked) continue
      const provisions = ofGoal.flatMap(({ through }) => (through.kind === 'provision' ? [through.id] : []))
      const tasks = ofGoal.flatMap(({ through }) => (through.kind === 'task' ? [through.id] : []))
      await writeServedGoal(trace, {
        planId,
        goalId,
        provisionIds: withOrWithout(before?.provisionIds ?? [], provisions, linked),
        taskIds: withOrWithout(before?.taskIds ?? [], tasks, linked),
      })
    }
    return {}
  })
}

function withOrWithout<Id>(before: readonly Id[], named: readonly Id[], linked: boolean): readonly Id[] {
  return linked ? [...new Set([...before, ...named])] : before.filter((id) => !named.includes(id))
}

/** After sentences went: a link to one whose words were joined into another follows them. `heirs`: gone sentence → heir, null when it has none. */
export async function followHeirs(trace: Trace, planId: PlanId, heirs: ReadonlyMap<ProvisionId, ProvisionId | null>): Promise<void> {
  for (const served of await listServedGoals(trace.trx, planId)) {
    if (!served.provisionIds.some((id) => (heirs.get(id) ?? null) !== null)) continue
    await writeServedGoal(trace, { ...served, provisionIds: [...new Set(served.provisionIds.map((id) => heirs.get(id) ?? id))] })
  }
}

/**
 * A plan made from another one (an amendment, next year) serves the same goals, as far as their programmes cover its year. `provisionIds`: old
 * sentence → new one; a sentence that did not come along is left out. Tasks are the same tasks.
 */
export async function copyServedGoals(
  trace: Trace,
  from: PlanId,
  to: Pick<Plan, 'id' | 'year'>,
  provisionIds: ReadonlyMap<ProvisionId, ProvisionId>,
): Promise<void> {
  const served = await listServedGoals(trace.trx, from)
  if (served.length === 0) return
  const covering = (await listProgrammes(trace.trx)).filter(({ periodFrom, periodTo }) => periodFrom <= to.year && to.year <= periodTo)
  const programmeIds = new Set(covering.map((programme) => programme.id))
  const goals = new Set((await listGoals(trace.trx, null)).flatMap((goal) => (programmeIds.has(goal.programmeId) ? [goal.id] : [])))
  for (const one of served) {
    if (!goals.has(one.goalId)) continue
    await writeServedGoal(trace, {
      planId: to.id,
      goalId: one.goalId,
      provisionIds: one.provisionIds.flatMap((id) => provisionIds.get(id) ?? []),
      taskIds: one.taskIds,
    })
  }
}

/** A plan that goes takes along what it says of goals. */
export async function removeServedGoals(trace: Trace, planId: PlanId): Promise<void> {
  for (const served of await listServedGoals(trace.trx, planId)) await removeServedGoal(trace, planId, served.goalId)
}
