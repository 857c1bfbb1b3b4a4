import {
  IconArrowsDiagonalMinimize2,
  IconArrowsVertical,
  IconBookmark,
  IconCopy,
  IconFilterOff,
  IconList,
  IconPencil,
  IconPrinter,
  IconSearch,
} from '@tabler/icons-react'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { RegisterGroup, type RegisterView } from '#shared/domain/register-view.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import type { TaskAction } from '../../lib/task-pane.ts'
import { readyViews, type ReadyView } from './ready-views.ts'

/** What the list can be asked for by buttons, keys and Ctrl+K. */
export interface ListActs {
  readonly find: () => void
  readonly print: () => Promise<void>
  readonly copy: () => void
  readonly edit: () => void
  readonly clearFilters: () => void
  readonly foldAll: (folded: boolean) => void
  readonly openReady: (view: ReadyView) => void
  readonly openSaved: (view: SavedView) => void
  readonly saveView: () => void
  readonly look: (change: Partial<Pick<RegisterView, 'level' | 'group'>>) => void
  readonly act: (action: TaskAction) => void | Promise<void>
}

/** Registers the list's commands while it is shown, and gives them by id. */
export function useListCommands({
  acts,
  actions,
  saved,
  target,
  filtered,
  grouped,
}: {
  readonly acts: ListActs
  readonly actions: readonly TaskAction[]
  readonly saved: readonly SavedView[]
  /** The rows that an act would be done to: those chosen, else the one the arrows stand on. */
  readonly target: readonly RegisterRow[]
  readonly filtered: boolean
  readonly grouped: boolean
}): (id: string) => Command {
  const chooseFirst = (): string | null => (target.length === 0 ? registerList.chooseFirst : null)
  const commands: readonly Command[] = [
    { id: 'register.find', label: registerList.find, group: 'view', icon: IconSearch, shortcut: 'mod+F', run: acts.find },
    { id: 'register.print', label: registerList.print, group: 'file', icon: IconPrinter, shortcut: 'mod+P', run: acts.print },
    { id: 'register.copy', label: registerList.copy, group: 'edit', icon: IconCopy, unavailable: chooseFirst, run: acts.copy },
    { id: 'register.edit', label: registerList.edit, group: 'edit', icon: IconPencil, unavailable: chooseFirst, run: acts.edit },
    ...(filtered
      ? [
          {
            id: 'register.clear-filters',
            label: registerList.clearFilters,
            group: 'view',
            icon: IconFilterOff,
            run: acts.clearFilters,
          } satisfies Command,
        ]
      : []),
    ...(grouped
      ? ([
          {
            id: 'register.fold-all',
            label: registerList.foldAll,
            group: 'view',
            icon: IconArrowsDiagonalMinimize2,
            run: () => acts.foldAll(true),
          },
          {
            id: 'register.unfold-all',
            label: registerList.unfoldAll,
            group: 'view',
            icon: IconArrowsVertical,
            run: () => acts.foldAll(false),
          },
        ] satisfies readonly Command[])
      : []),
    ...(['task', 'share'] as const).map((level): Command => ({
      id: `register.level-${level}`,
      label: registerList.lookAt(registerList.levels[level]),
      group: 'view',
      icon: IconList,
      run: () => acts.look({ level }),
    })),
    ...RegisterGroup.options.map((group): Command => ({
      id: `register.group-${group}`,
      label: registerList.lookAt(registerList.groups[group]),
      group: 'view',
      icon: IconList,
      run: () => acts.look({ group }),
    })),
    { id: 'register.save-view', label: registerList.saveView, group: 'view', icon: IconBookmark, run: acts.saveView },
    ...readyViews.map((view): Command => ({
      id: `register.view-${view.id}`,
      label: registerList.openView(view.name),
      group: 'view',
      icon: IconBookmark,
      run: () => acts.openReady(view),
    })),
    ...saved.map((view): Command => ({
      id: `register.saved-${view.id}`,
      label: registerList.openView(view.name),
      group: 'view',
      icon: IconBookmark,
      run: () => acts.openSaved(view),
    })),
    ...actions.map((action): Command => ({
      id: action.id,
      label: action.label,
      group: 'edit',
      icon: action.icon,
      ...(action.shortcut === undefined ? {} : { shortcut: action.shortcut }),
      unavailable: () => chooseFirst() ?? action.unavailable?.(target) ?? null,
      run: async () => acts.act(action),
    })),
  ]
  useCommands(commands)
  return (id) => {
    const found = commands.find((command) => command.id === id)
    if (found === undefined) throw new Error(`no command ${id}`)
    return found
  }
}
