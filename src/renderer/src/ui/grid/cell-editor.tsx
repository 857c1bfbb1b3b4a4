import { Combobox, Group, Text, useCombobox } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useImperativeHandle, useRef, useState } from 'react'
import type { Completion, CompletionOption } from './grid-types.ts'
import classes from './data-grid.module.css'

export interface CellRectangle {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

export interface CellEditorHandle {
  readonly focus: () => void
  /** Begins editing with these words and the caret at their end. */
  readonly open: (text: string) => void
  /** Empties the box and goes back to waiting. */
  readonly close: () => void
  readonly text: () => string
}

interface CellEditorProps {
  readonly handle: RefObject<CellEditorHandle | null>
  readonly label: string
  readonly rectangle: CellRectangle
  readonly editing: boolean
  readonly readOnly: boolean
  readonly complete: ((text: string, caret: number) => Completion) | undefined
  /** The first character arrived, by key, by composition or by an input method. */
  readonly onTypingStarts: () => void
  /** Keys that the box does not use itself. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onCopy: (event: ClipboardEvent<HTMLTextAreaElement>, cut: boolean) => void
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onBlur: () => void
}

/**
 * The grid's one text box. It stands on the active cell and keeps the focus even while nobody edits, so that input methods
 * (Unikey and EVKey send Backspaces and new letters, Windows' Telex composes) meet an ordinary text box from the first key:
 * nothing is taken over, replayed or set by the program while a person types.
 */
export function CellEditor({ handle, label, rectangle, editing, readOnly, complete, onTypingStarts, onKey, onCopy, onPaste, onBlur }: CellEditorProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [completion, setCompletion] = useState<Completion | null>(null)
  const opened = editing && completion !== null && completion.options.length > 0
  const combobox = useCombobox({ opened })

  const grow = (): void => {
    const element = box.current
    if (element === null) return
    element.style.height = '0'
    element.style.height = `${Math.max(rectangle.height, element.scrollHeight)}px`
  }
  const look = (): void => {
    const element = box.current
    if (element === null || complete === undefined) return setCompletion(null)
    setCompletion(complete(element.value, element.selectionStart))
    combobox.resetSelectedOption()
  }
  useImperativeHandle(handle, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    open: (text) => {
      const element = box.current
      if (element === null) return
      element.value = text
      element.setSelectionRange(text.length, text.length)
      grow()
    },
    close: () => {
      const element = box.current
      if (element === null) return
      element.value = ''
      element.style.height = ''
      setCompletion(null)
    },
    text: () => box.current?.value ?? '',
  }))

  const choose = (option: CompletionOption): void => {
    const element = box.current
    if (element === null || completion === null) return
    // setRangeText keeps the caret where the next name begins; the browser's own undo still steps back through typing.
    element.setRangeText(option.insert, completion.from, completion.to, 'end')
    setCompletion(null)
    grow()
  }

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (opened) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        if (event.key === 'ArrowDown') combobox.selectNextOption()
        else combobox.selectPreviousOption()
        return
      }
      const chosen = completion.options[combobox.getSelectedOptionIndex()]
      if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
        event.preventDefault()
        choose(chosen)
        return
      }
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        setCompletion(null)
        return
      }
    }
    onKey(event)
  }

  const style = { top: rectangle.top, left: rectangle.left, width: rectangle.width, minHeight: rectangle.height }
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(key) => {
        const option = completion?.options.find((each) => each.key === key)
        if (option !== undefined) choose(option)
      }}
    >
      <Combobox.DropdownTarget>
        <div className={classes.anchor} style={{ top: rectangle.top + rectangle.height, left: rectangle.left }} />
      </Combobox.DropdownTarget>
      <textarea
        ref={box}
        className={`${classes.editor} ${editing ? classes.editing : classes.idle}`}
        style={style}
        aria-label={label}
        aria-expanded={complete === undefined ? undefined : opened}
        aria-autocomplete={complete === undefined ? undefined : 'list'}
        role={complete === undefined ? undefined : 'combobox'}
        aria-controls={opened ? (combobox.listId ?? undefined) : undefined}
        readOnly={readOnly}
        spellCheck={false}
        // Waiting, Ctrl+Z belongs to the change log; editing, to the box.
        data-history={editing ? 'own' : 'log'}
        onCompositionStart={() => {
          if (!editing && !readOnly) onTypingStarts()
        }}
        onInput={() => {
          if (!editing && !readOnly) onTypingStarts()
          grow()
          look()
        }}
        onKeyDown={handleKey}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onBlur={onBlur}
      />
      <Combobox.Dropdown hidden={!opened} miw={320} onMouseDown={(event) => event.preventDefault()}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {opened &&
            completion.options.map((option) => (
              <Combobox.Option key={option.key} value={option.key}>
                <Group justify="space-between" wrap="nowrap" gap="md">
                  <Text size="sm">{option.label}</Text>
                  <Text size="xs" c="dimmed">
                    {option.detail}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
