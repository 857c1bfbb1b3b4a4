import type { Block, SideBySideBlock, TrackedChange } from './blocks.ts'
import { compareCell, markCell, markParagraph, mergeBlocks } from './comparison-lines.ts'
import { compareRuns, type SourcePairs } from './comparison-runs.ts'
import { compareTables, markTable } from './comparison-table.ts'

/** One block with all its words inserted, or deleted. Rules and page breaks have no words: those of the older paper are left out. */
function markBlock(block: Block, change: TrackedChange): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [markParagraph(block, change)]
    case 'table':
      return [markTable(block, change)]
    case 'side-by-side': {
      // A frame is no row that Word could take away: what it said is told line by line.
      return change === 'deleted'
        ? [...block.left, ...block.right].flatMap((one) => (one.kind === 'paragraph' ? [markParagraph(one, change)] : []))
        : [{ ...block, left: markCell(block.left, change), right: markCell(block.right, change) }]
    }
    case 'rule':
    case 'page-break':
      return change === 'deleted' ? [] : [block]
    default:
      return block satisfies never
  }
}

/** Blocks with every one of them inserted, or deleted. */
export function markBlocks(blocks: readonly Block[], change: TrackedChange): readonly Block[] {
  return blocks.flatMap((block) => markBlock(block, change))
}

/** The blocks of the newer paper with those of the older one that went between them. */
export function compareBlocks(before: readonly Block[], after: readonly Block[], pairs: SourcePairs): readonly Block[] {
  return mergeBlocks(before, after, pairs, {
    gone: (block) => markBlock(block, 'deleted'),
    came: (block) => markBlock(block, 'inserted'),
    stayed: (old, now) => compareTwo(old, now, pairs),
  })
}

function compareTwo(before: Block, after: Block, pairs: SourcePairs): readonly Block[] {
  if (before.kind === 'paragraph' && after.kind === 'paragraph') return [{ ...after, runs: compareRuns(before.runs, after.runs, pairs) }]
  if (before.kind === 'side-by-side' && after.kind === 'side-by-side') return [compareFrames(before, after, pairs)]
  if (before.kind === 'table' && after.kind === 'table') return compareTables(before, after, pairs)
  return [after]
}

function compareFrames(before: SideBySideBlock, after: SideBySideBlock, pairs: SourcePairs): SideBySideBlock {
  return { ...after, left: compareCell(before.left, after.left, pairs), right: compareCell(before.right, after.right, pairs) }
}
