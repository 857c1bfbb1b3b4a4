import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { fullCitation } from '#shared/domain/citation-form.ts'
import { fold } from '#shared/language/fold.ts'
import type { UnregisteredDocument } from '#shared/ipc/citation-contract.ts'
import { citationPaneText, citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { register } from './citation-acts.ts'
import styles from './citation.module.css'
import { wordsOfDocument } from './search-documents.ts'

/** What plans cite beside the registry, to be registered one by one or all. */
export function UnregisteredList({
  documents,
  find,
}: {
  readonly documents: readonly UnregisteredDocument[]
  readonly find: string
}): ReactElement {
  const wanted = fold(find).split(' ')
  const shown = documents.filter(({ facts }) => wanted.every((word) => wordsOfDocument(facts).includes(word)))
  if (shown.length === 0)
    return (
      <Text p="lg" c="dimmed">
        {text.nothingFits}
      </Text>
    )
  return (
    <>
      <div className={styles['group']}>
        <Text size="sm" fw={600}>
          {text.unregisteredTitle(shown.length)}
        </Text>
        <Button size="compact-sm" onClick={() => register(shown.map(({ facts }) => facts))}>
          {citationPaneText.registerAll}
        </Button>
      </div>
      <ul className={styles['lines']}>
        {shown.map(({ facts, times, planIds }) => (
          <li key={`${facts.symbol} ${facts.issuedOn ?? ''}`} className={styles['line']}>
            <div className={styles['lineText']}>
              <Text size="sm">{fullCitation(facts, { dates: 'short', partyComma: true })}</Text>
              <Text size="xs" c="dimmed">
                {text.placesOf(times, planIds.length)}
              </Text>
            </div>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlus size={13} aria-hidden />}
              aria-label={citationPaneText.registerThis(facts.symbol)}
              onClick={() => register([facts])}
            >
              {citationPaneText.register}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
