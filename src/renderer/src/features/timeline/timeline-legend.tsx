import type { ReactElement } from 'react'
import { lightOrder } from '#shared/domain/register-rows.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { timelineText } from '#shared/text/vi/timeline.ts'
import { fillOf } from '../../ui/light-badge/light-fill.ts'
import styles from './timeline.module.css'

const words = timelineText.legend

/** What colours and shapes say. */
export function TimelineLegend(): ReactElement {
  return (
    <ul className={styles['legend']} aria-label={words.label}>
      {lightOrder.map((light) => (
        <li key={light}>
          <i style={{ background: fillOf(light) }} />
          {lightNames[light]}
        </li>
      ))}
      <li>
        <i className={styles['sampleTail']} />
        {words.tail}
      </li>
      <li>
        <i className={styles['sampleMark']} />
        {words.mark}
      </li>
      <li>
        <i className={styles['sampleWhole']} />
        {words.whole}
      </li>
    </ul>
  )
}
