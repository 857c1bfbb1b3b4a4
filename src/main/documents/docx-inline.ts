import { readRunLook } from './docx-styles.ts'
import type { DocxBlock, DocxRun } from './docx-body.ts'
import type { DocxNumberer } from './docx-numbering.ts'
import type { DocxStyles, RunLook } from './docx-styles.ts'
import { changeOf, traceDeletion, traceEdge, traceWords, type TraceWalk } from './docx-traces.ts'
import { childOf, elementsOf, textOf } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

/** What the walk through a file carries along. */
export interface Walk {
  readonly styles: DocxStyles
  readonly numbering: DocxNumberer
  /** Footnotes and endnotes by element name and id: `w:footnote/2`. */
  readonly notes: ReadonlyMap<string, XmlElement>
  /** Blocks inside a note or a text box. */
  readonly readBlocks: (parent: XmlElement) => readonly DocxBlock[]
  /** Counted while walking. */
  trackedChanges: number
  comments: number
  hiddenText: string
  readonly oldFontText: { TCVN3: string; VNI: string }
  /** Depth inside a field's instruction: `w:instrText` parts are not words. */
  readonly fields: ('instruction' | 'result')[]
  readonly traces: TraceWalk
}

/**
 * Reads the words under a paragraph (or a link, an insertion, a content control) into `runs`, and the text boxes anchored
 * there into `boxes`. `look` is what the paragraph's style says.
 */
export function readInline(parent: XmlElement, look: RunLook, walk: Walk, runs: DocxRun[], boxes: (readonly DocxBlock[])[]): void {
  for (const element of elementsOf(parent)) {
    switch (element.name) {
      case 'w:r':
        readRun(element, look, walk, runs, boxes)
        break
      case 'w:del':
      case 'w:moveFrom':
        walk.trackedChanges += 1
        traceDeletion(element, element.name === 'w:del' ? 'deleted' : 'moved', walk.traces)
        break
      case 'w:ins':
      case 'w:moveTo':
        walk.trackedChanges += 1
        walk.traces.insertions.push(changeOf(element, element.name === 'w:ins' ? 'inserted' : 'moved'))
        readInline(element, look, walk, runs, boxes)
        walk.traces.insertions.pop()
        break
      case 'w:commentReference':
        walk.comments += 1
        traceEdge(element, walk.traces)
        break
      case 'w:bookmarkStart':
      case 'w:bookmarkEnd':
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        traceEdge(element, walk.traces)
        break
      case 'm:t':
        addText(runs, textOf(element), look, walk)
        break
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        break
      case 'mc:AlternateContent':
        readInline(firstAlternative(element), look, walk, runs, boxes)
        break
      default:
        // Links, fields, smart tags, content controls, bidirectional spans, formulas: the words inside count.
        readInline(element, look, walk, runs, boxes)
    }
  }
}

/** The same drawing is written twice, for new and for old Word: only one of them may be read. */
function firstAlternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] }
}

function readRun(element: XmlElement, above: RunLook, walk: Walk, runs: DocxRun[], boxes: (readonly DocxBlock[])[]): void {
  const properties = childOf(element, 'w:rPr')
  const styleId = childOf(properties, 'w:rStyle')?.attributes['w:val']
  const look: RunLook = { ...above, ...(styleId === undefined ? {} : walk.styles.get(styleId).run), ...readRunLook(properties) }
  const say = (text: string): void => {
    if (walk.fields.includes('instruction')) return
    addText(runs, text, look, walk)
  }
  const readContent = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      switch (child.name) {
        case 'w:t':
          say(child.attributes['xml:space'] === 'preserve' ? textOf(child) : textOf(child).trim())
          break
        case 'w:tab':
        case 'w:ptab':
          say('\t')
          break
        case 'w:noBreakHyphen':
          say('-')
          break
        case 'w:sym':
          say(symbol(child.attributes['w:char'] ?? ''))
          break
        case 'w:br':
        case 'w:cr':
          if (child.attributes['w:type'] === 'page') runs.push({ kind: 'page-break' })
          // A column break and a break that clears a picture are new lines to the reader.
          else runs.push({ kind: 'line-break' })
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          addNote(child, walk, runs)
          break
        case 'w:commentReference':
          walk.comments += 1
          traceEdge(child, walk.traces)
          break
        case 'w:fldChar':
          readFieldMark(child.attributes['w:fldCharType'] ?? '', walk)
          break
        case 'mc:AlternateContent':
          readContent(firstAlternative(child))
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          collectBoxes(child, walk, boxes)
          break
        default:
      }
    }
  }
  readContent(element)
}

function readFieldMark(kind: string, walk: Walk): void {
  if (kind === 'begin') walk.fields.push('instruction')
  else if (kind === 'separate' && walk.fields.length > 0) walk.fields[walk.fields.length - 1] = 'result'
  else if (kind === 'end') walk.fields.pop()
}

function symbol(code: string): string {
  const value = Number.parseInt(code, 16)
  if (!Number.isFinite(value) || value <= 0) return ''
  // Symbol fonts stand in the private area at F000 + the letter's place; the dash is the only one that carries meaning.
  if (value === 0xf02d) return '-'
  return value >= 0xf000 && value <= 0xf0ff ? '•' : String.fromCodePoint(Math.min(value, 0xffff))
}

function addNote(reference: XmlElement, walk: Walk, runs: DocxRun[]): void {
  const name = reference.name === 'w:footnoteReference' ? 'w:footnote' : 'w:endnote'
  const note = walk.notes.get(`${name}/${reference.attributes['w:id'] ?? ''}`)
  const paragraphs = note === undefined ? [] : walk.readBlocks(note).filter((block) => block.kind === 'paragraph')
  runs.push({ kind: 'footnote', paragraphs })
}

function collectBoxes(element: XmlElement, walk: Walk, boxes: (readonly DocxBlock[])[]): void {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') boxes.push(walk.readBlocks(child))
    else collectBoxes(child.name === 'mc:AlternateContent' ? firstAlternative(child) : child, walk, boxes)
  }
}

function addText(runs: DocxRun[], text: string, look: RunLook, walk: Walk): void {
  if (text === '') return
  if (look.hidden === true) {
    walk.hiddenText += text
    return
  }
  traceWords(walk.traces, text.length)
  const font = look.font ?? ''
  if (/^\.vn/i.test(font)) walk.oldFontText.TCVN3 += text
  else if (/^vni[- ]/i.test(font)) walk.oldFontText.VNI += text
  runs.push({
    kind: 'text',
    // "All capitals" is what the paper shows; headings are told by it.
    text: look.capitals === true ? text.toLocaleUpperCase('vi') : text,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    underline: look.underline ?? false,
    script: look.script ?? null,
  })
}

/** Word cuts a sentence into many runs of one look (spelling marks, revision ids): they are one stretch. */
export function mergeRuns(runs: readonly DocxRun[]): readonly DocxRun[] {
  const merged: DocxRun[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const alike =
      run.kind === 'text' &&
      last?.kind === 'text' &&
      run.bold === last.bold &&
      run.italic === last.italic &&
      run.underline === last.underline &&
      run.script === last.script
    if (alike) merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}
