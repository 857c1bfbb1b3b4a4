import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { useAway, useHandOvers } from '../../../lib/away.ts'
import { showDay } from '../../../lib/dates.ts'
import { requestHandOver } from '../../../lib/hand-over-requests.ts'

/** Gives the plan to a colleague, and tells when it went out before. */
export function HandOverPanel({ plan }: { readonly plan: Plan }): ReactElement {
  const away = useAway(plan.id)
  const before = useHandOvers().filter(({ planIds }) => planIds[0] === plan.id)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="hand-over">
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} id="hand-over">
          {words.title}
        </Title>
        {away === null && (
          <Button
            variant="light"
            leftSection={<IconPackageExport size={16} aria-hidden />}
            onClick={() => requestHandOver({ kind: 'give', plan })}
          >
            {words.give}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {words.hint}
      </Text>
      {before.map((one) => (
        <Text key={one.id} size="sm" mt={6}>
          <b>{words.states[one.state]}</b>: {words.line({ ...one, day: showDay(one.at.slice(0, 10)) })}
        </Text>
      ))}
    </Paper>
  )
}
