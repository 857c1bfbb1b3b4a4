import { saysSame } from '../language/plain-words.ts'
import type { FootnoteId } from './identifier.ts'
import type { Inline } from './inline.ts'
import { normaliseContent, replaceInContent } from './inline-text.ts'
import { differenceOfWords } from './text-difference.ts'

/** The words of a content, a forced new line as "\n": as wide as they count in `replaceInContent`. */
export function writtenText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? '\n' : '')).join('')
}

/**
 * A content with other words: only the words that differ are replaced, so that formatting and footnotes of the others stay. Marks over
 * touched words go (they are set anew when the text is written).
 */
export function withWords(content: readonly Inline[], wanted: string): readonly Inline[] {
  const text = writtenText(content)
  if (text === wanted) return content
  if (text === '') return normaliseContent([{ kind: 'text', text: wanted }, ...content.filter(({ kind }) => kind === 'footnote')])
  let result = content
  let at = 0
  const hunks: { start: number; length: number; words: string }[] = []
  for (const { kind, text: words } of differenceOfWords(text, wanted)) {
    const open = hunks.at(-1)
    const joins = open !== undefined && open.start + open.length === at
    if (kind === 'added') {
      if (joins) open.words += words
      else hunks.push({ start: at, length: 0, words })
      continue
    }
    if (kind === 'removed') {
      if (joins) open.length += words.length
      else hunks.push({ start: at, length: words.length, words: '' })
    }
    at += words.length
  }
  for (const { start, length, words } of hunks.toReversed()) {
    // Words can only take the place of words: an insertion takes that of the letter beside it.
    const [from, width, put] =
      length > 0 ? [start, length, words] : start > 0 ? [start - 1, 1, text.charAt(start - 1) + words] : [0, 1, words + text.charAt(0)]
    result = replaceInContent(result, from, width, put, () => false)
  }
  return result
}

/**
 * Words as printed in the form in which the record has them: a title that is printed in capitals keeps the record's own letters, and the
 * sign that printing puts at the end of a base or of the last sentence is not written into it.
 */
export function inRecordForm(record: string, printed: string, wanted: string): string {
  const own = record.replace(/[^\S\n]+/g, ' ').trim()
  if (saysSame(own, printed)) return wanted
  if (own.toLocaleUpperCase('vi') === printed) return recased(own, printed, wanted)
  let common = 0
  while (common < own.length && common < printed.length && own.charAt(common) === printed.charAt(common)) common += 1
  const [ownEnd, printedEnd] = [own.slice(common), printed.slice(common)]
  const isEnding = printedEnd !== '' && printedEnd.length < 5 && ownEnd.length < 5 && wanted.endsWith(printedEnd)
  return isEnding ? wanted.slice(0, wanted.length - printedEnd.length) + ownEnd : wanted
}

function recased(own: string, printed: string, wanted: string): string {
  let at = 0
  let result = ''
  for (const { kind, text } of differenceOfWords(printed, wanted)) {
    if (kind === 'added') {
      const small = text.toLocaleLowerCase('vi')
      result += result === '' ? small.charAt(0).toLocaleUpperCase('vi') + small.slice(1) : small
      continue
    }
    if (kind === 'same') result += own.slice(at, at + text.length)
    at += text.length
  }
  return result
}

/** The part of a content between two places of its words; a footnote at the end belongs to the part before it. */
export function sliceContent(content: readonly Inline[], start: number, end: number): readonly Inline[] {
  let at = 0
  return normaliseContent(
    content.flatMap((inline): readonly Inline[] => {
      const width = inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : 0
      const from = Math.max(start, at) - at
      const to = Math.min(end, at + width) - at
      const inside = width === 0 ? at <= end && (at > start || start === 0) : from < to
      at += width
      if (!inside) return []
      return inline.kind === 'text' ? [{ ...inline, text: inline.text.slice(from, to) }] : [inline]
    }),
  )
}

/** The content with a footnote anchored at a place of its words, behind those that stand there; beyond the end it stands at the end. */
export function withNote(
  content: readonly Inline[],
  at: number,
  id: FootnoteId,
  words: string | Extract<Inline, { kind: 'footnote' }>['content'],
): readonly Inline[] {
  const length = writtenText(content).length
  const place = Math.min(Math.max(0, at), length)
  const note: Inline = { kind: 'footnote', id, content: typeof words === 'string' ? [{ kind: 'text', text: words }] : words }
  const leading = content.findIndex(({ kind }) => kind !== 'footnote')
  const [before, after] =
    place > 0
      ? [sliceContent(content, 0, place), sliceContent(content, place, length)]
      : [content.slice(0, Math.max(0, leading)), content.slice(Math.max(0, leading))]
  return normaliseContent([...before, note, ...after])
}

/** The content without one footnote. */
export function withoutNote(content: readonly Inline[], id: FootnoteId): readonly Inline[] {
  return content.some((inline) => inline.kind === 'footnote' && inline.id === id)
    ? normaliseContent(content.filter((inline) => inline.kind !== 'footnote' || inline.id !== id))
    : content
}
