import { ActionIcon, Button, Group, Stack, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState, type ReactElement } from 'react'
import { planDetailsText } from '#shared/text/vi/plan.ts'
import { KeptInput } from './kept-input.tsx'

/** "Nơi nhận", one line each, in the order of the paper; Alt+Up and Alt+Down move a line. */
export function RecipientList({
  recipients,
  usual,
  disabled,
  onChange,
}: {
  readonly recipients: readonly string[]
  readonly usual: readonly string[]
  readonly disabled: boolean
  readonly onChange: (recipients: readonly string[]) => void
}): ReactElement {
  const [adding, setAdding] = useState(false)
  const listId = useId()
  const replaced = (index: number, line: string): readonly string[] =>
    line.trim() === '' ? recipients.toSpliced(index, 1) : recipients.with(index, line.trim())
  const move = (index: number, by: 1 | -1): void => {
    const line = recipients[index]
    const to = index + by
    if (line === undefined || to < 0 || to >= recipients.length) return
    onChange(recipients.toSpliced(index, 1).toSpliced(to, 0, line))
    requestAnimationFrame(() => document.getElementById(listId)?.querySelectorAll('input')[to]?.focus())
  }
  return (
    <Stack gap={4} id={listId}>
      {recipients.map((line, index) => (
        <Group
          // Lines have no identity of their own; two may even be alike.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          gap={2}
          wrap="nowrap"
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
            event.preventDefault()
            move(index, event.key === 'ArrowUp' ? -1 : 1)
          }}
        >
          <div style={{ flex: 1 }}>
            <KeptInput
              hideLabel
              label={planDetailsText.recipientLabel(index + 1)}
              value={line}
              disabled={disabled}
              onKeep={(text) => onChange(replaced(index, text))}
            />
          </div>
          {(
            [
              [planDetailsText.moveUp, IconArrowUp, () => move(index, -1), index === 0],
              [planDetailsText.moveDown, IconArrowDown, () => move(index, 1), index === recipients.length - 1],
              [planDetailsText.removeRecipient, IconTrash, () => onChange(recipients.toSpliced(index, 1)), false],
            ] as const
          ).map(([label, Glyph, run, end]) => (
            <Tooltip key={label} label={label}>
              <ActionIcon aria-label={`${label}: ${line}`} disabled={disabled || end} onClick={run}>
                <Glyph size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      ))}
      {adding && !disabled && (
        <div ref={(element) => element?.querySelector('input')?.focus()}>
          <KeptInput
            hideLabel
            label={planDetailsText.recipientLabel(recipients.length + 1)}
            value=""
            disabled={false}
            onKeep={(text) => {
              setAdding(false)
              if (text.trim() !== '') onChange([...recipients, text.trim()])
            }}
          />
        </div>
      )}
      <Group gap="xs">
        <Button variant="subtle" disabled={disabled} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {planDetailsText.addRecipient}
        </Button>
        {usual.length > 0 && usual.join('\n') !== recipients.join('\n') && (
          <Button variant="subtle" color="gray" disabled={disabled} onClick={() => onChange(usual)}>
            {planDetailsText.usualRecipients}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
