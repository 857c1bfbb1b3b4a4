import { isChanged, type ComparedItem, type ComparisonCounts } from '#shared/domain/comparison.ts'

export type ChangeKind = keyof ComparisonCounts

/** Whether an item counts under a kind of change; an item that moved and was edited counts under both. */
export function isOfKind(item: ComparedItem, kind: ChangeKind): boolean {
  switch (kind) {
    case 'moved':
      return item.moved !== null
    case 'relevelled':
      return item.relevelled
    default:
      return item.change === kind
  }
}

/** A line of the list: the head of a part, an item that is looked at, or one shown for context only. */
export interface ShownItem {
  readonly item: ComparedItem
  /** First of its part: the part's name stands above it. */
  readonly opensPart: boolean
  /** Its place among the changes, from 1; 0 where there is nothing to look at. */
  readonly ordinal: number
}

/**
 * What is shown: the changes with the headings and fields they stand under, or everything. Marks of what moved away are shown where it stood
 * and not counted.
 */
export function shownItems(items: readonly ComparedItem[], extent: 'changes' | 'all', kind: ChangeKind | null): readonly ShownItem[] {
  const isLookedAt = (item: ComparedItem): boolean => isChanged(item) && (kind === null || isOfKind(item, kind))
  const wanted = items.map((item) => extent === 'all' || isLookedAt(item))
  if (extent === 'changes') addHeadings(items, wanted)
  let ordinal = 0
  let part: ComparedItem['part'] | null = null
  return items.flatMap((item, index) => {
    if (wanted[index] !== true) return []
    const opensPart = item.part !== part
    part = item.part
    const counts = isLookedAt(item) && !item.leftBehind
    if (counts) ordinal += 1
    return [{ item, opensPart, ordinal: counts ? ordinal : 0 }]
  })
}

/** An item stands under the nearest one above it of a smaller depth in its part; a form has no depth. */
function addHeadings(items: readonly ComparedItem[], wanted: boolean[]): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item === undefined || wanted[index] !== true) continue
    let depth = item.depth
    for (let above = index - 1; above >= 0 && depth > 0; above -= 1) {
      const other = items[above]
      if (other === undefined || other.part !== item.part) break
      if (other.depth >= depth || other.leftBehind) continue
      depth = other.depth
      wanted[above] = true
    }
  }
}
