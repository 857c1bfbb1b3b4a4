import { z } from 'zod'
import { AgencyChange, AgencyChangeKind, AgencyChangeRequest, GroupPair } from '../domain/agency-change.ts'
import { AgencyGroupId, AgencyId, AssignmentId, Day, FieldId, MemberId, Moment, TaskId, Version } from '../domain/identifier.ts'
import { call } from './call.ts'

/** What a change makes of the number of shares; every one of them is told in `lines`. */
export const ReassignmentCounts = z.object({
  tasks: z.number().int(),
  moved: z.number().int(),
  joined: z.number().int(),
  waiting: z.number().int(),
  covered: z.number().int(),
  fresh: z.number().int(),
  staying: z.number().int(),
})

const role = z.enum(['lead', 'coordinating'])

/** One share and what becomes of it. */
export const ReassignmentLine = z.object({
  taskId: TaskId,
  content: z.string(),
  year: z.number().int(),
  role,
  agencyId: AgencyId,
  throughGroupId: AgencyGroupId.nullable(),
  outcome: z.enum(['moves', 'joins', 'waits', 'covered', 'stays']),
  /** Who goes on with it: the one that took over, or the holder of what waits. Null for what stays or is covered by a group. */
  toId: AgencyId.nullable(),
})
export type ReassignmentLine = z.infer<typeof ReassignmentLine>

export const AgencyChangePreview = z.object({
  counts: ReassignmentCounts,
  lines: z.array(ReassignmentLine).readonly(),
  /** Pairs of groups that the change will make, as asked or suggested. */
  groupPairs: z.array(GroupPair).readonly(),
  /** Groups that nobody is left in: a person may say which group is asked in their place. */
  emptiedGroupIds: z.array(AgencyGroupId).readonly(),
  /** Members new to a task by way of a group that took over, in all tasks. */
  freshAgencies: z.number().int(),
  /** Bodies that end here are named one by one in these lists too; those that took over are added. */
  follows: z.object({ groups: z.number().int(), members: z.number().int(), fields: z.number().int(), standingAgency: z.boolean() }),
  holderId: AgencyId.nullable(),
})
export type AgencyChangePreview = z.infer<typeof AgencyChangePreview>

/** A body that may go on with a share that waits, and why it is offered. */
export const ReassignmentOffer = z.object({ agencyId: AgencyId, because: z.enum(['in-task', 'successor', 'usual-lead']) })
export type ReassignmentOffer = z.infer<typeof ReassignmentOffer>

export const WaitingShare = z.object({
  assignmentId: AssignmentId,
  version: Version,
  taskId: TaskId,
  content: z.string(),
  year: z.number().int(),
  fieldId: FieldId.nullable(),
  role,
  /** Whose it was. */
  formerId: AgencyId,
  throughGroupId: AgencyGroupId.nullable(),
  since: Day,
  /** Days by which the latest of what it owes is overdue; 0 where nothing is. */
  daysLate: z.number().int().nonnegative(),
  /** The best first; empty where nothing speaks for anybody. */
  offers: z.array(ReassignmentOffer).readonly(),
})
export type WaitingShare = z.infer<typeof WaitingShare>

/** Bodies that ended by the registry while they still hold open shares: a change to be made. */
export const EndedWithWork = z.object({
  kind: AgencyChangeKind,
  effectiveOn: Day,
  fromIds: z.array(AgencyId).readonly(),
  toIds: z.array(AgencyId).readonly(),
  legalBasis: z.string(),
  shares: z.number().int().positive(),
})
export type EndedWithWork = z.infer<typeof EndedWithWork>

/** What happened to one task of a member's portfolio. */
export const PortfolioChange = z.object({
  at: Moment,
  by: z.string(),
  /** `noun.verb` of the command. */
  command: z.string(),
  taskId: TaskId,
  content: z.string(),
  agencyId: AgencyId.nullable(),
})
export type PortfolioChange = z.infer<typeof PortfolioChange>

export const agencyChangeContract = {
  /** What a change would do; nothing is written. */
  'agency-change.preview': call(AgencyChangeRequest, AgencyChangePreview),
  /** Does it: one transaction, one line in the log. */
  'agency-change.make': call(AgencyChangeRequest, z.object({ change: AgencyChange, counts: ReassignmentCounts })),
  /** Changes recorded so far, the latest first. */
  'agency-change.list': call(z.object({}), z.array(AgencyChange).readonly()),
  /** Shares that wait to be given again, and bodies that ended with work in hand. */
  'reassignment.list': call(
    z.object({}),
    z.object({ waiting: z.array(WaitingShare).readonly(), endedWithWork: z.array(EndedWithWork).readonly() }),
  ),
  /** How many shares wait, for the tab's small number. */
  'reassignment.count': call(z.object({}), z.object({ waiting: z.number().int() })),
  /** Gives shares that wait to agencies; null: to nobody, for the reason in `note`. */
  'reassignment.give': call(
    z.object({
      gifts: z.array(z.object({ assignmentId: AssignmentId, version: Version, agencyId: AgencyId.nullable() })).min(1),
      on: Day,
      note: z.string(),
    }),
    z.object({ given: z.number().int(), joined: z.number().int(), dropped: z.number().int() }),
  ),
  /** What changed in a member's portfolio since this person last looked; all of the last 30 days before the first look. */
  'portfolio.changes': call(
    z.object({ memberId: MemberId, year: z.number().int() }),
    z.object({ lookedAt: Moment.nullable(), changes: z.array(PortfolioChange).readonly() }),
  ),
  'portfolio.mark-looked': call(z.object({ memberId: MemberId }), z.object({ lookedAt: Moment })),
}
