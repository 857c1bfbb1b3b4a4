import { plainText, type Inline } from './inline.ts'
import { replaceInContent } from './inline-text.ts'

/**
 * Content whose words were typed anew in a plain box: what did not change keeps its marks and footnotes, the stretch between the first and the last
 * difference takes the new words. A name or citation that was touched is marked no more; saving a plan marks it again.
 */
export function retype(content: readonly Inline[], words: string): readonly Inline[] {
  const before = plainText(content)
  const after = words.normalize('NFC').replace(/\s+/gu, ' ')
  if (before === after) return content
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const room = Math.min(before.length, after.length) - start
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const replacement = after.slice(start, after.length - end)
  if (content.every((inline) => inline.kind !== 'text'))
    return [...(replacement === '' ? [] : [{ kind: 'text', text: replacement } as const]), ...content]
  if (start < before.length - end) return replaceInContent(content, start, before.length - end - start, replacement, () => false)
  // Nothing went: the new words take the look of the letter before them (the one after, at the very beginning).
  const at = start > 0 ? start - 1 : 0
  const letter = before.slice(at, at + 1)
  return replaceInContent(content, at, 1, start > 0 ? letter + replacement : replacement + letter, () => false)
}
