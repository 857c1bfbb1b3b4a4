import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { coverageOfProgramme, goalsOfPlan, suggestSentences, type PlanGoals, type ProgrammeCoverage } from '#shared/domain/goal-coverage.ts'
import type { GoalId, ProgrammeId } from '#shared/domain/identifier.ts'
import type { Goal, Programme, ProgrammePatch } from '#shared/domain/programme.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { GoalUpdate } from '#shared/ipc/programme-contract.ts'
import { getPlan, listPlans } from '#main/store/repositories/plan.ts'
import {
  getGoal,
  getProgramme,
  insertGoal,
  insertProgramme,
  listGoals,
  listProgrammes,
  listServedGoals,
  removeServedGoal,
  updateGoal,
  updateProgramme,
} from '#main/store/repositories/programme.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { definedOnly } from './office.ts'
import { positionsBetween, positionsFor } from './order.ts'
import { sentencesWithFields } from './task-from-plan.ts'

type Nothing = Record<never, never>

/** All programmes, the newest period first, each with its goals by id. */
export async function summariseProgrammes({ db }: ServiceContext): Promise<Output<'programme.list'>> {
  const goals = Map.groupBy(await listGoals(db, null), (goal) => goal.programmeId)
  return (await listProgrammes(db)).map((programme) => ({ programme, goalIds: (goals.get(programme.id) ?? []).map((goal) => goal.id) }))
}

/** A programme with its goals in order. Throws `record-not-found`. */
export async function describeProgramme({ db }: ServiceContext, { id }: Input<'programme.get'>): Promise<Output<'programme.get'>> {
  return { programme: await getProgramme(db, id), goals: await listGoals(db, id) }
}

/** Throws `bad-input` for a period that ends before it begins. */
export async function createProgramme(context: ServiceContext, actor: Actor, input: Input<'programme.create'>): Promise<Programme> {
  return runCommand(context, actor, { command: 'programme.create', undoable: true }, async (trace) =>
    insertProgramme(trace, { id: context.newId<ProgrammeId>(), ...sound('programme.create', input) }),
  )
}

/** Changes what a programme is called, its period or its documents. Targets of years that fall out of the period are kept. Throws as `createProgramme`. */
export async function changeProgramme(
  context: ServiceContext,
  actor: Actor,
  { id, version, patch }: Input<'programme.update'>,
): Promise<Programme> {
  return runCommand(context, actor, { command: 'programme.update', undoable: true }, async (trace) => {
    const before = await getProgramme(trace.trx, id)
    return updateProgramme(trace, { ...sound('programme.update', { ...before, ...definedOnly(patch) }), id, version })
  })
}

function sound<P extends ProgrammePatch>(channel: string, programme: P): P {
  if (programme.periodFrom > programme.periodTo) throw new AppError('bad-input', { channel, problem: 'periodFrom > periodTo' })
  return programme
}

/** Removes a programme with its goals, and what plans say of them. */
export async function removeProgramme(context: ServiceContext, actor: Actor, { id, version }: Input<'programme.remove'>): Promise<Nothing> {
  return runCommand(context, actor, { command: 'programme.remove', undoable: true }, async (trace) => {
    await takeAway(trace, await listGoals(trace.trx, id))
    await trace.remove('programme', id, version)
    return {}
  })
}

async function takeAway(trace: Trace, goals: readonly Goal[]): Promise<void> {
  const ids = new Set(goals.map((goal) => goal.id))
  for (const served of await listServedGoals(trace.trx, null)) {
    if (ids.has(served.goalId)) await removeServedGoal(trace, served.planId, served.goalId)
  }
  for (const goal of goals) await trace.remove('programme_goal', goal.id)
}

/** New goals in order, behind one of them or at the end: by hand or pasted from a spreadsheet. */
export async function createGoals(context: ServiceContext, actor: Actor, input: Input<'goal.create-many'>): Promise<readonly Goal[]> {
  return runCommand(context, actor, { command: 'goal.create-many', undoable: true }, async (trace) => {
    const { id: programmeId } = await getProgramme(trace.trx, input.programmeId)
    await writeUpdates(trace, input.updates ?? [])
    const goals = await listGoals(trace.trx, programmeId)
    const at = input.afterId === null ? -1 : goals.findIndex((goal) => goal.id === input.afterId)
    const before = at === -1 ? goals.at(-1) : goals[at]
    const after = at === -1 ? undefined : goals[at + 1]
    const positions = positionsBetween(before?.position ?? null, after?.position ?? null, input.goals.length)
    const created: Goal[] = []
    for (const [index, patch] of input.goals.entries()) {
      created.push(
        await insertGoal(trace, {
          id: context.newId<GoalId>(),
          programmeId,
          position: positions[index] ?? '',
          content: patch.content ?? '',
          unit: patch.unit ?? '',
          baseline: patch.baseline ?? '',
          targets: patch.targets ?? {},
          fieldId: patch.fieldId ?? null,
          note: patch.note ?? '',
        }),
      )
    }
    return created
  })
}

/** Edits goals: one command, all or nothing. Throws `record-not-found`, `record-changed-meanwhile`. */
export async function changeGoals(context: ServiceContext, actor: Actor, { updates }: Input<'goal.update-many'>): Promise<readonly Goal[]> {
  return runCommand(context, actor, { command: 'goal.update-many', undoable: true }, async (trace) => writeUpdates(trace, updates))
}

async function writeUpdates(trace: Trace, updates: readonly GoalUpdate[]): Promise<readonly Goal[]> {
  const changed: Goal[] = []
  for (const { id, version, patch } of updates) {
    changed.push(await updateGoal(trace, { ...(await getGoal(trace.trx, id)), ...definedOnly(patch), version }))
  }
  return changed
}

/** Removes goals with what plans say of them. */
export async function removeGoals(context: ServiceContext, actor: Actor, { ids }: Input<'goal.remove-many'>): Promise<Nothing> {
  return runCommand(context, actor, { command: 'goal.remove-many', undoable: true }, async (trace) => {
    const goals: Goal[] = []
    for (const id of new Set(ids)) goals.push(await getGoal(trace.trx, id))
    await takeAway(trace, goals)
    return {}
  })
}

/** Puts goals of one programme behind one of its others, or first. Writes as few rows as can be. */
export async function moveGoals(context: ServiceContext, actor: Actor, { ids, afterId }: Input<'goal.move'>): Promise<readonly Goal[]> {
  return runCommand(context, actor, { command: 'goal.move', undoable: true }, async (trace) => {
    const moved: Goal[] = []
    for (const id of new Set(ids)) moved.push(await getGoal(trace.trx, id))
    const [first] = moved
    if (first === undefined || moved.some((goal) => goal.programmeId !== first.programmeId)) {
      throw new AppError('bad-input', { channel: 'goal.move', problem: 'goals of several programmes' })
    }
    const goals = await listGoals(trace.trx, first.programmeId)
    const still = goals.filter((goal) => !ids.includes(goal.id))
    // A goal that moves itself cannot be the place to move to: the nearest one above that stays is.
    const anchor = afterId === null ? -1 : goals.findIndex((goal) => goal.id === afterId)
    const place = goals.slice(0, anchor + 1).findLast((goal) => !ids.includes(goal.id))
    still.splice(place === undefined ? 0 : still.indexOf(place) + 1, 0, ...moved)
    const positions = positionsFor(
      goals,
      still.map((goal) => goal.id),
    )
    const written: Goal[] = []
    for (const goal of goals) {
      const position = positions.get(goal.id)
      if (position !== undefined) written.push(await updateGoal(trace, { ...goal, position }))
    }
    return written
  })
}

/** Goal by year: which plans serve it. */
export async function readProgrammeCoverage({ db }: ServiceContext, { id }: Input<'programme.coverage'>): Promise<ProgrammeCoverage> {
  const programme = await getProgramme(db, id)
  const served = Map.groupBy(await listServedGoals(db, null), (one) => one.planId)
  const plans = (await listPlans(db)).filter(({ year }) => programme.periodFrom <= year && year <= programme.periodTo)
  const serving = []
  for (const plan of plans) {
    serving.push({
      plan,
      served: served.get(plan.id) ?? [],
      provisionIds: new Set((await listProvisions(db, plan.id)).map((provision) => provision.id)),
      tasks: await listTasks(db, plan.id),
    })
  }
  return coverageOfProgramme({ programme, goals: await listGoals(db, id) }, serving)
}

/** Which goals a plan serves, and what of it serves none. Throws `record-not-found`. */
export async function readPlanGoals({ db }: ServiceContext, { planId }: Input<'goal.of-plan'>): Promise<PlanGoals> {
  return planGoals(db, planId)
}

async function planGoals(db: Readable, planId: Input<'goal.of-plan'>['planId']): Promise<PlanGoals> {
  const goals = Map.groupBy(await listGoals(db, null), (goal) => goal.programmeId)
  const programmes = (await listProgrammes(db)).map((programme) => ({ programme, goals: goals.get(programme.id) ?? [] }))
  return goalsOfPlan(
    await getPlan(db, planId),
    await listProvisions(db, planId),
    await listTasks(db, planId),
    programmes,
    await listServedGoals(db, planId),
  )
}

/** Sentences of the plan that may serve each goal, by the words they share. A person accepts; nothing is linked by itself. */
export async function readGoalSuggestions({ db }: ServiceContext, { planId }: Input<'goal.suggest'>): Promise<Output<'goal.suggest'>> {
  const { programmes } = await planGoals(db, planId)
  const sentences = await sentencesWithFields(db, await listProvisions(db, planId))
  return suggestSentences(
    programmes.flatMap(({ goals }) => goals),
    sentences,
  )
}
