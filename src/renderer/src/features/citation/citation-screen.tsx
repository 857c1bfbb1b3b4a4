import { ActionIcon, Button, Group, Select, Text, TextInput, Title, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconBook2, IconClipboardText, IconPlus, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type ReactElement } from 'react'
import { citationStanding, type CitedDocument } from '#shared/domain/cited-document.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { standingNames } from '#shared/text/vi/citation.ts'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { today } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { DocumentTabs } from '../../ui/document-tabs/document-tabs.tsx'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { CitedDocumentForm } from './cited-document-form.tsx'
import { CitedPlaces } from './cited-places.tsx'
import { CitedTable } from './cited-table.tsx'
import styles from './citation.module.css'
import { PasteDialog } from './paste-dialog.tsx'
import { citationRoute } from './routes.ts'
import { findDocuments } from './search-documents.ts'
import { UnregisteredList } from './unregistered-list.tsx'

type Usage = Output<'citation.usage'>
const noUsage: Usage = { counts: [], unregistered: [] }

/** "Văn bản viện dẫn": every document that plans cite, how it stands, and every place that cites it. */
export function CitationScreen(): ReactElement {
  const registry = useAsk('citation.list', {})
  const usage = useAsk('citation.usage', {}).data ?? noUsage
  const search = citationRoute.useSearch()
  const navigate = useNavigate({ from: '/van-ban/vien-dan' })
  const [pasting, setPasting] = useState(false)
  const go = (change: Partial<typeof search>): void => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const onDay = today()
  const documents = useMemo(() => registry.data ?? [], [registry.data])
  const shown = useMemo(
    () =>
      findDocuments(documents, search.tim ?? '').filter(
        (document) => search.hl === undefined || citationStanding(document, onDay).kind === search.hl,
      ),
    [documents, search.tim, search.hl, onDay],
  )
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go({ so: 'moi', chua: undefined })}>
      {text.add}
    </Button>
  )
  const paste = (
    <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)}>
      {text.paste}
    </Button>
  )
  return (
    <Screen
      title={text.title}
      actions={
        <>
          {paste}
          {add}
        </>
      }
    >
      <div className={styles['layout']}>
        <div className={styles['list']}>
          <DocumentTabs value="cited" />
          <Group gap="sm" pb="xs" wrap="nowrap">
            <SearchBox key={search.chua} text={search.tim ?? ''} onText={(tim) => go({ tim: tim === '' ? undefined : tim })} />
            <Select
              w={170}
              aria-label={text.standing}
              placeholder={text.all}
              clearable
              value={search.hl ?? null}
              data={Object.entries(standingNames).map(([value, label]) => ({ value, label }))}
              onChange={(hl) => go({ hl: (hl ?? undefined) as typeof search.hl, chua: undefined })}
            />
            {search.chua === 1 ? (
              <Button variant="default" onClick={() => go({ chua: undefined })}>
                {text.backToRegistry}
              </Button>
            ) : (
              usage.unregistered.length > 0 && (
                <Button variant="light" color="orange" onClick={() => go({ chua: 1, so: undefined })}>
                  {text.showUnregistered(usage.unregistered.length)}
                </Button>
              )
            )}
            <Text size="xs" c="dimmed" ml="auto" style={{ whiteSpace: 'nowrap' }}>
              {text.counted(shown.length, documents.length)}
            </Text>
          </Group>
          <div className={styles['rows']}>
            <Awaited query={registry}>
              {() =>
                search.chua === 1 ? (
                  <UnregisteredList documents={usage.unregistered} find={search.tim ?? ''} />
                ) : documents.length === 0 ? (
                  <EmptyPlace icon={<IconBook2 size={40} stroke={1.3} aria-hidden />} title={text.emptyTitle} text={text.emptyText}>
                    {usage.unregistered.length > 0 && (
                      <Button onClick={() => go({ chua: 1 })}>{text.showUnregistered(usage.unregistered.length)}</Button>
                    )}
                    {paste}
                    {add}
                  </EmptyPlace>
                ) : (
                  <CitedTable
                    documents={shown}
                    registry={documents}
                    counts={usage.counts}
                    day={onDay}
                    chosen={search.so ?? null}
                    narrow={search.so !== undefined}
                    onChoose={(so) => go({ so })}
                  />
                )
              }
            </Awaited>
          </div>
        </div>
        {search.so !== undefined && search.chua === undefined && registry.data !== undefined && (
          <Detail id={search.so} registry={documents} onClose={() => go({ so: undefined })} onChosen={(so) => go({ so })} />
        )}
      </div>
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </Screen>
  )
}

/** The chosen document: its facts to be written, and where it is cited. */
function Detail({
  id,
  registry,
  onClose,
  onChosen,
}: {
  readonly id: string
  readonly registry: readonly CitedDocument[]
  readonly onClose: () => void
  readonly onChosen: (id: string) => void
}): ReactElement | null {
  const document = registry.find((one) => one.id === id) ?? null
  if (document === null && id !== 'moi') return null
  return (
    <aside className={styles['detail']} aria-label={text.label}>
      <div className={styles['detailHead']}>
        <Title order={2} size="h5">
          {document === null ? text.add : `${document.type} ${document.symbol}`}
        </Title>
        <Tooltip label={text.close}>
          <ActionIcon variant="subtle" color="gray" aria-label={text.close} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {document !== null && <CitedPlaces id={document.id} />}
      <CitedDocumentForm
        key={`${id}/${document?.version ?? 0}`}
        document={document}
        registry={registry}
        onClose={onClose}
        onSaved={onChosen}
      />
    </aside>
  )
}

/** What is typed stands in the box and comes into the address after a rest: an input method's letters must not be lost. */
function SearchBox({ text: typedBefore, onText }: { readonly text: string; readonly onText: (words: string) => void }): ReactElement {
  const [typed, setTyped] = useState(typedBefore)
  const tell = useDebouncedCallback(onText, 150)
  return (
    <TextInput
      w={260}
      type="search"
      placeholder={text.find}
      aria-label={text.find}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        tell(currentTarget.value)
      }}
    />
  )
}
