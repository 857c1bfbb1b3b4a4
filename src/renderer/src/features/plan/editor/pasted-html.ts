import type { FootnoteId } from '#shared/domain/identifier.ts'
import type { Inline, TextInline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { newId } from '../../../lib/new-id.ts'
import { typedKind } from './kinds.ts'
import { recognise, type PastedBlock } from './pasted-text.ts'

type Marks = Omit<TextInline, 'kind' | 'text'>

interface Reading {
  readonly area: ProvisionArea
  /** Words of Word's footnotes by their name, `ftn1`. */
  readonly footnotes: ReadonlyMap<string, readonly TextInline[]>
  readonly blocks: PastedBlock[]
  open: Inline[]
  /** What a list or Word's own list style says about the block that is open. */
  kind: ProvisionKind | null
}

const blockTags = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TABLE',
  'TBODY',
  'THEAD',
  'TR',
  'BLOCKQUOTE',
  'SECTION',
  'ARTICLE',
  'BODY',
  'PRE',
  'DL',
  'DT',
  'DD',
])

/**
 * HTML of the clipboard as blocks: what Word, Excel, Zalo and browsers put there. Keeps levels (list styles, lists, typed numbers), footnotes, bold,
 * italic, underline, raised and lowered; drops fonts, colours, sizes, pictures and links.
 */
export function readHtml(html: string, area: ProvisionArea): readonly PastedBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const useless of body.querySelectorAll('style, script, img, title, meta, link, head, xml')) useless.remove()
  const footnotes = new Map<string, readonly TextInline[]>()
  for (const note of body.querySelectorAll<HTMLElement>('[style*="mso-element:footnote"], [id^="ftn"]')) {
    if (/footnote-list|footnote-separator/.test(note.getAttribute('style') ?? '')) continue
    for (const back of note.querySelectorAll('a[href^="#_ftnref"]')) back.remove()
    footnotes.set(note.id, readNote(note))
    note.remove()
  }
  for (const list of body.querySelectorAll('[style*="mso-element:footnote-list"], [style*="mso-element: footnote-list"]')) list.remove()
  const reading: Reading = { area, footnotes, blocks: [], open: [], kind: null }
  walk(body, {}, reading, false)
  close(reading)
  return reading.blocks
}

function readNote(note: HTMLElement): readonly TextInline[] {
  const content: Inline[] = []
  collectText(note, {}, content)
  return normaliseContent([{ kind: 'text', text: ' ' }, ...content])
    .filter((inline) => inline.kind === 'text')
    .map((inline, index, all) => ({
      ...inline,
      text: index === 0 ? inline.text.trimStart() : index === all.length - 1 ? inline.text.trimEnd() : inline.text,
    }))
    .filter((inline) => inline.text !== '')
}

function collectText(node: Node, marks: Marks, into: Inline[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) into.push({ kind: 'text', text: collapse(child.data), ...marks })
    else if (child instanceof HTMLElement) collectText(child, marksOf(child, marks), into)
  }
}

const collapse = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

function marksOf(element: HTMLElement, outer: Marks): Marks {
  const marks: Marks = { ...outer }
  const style = element.getAttribute('style')?.toLowerCase() ?? ''
  const set = (name: 'bold' | 'italic' | 'underline' | 'superscript' | 'subscript', on: boolean): void => {
    if (on) marks[name] = true
    else delete marks[name]
  }
  switch (element.tagName) {
    case 'B':
    case 'STRONG':
    case 'TH':
      set('bold', true)
      break
    case 'I':
    case 'EM':
      set('italic', true)
      break
    case 'U':
      set('underline', true)
      break
    case 'SUP':
      set('superscript', true)
      break
    case 'SUB':
      set('subscript', true)
  }
  const weight = /font-weight:\s*([a-z0-9]+)/.exec(style)?.[1]
  if (weight !== undefined) set('bold', weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)
  const slant = /font-style:\s*([a-z]+)/.exec(style)?.[1]
  if (slant !== undefined) set('italic', slant === 'italic' || slant === 'oblique')
  if (/text-decoration[^:;]*:[^;]*underline/.test(style) && element.tagName !== 'A') set('underline', true)
  if (/vertical-align:\s*super/.test(style)) set('superscript', true)
  if (/vertical-align:\s*sub(?!p)/.test(style)) set('subscript', true)
  return marks
}

function close(reading: Reading): void {
  const found = recognise(reading.open, reading.area)
  if (found.content.length > 0) {
    reading.blocks.push({ kind: found.kind ?? reading.kind, content: found.content })
    reading.kind = null
  }
  reading.open = []
}

/** `soft`: inside a paragraph a line break is a new line of the same block; elsewhere (Zalo's lines) it begins a new one. */
function walk(node: Node, marks: Marks, reading: Reading, soft: boolean): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      reading.open.push({ kind: 'text', text: collapse(child.data), ...marks })
      continue
    }
    if (!(child instanceof HTMLElement)) continue
    if (child.tagName === 'BR') {
      if (soft) reading.open.push({ kind: 'line-break' })
      else close(reading)
      continue
    }
    if (isFootnoteReference(child)) {
      const content = reading.footnotes.get((child.getAttribute('href') ?? '').replace('#_', ''))
      if (content !== undefined && content.length > 0) reading.open.push({ kind: 'footnote', id: newId<FootnoteId>(), content })
      continue
    }
    if (/mso-list:\s*ignore/i.test(child.getAttribute('style') ?? '')) {
      // Word writes the list's number as text for those who do not understand its list styles.
      reading.kind = typedKind(`${collapse(child.textContent).trim()} `, reading.area)?.kind ?? 'bullet'
      continue
    }
    const inner = marksOf(child, marks)
    if (child.tagName === 'TD' || child.tagName === 'TH') {
      if (reading.open.some((inline) => inline.kind === 'text' && inline.text.trim() !== '')) reading.open.push({ kind: 'text', text: ' ' })
      flatten(child, inner, reading)
      continue
    }
    if (!blockTags.has(child.tagName)) {
      walk(child, inner, reading, soft)
      continue
    }
    close(reading)
    if (child.tagName === 'LI') reading.kind = kindOfListItem(child)
    // A heading's bold is its style, not an emphasis of the writer.
    walk(child, /^H\d$/.test(child.tagName) ? marks : inner, reading, child.tagName === 'P' || child.tagName === 'LI')
    close(reading)
    reading.kind = null
  }
}

/** A cell's paragraphs as one stretch. */
function flatten(node: Node, marks: Marks, reading: Reading): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) reading.open.push({ kind: 'text', text: collapse(child.data), ...marks })
    else if (child instanceof HTMLElement) {
      if (child.tagName === 'BR' || blockTags.has(child.tagName)) reading.open.push({ kind: 'text', text: ' ', ...marks })
      flatten(child, marksOf(child, marks), reading)
    }
  }
}

function isFootnoteReference(element: HTMLElement): boolean {
  return element.tagName === 'A' && /^#_(ftn|edn)\d/.test(element.getAttribute('href') ?? '')
}

function kindOfListItem(item: HTMLElement): ProvisionKind {
  const list = item.closest('ul, ol')
  const depth = (list?.parentElement?.closest('ul, ol') ?? null) === null ? 0 : 1
  if (list?.tagName !== 'OL') return depth === 0 ? 'bullet' : 'sub-bullet'
  const style = `${list.getAttribute('type') ?? ''} ${list.getAttribute('style') ?? ''} ${item.getAttribute('style') ?? ''}`
  if (/\bI\b|upper-roman/.test(style)) return 'section'
  if (/\ba\b|lower-(alpha|latin)/.test(style)) return 'point'
  return depth === 0 ? 'heading' : 'subheading'
}
