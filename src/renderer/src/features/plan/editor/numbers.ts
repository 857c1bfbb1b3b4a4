import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { numberProvisions, type ProvisionNumber } from '#shared/domain/numbering.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { identityOf } from './convert.ts'

interface NumbersState {
  readonly numbers: readonly ProvisionNumber[]
  readonly decorations: DecorationSet
  readonly taskCounts: ReadonlyMap<string, number>
}

const numbersKey = new PluginKey<NumbersState>('numbers')

/** Numbers of the editor's blocks, as printed. */
export function numbersOf(state: EditorState): readonly ProvisionNumber[] {
  return numbersKey.getState(state)?.numbers ?? []
}

/** Whether two documents have the same blocks as far as numbering goes: then the numbers stay and only their places move. */
function sameOutline(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index += 1) {
    const one = before.child(index)
    const other = after.child(index)
    if (one !== other && (one.attrs['kind'] !== other.attrs['kind'] || one.attrs['area'] !== other.attrs['area'] || one.attrs['id'] !== other.attrs['id'])) return false
  }
  return true
}

function draw(doc: Node, taskCounts: ReadonlyMap<string, number>): NumbersState {
  const blocks = Array.from({ length: doc.childCount }, (_, index) => identityOf(doc.child(index)))
  const numbers = numberProvisions(blocks)
  const decorations: Decoration[] = []
  let position = 0
  blocks.forEach(({ id, area }, index) => {
    const size = doc.child(index).nodeSize
    const { label = '', depth = 0 } = numbers[index] ?? {}
    const count = taskCounts.get(id) ?? 0
    decorations.push(
      Decoration.node(position, position + size, {
        'data-label': label,
        'data-depth': String(depth),
        ...(count > 0 ? { 'data-tasks': String(count), 'title': planText.tasksOfSentence(count) } : {}),
        ...(index > 0 && blocks[index - 1]?.area !== area ? { 'data-area-start': area } : {}),
      }),
    )
    position += size
  })
  return { numbers, taskCounts, decorations: DecorationSet.create(doc, decorations) }
}

export function numbersPlugin(): Plugin<NumbersState> {
  return new Plugin<NumbersState>({
    key: numbersKey,
    state: {
      init: (_config, state) => draw(state.doc, new Map()),
      apply(transaction, value, before, after) {
        const counts = transaction.getMeta(numbersKey) as ReadonlyMap<string, number> | undefined
        if (counts !== undefined) return draw(after.doc, counts)
        if (!transaction.docChanged) return value
        // Typing inside a block: nothing is computed anew.
        if (sameOutline(before.doc, after.doc)) return { ...value, decorations: value.decorations.map(transaction.mapping, after.doc) }
        return draw(after.doc, value.taskCounts)
      },
    },
    props: { decorations: (state) => numbersKey.getState(state)?.decorations },
  })
}

/** Draws the numbers of blocks and the count of their tasks beside them; neither is ever part of the text. */
export const Numbers = Extension.create({
  name: 'numbers',
  addProseMirrorPlugins: () => [numbersPlugin()],
})

/** A transaction that shows how many tasks each sentence has. */
export function withTaskCounts(state: EditorState, counts: ReadonlyMap<string, number>) {
  return state.tr.setMeta(numbersKey, counts).setMeta('addToHistory', false)
}
