import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { MonthTally } from '#shared/domain/register-totals.ts'
import { dashboardText } from '#shared/text/vi/dashboard.ts'
import { searchOfView } from '../../lib/register-address.ts'
import { fillOf } from '../../ui/light-badge/light-fill.ts'

const { overdue, open } = dashboardText.monthSeries

/** Twelve columns over the links of the months, which say the same and are reached by keyboard. */
export function MonthChart({
  months,
  year,
  asOf,
}: {
  readonly months: readonly MonthTally[]
  readonly year: number
  readonly asOf: string | null
}): ReactElement {
  const navigate = useNavigate()
  return (
    <BarChart
      h="100%"
      type="stacked"
      dataKey="month"
      gridAxis="none"
      withXAxis={false}
      withYAxis={false}
      data={months.map(({ month, rows, overdue: late }) => ({
        month: dashboardText.month(month),
        [overdue]: late,
        [open]: rows - late,
      }))}
      series={[
        { name: overdue, color: fillOf('overdue') },
        { name: open, color: fillOf('not-due') },
      ]}
      barProps={{ isAnimationActive: false, cursor: 'pointer' }}
      barChartProps={{
        accessibilityLayer: false,
        preserveAspectRatio: 'none',
        barCategoryGap: '18%',
        margin: { top: 4, right: 0, bottom: 0, left: 0 },
        onClick: ({ activeTooltipIndex }) => {
          const chosen = months[Number(activeTooltipIndex)]
          if (chosen !== undefined)
            void navigate({ to: '/nhiem-vu', search: { nam: year, ngay: asOf ?? undefined, ...searchOfView(chosen.view) } })
        },
      }}
    />
  )
}
