import { foldWithOffsets } from '../language/fold-map.ts'

/** How words are looked for: Ctrl+F's three switches. */
export interface SearchOptions {
  /** đ ≠ d and tones count when true. */
  readonly exactAccents: boolean
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** A match in a text, in UTF-16 units. */
export interface TextMatch {
  readonly start: number
  readonly length: number
}

const letterOrDigit = /[\p{L}\p{M}\p{N}]/u

/** Every place where the words stand in the text, left to right, none overlapping; a run of white space equals one space. */
export function findMatches(text: string, words: string, options: SearchOptions): readonly TextMatch[] {
  const folding = { accents: options.exactAccents ? 'kept' : 'stripped', letterCase: options.matchCase ? 'kept' : 'lowered' } as const
  const needle = foldWithOffsets(words.normalize('NFC'), folding).text
  if (needle === '') return []
  const folded = foldWithOffsets(text, folding)
  const matches: TextMatch[] = []
  for (let at = folded.text.indexOf(needle); at !== -1;) {
    const start = folded.offsets[at] ?? 0
    const end = folded.offsets[at + needle.length] ?? text.length
    const wanted = !options.wholeWords || (!endsInWord(text.slice(0, start)) && !startsInWord(text.slice(end)))
    if (wanted) matches.push({ start, length: end - start })
    at = folded.text.indexOf(needle, wanted ? at + needle.length : at + 1)
  }
  return matches
}

function endsInWord(text: string): boolean {
  const last = text.at(-1)
  return last !== undefined && letterOrDigit.test(last)
}

function startsInWord(text: string): boolean {
  const first = text.at(0)
  return first !== undefined && letterOrDigit.test(first)
}

/** The words around a match, for a list of places: at most `width` units each side, cut at a space. */
export function surroundings(
  text: string,
  match: TextMatch,
  width: number,
): { readonly before: string; readonly match: string; readonly after: string } {
  const before = text.slice(0, match.start)
  const after = text.slice(match.start + match.length)
  return {
    before: before.length <= width ? before : before.slice(-width).replace(/^\S*\s+/, '… '),
    match: text.slice(match.start, match.start + match.length),
    after: after.length <= width ? after : after.slice(0, width).replace(/\s+\S*$/, ' …'),
  }
}
