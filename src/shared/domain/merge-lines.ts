import type { ProvisionId } from './identifier.ts'
import type { Found, MergePlace, MergeRemark, NewSentence, PlacedNote } from './merge-difference.ts'
import { readAs, readNew } from './merge-labels.ts'
import { noteKey } from './merge-note-pairing.ts'
import { followedBy, movedRuns } from './merge-order.ts'
import type { PairedLines } from './merge-pairing.ts'
import { deleterOf, excerpt, hashOf, provisionsByKey, sameSentence, tell } from './merge-telling.ts'
import type { PaperText, ProvisionLine, ReturnedLine, ReturnedPaper } from './returned-paper.ts'

/** The differences of the running text, footnotes apart. */
export function compareSentences(
  base: PaperText,
  mine: PaperText,
  theirs: ReturnedPaper,
  paired: PairedLines,
): { readonly found: readonly Found[]; readonly remarks: readonly MergeRemark[] } {
  const found: Found[] = []
  const remarks: MergeRemark[] = []
  const mineByKey = provisionsByKey(mine)
  const add = (found_: Found | null): void => {
    if (found_ !== null) found.push(found_)
  }
  const splitOf = new Map(paired.match.splits.flatMap((split) => split.into.map((index) => [index, split] as const)))
  const joinOf = new Map(paired.match.joins.map((join) => [join.after, join]))
  const joined = new Set(paired.match.joins.flatMap(({ from }) => from))
  theirs.lines.forEach((line, index) => {
    const was = paired.baseOf[index] ?? null
    const key = paired.keyOf[index] ?? null
    const split = splitOf.get(index)
    if (split !== undefined && base.lines[split.before]?.role === 'provision') {
      if (was !== null) add(splitSentence(base.lines[split.before] as ProvisionLine, split.into, mineByKey, theirs, paired))
      return
    }
    if (was?.role === 'provision') {
      const join = joinOf.get(index)
      const parts = join?.from.flatMap((one) => (base.lines[one]?.role === 'provision' ? [base.lines[one]] : [])) ?? []
      add(
        parts.length > 1
          ? joinedSentence(was, parts, line, mineByKey)
          : editedSentence(was, line, mineByKey.get(was.key) ?? null, index, paired),
      )
      if (parts.length <= 1) add(changedLevel(was, line, mineByKey.get(was.key) ?? null))
      return
    }
    if (key !== null) add(newSentence(key, line, index, mineByKey, paired))
    else if (was === null && line.text !== '') remarks.push({ code: 'line-not-placed', text: line.text })
    else if (was?.role === 'furniture' && lettersOf(was.text) !== lettersOf(line.text))
      remarks.push({ code: 'head-changed', text: line.text })
  })
  const stayed = new Set(paired.match.pairs.map(({ before }) => before))
  base.lines.forEach((line, index) => {
    if (line.role !== 'provision' || joined.has(index) || stayed.has(index)) return
    add(removedSentence(line, mineByKey.get(line.key) ?? null, theirs))
  })
  found.push(...movedSentences(base, mine, theirs, paired))
  return { found, remarks: [...missingEnd(base, (index) => stayed.has(index) || joined.has(index)), ...remarks] }
}

/** So many sentences without a break, up to the last one, and this share of all, look like a file that was cut off rather than an edit. */
const CUT_OFF = { sentences: 5, share: 0.2 }

/** Tells of a file whose end is gone: its sentences come as removals, and nobody means to remove the rest of a plan by accident. */
function missingEnd(base: PaperText, isThere: (index: number) => boolean): readonly MergeRemark[] {
  const sentences = base.lines.flatMap((line, index) => (line.role === 'provision' ? [{ line, index }] : []))
  const missing = sentences.slice(sentences.findLastIndex(({ index }) => isThere(index)) + 1)
  const [first] = missing
  if (first === undefined || missing.length < Math.max(CUT_OFF.sentences, sentences.length * CUT_OFF.share)) return []
  return [{ code: 'end-missing', text: excerpt(first.line.text) }]
}

/** Number and date of the head are filled in by the records office: they are no edit. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '')
}

function placeOf(line: Pick<ProvisionLine, 'address' | 'id'>): MergePlace {
  return { what: 'sentence', address: line.address, column: null, provisionId: line.id, taskId: null }
}

function wordsAs(line: ReturnedLine, was: ProvisionLine): string {
  if (sameSentence(line.text, was.text)) return was.text
  const { words } = readAs(line, was.kind)
  // These are printed in capitals whatever was typed: small letters among them are no edit of their own.
  return was.kind === 'part' || was.kind === 'section' ? words.toLocaleUpperCase('vi') : words
}

function editedSentence(
  was: ProvisionLine,
  line: ReturnedLine,
  now: ProvisionLine | null,
  index: number,
  paired: PairedLines,
): Found | null {
  const words = wordsAs(line, was)
  if (sameSentence(words, was.text) || (now !== null && sameSentence(words, now.text))) return null
  const conflict = now === null || !sameSentence(now.text, was.text)
  return {
    difference: tell({
      id: `edited:${was.key}`,
      kind: 'edited',
      place: placeOf(now ?? was),
      before: now?.text ?? null,
      after: words,
      conflict,
      sent: was.text,
      lines: [line],
    }),
    effect:
      now === null
        ? { kind: 'restore', id: was.id, text: words, at: paired.placeOf[index] ?? 0 }
        : { kind: 'text', id: was.id, text: words, notes: placedNotes(line, words, index, paired) },
  }
}

/** The plan's footnotes in a line of the file, their anchors counted in its words without the number. */
function placedNotes(line: ReturnedLine, words: string, index: number, paired: PairedLines): readonly PlacedNote[] {
  const shift = line.text.length - words.length
  return line.notes.flatMap(({ at }, ordinal) => {
    const id = paired.noteIds.get(noteKey(index, ordinal))
    return id === undefined ? [] : [{ id, at: Math.max(0, at - shift) }]
  })
}

function changedLevel(was: ProvisionLine, line: ReturnedLine, now: ProvisionLine | null): Found | null {
  if (now === null || sameSentence(line.text, was.text)) return null
  const { kind } = readAs(line, was.kind)
  if (kind === was.kind || kind === now.kind) return null
  return {
    difference: tell({
      id: `level:${was.key}`,
      kind: 'level',
      place: placeOf(now),
      before: now.text,
      after: now.text,
      conflict: now.kind !== was.kind,
      lines: [line],
    }),
    effect: { kind: 'level', id: was.id, level: kind },
  }
}

/** The nearest sentence above a line of the file, as it is in the plan. */
function previousOf(index: number, paired: PairedLines): ProvisionLine | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = paired.baseOf[at]
    if (line?.role === 'provision') return line
  }
  const next = paired.baseOf.slice(index).find((line) => line?.role === 'provision')
  return next?.role === 'provision' ? { ...next, kind: 'paragraph' } : null
}

function sentenceOf(key: string, line: ReturnedLine, index: number, paired: PairedLines): NewSentence {
  const previous = previousOf(index, paired)
  const { kind, words } = readNew(line, previous)
  const shift = line.text.length - words.length
  return {
    key,
    kind,
    area: previous?.area ?? 'body',
    text: words,
    notes: line.notes.map(({ at, text }, ordinal) => ({
      id: paired.noteIds.get(noteKey(index, ordinal)) ?? null,
      at: Math.max(0, at - shift),
      text,
    })),
  }
}

function newSentence(
  key: string,
  line: ReturnedLine,
  index: number,
  mineByKey: ReadonlyMap<string, ProvisionLine>,
  paired: PairedLines,
): Found | null {
  const now = mineByKey.get(key)
  if (now !== undefined) {
    const words = wordsAs(line, now)
    if (sameSentence(words, now.text)) return null
    return {
      difference: tell({
        id: `edited:${key}`,
        kind: 'edited',
        place: placeOf(now),
        before: now.text,
        after: words,
        conflict: true,
        lines: [line],
      }),
      effect: { kind: 'text', id: now.id, text: words, notes: placedNotes(line, words, index, paired) },
    }
  }
  const sentence = sentenceOf(key, line, index, paired)
  if (sentence.text === '' && sentence.notes.length === 0) return null
  const above = previousOf(index, paired)
  return {
    difference: tell({
      id: `added:${hashOf(sentence.text)}:${index}`,
      kind: 'added',
      place: { what: 'sentence', address: above?.address ?? '', column: null, provisionId: above?.id ?? null, taskId: null },
      before: null,
      after: sentence.text,
      lines: [line],
    }),
    effect: { kind: 'add', sentence, at: paired.placeOf[index] ?? 0 },
  }
}

function removedSentence(was: ProvisionLine, now: ProvisionLine | null, theirs: ReturnedPaper): Found | null {
  if (now === null) return null
  return {
    difference: tell({
      id: `removed:${was.key}`,
      kind: 'removed',
      place: placeOf(now),
      before: now.text,
      after: null,
      conflict: !sameSentence(now.text, was.text),
      sent: was.text,
      authors: deleterOf(was.text, theirs),
    }),
    effect: { kind: 'remove', id: was.id },
  }
}

function splitSentence(
  was: ProvisionLine,
  into: readonly number[],
  mineByKey: ReadonlyMap<string, ProvisionLine>,
  theirs: ReturnedPaper,
  paired: PairedLines,
): Found | null {
  const lines = into.flatMap((index) => (theirs.lines[index] === undefined ? [] : [{ line: theirs.lines[index], index }]))
  const now = mineByKey.get(was.key) ?? null
  const parts = lines.map(({ line, index }): NewSentence | string =>
    paired.baseOf[index]?.key === was.key ? wordsAs(line, was) : sentenceOf(paired.keyOf[index] ?? `new:${index}`, line, index, paired),
  )
  const words = parts.map((part) => (typeof part === 'string' ? part : part.text))
  const isDone = parts.every((part) => {
    const there = typeof part === 'string' ? now : mineByKey.get(part.key)
    return there !== undefined && there !== null && sameSentence(there.text, typeof part === 'string' ? part : part.text)
  })
  if (isDone || now === null) return null
  return {
    difference: tell({
      id: `split:${was.key}`,
      kind: 'split',
      place: placeOf(now),
      before: now.text,
      after: words.join('\n'),
      conflict: !sameSentence(now.text, was.text),
      sent: was.text,
      lines: lines.map(({ line }) => line),
    }),
    effect: { kind: 'split', id: was.id, parts, at: paired.placeOf[into[0] ?? 0] ?? 0 },
  }
}

function joinedSentence(
  was: ProvisionLine,
  parts: readonly ProvisionLine[],
  line: ReturnedLine,
  mineByKey: ReadonlyMap<string, ProvisionLine>,
): Found | null {
  const words = wordsAs(line, was)
  const standing = parts.flatMap((part) => mineByKey.get(part.key) ?? [])
  const into = standing.find(({ key }) => key === was.key) ?? standing[0]
  if (into === undefined || (standing.length === 1 && sameSentence(into.text, words))) return null
  return {
    difference: tell({
      id: `joined:${was.key}`,
      kind: 'joined',
      place: placeOf(into),
      before: standing.map(({ text }) => text).join('\n'),
      after: words,
      conflict: standing.length < parts.length || parts.some((part) => !sameSentence(mineByKey.get(part.key)?.text ?? '', part.text)),
      sent: parts.map(({ text }) => text).join('\n'),
      lines: [line],
    }),
    effect: { kind: 'join', into: into.id, from: standing.filter(({ id }) => id !== into.id).map(({ id }) => id), text: words },
  }
}

function movedSentences(base: PaperText, mine: PaperText, theirs: ReturnedPaper, paired: PairedLines): readonly Found[] {
  const baseOrder = base.lines.flatMap((line) => (line.role === 'provision' ? [line.key] : []))
  const mineByKey = provisionsByKey(mine)
  const baseByKey = provisionsByKey(base)
  const stayed = paired.order.filter((key) => baseByKey.has(key))
  const common = paired.order.filter((key) => mineByKey.has(key))
  const mineOrder = mine.lines.flatMap((line) => (line.role === 'provision' ? [line.key] : []))
  const isUnder = (key: string, head: string): boolean => {
    const [line, above] = [baseByKey.get(key), baseByKey.get(head)]
    return line !== undefined && above !== undefined && above.address !== '' && `${line.address}.`.startsWith(`${above.address}.`)
  }
  const moving = new Set<string>()
  return movedRuns(baseOrder, stayed, isUnder).flatMap((run): readonly Found[] => {
    const standing = run.flatMap((key) => mineByKey.get(key) ?? [])
    const [head] = standing
    if (head === undefined) return []
    const now = followedBy(mineOrder, head.key, new Set(common))
    const wanted = followedBy(common, head.key, new Set(common))
    // Behind the same sentence as before is elsewhere when that one moves too.
    if (now === wanted && !moving.has(wanted ?? '')) return []
    for (const key of run) moving.add(key)
    const index = paired.keyOf.indexOf(head.key)
    return [
      {
        difference: tell({
          id: `moved:${head.key}`,
          kind: 'moved',
          place: placeOf(head),
          before: standing.map(({ text }) => text).join('\n'),
          after: standing.map(({ text }) => text).join('\n'),
          follows: { before: nameOf(now, mineByKey), after: nameOf(wanted, mineByKey) },
          lines: theirs.lines[index] === undefined ? [] : [theirs.lines[index]],
        }),
        effect: { kind: 'move', ids: standing.map(({ id }): ProvisionId => id), at: paired.order.indexOf(head.key) },
      },
    ]
  })
}

function nameOf(key: string | null, mineByKey: ReadonlyMap<string, ProvisionLine>): string {
  return key === null ? '' : excerpt(mineByKey.get(key)?.text ?? '')
}
