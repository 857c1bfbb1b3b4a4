import {
  IconArrowDown,
  IconArrowUp,
  IconBold,
  IconDeviceFloppy,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconListCheck,
  IconListDetails,
  IconReplace,
  IconSearch,
  IconSuperscript,
  IconUnderline,
} from '@tabler/icons-react'
import { toggleMark } from '@tiptap/pm/commands'
import { NodeSelection, type Command as TextCommand } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { FootnoteId, PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { ask } from '../../../lib/bridge.ts'
import type { Command } from '../../../lib/commands.ts'
import { newId } from '../../../lib/new-id.ts'
import { showDone } from '../../../lib/notices.tsx'
import type { Autosave } from '../editor/autosave.ts'
import { identityOf } from '../editor/convert.ts'
import { bodyKinds } from '../editor/kinds.ts'
import { blockAt, changeLevel, moveBlocks, setKind } from '../editor/structure.ts'

export interface TextContext {
  readonly editor: Editor
  readonly autosave: Autosave
  readonly planId: PlanId
  readonly locked: boolean
  readonly openFind: (replacing: boolean) => void
  readonly openFootnote: () => void
  readonly showTasks: () => void
}

/** The id of the sentence with the caret. */
export function sentenceHere(editor: Editor): ProvisionId {
  return identityOf(blockAt(editor.state.doc, editor.state.selection.from).node).id
}

/** Puts an empty footnote at the caret and chooses it. */
const insertFootnote: TextCommand = (state, dispatch) => {
  const node = state.schema.nodes['footnote']?.create({ id: newId<FootnoteId>(), content: [] })
  if (node === undefined) return false
  const at = state.selection.to
  const transaction = state.tr.insert(at, node)
  dispatch?.(transaction.setSelection(NodeSelection.create(transaction.doc, at)).scrollIntoView())
  return true
}

/**
 * The commands of the text. Keys that the editor itself answers (Tab, Ctrl+B…) are named here for buttons, palette and list of
 * shortcuts; outside the editor the same record answers them.
 */
export function textCommands(context: TextContext): Readonly<Record<string, Command>> {
  const { editor, autosave, planId, locked } = context
  const unlocked = (): string | null => (locked ? editorText.locked : null)
  const run = (command: TextCommand) => (): void => {
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const mark = (name: string): (() => void) => {
    const type = editor.schema.marks[name]
    if (type === undefined) throw new Error(`no mark ${name}`)
    return run(toggleMark(type))
  }
  const edit = (id: string, label: string, action: () => void, more: Partial<Command> = {}): Command => ({
    id,
    label,
    group: 'edit',
    unavailable: unlocked,
    run: action,
    ...more,
  })
  const emptyHere = (): boolean => blockAt(editor.state.doc, editor.state.selection.from).node.textContent.trim() === ''
  return {
    bold: edit('text.bold', editorText.bold, mark('bold'), { icon: IconBold, shortcut: 'mod+B' }),
    italic: edit('text.italic', editorText.italic, mark('italic'), { icon: IconItalic, shortcut: 'mod+I' }),
    underline: edit('text.underline', editorText.underline, mark('underline'), { icon: IconUnderline, shortcut: 'mod+U' }),
    levelUp: edit('text.level-up', editorText.levelUp, run(changeLevel(-1)), { icon: IconIndentDecrease }),
    levelDown: edit('text.level-down', editorText.levelDown, run(changeLevel(1)), { icon: IconIndentIncrease }),
    moveUp: edit('text.move-up', editorText.moveUp, run(moveBlocks(-1)), { icon: IconArrowUp, shortcut: 'alt+ArrowUp' }),
    moveDown: edit('text.move-down', editorText.moveDown, run(moveBlocks(1)), { icon: IconArrowDown, shortcut: 'alt+ArrowDown' }),
    footnote: edit(
      'text.footnote',
      editorText.footnote,
      () => {
        insertFootnote(editor.state, editor.view.dispatch)
        context.openFootnote()
      },
      { icon: IconSuperscript, shortcut: 'mod+alt+F' },
    ),
    save: {
      id: 'text.save',
      label: editorText.save,
      group: 'plan',
      icon: IconDeviceFloppy,
      shortcut: 'mod+S',
      run: async () => autosave.flush(),
    },
    find: {
      id: 'text.find',
      label: editorText.find,
      group: 'plan',
      icon: IconSearch,
      shortcut: 'mod+F',
      run: () => context.openFind(false),
    },
    replace: edit('text.replace', editorText.replace, () => context.openFind(true), {
      icon: IconReplace,
      shortcut: 'mod+H',
      group: 'plan',
    }),
    tasks: {
      id: 'text.tasks',
      label: editorText.tasksOfSentence,
      group: 'plan',
      icon: IconListDetails,
      shortcut: 'mod+alt+T',
      run: () => context.showTasks(),
    },
    createTask: {
      id: 'text.create-task',
      label: editorText.createTask,
      group: 'plan',
      icon: IconListCheck,
      shortcut: 'mod+alt+N',
      unavailable: () => (locked ? editorText.locked : emptyHere() ? editorText.onlyWithWords : null),
      run: async () => {
        await autosave.flush()
        await ask('task.create-from-plan', { planId, provisionIds: [sentenceHere(editor)] })
        showDone(editorText.taskCreated, { undoable: true })
      },
    },
    ...Object.fromEntries(
      bodyKinds.map((kind, index) => [
        `kind ${kind}`,
        edit(
          `text.kind-${kind}`,
          editorText.setKind(planText.kinds[kind]),
          run(setKind(kind)),
          index < 9 ? { shortcut: `mod+alt+${index + 1}` } : {},
        ),
      ]),
    ),
  }
}
