import { longestRising, matchTexts } from '../domain/text-match.ts'
import type { Block, ParagraphBlock, RuleBlock, TrackedChange } from './blocks.ts'
import { compareRuns, markRuns, type SourcePairs } from './comparison-runs.ts'
import { paragraphText } from './words.ts'

/** What becomes of a block that only one paper has, and of one that both have. */
export interface Merging<Content extends Block> {
  readonly gone: (block: Content) => readonly Content[]
  readonly came: (block: Content) => readonly Content[]
  readonly stayed: (before: Content, after: Content) => readonly Content[]
}

/**
 * The blocks of the newer paper with those of the older one that went between them, ahead of what took their place. A block that moved is
 * gone where it stood and came where it stands.
 */
export function mergeBlocks<Content extends Block>(
  before: readonly Content[],
  after: readonly Content[],
  pairs: SourcePairs,
  merging: Merging<Content>,
): readonly Content[] {
  const partner = pairBlocks(before, after, pairs)
  const owner = new Map([...partner].map(([one, other]) => [other, one]))
  const common = after.flatMap((_, index) => owner.get(index) ?? [])
  const rising = longestRising(common)
  const stayed = new Set(common.filter((_, index) => rising.has(index)))
  const result: Content[] = []
  let next = 0
  const takeGone = (): void => {
    for (let block = before[next]; block !== undefined && !stayed.has(next); block = before[next]) {
      result.push(...merging.gone(block))
      next += 1
    }
  }
  after.forEach((block, index) => {
    takeGone()
    const place = owner.get(index)
    const old = place !== undefined && stayed.has(place) ? before[place] : undefined
    if (old === undefined) return result.push(...merging.came(block))
    next += 1
    return result.push(...merging.stayed(old, block))
  })
  takeGone()
  return result
}

/** A paragraph with all its words, and its end, inserted or deleted. */
export function markParagraph({ sourceId, ...block }: ParagraphBlock, change: TrackedChange): ParagraphBlock {
  // The bookmark of a record stands once, round the words that it has now.
  return { ...block, ...(change === 'inserted' && sourceId !== undefined && { sourceId }), runs: markRuns(block.runs, change), change }
}

/** What stands in a cell or in one half of a frame. */
type CellBlock = ParagraphBlock | RuleBlock

/** Paragraphs and rules of a cell inserted, or deleted: rules of the older paper are left out, as they have no words. */
export function markCell<Content extends CellBlock>(blocks: readonly Content[], change: TrackedChange): readonly Content[] {
  return endOfCell(blocks.flatMap((block) => markCellBlock(block, change)))
}

function markCellBlock<Content extends CellBlock>(block: Content, change: TrackedChange): readonly Content[] {
  if (block.kind === 'rule') return change === 'deleted' ? [] : [block]
  return [{ ...block, ...markParagraph(block, change) }]
}

/** The blocks of a cell merged with those of the older one. Its last paragraph can neither come nor go. */
export function compareCell<Content extends CellBlock>(
  before: readonly Content[],
  after: readonly Content[],
  pairs: SourcePairs,
): readonly Content[] {
  const merged = mergeBlocks(before, after, pairs, {
    gone: (block) => markCellBlock(block, 'deleted'),
    came: (block) => markCellBlock(block, 'inserted'),
    stayed: (old, now) =>
      old.kind === 'paragraph' && now.kind === 'paragraph' ? [{ ...now, runs: compareRuns(old.runs, now.runs, pairs) }] : [now],
  })
  return endOfCell(replacedLines(merged))
}

/** A line that took the place of another one is one line in which the words were replaced. */
function replacedLines<Content extends CellBlock>(blocks: readonly Content[]): readonly Content[] {
  const result: Content[] = []
  /** Index in the result of the first deleted line that none has replaced yet. */
  let waiting = 0
  for (const block of blocks) {
    const old = result[waiting]
    const replaces = block.kind === 'paragraph' && block.change === 'inserted' && old?.kind === 'paragraph' && old.change === 'deleted'
    if (replaces) {
      const { change: _change, ...kept } = block
      result[waiting] = { ...kept, runs: [...old.runs, ...block.runs] } as unknown as Content
      waiting += 1
      continue
    }
    result.push(block)
    if (block.kind !== 'paragraph' || block.change !== 'deleted') waiting = result.length
  }
  return result
}

/**
 * The last paragraph of a cell ends with the cell. What came or went behind another paragraph came or went with that one's end, as when a
 * person presses Enter there, or Delete.
 */
function endOfCell<Content extends CellBlock>(blocks: readonly Content[]): readonly Content[] {
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph' || last.change === undefined) return blocks
  const { change } = last
  const first = blocks.findLastIndex((block) => block.kind !== 'paragraph' || block.change !== change)
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || index < first) return block
    const { change: _change, ...kept } = block
    return (index === blocks.length - 1 ? kept : { ...kept, change }) as unknown as Content
  })
}

/** Indices of blocks of the older paper with those of the newer that they are: by record, by being the only one of its kind, by words. */
function pairBlocks(before: readonly Block[], after: readonly Block[], pairs: SourcePairs): ReadonlyMap<number, number> {
  const partner = new Map<number, number>()
  const mine = Map.groupBy(
    keysOf(before, (id) => pairs.get(id) ?? `old ${id}`).map((key, index) => ({ key, index })),
    ({ key }) => key,
  )
  const theirs = Map.groupBy(
    keysOf(after, (id) => id).map((key, index) => ({ key, index })),
    ({ key }) => key,
  )
  for (const [key, ones] of mine) {
    const others = theirs.get(key) ?? []
    if (key === '' || others.length === 0) continue
    if (ones.length === 1 && others.length === 1) {
      partner.set(ones[0]?.index ?? 0, others[0]?.index ?? 0)
      continue
    }
    for (const [one, other] of pairLines(before, ones, after, others)) partner.set(one, other)
  }
  return partner
}

interface Keyed {
  readonly index: number
}

/** Lines of one kind, such as recipients: by their words; those left in their order where there are as many on both sides. */
function pairLines(
  before: readonly Block[],
  ones: readonly Keyed[],
  after: readonly Block[],
  others: readonly Keyed[],
): readonly (readonly [number, number])[] {
  const lines = (blocks: readonly Block[], places: readonly Keyed[]) =>
    places.map(({ index }) => {
      const block = blocks[index]
      return { id: String(index), kind: '', place: '', text: block?.kind === 'paragraph' ? paragraphText(block) : '' }
    })
  const { pairs, removed, added } = matchTexts(lines(before, ones), lines(after, others))
  const inOrder = removed.length === added.length ? removed.map((place, index) => ({ before: place, after: added[index] ?? 0 })) : []
  return [...pairs, ...inOrder].map((pair) => [ones[pair.before]?.index ?? 0, others[pair.after]?.index ?? 0] as const)
}

/** What a block is known by: its record, or its role; a rule and a page break are known by nothing. */
function keysOf(blocks: readonly Block[], nameOf: (sourceId: string) => string): readonly string[] {
  const counts = new Map<string, number>()
  let above = ''
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph': {
        // The title of a part stands under its number, which has the record.
        const key =
          block.sourceId !== undefined ? `record ${nameOf(block.sourceId)}` : block.role === 'part' ? `${above} title` : block.role
        above = key
        return key
      }
      case 'side-by-side':
      case 'table': {
        const kind = block.kind === 'table' ? 'table' : block.role
        const count = (counts.get(kind) ?? 0) + 1
        counts.set(kind, count)
        return `${kind} ${count}`
      }
      case 'rule':
      case 'page-break':
        return ''
      default:
        return block satisfies never
    }
  })
}
