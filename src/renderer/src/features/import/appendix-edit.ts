import { partyWords, type AgencyRegistry } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AppendixDraft, DraftRow, DraftWarning } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { matchParties, type PartyDoubt, type prepareRegistry } from '#shared/domain/party-match.ts'
import type { AppendixColumnKey } from '#shared/domain/task.ts'

/**
 * Edits of the appendices of a draft on the review screen: pure, on plain values. Doubts point at rows by index, so every edit that moves rows
 * moves them too; a cell that is written anew loses its doubts and gets those of its new words.
 */

/** What both drafts, of a plan and of an appendix alone, have. */
export interface WithAppendices {
  readonly appendices: readonly AppendixDraft[]
  readonly warnings: readonly DraftWarning[]
}

/** What the words of a cell are read against. */
export interface CellReading {
  readonly registry: AgencyRegistry
  readonly prepared: ReturnType<typeof prepareRegistry>
  readonly asOf: Day
  readonly planYear: number
}

export interface CellWords {
  readonly row: number
  readonly column: AppendixColumnKey
  readonly text: string
}

/** The words of a cell as printed. */
export function cellWords(row: DraftRow, key: AppendixColumnKey, registry: AgencyRegistry): string {
  switch (key) {
    case 'task':
      return row.content
    case 'product':
      return row.product
    case 'lead':
      return row.leads.map((party) => partyWords(party, registry)).join('; ')
    case 'coordinating':
      return row.coordinating.map((party) => partyWords(party, registry)).join('; ')
    case 'deadline':
      return row.deadline.phrase
    case 'stt':
      return row.stt
    default:
      return row.extra[key] ?? ''
  }
}

interface ReadCell {
  readonly row: DraftRow
  readonly doubts: readonly Pick<DraftWarning, 'code' | 'excerpt'>[]
}

const wordDoubts = (doubts: readonly PartyDoubt[]): ReadCell['doubts'] => doubts.map(({ code, words }) => ({ code, excerpt: words }))

/** A row with new words in one cell, and what is doubtful in them. */
function readCell(row: DraftRow, key: AppendixColumnKey, text: string, { prepared, asOf, planYear }: CellReading): ReadCell {
  const words = text.trim().normalize('NFC')
  switch (key) {
    case 'task':
      return { row: { ...row, content: words }, doubts: [] }
    case 'product':
      return { row: { ...row, product: words }, doubts: [] }
    case 'stt':
      return { row: { ...row, stt: words }, doubts: [] }
    case 'lead': {
      const { parties, doubts } = matchParties(words, prepared, asOf)
      const missing: ReadCell['doubts'] = parties.length === 0 ? [{ code: 'row-without-lead', excerpt: row.content }] : []
      return { row: { ...row, leads: parties }, doubts: [...wordDoubts(doubts), ...missing] }
    }
    case 'coordinating': {
      const { parties, doubts } = matchParties(words, prepared, asOf)
      return { row: { ...row, coordinating: parties }, doubts: wordDoubts(doubts) }
    }
    case 'deadline': {
      const deadline = readDeadline(words, { planYear })
      const understood = words === '' || deadline.milestones.length > 0
      const doubtful = deadline.milestones.some(({ doubt }) => doubt !== null)
      return {
        row: { ...row, deadline },
        doubts: !understood
          ? [{ code: 'deadline-not-understood', excerpt: words }]
          : doubtful
            ? [{ code: 'deadline-doubtful', excerpt: words }]
            : [],
      }
    }
    default:
      return { row: { ...row, extra: { ...row.extra, [key]: words } }, doubts: [] }
  }
}

function withAppendix<D extends WithAppendices>(draft: D, index: number, appendix: AppendixDraft, warnings: readonly DraftWarning[]): D {
  return { ...draft, appendices: draft.appendices.map((each, at) => (at === index ? appendix : each)), warnings }
}

function isAt(
  warning: DraftWarning,
  appendix: number,
): warning is DraftWarning & { at: { appendix: number; row: number; column: AppendixColumnKey | null } } {
  return warning.at !== null && 'row' in warning.at && warning.at.appendix === appendix
}

/** Doubts that new words of the lead's cell settle although they stand at the row. */
const settledByLead = new Set<DraftWarning['code']>(['row-without-lead'])

/** Writes cells of one appendix. */
export function withCells<D extends WithAppendices>(draft: D, index: number, cells: readonly CellWords[], reading: CellReading): D {
  const appendix = draft.appendices[index]
  if (appendix === undefined) return draft
  const rows = [...appendix.rows]
  let warnings = draft.warnings
  for (const { row: at, column, text } of cells) {
    const row = rows[at]
    if (row === undefined) continue
    const read = readCell(row, column, text, reading)
    rows[at] = read.row
    warnings = [
      ...warnings.filter(
        (warning) =>
          !(
            isAt(warning, index) &&
            warning.at.row === at &&
            (warning.at.column === column || (column === 'lead' && settledByLead.has(warning.code)))
          ),
      ),
      ...read.doubts.map((doubt): DraftWarning => ({ ...doubt, line: null, at: { appendix: index, row: at, column } })),
    ]
  }
  return withAppendix(draft, index, { ...appendix, rows }, warnings)
}

/** Rebuilds the rows from old ones by index, null for a new empty row; doubts go with their row (of a doubled row with the first). */
function rearranged<D extends WithAppendices>(draft: D, index: number, order: readonly (number | DraftRow)[]): D {
  const appendix = draft.appendices[index]
  if (appendix === undefined) return draft
  const rows = order.flatMap((each) => (typeof each === 'number' ? (appendix.rows[each] ?? []) : each))
  const warnings = draft.warnings.flatMap((warning): readonly DraftWarning[] => {
    if (!isAt(warning, index)) return [warning]
    const row = order.indexOf(warning.at.row)
    return row === -1 ? [] : [{ ...warning, at: { ...warning.at, row } }]
  })
  return withAppendix(draft, index, { ...appendix, rows }, warnings)
}

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** Puts an empty row after a row (null = first), under the same field. */
export function withNewRow<D extends WithAppendices>(draft: D, index: number, after: number | null): D {
  const rows = draft.appendices[index]?.rows ?? []
  const neighbour = rows[after ?? 0]
  const empty: DraftRow = {
    fieldTitle: neighbour?.fieldTitle ?? null,
    subgroup: neighbour?.subgroup ?? null,
    stt: '',
    content: '',
    product: '',
    leads: [],
    coordinating: [],
    deadline: { phrase: '', milestones: [] },
    extra: {},
    cells: {},
    sourceRow: null,
  }
  const order: (number | DraftRow)[] = [...indexes(rows.length)]
  return rearranged(draft, index, order.toSpliced(after === null ? 0 : after + 1, 0, empty))
}

export function withoutRows<D extends WithAppendices>(draft: D, index: number, removed: readonly number[]): D {
  return rearranged(
    draft,
    index,
    indexes(draft.appendices[index]?.rows.length ?? 0).filter((at) => !removed.includes(at)),
  )
}

export function withRowsTwice<D extends WithAppendices>(draft: D, index: number, doubled: readonly number[]): D {
  const rows = draft.appendices[index]?.rows ?? []
  return rearranged(
    draft,
    index,
    rows.flatMap((row, at): readonly (number | DraftRow)[] => (doubled.includes(at) ? [at, { ...row }] : [at])),
  )
}

/** Puts rows before another one; they take the field and the subgroup of the row that they come to stand below. */
export function withRowsMoved<D extends WithAppendices>(draft: D, index: number, moved: readonly number[], before: number): D {
  const appendix = draft.appendices[index]
  if (appendix === undefined) return draft
  const kept = indexes(appendix.rows.length).filter((at) => !moved.includes(at))
  const place = kept.findIndex((at) => at >= before)
  const at = place === -1 ? kept.length : place
  const upper = appendix.rows[kept[at - 1] ?? -1] ?? appendix.rows[kept[at] ?? -1]
  const done = rearranged(draft, index, kept.toSpliced(at, 0, ...moved))
  const own = done.appendices[index]
  if (own === undefined || upper === undefined) return done
  const rows = own.rows.map((row, now) =>
    now >= at && now < at + moved.length ? { ...row, fieldTitle: upper.fieldTitle, subgroup: upper.subgroup } : row,
  )
  return withAppendix(done, index, { ...own, rows }, done.warnings)
}

/**
 * Gives a column another meaning: its cells are read again as that, and the column that had the meaning becomes an extra one. What was doubtful about
 * both columns is settled by it.
 */
export function withMeaning<D extends WithAppendices>(
  draft: D,
  index: number,
  from: AppendixColumnKey,
  to: AppendixColumnKey,
  reading: CellReading,
): D {
  const appendix = draft.appendices[index]
  if (appendix === undefined || from === to) return draft
  const displaced = appendix.columns.find(({ key }) => key === to)
  const moves = new Map<AppendixColumnKey, AppendixColumnKey>([
    [from, to],
    ...(displaced === undefined ? [] : [[displaced.key, `extra:${displaced.title}`] as const]),
  ])
  const columns = appendix.columns.map((column) => ({
    ...column,
    key: moves.get(column.key) ?? column.key,
    guessed: column.key === from ? false : column.guessed,
  }))
  const emptied = appendix.rows.map((row) => {
    const extra = Object.fromEntries(Object.entries(row.extra).filter(([key]) => !moves.has(key)))
    return [...moves.keys()]
      .filter((key) => !key.startsWith('extra:'))
      .reduce((current, key) => readCell(current, key, '', reading).row, { ...row, extra })
  })
  const titles = new Set(appendix.columns.filter(({ key }) => moves.has(key)).map(({ title }) => title))
  const warnings = draft.warnings.filter((warning) => {
    const aboutColumn = warning.code === 'column-guessed' || warning.code === 'column-kept-as-extra' || warning.code === 'column-missing'
    if (
      aboutColumn &&
      (titles.has(warning.excerpt) || (isAt(warning, index) && warning.at.column !== null && moves.has(warning.at.column)))
    )
      return false
    return !(isAt(warning, index) && warning.at.column !== null && moves.has(warning.at.column))
  })
  const cells = appendix.rows.flatMap((row, at) =>
    [...moves].map(([old, next]): CellWords => ({ row: at, column: next, text: cellWords(row, old, reading.registry) })),
  )
  return withCells(withAppendix(draft, index, { ...appendix, columns, rows: emptied }, warnings), index, cells, reading)
}
