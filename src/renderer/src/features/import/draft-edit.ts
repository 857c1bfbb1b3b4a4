import type { DraftBlock, DraftInline, DraftWarning, PlanDraft } from '#shared/domain/draft.ts'

/**
 * Edits of a draft on the review screen: pure, on plain values. Doubts point at blocks by index,
 * so every edit that moves blocks moves the doubts with them.
 */

/** A block's words for a text box: footnotes as `[^1]`, `[^2]`… at their anchors, a forced line end as a line end. */
export function editableText(content: readonly DraftInline[]): string {
  let footnote = 0
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? '\n' : `[^${(footnote += 1)}]`)).join('')
}

/**
 * Reads edited words back. Footnotes return to where their sign stands; one whose sign was taken out goes. Where the words did not change
 * the block is returned as it was; otherwise marks inside it are found anew when the draft is accepted.
 */
export function withText(content: readonly DraftInline[], text: string): readonly DraftInline[] {
  if (text === editableText(content)) return content
  const footnotes = content.filter((inline) => inline.kind === 'footnote')
  return text.normalize('NFC').split(/(\[\^\d+\]|\n)/).flatMap((piece): readonly DraftInline[] => {
    if (piece === '') return []
    if (piece === '\n') return [{ kind: 'line-break' }]
    const ordinal = /^\[\^(\d+)\]$/.exec(piece)?.[1]
    if (ordinal === undefined) return [{ kind: 'text', text: piece }]
    const footnote = footnotes[Number(ordinal) - 1]
    return footnote === undefined ? [{ kind: 'text', text: piece }] : [footnote]
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
  const joined: DraftBlock = { ...upper, lines, content: [...upper.content, { kind: 'text', text: ' ' }, ...lower.content] }
  return {
    ...draft,
    blocks: draft.blocks.flatMap((block, at) => (at === index - 1 ? [joined] : at === index ? [] : [block])),
    warnings: movedDoubts(draft.warnings, (block) => (block >= index ? block - 1 : block)),
  }
}

/** Cuts a block in two at an offset of its editable text; both keep the kind and the source lines. */
export function splitAt(draft: PlanDraft, index: number, text: string, offset: number): PlanDraft {
  const block = draft.blocks[index]
  if (block === undefined) return draft
  // Signs of footnotes keep their number over both halves, so each half is read against the whole block.
  const halves = [text.slice(0, offset).trimEnd(), text.slice(offset).trimStart()].filter((half) => half !== '')
  if (halves.length < 2) return withBlock(draft, index, { content: withText(block.content, text) })
  const pieces = halves.map((half): DraftBlock => ({ ...block, content: withText(block.content, half) }))
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
