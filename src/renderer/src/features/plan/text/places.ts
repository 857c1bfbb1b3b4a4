import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { FootnoteId, ProvisionId } from '#shared/domain/identifier.ts'
import type { FoundPlace } from '#shared/ipc/plan-contract.ts'
import type { Stretch } from '../../../lib/plan-panes.ts'
import { blockAt } from '../editor/structure.ts'

/** Chooses a found place in the text; those outside the text are left alone. */
export function choosePlace(editor: Editor, { where, start, length }: FoundPlace): void {
  if (where.kind === 'footnote') chooseFootnote(editor, where.provisionId, where.footnoteId)
  else if (where.kind === 'provision') chooseStretch(editor, where.provisionId, { start, length })
}

function chooseFootnote(editor: Editor, provisionId: ProvisionId, footnoteId: FootnoteId): void {
  editor.state.doc.forEach((node, position) => {
    if (node.attrs['id'] !== provisionId) return
    node.forEach((child, offset) => {
      if (child.type.name === 'footnote' && child.attrs['id'] === footnoteId) {
        editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position + 1 + offset)).scrollIntoView())
      }
    })
  })
  showSelection(editor)
}

/** Chooses a stretch of a sentence. Offsets count the letters of the sentence, in which a footnote has none and a line break has one. */
export function chooseStretch(editor: Editor, provisionId: ProvisionId, stretch: Stretch): void {
  editor.state.doc.forEach((node, position) => {
    if (node.attrs['id'] !== provisionId) return
    let letters = 0
    let from: number | null = null
    let to: number | null = null
    node.forEach((child, offset) => {
      const start = position + 1 + offset
      const size = child.isText ? child.nodeSize : child.type.name === 'lineBreak' ? 1 : 0
      if (from === null && stretch.start < letters + size) from = start + stretch.start - letters
      if (to === null && stretch.start + stretch.length <= letters + size) to = start + stretch.start + stretch.length - letters
      letters += size
    })
    if (from !== null && to !== null)
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)).scrollIntoView())
  })
  showSelection(editor)
}

/** A found place is shown chosen even while the caret is in the search box. */
function showSelection(editor: Editor): void {
  const { node, position } = blockAt(editor.state.doc, editor.state.selection.from)
  if (node.childCount > 0) editor.view.domAtPos(position + 1).node.parentElement?.scrollIntoView({ block: 'nearest' })
}
