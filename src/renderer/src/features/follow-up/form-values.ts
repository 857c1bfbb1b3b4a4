import type { Day } from '#shared/domain/identifier.ts'
import type { BasisDocument } from '#shared/domain/progress.ts'
import type { ChosenFile } from '#shared/ipc/progress-contract.ts'
import { readDay } from '../../lib/dates.ts'

/** A document as it is typed; its day as text. */
export interface TypedDocument {
  readonly symbol: string
  readonly day: string
  readonly issuer: string
  readonly title: string
  readonly file: ChosenFile | null
}

export const emptyDocument: TypedDocument = { symbol: '', day: '', issuer: '', title: '', file: null }

/** Nothing was typed and no file chosen: such a line is left out. */
export function isEmpty({ symbol, day, title, file }: TypedDocument): boolean {
  return symbol.trim() === '' && day.trim() === '' && title.trim() === '' && file === null
}

/** The day of a box, or null where it is empty or not a day. */
export function dayOf(text: string): Day | null {
  return readDay(text.trim())
}

/** What stands in a box of days is neither empty nor a day. */
export function isWrongDay(text: string): boolean {
  return text.trim() !== '' && dayOf(text) === null
}

/** The document without its file, as the office keeps it. */
export function basisOf({ symbol, day, issuer, title }: TypedDocument): BasisDocument {
  return { symbol, issuedOn: dayOf(day), issuer, title }
}

/** A file chosen for a document without a title lends it its name. */
export function named(value: TypedDocument, file: ChosenFile | null): TypedDocument {
  const lends = file !== null && value.title.trim() === ''
  return { ...value, file, title: lends ? file.name.replace(/\.[^.]*$/, '') : value.title }
}
