import { Chip, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { CarryVerdict } from '#shared/domain/carry-over.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import styles from './carry-over.module.css'

/** Counts of what was kept, changed, dropped and is new; a click shows those alone. */
export function VerdictFilter({
  verdicts,
  shown,
  onShow,
}: {
  readonly verdicts: readonly CarryVerdict[]
  readonly shown: CarryVerdict | null
  readonly onShow: (verdict: CarryVerdict | null) => void
}): ReactElement {
  return (
    <div className={styles['filter']} role="group" aria-label={words.filterVerdict}>
      <Chip.Group value={shown ?? 'all'} onChange={(value) => onShow(CarryVerdict.safeParse(value).data ?? null)}>
        <Group gap={6}>
          <Chip size="xs" value="all">
            {words.verdictCount(words.allVerdicts, verdicts.length)}
          </Chip>
          {CarryVerdict.options.map((verdict) => (
            <Chip size="xs" key={verdict} value={verdict}>
              {words.verdictCount(words.verdicts[verdict], verdicts.filter((one) => one === verdict).length)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  )
}
