import { AppError } from '#shared/app-error.ts'
import type { AppendixDraft, DraftWarning, PlanDraft, SourceFormat } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { pullFootnotes } from './footnote-lines.ts'
import { joinIntoParagraphs } from './join-lines.ts'
import { isAllCapitals } from './marker.ts'
import { findPapers, isHeadOrFoot } from './papers.ts'
import { isAppendixTitle, isSecrecyMark, piecesOf } from './piece.ts'
import type { Piece } from './piece.ts'
import { draftOf, planYearOf } from './plan-draft.ts'
import type { Doubts, SourceParagraph } from './source-paragraph.ts'
import { areCutLines, dropPageNumbers } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'
import { wordsOf } from './content.ts'

/** One thing in the flow of a Word file or a pasted page: a paragraph, or a table that is neither head nor foot. */
export interface FlowItem {
  readonly paragraph: SourceParagraph
  /** Words with tabs, to tell columns apart; the automatic number stands before them. */
  readonly raw: string
  /** Handle of a table whose words are `table`; null for a paragraph. */
  readonly table: FlowTable | null
  /** The first item of a landscape section behind a portrait one. */
  readonly turnsLandscape: boolean
}

/** A table that may hold tasks: its rows as paragraphs for the case that it does not. */
export interface FlowTable {
  readonly key: number
  readonly rows: readonly SourceParagraph[]
}

export interface ReadTables {
  readonly appendices: readonly AppendixDraft[]
  readonly warnings: readonly DraftWarning[]
  /** Keys of the tables that none of the appendices was made of. */
  readonly unread: readonly number[]
}

export interface FlowInput {
  readonly file: string
  readonly format: SourceFormat
  readonly sourceLines: readonly string[]
  readonly items: readonly FlowItem[]
  readonly year: number | null
  readonly doubts: Doubts
  /** Tries to read the tasks of some items: those of an appendix, or of a table in the text with what stands above it. */
  readonly readTables: (items: readonly FlowItem[], when: { readonly planYear: number; readonly issuedOn: Day | null }) => ReadTables
}

/** Reads a plan from paragraphs in order. Throws file-empty, file-secret, file-without-plan. */
export function readFlow({ file, format, sourceLines, items, year, doubts, readTables }: FlowInput): PlanDraft {
  if (items.length === 0) throw new AppError('file-empty', { file })
  refuseSecrets(items, file)
  const pieces = items.flatMap((item, index) => itemPieces(item, index))
  const bounds = findPapers(pieces, items.length)
  const { papers, appendixFrom } = bounds
  const appendices: AppendixDraft[] = []
  const heads = papers.map(({ head }) => head)
  const subject = heads.findLast((head) => head !== null && head.type !== 'decision')?.subject ?? null
  const issuedOn = heads[0]?.issuedOn ?? null
  // A deadline like "trước ngày 15/12" takes its year from the plan; with no year at all the table stays as words.
  const planYear =
    year ??
    planYearOf(
      subject,
      items.map(({ raw }) => raw),
    )
  /** Keys of the tables that became appendices. */
  const became = new Set<number>()
  const read = (part: readonly FlowItem[]): boolean => {
    if (planYear === null || part.every(({ table }) => table === null)) return false
    const found = readTables(part, { planYear, issuedOn })
    for (const { code, line, excerpt, at } of found.warnings)
      doubts.warn(code, line, excerpt, at !== null && 'appendix' in at ? { ...at, appendix: at.appendix + appendices.length } : at)
    appendices.push(...found.appendices)
    for (const { table } of part) if (table !== null && !found.unread.includes(table.key)) became.add(table.key)
    return found.appendices.length > 0
  }
  const paragraphsOf = (part: readonly FlowItem[]): readonly SourceParagraph[] =>
    part.flatMap((item, index) => {
      if (item.table === null)
        return wordsOf(item.paragraph.content).trim() === '' && item.paragraph.content.length === 0 ? [] : [item.paragraph]
      if (read([...part.slice(Math.max(0, index - 1), index), item])) return []
      for (const row of item.table.rows.slice(0, 1)) doubts.warn('line-not-placed', row.lines.from, wordsOf(row.content))
      return item.table.rows
    })
  const readPapers = papers.map((paper) => ({
    ...paper,
    paragraphs: whole(paragraphsOf(items.slice(paper.bodyFrom, paper.bodyTo)), doubts),
  }))
  const behind = items.slice(appendixFrom)
  const hasAppendix = read(behind)
  const rest = behind.flatMap((item, index) => {
    if (item.table !== null) return became.has(item.table.key) ? [] : item.table.rows
    // The title of a table that was read is the appendix's own; that of another stays with its words.
    const next = behind.slice(index).find(({ table }) => table !== null)?.table
    const isTitle = hasAppendix && isAppendixHead(item) && (next === undefined || next === null || became.has(next.key))
    return isTitle ? [] : [item.paragraph]
  })
  const draft = draftOf({
    source: { name: file, format, lines: sourceLines },
    papers: readPapers,
    headsAndFeet: items
      .filter((_, index) => isHeadOrFoot(bounds, index))
      .map(({ paragraph }) => ({ content: paragraph.content, line: paragraph.lines.from })),
    rest,
    appendices,
    year: planYear,
    doubts,
  })
  if (draft === null) throw new AppError('file-without-plan', { file })
  return draft
}

/** Paragraphs that a converter cut at every printed line are put together again, as those of a plain text are. */
function whole(paragraphs: readonly SourceParagraph[], doubts: Doubts): readonly SourceParagraph[] {
  if (!areCutLines(paragraphs.map(({ content }) => wordsOf(content)))) return paragraphs
  const lines = paragraphs.map(({ content, number, lines: { from } }): TextLine => {
    const words = number === null ? content : [{ kind: 'text' as const, text: `${number.label} ` }, ...content]
    return {
      number: from,
      content: words,
      words: wordsOf(words),
      raw: wordsOf(words),
      blanksBefore: 0,
      pageStart: false,
      ruleBefore: false,
      indented: false,
    }
  })
  return joinIntoParagraphs(pullFootnotes(dropPageNumbers(lines), doubts), doubts)
}

function itemPieces({ raw, paragraph, table, turnsLandscape }: FlowItem, index: number): readonly Piece[] {
  const standsOut = paragraph.align === null && paragraph.bold === null ? null : paragraph.align === 'center' || paragraph.bold === true
  const facts = {
    line: paragraph.lines.from,
    origin: index,
    standsOut,
    ...(table !== null && { isTable: true as const }),
    ...(turnsLandscape && { turnsLandscape: true as const }),
  }
  if (table !== null) return [{ words: raw, ...facts }]
  return piecesOf(raw, paragraph.lines.from, index, standsOut).map((piece) => ({ ...piece, ...facts }))
}

/** Title lines of an appendix say what the appendix itself keeps: its title, and to which paper it belongs (decree I.III.1). */
function isAppendixHead({ raw }: FlowItem): boolean {
  const words = raw.trim()
  return isAppendixTitle(words) || isAllCapitals(words) || /^\((?:Ban hành\s+)?[Kk]èm theo/u.test(words)
}

function refuseSecrets(items: readonly FlowItem[], file: string): void {
  items.forEach(({ raw, table }, index) => {
    if (table !== null) return
    const before = items[index - 1]?.raw.trim() ?? ''
    if (/(?:^|\s)(?:BÍ|BẢO|CƠ)$/u.test(before) && isAllCapitals(before)) return
    if (raw.split(/\t+|\s{3,}/).some(isSecrecyMark)) throw new AppError('file-secret', { file })
  })
}
