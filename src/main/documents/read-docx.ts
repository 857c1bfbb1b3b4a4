import { mergeRuns, readInline } from './docx-inline.ts'
import type { Walk } from './docx-inline.ts'
import { readNumbering } from './docx-numbering.ts'
import { readParagraphLook, readStyles } from './docx-styles.ts'
import type { DocxBlock, DocxBody, DocxCell, DocxParagraph, DocxRow, DocxRun, DocxSection, DocxTable } from './docx-body.ts'
import type { OfficePackage } from './open-package.ts'
import {
  addChange,
  addDeletion,
  changeOf,
  createTraceWalk,
  deletedWords,
  joinTraces,
  traceEdge,
  withTraces,
  type DocxComment,
  type DocxTraces,
} from './docx-traces.ts'
import { childOf, elementsOf } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

/**
 * Reads a .docx as plain values: paragraphs with runs, real footnotes (endnotes too) at their anchors, automatic numbers as
 * printed, tables with their grid and merges, sections, headers and text boxes. Tracked changes are accepted, comments and
 * hidden text left out; the counts let the caller say so.
 *
 * Throws what `OfficePackage.xml` throws.
 */
export function readDocx(source: OfficePackage): DocxBody {
  const relations = [...source.relationships(source.mainPart).values()]
  const related = (ending: string): XmlElement | null => {
    const target = relations.find(({ type }) => type.endsWith(ending))?.target
    return target === undefined ? null : source.xml(target)
  }
  const notes = new Map<string, XmlElement>()
  for (const [part, name] of [
    ['/footnotes', 'w:footnote'],
    ['/endnotes', 'w:endnote'],
  ] as const)
    for (const note of elementsOf(related(part))) {
      const id = note.attributes['w:id']
      if (note.name === name && id !== undefined) notes.set(`${name}/${id}`, note)
    }
  const walk: Walk = {
    styles: readStyles(related('/styles')),
    numbering: readNumbering(related('/numbering')),
    notes,
    readBlocks: (parent) => readBlocks(parent, walk),
    trackedChanges: 0,
    comments: 0,
    hiddenText: '',
    oldFontText: { TCVN3: '', VNI: '' },
    fields: [],
    traces: createTraceWalk(),
  }
  const body = childOf(source.xml(source.mainPart), 'w:body')
  const targets = source.relationships(source.mainPart)
  const sections = readSections(body, walk, (id) => {
    const target = targets.get(id)?.target
    return target === undefined ? null : source.xml(target)
  })
  return {
    sections,
    trackedChanges: walk.trackedChanges,
    comments: walk.comments,
    remarks: readRemarks(related('/comments')),
    deletions: walk.traces.deletions,
    hiddenText: walk.hiddenText,
    oldFontText: walk.oldFontText,
  }
}

function readSections(body: XmlElement | null, walk: Walk, partOf: (id: string) => XmlElement | null): readonly DocxSection[] {
  const sections: DocxSection[] = []
  let blocks: DocxBlock[] = []
  const end = (properties: XmlElement | null): void => {
    sections.push({
      orientation: orientationOf(properties),
      blocks: joinSplitParagraphs(blocks),
      margins: readMargins(properties, walk, partOf),
    })
    blocks = []
  }
  const walkBody = (parent: XmlElement | null): void => {
    for (const element of elementsOf(parent)) {
      countChange(element, walk)
      if (traceEdge(element, walk.traces)) continue
      if (isTransparent(element)) walkBody(element)
      else if (element.name === 'w:sectPr') end(element)
      else {
        const block = readBlock(element, walk)
        if (block === null) continue
        blocks.push(block)
        const inner = childOf(childOf(element, 'w:pPr'), 'w:sectPr')
        if (inner !== null) end(inner)
      }
    }
  }
  walkBody(body)
  if (blocks.length > 0 || sections.length === 0) end(null)
  return sections
}

function orientationOf(properties: XmlElement | null): 'portrait' | 'landscape' {
  const size = childOf(properties, 'w:pgSz')?.attributes
  if (size?.['w:orient'] === 'landscape') return 'landscape'
  return Number(size?.['w:w'] ?? '0') > Number(size?.['w:h'] ?? '1') ? 'landscape' : 'portrait'
}

function readMargins(properties: XmlElement | null, walk: Walk, partOf: (id: string) => XmlElement | null): readonly DocxBlock[] {
  return elementsOf(properties).flatMap((element) => {
    const id = element.attributes['r:id']
    if ((element.name !== 'w:headerReference' && element.name !== 'w:footerReference') || id === undefined) return []
    return readBlocks(partOf(id), walk)
  })
}

/** Containers that add nothing to what is said: content controls, smart tags, insertions. */
function isTransparent(element: XmlElement): boolean {
  return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo'].includes(element.name)
}

function readBlocks(parent: XmlElement | null, walk: Walk): readonly DocxBlock[] {
  const blocks: DocxBlock[] = []
  const collect = (container: XmlElement | null): void => {
    for (const element of elementsOf(container)) {
      countChange(element, walk)
      if (traceEdge(element, walk.traces)) continue
      if (isTransparent(element)) {
        collect(element)
        continue
      }
      const block = readBlock(element, walk)
      if (block !== null) blocks.push(block)
    }
  }
  collect(parent)
  return joinSplitParagraphs(blocks)
}

function countChange(element: XmlElement, walk: Walk): void {
  if (['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'].includes(element.name)) walk.trackedChanges += 1
}

function readBlock(element: XmlElement, walk: Walk): ReadParagraph | DocxTable | null {
  if (element.name === 'w:p') return readParagraph(element, walk)
  if (element.name === 'w:tbl') return readTable(element, walk)
  return null
}

/** A paragraph whose mark was deleted under tracking runs on into the next one once the deletion is accepted. */
interface ReadParagraph extends DocxParagraph {
  readonly runsOn?: true
}

function joinSplitParagraphs(blocks: readonly (ReadParagraph | DocxBlock)[]): readonly DocxBlock[] {
  const joined: DocxBlock[] = []
  let open: ReadParagraph | null = null
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (open !== null) joined.push(open)
      open = null
      joined.push(block)
      continue
    }
    const { runsOn, ...paragraph }: ReadParagraph = block
    // Word keeps the properties of the later paragraph; the text of both.
    const whole: DocxParagraph =
      open === null
        ? paragraph
        : {
            ...paragraph,
            runs: [...open.runs, ...paragraph.runs],
            // A paragraph deleted whole takes its number with it.
            number: open.runs.length === 0 ? paragraph.number : (open.number ?? paragraph.number),
            boxes: [...open.boxes, ...paragraph.boxes],
            ...tracesOf(joinTraces(open.traces, paragraph.traces)),
          }
    open = runsOn === true ? whole : null
    if (open === null) joined.push(whole)
  }
  if (open !== null) joined.push(open)
  return joined
}

function readParagraph(element: XmlElement, walk: Walk): ReadParagraph {
  const properties = childOf(element, 'w:pPr')
  const style = walk.styles.get(childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? walk.styles.defaultParagraphStyle)
  const look = { ...style.paragraph, ...readParagraphLook(properties) }
  const mark = childOf(properties, 'w:rPr')
  const markGone = childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null
  if (markGone || childOf(mark, 'w:ins') !== null) walk.trackedChanges += 1
  const boxes: (readonly DocxBlock[])[] = []
  const runs: DocxRun[] = []
  const { traces } = withTraces(walk.traces, () => {
    traceMark(mark, walk)
    readInline(element, style.run, walk, runs, boxes)
  })
  const number = look.numberingId === undefined ? null : walk.numbering.next(look.numberingId, look.numberingLevel ?? 0)
  return {
    kind: 'paragraph',
    runs: mergeRuns(runs),
    number: number === null || number.label === '' ? null : number,
    style: style.name,
    outlineLevel: look.outlineLevel ?? headingLevel(style.name),
    align: look.align ?? 'left',
    boxes,
    ...tracesOf(traces),
    ...(markGone && { runsOn: true }),
  }
}

function tracesOf(traces: DocxTraces | null | undefined): { readonly traces?: DocxTraces } {
  return traces === null || traces === undefined ? {} : { traces }
}

/** A paragraph's own mark that was inserted, deleted or moved: the paragraph was made, joined to the next, or moved. */
function traceMark(mark: XmlElement | null, walk: Walk): void {
  for (const [name, kind] of paragraphMarks) {
    const change = childOf(mark, name)
    if (change !== null) addChange(walk.traces, changeOf(change, kind))
  }
}

const paragraphMarks = [
  ['w:ins', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'moved'],
  ['w:moveTo', 'moved'],
] as const

/** Comments with their words, a paragraph's end as a new line. */
function readRemarks(part: XmlElement | null): readonly DocxComment[] {
  return elementsOf(part)
    .filter(({ name }) => name === 'w:comment')
    .map((comment) => ({
      id: comment.attributes['w:id'] ?? '',
      author: (comment.attributes['w:author'] ?? '').normalize('NFC').trim(),
      text: elementsOf(comment)
        .filter(({ name }) => name === 'w:p')
        .map((paragraph) => deletedWords(paragraph))
        .join('\n')
        .normalize('NFC')
        .trim(),
    }))
}

function headingLevel(styleName: string): number | null {
  const level = /^heading ([1-9])$/i.exec(styleName)?.[1]
  return level === undefined ? null : Number(level) - 1
}

function readTable(element: XmlElement, walk: Walk): DocxTable {
  const rows: DocxRow[] = []
  const collect = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (traceEdge(child, walk.traces)) continue
      if (isTransparent(child)) collect(child)
      else if (child.name === 'w:tr') {
        const row = readRow(child, walk)
        if (row !== null) rows.push(row)
      }
    }
  }
  collect(element)
  const grid = elementsOf(childOf(element, 'w:tblGrid'))
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Number(attributes['w:w'] ?? '0') || 0)
  return { kind: 'table', grid, rows }
}

function readRow(element: XmlElement, walk: Walk): DocxRow | null {
  const properties = childOf(element, 'w:trPr')
  const deleted = childOf(properties, 'w:del')
  if (deleted !== null) {
    walk.trackedChanges += 1
    addDeletion(walk.traces, changeOf(deleted, 'deleted').author, deletedWords(element))
    return null
  }
  const { value, traces } = withTraces(walk.traces, () => readCells(element, properties, walk))
  return { ...value, ...tracesOf(traces) }
}

function readCells(element: XmlElement, properties: XmlElement | null, walk: Walk): DocxRow {
  const inserted = childOf(properties, 'w:ins')
  if (inserted !== null) {
    walk.trackedChanges += 1
    addChange(walk.traces, changeOf(inserted, 'inserted'))
  }
  let column = Number(childOf(properties, 'w:gridBefore')?.attributes['w:val'] ?? '0') || 0
  const cells: DocxCell[] = []
  const collect = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (traceEdge(child, walk.traces)) continue
      if (isTransparent(child)) collect(child)
      if (child.name !== 'w:tc') continue
      const cellProperties = childOf(child, 'w:tcPr')
      const span = Math.min(Math.max(1, Number(childOf(cellProperties, 'w:gridSpan')?.attributes['w:val'] ?? '1') || 1), 64)
      const merge = childOf(cellProperties, 'w:vMerge')
      const verticalMerge = merge === null ? 'none' : merge.attributes['w:val'] === 'restart' ? 'start' : 'continue'
      const last = cells.at(-1)
      // Old files merge sideways by a mark in each cell instead of a span (w:hMerge).
      if (last !== undefined && isMergedIntoLeft(cellProperties)) {
        cells[cells.length - 1] = { ...last, blocks: [...last.blocks, ...readBlocks(child, walk)], span: last.span + span }
      } else cells.push({ blocks: readBlocks(child, walk), column, span, verticalMerge })
      column += span
    }
  }
  collect(element)
  const header = childOf(properties, 'w:tblHeader')
  return { cells, isHeader: header !== null && !['0', 'false', 'off'].includes(header.attributes['w:val'] ?? '') }
}

function isMergedIntoLeft(properties: XmlElement | null): boolean {
  const merge = childOf(properties, 'w:hMerge')
  return merge !== null && merge.attributes['w:val'] !== 'restart'
}
