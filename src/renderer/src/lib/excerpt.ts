import { findMatches, type TextMatch } from '#shared/domain/text-search.ts'

/** A piece of an excerpt; `found` when the words looked for stand in it. */
export interface ExcerptPiece {
  readonly text: string
  readonly found: boolean
}

const LOOSE = { exactAccents: false, matchCase: false, wholeWords: false } as const
const inWord = /[\p{L}\p{M}\p{N}]/u

/**
 * The part of a text where the words looked for stand, in pieces: at most `length` UTF-16 units or so, cut between words, with "…" where something is
 * left out. The words are marked where they stand in a row, else each where a word begins with it, as the search finds them; a text without them gives its beginning.
 */
export function excerptOf(text: string, query: string, length: number): readonly ExcerptPiece[] {
  const matches = matchesOf(text, query)
  const [from, to] = rangeAround(text, richest(text, matches, (length * 2) / 3), length)
  const pieces: ExcerptPiece[] = []
  let at = from
  const add = (end: number, found: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), found })
    at = Math.max(at, end)
  }
  if (from > 0) pieces.push({ text: '… ', found: false })
  for (const match of matches) {
    if (match.start < at || match.start + match.length > to) continue
    add(match.start, false)
    add(match.start + match.length, true)
  }
  add(to, false)
  if (to < text.length) pieces.push({ text: ' …', found: false })
  return pieces
}

function matchesOf(text: string, query: string): readonly TextMatch[] {
  const beginsWord = ({ start }: TextMatch): boolean => start === 0 || !inWord.test(text.charAt(start - 1))
  const inRow = findMatches(text, query.trim(), LOOSE).filter(beginsWord)
  if (inRow.length > 0) return inRow
  return query
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => findMatches(text, word, LOOSE).filter(beginsWord))
    .toSorted((one, other) => one.start - other.start || other.length - one.length)
}

/** The match from which most different words looked for stand within `reach` units; the text's beginning without any. */
function richest(text: string, matches: readonly TextMatch[], reach: number): TextMatch {
  let best: TextMatch = { start: 0, length: 0 }
  let most = 0
  for (const [index, first] of matches.entries()) {
    const near = matches.slice(index).filter(({ start, length }) => start + length <= first.start + reach)
    const words = new Set(near.map(({ start, length }) => text.slice(start, start + length).toLowerCase()))
    if (words.size > most) {
      best = first
      most = words.size
    }
  }
  return best
}

/** The range to show: a third of the room before the match, moved to the text's ends, and both ends between words. */
function rangeAround(text: string, match: TextMatch, length: number): readonly [number, number] {
  if (text.length <= length) return [0, text.length]
  const wanted = Math.max(0, Math.min(match.start - Math.floor(length / 3), text.length - length))
  const space = wanted === 0 ? -1 : text.indexOf(' ', wanted - 1)
  const from = wanted === 0 ? 0 : space === -1 || space >= match.start ? match.start : space + 1
  if (from + length >= text.length) return [from, text.length]
  const last = text.lastIndexOf(' ', from + length)
  return [from, last > match.start + match.length ? last : Math.min(text.length, from + length)]
}
