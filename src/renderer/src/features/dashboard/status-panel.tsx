import { lazy, Suspense, type ReactElement } from 'react'
import { lightOrder } from '#shared/domain/register-rows.ts'
import { tallyView } from '#shared/domain/register-totals.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { viewWith } from '../../lib/register-address.ts'
import { fillOf, inkOf } from '../../ui/light-badge/light-fill.ts'
import { lightLooks } from '../../ui/light-badge/light-looks.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import { Panel, type PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

// The library of pictures is read when a picture is first drawn, and never with the window.
const StatusDonut = lazy(async () => ({ default: (await import('./status-donut.tsx')).StatusDonut }))

/** Tasks by status: a ring, and beside it each light with its number, which opens the rows. */
export function StatusPanel({ register, lookup, asOf }: PanelProps): ReactElement {
  const { lights, rows } = tallyView(register, viewWith({}), lookup)
  const shown = lightOrder.filter((light) => lights[light] > 0)
  return (
    <Panel title={dashboardText.status}>
      <div className={styles['status']}>
        <div className={styles['donut']}>
          <Suspense fallback={null}>
            <StatusDonut parts={shown.map((light) => ({ light, count: lights[light] }))} year={lookup.year} asOf={asOf} />
          </Suspense>
          <span className={styles['donutCentre']} aria-hidden>
            <b>{rows}</b>
            {dashboardText.statusCentre}
          </span>
        </div>
        <ul className={styles['legend']}>
          {shown.map((light) => {
            const Icon = lightLooks[light].icon
            return (
              <li key={light}>
                <RowsLink year={lookup.year} asOf={asOf} view={{ light }} className={styles['legendLine']}>
                  <i style={{ background: fillOf(light), color: inkOf(light) }}>
                    <Icon size={13} aria-hidden />
                  </i>
                  <span>{lightNames[light]}</span>
                  <b>{lights[light]}</b>
                </RowsLink>
              </li>
            )
          })}
        </ul>
      </div>
    </Panel>
  )
}
