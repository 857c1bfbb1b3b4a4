import { SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { PhraseGrid } from './phrase-grid.tsx'
import { settingsRoute } from './routes.ts'
import { TemplateShelf } from './template-shelf.tsx'
import styles from './shelf.module.css'

/** What the office writes from: skeletons of plans, and usual sentences. */
export function ShelfTab(): ReactElement {
  const { phan, muc } = settingsRoute.useSearch()
  const navigate = useNavigate({ from: '/cai-dat' })
  const phrases = useAsk('phrase.list', {})
  const templates = useAsk('plan-template.list', {})
  return (
    <div className={styles['shelf']}>
      <SegmentedControl
        aria-label={shelfText.partsLabel}
        value={phan === 'cau' ? 'cau' : 'khung'}
        data={[
          { value: 'khung', label: shelfText.parts.templates },
          { value: 'cau', label: shelfText.parts.phrases },
        ]}
        style={{ alignSelf: 'flex-start' }}
        onChange={(value) => void navigate({ search: { the: 'khung-cau', phan: value === 'cau' ? 'cau' : undefined }, replace: true })}
      />
      {phan === 'cau' ? (
        <Awaited query={phrases}>{(known) => <PhraseGrid phrases={known} />}</Awaited>
      ) : (
        <Awaited query={templates}>
          {(known) => (
            <TemplateShelf
              templates={known}
              chosen={muc ?? null}
              onChoose={(id) => void navigate({ search: { the: 'khung-cau', muc: id ?? undefined }, replace: true })}
            />
          )}
        </Awaited>
      )}
    </div>
  )
}
