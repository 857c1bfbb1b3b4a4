import { z } from 'zod'
import { fold } from '../language/fold.ts'
import { PhraseId, Version } from './identifier.ts'
import { plainText, TextInline, type Inline } from './inline.ts'

/** A usual sentence of the office (câu thường dùng), put into a text by a few letters. */
export const Phrase = z.object({
  id: PhraseId,
  /** A few letters by which it is called: "hop". May be empty: its words find it too. */
  key: z.string(),
  /** "Mở đầu", "Tổ chức thực hiện"; empty for none. */
  group: z.string(),
  content: z.array(TextInline).readonly(),
  version: Version,
})
export type Phrase = z.infer<typeof Phrase>

/** Literal words with their look alone: what is cited or named is marked anew in the text it comes into, and footnotes stay where they were. */
export function phraseContent(content: readonly Inline[]): readonly TextInline[] {
  return content.flatMap((inline): TextInline[] => {
    if (inline.kind === 'footnote') return []
    if (inline.kind === 'line-break') return [{ kind: 'text', text: ' ' }]
    const { citation: _citation, party: _party, ...plain } = inline
    return [plain]
  })
}

/** What is typed to call a phrase: the stretch that it will take the place of, and the letters that look for it. */
export interface PhraseCall {
  readonly from: number
  readonly letters: string
}

/** A slash at the beginning of a word; a word before it, as in "và/hoặc" or "76/NQ-CP", makes it a letter like others. */
const slashed = /(?<=^|[\s(“"])\/([^\s/]{0,24})$/u
const lastWord = /[^\s(“"]*$/u

/** The call before the caret, in UTF-16 units of `before`: a slash and letters; null when there is none. */
export function slashCall(before: string): PhraseCall | null {
  const found = slashed.exec(before)
  return found === null ? null : { from: found.index, letters: found[1] ?? '' }
}

/** What a call by key (Ctrl+Space) takes: the word before the caret, or nothing, which lists all. */
export function wordCall(before: string): PhraseCall {
  const found = lastWord.exec(before)
  return { from: found?.index ?? before.length, letters: found?.[0] ?? '' }
}

const MOST = 8

/**
 * Phrases for the letters typed, without accents: those whose key begins with them, then those whose words, or the first letters of their words
 * ("csbn" for "các sở, ban, ngành"), do; in each the shorter key first. No letters list all, by group.
 */
export function findPhrases(letters: string, phrases: readonly Phrase[]): readonly Phrase[] {
  const wanted = fold(letters).replace(/^\//, '')
  const scored = phrases.flatMap((phrase) => {
    const words = fold(plainText(phrase.content)).split(/[^\p{L}\p{N}]+/u)
    const key = fold(phrase.key)
    const initials = words.map((word) => word.charAt(0)).join('')
    const score =
      wanted === ''
        ? 0
        : key === wanted
          ? 0
          : key.startsWith(wanted)
            ? 1
            : initials.startsWith(wanted)
              ? 2
              : words.some((word) => word.startsWith(wanted))
                ? 3
                : key.includes(wanted)
                  ? 4
                  : null
    return score === null || plainText(phrase.content).trim() === '' ? [] : [{ phrase, score }]
  })
  return scored
    .toSorted((one, other) => one.score - other.score || one.phrase.key.length - other.phrase.key.length)
    .slice(0, wanted === '' ? undefined : MOST)
    .map(({ phrase }) => phrase)
}
