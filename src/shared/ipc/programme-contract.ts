import { z } from 'zod'
import { PlanGoals, ProgrammeCoverage } from '../domain/goal-coverage.ts'
import { GoalId, PlanId, ProgrammeId, ProvisionId, TaskId, Version } from '../domain/identifier.ts'
import { Goal, GoalPatch, Programme, ProgrammePatch } from '../domain/programme.ts'
import { call } from './call.ts'

const nothing = z.object({})
const goals = z.array(Goal).readonly()

/** What of a plan serves a goal: one of its sentences, or a task by its life-long identity. */
export const GoalLink = z.object({
  goalId: GoalId,
  through: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('provision'), id: ProvisionId }),
    z.object({ kind: z.literal('task'), id: TaskId }),
  ]),
})
export type GoalLink = z.infer<typeof GoalLink>

/** New words for a goal that stands. */
export const GoalUpdate = z.object({ id: GoalId, version: Version, patch: GoalPatch })
export type GoalUpdate = z.infer<typeof GoalUpdate>

export const programmeContract = {
  /** The newest period first. */
  'programme.list': call(nothing, z.array(z.object({ programme: Programme, goalIds: z.array(GoalId).readonly() })).readonly()),
  'programme.get': call(z.object({ id: ProgrammeId }), z.object({ programme: Programme, goals })),
  'programme.create': call(ProgrammePatch, Programme),
  'programme.update': call(z.object({ id: ProgrammeId, version: Version, patch: ProgrammePatch.partial() }), Programme),
  /** With its goals and what plans say of them. */
  'programme.remove': call(z.object({ id: ProgrammeId, version: Version }), nothing),
  /** Goal by year: which plans serve it; a goal without one is seen at once. */
  'programme.coverage': call(z.object({ id: ProgrammeId }), ProgrammeCoverage),
  /** Puts new goals, in order, behind `afterId` (null = at the end); a pasted block may write over others (`updates`) in the same command. */
  'goal.create-many': call(
    z.object({
      programmeId: ProgrammeId,
      afterId: GoalId.nullable(),
      goals: z.array(GoalPatch).min(1),
      updates: z.array(GoalUpdate).optional(),
    }),
    goals,
  ),
  'goal.update-many': call(z.object({ updates: z.array(GoalUpdate).min(1) }), goals),
  'goal.remove-many': call(z.object({ ids: z.array(GoalId).min(1) }), nothing),
  /** Puts the goals, in the order given, behind `afterId` (null = first). */
  'goal.move': call(z.object({ ids: z.array(GoalId).min(1), afterId: GoalId.nullable() }), goals),
  /** The goals of the programmes that cover the plan's year, each served or not, and what of the plan serves none. */
  'goal.of-plan': call(z.object({ planId: PlanId }), PlanGoals),
  /** Sentences of the plan that may serve each goal, best first, with a score from 0 to 1. A person accepts. */
  'goal.suggest': call(
    z.object({ planId: PlanId }),
    z
      .array(
        z.object({
          goalId: GoalId,
          suggestions: z.array(z.object({ provisionId: ProvisionId, address: z.string(), text: z.string(), score: z.number() })).readonly(),
        }),
      )
      .readonly(),
  ),
  /** Says that the plan serves the goal as a whole, or serves it no more (with all its links). */
  'goal.serve': call(z.object({ planId: PlanId, goalId: GoalId, served: z.boolean() }), nothing),
  /** Says through what the plan serves goals, or takes that back; one command, all or nothing. */
  'goal.link': call(z.object({ planId: PlanId, links: z.array(GoalLink).min(1), linked: z.boolean() }), nothing),
}
