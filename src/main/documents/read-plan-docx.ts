import { AppError } from '#shared/app-error.ts'
import type { DraftInline, PlanDraft } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import type { TextInline } from '#shared/domain/inline.ts'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { repairText } from '#shared/language/repair-text.ts'
import type { TellProgress } from './document-job.ts'
import { cellText, paragraphsOf, paragraphText } from './docx-body.ts'
import type { DocxBlock, DocxBody, DocxParagraph, DocxRun, DocxTable } from './docx-body.ts'
import type { OfficePackage } from './open-package.ts'
import { splitAtBreaks, textContent, tidyContent, wordsOf } from './plan-text/content.ts'
import type { Content } from './plan-text/content.ts'
import { readFlow } from './plan-text/flow.ts'
import type { FlowItem, ReadTables } from './plan-text/flow.ts'
import { beginsFoot } from './plan-text/paper-foot.ts'
import { findNationalWords, isSecrecyMark } from './plan-text/piece.ts'
import { collectDoubts } from './plan-text/source-paragraph.ts'
import type { Doubts, SourceParagraph } from './plan-text/source-paragraph.ts'
import { readDocx } from './read-docx.ts'

/** Reads the appendices in a Word body; the plan's reader hands over only what stands outside its own text. `unread` counts the body's tables from 0. */
export type ReadAppendices = (body: DocxBody, when: { readonly planYear: number; readonly issuedOn: Day | null }) => ReadTables

/** Lines of the source as they are counted for the review screen, and the items with their places in them. */
interface Flow {
  readonly lines: string[]
  readonly items: FlowItem[]
  /** Blocks of each item, to hand tables on to the appendix reader. */
  readonly blocks: DocxBlock[]
  readonly orientations: ('portrait' | 'landscape')[]
  readonly notes: string[]
  repaired: { readonly line: number; readonly excerpt: string } | null
}

/**
 * Reads a plan from an opened .docx. Throws what `readDocx` throws, and file-empty, file-secret, file-old-font-encoding,
 * file-without-plan.
 */
export function readPlanDocx(
  source: OfficePackage,
  year: number | null,
  readAppendices: ReadAppendices,
  tellProgress: TellProgress,
): PlanDraft {
  const { file } = source
  const body = readDocx(source)
  tellProgress(1, 3)
  refuseUnfit(body, file)
  const doubts = collectDoubts()
  if (body.trackedChanges > 0) doubts.warn('tracked-changes-accepted', null, String(body.trackedChanges))
  if (body.comments > 0) doubts.warn('comments-dropped', null, String(body.comments))
  if (body.hiddenText.trim() !== '') doubts.warn('hidden-text-dropped', null, body.hiddenText)
  const flow: Flow = { lines: [], items: [], blocks: [], orientations: [], notes: [], repaired: null }
  body.sections.forEach(({ blocks, orientation }, index) => {
    const turns = orientation === 'landscape' && body.sections[index - 1]?.orientation === 'portrait'
    const before = flow.items.length
    for (const block of blocks) addBlock(block, orientation, flow, doubts)
    const first = flow.items[before]
    if (turns && first !== undefined) flow.items[before] = { ...first, turnsLandscape: true }
  })
  if (flow.repaired !== null) doubts.warn('text-repaired', flow.repaired.line, flow.repaired.excerpt)
  tellProgress(2, 3)
  const draft = readFlow({
    file,
    format: 'docx',
    sourceLines: [...flow.lines, ...flow.notes],
    items: flow.items,
    year,
    doubts,
    readTables: (items, when) => {
      const part = bodyOf(items, flow, body)
      const read = readAppendices(part, when)
      const tables = part.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
      const unread = new Set(read.unread.map((index) => tables[index]))
      return { ...read, unread: items.flatMap(({ table }) => (table !== null && unread.has(flow.blocks[table.key]) ? [table.key] : [])) }
    },
  })
  tellProgress(3, 3)
  return draft
}

/** Throws file-old-font-encoding for letters that only an old font shows, file-secret for a stamp in margins or boxes. */
export function refuseUnfit(body: DocxBody, file: string): void {
  refuseOldFonts(body, file)
  refuseSecretMargins(body, file)
}

function refuseOldFonts(body: DocxBody, file: string): void {
  const words = body.sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .map(paragraphText)
    .join(' ')
  const { TCVN3, VNI } = body.oldFontText
  const old = detectOldEncoding(words) ?? (TCVN3.length + VNI.length > words.length * 0.2 ? detectOldEncoding(`${TCVN3} ${VNI}`) : null)
  if (old !== null) throw new AppError('file-old-font-encoding', { file, encoding: old })
}

/** Stamps in headers, footers and text boxes; those in the flow are looked for with the text. */
function refuseSecretMargins(body: DocxBody, file: string): void {
  const apart = body.sections.flatMap(({ margins, blocks }) => [...margins, ...paragraphsOf(blocks).flatMap(({ boxes }) => boxes.flat())])
  const stamped = paragraphsOf(apart).some((paragraph) =>
    paragraphText(paragraph)
      .split(/[\t\n]+/)
      .some(isSecrecyMark),
  )
  if (stamped) throw new AppError('file-secret', { file })
}

function addBlock(block: DocxBlock, orientation: 'portrait' | 'landscape', flow: Flow, doubts: Doubts): void {
  const add = (item: FlowItem): void => {
    flow.items.push(item)
    flow.blocks.push(block)
    flow.orientations.push(orientation)
  }
  if (block.kind === 'paragraph') {
    addParagraph(block, flow, doubts, add)
    return
  }
  if (isHeadOrFoot(block)) {
    for (const row of block.rows)
      for (const cell of row.cells) for (const paragraph of paragraphsOf(cell.blocks)) addParagraph(paragraph, flow, doubts, add)
    return
  }
  const rows = block.rows.map((row): SourceParagraph => {
    const words = row.cells
      .map((cell) => cellText(cell).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
      .join('\t')
    flow.lines.push(words)
    return { ...plainParagraph(textContent(repairText(words.replaceAll('\t', ' ')).text), flow.lines.length), isRow: true }
  })
  const filled = rows.filter(({ content }) => content.length > 0)
  const [first] = filled
  if (first === undefined) return
  add({
    paragraph: { ...first, content: [] },
    raw: wordsOf(first.content),
    table: { key: flow.items.length, rows: filled },
    turnsLandscape: false,
  })
}

function plainParagraph(content: Content, line: number): SourceParagraph {
  return { content, lines: { from: line, to: line }, number: null, outlineLevel: null, align: null, bold: null }
}

/** Letterhead and signature are set in tables without lines (the usual carrier of ô 1–4 and 7, 9b). */
export function isHeadOrFoot(table: DocxTable): boolean {
  if (table.rows.length > 12) return false
  return table.rows.some((row) =>
    row.cells.some((cell) =>
      paragraphsOf(cell.blocks).some((paragraph) => {
        const words = paragraphText(paragraph).replace(/\s+/g, ' ').trim()
        return findNationalWords(words) !== null || beginsFoot({ words, line: 0, origin: 0, standsOut: null })
      }),
    ),
  )
}

function addParagraph(paragraph: DocxParagraph, flow: Flow, doubts: Doubts, add: (item: FlowItem) => void): void {
  const content = contentOf(paragraph.runs, flow, doubts)
  const label = paragraph.number?.label ?? ''
  splitAtBreaks(content, paragraph.align).forEach((piece, index) => {
    const number = index === 0 ? paragraph.number : null
    const raw = number === null ? wordsOf(piece) : `${label} ${wordsOf(piece)}`
    if (raw.trim() === '' && piece.length === 0) return
    flow.lines.push(raw.replaceAll('\n', ' ').trim())
    const line = flow.lines.length
    add({
      paragraph: {
        content: tidyContent(piece, 'kept'),
        lines: { from: line, to: line },
        number,
        outlineLevel: paragraph.outlineLevel,
        align: paragraph.align,
        bold: isBold(paragraph.runs),
      },
      raw: raw.trim(),
      table: null,
      turnsLandscape: false,
    })
  })
  for (const box of paragraph.boxes) for (const inner of paragraphsOf(box)) addParagraph(inner, flow, doubts, add)
}

function isBold(runs: readonly DocxRun[]): boolean {
  const words = runs.filter((run) => run.kind === 'text' && /[\p{L}\p{N}]/u.test(run.text))
  return words.length > 0 && words.every((run) => run.kind === 'text' && run.bold)
}

function contentOf(runs: readonly DocxRun[], flow: Flow, doubts: Doubts): Content {
  return runs.flatMap((run): readonly DraftInline[] => {
    switch (run.kind) {
      case 'text':
        return textInline(run, flow)
      case 'line-break':
        return [{ kind: 'line-break' }]
      case 'page-break':
        return []
      case 'footnote':
        return footnote(run.paragraphs, flow, doubts)
      default:
        return run satisfies never
    }
  })
}

function textInline(run: Extract<DocxRun, { kind: 'text' }>, flow: Flow): readonly TextInline[] {
  const { text, repairs } = repairText(run.text)
  const [repair] = repairs
  if (repair !== undefined) flow.repaired ??= { line: flow.lines.length + 1, excerpt: repair.excerpt }
  if (text === '') return []
  return [
    {
      kind: 'text',
      text,
      ...(run.bold && { bold: true }),
      ...(run.italic && { italic: true }),
      ...(run.underline && { underline: true }),
      ...(run.script === 'superscript' && { superscript: true }),
      ...(run.script === 'subscript' && { subscript: true }),
    },
  ]
}

function footnote(paragraphs: readonly DocxParagraph[], flow: Flow, doubts: Doubts): readonly DraftInline[] {
  const words = tidyContent(
    paragraphs.flatMap((paragraph, index): Content => [
      ...(index === 0 ? [] : [{ kind: 'text', text: ' ' } as const]),
      ...contentOf(paragraph.runs, flow, doubts),
    ]),
    'spaces',
  ).filter((inline) => inline.kind === 'text')
  if (words.length === 0) {
    doubts.warn('anchor-without-footnote', flow.lines.length + 1, '')
    return []
  }
  flow.notes.push(`[${flow.notes.length + 1}] ${wordsOf(words)}`)
  return [{ kind: 'footnote', content: words }]
}

/** The blocks behind some items as a body of their own, in their sections. */
function bodyOf(items: readonly FlowItem[], flow: Flow, body: DocxBody): DocxBody {
  const sections: { orientation: 'portrait' | 'landscape'; blocks: DocxBlock[]; margins: [] }[] = []
  for (const item of items) {
    const at = flow.items.indexOf(item)
    const block = flow.blocks[at]
    const orientation = flow.orientations[at] ?? 'portrait'
    if (block === undefined || sections.at(-1)?.blocks.at(-1) === block) continue
    const open = sections.at(-1)
    if (open === undefined || open.orientation !== orientation) sections.push({ orientation, blocks: [block], margins: [] })
    else open.blocks.push(block)
  }
  return { ...body, sections }
}
