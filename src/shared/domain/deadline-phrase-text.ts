import { foldEach } from '../language/fold-each.ts'

/**
 * A phrase made readable: `text` keeps the letters as typed, `folded` is the same text without marks and in lower case,
 * character by character, so that a place in one is the same place in the other.
 */
export interface ReadableText {
  readonly text: string
  readonly folded: string
}

/**
 * NFC, one kind of dash, white space as one space or, where it holds a line end, one "\n" (a cell's lines may be sentences of their own);
 * no space around the slash of a date ("01/ 2026").
 */
export function readable(phrase: string): ReadableText {
  const text = phrase
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFF0D]/g, '-')
    .replace(/\u00AD|\u200B|\uFEFF/g, '')
    .replace(/\r\n?|[\v\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/(\d) ?\/ ?(?=\d)/g, '$1/')
    .trim()
  return { text, folded: foldEach(text) }
}
