import { Combobox, Group, Text, useCombobox } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Completion, CompletionOption, Hint } from './grid-types.ts'
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
  readonly explain: ((text: string) => Hint | null) | undefined
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
export function CellEditor({
  handle,
  label,
  rectangle,
  editing,
  readOnly,
  complete,
  explain,
  onTypingStarts,
  onKey,
  onCopy,
  onPaste,
  onBlur,
}: CellEditorProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [meaning, setMeaning] = useState<Hint | null>(null)
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
    if (element === null) return
    setMeaning(explain?.(element.value) ?? null)
    setCompletion(complete?.(element.value, element.selectionStart) ?? null)
  }
  const close = (): void => {
    setCompletion(null)
    setMeaning(null)
  }
  // The options stand in the page only after they were drawn; the store marks one of them there.
  useEffect(() => {
    if (!opened) return
    if (completion.takesFirst) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
    // The store is made anew at each render; what counts is that the list is another one.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [opened, completion])
  useImperativeHandle(handle, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    open: (text) => {
      const element = box.current
      if (element === null) return
      element.value = text
      element.setSelectionRange(text.length, text.length)
      grow()
      setMeaning(explain?.(text) ?? null)
    },
    close: () => {
      const element = box.current
      if (element === null) return
      element.value = ''
      element.style.height = ''
      close()
    },
    text: () => box.current?.value ?? '',
  }))

  const choose = (option: CompletionOption): void => {
    const element = box.current
    if (element === null || completion === null) return
    // setRangeText keeps the caret where the next name begins.
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
      if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen !== undefined) {
        choose(chosen)
        // Tab takes the name and goes on to the next cell, Enter stays for another name.
        if (event.key === 'Enter') {
          event.preventDefault()
          event.stopPropagation()
          return
        }
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
        <div
          className={`${classes['editorBox']} ${editing ? '' : classes['idle']}`}
          style={{ top: rectangle.top, left: rectangle.left, width: rectangle.width }}
        >
          <textarea
            ref={box}
            className={`${classes['editor']} ${editing ? classes['editing'] : ''}`}
            style={{ minHeight: rectangle.height }}
            rows={1}
            aria-label={label}
            {...(complete === undefined
              ? {}
              : {
                  role: 'combobox',
                  'aria-expanded': opened,
                  'aria-autocomplete': 'list',
                  'aria-haspopup': 'listbox',
                  ...(opened && combobox.listId !== null ? { 'aria-controls': combobox.listId } : {}),
                })}
            readOnly={readOnly}
            spellCheck={false}
            autoComplete="off"
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
          {editing && meaning !== null && (
            <div className={classes['meaning']} role="status">
              <span className={meaning.tone === 'doubt' ? classes['doubt'] : undefined}>{meaning.text}</span>
            </div>
          )}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!opened} miw={340} onMouseDown={(event) => event.preventDefault()}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {opened &&
            completion.options.map((option) => (
              <Combobox.Option key={option.key} value={option.key}>
                <Group justify="space-between" wrap="nowrap" gap="md">
                  <Text size="sm">{option.label}</Text>
                  <Text size="xs" opacity={0.8} style={{ flexShrink: 0 }}>
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
