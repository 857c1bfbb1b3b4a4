import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { registerList } from '#shared/text/vi/register-list.ts'

/** Rest of the hand after which the rows are looked for: a syllable being composed is not looked for letter by letter. */
const REST = 130

/** Words by which rows are found; the list follows what is typed. */
export function FindBox({
  text,
  box,
  onText,
  onDown,
}: {
  readonly text: string
  readonly box: RefObject<HTMLInputElement | null>
  readonly onText: (text: string) => void
  /** ↓ or Enter: into the list. */
  readonly onDown: () => void
}): ReactElement {
  const [typed, setTyped] = useState(text)
  // The words may change from outside (a filter taken away, back): the box follows, but never while it is what changed them.
  const [known, setKnown] = useState(text)
  if (known !== text) {
    setKnown(text)
    if (typed.trim() !== text.trim()) setTyped(text)
  }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const tell = (words: string, after: number): void => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onText(words.normalize('NFC')), after)
  }
  return (
    <TextInput
      ref={box}
      w={150}
      aria-label={registerList.find}
      title={registerList.find}
      placeholder={registerList.findShort}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={typed === '' ? null : <CloseButton size="xs" aria-label={registerList.clearFind} onClick={() => tell('', 0)} />}
      value={typed}
      onChange={({ currentTarget: { value } }) => tell(value, REST)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          tell(typed, 0)
          onDown()
        } else if (event.key === 'Escape' && typed !== '') {
          event.preventDefault()
          tell('', 0)
        }
      }}
    />
  )
}
