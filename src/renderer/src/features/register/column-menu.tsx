import { ActionIcon, Button, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { registerColumnKeys, registerList, type RegisterColumnKey } from '#shared/text/vi/register-list.ts'
import { usualColumns } from './register-columns.tsx'

/** Which columns stand; the words of the task always do. */
export function ColumnMenu({
  columns,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly onChange: (columns: readonly RegisterColumnKey[]) => void
}): ReactElement {
  const offered = registerColumnKeys.filter((key) => key !== 'content')
  return (
    <Popover position="bottom-end" width={250} trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={registerList.columns}>
          <ActionIcon aria-label={registerList.columns}>
            <IconColumns3 size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={registerList.columns}>
        <Stack gap={7}>
          {offered.map((key) => (
            <Checkbox
              key={key}
              label={registerList.columnTitles[key]}
              checked={columns.includes(key)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(registerColumnKeys.filter((one) => (one === key ? checked : columns.includes(one))))
              }
            />
          ))}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(usualColumns)}>
            {registerList.usualColumns}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
