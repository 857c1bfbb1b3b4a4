import { markCitations } from '#shared/domain/citation.ts'
import type { DraftBlock, DraftInline, DraftWarning, PlanDraft } from '#shared/domain/draft.ts'

/**
 * Edits of a draft on the review screen: pure, on plain values. Doubts point at blocks by index,
 * so every edit that moves blocks moves the doubts with them.
 */

/** A block's words for a text box: footnotes as `[^1]`, `[^2]`… at their anchors, a forced line end as a line end. */
export function editableText(content: readonly DraftInline[]): string {
  let footnote = 0
  return content
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? '\n' : `[^${(footnote += 1)}]`))
    .join('')
}

/** The part of a content between two offsets of its editable text. A footnote's sign is never cut: it belongs to the part it begins in. */
function partOf(content: readonly DraftInline[], from: number, to: number): readonly DraftInline[] {
  let at = 0
  let footnote = 0
  return content.flatMap((inline): readonly DraftInline[] => {
    const start = at
    at += inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : `[^${(footnote += 1)}]`.length
    if (inline.kind !== 'text') return start >= from && start < to ? [inline] : []
    const text = inline.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...inline, text }]
  })
}

/**
 * Reads edited words back. Italics and the like stay on the words before and after what was changed, citations are
 * looked for anew. Footnotes return
 * to where their sign stands; one whose sign was taken out goes.
 */
export function withText(content: readonly DraftInline[], edited: string): readonly DraftInline[] {
  const before = editableText(content)
  const text = edited.normalize('NFC')
  if (text === before) return content
  const most = Math.min(before.length, text.length)
  let head = 0
  while (head < most && before[head] === text[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  // The changed stretch takes whole signs of footnotes, so that none is read in half.
  const isCut = (at: number): boolean => /\[\^?\d*$/.test(before.slice(0, at)) && /^\^?\d*\]/.test(before.slice(at))
  while (head > 0 && isCut(head)) head -= 1
  while (tail > 0 && isCut(before.length - tail)) tail -= 1
  const footnotes = content.filter((inline) => inline.kind === 'footnote')
  const changed = text
    .slice(head, text.length - tail)
    .split(/(\[\^\d+\]|\n)/)
    .flatMap((piece): readonly DraftInline[] => {
      if (piece === '') return []
      if (piece === '\n') return [{ kind: 'line-break' }]
      const ordinal = /^\[\^(\d+)\]$/.exec(piece)?.[1]
      const footnote = ordinal === undefined ? undefined : footnotes[Number(ordinal) - 1]
      return [footnote ?? { kind: 'text', text: piece }]
    })
  return markCitations([...partOf(content, 0, head), ...changed, ...partOf(content, before.length - tail, before.length)])
}

/** Gives a footnote of a block other words; empty ones leave it as it was, for a footnote is taken away by its sign. */
export function withFootnote(content: readonly DraftInline[], ordinal: number, text: string): readonly DraftInline[] {
  const words = text.trim().normalize('NFC')
  let at = 0
  return content.map((inline): DraftInline => {
    if (inline.kind !== 'footnote') return inline
    at += 1
    if (at !== ordinal || words === '') return inline
    const marked = markCitations([{ kind: 'text', text: words }])
    return { ...inline, content: marked.filter((each) => each.kind === 'text') }
  })
}

function movedDoubts(warnings: readonly DraftWarning[], to: (block: number) => number | null): readonly DraftWarning[] {
  return warnings.flatMap((warning) => {
    if (warning.at === null || !('block' in warning.at)) return [warning]
    const block = to(warning.at.block)
    return block === null ? [] : [{ ...warning, at: { block } }]
  })
}

export function withBlock(draft: PlanDraft, index: number, change: Partial<DraftBlock>): PlanDraft {
  return { ...draft, blocks: draft.blocks.map((block, at) => (at === index ? { ...block, ...change } : block)) }
}

/** Puts the block's words at the end of the one above, a space between. The first block stays. */
export function joinedUp(draft: PlanDraft, index: number): PlanDraft {
  const upper = draft.blocks[index - 1]
  const lower = draft.blocks[index]
  if (upper === undefined || lower === undefined) return draft
  const lines = upper.lines === null || lower.lines === null ? (upper.lines ?? lower.lines) : { from: upper.lines.from, to: lower.lines.to }
  const joined: DraftBlock = { ...upper, lines, content: markCitations([...upper.content, { kind: 'text', text: ' ' }, ...lower.content]) }
  return {
    ...draft,
    blocks: draft.blocks.flatMap((block, at) => (at === index - 1 ? [joined] : at === index ? [] : [block])),
    warnings: movedDoubts(draft.warnings, (block) => (block >= index ? block - 1 : block)),
  }
}

/** Cuts a block in two at an offset of its editable text as it was edited; both keep the kind and the source lines. */
export function splitAt(draft: PlanDraft, index: number, text: string, offset: number): PlanDraft {
  const block = draft.blocks[index]
  if (block === undefined) return draft
  const content = withText(block.content, text)
  // White space at the cut goes; the signs of footnotes have got numbers of their own by now.
  const words = editableText(content)
  const halves = [
    partOf(content, 0, words.slice(0, offset).trimEnd().length),
    partOf(content, words.length - words.slice(offset).trimStart().length, words.length),
  ]
  if (halves.some((half) => half.length === 0)) return withBlock(draft, index, { content })
  const pieces = halves.map((half): DraftBlock => ({ ...block, content: half }))
  return {
    ...draft,
    blocks: draft.blocks.flatMap((each, at) => (at === index ? pieces : [each])),
    warnings: movedDoubts(draft.warnings, (at) => (at > index ? at + 1 : at)),
  }
}

export function withoutBlock(draft: PlanDraft, index: number): PlanDraft {
  return {
    ...draft,
    blocks: draft.blocks.filter((_, at) => at !== index),
    warnings: movedDoubts(draft.warnings, (block) => (block === index ? null : block > index ? block - 1 : block)),
  }
}
