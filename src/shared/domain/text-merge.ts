import type { ProvisionContent } from './provision.ts'
import { sameContent } from './inline-text.ts'

function same(one: ProvisionContent | undefined, other: ProvisionContent | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one === other || (one.kind === other.kind && one.area === other.area && sameContent(one.content, other.content))
}

/** Whether two texts are the same, block by block. */
export function sameText(one: readonly ProvisionContent[], other: readonly ProvisionContent[]): boolean {
  return one.length === other.length && one.every((block, index) => block.id === other[index]?.id && same(block, other[index]))
}

/**
 * Brings what the office changed meanwhile (an undo, an agency renamed, a replacement) into a text that is being typed.
 * `base` is what the editor last had from the office, `mine` what stands in the editor, `theirs` what the office has now.
 *
 * A block that I changed stays as I typed it, even if the office changed or removed it: words under somebody's hand are never
 * lost. Everything else follows the office, in the office's order; my new blocks stand after the block they stood after.
 */
export function mergeText(
  base: readonly ProvisionContent[],
  mine: readonly ProvisionContent[],
  theirs: readonly ProvisionContent[],
): readonly ProvisionContent[] {
  if (sameText(base, mine)) return theirs
  const baseById = new Map(base.map((block) => [block.id, block]))
  const mineById = new Map(mine.map((block) => [block.id, block]))
  const theirsById = new Map(theirs.map((block) => [block.id, block]))
  const mineTouched = (block: ProvisionContent): boolean => !same(baseById.get(block.id), block)

  // What follows a block in my text but is not in the office's: new ones of mine, and those I changed while the office removed them.
  const kept = mine.filter((block) => !theirsById.has(block.id) && (!baseById.has(block.id) || mineTouched(block)))
  const keptIds = new Set(kept.map((block) => block.id))
  const following = new Map<string | null, ProvisionContent[]>()
  let anchor: string | null = null
  for (const block of mine) {
    if (keptIds.has(block.id)) following.set(anchor, [...(following.get(anchor) ?? []), block])
    else if (theirsById.has(block.id)) anchor = block.id
  }

  // Where only my order differs from the base (a block moved), mine counts; where the office moved blocks too, the office's does.
  const shared = (blocks: readonly ProvisionContent[]): readonly string[] =>
    blocks.filter((block) => baseById.has(block.id) && mineById.has(block.id) && theirsById.has(block.id)).map((block) => block.id)
  const baseOrder = shared(base)
  const theirOrder = shared(theirs)
  const orderIsTheirs = theirOrder.join() !== baseOrder.join()
  const chosen = theirs.flatMap((block): ProvisionContent[] => {
    const own = mineById.get(block.id)
    if (own === undefined) return baseById.has(block.id) && same(baseById.get(block.id), block) ? [] : [block]
    return [mineTouched(own) ? own : block]
  })
  const ordered = orderIsTheirs ? chosen : reorder(chosen, shared(mine))
  return [...(following.get(null) ?? []), ...ordered.flatMap((block) => [block, ...(following.get(block.id) ?? [])])]
}

/** Puts the blocks named in `order` into that order; the others keep the place after their neighbour. */
function reorder(blocks: readonly ProvisionContent[], order: readonly string[]): readonly ProvisionContent[] {
  const named = new Set(order)
  const byId = new Map(blocks.map((block) => [block.id as string, block]))
  const queue = order.flatMap((id) => byId.get(id) ?? [])
  let next = 0
  return blocks.map((block) => {
    if (!named.has(block.id)) return block
    const moved = queue[next]
    next += 1
    return moved ?? block
  })
}
