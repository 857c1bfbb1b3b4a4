import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { identityOf } from './convert.ts'
import { shiftLevel } from './kinds.ts'
import { numbersOf } from './numbers.ts'

export interface BlockAt {
  readonly node: Node
  readonly index: number
  /** Position before the block. */
  readonly position: number
}

/** The block that holds a position. */
export function blockAt(doc: Node, position: number): BlockAt {
  const resolved = doc.resolve(Math.max(0, Math.min(position, doc.content.size)))
  const index = Math.min(resolved.index(0), doc.childCount - 1)
  return { node: doc.child(index), index, position: resolved.posAtIndex(index, 0) }
}

/** The blocks that a selection touches, in order. */
export function blocksOf(state: EditorState): readonly BlockAt[] {
  const first = blockAt(state.doc, state.selection.from)
  const last = blockAt(state.doc, state.selection.to)
  const blocks: BlockAt[] = []
  let { position } = first
  for (let index = first.index; index <= last.index; index += 1) {
    const node = state.doc.child(index)
    blocks.push({ node, index, position })
    position += node.nodeSize
  }
  return blocks
}

/** Makes the touched blocks of a kind. */
export function setKind(kind: ProvisionKind): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state).filter(({ node }) => node.attrs['kind'] !== kind)
    if (blocks.length === 0) return false
    const transaction = state.tr
    for (const { position } of blocks) transaction.setNodeAttribute(position, 'kind', kind)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** Tab and Shift+Tab: the touched blocks one level down or up. Answers true even where nothing moves, so that the key does not leave the text. */
export function changeLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const transaction = state.tr
    for (const { node, position } of blocksOf(state)) {
      const { kind, area } = identityOf(node)
      const next = shiftLevel(kind, area, by)
      if (next !== null) transaction.setNodeAttribute(position, 'kind', next)
    }
    if (transaction.docChanged) dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** The kind an empty block takes when Enter is pressed in it: the kind of what it stands under. */
function kindAbove(state: EditorState, index: number): ProvisionKind | null {
  const parent = numbersOf(state)[index]?.parent ?? null
  if (parent === null) return null
  return identityOf(state.doc.child(parent)).kind
}

/** Kinds of which there is one: Enter after them goes on with plain text. */
const single: ReadonlySet<ProvisionKind> = new Set(['opening', 'closing', 'appendix-reference'])

/** Enter: the next block of the same kind; in an empty block, one level up instead. */
export const enter: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if (!(state.selection instanceof TextSelection)) return false
  const block = blockAt(state.doc, $from.pos)
  const { kind, area } = identityOf(block.node)
  if (state.selection.empty && block.node.content.size === 0) {
    const above = kindAbove(state, block.index)
    if (above !== null && above !== kind) {
      dispatch?.(state.tr.setNodeAttribute(block.position, 'kind', above).scrollIntoView())
      return true
    }
  }
  const transaction = state.tr
  if (!state.selection.empty) transaction.deleteSelection()
  const at = transaction.mapping.map($from.pos)
  const atEnd = $to.parentOffset === $to.parent.content.size
  const next: { kind: ProvisionKind; area: ProvisionArea } = { kind: atEnd && single.has(kind) ? 'paragraph' : kind, area }
  // Both parts carry the id for now; who keeps it is decided by identity.ts.
  transaction.split(at, 1, [{ type: block.node.type, attrs: { ...block.node.attrs, ...next } }])
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Backspace at the start of a numbered block takes its number away first, as in Word; then it joins. */
export const unnumber: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0) return false
  const { kind } = identityOf($from.parent)
  if (kind === 'paragraph' || single.has(kind)) return false
  dispatch?.(state.tr.setNodeAttribute($from.before(), 'kind', 'paragraph').scrollIntoView())
  return true
}

/** Alt+Up and Alt+Down: the touched blocks past their neighbour. */
export function moveBlocks(by: 1 | -1): Command {
  return (state, dispatch) => {
    const blocks = blocksOf(state)
    const first = blocks[0]
    const last = blocks.at(-1)
    if (first === undefined || last === undefined) return false
    const neighbour = by === 1 ? last.index + 1 : first.index - 1
    if (neighbour < 0 || neighbour >= state.doc.childCount) return true
    const moved = state.doc.child(neighbour)
    const end = last.position + last.node.nodeSize
    const transaction = state.tr
    // The neighbour jumps over; the chosen blocks, with the caret, stay as they are.
    if (by === 1) transaction.delete(end, end + moved.nodeSize).insert(first.position, moved)
    else transaction.insert(end, moved).delete(first.position - moved.nodeSize, first.position)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** Shift+Enter: a new line inside the block. */
export const breakLine: Command = (state, dispatch) => {
  const node = state.schema.nodes['lineBreak']?.create()
  if (node === undefined) return false
  dispatch?.(state.tr.replaceSelectionWith(node, false).scrollIntoView())
  return true
}

/** Ctrl+Home and Ctrl+End; with Shift the selection grows. */
export function goToEdge(edge: 'start' | 'end', extend: boolean): Command {
  return (state, dispatch) => {
    const at = edge === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc)
    dispatch?.(state.tr.setSelection(extend ? TextSelection.between(state.selection.$anchor, at.$head) : at).scrollIntoView())
    return true
  }
}

/** Puts the caret into the block of that id and shows it. Answers whether it was found. */
export function goToBlock(id: string, offset = 0): Command {
  return (state, dispatch) => {
    let found: number | null = null
    state.doc.forEach((node, position) => {
      if (node.attrs['id'] === id) found = position + 1 + Math.min(offset, node.content.size)
    })
    if (found === null) return false
    dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(found))).scrollIntoView())
    return true
  }
}
