import { z } from 'zod'
import { ChangeId, Moment } from './identifier.ts'
import { Role } from './actor.ts'

/** One item of a change: a record before and after. `null` before = made, `null` after = removed. */
export const ChangeItem = z.object({
  noun: z.string(),
  recordId: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
})
export type ChangeItem = z.infer<typeof ChangeItem>

/** A line of the change log (nhật ký): append-only, hash-chained. */
export const Change = z.object({
  id: ChangeId,
  sequence: z.number().int().positive(),
  at: Moment,
  profileName: z.string(),
  role: Role,
  /** The command's name, `noun.verb`; `shared/text/vi/commands.ts` words it. */
  command: z.string(),
  /** For an undo or redo: the change it takes back. */
  undoes: ChangeId.nullable(),
  /** Why, in the person's own words, where the command asked for it. */
  note: z.string().nullable(),
  items: z.array(ChangeItem).readonly(),
})
export type Change = z.infer<typeof Change>
