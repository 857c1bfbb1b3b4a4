import { Extension, InputRule } from '@tiptap/core'
import { joinBackward, toggleMark } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import { identityOf } from './convert.ts'
import { kindsOf, typedKind } from './kinds.ts'
import { blockAt, breakLine, changeLevel, enter, goToEdge, moveBlocks, setKind, unnumber } from './structure.ts'

/** Keys of the text. A number typed at a block's start makes the block of that kind and is taken out again, because numbers are computed. */
export const Keys = Extension.create({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts() {
    const run = (command: Command) => (): boolean => command(this.editor.state, this.editor.view.dispatch)
    const mark = (name: string) => (): boolean => {
      const type = this.editor.schema.marks[name]
      return type !== undefined && toggleMark(type)(this.editor.state, this.editor.view.dispatch)
    }
    const byNumber = Array.from({ length: 9 }, (_, index) => [
      `Mod-Alt-${index + 1}`,
      (): boolean => {
        const { area } = identityOf(blockAt(this.editor.state.doc, this.editor.state.selection.from).node)
        const kind = kindsOf(area)[index]
        return kind !== undefined && (setKind(kind)(this.editor.state, this.editor.view.dispatch) || true)
      },
    ])
    return {
      'Enter': run(enter),
      'Shift-Enter': run(breakLine),
      'Tab': run(changeLevel(1)),
      'Shift-Tab': run(changeLevel(-1)),
      'Backspace': () => this.editor.commands.undoInputRule() || run(unnumber)() || run(joinBackward)(),
      // The browser lands at the start of a block that is not laid out yet.
      'Mod-Home': run(goToEdge('start', false)),
      'Mod-End': run(goToEdge('end', false)),
      'Shift-Mod-Home': run(goToEdge('start', true)),
      'Shift-Mod-End': run(goToEdge('end', true)),
      'Alt-ArrowUp': run(moveBlocks(-1)),
      'Alt-ArrowDown': run(moveBlocks(1)),
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-u': mark('underline'),
      ...(Object.fromEntries(byNumber) as Record<string, () => boolean>),
    }
  },
  addInputRules() {
    return [
      new InputRule({
        find: (text) => {
          const { doc, selection } = this.editor.state
          const typed = typedKind(text, identityOf(blockAt(doc, selection.from).node).area)
          // Only a number with nothing after it but its blank: what stood in the text before is never eaten.
          return typed !== null && typed.length === text.length ? { index: 0, text, data: { kind: typed.kind } } : null
        },
        handler: ({ state, range, match }) => {
          const kind = (match.data as { kind: string } | undefined)?.kind
          const block = blockAt(state.doc, range.from)
          if (kind === undefined || range.from !== block.position + 1) return null
          state.tr.delete(range.from, range.to).setNodeAttribute(block.position, 'kind', kind)
          return undefined
        },
      }),
    ]
  },
})
