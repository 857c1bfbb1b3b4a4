import { Alert, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import type { PackPreview } from '#shared/ipc/hand-over-contract.ts'
import { recordNames } from '#shared/text/vi/change-words.ts'
import { handOverText as words, packVerdicts } from '#shared/text/vi/hand-over.ts'
import { showMoment } from '../../lib/dates.ts'
import { Differences } from './differences.tsx'
import styles from './hand-over.module.css'
import { WorkList } from './work-list.tsx'

/** Who sent a pack, what is in it, and what would change here. */
export function PackFacts({ preview }: { readonly preview: PackPreview }): ReactElement {
  const { verdict, signer, missing, records, log, comparisons } = preview
  const usable = verdict === 'receive' || verdict === 'receive-workspace' || verdict === 'take-back'
  const compared = verdict !== 'receive-workspace' && preview.planId !== null
  return (
    <Stack gap="sm">
      <Alert
        color={usable ? 'indigo' : 'yellow'}
        icon={usable ? <IconInfoCircle aria-hidden /> : <IconAlertTriangle aria-hidden />}
        title={preview.title}
      >
        {packVerdicts[verdict]}
      </Alert>
      <dl className={styles['facts']}>
        <Fact label={words.from}>{[preview.fromName, preview.officeName].filter((part) => part !== '').join(', ')}</Fact>
        <Fact label={words.to}>{preview.toName}</Fact>
        <Fact label={words.sentAt}>{showMoment(preview.at)}</Fact>
        <Fact label={words.fingerprint}>
          <span title={words.fingerprintHint}>
            <code>{preview.fingerprint}</code> ({words.signers[signer]})
          </span>
        </Fact>
        <Fact label={words.contains}>{words.contents(preview.counts)}</Fact>
        {Object.keys(missing).length > 0 && (
          <Fact label={words.missing}>
            {Object.entries(missing)
              .map(([table, count]) => `${count} ${(recordNames[table] ?? table).toLocaleLowerCase('vi')}`)
              .join(', ')}
          </Fact>
        )}
      </dl>
      {signer === 'changed' && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {words.keyChanged(preview.fromName)}
        </Alert>
      )}
      {comparisons.map(({ planId, title, comparison }) => (
        <section key={planId} aria-label={words.differences(title)}>
          <h3 className={styles['heading']}>{words.differences(title)}</h3>
          <Differences items={comparison.items} />
        </section>
      ))}
      {compared && comparisons.length === 0 && <Text size="sm">{words.noDifference}</Text>}
      {records.length > 0 && (
        <section aria-label={words.records}>
          <h3 className={styles['heading']}>{words.records}</h3>
          <ul className={styles['list']}>
            {records.map(({ table, added, changed, removed }) => (
              <li key={table}>{words.recordLine(recordNames[table] ?? table, added, changed, removed)}</li>
            ))}
          </ul>
        </section>
      )}
      {preview.direction === 'returned' && (
        <section aria-label={words.workOf}>
          <h3 className={styles['heading']}>{words.workOf}</h3>
          <div className={styles['scroll']}>
            <WorkList lines={log} />
          </div>
        </section>
      )}
    </Stack>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
