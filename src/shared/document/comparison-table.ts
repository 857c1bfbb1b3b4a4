import { longestRising } from '../domain/text-match.ts'
import type { Block, TableBlock, TableCell, TableRow, TrackedChange } from './blocks.ts'
import { compareCell, markParagraph } from './comparison-lines.ts'
import type { SourcePairs } from './comparison-runs.ts'
import { paragraphText } from './words.ts'

type Row = TableBlock['headerRows'][number]

function markRow<R extends Row>(row: R, change: TrackedChange): R {
  const cells = row.cells.map((cell): TableCell => ({
    ...cell,
    paragraphs: cell.paragraphs.map((paragraph, index) => {
      const { change: ofEnd, ...marked } = markParagraph(paragraph, change)
      // The last paragraph of a cell goes with the row.
      return index === cell.paragraphs.length - 1 || ofEnd === undefined ? marked : { ...marked, change: ofEnd }
    }),
  }))
  return { ...row, cells, change }
}

/** A table with every row inserted, or deleted. */
export function markTable(table: TableBlock, change: TrackedChange): TableBlock {
  return {
    ...table,
    headerRows: table.headerRows.map((row) => markRow(row, change)),
    rows: table.rows.map((row) => ({ ...markRow(withoutSource(row, change), change) })),
  }
}

function withoutSource({ sourceId, ...row }: TableRow, change: TrackedChange): TableRow {
  return { ...row, ...(change === 'inserted' && sourceId !== undefined && { sourceId }) }
}

/** The newer table with the rows of the older one that went between its own. Where columns came or went, the one table takes the other's place. */
export function compareTables(before: TableBlock, after: TableBlock, pairs: SourcePairs): readonly Block[] {
  if (!alikeRows(before.headerRows, after.headerRows) || before.columnShares.length !== after.columnShares.length) {
    return [markTable(before, 'deleted'), separator(after), markTable(after, 'inserted')]
  }
  const headerRows = after.headerRows.map((row, index) => compareRow(before.headerRows[index] ?? row, row, pairs))
  return [{ ...after, headerRows, rows: compareRows(before.rows, after.rows, pairs) }]
}

/** Two tables without a paragraph between them would be one table in Word. */
function separator({ headerRows }: TableBlock): Block {
  const format = headerRows[0]?.cells[0]?.paragraphs[0]?.format
  if (format === undefined) throw new Error('a table has a header')
  return { kind: 'paragraph', role: 'note', format: { ...format, keepWithNext: false }, runs: [], change: 'deleted' }
}

function alikeRows(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && before.every((row, index) => alikeCells(row.cells, after[index]?.cells ?? []))
}

function alikeCells(before: readonly TableCell[], after: readonly TableCell[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ columnSpan, rowSpan }, index) => after[index]?.columnSpan === columnSpan && after[index].rowSpan === rowSpan)
  )
}

function compareRows(before: readonly TableRow[], after: readonly TableRow[], pairs: SourcePairs): readonly TableRow[] {
  const places = new Map(rowKeys(before, (id) => pairs.get(id) ?? `old ${id}`).map((key, index) => [key, index]))
  const owner = rowKeys(after, (id) => id).map((key, index) => {
    const place = places.get(key)
    const old = place === undefined ? undefined : before[place]
    return old !== undefined && alikeCells(old.cells, after[index]?.cells ?? []) ? place : undefined
  })
  const common = owner.filter((place) => place !== undefined)
  const rising = longestRising(common)
  const stayed = new Set(common.filter((_, index) => rising.has(index)))
  const result: TableRow[] = []
  let next = 0
  const takeGone = (): void => {
    for (let row = before[next]; row !== undefined && !stayed.has(next); row = before[next]) {
      result.push(markRow(withoutSource(row, 'deleted'), 'deleted'))
      next += 1
    }
  }
  after.forEach((row, index) => {
    takeGone()
    const place = owner[index]
    const old = place !== undefined && stayed.has(place) ? before[place] : undefined
    if (old === undefined) return result.push(markRow(row, 'inserted'))
    next += 1
    return result.push({ ...compareRow(old, row, pairs), mayBreak: row.mayBreak || old.mayBreak })
  })
  takeGone()
  return result
}

function compareRow<R extends Row>(before: Row, after: R, pairs: SourcePairs): R {
  const cells = after.cells.map((cell, index): TableCell => ({
    ...cell,
    paragraphs: compareCell(before.cells[index]?.paragraphs ?? [], cell.paragraphs, pairs),
  }))
  return { ...after, cells }
}

/** A row is known by its record, or by its words where it has none. */
function rowKeys(rows: readonly TableRow[], nameOf: (sourceId: string) => string): readonly string[] {
  const counts = new Map<string, number>()
  return rows.map(({ kind, sourceId, cells }) => {
    if (sourceId !== undefined) return `record ${nameOf(sourceId)}`
    const words = cells.flatMap(({ paragraphs }) => paragraphs.map(paragraphText)).join(' ')
    const count = (counts.get(words) ?? 0) + 1
    counts.set(words, count)
    return `${kind} ${words} ${count}`
  })
}
