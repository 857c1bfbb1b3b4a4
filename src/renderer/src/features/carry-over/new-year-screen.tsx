import { Alert, Button, Group, List, NumberInput, Paper, Stack, Text } from '@mantine/core'
import { IconArrowRight, IconCalendarPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { flushAll } from '../../lib/saving.ts'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { newYearRoute } from './routes.ts'

/** "Lập kế hoạch năm sau": from which plan, for which year, and what will be done. */
export function NewYearScreen(): ReactElement {
  const { tu } = newYearRoute.useSearch()
  const plans = useAsk('plan.list', {})
  return (
    <Screen title={words.cloneTitle}>
      <Awaited query={plans}>
        {(list) => {
          const from = list.find(({ plan }) => plan.id === tu)?.plan
          return from === undefined ? (
            <EmptyPlace
              icon={<IconCalendarPlus size={40} stroke={1.3} aria-hidden />}
              title={words.cloneTitle}
              text={words.cloneNoSource}
            />
          ) : (
            <NewYearForm key={from.id} from={from} years={list.map(({ plan }) => plan.year)} />
          )
        }}
      </Awaited>
    </Screen>
  )
}

function NewYearForm({ from, years }: { readonly from: Plan; readonly years: readonly number[] }): ReactElement {
  const navigate = useNavigate()
  const [year, setYear] = useState<number | string>(from.year + 1)
  const [busy, setBusy] = useState(false)
  const toYear = Number(year)
  const wrong = !Number.isInteger(toYear) || toYear <= from.year || toYear > 2200
  const make = async (): Promise<void> => {
    await flushAll()
    const plan = await ask('plan.clone', { fromPlanId: from.id, toYear })
    const { items } = await ask('leftover.list', { planId: plan.id })
    await navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id }, search: { trang: 1, ben: 'can-ra' } })
    showDone(words.cloned(plan.year, items.length), { undoable: true })
  }
  return (
    <Paper withBorder p="lg" m="lg" maw={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wrong || busy) return
          setBusy(true)
          void make()
            .catch(showFailure)
            .finally(() => setBusy(false))
        }}
      >
        <Stack gap="md">
          <Text fw={600}>{words.cloneFrom(from.year, from.subject === '' ? planText.untitled : from.subject)}</Text>
          <NumberInput
            label={words.cloneYear}
            value={year}
            onChange={setYear}
            min={from.year + 1}
            max={2200}
            thousandSeparator=""
            allowDecimal={false}
            w={160}
            data-autofocus
            autoFocus
            error={wrong ? words.cloneYearLater(from.year) : null}
          />
          {years.includes(toYear) && (
            <Alert color="yellow" p="xs">
              {words.cloneAlready(toYear)}
            </Alert>
          )}
          <List size="sm" spacing={6}>
            {words.cloneWill.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
          <Group gap="xs">
            <Button type="submit" loading={busy} disabled={wrong} rightSection={<IconArrowRight size={16} aria-hidden />}>
              {words.cloneAction}
            </Button>
            <Button variant="default" onClick={() => void navigate({ to: '/ke-hoach' })}>
              {shell.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
