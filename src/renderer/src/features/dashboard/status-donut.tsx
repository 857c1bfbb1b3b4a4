import '@mantine/charts/styles.css'
import { DonutChart } from '@mantine/charts'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { Light } from '#shared/domain/light.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { searchOfView, viewWith } from '../../lib/register-address.ts'
import { fillOf } from '../../ui/light-badge/light-fill.ts'

/** The ring of lights. The list beside it says the same and is reached by keyboard; here the pointer is served. */
export function StatusDonut({
  parts,
  year,
  asOf,
}: {
  readonly parts: readonly { readonly light: Light; readonly count: number }[]
  readonly year: number
  readonly asOf: string | null
}): ReactElement {
  const navigate = useNavigate()
  const open = (light: Light): void =>
    void navigate({ to: '/nhiem-vu', search: { nam: year, ngay: asOf ?? undefined, ...searchOfView(viewWith({ light })) } })
  return (
    <DonutChart
      aria-hidden
      size={140}
      thickness={25}
      strokeWidth={1}
      accessibilityLayer={false}
      tooltipDataSource="segment"
      startAngle={90}
      endAngle={-270}
      data={parts.map(({ light, count }) => ({ name: lightNames[light], value: count, color: fillOf(light) }))}
      // Drawn at once: a picture that grows into place is seen half-way on paper.
      pieProps={{ isAnimationActive: false, rootTabIndex: -1 }}
      cellProps={({ name }) => ({
        style: { cursor: 'pointer' },
        onClick: () => {
          const part = parts.find(({ light }) => lightNames[light] === name)
          if (part !== undefined) open(part.light)
        },
      })}
    />
  )
}
