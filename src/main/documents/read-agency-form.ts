import {
  formColumns,
  idColumns,
  inputColumns,
  type FormCell,
  type FormColumn,
  type FormNote,
  type FormProblem,
  type InputColumn,
} from '#shared/domain/agency-form.ts'
import { fold } from '#shared/language/fold.ts'
import { formColumnNames } from '#shared/text/vi/agency-form.ts'
import { openPackage } from './open-package.ts'
import { COLUMN_MARK } from './write-agency-form.ts'
import { sheetsOfXlsx, type CellValue, type Place, type XlsxSheet } from './xlsx-cells.ts'

/** A row of a returned form, before anybody asked whose it is. */
export interface ReadFormRow {
  /** Its number on the sheet, from 1. */
  readonly row: number
  readonly hidden: boolean
  readonly cells: { readonly [Column in FormColumn]?: FormCell }
}

/** A returned form as its file says: nothing in it is believed yet. */
export interface ReadForm {
  readonly rows: readonly ReadFormRow[]
  /** Letters of the columns as they stand now. */
  readonly letters: { readonly [Column in FormColumn]?: string }
  readonly problems: readonly FormProblem[]
  readonly notes: readonly FormNote[]
}

/** As many rows as no office's form comes near. */
const MOST_FORM_ROWS = 5000
/** So many heads must be there for a row to be the heads of a form. */
const FEWEST_HEADS = 8

const inputs = new Set<FormColumn>(inputColumns)
const mustNotMerge = new Set<FormColumn>([...inputColumns, ...idColumns, 'content'])

/**
 * Reads the file of a form that came back: finds the columns by the hidden marks (or by their heads), wherever they stand now, and gives each row's cells with
 * their places. What a person must mend (a column that is gone, merged cells) and what was merely found elsewhere is told cell by cell.
 * Throws what `openPackage` throws.
 */
export function readAgencyForm({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): ReadForm {
  const { sheets } = sheetsOfXlsx(openPackage(bytes, file, 'xlsx'))
  for (const sheet of sheets) {
    const found = findColumns(sheet)
    if (found !== null) return readRows(sheet, found)
  }
  return { rows: [], letters: {}, problems: [{ at: null, code: 'not-a-form', says: '' }], notes: [] }
}

interface FoundColumns {
  /** Row of the heads, from 0; the data stands below. */
  readonly headRow: number
  /** Columns of the sheet by name, in the order of the form; more than one where a column was copied. */
  readonly columns: ReadonlyMap<FormColumn, readonly number[]>
  readonly strange: readonly (CellValue & Place)[]
}

const isMark = ({ text }: CellValue): boolean => text.startsWith(COLUMN_MARK)
/** The column that a head names, or that a hidden mark does. */
const named = ({ text }: CellValue): FormColumn | null => formColumns.find((column) => fold(formColumnNames[column]) === fold(text)) ?? null
const marked = ({ text }: CellValue): FormColumn | null => formColumns.find((column) => text === `${COLUMN_MARK}${column}`) ?? null

function findColumns(sheet: XlsxSheet): FoundColumns | null {
  const rows = Map.groupBy(sheet.cells, ({ row }) => row)
  const collect = (row: number, headRow: number, nameOf: typeof named): FoundColumns => {
    const found = new Map<FormColumn, number[]>()
    for (const cell of rows.get(row) ?? []) {
      const column = nameOf(cell)
      if (column !== null) found.set(column, [...(found.get(column) ?? []), cell.column])
    }
    const known = new Set([...found.values()].flat())
    return { headRow, columns: found, strange: (rows.get(headRow) ?? []).filter(({ column }) => !known.has(column)) }
  }
  const markRow = [...rows].find(([, cells]) => cells.filter(isMark).length >= FEWEST_HEADS)?.[0]
  if (markRow !== undefined) return collect(markRow, markRow + 1, marked)
  const headRow = [...rows].find(([, cells]) => cells.filter((cell) => named(cell) !== null).length >= FEWEST_HEADS)?.[0]
  return headRow === undefined ? null : collect(headRow, headRow, named)
}

function readRows(sheet: XlsxSheet, { headRow, columns, strange }: FoundColumns): ReadForm {
  const problems: FormProblem[] = []
  const notes: FormNote[] = []
  const head = (column: number): string => addressOf({ row: headRow, column })
  for (const [index, column] of formColumns.entries()) {
    const places = columns.get(column) ?? []
    if (places.length === 0) problems.push({ at: head(index), code: 'column-missing', says: formColumnNames[column] })
    for (const copy of places.slice(1)) problems.push({ at: head(copy), code: 'column-twice', says: formColumnNames[column] })
  }
  const placeOf = new Map([...columns].flatMap(([column, [first]]) => (first === undefined ? [] : [[column, first] as const])))
  for (const column of movedColumns(placeOf))
    notes.push({ at: head(placeOf.get(column) ?? 0), code: 'column-moved', says: formColumnNames[column] })
  for (const column of inputColumns) {
    const place = placeOf.get(column)
    if (place !== undefined && sheet.hiddenColumns.has(place))
      notes.push({ at: head(place), code: 'column-hidden', says: formColumnNames[column] })
  }
  for (const { column, text } of strange) notes.push({ at: head(column), code: 'column-added', says: text })
  problems.push(...mergedCells(sheet, headRow, placeOf))
  const byRow = Map.groupBy(
    sheet.cells.filter(({ row }) => row > headRow),
    ({ row }) => row,
  )
  const columnAt = new Map([...placeOf].map(([column, place]) => [place, column]))
  const rows: ReadFormRow[] = []
  for (const [row, cells] of [...byRow].toSorted(([one], [other]) => one - other).slice(0, MOST_FORM_ROWS)) {
    const known: Partial<Record<FormColumn, FormCell>> = {}
    for (const { column, text, meaning } of cells) {
      const name = columnAt.get(column)
      if (name !== undefined) known[name] = { at: addressOf({ row, column }), text, meaning }
    }
    const counts = [...idColumns, ...inputColumns].some((column) => known[column] !== undefined)
    if (counts) rows.push({ row: row + 1, hidden: sheet.hiddenRows.has(row), cells: known })
  }
  return { rows, letters: Object.fromEntries([...placeOf].map(([column, place]) => [column, lettersOf(place)])), problems, notes }
}

/** Columns that stand elsewhere than the form has them: those outside the longest run that is still in order. */
function movedColumns(placeOf: ReadonlyMap<FormColumn, number>): readonly FormColumn[] {
  const present = formColumns.filter((column) => placeOf.has(column))
  const runs: FormColumn[][] = []
  for (const column of present) {
    const place = placeOf.get(column) ?? 0
    const before =
      runs.filter((run) => (placeOf.get(run.at(-1) ?? column) ?? 0) < place).toSorted((one, other) => other.length - one.length)[0] ?? []
    runs.push([...before, column])
  }
  const kept = new Set(runs.toSorted((one, other) => other.length - one.length)[0])
  return present.filter((column) => !kept.has(column))
}

function mergedCells(sheet: XlsxSheet, headRow: number, placeOf: ReadonlyMap<FormColumn, number>): readonly FormProblem[] {
  const columns = [...placeOf].filter(([column]) => mustNotMerge.has(column)).map(([, place]) => place)
  return sheet.merges
    .filter(({ first, last }) => last.row > headRow && (first.row !== last.row || first.column !== last.column))
    .filter(({ first, last }) => columns.some((column) => first.column <= column && column <= last.column))
    .map(({ first, last }) => ({ at: addressOf(first), code: 'merged', says: `${addressOf(first)}:${addressOf(last)}` }))
}

/** Row 11, column 5 → "F12". */
function addressOf({ row, column }: Place): string {
  return `${lettersOf(column)}${row + 1}`
}

function lettersOf(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : lettersOf(rest)}${String.fromCharCode(65 + (column % 26))}`
}

/** Cells of a row as the answer is read from. */
export function answerCellsOf(
  { row, cells }: ReadFormRow,
  letters: ReadForm['letters'],
): { readonly cell: (column: InputColumn) => FormCell | null; readonly place: (column: InputColumn) => string } {
  return { cell: (column) => (inputs.has(column) ? (cells[column] ?? null) : null), place: (column) => `${letters[column] ?? '?'}${row}` }
}
