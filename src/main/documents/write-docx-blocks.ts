import type {
  Block,
  FootnoteRun,
  Length,
  OfficialDocument,
  ParagraphBlock,
  ParagraphFormat,
  RuleBlock,
  Run,
  RunFormat,
  SideBySideBlock,
  TableBlock,
  TableCell,
  TrackedChange,
} from '#shared/document/blocks.ts'
import { bookmarkName } from '#shared/document/bookmark.ts'
import { CELL_SIDE_PADDING } from '#shared/document/page-layout.ts'
import { textStyle, textWidth, toPoints } from '#shared/document/text-width.ts'
import { END_STYLE, RULE_STYLE, type StyleSheet } from './write-docx-styles.ts'
import { escapeXml, halfPoints, twips } from './write-docx-xml.ts'

/** Thin line of tables, frames and rules, in eighths of a point. */
const LINE_WEIGHT = 4
const RULE_WEIGHT = 6

/** Air between a framed mark and its frame, in points. */
const FRAME_AIR = 3

/** What is counted through a whole file. */
export interface FileState {
  readonly styles: StyleSheet
  /** Footnotes met so far, by number. */
  readonly footnotes: Map<number, FootnoteRun>
  /** Views of each record met so far. */
  readonly occurrences: Map<string, number>
  /** Bookmarks and tracked changes share their numbers. */
  annotations: number
  readonly revision: OfficialDocument['revision']
  /** How the paragraph before ended, while its end itself stayed. */
  endedIn: TrackedChange | undefined
  /** Whether the changes of this paragraph are told a little later than those before. */
  isLater: boolean
}

interface Place {
  /** Width of the column the paragraph stands in, in twips. */
  readonly width: number
  readonly keepWithNext?: true
  /** Id for a bookmark round the paragraph, where it has none of its own. */
  readonly sourceId?: string | undefined
  /** Properties of the section that the paragraph ends. */
  readonly sectionProperties?: string
}

/**
 * The blocks of a section as WordprocessingML. Written as text and not through the library's objects: a 1,500-row appendix is
 * 130,000 objects there (docs/decisions tells the figures). `check-docx` holds the result against the schema's order.
 */
export function sectionXml(blocks: readonly Block[], width: number, state: FileState, sectionProperties: string | null): string {
  // A section that begins with a table begins with the lowest of lines: LibreOffice puts one of full height there otherwise.
  const first = blocks[0]?.kind
  const pieces: string[] = first === 'table' || first === 'side-by-side' ? [emptyParagraph] : []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (block === undefined) continue
    const ends = index === blocks.length - 1 && sectionProperties !== null && canEndSection(block)
    switch (block.kind) {
      case 'paragraph':
        pieces.push(paragraphXml(block, { width, ...(ends && { sectionProperties }) }, state))
        break
      case 'rule':
        pieces.push(ruleXml(block, width))
        break
      case 'side-by-side': {
        const rows = [block]
        // Blocks of one role that follow each other are rows of one frame: two tables side by side would melt into one in Word anyway.
        for (let next = blocks[index + 1]; next?.kind === 'side-by-side' && next.role === block.role; next = blocks[index + 1]) {
          rows.push(next)
          index++
        }
        pieces.push(frameXml(rows, width, state))
        break
      }
      case 'table':
        pieces.push(tableXml(block, width, state))
        break
      case 'page-break':
        pieces.push(`<w:p><w:pPr><w:pStyle w:val="${END_STYLE}"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`)
        break
      default:
        block satisfies never
    }
  }
  // A paragraph carries the end of its section; behind a table, in an empty section, and behind a paragraph that may go, one has to be made.
  if (!canEndSection(blocks.at(-1))) pieces.push(`<w:p><w:pPr><w:pStyle w:val="${END_STYLE}"/>${sectionProperties ?? ''}</w:pPr></w:p>`)
  return pieces.join('')
}

function canEndSection(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.change === undefined
}

function paragraphXml(block: ParagraphBlock, place: Place, state: FileState): string {
  const format: ParagraphFormat = place.keepWithNext === true ? { ...block.format, keepWithNext: true } : block.format
  const { id, base } = state.styles.of(block, format)
  // LibreOffice takes a change at the end of a paragraph and one like it at the start of the next for one, with the paragraph's end in it;
  // changes of moments that lie apart it does not.
  state.isLater = state.endedIn !== undefined && block.runs[0]?.change === state.endedIn && !state.isLater
  const runs = runsXml(block.runs, base, state)
  state.endedIn = block.change === undefined ? block.runs.at(-1)?.change : undefined
  const sourceId = block.sourceId ?? place.sourceId
  const frame = format.boxed === true ? frameOf(block, place.width) : ''
  const end = block.change === undefined ? '' : `<w:rPr>${changeTag(block.change, state)}/></w:rPr>`
  return `<w:p><w:pPr><w:pStyle w:val="${id}"/>${frame}${end}${place.sectionProperties ?? ''}</w:pPr>${sourceId === undefined ? runs : bookmarked(runs, sourceId, state)}</w:p>`
}

/** The footnotes met, each a paragraph that begins with its own number. `size` is that of the file's footnote style. */
export function footnotesXml(state: FileState, size: Length): string {
  return [...state.footnotes]
    .map(
      ([number, { content, sourceId }]) =>
        `<w:footnote w:id="${number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>` +
        `<w:r><w:t xml:space="preserve"> </w:t></w:r>${noteWords(runsXml(content, { size }, state), sourceId, state)}</w:p></w:footnote>`,
    )
    .join('')
}

function noteWords(runs: string, sourceId: string | undefined, state: FileState): string {
  return sourceId === undefined ? runs : bookmarked(runs, sourceId, state)
}

function bookmarked(runs: string, sourceId: string, state: FileState): string {
  const occurrence = (state.occurrences.get(sourceId) ?? 0) + 1
  state.occurrences.set(sourceId, occurrence)
  const id = ++state.annotations
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(sourceId, occurrence)}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`
}

/** The opening of a tracked change, up to where it closes. */
function changeTag(change: TrackedChange, state: FileState): string {
  if (state.revision === undefined) throw new Error('a paper with changes says whose they are')
  const { author } = state.revision
  const at = state.isLater ? later(state.revision.at) : state.revision.at
  const name = change === 'inserted' ? 'ins' : 'del'
  return `<w:${name} w:id="${++state.annotations}" w:author="${escapeXml(author)}" w:date="${escapeXml(at)}"`
}

/** Two minutes later: what an office program takes for another sitting. */
function later(moment: string): string {
  return new Date(Date.parse(moment) + 120_000).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Runs in their order; those beside each other that were changed in the same way are one change. */
function runsXml(runs: readonly Run[], base: Pick<RunFormat, 'size' | 'bold' | 'italic'>, state: FileState): string {
  const pieces: string[] = []
  let open: TrackedChange | undefined
  const close = (): void => {
    if (open !== undefined) pieces.push(open === 'inserted' ? '</w:ins>' : '</w:del>')
  }
  for (const run of runs) {
    if (run.change !== open) {
      close()
      open = run.change
      if (open !== undefined) pieces.push(`${changeTag(open, state)}>`)
    }
    pieces.push(runXml(run, base, state))
  }
  close()
  return pieces.join('')
}

function runXml(run: Run, base: Pick<RunFormat, 'size' | 'bold' | 'italic'>, state: FileState): string {
  switch (run.kind) {
    case 'text':
      return run.text === '' ? '' : `<w:r>${runProperties(run, base)}${wordsXml(run.text, run.change)}</w:r>`
    case 'line-break':
      return '<w:r><w:br/></w:r>'
    case 'footnote':
      state.footnotes.set(run.number, run)
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${run.number}"/></w:r>`
    default:
      return run satisfies never
  }
}

function wordsXml(words: string, change: TrackedChange | undefined): string {
  const name = change === 'deleted' ? 'delText' : 't'
  return `<w:${name} xml:space="preserve">${escapeXml(words)}</w:${name}>`
}

/** What a run has otherwise than its paragraph's style, in the order of CT_RPr. */
function runProperties(run: RunFormat, base: Pick<RunFormat, 'size' | 'bold' | 'italic'>): string {
  const bold = run.bold === base.bold ? '' : run.bold === true ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>'
  const italic = run.italic === base.italic ? '' : run.italic === true ? '<w:i/><w:iCs/>' : '<w:i w:val="0"/><w:iCs w:val="0"/>'
  const size = run.size === base.size ? '' : `<w:sz w:val="${halfPoints(run.size)}"/><w:szCs w:val="${halfPoints(run.size)}"/>`
  const underline = run.underline === true ? '<w:u w:val="single"/>' : ''
  const raised =
    run.superscript === true ? '<w:vertAlign w:val="superscript"/>' : run.subscript === true ? '<w:vertAlign w:val="subscript"/>' : ''
  const all = bold + italic + size + underline + raised
  return all === '' ? '' : `<w:rPr>${all}</w:rPr>`
}

/** A frame fitted to the words of a centred line: borders of the paragraph, its sides drawn in. */
function frameOf({ runs, format }: ParagraphBlock, width: number): string {
  const words = runs.reduce((sum, run) => (run.kind === 'text' ? sum + textWidth(run.text, toPoints(run.size), textStyle(run)) : sum), 0)
  const side = Math.max(0, Math.floor((width - (words + 2 * FRAME_AIR) * 20) / 2))
  const edge = (name: string): string =>
    `<w:${name} w:val="single" w:sz="${LINE_WEIGHT}" w:space="${name === 'left' || name === 'right' ? FRAME_AIR : 1}" w:color="auto"/>`
  return `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(edge).join('')}</w:pBdr><w:ind w:left="${side + twips(format.leftIndent)}" w:right="${side}"/>`
}

/** A rule: an empty paragraph with a line under it, its sides drawn in to the rule's length. Holds in Word, LibreOffice and WPS alike. */
function ruleXml({ length, spaceBefore, spaceAfter }: RuleBlock, width: number): string {
  const side = Math.max(0, Math.round((width - twips(length)) / 2))
  return (
    `<w:p><w:pPr><w:pStyle w:val="${RULE_STYLE}"/><w:pBdr><w:bottom w:val="single" w:sz="${RULE_WEIGHT}" w:space="0" w:color="auto"/></w:pBdr>` +
    `<w:spacing w:before="${twips(spaceBefore)}" w:after="${twips(spaceAfter)}"/><w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`
  )
}

/** Rows of two columns without borders. */
function frameXml(rows: readonly SideBySideBlock[], width: number, state: FileState): string {
  const left = Math.round((rows[0]?.leftShare ?? 0.5) * width)
  const columns = [left, width - left] as const
  const cellXml = (blocks: readonly (ParagraphBlock | RuleBlock)[], column: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${column}" w:type="dxa"/></w:tcPr>${
      blocks.map((block) => (block.kind === 'rule' ? ruleXml(block, column) : paragraphXml(block, { width: column }, state))).join('') ||
      emptyParagraph
    }</w:tc>`
  return (
    tableStart(width, columns, '', '0pt') +
    rows
      .map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(row.left, columns[0])}${cellXml(row.right, columns[1])}</w:tr>`)
      .join('') +
    '</w:tbl>'
  )
}

const emptyParagraph = `<w:p><w:pPr><w:pStyle w:val="${END_STYLE}"/></w:pPr></w:p>`

function tableStart(width: number, columns: readonly number[], borders: string, padding: Length): string {
  const side = twips(padding)
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${side}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`
  )
}

const allBorders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="${LINE_WEIGHT}" w:space="0" w:color="auto"/>`)
  .join('')}</w:tblBorders>`

function tableXml(table: TableBlock, width: number, state: FileState): string {
  const columns = columnWidths(table.columnShares, width)
  /** Rows still to be spanned by a cell above, by column: its width in columns stands at its first. */
  const spans = new Map<number, { rows: number; readonly columns: number }>()
  const pieces = [tableStart(width, columns, allBorders, CELL_SIDE_PADDING)]
  const changed = (change: TrackedChange | undefined): string => (change === undefined ? '' : `${changeTag(change, state)}/>`)
  for (const { cells, change } of table.headerRows)
    pieces.push(
      rowXml(
        { cells, properties: `<w:cantSplit/><w:tblHeader/>${changed(change)}`, keepWithNext: true, sourceId: undefined },
        columns,
        spans,
        state,
      ),
    )
  for (const { kind, cells, mayBreak, sourceId, change } of table.rows)
    pieces.push(
      rowXml(
        {
          cells,
          properties: `${mayBreak ? '' : '<w:cantSplit/>'}${changed(change)}`,
          keepWithNext: kind === 'field' || kind === 'subgroup',
          sourceId,
        },
        columns,
        spans,
        state,
      ),
    )
  pieces.push('</w:tbl>')
  return pieces.join('')
}

/** Whole twips that sum to the width of the table. */
function columnWidths(shares: readonly number[], width: number): readonly number[] {
  let reached = 0
  let share = 0
  return shares.map((own) => {
    share += own
    const column = Math.round(share * width) - reached
    reached += column
    return column
  })
}

interface Row {
  readonly cells: readonly TableCell[]
  readonly properties: string
  readonly keepWithNext: boolean
  readonly sourceId: string | undefined
}

function rowXml(
  row: Row,
  columns: readonly number[],
  spans: Map<number, { rows: number; readonly columns: number }>,
  state: FileState,
): string {
  const pieces = [row.properties === '' ? '<w:tr>' : `<w:tr><w:trPr>${row.properties}</w:trPr>`]
  let column = 0
  const passSpans = (): void => {
    for (let open = spans.get(column); open !== undefined && open.rows > 0; open = spans.get(column)) {
      open.rows -= 1
      pieces.push(cellStart(columns, column, open.columns, '<w:vMerge/>', ''), emptyParagraph, '</w:tc>')
      column += open.columns
    }
  }
  row.cells.forEach(({ columnSpan, rowSpan, verticalAlign, paragraphs }, index) => {
    passSpans()
    if (rowSpan > 1) spans.set(column, { rows: rowSpan - 1, columns: columnSpan })
    pieces.push(
      cellStart(
        columns,
        column,
        columnSpan,
        rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '',
        verticalAlign === 'center' ? '<w:vAlign w:val="center"/>' : '',
      ),
    )
    const width = widthOf(columns, column, columnSpan) - 2 * twips(CELL_SIDE_PADDING)
    paragraphs.forEach((paragraph, at) => {
      const sourceId = index === 0 && at === 0 ? row.sourceId : undefined
      pieces.push(paragraphXml(paragraph, { width, ...(row.keepWithNext && { keepWithNext: true }), sourceId }, state))
    })
    pieces.push(paragraphs.length === 0 ? `${emptyParagraph}</w:tc>` : '</w:tc>')
    column += columnSpan
  })
  passSpans()
  pieces.push('</w:tr>')
  return pieces.join('')
}

function widthOf(columns: readonly number[], from: number, span: number): number {
  return columns.slice(from, from + span).reduce((sum, column) => sum + column, 0)
}

/** The properties of a cell in the order of CT_TcPr: width, gridSpan, vMerge, vAlign. */
function cellStart(columns: readonly number[], column: number, span: number, merge: string, align: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${widthOf(columns, column, span)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}${align}</w:tcPr>`
}
