import { z } from 'zod'
import { AppendixId, Day, FootnoteId, ProvisionId, TaskWordingId } from './identifier.ts'
import { PartyReference } from './inline.ts'
import { ProvisionKind } from './provision.ts'

/**
 * What can be left of an old plan in one that was made from it:
 * - `year` the old year in the subject, an appendix's title, the text or a footnote · `date` a day, month or quarter of it there
 * - `task-year` the old year in a task's words · `deadline` in its deadline
 * - `agency` a body or group that is not active on the new plan's day, named in the text, a task or the recipients
 * - `citation` a cited document, whose validity is to be looked at · `own-number` the old plan's own number
 * - `finished-task` a task that was closed · `signer` the signer is the old plan's
 */
export const LeftoverKind = z.enum(['year', 'date', 'task-year', 'deadline', 'agency', 'finished-task', 'own-number', 'signer', 'citation'])
export type LeftoverKind = z.infer<typeof LeftoverKind>

/** `red` stops the issue until it is settled or kept with a reason; `amber` advises. */
export const LeftoverSeverity = z.enum(['red', 'amber'])
export type LeftoverSeverity = z.infer<typeof LeftoverSeverity>

const stretch = { start: z.number().int().nonnegative(), length: z.number().int().nonnegative() }

/** Where it stands; offsets are UTF-16 units of that place's plain text. */
export const LeftoverPlace = z.discriminatedUnion('where', [
  z.object({ where: z.literal('subject'), ...stretch }),
  z.object({ where: z.literal('provision'), provisionId: ProvisionId, kind: ProvisionKind, footnoteId: FootnoteId.nullable(), ...stretch }),
  z.object({ where: z.literal('appendix-title'), appendixId: AppendixId, ...stretch }),
  /** `column` is `task`, `product`, `deadline`, `lead`, `coordinating` or an `extra:…`; of `lead` and `coordinating` `start` is the party's ordinal. */
  z.object({ where: z.literal('task'), taskId: TaskWordingId, column: z.string(), ...stretch }),
  z.object({ where: z.literal('recipient'), ordinal: z.number().int().nonnegative(), ...stretch }),
  z.object({ where: z.literal('signer') }),
])
export type LeftoverPlace = z.infer<typeof LeftoverPlace>

/** What one click puts in its place. */
export const LeftoverOffer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.string().min(1) }),
  /** A body that took over: its name, and the mark or the party that points to it. */
  z.object({ kind: z.literal('party'), words: z.string().min(1), party: PartyReference }),
  /** Takes the row out of the appendix. */
  z.object({ kind: z.literal('drop-task') }),
  /** Makes the row a task of its own: done again from its beginning this year. */
  z.object({ kind: z.literal('renew-task') }),
])
export type LeftoverOffer = z.infer<typeof LeftoverOffer>

/** Why it is one; `shared/text/vi/carry-over.ts` makes the sentence. */
export const LeftoverReason = z.discriminatedUnion('why', [
  z.object({ why: z.literal('old-year'), oldYear: z.number(), newYear: z.number() }),
  /** The year may belong to the title of a document cited just before. */
  z.object({ why: z.literal('cited-title'), oldYear: z.number() }),
  z.object({ why: z.literal('period-ends'), oldYear: z.number(), newYear: z.number() }),
  z.object({ why: z.literal('agency-gone'), name: z.string(), on: Day, last: Day.nullable(), successors: z.array(z.string()).readonly() }),
  z.object({ why: z.literal('agency-not-yet'), name: z.string(), on: Day, first: Day }),
  z.object({ why: z.literal('check-citation'), times: z.number() }),
  z.object({ why: z.literal('citation-lapsed'), how: z.enum(['expired', 'replaced']), by: z.string().nullable() }),
  z.object({ why: z.literal('own-number'), oldYear: z.number() }),
  z.object({ why: z.literal('same-signer') }),
  z.object({ why: z.literal('task-closed'), on: Day, note: z.string() }),
])
export type LeftoverReason = z.infer<typeof LeftoverReason>

/** One thing to settle. It is the same one for as long as its key stands in what `findLeftovers` gives. */
export const Leftover = z.object({
  key: z.string().min(1),
  kind: LeftoverKind,
  severity: LeftoverSeverity,
  reason: LeftoverReason,
  /** Where it stands, the first place first: a document cited three times is one thing with three places. */
  places: z.array(LeftoverPlace).min(1).readonly(),
  /** "II.3.6", "1/II.2" of a task by STT and field: computed, empty where there is none. */
  address: z.string(),
  /** The words at the first place with what stands round them. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** Replacements, the likeliest first; `sure` when the first may be taken without choosing. */
  offers: z.array(LeftoverOffer).readonly(),
  sure: z.boolean(),
})
export type Leftover = z.infer<typeof Leftover>
