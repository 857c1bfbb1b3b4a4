import { Paper, Text } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { plainText } from '#shared/domain/inline.ts'
import { findPhrases, type Phrase } from '#shared/domain/phrase.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { useAsk } from '../../../lib/queries.ts'
import { useLatest } from '../../../lib/use-latest.ts'
import { answerKeys, giveUpCall, insertPhrase, openCall } from '../editor/phrases.ts'
import styles from './phrase-menu.module.css'

const none: readonly Phrase[] = []

/** At most, in pixels: to tell on which side of the line the list has room. */
const LIST_HEIGHT = 250
const OPTION_HEIGHT = 46
const HINT_HEIGHT = 34

/**
 * The list of usual sentences at the caret while one is called. The focus stays in the text, so that an input method goes on: the list
 * answers the arrows, Enter, Tab and Escape only, and only where it has something to answer with.
 */
export function PhraseMenu({ editor, sheet }: { readonly editor: Editor; readonly sheet: HTMLElement | null }): ReactElement | null {
  const phrases = useAsk('phrase.list', {}).data ?? none
  const call = useEditorState({ editor, selector: ({ editor: current }) => openCall(current.state) })
  /** Which one is chosen, for which letters: another letter begins at the first again. */
  const [chosen, setChosen] = useState<{ readonly letters: string; readonly index: number }>({ letters: '', index: 0 })
  const options = call === null ? none : findPhrases(call.letters, phrases)
  const index = chosen.letters === call?.letters ? Math.min(chosen.index, options.length - 1) : 0
  const latest = useLatest({ phrases, chosen })
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // Keys may come faster than the list is drawn: what they mean is read from the text as it stands now.
    return answerKeys(editor, (event) => {
      const now = openCall(editor.state)
      if (now === null) return false
      if (event.key === 'Escape') {
        giveUpCall(editor)
        return true
      }
      const found = findPhrases(now.letters, latest.current.phrases)
      const at = latest.current.chosen.letters === now.letters ? Math.min(latest.current.chosen.index, found.length - 1) : 0
      const option = found[at]
      if (option === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1
        setChosen({ letters: now.letters, index: (at + step + found.length) % found.length })
        return true
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return false
      insertPhrase(editor, now, option)
      return true
    })
  }, [editor, latest])

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another choice is what it waits for
  }, [index, call])

  if (call === null || sheet === null) return null
  // A slash that calls nothing is a letter: only a call by key is told that there is nothing.
  if (options.length === 0 && editor.state.doc.textBetween(call.from, call.to).startsWith('/') && phrases.length > 0) return null
  if (options.length === 0 && phrases.length === 0 && call.letters !== '') return null
  const frame = sheet.getBoundingClientRect()
  const place = editor.view.coordsAtPos(call.from)
  const room = sheet.parentElement?.getBoundingClientRect() ?? frame
  const height = Math.min(LIST_HEIGHT, options.length * OPTION_HEIGHT) + HINT_HEIGHT
  const above = place.bottom + height > room.bottom && place.top - room.top > height
  return (
    <Paper
      shadow="md"
      withBorder
      className={styles['menu'] ?? ''}
      style={{
        left: Math.max(0, Math.min(place.left - frame.left, frame.width - 440)),
        ...(above ? { bottom: frame.bottom - place.top + 4 } : { top: place.bottom - frame.top + 4 }),
      }}
      // A press must not take the focus from the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.length === 0 ? (
        <Text size="xs" p="xs" role="status">
          {phrases.length === 0 ? shelfText.menuEmpty : shelfText.menuNone}
        </Text>
      ) : (
        <>
          <div role="listbox" aria-label={shelfText.menuLabel} ref={list} className={styles['list']}>
            {options.map((phrase, at) => (
              <div
                key={phrase.id}
                role="option"
                tabIndex={-1}
                aria-selected={at === index}
                className={styles['option']}
                onMouseDown={() => insertPhrase(editor, call, phrase)}
              >
                {phrase.key !== '' && <b>{phrase.key}</b>}
                <span className={styles['words']}>{plainText(phrase.content)}</span>
                {phrase.group !== '' && <span className={styles['group']}>{phrase.group}</span>}
              </div>
            ))}
          </div>
          <Text size="xs" c="dimmed" px="xs" py={3} role="status">
            {shelfText.menuHint}
          </Text>
        </>
      )}
    </Paper>
  )
}
