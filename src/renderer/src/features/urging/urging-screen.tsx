import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { LetterList } from './letter-list.tsx'
import { LetterMaker } from './letter-maker.tsx'
import styles from './urging.module.css'

const route = getRouteApi('/nhiem-vu/don-doc')

/** "Đôn đốc": letters to agencies that are late, from what is owed to what was sent. */
export function UrgingScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const { daLap: madeOnes = false } = route.useSearch()
  const navigate = route.useNavigate()
  const start = useAsk('urging.start', { year, asOf }, { enabled: !madeOnes })
  const letters = useAsk('urging.list', { year })
  const show = (made: boolean): void => void navigate({ search: (search) => ({ ...search, daLap: made || undefined }) }).catch(showFailure)
  return (
    <div className={styles['screen']}>
      <SegmentedControl
        className={styles['choice'] ?? ''}
        size="xs"
        aria-label={text.tab}
        value={madeOnes ? 'made' : 'new'}
        data={[
          { value: 'new', label: text.newLetter },
          { value: 'made', label: text.lettersCount(letters.data?.length ?? 0) },
        ]}
        onChange={(value) => show(value === 'made')}
      />
      {madeOnes ? (
        <Awaited query={letters}>{(all) => <LetterList letters={all} />}</Awaited>
      ) : (
        <Awaited query={start}>
          {(found) => {
            const [issuer] = found.issuers
            return issuer === undefined ? null : (
              <LetterMaker key={`${year} ${found.today}`} start={found} issuer={issuer} year={year} asOf={asOf} onMade={() => show(true)} />
            )
          }}
        </Awaited>
      )}
    </div>
  )
}
