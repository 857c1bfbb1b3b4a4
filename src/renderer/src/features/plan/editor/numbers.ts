import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { numberProvisions, type ProvisionNumber } from '#shared/domain/numbering.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { identityOf } from './convert.ts'

interface NumbersState {
  readonly numbers: readonly ProvisionNumber[]
  readonly taskCounts: ReadonlyMap<string, number>
}

const numbersKey = new PluginKey<NumbersState>('numbers')

/** Numbers of the editor's blocks, as printed. */
export function numbersOf(state: EditorState): readonly ProvisionNumber[] {
  return numbersKey.getState(state)?.numbers ?? []
}

/** Whether two documents have the same blocks as far as numbering goes: then nothing is computed anew. */
function sameOutline(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < after.childCount; index += 1) {
    const one = before.child(index)
    const other = after.child(index)
    if (one !== other && (one.attrs['kind'] !== other.attrs['kind'] || one.attrs['area'] !== other.attrs['area'])) return false
  }
  return true
}

function compute(doc: Node): readonly ProvisionNumber[] {
  return numberProvisions(Array.from({ length: doc.childCount }, (_, index) => identityOf(doc.child(index))))
}

function footnotesIn(block: Node): number {
  let count = 0
  block.forEach((node) => {
    if (node.type.name === 'footnote') count += 1
  })
  return count
}

function setAttribute(element: Element, name: string, value: string): void {
  if (value === '') {
    if (element.hasAttribute(name)) element.removeAttribute(name)
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/**
 * Writes numbers and counts onto the blocks' elements, from the first block that differs. They are attributes that CSS draws: as decorations
 * ProseMirror would compare every one of them with every block at each keystroke (measured: 2.9 ms a key with 1,000 blocks).
 */
function draw(view: EditorView, from: number, to: number): void {
  const { doc } = view.state
  const state = numbersKey.getState(view.state)
  if (state === undefined) return
  let footnote = 0
  for (let index = 0; index < Math.min(to, doc.childCount); index += 1) {
    const block = doc.child(index)
    const element = view.dom.children[index]
    if (index < from || element === undefined) {
      footnote += footnotesIn(block)
      continue
    }
    const { id, area } = identityOf(block)
    const count = state.taskCounts.get(id) ?? 0
    setAttribute(element, 'data-label', state.numbers[index]?.label ?? '')
    setAttribute(element, 'data-tasks', count === 0 ? '' : String(count))
    setAttribute(element, 'title', count === 0 ? '' : planText.tasksOfSentence(count))
    setAttribute(element, 'data-area-start', index > 0 && identityOf(doc.child(index - 1)).area !== area ? area : '')
    const anchors = footnotesIn(block)
    if (anchors > 0) {
      for (const anchor of element.querySelectorAll('sup[data-footnote]')) {
        footnote += 1
        setAttribute(anchor, 'data-number', String(footnote))
        setAttribute(anchor, 'aria-label', editorText.footnoteTitle(footnote))
      }
    }
  }
}

function drawChanges(view: EditorView, before: EditorState): void {
  const { doc } = view.state
  const state = numbersKey.getState(view.state)
  const old = numbersKey.getState(before)
  if (state?.taskCounts !== old?.taskCounts) {
    draw(view, 0, doc.childCount)
    return
  }
  if (before.doc === doc) return
  let start = 0
  while (start < doc.childCount && start < before.doc.childCount && doc.child(start) === before.doc.child(start)) start += 1
  // Numbers and footnotes change only from the first changed block on; typing inside one block touches that block alone.
  const alone =
    state?.numbers === old?.numbers &&
    start < doc.childCount &&
    start < before.doc.childCount &&
    footnotesIn(doc.child(start)) === footnotesIn(before.doc.child(start))
  let end = doc.childCount
  if (alone) {
    let oldEnd = before.doc.childCount
    while (end > start + 1 && oldEnd > start + 1 && doc.child(end - 1) === before.doc.child(oldEnd - 1)) {
      end -= 1
      oldEnd -= 1
    }
  }
  draw(view, start, alone && end > start + 1 ? doc.childCount : end)
}

/** The state of numbers: for the editor, and for tests without a window. */
export function numbersPlugin(): Plugin<NumbersState> {
  return new Plugin<NumbersState>({
    key: numbersKey,
    state: {
      init: (_config, state) => ({ numbers: compute(state.doc), taskCounts: new Map() }),
      apply(transaction, value, before, after) {
        const taskCounts = (transaction.getMeta(numbersKey) as ReadonlyMap<string, number> | undefined) ?? value.taskCounts
        const numbers = !transaction.docChanged || sameOutline(before.doc, after.doc) ? value.numbers : compute(after.doc)
        return numbers === value.numbers && taskCounts === value.taskCounts ? value : { numbers, taskCounts }
      },
    },
    view: (created) => {
      draw(created, 0, created.state.doc.childCount)
      return { update: drawChanges }
    },
  })
}

/** Draws the numbers of blocks and footnotes and the count of tasks; none of them is ever part of the text. */
export const Numbers = Extension.create({
  name: 'numbers',
  addProseMirrorPlugins: () => [numbersPlugin()],
})

/** A transaction that shows how many tasks each sentence has. */
export function withTaskCounts(state: EditorState, counts: ReadonlyMap<string, number>): Transaction {
  return state.tr.setMeta(numbersKey, counts).setMeta('addToHistory', false)
}

/** A block's or footnote's element as ProseMirror would make it, except that attributes drawn from outside are nobody's typing. */
export function plainView(node: Node, dom: HTMLElement, contentDOM: HTMLElement | null): NodeView {
  let current = node
  const draws = (next: Node): void => {
    if (node.type.name !== 'provision') return
    for (const name of ['id', 'kind', 'area']) setAttribute(dom, `data-${name}`, String(next.attrs[name]))
  }
  return {
    dom,
    ...(contentDOM === null ? {} : { contentDOM }),
    update: (next) => {
      if (next.type !== current.type || (contentDOM === null && next.attrs['id'] !== current.attrs['id'])) return false
      draws(next)
      if (contentDOM === null) dom.setAttribute('data-content', JSON.stringify(next.attrs['content']))
      current = next
      return true
    },
    ignoreMutation: (mutation) => mutation.type === 'attributes',
  }
}
