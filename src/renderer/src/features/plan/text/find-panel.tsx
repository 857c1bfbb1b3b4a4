import { ActionIcon, Button, Checkbox, Loader, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { FoundPlace } from '#shared/ipc/plan-contract.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { ask } from '../../../lib/bridge.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'
import { flushAll } from '../../../lib/saving.ts'
import styles from './editor.module.css'

const keyOfPlace = (place: FoundPlace): string => JSON.stringify([place.where, place.start, place.length])

/** Ctrl+F and Ctrl+H: every place in the text, its footnotes and the appendix, as it is and as it would be; one command replaces the chosen ones. */
export function FindPanel({
  planId,
  locked,
  replacing,
  onGo,
  onClose,
}: {
  readonly planId: PlanId
  readonly locked: boolean
  readonly replacing: boolean
  readonly onGo: (place: FoundPlace) => void
  readonly onClose: () => void
}): ReactElement {
  const [words, setWords] = useState('')
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState({ exactAccents: replacing, matchCase: false, wholeWords: false })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [ready, setReady] = useState(false)
  const [settled] = useDebouncedValue(words, 180)
  const field = useRef<HTMLInputElement>(null)
  const query = { planId, text: settled, ...options }
  // The office searches what it has: what is typed but not written is written first.
  useEffect(() => {
    void flushAll().finally(() => setReady(true))
  }, [])
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- Ctrl+H after Ctrl+F comes back to the words
  }, [replacing])
  const places = useAsk('plan.find', query, { enabled: ready && settled.trim() !== '', keepPrevious: true })
  const found = settled.trim() === '' ? [] : (places.data ?? [])
  const chosen = found.filter((place) => !left.has(keyOfPlace(place)))
  const showsReplace = replacing && !locked
  const replace = async (): Promise<void> => {
    const { replaced } = await ask('plan.replace', { ...query, replacement: replacement.normalize('NFC'), places: [...chosen] })
    showDone(editorText.replaced(replaced), { undoable: true })
  }
  return (
    // Escape belongs to whichever of its boxes has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles['find']} aria-label={editorText.findTitle} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className={styles['findFields']}>
        <TextInput
          ref={field}
          className={styles['findWords'] ?? ''}
          aria-label={editorText.findWords}
          placeholder={editorText.findWords}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          rightSection={places.isFetching ? <Loader size={14} aria-hidden /> : null}
        />
        {showsReplace && (
          <TextInput
            className={styles['findWords'] ?? ''}
            aria-label={editorText.replaceWith}
            placeholder={editorText.replaceWith}
            value={replacement}
            onChange={({ currentTarget }) => setReplacement(currentTarget.value)}
          />
        )}
        {(['exactAccents', 'matchCase', 'wholeWords'] as const).map((option) => (
          <Checkbox
            key={option}
            label={editorText[option]}
            styles={{ label: { paddingInlineStart: 6 } }}
            checked={options[option]}
            onChange={({ currentTarget }) => setOptions({ ...options, [option]: currentTarget.checked })}
          />
        ))}
        <Text size="xs" role="status" className={styles['findCount'] ?? ''}>
          {settled.trim() === '' ? editorText.findHint : places.data === undefined ? '' : editorText.found(found.length)}
        </Text>
        {showsReplace && (
          <Button disabled={chosen.length === 0} onClick={() => void replace().catch(showFailure)}>
            {editorText.replaceChosen(chosen.length)}
          </Button>
        )}
        <ActionIcon aria-label={editorText.closeFind} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {found.length > 0 && (
        <ol className={styles['places']}>
          {found.map((place) => {
            const key = keyOfPlace(place)
            return (
              <li key={key} className={styles['place']}>
                {showsReplace && (
                  <Checkbox
                    aria-label={`${place.before}${place.match}${place.after}`}
                    checked={!left.has(key)}
                    onChange={({ currentTarget }) =>
                      setLeft((before) =>
                        currentTarget.checked ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key]),
                      )
                    }
                  />
                )}
                <button type="button" className={styles['placeText']} onClick={() => onGo(place)}>
                  {place.before}
                  {showsReplace ? (
                    <>
                      <del>{place.match}</del>
                      <ins>{replacement}</ins>
                    </>
                  ) : (
                    <mark>{place.match}</mark>
                  )}
                  {place.after}
                </button>
                <span className={styles['where']}>{editorText.foundIn[place.where.kind]}</span>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
