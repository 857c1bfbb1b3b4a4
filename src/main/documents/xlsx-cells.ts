import { dayOfSerial } from '#shared/domain/deadline-meaning.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { writtenDay } from '#shared/text/vi/deadline.ts'
import type { OfficePackage } from './open-package.ts'
import { figureOf, type NumberLook, numberLooks } from './read-xlsx-format.ts'
import type { XmlElement } from './xml-tree.ts'
import { childOf, elementsOf, textOf } from './xml-tree.ts'

/** No sheet of tasks comes near; a sheet may declare a million rows in a few bytes. */
const MOST_ROWS = 20_000
export const MOST_COLUMNS = 200
const MOST_MERGES = 20_000
const MOST_CELLS = 300_000

/** A place on a sheet, both from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** What stands in a cell: its words as they are shown, and what it is where that is more than words. */
export interface CellValue {
  readonly text: string
  /** `day` a date of the sheet's own, `figure` a number that is shown as one, `error` a formula without a result. */
  readonly meaning:
    | { readonly kind: 'text' }
    | { readonly kind: 'figure'; readonly value: number; readonly percent: boolean }
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'error' }
}

/** A sheet as it lies in the file, hidden rows and columns included. */
export interface XlsxSheet {
  readonly cells: readonly (CellValue & Place)[]
  /** Size of what is filled, not of what the file declares. */
  readonly rowCount: number
  readonly columnCount: number
  readonly merges: readonly { readonly first: Place; readonly last: Place }[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Widths in characters, where the file says one. */
  readonly widths: ReadonlyMap<number, number>
  readonly orientation: 'portrait' | 'landscape'
}

/**
 * Reads the visible sheets of a workbook cell by cell, counting the hidden ones, over the safe opener: shared and inline strings, rich text, dates by their number format, results of
 * formulas as last computed, merges. Empty cells are left out. Throws what `OfficePackage.xml` throws.
 */
export function sheetsOfXlsx(source: OfficePackage): { readonly sheets: readonly XlsxSheet[]; readonly hidden: number } {
  const workbook = source.xml(source.mainPart)
  const targets = source.relationships(source.mainPart)
  const part = (ending: string): XmlElement | null => {
    const found = [...targets.values()].find(({ type }) => type.endsWith(ending))
    return found === undefined ? null : source.xml(found.target)
  }
  const strings = elementsOf(part('/sharedStrings')).map(richText)
  const looks = numberLooks(part('/styles'))
  const from1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes['date1904'] ?? '')
  const sheets: XlsxSheet[] = []
  let hidden = 0
  for (const { attributes } of elementsOf(childOf(workbook, 'sheets'))) {
    const target = targets.get(attributes['r:id'] ?? '')?.target
    if (attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden') hidden += 1
    else if (target !== undefined) sheets.push(readSheet(source.xml(target), { strings, looks, from1904 }))
  }
  return { sheets, hidden }
}

interface Workbook {
  readonly strings: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly from1904: boolean
}

function readSheet(sheet: XmlElement | null, workbook: Workbook): XlsxSheet {
  const hiddenColumns = new Set<number>()
  const widths = new Map<number, number>()
  for (const { attributes } of elementsOf(childOf(sheet, 'cols'))) {
    for (let column = Number(attributes['min']); column <= Math.min(Number(attributes['max']), MOST_COLUMNS); column += 1) {
      if (isOn(attributes['hidden'])) hiddenColumns.add(column - 1)
      widths.set(column - 1, Number(attributes['width'] ?? '9') || 9)
    }
  }
  const cells = new Map<string, CellValue & Place>()
  const hiddenRows = new Set<number>()
  let rowCount = 0
  let columnCount = 0
  let nextRow = 0
  for (const row of elementsOf(childOf(sheet, 'sheetData'))) {
    const index = row.attributes['r'] === undefined ? nextRow : Number(row.attributes['r']) - 1
    nextRow = index + 1
    if (!Number.isInteger(index) || index < 0 || index >= MOST_ROWS) continue
    if (isOn(row.attributes['hidden'])) hiddenRows.add(index)
    let nextColumn = 0
    for (const cell of elementsOf(row)) {
      if (cell.name !== 'c') continue
      const column = placeOf(cell.attributes['r'] ?? '')?.column ?? nextColumn
      nextColumn = column + 1
      if (column >= MOST_COLUMNS) continue
      const value = cellValue(cell, workbook)
      if ((value.text === '' && value.meaning.kind !== 'error') || cells.size >= MOST_CELLS) continue
      cells.set(`${index}/${column}`, { ...value, row: index, column })
      rowCount = Math.max(rowCount, index + 1)
      columnCount = Math.max(columnCount, column + 1)
    }
  }
  const merges = elementsOf(childOf(sheet, 'mergeCells'))
    .slice(0, MOST_MERGES)
    .flatMap(({ attributes }) => {
      const [first, last] = (attributes['ref'] ?? '').split(':').map(placeOf)
      return first === undefined || first === null || last === undefined || last === null ? [] : [{ first, last }]
    })
  const orientation = childOf(sheet, 'pageSetup')?.attributes['orientation'] === 'portrait' ? 'portrait' : 'landscape'
  return { cells: [...cells.values()], rowCount, columnCount, merges, hiddenRows, hiddenColumns, widths, orientation }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** "C12" → row 11, column 2. */
function placeOf(reference: string): Place | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (match === null) return null
  let column = -1
  for (const letter of match[1] ?? '') column = (column + 1) * 26 + letter.charCodeAt(0) - 65
  return { row: Number(match[2]) - 1, column }
}

const words = (text: string): CellValue => ({ text, meaning: { kind: 'text' } })
const ofDay = (day: Day, text = writtenDay(day)): CellValue => ({ text, meaning: { kind: 'day', day } })

function cellValue(cell: XmlElement, { strings, looks, from1904 }: Workbook): CellValue {
  const type = cell.attributes['t'] ?? 'n'
  if (type === 'inlineStr') return words(richText(childOf(cell, 'is')))
  const element = childOf(cell, 'v')
  const value = element === null ? '' : textOf(element)
  switch (type) {
    case 's':
      return words(strings[Number(value)] ?? '')
    case 'str':
      return words(lines(value))
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(value) ? ofDay(value.slice(0, 10)) : words(value)
    case 'b':
      return words('')
    case 'e':
      return { text: '', meaning: { kind: 'error' } }
    default: {
      if (value === '') return words('')
      const number = Number(value)
      const look = looks[Number(cell.attributes['s'] ?? '0')] ?? 'number'
      if (!Number.isFinite(number)) return words(value)
      if (typeof look !== 'string')
        return { text: figureOf(number, look), meaning: { kind: 'figure', value: number, percent: look.percent } }
      if (look === 'number' || number < 1 || number > 2_958_465)
        return { text: plainNumber(number), meaning: { kind: 'figure', value: number, percent: false } }
      const day = dayOfSerial(number + (from1904 ? 1462 : 0))
      return ofDay(day, look === 'month' ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : writtenDay(day))
    }
  }
}

/** As typed: no trailing ".0", no binary dust ("1.1" is kept as 1.1000000000000001). */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** Text of a shared or inline string; pronunciation guides are no words of the cell. */
function richText(element: XmlElement | null): string {
  const pieces: string[] = []
  for (const child of elementsOf(element)) {
    if (child.name === 't') pieces.push(textOf(child))
    else if (child.name === 'r')
      pieces.push(
        ...elementsOf(child)
          .filter(({ name }) => name === 't')
          .map(textOf),
      )
  }
  return lines(pieces.join(''))
}

/** Line ends as "\n"; Excel writes some control characters as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
function lines(text: string): string {
  return text
    .replace(/_x000[dD]_/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
}
