import { IconBlockquote, IconBookmarkPlus } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import type { TextInline } from '#shared/domain/inline.ts'
import { phraseContent } from '#shared/domain/phrase.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import type { Command } from '../../../lib/commands.ts'
import { fromBlock } from '../editor/convert.ts'
import { callPhrase } from '../editor/phrases.ts'
import { blockAt } from '../editor/structure.ts'

/** The chosen words of one sentence, the whole sentence where nothing is chosen; null where the choice reaches over several. */
function chosenWords(editor: Editor): readonly TextInline[] | null {
  const { doc, selection } = editor.state
  const block = blockAt(doc, selection.from)
  if (selection.empty) return phraseContent(fromBlock(block.node).content)
  if (blockAt(doc, selection.to).index !== block.index) return null
  const start = block.position + 1
  return phraseContent(fromBlock(block.node.cut(selection.from - start, selection.to - start)).content)
}

/** Calling and keeping usual sentences; the editor itself answers Ctrl+Space (phrases.ts). */
export function phraseCommands(
  editor: Editor,
  locked: boolean,
  openDialog: (content: readonly TextInline[]) => void,
): { readonly insert: Command; readonly save: Command } {
  return {
    insert: {
      id: 'text.insert-phrase',
      label: shelfText.insertPhrase,
      group: 'edit',
      icon: IconBlockquote,
      shortcut: 'mod+ ',
      unavailable: () => (locked ? editorText.locked : null),
      run: () => callPhrase(editor),
    },
    save: {
      id: 'text.save-phrase',
      label: shelfText.savePhrase,
      group: 'edit',
      icon: IconBookmarkPlus,
      shortcut: 'mod+alt+L',
      unavailable: () => {
        const words = chosenWords(editor)
        return words === null ? shelfText.onlyOneSentence : words.every(({ text }) => text.trim() === '') ? shelfText.nothingToSave : null
      },
      run: () => openDialog(chosenWords(editor) ?? []),
    },
  }
}
