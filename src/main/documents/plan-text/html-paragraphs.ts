import { Parser } from 'htmlparser2'
import type { DraftInline } from '#shared/domain/draft.ts'
import { toRoman } from '#shared/language/roman.ts'
import type { Content } from './content.ts'
import { tidyContent, wordsOf } from './content.ts'

/** A paragraph of a web page or of the clipboard's HTML. */
export interface HtmlParagraph {
  readonly content: Content
  readonly align: 'left' | 'center' | 'right' | 'both' | null
  readonly bold: boolean
  /** 0 for h1. */
  readonly outlineLevel: number | null
  /** The list it is an item of: how deep, and its number as the page shows it ("II.", "2.1.", "a)"); null for a bullet. */
  readonly list: { readonly depth: number; readonly label: string | null } | null
  /** The outermost table it stands in, counted from 0, with its row and cell. */
  readonly cell: { readonly table: number; readonly row: number; readonly cell: number } | null
}

interface Open {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly script: 'superscript' | 'subscript' | null
  readonly silent: boolean
  /** Key of the note whose text this is: Word's `mso-element:footnote`. */
  readonly note: string | null
  /** Key of the note whose anchor this is, and whether it is the sign before the note's own text. */
  readonly anchor: { readonly key: string; readonly own: boolean } | null
}

const blockElements = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'td',
  'th',
  'table',
  'ul',
  'ol',
  'body',
  'blockquote',
  'section',
  'article',
  'dd',
  'dt',
])
const silentElements = new Set(['script', 'style', 'head', 'title', 'xml', 'template', 'noscript', 'del'])

/**
 * The paragraphs in the HTML that Word, Zalo, browsers and PDF readers put on the clipboard. Word's footnotes come back at their
 * anchors; its literal list numbers are kept as words. Scripts, styles, deleted words are dropped; nothing is fetched or run.
 */
export function paragraphsOfHtml(html: string): readonly HtmlParagraph[] {
  const paragraphs: HtmlParagraph[] = []
  const notes = new Map<string, DraftInline[]>()
  const open: Open[] = []
  const lists: OpenList[] = []
  let content: DraftInline[] = []
  let align: HtmlParagraph['align'] = null
  let outlineLevel: number | null = null
  let list: HtmlParagraph['list'] = null
  let tableDepth = 0
  const at = { table: -1, row: -1, cell: -1 }
  const top = (): Open | undefined => open.at(-1)
  const end = (): void => {
    const note = top()?.note ?? null
    if (note !== null) {
      notes.get(note)?.push(...content, { kind: 'text', text: ' ' })
    } else if (wordsOf(content).trim() !== '' || content.some(({ kind }) => kind === 'footnote')) {
      const letters = content.filter((inline) => inline.kind === 'text' && /[\p{L}\p{N}]/u.test(inline.text))
      const bold = letters.length > 0 && letters.every((inline) => inline.kind === 'text' && inline.bold === true)
      paragraphs.push({ content, align, bold, outlineLevel, list, cell: tableDepth > 0 ? { ...at } : null })
      // The number stands before the item's first words, also where they are in a <p> of their own.
      list = null
    }
    content = []
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const style = (attributes['style'] ?? '').toLowerCase().replace(/\s+/g, '')
        if (blockElements.has(name)) {
          end()
          align = readAlign(style, attributes['align'] ?? '') ?? (name === 'td' || name === 'th' || name === 'table' ? null : align)
          outlineLevel = /^h[1-6]$/.test(name) ? Number(name.slice(1)) - 1 : null
        }
        if (name === 'table') {
          tableDepth += 1
          if (tableDepth === 1) Object.assign(at, { table: at.table + 1, row: -1, cell: -1 })
        }
        if (tableDepth === 1 && name === 'tr') Object.assign(at, { row: at.row + 1, cell: -1 })
        if (tableDepth === 1 && (name === 'td' || name === 'th')) at.cell += 1
        if (name === 'ul' || name === 'ol')
          lists.push({ style: listStyle(name, attributes['type'] ?? '', style), count: Number(attributes['start'] ?? '1') - 1 })
        const listOpen = lists.at(-1)
        if (name === 'li' && listOpen !== undefined) {
          listOpen.count += 1
          list = { depth: lists.length, label: listLabel(lists) }
        }
        if (name === 'br') content.push({ kind: 'line-break' })
        const above = top()
        const isNote = /mso-element:footnote(?!-)/.test(style) || /^sd(?:foot|end)note\d+$/.test(attributes['id'] ?? '')
        const noteId = isNote ? (attributes['id'] ?? '').replace(/\D/g, '') : null
        if (noteId !== null && noteId !== '') notes.set(noteId, [])
        open.push({
          name,
          bold:
            above?.bold === true || ['b', 'strong', 'th'].includes(name) || /^h[1-6]$/.test(name)
              ? !style.includes('font-weight:normal')
              : /font-weight:(?:bold|[6-9]00)/.test(style),
          italic: above?.italic === true || ['i', 'em'].includes(name) || style.includes('font-style:italic'),
          underline: above?.underline === true || name === 'u' || style.includes('text-decoration:underline'),
          script:
            name === 'sup' || style.includes('vertical-align:super')
              ? 'superscript'
              : name === 'sub' || style.includes('vertical-align:sub')
                ? 'subscript'
                : (above?.script ?? null),
          silent: above?.silent === true || silentElements.has(name) || style.includes('display:none') || /mso-element:comment/.test(style),
          note: noteId ?? above?.note ?? null,
          anchor: readAnchor(attributes['href'] ?? '') ?? above?.anchor ?? null,
        })
      },
      ontext(text) {
        const state = top()
        if (state?.silent === true) return
        const anchor = state?.anchor ?? null
        if (anchor !== null) {
          // The sign itself ("[1]") is computed; it stands once, however many spans Word cuts it into.
          if (!anchor.own && !content.some((inline) => inline.kind === 'text' && inline.text === anchorSign(anchor.key)))
            content.push({ kind: 'text', text: anchorSign(anchor.key) })
          return
        }
        const words = text.replace(/[\s\u00A0]+/g, ' ')
        if (words === ' ' && content.length === 0) return
        content.push({
          kind: 'text',
          text: words,
          ...(state?.bold === true && { bold: true }),
          ...(state?.italic === true && { italic: true }),
          ...(state?.underline === true && { underline: true }),
          ...(state?.script === 'superscript' && { superscript: true }),
          ...(state?.script === 'subscript' && { subscript: true }),
        })
      },
      onclosetag(name) {
        if (blockElements.has(name)) end()
        if (name === 'li') list = null
        if (name === 'table') tableDepth = Math.max(0, tableDepth - 1)
        if (name === 'ul' || name === 'ol') lists.pop()
        open.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  end()
  return paragraphs.map((paragraph) => ({ ...paragraph, content: paragraph.content.flatMap((inline) => withNote(inline, notes)) }))
}

interface OpenList {
  /** `plain`: numbered, the page does not say how. */
  readonly style: 'bullet' | 'plain' | 'decimal' | 'roman' | 'letter'
  count: number
}

/** Attribute `type` or CSS `list-style-type` of <ol>; small Roman numbers are taken for what they mean here, points. */
function listStyle(name: string, type: string, style: string): OpenList['style'] {
  if (name === 'ul') return 'bullet'
  const css = /list-style(?:-type)?:([a-z-]+)/.exec(style)?.[1] ?? ''
  if (type === 'I' || css === 'upper-roman') return 'roman'
  if (type === 'a' || type === 'i' || css.startsWith('lower-')) return 'letter'
  return type === '1' || css.startsWith('decimal') ? 'decimal' : 'plain'
}

/** The number of the innermost list's item; null for a bullet. Under Roman numbers a plain list counts 1, 2 and 1.1, 1.2, elsewhere 1, 2 and a, b. */
function listLabel(lists: readonly OpenList[]): string | null {
  const { style = 'bullet', count = 0 } = lists.at(-1) ?? {}
  const letter = `${String.fromCodePoint(96 + Math.max(1, Math.min(count, 26)))})`
  if (style === 'bullet') return null
  if (style === 'roman') return `${toRoman(Math.max(1, count))}.`
  if (style === 'letter') return letter
  const roman = lists.findIndex((list) => list.style === 'roman')
  if (roman === -1 && style === 'plain' && lists.length > 1) return letter
  const counted = lists.slice(roman + 1).filter((list) => list.style === 'plain' || list.style === 'decimal')
  return roman === -1 ? `${count}.` : `${counted.map((list) => list.count).join('.')}.`
}

/** Word: `#_ftn1` at the anchor, `#_ftnref1` before the note's own words. LibreOffice: `#sdfootnote1sym`, `#sdfootnote1anc`. */
function readAnchor(href: string): Open['anchor'] {
  const word = /#_(?:ftn|edn)(ref)?(\d+)$/.exec(href)
  if (word !== null) return { key: word[2] ?? '', own: word[1] !== undefined }
  const office = /#sd(?:foot|end)note(\d+)(sym|anc)$/.exec(href)
  return office === null ? null : { key: office[1] ?? '', own: office[2] === 'anc' }
}

/** Stands for an anchor until all notes are read: they come at the end of the page. */
function anchorSign(key: string): string {
  return `\uE000${key}\uE001`
}

function withNote(inline: DraftInline, notes: ReadonlyMap<string, readonly DraftInline[]>): readonly DraftInline[] {
  const key = inline.kind === 'text' ? /^\uE000(\d+)\uE001$/.exec(inline.text)?.[1] : undefined
  if (key === undefined) return [inline]
  const note = tidyContent(notes.get(key) ?? [], 'spaces').filter((piece) => piece.kind === 'text')
  // The sign without its note stays readable, as the page showed it.
  return note.length === 0 ? [{ kind: 'text', text: `[${key}]` }] : [{ kind: 'footnote', content: note }]
}

function readAlign(style: string, attribute: string): HtmlParagraph['align'] {
  const value = /text-align:(\w+)/.exec(style)?.[1] ?? attribute.toLowerCase()
  if (value === 'center' || value === 'right' || value === 'left') return value
  return value === 'justify' ? 'both' : null
}
