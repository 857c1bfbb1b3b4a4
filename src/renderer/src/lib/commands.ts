import { getHotkeyMatcher } from './hotkeys.ts'
import type { Icon } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { showFailure } from './notices.tsx'
import { useLatest } from './use-latest.ts'

/** Where the command palette lists it. */
export type CommandGroup = 'go' | 'plan' | 'edit' | 'view' | 'file' | 'program'

/**
 * One thing a person can do, as a record: buttons, keys and the palette read the same one, so that they cannot disagree.
 * `unavailable` gives the reason why it may not run now, or null.
 */
export interface Command {
  /** `noun.verb`, unique while mounted. */
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  readonly icon?: Icon
  /** As "mod+Shift+Z"; several keys may do the same, the first is shown. */
  readonly shortcut?: string | readonly string[]
  /** Words by which the palette finds it besides the label. */
  readonly keywords?: string
  /** Stays out of the palette and the list of shortcuts: used for keys that only make sense in place. */
  readonly hidden?: boolean
  readonly unavailable?: () => string | null
  /**
   * The window may not know yet that the command may run: then `unavailable` is only how its button looks, and key and button run it all the same;
   * the office says why not.
   */
  readonly officeDecides?: boolean
  readonly run: () => void | Promise<void>
}

let registered: readonly Command[] = []
const listeners = new Set<() => void>()

function publish(next: readonly Command[]): void {
  registered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All commands of the screens that are shown now; a screen's own come after the frame's. */
export function useRegisteredCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => registered)
}

/** Registers a screen's commands while it is shown. The newest record of an id counts. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useLatest(commands)
  // What is seen of a command: when any of it changes, buttons and palette are told.
  const seen = JSON.stringify(commands.map((command) => [command.id, command.label, command.shortcut, command.unavailable?.() ?? null]))
  useEffect(() => {
    // The registered record asks the latest one, so that a screen may make its records anew at each render.
    const stable = latest.current.map(({ id }): Command => {
      const now = (): Command => {
        const command = latest.current.find((candidate) => candidate.id === id)
        if (command === undefined) throw new Error(`command ${id} is gone`)
        return command
      }
      const first = now()
      return { ...first, unavailable: () => now().unavailable?.() ?? null, run: () => now().run() }
    })
    publish([...registered.filter((command) => !stable.some(({ id }) => id === command.id)), ...stable])
    return () => publish(registered.filter((command) => !stable.includes(command)))
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `seen` stands for what the records say
  }, [seen, latest])
}

/** Runs a command if it may run; a reason or a failure is shown, never thrown. */
export async function runCommand(command: Command): Promise<void> {
  const reason = command.officeDecides === true ? null : (command.unavailable?.() ?? null)
  if (reason !== null) {
    showFailure(reason)
    return
  }
  try {
    await command.run()
  } catch (error) {
    showFailure(error)
  }
}

/** The keys of a command, the one to show first. */
export function keysOf(command: Command): readonly string[] {
  if (command.shortcut === undefined) return []
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut
}

/**
 * Runs the command whose key was pressed. The last registered wins. An event that an editor, a grid cell or a dialog has
 * already handled (`preventDefault`) or that belongs to an unfinished Vietnamese syllable is left alone.
 */
export function answerKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const command = registered.findLast((candidate) => keysOf(candidate).some((key) => getHotkeyMatcher(key)(event)))
  if (command === undefined) return
  event.preventDefault()
  void runCommand(command)
}
