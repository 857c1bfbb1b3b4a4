import type { ComparedCell, ComparedItem, ComparedNoun, ComparedPart, ComparedPlace } from './comparison.ts'
import { differenceOfWords, type Piece } from './text-difference.ts'
import { longestRising } from './text-match.ts'
import { differsOnlyInTyping } from './typing-difference.ts'

/** A thing of one side with what stands under it: a heading with its bullets, a field with its rows. Ids are unique within a side. */
export interface ComparedNode {
  readonly noun: ComparedNoun
  readonly place: ComparedPlace
  /** Its words; of a row empty, as its words stand in cells. */
  readonly text: string
  readonly cells: readonly NodeCell[]
  readonly children: readonly ComparedNode[]
}

export interface NodeCell {
  readonly column: string
  readonly title: string
  readonly text: string
}

interface Trees {
  readonly before: readonly ComparedNode[]
  readonly after: readonly ComparedNode[]
  /** Ids of the first side → ids of the second. */
  readonly pairs: ReadonlyMap<string, string>
  readonly part: ComparedPart
}

interface Known {
  readonly part: ComparedPart
  readonly partner: ReadonlyMap<string, string>
  readonly owner: ReadonlyMap<string, ComparedNode>
  /** Id of the parent of each older node, '' at the top. */
  readonly parentBefore: ReadonlyMap<string, string>
  readonly nodesAfter: ReadonlyMap<string, ComparedNode>
  readonly items: ComparedItem[]
}

/** Compares two trees: a node is where it was when its parent is the same one and it kept its order among those that stayed there. */
export function compareTrees({ before, after, pairs, part }: Trees): readonly ComparedItem[] {
  const parentBefore = new Map<string, string>()
  const nodesBefore = new Map<string, ComparedNode>()
  const nodesAfter = new Map<string, ComparedNode>()
  register(before, '', parentBefore, nodesBefore)
  register(after, '', new Map(), nodesAfter)
  const partner = new Map([...pairs].filter(([one, other]) => nodesBefore.has(one) && nodesAfter.has(other)))
  const owner = new Map([...partner].flatMap(([one, other]) => [[other, nodesBefore.get(one)] as const]).filter(isKnown))
  const known: Known = { part, partner, owner, parentBefore, nodesAfter, items: [] }
  mergeChildren(known, '', before, after, 0)
  const moves = new Map(known.items.flatMap(({ key, moved, leftBehind }) => (leftBehind ? [] : [[key, moved] as const])))
  return known.items.flatMap((item) => {
    if (!item.leftBehind) return [item]
    const moved = moves.get(item.after?.id ?? '') ?? null
    return moved === null ? [] : [{ ...item, moved }]
  })
}

function isKnown(entry: readonly [string, ComparedNode | undefined]): entry is readonly [string, ComparedNode] {
  return entry[1] !== undefined
}

function register(nodes: readonly ComparedNode[], parent: string, parents: Map<string, string>, byId: Map<string, ComparedNode>): void {
  for (const node of nodes) {
    parents.set(node.place.id, parent)
    byId.set(node.place.id, node)
    register(node.children, node.place.id, parents, byId)
  }
}

/** `parent` is the id of the newer parent, or one that no node has where only the older side has it. */
function mergeChildren(known: Known, parent: string, before: readonly ComparedNode[], after: readonly ComparedNode[], depth: number): void {
  const places = new Map(before.map(({ place }, index) => [place.id, index]))
  const common = after.flatMap((node) => {
    const old = known.owner.get(node.place.id)
    const index = old === undefined ? undefined : places.get(old.place.id)
    return index === undefined ? [] : [{ id: node.place.id, index }]
  })
  const rising = longestRising(common.map(({ index }) => index))
  const stayed = new Set(common.flatMap(({ id }, index) => (rising.has(index) ? [id] : [])))
  const order = new Map(common.map(({ id }, index) => [id, index]))
  const oldOrder = new Map(common.toSorted((one, other) => one.index - other.index).map(({ id }, index) => [id, index]))

  let next = 0
  /** What is gone from here comes right after what stayed before it, ahead of what was put in its place. */
  const takeGone = (): void => {
    for (let node = before[next]; node !== undefined && !stayed.has(known.partner.get(node.place.id) ?? ''); node = before[next]) {
      gone(known, node, depth)
      next += 1
    }
  }
  for (const node of after) {
    takeGone()
    const old = known.owner.get(node.place.id)
    if (old === undefined) known.items.push(itemOf(known.part, null, node, null, depth))
    else {
      const here = order.get(node.place.id)
      const moved =
        here === undefined
          ? movedAway(known, old, parent)
          : stayed.has(node.place.id)
            ? null
            : here < (oldOrder.get(node.place.id) ?? 0)
              ? 'up'
              : 'down'
      if (stayed.has(node.place.id)) next += 1
      known.items.push(itemOf(known.part, old, node, moved, depth))
    }
    mergeChildren(known, node.place.id, old?.children ?? [], node.children, depth + 1)
  }
  takeGone()
}

/** Under a heading that is new itself, what came from one that is gone did not move: its heading was written anew. */
function movedAway(known: Known, old: ComparedNode, parent: string): 'elsewhere' | null {
  const oldParent = known.parentBefore.get(old.place.id) ?? ''
  return !known.partner.has(oldParent) && oldParent !== '' && parent !== '' && !known.owner.has(parent) ? null : 'elsewhere'
}

function gone(known: Known, node: ComparedNode, depth: number): void {
  const partner = known.nodesAfter.get(known.partner.get(node.place.id) ?? '')
  if (partner === undefined) {
    known.items.push(itemOf(known.part, node, null, null, depth))
    for (const child of node.children) gone(known, child, depth + 1)
    return
  }
  // Its children went with it: they are told where they stand now. Those that did not follow are told where they stood.
  known.items.push({
    ...itemOf(known.part, node, partner, null, depth),
    key: `${node.place.id}/left`,
    leftBehind: true,
    pieces: [],
    cells: [],
  })
}

function itemOf(
  part: ComparedPart,
  before: ComparedNode | null,
  after: ComparedNode | null,
  moved: ComparedItem['moved'],
  depth: number,
): ComparedItem {
  const node = after ?? before
  if (node === null) throw new Error('an item stands on one side at least')
  const whole = compareTexts(before === null ? null : before.text, after === null ? null : after.text)
  const cells = compareCells(before, after)
  const kinds = [before?.place.kind ?? null, after?.place.kind ?? null]
  return {
    key: node.place.id,
    part,
    noun: node.noun,
    form: null,
    before: before?.place ?? null,
    after: after?.place ?? null,
    change: cells.length === 0 ? whole.change : changeOfCells(cells, before, after),
    moved,
    relevelled: before !== null && after !== null && kinds[0] !== kinds[1],
    leftBehind: false,
    depth,
    pieces: whole.pieces,
    cells,
  }
}

/** What differs between two texts; null is a text that its side does not have. */
export function compareTexts(
  before: string | null,
  after: string | null,
): { readonly change: ComparedItem['change']; readonly pieces: readonly Piece[] } {
  if (before === null) return { change: after === null ? 'same' : 'added', pieces: differenceOfWords('', after ?? '') }
  if (after === null) return { change: 'removed', pieces: differenceOfWords(before, '') }
  if (before === after) return { change: 'same', pieces: differenceOfWords(before, after) }
  return { change: differsOnlyInTyping(before, after) ? 'typing' : 'edited', pieces: differenceOfWords(before, after) }
}

/** The cells of a row in the order of the newer side's columns, those that only the older has behind them. */
function compareCells(before: ComparedNode | null, after: ComparedNode | null): readonly ComparedCell[] {
  const old = new Map((before?.cells ?? []).map((cell) => [cell.column, cell]))
  const columns = new Set((after?.cells ?? []).map(({ column }) => column))
  const now = (after?.cells ?? []).map(({ column, title, text }): ComparedCell => ({
    column,
    title,
    ...compareTexts(before === null ? null : (old.get(column)?.text ?? null), text),
  }))
  const left = (before?.cells ?? []).flatMap(({ column, title, text }): readonly ComparedCell[] =>
    columns.has(column) ? [] : [{ column, title, ...compareTexts(text, null) }],
  )
  return [...now, ...left]
}

function changeOfCells(cells: readonly ComparedCell[], before: ComparedNode | null, after: ComparedNode | null): ComparedItem['change'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  // A column that came or went is told once, with the columns: its empty cells are no change of the row.
  const changed = cells.filter(({ change, pieces }) => change !== 'same' && pieces.length > 0)
  return changed.length === 0 ? 'same' : changed.every(({ change }) => change === 'typing') ? 'typing' : 'edited'
}
