import { Button } from '@mantine/core'
import { IconLock, IconPackage } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { awayOf, type HandOver } from '#shared/domain/hand-over.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { useHandOvers } from '../../lib/away.ts'
import { showDay } from '../../lib/dates.ts'
import { requestHandOver } from '../../lib/hand-over-requests.ts'
import styles from './hand-over.module.css'

/** Says across the window who has the living copy of what is on the screen, and leads to the ways out. */
export function AwayBanner(): ReactElement | null {
  const { planId } = useParams({ strict: false })
  const handOvers = useHandOvers()
  const away = awayOf(handOvers, planId ?? null)
  if (away !== null) return <Away handOver={away} />
  const held = handOvers.find(({ state, scope, planIds }) => state === 'received' && (scope === 'workspace' || planIds[0] === planId))
  return held === undefined ? null : <Held handOver={held} />
}

function Away({ handOver }: { readonly handOver: HandOver }): ReactElement {
  const { state, title, otherName, at, returnedAt } = handOver
  const given = state === 'given'
  return (
    <div className={styles['banner']} role="note">
      <IconLock size={16} aria-hidden />
      <span title={title}>
        {given
          ? words.givenBanner(title, otherName, showDay(at.slice(0, 10)))
          : words.sentBackBanner(title, otherName, showDay((returnedAt ?? at).slice(0, 10)))}
      </span>
      {given && (
        <Button size="compact-xs" onClick={() => requestHandOver({ kind: 'open', path: null })}>
          {words.openReturned}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => requestHandOver({ kind: 'again', handOver })}>
        {words.packAgain}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => requestHandOver({ kind: 'reclaim', handOver })}>
        {given ? words.reclaim : words.takeBackSent}
      </Button>
    </div>
  )
}

function Held({ handOver }: { readonly handOver: HandOver }): ReactElement {
  return (
    <div className={styles['banner']} role="note">
      <IconPackage size={16} aria-hidden />
      <span title={handOver.title}>{words.receivedBanner(handOver.title, handOver.otherName, showDay(handOver.at.slice(0, 10)))}</span>
      <Button size="compact-xs" onClick={() => requestHandOver({ kind: 'send-back', handOver })}>
        {words.sendBack}
      </Button>
    </div>
  )
}
