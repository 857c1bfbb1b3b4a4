import type { TextInline } from '#shared/domain/inline.ts'

/** The words of a footnote. */
export function wordsOf(content: readonly TextInline[]): string {
  return content.map(({ text }) => text).join('')
}

function cut(content: readonly TextInline[], from: number, to: number): TextInline[] {
  let at = 0
  return content.flatMap((inline): TextInline[] => {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, inline.text.length)
    at += inline.text.length
    return end > start ? [{ ...inline, text: inline.text.slice(start, end) }] : []
  })
}

/** A footnote after its words were edited as plain text: what was not touched keeps its italics and its marks. */
export function editWords(content: readonly TextInline[], words: string): readonly TextInline[] {
  const before = wordsOf(content)
  let start = 0
  while (start < before.length && start < words.length && before[start] === words[start]) start += 1
  let end = 0
  while (end < before.length - start && end < words.length - start && before.at(-1 - end) === words.at(-1 - end)) end += 1
  const head = cut(content, 0, start)
  const middle = words.slice(start, words.length - end)
  const tail = cut(content, before.length - end, before.length)
  const neighbour = head.at(-1) ?? tail[0]
  const typed: TextInline[] =
    middle === ''
      ? []
      : [
          {
            kind: 'text',
            text: middle,
            ...(neighbour?.bold === true && { bold: true }),
            ...(neighbour?.italic === true && { italic: true }),
          },
        ]
  return [...head, ...typed, ...tail]
}
