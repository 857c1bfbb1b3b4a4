import { ActionIcon, Group, Popover, Text, Textarea, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, useState, type ReactElement } from 'react'
import type { TextInline } from '#shared/domain/inline.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import styles from './editor.module.css'
import { editWords, wordsOf } from './footnote-words.ts'

interface Chosen {
  readonly position: number
  readonly id: string
  readonly ordinal: number
  readonly content: readonly TextInline[]
  readonly left: number
  readonly top: number
}

/** The footnote that is chosen in the text, with its number and its place in the scrolling sheet. */
function chosenFootnote(editor: Editor, sheet: HTMLElement | null): Chosen | null {
  const { selection, doc } = editor.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote' || sheet === null) return null
  let ordinal = 0
  doc.nodesBetween(0, selection.from + 1, (node) => {
    if (node.type.name === 'footnote') ordinal += 1
  })
  const place = editor.view.coordsAtPos(selection.from)
  const frame = sheet.getBoundingClientRect()
  return {
    position: selection.from,
    id: String(selection.node.attrs['id']),
    ordinal,
    content: selection.node.attrs['content'] as readonly TextInline[],
    left: place.left - frame.left,
    top: place.bottom - frame.top,
  }
}

/** The words of the chosen footnote, in a small window at its anchor. `focus` puts the caret into it: after a click or a new footnote, not when the arrow keys pass by. */
export function FootnoteEditor({
  editor,
  sheet,
  focus,
  locked,
}: {
  readonly editor: Editor
  readonly sheet: HTMLElement | null
  readonly focus: boolean
  readonly locked: boolean
}): ReactElement | null {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    const follow = (): void => {
      const next = chosenFootnote(editor, sheet)
      setChosen((before) => (before?.id === next?.id && before?.position === next?.position ? before : next))
    }
    follow()
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
    }
  }, [editor, sheet])
  if (chosen === null) return null
  const back = (): void => {
    editor.commands.setTextSelection(chosen.position + 1)
    editor.view.focus()
  }
  const write = (words: string): void => {
    const node = editor.state.doc.nodeAt(chosen.position)
    if (node?.type.name !== 'footnote') return
    const content = editWords(node.attrs['content'] as readonly TextInline[], words.replace(/[\r\n]+/g, ' '))
    const transaction = editor.state.tr.setNodeAttribute(chosen.position, 'content', content)
    editor.view.dispatch(transaction.setSelection(NodeSelection.create(transaction.doc, chosen.position)))
  }
  return (
    <Popover opened position="bottom" width={420} withArrow shadow="md" trapFocus={false} withinPortal>
      <Popover.Target>
        <span className={styles['anchor']} style={{ left: chosen.left, top: chosen.top }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={editorText.footnoteTitle(chosen.ordinal)}>
        <Group justify="space-between" mb={4}>
          <Text size="xs" fw={600}>
            {editorText.footnoteTitle(chosen.ordinal)}
          </Text>
          {!locked && (
            <Tooltip label={editorText.removeFootnote}>
              <ActionIcon
                aria-label={editorText.removeFootnote}
                onClick={() => {
                  editor.view.dispatch(editor.state.tr.delete(chosen.position, chosen.position + 1))
                  editor.view.focus()
                }}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
        <Textarea
          key={chosen.id}
          autosize
          minRows={2}
          maxRows={8}
          aria-label={editorText.footnoteLabel}
          description={editorText.footnoteHint}
          inputWrapperOrder={['input', 'description']}
          defaultValue={wordsOf(chosen.content)}
          readOnly={locked}
          autoFocus={focus}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return
            if (event.nativeEvent.isComposing) return
            event.preventDefault()
            back()
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
