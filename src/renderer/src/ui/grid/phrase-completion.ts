import { plainText } from '#shared/domain/inline.ts'
import { findPhrases, slashCall, type Phrase } from '#shared/domain/phrase.ts'
import type { Completion } from './grid-types.ts'

/** Usual sentences called in a cell by a slash and letters, as in the text; their words without their look. */
export function phraseCompletion(phrases: readonly Phrase[]): (text: string, caret: number) => Completion {
  return (text, caret) => {
    const call = slashCall(text.slice(0, caret))
    const options = call === null ? [] : findPhrases(call.letters, phrases)
    return {
      from: call?.from ?? caret,
      to: caret,
      options: options.map(({ id, key, content }) => ({ key: id, label: plainText(content), detail: key, insert: plainText(content) })),
      takesFirst: true,
    }
  }
}
