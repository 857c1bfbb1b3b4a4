import { Text } from '@mantine/core'
import { IconBlockquote, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState, type ReactElement } from 'react'
import { plainText, type TextInline } from '#shared/domain/inline.ts'
import type { PhraseId } from '#shared/domain/identifier.ts'
import type { Phrase } from '#shared/domain/phrase.ts'
import { retype } from '#shared/domain/retype.ts'
import type { PhraseInput } from '#shared/ipc/shelf-contract.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { awaitAnswer, keyOf, queryClient } from '../../lib/queries.ts'
import { inTurn } from '../../lib/saving.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { CellChange, GridColumn, GridLine } from '../../ui/grid/grid-types.ts'
import { EmptyPlace } from '../../ui/screen/screen.tsx'
import styles from './shelf.module.css'

const { phraseColumns: titles } = shelfText
const columns: readonly GridColumn<Phrase>[] = [
  { key: 'key', title: titles.key, weight: 1, minWidth: 100, text: ({ key }) => key },
  { key: 'content', title: titles.content, weight: 10, minWidth: 320, text: ({ content }) => plainText(content) },
  { key: 'group', title: titles.group, weight: 2, minWidth: 130, text: ({ group }) => group },
]

function patched(phrase: PhraseInput, column: string, text: string): PhraseInput {
  const words = text.trim()
  if (column === 'key') return { ...phrase, key: words }
  if (column === 'group') return { ...phrase, group: words }
  return { ...phrase, content: retype(phrase.content, words).filter((inline): inline is TextInline => inline.kind === 'text') }
}

const newPhrase: PhraseInput = { id: null, version: null, key: '', group: '', content: [] }

/** The phrases that cells change, each once. */
function changedPhrases(changes: readonly CellChange[], phrases: readonly Phrase[]): PhraseInput[] {
  const changed = new Map<string, PhraseInput>()
  for (const { rowKey, columnKey, text } of changes) {
    const before = changed.get(rowKey) ?? phrases.find(({ id }) => id === rowKey)
    if (before !== undefined) changed.set(rowKey, patched(before, columnKey, text))
  }
  return [...changed.values()]
}

/** With the version that each phrase has by now, after what was sent before it. */
function withLatestVersions(inputs: readonly PhraseInput[]): PhraseInput[] {
  const known = queryClient.getQueryData<readonly Phrase[]>(keyOf('phrase.list', {}))
  return inputs.map((input) =>
    input.id === null ? input : { ...input, version: known?.find(({ id }) => id === input.id)?.version ?? input.version },
  )
}

function act(work: () => Promise<unknown>): void {
  void inTurn(work).catch(showFailure)
}

async function save(inputs: readonly PhraseInput[]): Promise<readonly Phrase[]> {
  await awaitAnswer('phrase.list', {})
  const saved = await ask('phrase.save', { phrases: withLatestVersions(inputs) })
  const versions = new Map(saved.map(({ id, version }) => [id, version]))
  queryClient.setQueryData<readonly Phrase[]>(keyOf('phrase.list', {}), (known) =>
    known?.map((phrase) => ({ ...phrase, version: versions.get(phrase.id) ?? phrase.version })),
  )
  return saved
}

function remove(ids: readonly PhraseId[]): void {
  act(async () => {
    await ask('phrase.remove', { ids: [...ids] })
    showDone(shelfText.phrasesRemoved(ids.length), { undoable: true })
  })
}

/** The usual sentences as a table: typed, pasted from Excel, taken back. */
export function PhraseGrid({ phrases }: { readonly phrases: readonly Phrase[] }): ReactElement {
  const [chosen, setChosen] = useState<readonly PhraseId[]>([])
  const [wanted, setWanted] = useState<string | null>(null)
  const lines = useMemo(
    () => phrases.map((phrase, index): GridLine<Phrase> => ({ kind: 'row', key: phrase.id, head: String(index + 1), row: phrase })),
    [phrases],
  )
  const change = (changes: readonly CellChange[]): void => {
    const inputs = changedPhrases(changes, phrases)
    if (inputs.length === 0) return
    queryClient.setQueryData<readonly Phrase[]>(keyOf('phrase.list', {}), (known) =>
      known?.map((phrase) => {
        const input = inputs.find(({ id }) => id === phrase.id)
        return input === undefined ? phrase : { ...phrase, key: input.key, group: input.group, content: input.content }
      }),
    )
    act(async () =>
      save(inputs).catch(async (error: unknown) => {
        await queryClient.invalidateQueries({ queryKey: keyOf('phrase.list', {}) })
        throw error
      }),
    )
  }
  const insert = (): void => act(async () => setWanted((await save([newPhrase]))[0]?.id ?? null))
  const paste = (changes: readonly CellChange[], keys: readonly string[], cells: readonly (readonly string[])[]): void =>
    act(async () => {
      const added = cells
        .filter((row) => row.some((text) => text.trim() !== ''))
        .map((row) => row.reduce((phrase, text, index) => patched(phrase, keys[index] ?? '', text), newPhrase))
      const inputs = [...changedPhrases(changes, phrases), ...added]
      if (inputs.length === 0) return
      await save(inputs)
      showDone(shelfText.phrasesPasted(inputs.length), { undoable: true })
    })
  const add: Command = {
    id: 'phrase.create',
    group: 'edit',
    label: shelfText.addPhrase,
    icon: IconPlus,
    shortcut: 'mod+Enter',
    run: insert,
  }
  const drop: Command = {
    id: 'phrase.remove',
    group: 'edit',
    label: shelfText.removePhrases,
    icon: IconTrash,
    unavailable: () => (chosen.length === 0 ? shelfText.choosePhrases : null),
    run: () => remove(chosen),
  }
  useCommands([add, drop])
  return (
    <>
      <div className={styles['tools']}>
        <CommandButton command={add} variant="subtle" size="compact-xs" />
        <CommandButton command={drop} variant="subtle" size="compact-xs" />
        <Text size="xs" c="dimmed" ml="auto">
          {shelfText.phraseHint}
        </Text>
      </div>
      <div className={styles['grid']}>
        <DataGrid<Phrase>
          label={shelfText.phrases}
          lines={lines}
          columns={columns}
          headTitle={shelfText.stt}
          compact={false}
          readOnly={false}
          describeCell={shelfText.cell}
          activeRowKey={wanted}
          empty={
            <EmptyPlace
              icon={<IconBlockquote size={40} stroke={1.2} aria-hidden />}
              title={shelfText.noPhrasesTitle}
              text={shelfText.noPhrasesText}
            >
              <CommandButton command={add} />
            </EmptyPlace>
          }
          onChange={change}
          onOverflow={paste}
          onSelect={(keys) => setChosen(keys as readonly PhraseId[])}
          onInsert={insert}
          onDuplicate={(keys) =>
            act(async () => save(phrases.filter(({ id }) => keys.includes(id)).map((phrase) => ({ ...phrase, id: null, version: null }))))
          }
          onRemove={(keys) => remove(keys as readonly PhraseId[])}
          onMove={() => undefined}
          onOpen={() => undefined}
        />
      </div>
    </>
  )
}
