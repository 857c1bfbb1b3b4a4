import type { ReactElement } from 'react'
import type { TaskId } from '#shared/domain/identifier.ts'
import { followUpText as words } from '#shared/text/vi/follow-up.ts'
import { useAsk } from '../../lib/queries.ts'
import { useAgencyNames } from './use-agency-names.ts'
import styles from './follow-up.module.css'

/** Agencies named in one line of a letter; the rest are counted. */
const NAMED = 3

/** The letters that urged this task, the newest first: when, whom, for which time. */
export function UrgingList({ taskId }: { readonly taskId: TaskId }): ReactElement | null {
  const nameOf = useAgencyNames()
  const urged = useAsk('urging.of-task', { taskId }).data ?? []
  if (urged.length === 0) return null
  const letters = [...Map.groupBy(urged, ({ letterId }) => letterId)].flatMap(([id, lines]) => {
    const [first] = lines
    return first === undefined ? [] : [{ id, first, lines }]
  })
  return (
    <section>
      <h3>{words.urgings(letters.length)}</h3>
      {letters
        .toSorted((one, other) => (one.first.madeAt < other.first.madeAt ? 1 : -1))
        .map(({ id, first: { status, number, symbol, sentOn }, lines }) => {
          const told = [...new Set(lines.map(({ agencyId, times }) => words.urged(nameOf(agencyId), status === 'sent' ? times : null)))]
          return (
            <div key={id} className={styles['line']}>
              <div className={status === 'withdrawn' ? styles['struck'] : undefined}>
                <strong>{words.urging(number, symbol)}</strong> {words.urgingStatus(status, sentOn)}
              </div>
              <div className={styles['quiet']}>
                {told.slice(0, NAMED).join('; ')}
                {told.length > NAMED ? `; ${words.andAgencies(told.length - NAMED)}` : ''}
              </div>
            </div>
          )
        })}
    </section>
  )
}
