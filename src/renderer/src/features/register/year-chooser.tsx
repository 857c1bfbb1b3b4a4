import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { registerText } from '#shared/text/vi/register.ts'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterYear } from '../../lib/register-year.ts'

/** The year whose tasks are shown: those that have a plan. */
export function YearChooser(): ReactElement {
  const { year } = useRegisterYear()
  const plans = useAsk('plan.list', {})
  const navigate = useNavigate()
  const years = [...new Set([year, ...(plans.data ?? []).map(({ plan }) => plan.year)])].toSorted((one, other) => other - one)
  return (
    <Select
      aria-label={registerText.year}
      w={112}
      my="auto"
      allowDeselect={false}
      value={String(year)}
      data={years.map((one) => ({ value: String(one), label: registerText.ofYear(one) }))}
      onChange={(chosen) => {
        if (chosen !== null) void navigate({ to: '.', search: (search) => ({ ...search, nam: Number(chosen) }) })
      }}
    />
  )
}
