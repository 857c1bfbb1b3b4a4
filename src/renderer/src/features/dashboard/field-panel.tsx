import type { ReactElement } from 'react'
import { lightOrder } from '#shared/domain/register-rows.ts'
import { tallyGroups, type GroupTally } from '#shared/domain/register-totals.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { viewWith } from '../../lib/register-address.ts'
import { fillOf, inkOf } from '../../ui/light-badge/light-fill.ts'
import { RowsLink } from '../../ui/rows-link/rows-link.tsx'
import { Panel, type PanelProps } from './panel.tsx'
import styles from './dashboard.module.css'

/** Tasks by field: a bar each, as long as the field has tasks, its parts coloured by light with their numbers in them. */
export function FieldPanel(panel: PanelProps): ReactElement {
  const { register, lookup } = panel
  const groups = tallyGroups(register, viewWith({ group: 'field' }), lookup)
  const longest = Math.max(...groups.map(({ tally }) => tally.rows))
  return (
    <Panel title={dashboardText.fields}>
      <ul className={styles['bars']}>
        {groups.map((group) => (
          <FieldBar key={JSON.stringify(group.subject)} group={group} longest={longest} {...panel} />
        ))}
      </ul>
    </Panel>
  )
}

function FieldBar({
  group: { subject, view, tally },
  longest,
  lookup,
  asOf,
}: PanelProps & { readonly group: GroupTally; readonly longest: number }): ReactElement {
  const field = subject.kind === 'field' ? lookup.fields.find(({ id }) => id === subject.fieldId) : undefined
  const name = field?.name ?? dashboardText.noField
  const { year } = lookup
  return (
    <li>
      <RowsLink year={year} asOf={asOf} view={view ?? {}} className={styles['barName']} title={name}>
        {name}
      </RowsLink>
      <div className={styles['bar']}>
        {lightOrder.map((light) => {
          const count = tally.lights[light]
          if (count === 0) return null
          const look = { flex: `0 0 ${(100 * count) / longest}%`, background: fillOf(light), color: inkOf(light) }
          const says = dashboardText.segment(name, lightNames[light], count)
          return view === null ? (
            <span key={light} style={look} title={says}>
              {count}
            </span>
          ) : (
            <RowsLink key={light} year={year} asOf={asOf} view={{ ...view, light }} style={look} title={says} aria-label={says}>
              {count}
            </RowsLink>
          )
        })}
      </div>
      <b className={styles['barTotal']}>{tally.rows}</b>
    </li>
  )
}
