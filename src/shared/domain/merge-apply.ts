import type { FootnoteId, ProvisionId } from './identifier.ts'
import type { Inline } from './inline.ts'
import { normaliseContent } from './inline-text.ts'
import { inRecordForm, sliceContent, withNote, withoutNote, withWords, writtenText } from './merge-content.ts'
import type { MergeEffect, NewSentence, PlacedNote } from './merge-difference.ts'
import { placed } from './merge-order.ts'
import type { ProvisionContent } from './provision.ts'
import type { ProvisionLine } from './returned-paper.ts'

/** Marks where a sentence was cut while its words are put in place: a letter that no text has. */
const CUT = '\uE000'

export interface TextToMerge {
  /** The draft's text now, in order. */
  readonly provisions: readonly ProvisionContent[]
  /** The text that left, for a sentence that comes back. */
  readonly sent: ReadonlyMap<ProvisionId, ProvisionContent>
  /** The draft's sentences as printed now. */
  readonly printed: ReadonlyMap<string, ProvisionLine>
  /** Keys of sentences in the file's order. */
  readonly order: readonly string[]
  /** Moves of the file that were not taken: what they moved is no landmark. */
  readonly notMoved: ReadonlySet<string>
  readonly newId: <Id extends string>() => Id
}

export interface MergedText {
  readonly provisions: readonly ProvisionContent[]
  /** Sentences that went into others: their tasks follow. */
  readonly joins: readonly { readonly from: ProvisionId; readonly into: ProvisionId }[]
}

/** The draft's text with the chosen effects in it. Sentences and footnotes that stay keep their ids. */
export function mergeText(text: TextToMerge, effects: readonly MergeEffect[]): MergedText {
  const blocks = new Map<string, ProvisionContent>(text.provisions.map((block) => [block.id, block]))
  let order: readonly string[] = text.provisions.map(({ id }) => id)
  const joins: { from: ProvisionId; into: ProvisionId }[] = []
  /** What has still to be moved stands where it stood before: no landmark either. */
  const waiting = new Set([...text.notMoved, ...effects.flatMap((effect) => (effect.kind === 'move' ? effect.ids : []))])
  const place = (keys: readonly string[], at: number): void => {
    order = placed(order, keys, text.order, at, waiting)
    for (const key of keys) waiting.delete(key)
  }
  const change = (id: ProvisionId, make: (content: readonly Inline[]) => readonly Inline[]): void => {
    const block = blocks.get(id)
    if (block !== undefined) blocks.set(id, { ...block, content: make(block.content) })
  }
  const takeNote = (id: FootnoteId): Extract<Inline, { kind: 'footnote' }> | null => {
    for (const [key, block] of blocks) {
      const note = block.content.find((inline) => inline.kind === 'footnote' && inline.id === id)
      if (note?.kind !== 'footnote') continue
      blocks.set(key, { ...block, content: withoutNote(block.content, id) })
      return note
    }
    return null
  }
  const made = (sentence: NewSentence): ProvisionContent => {
    let content = normaliseContent([{ kind: 'text', text: sentence.text }])
    for (const { id, at, text: words } of sentence.notes) {
      const known = id === null ? null : takeNote(id)
      content = withNote(content, at, known?.id ?? text.newId<FootnoteId>(), known?.content ?? words)
    }
    return { id: text.newId<ProvisionId>(), area: sentence.area, kind: sentence.kind, content }
  }
  const add = (sentence: NewSentence, at: number): void => {
    blocks.set(sentence.key, made(sentence))
    place([sentence.key], at)
  }
  const reword = (id: ProvisionId, content: readonly Inline[], words: string): readonly Inline[] =>
    withWords(content, inRecordForm(writtenText(content), text.printed.get(id)?.text ?? '', words))

  for (const effect of effects.toSorted((one, other) => rank(one) - rank(other) || anchorOf(one) - anchorOf(other))) {
    switch (effect.kind) {
      case 'text':
        change(effect.id, (content) => withNotesAt(reword(effect.id, content, effect.text), effect.notes))
        break
      case 'level':
        blocks.set(effect.id, { ...(blocks.get(effect.id) as ProvisionContent), kind: effect.level })
        break
      case 'add':
        add(effect.sentence, effect.at)
        break
      case 'restore': {
        const sent = text.sent.get(effect.id)
        if (sent === undefined) break
        blocks.set(effect.id, { ...sent, content: withWords(sent.content, effect.text) })
        place([effect.id], effect.at)
        break
      }
      case 'remove':
        order = order.filter((key) => key !== effect.id)
        break
      case 'move':
        place(effect.ids, effect.at)
        break
      case 'split': {
        const block = blocks.get(effect.id)
        if (block === undefined) break
        const words = effect.parts.map((part) => (typeof part === 'string' ? part : part.text)).join(CUT)
        const content = reword(effect.id, block.content, words)
        const cuts = cutsOf(writtenText(content))
        effect.parts.forEach((part, index) => {
          const piece = trimmed(sliceContent(content, (cuts[index] ?? -1) + 1, cuts[index + 1] ?? 0))
          if (typeof part === 'string') blocks.set(effect.id, { ...block, content: piece })
          else
            blocks.set(part.key, {
              id: text.newId<ProvisionId>(),
              area: part.area,
              kind: part.kind,
              content: withNewNotes(piece, part, text.newId),
            })
        })
        effect.parts.forEach((part, index) => {
          if (typeof part !== 'string') place([part.key], effect.at + index)
        })
        break
      }
      case 'join': {
        const parts = order.filter((key) => key === effect.into || effect.from.some((id) => id === key))
        const whole = parts.flatMap((key, index): readonly Inline[] => [
          ...(index === 0 ? [] : [{ kind: 'text', text: ' ' } as const]),
          ...(blocks.get(key)?.content ?? []),
        ])
        change(effect.into, () => withWords(normaliseContent(whole), effect.text))
        const gone = new Set<string>(effect.from)
        order = order.filter((key) => !gone.has(key))
        joins.push(...effect.from.map((from) => ({ from, into: effect.into })))
        break
      }
      case 'note-text':
        for (const [key, block] of blocks) blocks.set(key, { ...block, content: withNoteWords(block.content, effect.id, effect.text) })
        break
      case 'note-remove':
        takeNote(effect.id)
        break
      case 'note-add':
        change(effect.provisionId, (content) => withNote(content, effect.at, text.newId<FootnoteId>(), effect.text))
        break
      case 'note-move': {
        const note = takeNote(effect.id)
        if (note !== null) change(effect.provisionId, (content) => withNote(content, effect.at, note.id, note.content))
        break
      }
      default:
    }
  }
  return { provisions: order.flatMap((key) => blocks.get(key) ?? []), joins }
}

/** Words first, then what goes, then what comes and moves in the file's order, so that each finds its neighbour standing. */
function rank({ kind }: MergeEffect): number {
  if (kind === 'text' || kind === 'level' || kind === 'note-text' || kind === 'note-remove') return 0
  if (kind === 'join') return 1
  if (kind === 'add' || kind === 'restore' || kind === 'move' || kind === 'split') return 2
  // A sentence that goes takes no footnote with it that was moved out of it.
  return kind === 'remove' ? 4 : 3
}

function anchorOf(effect: MergeEffect): number {
  return 'at' in effect ? effect.at : 0
}

function cutsOf(text: string): readonly number[] {
  const cuts = [-1]
  for (let at = text.indexOf(CUT); at >= 0; at = text.indexOf(CUT, at + 1)) cuts.push(at)
  return [...cuts, text.length]
}

/** Footnotes put where the file has them, when it has all of the sentence's; else they stay where they were. */
function withNotesAt(content: readonly Inline[], notes: readonly PlacedNote[]): readonly Inline[] {
  const own = content.filter((inline) => inline.kind === 'footnote')
  if (own.length === 0 || own.length !== notes.length || !own.every(({ id }) => notes.some((note) => note.id === id))) return content
  const bare = normaliseContent(content.filter((inline) => inline.kind !== 'footnote'))
  return notes.reduce((result: readonly Inline[], { id, at }) => {
    const note = own.find((one) => one.id === id)
    return note === undefined ? result : withNote(result, at, id, note.content)
  }, bare)
}

function withNewNotes(content: readonly Inline[], { notes }: NewSentence, newId: TextToMerge['newId']): readonly Inline[] {
  return notes.reduce((result, { id, at, text }) => (id === null ? withNote(result, at, newId<FootnoteId>(), text) : result), content)
}

function withNoteWords(content: readonly Inline[], id: FootnoteId, words: string): readonly Inline[] {
  if (!content.some((inline) => inline.kind === 'footnote' && inline.id === id)) return content
  return normaliseContent(
    content.map((inline) =>
      inline.kind === 'footnote' && inline.id === id
        ? { ...inline, content: withWords(inline.content, words).filter((piece) => piece.kind === 'text') }
        : inline,
    ),
  )
}

/** A part of a sentence begins and ends with words. */
function trimmed(content: readonly Inline[]): readonly Inline[] {
  const text = writtenText(content)
  const start = text.length - text.trimStart().length
  return start === 0 && text === text.trimEnd() ? content : sliceContent(content, start, text.trimEnd().length)
}
