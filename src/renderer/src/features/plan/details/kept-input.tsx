import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

interface KeptInputProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly disabled: boolean
  /** Says what is wrong with the words, or null. Wrong words are not written. */
  readonly check?: (text: string) => string | null
  readonly onKeep: (text: string) => void
  readonly lines?: number
  readonly hideLabel?: boolean
  readonly placeholder?: string
}

/** A text box that writes its words when it is left; Escape brings the written ones back. What comes from outside is shown unless one is typing. */
export function KeptInput({
  label,
  description,
  value,
  disabled,
  check,
  onKeep,
  lines,
  hideLabel = false,
  placeholder,
}: KeptInputProps): ReactElement {
  const [text, setText] = useState(value)
  const editing = useRef(false)
  useEffect(() => {
    if (!editing.current) setText(value)
  }, [value])
  const error = check?.(text) ?? null
  const keep = (): void => {
    editing.current = false
    const clean = text.normalize('NFC')
    if (error === null && clean !== value) onKeep(clean)
  }
  const shared = {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    ...(description !== undefined ? { description } : {}),
    ...(placeholder !== undefined ? { placeholder } : {}),
    value: text,
    disabled,
    error,
    onFocus: () => {
      editing.current = true
    },
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') {
        event.preventDefault()
        setText(value)
      }
      if (event.key === 'Enter' && lines === undefined) keep()
    },
  }
  return lines === undefined ? (
    <TextInput {...shared} onChange={({ currentTarget }) => setText(currentTarget.value)} />
  ) : (
    <Textarea {...shared} autosize minRows={lines} onChange={({ currentTarget }) => setText(currentTarget.value)} />
  )
}
