import { AppError } from '#shared/app-error.ts'
import type { PlanDraft, SourceFormat } from '#shared/domain/draft.ts'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { repairText } from '#shared/language/repair-text.ts'
import type { TellProgress } from './document-job.ts'
import { splitAtBreaks, tidyContent, wordsOf } from './plan-text/content.ts'
import type { Content } from './plan-text/content.ts'
import { readFlow } from './plan-text/flow.ts'
import type { FlowItem } from './plan-text/flow.ts'
import { paragraphsOfHtml } from './plan-text/html-paragraphs.ts'
import type { HtmlParagraph } from './plan-text/html-paragraphs.ts'
import { readMarker } from './plan-text/marker.ts'
import { beginsFoot } from './plan-text/paper-foot.ts'
import { findNationalWords } from './plan-text/piece.ts'
import { collectDoubts } from './plan-text/source-paragraph.ts'
import type { SourceParagraph } from './plan-text/source-paragraph.ts'
import { areCutLines } from './plan-text/text-lines.ts'
import { readPlanText } from './read-plan-text.ts'

export interface PlanHtmlInput {
  readonly html: string
  readonly file: string
  readonly format: Extract<SourceFormat, 'txt' | 'pasted-html'>
  readonly year: number | null
}

/**
 * Reads a plan from HTML: of the clipboard, or of a page saved as a file. Where the page itself was cut into printed lines (a PDF
 * reader's clipboard) it is read as plain text. Throws file-empty, file-old-font-encoding, file-secret, file-without-plan.
 */
export function readPlanHtml({ html, file, format, year }: PlanHtmlInput, tellProgress: TellProgress): PlanDraft {
  const paragraphs = paragraphsOfHtml(html)
  if (paragraphs.length === 0) throw new AppError('file-empty', { file })
  const words = paragraphs.map(({ content }) => wordsOf(content))
  const old = detectOldEncoding(words.join(' '))
  if (old !== null) throw new AppError('file-old-font-encoding', { file, encoding: old })
  if (areCutLines(words)) {
    const text = words.join('\n')
    return readPlanText({ text, file, format: format === 'txt' ? 'txt' : 'pasted-text', year, doubtful: false }, tellProgress)
  }
  tellProgress(1, 2)
  const doubts = collectDoubts()
  const sourceLines: string[] = []
  const headsAndFeet = tablesOfHeadAndFoot(paragraphs)
  const tables = new Map<number, { readonly at: number; row: number; readonly rows: SourceParagraph[] }>()
  const items: FlowItem[] = []
  for (const paragraph of paragraphs) {
    splitAtBreaks(mended(paragraph.content), paragraph.align).forEach((piece, index) => {
      const content = tidyContent(piece, 'kept')
      if (content.length === 0) return
      const number = index > 0 ? null : listNumber(paragraph, wordsOf(content))
      const raw = number === null ? wordsOf(content) : `${number.label} ${wordsOf(content)}`
      sourceLines.push(raw.replaceAll('\n', ' '))
      const line = sourceLines.length
      const { align, bold, outlineLevel, cell } = paragraph
      const own = { content, lines: { from: line, to: line }, number, outlineLevel, align, bold }
      if (cell === null || headsAndFeet.has(cell.table)) {
        items.push({ paragraph: own, raw, table: null, turnsLandscape: false })
        return
      }
      const open = tables.get(cell.table)
      if (open === undefined) {
        const at =
          items.push({ paragraph: { ...own, content: [] }, raw, table: { key: cell.table, rows: [own] }, turnsLandscape: false }) - 1
        tables.set(cell.table, { at, row: cell.row, rows: [own] })
        return
      }
      // The cells of a row are one line, as they are in a Word file.
      const last = open.rows.at(-1)
      if (open.row === cell.row && last !== undefined) {
        open.rows[open.rows.length - 1] = {
          ...last,
          content: [...last.content, { kind: 'text', text: ' ' }, ...content],
          lines: { ...last.lines, to: line },
        }
      } else open.rows.push(own)
      open.row = cell.row
      const first = items[open.at]
      if (first !== undefined) items[open.at] = { ...first, table: { key: cell.table, rows: [...open.rows] } }
    })
  }
  const draft = readFlow({
    file,
    format,
    sourceLines,
    items,
    year,
    doubts,
    readTables: () => ({ appendices: [], warnings: [], unread: [] }),
  })
  tellProgress(2, 2)
  return draft
}

function mended(content: Content): Content {
  return content.map((inline) => (inline.kind === 'text' ? { ...inline, text: repairText(inline.text).text } : inline))
}

/** Items of real lists (<li>) have no sign among their words. */
function listNumber({ list }: HtmlParagraph, words: string): FlowItem['paragraph']['number'] {
  if (list === null || readMarker(words) !== null) return null
  const level = list.depth - 1
  if (list.label === null) return { label: level === 0 ? '-' : '+', format: 'bullet', level }
  return { label: list.label, format: /^\d/.test(list.label) ? 'decimal' : /^[a-z]/.test(list.label) ? 'lowerLetter' : 'upperRoman', level }
}

function tablesOfHeadAndFoot(paragraphs: readonly HtmlParagraph[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { cell, content } of paragraphs) {
    if (cell === null || cell.row > 11) continue
    const words = wordsOf(content).replace(/\s+/g, ' ').trim()
    if (findNationalWords(words) !== null || beginsFoot({ words, line: 0, origin: 0, standsOut: null })) found.add(cell.table)
  }
  return found
}
