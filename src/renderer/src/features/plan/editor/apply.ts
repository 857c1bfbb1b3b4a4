import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { fromBlock, toBlock } from './convert.ts'
import { FROM_OFFICE } from './identity.ts'
import { sameText } from '#shared/domain/text-merge.ts'

/**
 * A transaction that makes the document read like `target` with the smallest steps, so that the caret stays at its word and a composition in another
 * block goes on. Null when nothing differs. It is not part of the editor's own history: the office's log has it.
 */
export function bringIn(state: EditorState, target: readonly ProvisionContent[]): Transaction | null {
  const { doc, schema } = state
  const current = Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
  const wanted = target.map((block, index) => {
    const here = current[index]?.attrs['id'] === block.id ? current[index] : current.find((node) => node.attrs['id'] === block.id)
    return here !== undefined && sameText([fromBlock(here)], [block]) ? here : toBlock(schema, block)
  })
  if (wanted.length === 0) return null
  const after = schema.node('doc', null, wanted)
  const transaction = state.tr.setMeta(FROM_OFFICE, true).setMeta('addToHistory', false)
  if (sameIds(doc, after)) {
    // Same blocks in the same order: only words and kinds differ. From the last to the first, so that positions hold.
    let position = doc.content.size
    for (let index = doc.childCount - 1; index >= 0; index -= 1) {
      const before = doc.child(index)
      const now = after.child(index)
      position -= before.nodeSize
      if (before !== now) replaceBlock(transaction, position, before, now)
    }
  } else {
    replaceStretch(transaction, doc, after)
    keepCaret(state, transaction)
  }
  return transaction.docChanged ? transaction : null
}

/** Blocks were put in, taken out or moved: the caret stays in its own block, at its place. */
function keepCaret(state: EditorState, transaction: Transaction): void {
  const { $from } = state.selection
  if ($from.depth === 0) return
  const id = $from.parent.attrs['id'] as unknown
  transaction.doc.forEach((node, position) => {
    if (node.attrs['id'] !== id) return
    const at = position + 1 + Math.min($from.parentOffset, node.content.size)
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(at)))
  })
}

function sameIds(one: Node, other: Node): boolean {
  if (one.childCount !== other.childCount) return false
  for (let index = 0; index < one.childCount; index += 1) if (one.child(index).attrs['id'] !== other.child(index).attrs['id']) return false
  return true
}

function replaceBlock(transaction: Transaction, position: number, before: Node, now: Node): void {
  const start = before.content.findDiffStart(now.content)
  if (start !== null) {
    const end = before.content.findDiffEnd(now.content)
    if (end !== null) {
      const overlap = Math.max(0, start - Math.min(end.a, end.b))
      transaction.replace(position + 1 + start, position + 1 + end.a + overlap, new Slice(now.content.cut(start, end.b + overlap), 0, 0))
    }
  }
  for (const name of ['kind', 'area'])
    if (before.attrs[name] !== now.attrs[name]) transaction.setNodeAttribute(position, name, now.attrs[name])
}

function replaceStretch(transaction: Transaction, before: Node, after: Node): void {
  let start = 0
  let from = 0
  while (start < before.childCount && start < after.childCount && before.child(start) === after.child(start)) {
    from += before.child(start).nodeSize
    start += 1
  }
  let oldEnd = before.childCount
  let newEnd = after.childCount
  let to = before.content.size
  while (oldEnd > start && newEnd > start && before.child(oldEnd - 1) === after.child(newEnd - 1)) {
    oldEnd -= 1
    newEnd -= 1
    to -= before.child(oldEnd).nodeSize
  }
  const blocks = Array.from({ length: newEnd - start }, (_, index) => after.child(start + index))
  transaction.step(new ReplaceStep(from, to, new Slice(Fragment.fromArray(blocks), 0, 0)))
}
