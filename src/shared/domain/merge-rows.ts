import { fold } from '../language/fold.ts'
import { saysSame } from '../language/plain-words.ts'
import type { AppendixId, FieldId } from './identifier.ts'
import type { Found, MergePlace, MergeRemark } from './merge-difference.ts'
import { deleterOf, excerpt, hashOf, tell } from './merge-telling.ts'
import { followedBy, movedRuns } from './merge-order.ts'
import { readTable, type ReadRow, type ReadTable } from './merge-table.ts'
import type { PaperRow, PaperTable, PaperText, ReturnedPaper } from './returned-paper.ts'
import type { AppendixColumnKey } from './task.ts'
import { matchTexts } from './text-match.ts'

/** Likeness below which a row's mark is not believed. */
const LEAST_BEHIND_MARK = 0.15

/** Share of its rows by which a table of the file is taken for an appendix of the plan. */
const LEAST_OF_TABLE = 0.25
/** What a table counts that has the appendix's columns and none of its rows. */
const SAME_COLUMNS = 0.26

export interface PlacedRow {
  readonly key: string
  readonly fieldId: FieldId | null
}

export interface ComparedRows {
  readonly found: readonly Found[]
  readonly remarks: readonly MergeRemark[]
  /** Rows of each appendix in the file's order, with the field they stand in there. */
  readonly orders: ReadonlyMap<AppendixId, readonly PlacedRow[]>
  /** Tables of the file that are none of the plan's, by their index. */
  readonly unknown: readonly number[]
}

/** The differences of the appendices' tables: cells, rows, whole tables. */
export function compareTables(base: PaperText, mine: PaperText, theirs: ReturnedPaper): ComparedRows {
  const found: Found[] = []
  const remarks: MergeRemark[] = []
  const orders = new Map<AppendixId, readonly PlacedRow[]>()
  // A table that the draft got since then may be the file's own, taken in before.
  const ownTables = mine.tables.filter(({ id }) => !base.tables.some((table) => table.id === id))
  const tables = [...base.tables, ...ownTables]
  const read = tablesOf(tables, theirs)
  const used = new Set(read.flatMap((one) => one?.tables ?? []))
  tables.forEach((table, index) => {
    const now = mine.tables.find((one) => one.id === table.id)
    const returned = read[index] ?? null
    if (now === undefined) return
    if (returned === null) {
      if (ownTables.includes(table)) return
      found.push({
        difference: tell({
          id: `table-removed:${table.id}`,
          kind: 'table-removed',
          place: { what: 'table', address: table.title, column: null, provisionId: null, taskId: null },
          before: now.rows.map(({ cells }) => cells.get('task') ?? '').join('\n'),
          after: null,
          conflict: rowsDiffer(table, now),
        }),
        effect: { kind: 'table-remove', id: table.id },
      })
      return
    }
    const compared = compareTable(table, now, returned, theirs)
    found.push(...compared.found)
    remarks.push(...returned.remarks)
    orders.set(table.id, compared.order)
  })
  return { found, remarks, orders, unknown: theirs.tables.flatMap((_, index) => (used.has(index) ? [] : [index])) }
}

function rowsDiffer(one: PaperTable, other: PaperTable): boolean {
  return (
    JSON.stringify(one.rows.map(({ id, cells }) => [id, ...cells])) !== JSON.stringify(other.rows.map(({ id, cells }) => [id, ...cells]))
  )
}

/** The table (or tables, where one was cut in two) of the file that each appendix became; null where none did. */
function tablesOf(tables: readonly PaperTable[], theirs: ReturnedPaper): readonly (ReadTable | null)[] {
  const owners = theirs.tables.map((table) => {
    const scores = tables.map((known) =>
      likeness(
        known,
        table.rows.map(({ cells }) => cells.map(({ text }) => text)),
        table.rows.flatMap(({ marks }) => marks.map(({ id }) => id)),
      ),
    )
    const best = Math.max(0, ...scores)
    return best >= LEAST_OF_TABLE ? { index: scores.indexOf(best), score: best } : null
  })
  return tables.map((table, index) => {
    const own = owners.flatMap((owner, at) => (owner?.index === index ? [{ at, score: owner.score }] : []))
    // A table of nothing but the same columns is the appendix only where no table has its rows: else it is another one.
    const found = own.filter(({ score }) => score !== SAME_COLUMNS || own.every((one) => one.score === SAME_COLUMNS)).map(({ at }) => at)
    return found.length === 0 ? null : readTable(table, theirs, found)
  })
}

/** How far a table of the file is an appendix of the plan: the share of its rows that have its marks, or say what its rows say. */
function likeness(known: PaperTable, rows: readonly (readonly string[])[], marks: readonly string[]): number {
  if (rows.length === 0) return 0
  const ids = new Set<string>(known.rows.map(({ id }) => id))
  const marked = marks.filter((id) => ids.has(id)).length
  const tasks = new Set(known.rows.map(({ cells }) => cells.get('task') ?? ''))
  const titles = known.columns.map(({ title }) => fold(title))
  const said = rows.filter((cells) => cells.some((text) => text !== '' && tasks.has(text))).length
  const headed = rows.slice(0, 3).some((cells) => cells.filter((text) => titles.includes(fold(text))).length >= Math.min(3, titles.length))
  return Math.max(marked / rows.length, said / rows.length, headed ? SAME_COLUMNS : 0)
}

function rowText({ cells }: Pick<PaperRow, 'cells'>): string {
  return [...cells].flatMap(([key, text]) => (key === 'stt' ? [] : [text])).join(' ')
}

function compareTable(
  table: PaperTable,
  now: PaperTable,
  returned: ReadTable,
  theirs: ReturnedPaper,
): { readonly found: readonly Found[]; readonly order: readonly PlacedRow[] } {
  const found: Found[] = []
  const { rows } = returned
  const { pairs, added, removed } = pairRows(table, rows)
  const wasOf = new Map(pairs.map(({ before, after }) => [after, table.rows[before]]))
  const nowById = new Map(now.rows.map((row) => [row.id as string, row]))
  const own = sameAsMine(table, now, rows, added)
  const keyOf = rows.map((_, index) => wasOf.get(index)?.id ?? own.get(index)?.id ?? `new:${table.id}:${index}`)
  rows.forEach((row, index) => {
    const was = wasOf.get(index) ?? null
    const standing = nowById.get(keyOf[index] ?? '')
    const isNew = was === null && standing === undefined
    const isGone = was !== null && standing === undefined
    const isEdited =
      was !== null && table.columns.some(({ key }) => key !== 'stt' && !saysSame(was.cells.get(key) ?? '', row.cells.get(key) ?? ''))
    if (isNew || (isGone && isEdited)) {
      found.push({
        difference: tell({
          id: `row-added:${hashOf(rowText(row))}:${index}`,
          kind: 'row-added',
          place: { what: 'row', address: was?.address ?? '', column: null, provisionId: null, taskId: null },
          before: null,
          after: [...row.cells].flatMap(([key, text]) => (key === 'stt' || text === '' ? [] : [text])).join(' | '),
          conflict: isGone,
          sent: was === null ? null : rowText(was),
          lines: [row],
        }),
        effect: {
          kind: 'row-add',
          row: { key: keyOf[index] ?? '', appendixId: table.id, fieldId: row.fieldId, subgroup: row.subgroup, cells: row.cells },
          at: index,
        },
      })
      return
    }
    if (standing === undefined) return
    found.push(...compareCells(table, was, standing, row))
  })
  for (const index of removed) {
    const was = table.rows[index]
    const standing = was === undefined ? undefined : nowById.get(was.id)
    if (was === undefined || standing === undefined) continue
    found.push({
      difference: tell({
        id: `row-removed:${was.id}`,
        kind: 'row-removed',
        place: placeOfRow(standing, null),
        before: rowText(standing),
        after: null,
        conflict: !saysSame(rowText(standing), rowText(was)),
        sent: rowText(was),
        authors: deleterOf(was.cells.get('task') ?? '', theirs),
      }),
      effect: { kind: 'row-remove', id: was.id },
    })
  }
  found.push(...movedRows(table, now, rows, keyOf))
  for (const { key, sent, title } of returned.titles) {
    const standing = now.columns.find((column) => column.key === key)
    if (standing === undefined || saysSame(standing.title, title)) continue
    found.push({
      difference: tell({
        id: `column:${table.id}:${key}`,
        kind: 'edited',
        place: { what: 'column-title', address: '', column: standing.title, provisionId: null, taskId: null },
        before: standing.title,
        after: title,
        conflict: !saysSame(standing.title, sent),
        sent,
      }),
      effect: { kind: 'column-title', id: table.id, key, text: title },
    })
  }
  return { found, order: rows.map(({ fieldId }, index) => ({ key: keyOf[index] ?? '', fieldId })) }
}

function pairRows(table: PaperTable, rows: readonly ReadRow[]): ReturnType<typeof matchTexts> {
  const indexOf = new Map(table.rows.map((row, index) => [row.id as string, index]))
  const known = rows.flatMap(({ marks }, after) =>
    marks.flatMap(({ id, letters }) => {
      const before = indexOf.get(id)
      return before === undefined ? [] : [{ before, after, letters }]
    }),
  )
  const match = matchTexts(
    table.rows.map((row) => ({ id: row.id, kind: 'row', text: rowText(row), place: row.fieldId ?? '' })),
    rows.map((row, index) => ({ id: String(index), kind: 'row', text: rowText(row), place: row.fieldId ?? '' })),
    known.toSorted((one, other) => other.letters - one.letters),
    LEAST_BEHIND_MARK,
  )
  // A row is a record of its own: one cut in two is a new row, two put together are one that is gone.
  const paired = new Set(match.pairs.map(({ after }) => after))
  const kept = new Set(match.pairs.map(({ before }) => before))
  return {
    ...match,
    added: rows.flatMap((_, index) => (paired.has(index) ? [] : [index])),
    removed: table.rows.flatMap((_, index) => (kept.has(index) ? [] : [index])),
  }
}

function sameAsMine(table: PaperTable, now: PaperTable, rows: readonly ReadRow[], added: readonly number[]): ReadonlyMap<number, PaperRow> {
  const known = new Set(table.rows.map(({ id }) => id))
  const own = now.rows.filter(({ id }) => !known.has(id))
  if (own.length === 0 || added.length === 0) return new Map()
  const { pairs } = matchTexts(
    own.map((row) => ({ id: row.id, kind: '', text: rowText(row), place: row.fieldId ?? '' })),
    added.map((index) => ({
      id: String(index),
      kind: '',
      text: rowText(rows[index] ?? { cells: new Map() }),
      place: rows[index]?.fieldId ?? '',
    })),
  )
  return new Map(
    pairs.flatMap(({ before, after }) => {
      const [row, index] = [own[before], added[after]]
      return row === undefined || index === undefined ? [] : [[index, row] as const]
    }),
  )
}

function placeOfRow(row: Pick<PaperRow, 'address' | 'id'>, column: string | null): MergePlace {
  return { what: 'row', address: row.address, column, provisionId: null, taskId: row.id }
}

function compareCells(table: PaperTable, was: PaperRow | null, now: PaperRow, row: ReadRow): readonly Found[] {
  const cell = (key: AppendixColumnKey, title: string, sent: string | null, standing: string, theirs: string): readonly Found[] => {
    if ((sent !== null && saysSame(sent, theirs)) || saysSame(standing, theirs)) return []
    return [
      {
        difference: tell({
          id: `cell:${now.id}:${key}`,
          kind: 'cell',
          place: placeOfRow(now, title),
          before: standing,
          after: theirs,
          conflict: sent === null || !saysSame(sent, standing),
          sent,
          lines: [row],
        }),
        effect: { kind: 'cell', id: now.id, key, text: theirs },
      },
    ]
  }
  return [
    ...table.columns.flatMap(({ key, title }) => {
      const theirs = row.cells.get(key)
      // A column that the file lost says nothing about its cells.
      if (key === 'stt' || theirs === undefined) return []
      return cell(key, title, was === null ? null : (was.cells.get(key) ?? ''), now.cells.get(key) ?? '', theirs)
    }),
    ...cell('subgroup', '', was === null ? (now.subgroup ?? '') : (was.subgroup ?? ''), now.subgroup ?? '', row.subgroup ?? ''),
  ]
}

function movedRows(table: PaperTable, now: PaperTable, rows: readonly ReadRow[], keyOf: readonly string[]): readonly Found[] {
  const baseOrder = table.rows.map(({ id }) => id as string)
  const inBase = new Set(baseOrder)
  const nowById = new Map(now.rows.map((row) => [row.id as string, row]))
  const sentById = new Map(table.rows.map((row) => [row.id as string, row]))
  const common = new Set(keyOf.filter((key) => nowById.has(key)))
  const nowOrder = now.rows.map(({ id }) => id as string)
  const moved = new Set(
    movedRuns(
      baseOrder,
      keyOf.filter((key) => inBase.has(key)),
      () => false,
    ).flat(),
  )
  const moving = new Set<string>()
  return rows.flatMap((row, index): readonly Found[] => {
    const key = keyOf[index] ?? ''
    const [standing, was] = [nowById.get(key), sentById.get(key)]
    if (standing === undefined || was === undefined) return []
    const changedField = row.fieldId !== was.fieldId && row.fieldId !== standing.fieldId
    if (!changedField && !moved.has(key)) return []
    const before = followedBy(nowOrder, key, common)
    const after = followedBy(keyOf, key, common)
    // Behind the same row as before is elsewhere when that one moves too.
    if (!changedField && before === after && !moving.has(after ?? '')) return []
    moving.add(key)
    const nameOf = (id: string | null): string =>
      id === null ? '' : `${nowById.get(id)?.address ?? ''} ${excerpt(nowById.get(id)?.cells.get('task') ?? '')}`
    return [
      {
        difference: tell({
          id: `row-moved:${key}`,
          kind: 'row-moved',
          place: placeOfRow(standing, null),
          before: standing.cells.get('task') ?? '',
          after: standing.cells.get('task') ?? '',
          follows: { before: nameOf(before), after: nameOf(after) },
          lines: [row],
        }),
        effect: {
          kind: 'row-move',
          id: standing.id,
          appendixId: table.id,
          fieldId: row.fieldId,
          at: index,
        },
      },
    ]
  })
}
