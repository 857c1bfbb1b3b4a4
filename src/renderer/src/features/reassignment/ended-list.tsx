import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { EndedWithWork } from '#shared/ipc/agency-change-contract.ts'
import { agencyChangeText, reassignmentText as words } from '#shared/text/vi/agency-change.ts'
import { showDay } from '../../lib/dates.ts'

/** Bodies that ended by the registry while they still have work in hand: each leads to the change that moves it. */
export function EndedList({
  ended,
  nameOf,
}: {
  readonly ended: readonly EndedWithWork[]
  readonly nameOf: (id: AgencyId) => string
}): ReactElement | null {
  if (ended.length === 0) return null
  return (
    <Stack gap={4} pb="xs" component="section" aria-label={words.ended}>
      <Title order={2} size="h5">
        {words.ended}
      </Title>
      {ended.map(({ kind, effectiveOn, fromIds, toIds, legalBasis, shares }) => (
        <Paper key={`${effectiveOn} ${fromIds.join(' ')}`} withBorder px="sm" py={3}>
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text size="sm" lineClamp={2} style={{ minWidth: 0 }}>
              {words.endedLine(
                agencyChangeText.kinds[kind],
                showDay(effectiveOn),
                fromIds.map(nameOf).join(', '),
                toIds.map(nameOf).join(', '),
              )}{' '}
              <Text span c="dimmed" size="sm">
                ({words.endedShares(shares)})
              </Text>
            </Text>
            <Button
              size="compact-sm"
              variant="light"
              style={{ flexShrink: 0 }}
              leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
              renderRoot={(props) => (
                <Link
                  to="/sap-xep-don-vi"
                  search={{
                    kieu: kind,
                    tu: fromIds.join(','),
                    den: toIds.length === 0 ? undefined : toIds.join(','),
                    tuNgay: effectiveOn,
                    theo: legalBasis === '' ? undefined : legalBasis,
                  }}
                  {...props}
                />
              )}
            >
              {words.seeAndMove}
            </Button>
          </Group>
        </Paper>
      ))}
    </Stack>
  )
}
