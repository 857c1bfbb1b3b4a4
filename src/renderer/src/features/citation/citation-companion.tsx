import { SegmentedControl, Text } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconBook2, IconQuote, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState, type ReactElement } from 'react'
import { fullCitation, shortCitation } from '#shared/domain/citation-form.ts'
import { placedMentions, resolveMentions, styleOf } from '#shared/domain/citation-reading.ts'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { CitationMark } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import { useCommands } from '../../lib/commands.ts'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'
import { findDocuments } from './search-documents.ts'
import styles from './citation.module.css'

const none: readonly CitedDocument[] = []
const [store, spotlight] = createSpotlight()

type Form = 'by-place' | 'full' | 'short'

/** Beside the text whichever pane is open: "Chèn viện dẫn" with search by letters, and Ctrl+click on a citation to its registry entry. */
export function CitationCompanion({ words, sentence, atCaret, locked, insert }: PlanPaneProps): ReactElement {
  const registry = useAsk('citation.list', {})
  const documents = registry.data ?? none
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [form, setForm] = useState<Form>('by-place')
  const openEntry = useCallback(
    ({ symbol, issuedOn }: Pick<CitationMark, 'symbol' | 'issuedOn'>): void => {
      const same = documents.filter((document) => document.symbol === symbol)
      const found = same.find((document) => document.issuedOn === issuedOn) ?? same[0]
      void navigate({
        href: found === undefined ? `/van-ban/vien-dan?chua=1&tim=${encodeURIComponent(symbol)}` : `/van-ban/vien-dan?so=${found.id}`,
      })
    },
    [documents, navigate],
  )
  useCommands([
    {
      id: 'citation.open-here',
      label: text.openHere,
      group: 'plan',
      icon: IconBook2,
      shortcut: 'mod+alt+G',
      unavailable: () => (citedHere(atCaret()).length === 0 ? text.nothingCitedHere : null),
      run: () => {
        // Of several the first; the others stand beside it in the list of the pane.
        const [first] = citedHere(atCaret())
        if (first !== undefined) openEntry(first)
      },
    },
    {
      id: 'citation.insert',
      label: text.insertCommand,
      group: 'edit',
      icon: IconQuote,
      shortcut: 'mod+alt+V',
      unavailable: () => (locked ? text.locked : documents.length === 0 ? text.registryEmpty : null),
      run: () => {
        setQuery('')
        spotlight.open()
      },
    },
  ])
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      if (!event.ctrlKey || !(event.target instanceof HTMLElement)) return
      const mark = event.target.closest<HTMLElement>('span[data-citation]')?.dataset['citation']
      if (mark === undefined) return
      event.preventDefault()
      openEntry(JSON.parse(mark) as CitationMark)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [openEntry])

  const found = query.trim() === '' ? documents : findDocuments(documents, query)
  const style = styleOf(placedMentions({ legalForm: 'decision', provisions: words, tasks: [], fields: [] }))
  const wordsFor = (document: CitedDocument): string => {
    const full = form === 'full' || (form === 'by-place' && !citedBefore(words, sentence, document))
    return full ? fullCitation(document, style) : shortCitation(document)
  }
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={380}
      size={720}
      yOffset={72}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': text.insertTitle } }}
    >
      <Spotlight.Search placeholder={text.insertSearch} aria-label={text.insertSearch} leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList>
        {found.slice(0, 50).map((document) => (
          <Spotlight.Action key={document.id} onClick={() => insert([{ kind: 'text', text: wordsFor(document) }])}>
            <div style={{ minWidth: 0, flex: 1 }}>
              <Text size="sm" fw={600}>
                {shortCitation(document)}
              </Text>
              <Text size="xs" lineClamp={2}>
                {wordsFor(document)}
              </Text>
            </div>
          </Spotlight.Action>
        ))}
        {found.length === 0 && <Spotlight.Empty>{text.noSuchDocument}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={styles['insertForms'] ?? ''}>
        <Text size="xs">{text.insertForm}</Text>
        <SegmentedControl
          value={form}
          onChange={setForm}
          aria-label={text.insertForm}
          data={(['by-place', 'full', 'short'] as const).map((value) => ({ value, label: text.forms[value] }))}
        />
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}

/** Whether the document has been cited before the sentence with the caret: then the short form is the decree's. */
function citedBefore(words: readonly ProvisionContent[], sentence: PlanPaneProps['sentence'], document: CitedDocument): boolean {
  const here = words.findIndex(({ id }) => id === sentence)
  const before = here === -1 ? words : words.slice(0, here)
  const mentions = resolveMentions(placedMentions({ legalForm: 'decision', provisions: before, tasks: [], fields: [] }), [document])
  return mentions.some((mention) => mention.document?.id === document.id)
}

/** The documents that the sentence with the caret cites, its footnotes with it. */
function citedHere({ words, sentence }: ReturnType<PlanPaneProps['atCaret']>): readonly Pick<CitationMark, 'symbol' | 'issuedOn'>[] {
  const here = words.filter(({ id }) => id === sentence)
  return placedMentions({ legalForm: 'decision', provisions: here, tasks: [], fields: [] }).map(({ mention }) => mention)
}
