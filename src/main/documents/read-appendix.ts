import { AppError } from '#shared/app-error.ts'
import type { AgencyRegistry, Party } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AppendixDraft, AppendixFileDraft, DraftColumn, DraftRow, DraftWarning, SourceFormat } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { matchParties, prepareRegistry, type PartyDoubt, type PreparedRegistry } from '#shared/domain/party-match.ts'
import type { AppendixColumnKey } from '#shared/domain/task.ts'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { pastedText, untitledColumn } from '#shared/text/vi/import.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { DocumentJob } from './document-job.ts'
import { paragraphsOf, paragraphText, type DocxBody } from './docx-body.ts'
import { requireReadableKind } from './file-kind.ts'
import { formatNames, openPackage } from './open-package.ts'
import { readDocx } from './read-docx.ts'
import { beginsFoot } from './plan-text/paper-foot.ts'
import { findNationalWords, isSecrecyMark } from './plan-text/piece.ts'
import { splitTables, type TaskTable } from './read-appendix-tables.ts'
import { tablesOfXlsx } from './read-xlsx.ts'
import type { TableColumn } from './table-columns.ts'
import { tablesOfBullets } from './table-bullets.ts'
import { linesOf, tablesOfDocx } from './table-docx.ts'
import { oneLine, rowLine, type SourceTable } from './table-grid.ts'
import { tableOfCellBlock, tablesOfHtml } from './table-html.ts'
import { readRows, type TaskCells } from './table-rows.ts'

/** What the words of the cells are read against. */
export interface AppendixContext {
  readonly registry: AgencyRegistry
  /** Day on which names are taken (the plan's `agenciesAsOf`). */
  readonly asOf: Day
  readonly planYear: number
  readonly issuedOn: Day | null
}

export interface AppendixFileInput extends AppendixContext {
  /** Name of the file as shown to a person. */
  readonly file: string
  readonly bytes: Uint8Array
}

export interface AppendixPasteInput extends AppendixContext {
  /** text/plain of the clipboard: cells between tabs. */
  readonly text: string
  readonly html: string | null
}

/**
 * Reads the appendix of a .docx or .xlsx (by its bytes, whatever its name). Without a table of tasks, bullets with "Đơn vị chủ trì: …" behind them are read.
 * Throws what `openPackage` throws, and file-without-table, file-secret, file-old-font-encoding.
 */
export const readAppendixFile: DocumentJob<AppendixFileInput, AppendixFileDraft> = (input, tellProgress) => {
  const { file, bytes } = input
  if (requireReadableKind(bytes, file, formatNames.docx) !== 'zip')
    throw new AppError('file-not-what-it-says', { file, expected: `${formatNames.docx}, ${formatNames.xlsx}` })
  const warnings: DraftWarning[] = []
  const { format, tables, lines } = openTables(bytes, file, warnings)
  tellProgress(1, 2)
  const draft = draftOf({ tables, lines }, { name: file, format }, input, warnings)
  tellProgress(2, 2)
  return draft
}

interface Content {
  readonly tables: readonly SourceTable[]
  /** Lines outside tables, for a paper that has no table. */
  readonly lines: readonly string[]
}

function openTables(bytes: Uint8Array, file: string, warnings: DraftWarning[]): Content & { readonly format: 'docx' | 'xlsx' } {
  const isWorkbook = file.toLowerCase().endsWith('.xlsx')
  for (const kind of isWorkbook ? (['xlsx', 'docx'] as const) : (['docx', 'xlsx'] as const)) {
    try {
      const opened = openPackage(bytes, file, kind)
      if (kind === 'docx') {
        const body = readDocx(opened)
        warnings.push(...bodyWarnings(body))
        if (marginLines(body).some(isSecrecyMark)) throw new AppError('file-secret', { file })
        return { format: kind, tables: tablesOfDocx(body), lines: body.sections.flatMap(({ blocks }) => blocks.flatMap(linesOf)) }
      }
      const { tables, hidden } = tablesOfXlsx(opened)
      if (hidden > 0) warnings.push({ code: 'hidden-cells-skipped', line: null, excerpt: String(hidden), at: null })
      return { format: kind, tables, lines: [] }
    } catch (error) {
      // Another Office file: the second try tells which, or fails with the sentence for good.
      if (!(error instanceof AppError && error.code === 'file-not-what-it-says' && kind === (isWorkbook ? 'xlsx' : 'docx'))) throw error
    }
  }
  throw new AppError('file-not-what-it-says', { file, expected: formatNames.docx })
}

/** Lines outside the tables' surroundings where a stamp may stand: headers, footers, text boxes, words after the last table. */
function marginLines(body: DocxBody): readonly string[] {
  return body.sections
    .flatMap(({ margins, blocks }) => paragraphsOf([...margins, ...blocks, ...paragraphsOf(blocks).flatMap(({ boxes }) => boxes.flat())]))
    .flatMap((paragraph) => paragraphText(paragraph).split(/[\t\n]+/))
}

function bodyWarnings(body: DocxBody): readonly DraftWarning[] {
  return [
    ...(body.trackedChanges > 0
      ? [{ code: 'tracked-changes-accepted' as const, line: null, excerpt: String(body.trackedChanges), at: null }]
      : []),
    ...(body.comments > 0 ? [{ code: 'comments-dropped' as const, line: null, excerpt: String(body.comments), at: null }] : []),
    ...(body.hiddenText.trim() === ''
      ? []
      : [{ code: 'hidden-text-dropped' as const, line: null, excerpt: oneLine(body.hiddenText).slice(0, 80), at: null }]),
  ]
}

/** Reads pasted cells: the HTML of Word or Excel when it holds a table, else the text. Throws file-without-table. */
export const readAppendixPaste: DocumentJob<AppendixPasteInput, AppendixFileDraft> = (input) => {
  const fromHtml = input.html === null ? [] : tablesOfHtml(input.html)
  const tables = fromHtml.length > 0 ? fromHtml : [tableOfCellBlock(input.text)]
  return draftOf({ tables, lines: input.text.split('\n') }, { name: pastedText, format: 'pasted-cells' }, input, [])
}

/** The appendices in a Word file that holds more than them (a plan with its appendix); none found gives none. Positions in warnings count from 0; `unread` are the tables, counted so, that none of it was made of. */
export function readAppendicesOfDocx(
  body: DocxBody,
  context: AppendixContext,
): { readonly appendices: readonly AppendixDraft[]; readonly warnings: readonly DraftWarning[]; readonly unread: readonly number[] } {
  const warnings: DraftWarning[] = []
  const tables = tablesOfDocx(body)
  const { appendices, used } = appendicesOf(splitTables(tables, 'titled-only'), context, warnings)
  warnings.push(...tables.flatMap((table) => (used.has(table) ? notedCells(table) : [])))
  return { appendices, warnings, unread: tables.flatMap((table, index) => (used.has(table) ? [] : [index])) }
}

function draftOf(
  { tables, lines }: Content,
  source: { name: string; format: SourceFormat },
  context: AppendixContext,
  warnings: DraftWarning[],
): AppendixFileDraft {
  refuseUnfitWords(tables, source.name)
  const inTables = appendicesOf(splitTables(tables, 'any'), context, warnings)
  const hasTables = inTables.appendices.length > 0
  const read = hasTables ? tables : tablesOfBullets(lines)
  const { appendices } = hasTables ? inTables : appendicesOf(splitTables(read, 'any'), context, warnings)
  if (appendices.length === 0) throw new AppError('file-without-table', { file: source.name })
  for (const table of tables) {
    const words = table.rows.map(rowLine).find((line) => /\p{L}/u.test(line))
    if (inTables.used.has(table)) warnings.push(...notedCells(table))
    else if (hasTables && words !== undefined && !isHeadOrFoot(table))
      warnings.push({ code: 'table-not-read', line: null, excerpt: words.slice(0, LONGEST_EXCERPT), at: null })
  }
  const repaired = read.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).find((cell) => cell.repaired)
  if (repaired !== undefined) warnings.push({ code: 'text-repaired', line: null, excerpt: oneLine(repaired.text).slice(0, 80), at: null })
  return { source: { ...source, lines: read.flatMap((table) => [...table.above, ...table.rows.map(rowLine)]) }, appendices, warnings }
}

const LONGEST_EXCERPT = 80

/** Letterhead, recipients and signature are set in tables too. */
function isHeadOrFoot({ rows }: SourceTable): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ text }) =>
      text
        .split('\n')
        .map(oneLine)
        .some((words) => findNationalWords(words) !== null || beginsFoot({ words, line: 0, origin: 0, standsOut: null })),
    ),
  )
}

/** Cells have no footnotes of their own in an appendix: the words stand in brackets behind what they explain. */
function notedCells({ notes = [] }: SourceTable): readonly DraftWarning[] {
  return notes.map((words) => ({ code: 'footnote-in-cell', line: null, excerpt: words.slice(0, LONGEST_EXCERPT), at: null }))
}

/** Throws file-secret for a stamp of secrecy above or inside a table, file-old-font-encoding for letters that only an old font shows. */
function refuseUnfitWords(tables: readonly SourceTable[], file: string): void {
  const lines = tables.flatMap(({ above, rows }) => [
    ...above,
    ...rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n'))),
  ])
  if (lines.some(isSecrecyMark)) throw new AppError('file-secret', { file })
  const encoding = detectOldEncoding(lines.join(' '))
  if (encoding !== null) throw new AppError('file-old-font-encoding', { file, encoding })
}

function appendicesOf(
  tables: readonly TaskTable[],
  context: AppendixContext,
  warnings: DraftWarning[],
): { readonly appendices: readonly AppendixDraft[]; readonly used: ReadonlySet<SourceTable> } {
  const prepared = prepareRegistry(context.registry)
  const drafts: AppendixDraft[] = []
  const used = new Set<SourceTable>()
  for (const table of tables) {
    const { tasks, unread } = readRows(table.rows, table.columns)
    if (tasks.length === 0) continue
    const appendix = drafts.length
    for (const source of table.sources) used.add(source)
    const note = (code: DraftWarning['code'], excerpt: string, row = 0, column: AppendixColumnKey | null = null): void => {
      warnings.push({ code, line: null, excerpt, at: { appendix, row, column } })
    }
    const columns = table.columns.map((column, index) =>
      // Words under an empty title are words all the same.
      column.title === '' && column.meaning === 'extra' && tasks.some(({ texts }) => texts.has(index))
        ? { ...column, title: untitledColumn(index + 1) }
        : column,
    )
    const keys = columnKeys(columns)
    if (table.joined > 0) note('table-joined', table.title)
    for (const [index, column] of columns.entries()) {
      const key = keys[index]
      if (key === undefined || key === null) continue
      if (column.guessed) note('column-guessed', titleOf(column, key), 0, key)
      if (key.startsWith('extra:')) note('column-kept-as-extra', titleOf(column, key), 0, key)
    }
    for (const key of ['lead', 'coordinating', 'product', 'deadline'] as const)
      if (!keys.includes(key)) note('column-missing', taskText.columns[key].toLowerCase())
    for (const { words } of unread) note('row-not-understood', words)
    const rows = tasks.map((task, row) =>
      readTask(task, keys, { context, prepared, note: (code, excerpt, column = null) => note(code, excerpt, row, column) }),
    )
    noteRepeated(rows, (words, row) => note('numbering-repeated', words, row, 'stt'))
    drafts.push({ title: table.title, orientation: table.orientation, columns: draftColumns(columns, keys), rows })
  }
  return { appendices: drafts, used }
}

/** Keys of the columns; a column that names the field of each row is no column of the appendix. Two extra columns of one title are told apart. */
function columnKeys(columns: readonly TableColumn[]): readonly (AppendixColumnKey | null)[] {
  const used = new Set<string>()
  return columns.map(({ meaning, title }) => {
    if (meaning === 'field') return null
    if (meaning !== 'extra') return meaning
    if (title === '') return null
    let key = `extra:${title}`
    for (let count = 2; used.has(key); count += 1) key = `extra:${title} (${count})`
    used.add(key)
    return key
  })
}

function titleOf(column: TableColumn, key: AppendixColumnKey): string {
  if (column.title !== '') return column.title
  return key === 'stt' ? 'STT' : (taskText.columns[key as keyof typeof taskText.columns] ?? key)
}

function draftColumns(columns: readonly TableColumn[], keys: readonly (AppendixColumnKey | null)[]): readonly DraftColumn[] {
  return columns.flatMap((column, index) => {
    const key = keys[index]
    return key === null || key === undefined
      ? []
      : [{ key, title: titleOf(column, key), weight: column.right - column.left, guessed: column.guessed }]
  })
}

interface Reading {
  readonly context: AppendixContext
  readonly prepared: PreparedRegistry
  readonly note: (code: DraftWarning['code'], excerpt: string, column?: AppendixColumnKey | null) => void
}

function readTask(task: TaskCells, keys: readonly (AppendixColumnKey | null)[], { context, prepared, note }: Reading): DraftRow {
  const textsOf = (key: AppendixColumnKey): readonly string[] => task.texts.get(keys.indexOf(key)) ?? []
  const cells: Record<string, string> = {}
  const extra: Record<string, string> = {}
  for (const [index, key] of keys.entries()) {
    if (key === null) continue
    cells[key] = (task.texts.get(index) ?? []).join('\n')
    if (key.startsWith('extra:')) extra[key] = joined(task.texts.get(index) ?? [])
  }
  for (const words of task.merged) note('cells-merged', words)
  const read = (key: 'lead' | 'coordinating'): { parties: readonly Party[]; coordinating: readonly Party[] } => {
    const found = matchParties(withoutPageNumbers(textsOf(key).join('\n')), prepared, context.asOf)
    for (const doubt of found.doubts) note(doubt.code, doubtWords(doubt), key)
    return found
  }
  const lead = read('lead')
  const coordinating = read('coordinating')
  const phrase = joined(textsOf('deadline'))
  // Lines of a cell may be sentences of their own; the phrase keeps the words, on one line.
  const { milestones } = readDeadline(textsOf('deadline').join('\n'), { planYear: context.planYear, issuedOn: context.issuedOn })
  if (phrase !== '' && milestones.length === 0) note('deadline-not-understood', phrase, 'deadline')
  if (milestones.some(({ doubt }) => doubt !== null)) note('deadline-doubtful', phrase, 'deadline')
  const content = joined(textsOf('task').map(withoutPageNumbers))
  if (lead.parties.length === 0) note('row-without-lead', content, 'lead')
  return {
    fieldTitle: task.fieldTitle,
    subgroup: task.subgroup,
    stt: task.stt,
    content: keys.includes('stt') ? content : content.replace(/^(?:\d+(?:\.\d+)*[.)]|[-–+*•])\s+/u, ''),
    product: joined(textsOf('product').map(withoutPageNumbers)),
    leads: lead.parties,
    coordinating: [...lead.coordinating, ...coordinating.parties, ...coordinating.coordinating],
    deadline: { phrase, milestones },
    extra,
    cells,
    sourceRow: task.sourceRow,
  }
}

function doubtWords({ words, successors }: PartyDoubt): string {
  return successors.length === 0 ? words : `${words} → ${successors.join(', ')}`
}

/** Several cells as one text: a cell that ends a clause is followed by a space, another by "; ", a broken sentence by a space. */
function joined(texts: readonly string[]): string {
  return texts
    .map(oneLine)
    .reduce((all, text) => (all === '' ? text : `${all}${/[;,.:…]$/.test(all) || /^\p{Ll}/u.test(text) ? ' ' : '; '}${text}`), '')
}

/** Page numbers that fell into a cell with its page break: a bare number on the first or last line of several. */
function withoutPageNumbers(text: string): string {
  return text.includes('\n') ? text.replace(/^\s*\d{1,3}\s*\n|\n\s*\d{1,3}\s*$/g, '') : text
}

function noteRepeated(rows: readonly DraftRow[], note: (words: string, row: number) => void): void {
  const seen = new Set<string>()
  for (const [index, { fieldTitle, subgroup, stt }] of rows.entries()) {
    const key = JSON.stringify([fieldTitle, subgroup, stt])
    if (stt !== '' && seen.has(key)) note(stt, index)
    seen.add(key)
  }
}
