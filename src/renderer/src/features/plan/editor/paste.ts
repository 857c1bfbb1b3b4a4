import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { FootnoteId } from '#shared/domain/identifier.ts'
import type { ProvisionKind } from '#shared/domain/provision.ts'
import { newId } from '../../../lib/new-id.ts'
import { identityOf, toFragment } from './convert.ts'
import { readHtml } from './pasted-html.ts'
import { readPlainText, type PastedBlock } from './pasted-text.ts'
import { blockAt } from './structure.ts'

/** Kinds that a pasted line takes over from the block it is pasted into, when it says nothing of its own. */
const listKinds: ReadonlySet<ProvisionKind> = new Set(['bullet', 'sub-bullet', 'point', 'legal-basis'])

/** Puts pasted blocks at the selection: one unnumbered block into the sentence, several as blocks of their own. */
export function insertPasted(state: EditorState, blocks: readonly PastedBlock[]): Transaction | null {
  const first = blocks[0]
  if (first === undefined) return null
  const transaction = state.tr.deleteSelection()
  const at = transaction.selection.from
  const here = blockAt(transaction.doc, at)
  const { kind: kindHere, area } = identityOf(here.node)
  if (blocks.length === 1 && (first.kind === null || here.node.content.size > 0)) {
    return transaction.replaceSelection(new Slice(toFragment(state.schema, first.content), 0, 0)).scrollIntoView()
  }
  const fallback = listKinds.has(kindHere) ? kindHere : 'paragraph'
  const nodes = blocks.map((block) =>
    state.schema.node('provision', { id: null, area, kind: block.kind ?? fallback }, toFragment(state.schema, block.content)),
  )
  if (here.node.content.size === 0) {
    const into = nodes[0]
    // The empty block becomes the first pasted one and keeps its id.
    if (into !== undefined) nodes[0] = into.type.create({ ...into.attrs, id: here.node.attrs['id'] as unknown }, into.content)
    transaction.replaceWith(here.position, here.position + here.node.nodeSize, nodes)
    const end = here.position + nodes.reduce((sum, node) => sum + node.nodeSize, 0) - 1
    return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1)).scrollIntoView()
  }
  const offset = at - here.position - 1
  if (offset === here.node.content.size || first.kind !== null) {
    // After the sentence, or in its middle: the sentence is cut and what follows the caret goes after the pasted blocks.
    const rest = here.node.content.cut(offset)
    const position = here.position + here.node.nodeSize
    const after = rest.size > 0 ? [here.node.type.create({ ...here.node.attrs, id: null }, rest)] : []
    transaction.insert(position, Fragment.fromArray([...nodes, ...after]))
    if (rest.size > 0) transaction.delete(at, position - 1)
    const end =
      transaction.mapping.slice(transaction.mapping.maps.length - (rest.size > 0 ? 1 : 0)).map(position) +
      nodes.reduce((sum, node) => sum + node.nodeSize, 0) -
      1
    return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1)).scrollIntoView()
  }
  return transaction.replaceSelection(new Slice(Fragment.fromArray(nodes), 1, 1)).scrollIntoView()
}

/** A copy's footnotes are new ones: two anchors may not share an id. */
function renewFootnotes(fragment: Fragment): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    if (node.type.name === 'footnote') nodes.push(node.type.create({ ...node.attrs, id: newId<FootnoteId>() }))
    else nodes.push(node.isText ? node : node.copy(renewFootnotes(node.content)))
  })
  return Fragment.fromArray(nodes)
}

/** Paste from Word, Excel, PDF and chat; a copy out of the editor itself comes back as it was. */
export const Paste = Extension.create({
  name: 'plan-paste',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPasted: (slice) => new Slice(renewFootnotes(slice.content), slice.openStart, slice.openEnd),
          handlePaste: (view, event) => {
            const html = event.clipboardData?.getData('text/html') ?? ''
            const text = event.clipboardData?.getData('text/plain') ?? ''
            if (html.includes('data-pm-slice')) return false
            const { area } = identityOf(blockAt(view.state.doc, view.state.selection.from).node)
            const read = html === '' ? [] : readHtml(html, area)
            const transaction = insertPasted(view.state, read.length > 0 ? read : readPlainText(text, area))
            if (transaction === null) return false
            view.dispatch(transaction.setMeta('paste', true).setMeta('uiEvent', 'paste'))
            return true
          },
        },
      }),
    ]
  },
})
