import { Button } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { CarryVerdict } from '#shared/domain/carry-over.ts'
import { differenceOfWords } from '#shared/domain/text-difference.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { VerdictFilter } from './verdict-filter.tsx'
import { Pieces } from '../../ui/pieces/pieces.tsx'
import styles from './carry-over.module.css'

/** Every sentence of both plans: kept, changed with its words, dropped, new. */
export function CarriedSentences({ planId, locked, goTo }: Pick<PlanPaneProps, 'planId' | 'locked' | 'goTo'>): ReactElement {
  const carried = useAsk('carry-over.list', { planId }, { keepPrevious: true })
  const [shown, setShown] = useState<CarryVerdict | null>(null)
  const markSeen = (recordIds: string[], seen: boolean): void =>
    void ask('carry-over.mark-seen', { planId, recordIds, seen }).catch(showFailure)
  return (
    <Awaited query={carried}>
      {({ sentences }) => {
        const list = sentences.filter(({ verdict }) => shown === null || verdict === shown)
        const unseen = list.flatMap(({ verdict, seen, provisionId }) =>
          verdict === 'kept' && !seen && provisionId !== null ? [provisionId] : [],
        )
        return (
          <>
            <VerdictFilter verdicts={sentences.map(({ verdict }) => verdict)} shown={shown} onShow={setShown} />
            {shown === 'kept' && unseen.length > 1 && !locked && (
              <div className={styles['filter']}>
                <Button size="compact-xs" variant="light" onClick={() => markSeen(unseen, true)}>
                  {words.markAllSeen(unseen.length)}
                </Button>
              </div>
            )}
            <ul className={styles['list']} aria-label={words.views.sentences}>
              {list.length === 0 && <li className={styles['why']}>{words.nothingCarried}</li>}
              {list.map(({ verdict, provisionId, fromId, kind, address, before, after, seen }) => (
                <li key={`${provisionId ?? ''} ${fromId ?? ''}`} className={styles['carried']} data-verdict={verdict}>
                  <span className={styles['verdict']}>{words.verdicts[verdict]}</span>
                  <div>
                    <button
                      type="button"
                      className={styles['plain']}
                      disabled={provisionId === null}
                      onClick={() => provisionId !== null && goTo(provisionId)}
                    >
                      <b className={styles['place']}>{address === '' ? planText.kinds[kind] : address}</b>{' '}
                      {verdict === 'changed' ? (
                        <Pieces pieces={differenceOfWords(before, after)} />
                      ) : verdict === 'dropped' ? (
                        <del>{before}</del>
                      ) : (
                        after
                      )}
                    </button>
                    {verdict === 'kept' && provisionId !== null && !locked && (
                      <Button
                        size="compact-xs"
                        variant={seen ? 'light' : 'subtle'}
                        color={seen ? 'teal' : 'gray'}
                        aria-pressed={seen}
                        onClick={() => markSeen([provisionId], !seen)}
                      >
                        {words.keepSeen}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Awaited>
  )
}
