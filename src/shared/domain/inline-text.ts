import type { Inline, TextInline } from './inline.ts'

/** Whether a mark still holds over words that were changed. */
export type MarkStillHolds = (marked: TextInline) => boolean

/**
 * Content as it is stored: NFC, no empty stretch, line ends turned into forced new lines, neighbours with the same marks joined.
 * Two contents that print alike are then equal, so that a save that changes nothing writes nothing.
 */
export function normaliseContent(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of content) {
    if (inline.kind === 'line-break') {
      result.push({ kind: 'line-break' })
      continue
    }
    if (inline.kind === 'footnote') {
      result.push({ kind: 'footnote', id: inline.id, content: normaliseTexts(inline.content) })
      continue
    }
    inline.text.split(/\r\n|[\r\n\u2028\u2029]/).forEach((line, index) => {
      if (index > 0) result.push({ kind: 'line-break' })
      appendText(result, { ...inline, text: line })
    })
  }
  return result
}

/** The same for a footnote's words, where a line end becomes a space. */
function normaliseTexts(content: readonly TextInline[]): readonly TextInline[] {
  const result: Inline[] = []
  for (const inline of content) appendText(result, { ...inline, text: inline.text.replace(/[\r\n\u2028\u2029]+/g, ' ') })
  return result.filter((inline) => inline.kind === 'text')
}

function appendText(result: Inline[], inline: TextInline): void {
  if (inline.text === '') return
  const last = result.at(-1)
  const clean = withoutAbsentMarks(inline)
  if (last?.kind === 'text' && sameMarks(last, clean)) {
    result[result.length - 1] = { ...last, text: (last.text + clean.text).normalize('NFC') }
    return
  }
  result.push({ ...clean, text: clean.text.normalize('NFC') })
}

/** Marks in one fixed order, absent ones left out: equal contents are then equal as JSON too. */
function withoutAbsentMarks(inline: TextInline): TextInline {
  return {
    kind: 'text',
    text: inline.text,
    ...(inline.bold === true && { bold: true }),
    ...(inline.italic === true && { italic: true }),
    ...(inline.underline === true && { underline: true }),
    ...(inline.superscript === true && { superscript: true }),
    ...(inline.subscript === true && { subscript: true }),
    ...(inline.citation !== undefined && { citation: { symbol: inline.citation.symbol, issuedOn: inline.citation.issuedOn } }),
    ...(inline.party !== undefined && {
      party:
        inline.party.kind === 'agency'
          ? { kind: 'agency', agencyId: inline.party.agencyId }
          : { kind: 'group', groupId: inline.party.groupId },
    }),
  }
}

/** Whether two stretches differ in their words only. */
function sameMarks(one: TextInline, other: TextInline): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.superscript === other.superscript &&
    one.subscript === other.subscript &&
    markKey(one) === markKey(other)
  )
}

/** Whether two normalised contents say and mark the same. */
export function sameContent(one: readonly Inline[], other: readonly Inline[]): boolean {
  return JSON.stringify(normaliseContent(one)) === JSON.stringify(normaliseContent(other))
}

/**
 * Puts `replacement` in place of the words from `start` (UTF-16 units of `plainText`: a footnote has no width, a forced new line
 * one). The new words take the formatting of the first letter replaced; footnotes inside the place stay, behind the new words.
 * A citation or agency mark whose words were touched stays only if `stillHolds` says so of the whole marked stretch as it now reads:
 * half a name must not go on pointing to an agency.
 */
export function replaceInContent(
  content: readonly Inline[],
  start: number,
  length: number,
  replacement: string,
  stillHolds: MarkStillHolds,
): readonly Inline[] {
  const end = start + length
  const result: Inline[] = []
  const touched = new Set<string>()
  const kept: Inline[] = []
  let at = 0
  let written = false
  const write = (format: TextInline | null): void => {
    if (written) return
    written = true
    if (replacement !== '') result.push(format === null ? { kind: 'text', text: replacement } : { ...format, text: replacement })
  }
  for (const inline of content) {
    const width = inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : 0
    const from = Math.max(start, at) - at
    const to = Math.min(end, at + width) - at
    const overlaps = width > 0 && from < to
    if (!overlaps) {
      const inside = inline.kind === 'footnote' && at > start && at < end
      if (inside) kept.push(inline)
      else {
        if (at >= end) result.push(...kept.splice(0))
        result.push(inline)
      }
    } else if (inline.kind === 'text') {
      if (markKey(inline) !== null) touched.add(markKey(inline) ?? '')
      if (from > 0) result.push({ ...inline, text: inline.text.slice(0, from) })
      write(inline)
      if (to < width) result.push(...kept.splice(0), { ...inline, text: inline.text.slice(to) })
    } else {
      write(null)
    }
    at += width
  }
  result.push(...kept)
  return dropBrokenMarks(normaliseContent(result), touched, stillHolds)
}

function markKey(inline: TextInline): string | null {
  return inline.citation === undefined && inline.party === undefined ? null : JSON.stringify([inline.citation, inline.party])
}

/** A marked stretch may be cut into several inlines by formatting: it is judged, and its mark dropped, as a whole. */
function dropBrokenMarks(content: readonly Inline[], touched: ReadonlySet<string>, stillHolds: MarkStillHolds): readonly Inline[] {
  const result: Inline[] = [...content]
  for (let first = 0; first < result.length; first += 1) {
    const inline = result[first]
    const key = inline?.kind === 'text' ? markKey(inline) : null
    if (inline?.kind !== 'text' || key === null) continue
    let last = first
    while (isMarked(result[last + 1], key)) last += 1
    const words = result
      .slice(first, last + 1)
      .map((piece) => (piece.kind === 'text' ? piece.text : ''))
      .join('')
    if (touched.has(key) && !stillHolds({ ...inline, text: words }))
      for (let index = first; index <= last; index += 1) {
        const piece = result[index]
        if (piece?.kind !== 'text') continue
        const { citation: _citation, party: _party, ...plain } = piece
        result[index] = plain
      }
    first = last
  }
  return normaliseContent(result)
}

function isMarked(inline: Inline | undefined, key: string): boolean {
  return inline?.kind === 'text' && markKey(inline) === key
}
