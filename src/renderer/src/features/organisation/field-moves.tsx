import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { organisationText } from '#shared/text/vi/organisation.ts'

/** Moves a field one place up or down the list. */
export function FieldMoves({
  name,
  up,
  down,
}: {
  readonly name: string
  readonly up: (() => void) | null
  readonly down: (() => void) | null
}) {
  const move = (act: (() => void) | null, label: string, icon: ReactNode): ReactNode => (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={`${label}: ${name}`}
      disabled={act === null}
      onClick={(event) => {
        event.stopPropagation()
        act?.()
      }}
    >
      {icon}
    </ActionIcon>
  )
  return (
    <Group gap={2} wrap="nowrap">
      {move(up, organisationText.moveUp, <IconArrowUp size={14} />)}
      {move(down, organisationText.moveDown, <IconArrowDown size={14} />)}
    </Group>
  )
}
