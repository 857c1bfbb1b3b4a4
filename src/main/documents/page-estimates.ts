import type { ParagraphBlock, RuleBlock, Run } from '#shared/document/blocks.ts'
import { textStyle, textWidth, toPoints } from '#shared/document/text-width.ts'

// Upper bounds that cost next to nothing, so that only what might really be too tall or too wide is measured by the page
// engine: measuring lays a thing out twice.

/** Ascent, descent and line gap of Times New Roman and of Tinos, in em (hhea 1825 + 443 + 87 of 2048). */
const SINGLE_LINE = 1.1499

/** Whether a run has a word wider than `width` points, which must be broken inside or it would run over what stands beside it. */
export function hasLongWord(run: Run, width: number): boolean {
  if (run.kind === 'line-break') return false
  if (run.kind === 'footnote') return run.content.some((part) => hasLongWord(part, width))
  // No letter is wider than its size: most texts are settled by their longest word's number of letters alone.
  const letters = Math.max(...run.text.split(' ').map((word) => word.length))
  if (letters * toPoints(run.size) <= width) return false
  return run.text.split(' ').some((word) => textWidth(word, toPoints(run.size), textStyle(run)) > width)
}

/**
 * Height in points of blocks under one another in a column of `width` points, never less than the truth: two lines that
 * follow each other are wider together than the column, so there are at most twice as many as the text is long.
 * As soon as a rougher bound stays below `enough`, that one is given: it costs less.
 */
export function heightAtMost(blocks: readonly (ParagraphBlock | RuleBlock)[], width: number, enough: number): number {
  const rough = heightBy(blocks, width, (text, size) => text.length * size)
  return rough <= enough ? rough : heightBy(blocks, width, textWidth)
}

function heightBy(blocks: readonly (ParagraphBlock | RuleBlock)[], width: number, widthOf: typeof textWidth): number {
  let height = 0
  for (const block of blocks) {
    if (block.kind === 'rule') {
      height += toPoints(block.spaceBefore) + toPoints(block.spaceAfter) + 1
      continue
    }
    const { format } = block
    const available = Math.max(1, width - toPoints(format.leftIndent) - Math.abs(toPoints(format.firstLineIndent)))
    let size = 0
    let text = 0
    let lines = 1
    for (const run of block.runs) {
      if (run.kind === 'line-break') {
        lines += 1
        continue
      }
      const runSize = toPoints(run.size)
      size = Math.max(size, runSize)
      text += run.kind === 'text' ? widthOf(run.text, runSize, textStyle(run)) : 2 * runSize
    }
    lines += Math.ceil((2 * text) / available)
    height +=
      toPoints(format.spaceBefore) +
      toPoints(format.spaceAfter) +
      lines * (size === 0 ? EMPTY_SIZE : size) * SINGLE_LINE * format.lineSpacing
  }
  return height
}

/** Size of a paragraph without text, in points: the decree's body. */
export const EMPTY_SIZE = 14
