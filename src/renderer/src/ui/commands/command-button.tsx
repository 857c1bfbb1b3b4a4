import { ActionIcon, Button, Menu, Text, Tooltip, type ButtonProps } from '@mantine/core'
import type { ReactElement } from 'react'
import { keysOf, runCommand, type Command } from '../../lib/commands.ts'
import { showKey } from '../../lib/hotkeys.ts'

function hintOf(command: Command): string {
  const reason = command.unavailable?.() ?? null
  const key = keysOf(command)[0]
  const label = key === undefined ? command.label : `${command.label} (${showKey(key)})`
  return reason === null ? label : `${label}: ${reason}`
}

/**
 * A button that reads a command's record. When the command may not run the button stays reachable and its hint says why:
 * a disabled button would leave the person guessing.
 */
export function CommandButton({
  command,
  ...look
}: { readonly command: Command } & Pick<ButtonProps, 'variant' | 'color' | 'size'>): ReactElement {
  const reason = command.unavailable?.() ?? null
  const key = keysOf(command)[0]
  const button = (
    <Button
      {...look}
      {...(reason !== null ? { 'data-disabled': true } : {})}
      aria-disabled={reason !== null}
      leftSection={command.icon !== undefined ? <command.icon size={16} aria-hidden /> : null}
      onClick={() => void runCommand(command)}
    >
      {command.label}
    </Button>
  )
  return reason === null && key === undefined ? button : <Tooltip label={hintOf(command)}>{button}</Tooltip>
}

/** The same as an icon alone; the label becomes its name for screen readers and its hint. */
export function CommandIcon({ command, active = false }: { readonly command: Command; readonly active?: boolean }): ReactElement {
  const reason = command.unavailable?.() ?? null
  const Glyph = command.icon
  return (
    <Tooltip label={hintOf(command)}>
      <ActionIcon
        aria-label={command.label}
        {...(reason !== null ? { 'data-disabled': true, 'bg': 'transparent' } : {})}
        aria-disabled={reason !== null}
        {...(active ? { variant: 'light', color: 'indigo', 'aria-pressed': true } : {})}
        onClick={() => void runCommand(command)}
      >
        {Glyph !== undefined && <Glyph size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}

/** The same as an entry of a menu, with its key at the right or the reason below. */
export function CommandMenuItem({ command }: { readonly command: Command }): ReactElement {
  const reason = command.unavailable?.() ?? null
  const key = keysOf(command)[0]
  return (
    <Menu.Item
      disabled={reason !== null}
      leftSection={command.icon !== undefined ? <command.icon size={16} aria-hidden /> : null}
      rightSection={
        key !== undefined && (
          <Text span size="xs" c="dimmed">
            {showKey(key)}
          </Text>
        )
      }
      onClick={() => void runCommand(command)}
    >
      {command.label}
      {reason !== null && (
        <Text span display="block" size="xs">
          {reason}
        </Text>
      )}
    </Menu.Item>
  )
}
