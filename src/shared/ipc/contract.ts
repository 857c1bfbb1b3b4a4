import { z } from 'zod'
import type { Result } from '../app-error.ts'
import { agencyChangeContract } from './agency-change-contract.ts'
import { agencyFormContract } from './agency-form-contract.ts'
import { citationContract } from './citation-contract.ts'
import { compareContract } from './compare-contract.ts'
import { carryOverContract } from './carry-over-contract.ts'
import { exchangeContract } from './exchange-contract.ts'
import { givenTaskContract } from './given-task-contract.ts'
import { handOverContract } from './hand-over-contract.ts'
import { mergeContract } from './merge-contract.ts'
import { organisationContract } from './organisation-contract.ts'
import { planContract } from './plan-contract.ts'
import { progressContract } from './progress-contract.ts'
import { programmeContract } from './programme-contract.ts'
import { savedViewContract } from './saved-view-contract.ts'
import { registerPaperContract } from './register-paper-contract.ts'
import { reminderContract } from './reminder-contract.ts'
import { screenContract } from './screen-contract.ts'
import { shelfContract } from './shelf-contract.ts'
import { taskContract } from './task-contract.ts'
import { taskEventContract } from './task-event-contract.ts'
import { urgingContract } from './urging-contract.ts'
import { workspaceContract } from './workspace-contract.ts'

/** The one contract between window and office: channel → input schema, output schema. A channel is added here and nowhere else. */
export const contract = {
  ...workspaceContract,
  ...organisationContract,
  ...agencyChangeContract,
  ...planContract,
  ...taskContract,
  ...carryOverContract,
  ...programmeContract,
  ...progressContract,
  ...givenTaskContract,
  ...agencyFormContract,
  ...taskEventContract,
  ...registerPaperContract,
  ...savedViewContract,
  ...reminderContract,
  ...screenContract,
  ...shelfContract,
  ...urgingContract,
  ...compareContract,
  ...mergeContract,
  ...citationContract,
  ...exchangeContract,
  ...handOverContract,
}

export type Channel = keyof typeof contract
export type Input<C extends Channel> = z.output<(typeof contract)[C]['input']>
/** What the window may send: before defaults and brands are applied. */
export type InputToSend<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>
export type Answer<C extends Channel> = Result<Output<C>>

/** What main tells the window unasked. */
export const events = {
  /** Records changed: the nouns whose queries are stale. */
  'data.changed': z.object({ nouns: z.array(z.string()).readonly(), command: z.string() }),
  /** The program was started with a pack while this window was open: `hand-over.waiting` gives it. */
  'pack.waiting': z.object({}),
  /** The icon beside the clock, or a notice, asks to see what must be acted on today. */
  'reminder.show': z.object({}),
  'job.progress': z.object({ jobId: z.uuid(), done: z.number(), total: z.number().nullable(), step: z.string() }),
}
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
