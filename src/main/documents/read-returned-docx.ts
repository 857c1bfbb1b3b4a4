import { AppError } from '#shared/app-error.ts'
import type {
  ReturnedCell,
  ReturnedLine,
  ReturnedMark,
  ReturnedNote,
  ReturnedPaper,
  ReturnedRow,
  ReturnedTable,
} from '#shared/domain/returned-paper.ts'
import { plainWords } from '#shared/language/plain-words.ts'
import {
  cellText,
  noteText,
  paragraphsOf,
  type DocxBlock,
  type DocxBody,
  type DocxParagraph,
  type DocxRow,
  type DocxTable,
} from './docx-body.ts'
import type { DocxTraces } from './docx-traces.ts'
import { isSecrecyMark } from './plan-text/piece.ts'
import { isHeadOrFoot, refuseUnfit } from './read-plan-docx.ts'

/** A stamp of secrecy stands by itself. */
const LONGEST_STAMP = 60

/**
 * What a Word file says, line by line and table by table, with our marks, the authors of tracked changes (accepted) and the comments.
 * A table without lines that carries head or foot is read as lines.
 * Throws file-secret, file-old-font-encoding.
 */
export function returnedPaperOf(body: DocxBody, file: string): ReturnedPaper {
  refuseUnfit(body, file)
  const comments = body.remarks.filter(({ text }) => text !== '')
  const commentAt = new Map(comments.map(({ id }, index) => [id, index]))
  const lines: ReturnedLine[] = []
  const tables: ReturnedTable[] = []
  const add = (paragraph: DocxParagraph, cell: string | null): void => {
    const line = lineOf(paragraph, cell, commentAt)
    if (line !== null) lines.push(line)
  }
  body.sections.forEach(({ blocks }, section) => {
    blocks.forEach((block: DocxBlock, at) => {
      if (block.kind === 'paragraph') add(block, null)
      else if (isHeadOrFoot(block))
        block.rows.forEach((row, ordinal) => {
          row.cells.forEach(({ blocks: inner, column }) => {
            // Left and right column each go on over the rows of their table.
            for (const paragraph of paragraphsOf(inner)) add(paragraph, `${section}/${at}/${ordinal}/${column}`)
          })
        })
      else tables.push({ after: lines.length, rows: rowsOf(block, commentAt) })
    })
  })
  if (lines.some(({ text }) => text.length < LONGEST_STAMP && text.split('\n').some(isSecrecyMark)))
    throw new AppError('file-secret', { file })
  if (lines.length === 0 && tables.length === 0) throw new AppError('file-empty', { file })
  return { lines, tables, comments: comments.map(({ author, text }) => ({ author, text })), deletions: body.deletions }
}

function remarksOf(traces: readonly (DocxTraces | undefined)[], commentAt: ReadonlyMap<string, number>) {
  const known = traces.filter((one) => one !== undefined)
  const marks = new Map<string, number>()
  for (const one of known) for (const [id, letters] of one.marks) marks.set(id, (marks.get(id) ?? 0) + letters)
  return {
    marks: [...marks].map(([id, letters]): ReturnedMark => ({ id, letters })),
    authors: [...new Set(known.flatMap(({ changes }) => changes.map(({ author }) => author)).filter((author) => author !== ''))],
    comments: [...new Set(known.flatMap((one) => one.comments.flatMap((id) => commentAt.get(id) ?? [])))],
  }
}

function lineOf(paragraph: DocxParagraph, cell: string | null, commentAt: ReadonlyMap<string, number>): ReturnedLine | null {
  const notes: ReturnedNote[] = []
  let text = ''
  const noteTraces: (DocxTraces | undefined)[] = []
  for (const run of paragraph.runs) {
    if (run.kind === 'text') text += run.text
    else if (run.kind === 'line-break') text += '\n'
    else if (run.kind === 'footnote') {
      const traces = run.paragraphs.map((one) => one.traces)
      noteTraces.push(...traces)
      const inside = plainWords(text)
      // A space before the anchor is not lost in the words that follow it.
      notes.push({ id: noteMark(traces), at: inside.length, text: plainWords(noteText(run)).replaceAll('\n', ' ') })
    }
  }
  const words = plainWords(text)
  if (words === '' && notes.length === 0) return null
  const own = remarksOf([paragraph.traces], commentAt)
  const inNotes = remarksOf(noteTraces, commentAt)
  return {
    text: words,
    label: paragraph.number?.label ?? null,
    notes,
    cell,
    marks: own.marks,
    authors: [...new Set([...own.authors, ...inNotes.authors])],
    comments: [...new Set([...own.comments, ...inNotes.comments])],
  }
}

/** The mark inside a note; the one round its sentence covers the note's words too, from outside. */
function noteMark(traces: readonly (DocxTraces | undefined)[]): string | null {
  const ids = traces.flatMap((one) => [...(one?.marks.keys() ?? [])])
  return ids.at(-1) ?? null
}

function rowsOf(table: DocxTable, commentAt: ReadonlyMap<string, number>): readonly ReturnedRow[] {
  /** Words of the cell that is merged downwards in a column. */
  const above = new Map<number, string>()
  return table.rows.map((row: DocxRow) => {
    const cells = row.cells.map((cell): ReturnedCell => {
      const own = plainWords(cellText(cell))
      const text = cell.verticalMerge === 'continue' && own === '' ? (above.get(cell.column) ?? '') : own
      if (cell.verticalMerge === 'none') above.delete(cell.column)
      else above.set(cell.column, text)
      return { column: cell.column, span: cell.span, text }
    })
    const inside = row.cells.flatMap(({ blocks }) => paragraphsOf(blocks).map(({ traces }) => traces))
    return { cells, ...remarksOf([row.traces, ...inside], commentAt) }
  })
}
