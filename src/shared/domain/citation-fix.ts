import type { Stretch } from './citation.ts'
import type { CitationFix } from './citation-finding.ts'
import { plainText, type Inline, type TextInline } from './inline.ts'
import { replaceInContent } from './inline-text.ts'

/** A fix that says something else in a stretch of a text. */
export function stretchFix(text: string, { start, length }: Stretch, replacement: string): CitationFix {
  if (length === 0) return insertion(text, start, replacement)
  return { start, length, words: text.slice(start, start + length), follows: null, replacement }
}

const FOLLOWING = 16

/** A fix that puts words in. */
export function insertion(text: string, start: number, replacement: string): CitationFix {
  return { start, length: 0, words: '', follows: text.slice(start, start + FOLLOWING), replacement }
}

/** Letters to be replaced, at a place that is known to hold. */
interface Change extends Stretch {
  readonly replacement: string
}

/** The same fix cut down to what differs, between whole words. */
function leastFix({ start, words, replacement }: CitationFix): Change {
  const [old, wanted] = [pieces(words), pieces(replacement)]
  let head = 0
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < wanted.length - head && old.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1
  const before = old.slice(0, head).join('').length
  const gone = old.slice(head, old.length - tail).join('')
  return { start: start + before, length: gone.length, replacement: wanted.slice(head, wanted.length - tail).join('') }
}

function pieces(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? []
}

/** Whether the words that a fix speaks of still stand at its place. */
function fits(text: string, { start, length, words, follows }: CitationFix): boolean {
  const end = start + length
  return end <= text.length && text.slice(start, end) === words && (follows === null || text.slice(end, end + FOLLOWING) === follows)
}

/**
 * Applies fixes to the words of a content, from the last to the first so that none moves another; one that no longer fits, or overlaps one
 * already done, is left out. Only the words that differ change: their neighbours keep bold, italic and footnotes. Gives the content and
 * how many were done. Marks of citations over changed words are dropped: who stores the content marks it anew.
 */
export function applyFixes(
  content: readonly Inline[],
  fixes: readonly CitationFix[],
): { readonly content: readonly Inline[]; readonly done: number } {
  const text = plainText(content)
  let changed = content
  let done = 0
  let free = text.length + 1
  for (const fix of fixes.toSorted((one, other) => other.start - one.start || other.length - one.length)) {
    if (!fits(text, fix) || fix.start + fix.length > free) continue
    const { start, length, replacement } = widened(plainText(changed), leastFix(fix))
    changed = replaceInContent(changed, start, length, replacement, (marked: TextInline) => marked.citation === undefined)
    free = fix.start
    done += 1
  }
  return { content: changed, done }
}

/** The same on a text without marks: a cell of the appendix. */
export function applyFixesToText(text: string, fixes: readonly CitationFix[]): { readonly text: string; readonly done: number } {
  const { content, done } = applyFixes(text === '' ? [] : [{ kind: 'text', text }], fixes)
  const written = content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('')
  return { text: done === 0 ? text : written, done }
}

/** Words are put in beside a letter as it stands by now, which is written again: a place without any has no formatting to take. */
function widened(text: string, fix: Change): Change {
  if (fix.length > 0) return fix
  // The letter after it where there is one: before it often stands a space, which may be a forced new line.
  const isLast = fix.start >= text.length
  const beside = isLast ? Math.max(0, text.length - 1) : fix.start
  const letter = text.slice(beside, beside + 1)
  return { start: beside, length: letter.length, replacement: isLast ? letter + fix.replacement : fix.replacement + letter }
}
