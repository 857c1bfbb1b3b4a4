import type { DraftInline } from '#shared/domain/draft.ts'
import type { TextInline } from '#shared/domain/inline.ts'
import { readMarker } from './marker.ts'

export type Content = readonly DraftInline[]

/** A piece of plain text as content; empty text gives none. */
export function textContent(text: string): Content {
  return text === '' ? [] : [{ kind: 'text', text }]
}

/** The words of a content: a footnote has no width, a forced new line is "\n". Offsets below count in these. */
export function wordsOf(content: Content): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? '\n' : '')).join('')
}

/** The part of a content between two offsets; a footnote at `from` belongs to what stands before it, one at `to` comes along. */
export function sliceContent(content: Content, from: number, to: number = Number.POSITIVE_INFINITY): Content {
  const piece: DraftInline[] = []
  let at = 0
  for (const inline of content) {
    const width = inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : 0
    if (inline.kind === 'text') {
      const text = inline.text.slice(Math.max(0, from - at), Math.max(0, to - at))
      if (text !== '') piece.push({ ...inline, text })
    } else if (inline.kind === 'line-break') {
      if (at >= from && at < to) piece.push(inline)
    } else if ((at > from || (at === 0 && from === 0)) && at <= to) piece.push(inline)
    at += width
  }
  return piece
}

/** Puts an inline without width at an offset. */
export function insertAt(content: Content, offset: number, inline: DraftInline): Content {
  return [...sliceContent(content, 0, offset), inline, ...sliceContent(content, offset)]
}

/**
 * Content as a draft keeps it: runs of white space are one space, none at either end, neighbours of one look joined. Spaces before
 * a footnote's anchor stay out of the way of the word they follow.
 */
export function tidyContent(content: Content, lineBreaks: 'kept' | 'spaces'): Content {
  const tidy: DraftInline[] = []
  const endsWithSpace = (): boolean => {
    const last = tidy.findLast((inline) => inline.kind !== 'footnote')
    return last === undefined || last.kind === 'line-break' || (last.kind === 'text' && last.text.endsWith(' '))
  }
  for (const inline of content) {
    if (inline.kind === 'footnote') {
      tidy.push(inline)
      continue
    }
    if (inline.kind === 'line-break' && lineBreaks === 'kept') {
      dropSpaceAtEnd(tidy)
      if (tidy.length > 0) tidy.push(inline)
      continue
    }
    const words = inline.kind === 'text' ? inline.text.replace(/\s+/g, ' ') : ' '
    const text = words.startsWith(' ') && endsWithSpace() ? words.slice(1) : words
    if (text === '') continue
    const look: TextInline = inline.kind === 'text' ? inline : { kind: 'text', text: ' ' }
    const last = tidy.at(-1)
    if (last?.kind === 'text' && (sameLook(last, look) || text === ' ')) tidy[tidy.length - 1] = { ...last, text: last.text + text }
    else tidy.push({ ...look, text })
  }
  while (tidy.at(-1)?.kind === 'line-break') tidy.pop()
  dropSpaceAtEnd(tidy)
  return tidy
}

function dropSpaceAtEnd(tidy: DraftInline[]): void {
  const at = tidy.findLastIndex((inline) => inline.kind !== 'footnote')
  const last = tidy[at]
  if (last?.kind !== 'text') return
  const text = last.text.trimEnd()
  if (text === '') tidy.splice(at, 1)
  else tidy[at] = { ...last, text }
}

function sameLook(one: TextInline, other: TextInline): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.superscript === other.superscript &&
    one.subscript === other.subscript
  )
}

/** A content in which every word has the look of its place: formatting that the form itself gives (bold headings) is dropped. */
export function withoutLook(content: Content, dropped: readonly ('bold' | 'italic' | 'underline')[]): Content {
  return content.map((inline) => {
    if (inline.kind !== 'text') return inline
    const plain = { ...inline }
    for (const look of dropped) delete plain[look]
    return plain
  })
}

/**
 * People who press Shift+Enter mean a new paragraph when a bullet or a number follows; in a letterhead, a title or a signature each
 * line stands for itself (centred, in columns parted by tabs, or short without an end). Otherwise the new line is part of the paragraph.
 */
export function splitAtBreaks(content: Content, align: 'left' | 'center' | 'right' | 'both' | null): readonly Content[] {
  const words = wordsOf(content)
  if (!words.includes('\n')) return [content]
  const lines = words.split('\n')
  const standAlone =
    align === 'center' || words.includes('\t') || (lines.every((line) => line.trim().length < 60) && !/[.;:]\s*(?:\n|$)/.test(words))
  const pieces: Content[] = []
  let from = 0
  let at = 0
  lines.forEach((line, index) => {
    if (index > 0 && (standAlone || readMarker(line.trim()) !== null)) {
      pieces.push(sliceContent(content, from, at - 1))
      from = at
    }
    at += line.length + 1
  })
  pieces.push(sliceContent(content, from))
  return pieces
}
