import { fold } from '../language/fold.ts'
import { saysSame } from '../language/plain-words.ts'
import type { FieldId } from './identifier.ts'
import type { MergeRemark } from './merge-difference.ts'
import type { PaperTable, ReturnedMark, ReturnedPaper, ReturnedRow } from './returned-paper.ts'
import type { AppendixColumnKey } from './task.ts'

/** A row of tasks of the file, its cells told by the plan's own columns. */
export interface ReadRow {
  readonly cells: ReadonlyMap<AppendixColumnKey, string>
  readonly fieldId: FieldId | null
  readonly subgroup: string | null
  readonly marks: readonly ReturnedMark[]
  readonly authors: readonly string[]
  readonly comments: readonly number[]
}

export interface ReadTable {
  /** Which tables of the file it is made of. */
  readonly tables: readonly number[]
  readonly rows: readonly ReadRow[]
  /** Columns whose title differs from the one that left. */
  readonly titles: readonly { readonly key: AppendixColumnKey; readonly sent: string; readonly title: string }[]
  readonly remarks: readonly MergeRemark[]
}

interface Placed {
  readonly key: AppendixColumnKey
  /** Grid column and ordinal of its header's cell. */
  readonly column: number
  readonly ordinal: number
}

/** Reads tables of the file as an appendix of the plan: its columns by their titles, rows of fields and subgroups apart. */
export function readTable(known: PaperTable, theirs: ReturnedPaper, tables: readonly number[]): ReadTable {
  const rows = tables.flatMap((index) => theirs.tables[index]?.rows ?? [])
  const headerAt = rows.slice(0, 4).findIndex((row) => titlesIn(row, known) >= Math.min(2, known.columns.length))
  const header = rows[headerAt]
  const columns = columnsOf(known, header)
  const ids = new Set<string>(known.rows.map(({ id }) => id))
  const remarks: MergeRemark[] = []
  const read: ReadRow[] = []
  let fieldId: FieldId | null = null
  let subgroup: string | null = null
  rows.forEach((row, index) => {
    if (index <= headerAt || isFurniture(row, header)) return
    const filled = row.cells.filter(({ text }) => text !== '')
    const isTask = row.marks.some(({ id }) => ids.has(id)) || (row.cells.length > 2 && filled.length > 1 && !isTitleRow(row, known))
    if (isTask) {
      const cells = new Map(columns.flatMap((place) => (place === null ? [] : [[place.key, textAt(row, place, header)] as const])))
      read.push({ cells, fieldId, subgroup, marks: row.marks, authors: row.authors, comments: row.comments })
      return
    }
    const title = filled.at(-1)?.text ?? ''
    const field = fieldOf(row, title, known)
    if (field === undefined) {
      // A heading of the fields' kind that is none of theirs: the list of fields is the office's own, not this paper's.
      if (/^[IVXLC]+$/u.test(filled[0]?.text ?? '') || /^[IVXLC]+\s*[.)]\s/u.test(title)) {
        remarks.push({ code: 'field-renamed', text: title })
        fieldId = null
        subgroup = null
      } else subgroup = title
      return
    }
    fieldId = field.id
    subgroup = null
    if (!saysSame(fold(bareTitle(title)), fold(field.name))) remarks.push({ code: 'field-renamed', text: title })
  })
  const missing = known.columns.filter((_, index) => columns[index] === null)
  remarks.push(...missing.map(({ title }): MergeRemark => ({ code: 'column-missing', text: title })))
  remarks.push(...extraColumns(header, columns).map((text): MergeRemark => ({ code: 'column-added', text })))
  return { tables, rows: read, titles: header === undefined ? [] : changedTitles(known, columns, header), remarks }
}

function titlesIn({ cells }: ReturnedRow, { columns }: PaperTable): number {
  const titles = new Set(columns.map(({ title }) => fold(title)))
  return cells.filter(({ text }) => titles.has(fold(text))).length
}

/** Each column of the plan in the file: by its title, the others by their place among those left. */
function columnsOf({ columns }: PaperTable, header: ReturnedRow | undefined): readonly (Placed | null)[] {
  if (header === undefined) return columns.map(({ key }, index) => ({ key, column: index, ordinal: index }))
  const free = header.cells.map((cell, ordinal) => ({ ...cell, ordinal }))
  const take = (at: number): { column: number; ordinal: number } | null => {
    const [cell] = at < 0 ? [] : free.splice(at, 1)
    return cell === undefined ? null : { column: cell.column, ordinal: cell.ordinal }
  }
  const named = columns.map(({ key, title }) => {
    const cell = take(free.findIndex(({ text }) => fold(text) === fold(title)))
    return cell === null ? null : { key, ...cell }
  })
  // Titles that were changed keep their order among each other.
  const unnamed = named.filter((one) => one === null).length
  if (unnamed !== free.length) return named
  return named.map((one, index) => {
    const key = columns[index]?.key
    if (one !== null || key === undefined) return one
    const cell = take(0)
    return cell === null ? null : { key, ...cell }
  })
}

/** A row of as many cells as the header has the same columns; another one is told by the edges of its cells. */
function textAt({ cells }: ReturnedRow, { column, ordinal }: Placed, header: ReturnedRow | undefined): string {
  if (header !== undefined && cells.length === header.cells.length) return cells[ordinal]?.text ?? ''
  return cells.find((cell) => column >= cell.column && column < cell.column + cell.span)?.text ?? ''
}

/** Repeated headers, rows of column numbers, empty rows. */
function isFurniture({ cells }: ReturnedRow, header: ReturnedRow | undefined): boolean {
  if (cells.every(({ text }) => text === '')) return true
  const repeats =
    header !== undefined &&
    cells.length === header.cells.length &&
    cells.every(({ text }, index) => {
      const title = header.cells[index]?.text ?? ''
      return text === title || (Math.abs(text.length - title.length) < 3 && fold(text) === fold(title))
    })
  return repeats || (cells.length > 2 && cells.every(({ text }) => /^\(?\d{1,2}\)?$/.test(text)))
}

function bareTitle(title: string): string {
  return title.replace(/^(?:[IVXLC]+|\d+)\s*[.)]\s*/u, '')
}

/** A number and a title in a row of full cells: the field's row after somebody took its merged cell apart. */
function isTitleRow({ cells, marks }: ReturnedRow, { fields }: PaperTable): boolean {
  if (marks.some(({ id }) => fields.some((field) => field.id === id))) return true
  const filled = cells.filter(({ text }) => text !== '')
  return filled.length <= 2 && filled.some(({ text }) => fields.some(({ name }) => fold(name) === fold(bareTitle(text))))
}

function fieldOf({ marks }: ReturnedRow, title: string, { fields }: PaperTable): PaperTable['fields'][number] | undefined {
  return (
    fields.find(({ id }) => id !== null && marks.some((mark) => mark.id === id)) ??
    fields.find(({ name }) => fold(name) === fold(bareTitle(title)))
  )
}

function changedTitles(known: PaperTable, columns: readonly (Placed | null)[], header: ReturnedRow): ReadTable['titles'] {
  return known.columns.flatMap(({ key, title: sent }, index) => {
    const place = columns[index]
    const title = place === null || place === undefined ? undefined : header.cells[place.ordinal]?.text
    return title === undefined || title === '' || saysSame(title, sent) ? [] : [{ key, sent, title }]
  })
}

function extraColumns(header: ReturnedRow | undefined, columns: readonly (Placed | null)[]): readonly string[] {
  const used = new Set(columns.flatMap((place) => (place === null ? [] : [place.ordinal])))
  return (header?.cells ?? []).flatMap(({ text }, ordinal) => (used.has(ordinal) || text === '' ? [] : [text]))
}
