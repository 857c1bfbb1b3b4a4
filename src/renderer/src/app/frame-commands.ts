import { useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconBuildingBank,
  IconChecklist,
  IconFlask,
  IconKeyboard,
  IconLayoutSidebar,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { WorkspaceStatus } from '#shared/ipc/workspace-contract.ts'
import { agencyChangeText } from '#shared/text/vi/agency-change.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { useCommands, type Command } from '../lib/commands.ts'
import { showDone, showFailure } from '../lib/notices.tsx'
import { isFailure, markStale } from '../lib/queries.ts'
import { flushAll, takeBack } from '../lib/saving.ts'
import { textBoxMay } from '../lib/text-box.ts'
import { registerTabs, sections } from './features.ts'

async function answerUndo(what: 'undo' | 'redo'): Promise<void> {
  if (textBoxMay(what)) {
    document.execCommand(what)
    return
  }
  try {
    const command = nameCommand(await takeBack(what))
    showDone(what === 'undo' ? shell.undoOf(command) : shell.redoOf(command))
  } catch (error) {
    // Nothing to take back is no failure.
    if (isFailure(error, 'nothing-to-undo')) showFailure(shell.nothingToUndo)
    else if (isFailure(error, 'nothing-to-redo')) showFailure(shell.nothingToRedo)
    else throw error
  }
}

/** "Hoàn tác: sửa nhiệm vụ", or the bare word when there is nothing. */
function labelOf(word: string, wordOf: (command: string) => string, command: string | null | undefined): string {
  return command === null || command === undefined ? word : wordOf(nameCommand(command))
}

/** The commands of the frame itself: history, search, sections, appearance, workspaces. */
export function useFrameCommands({
  status,
  toggleRail,
  showShortcuts,
}: {
  readonly status: WorkspaceStatus | undefined
  readonly toggleRail: () => void
  readonly showShortcuts: () => void
}): void {
  const navigate = useNavigate()
  const router = useRouter()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const canTakeBack = (what: 'undo' | 'redo', reason: string) => (): string | null =>
    textBoxMay(what) || (status?.[what] ?? null) !== null ? null : reason
  const frame: readonly Command[] = [
    {
      id: 'history.undo',
      label: labelOf(shell.undo, shell.undoOf, status?.undo),
      group: 'edit',
      icon: IconArrowBackUp,
      shortcut: 'mod+Z',
      unavailable: canTakeBack('undo', shell.nothingToUndo),
      // A key pressed right after a cell: the status does not know of its words yet.
      officeDecides: true,
      run: async () => answerUndo('undo'),
    },
    {
      id: 'history.redo',
      label: labelOf(shell.redo, shell.redoOf, status?.redo),
      group: 'edit',
      icon: IconArrowForwardUp,
      shortcut: ['mod+Y', 'mod+shift+Z'],
      unavailable: canTakeBack('redo', shell.nothingToRedo),
      officeDecides: true,
      run: async () => answerUndo('redo'),
    },
    {
      id: 'search.open',
      label: shell.searchLabel,
      group: 'go',
      icon: IconSearch,
      shortcut: 'mod+K',
      hidden: true,
      run: () => spotlight.open(),
    },
    { id: 'go.back', label: shell.goBack, group: 'go', shortcut: 'alt+ArrowLeft', hidden: true, run: () => router.history.back() },
    {
      id: 'go.forward',
      label: shell.goForward,
      group: 'go',
      shortcut: 'alt+ArrowRight',
      hidden: true,
      run: () => router.history.forward(),
    },
    ...sections.map((section, index): Command => ({
      id: `go.${section.id}`,
      label: shell.goTo(section.label),
      group: 'go',
      icon: section.icon,
      ...(index < 9 ? { shortcut: `alt+${index + 1}` } : {}),
      run: async () => navigate({ to: section.to }),
    })),
    // The list itself is its section's command.
    ...registerTabs
      .filter(({ to }) => to !== '/nhiem-vu')
      .map((tab): Command => ({
        id: `go.${tab.id}`,
        label: shell.goTo(tab.label),
        group: 'go',
        icon: IconChecklist,
        run: async () => navigate({ to: tab.to }),
      })),
    {
      id: 'agency-change.open',
      label: agencyChangeText.open,
      group: 'go',
      icon: IconArrowsSplit2,
      keywords: agencyChangeText.openFor,
      run: async () => navigate({ to: '/sap-xep-don-vi' }),
    },
    {
      id: 'view.toggle-rail',
      label: shell.foldRail,
      group: 'view',
      icon: IconLayoutSidebar,
      shortcut: 'mod+B',
      hidden: true,
      run: toggleRail,
    },
    {
      id: 'view.toggle-theme',
      label: shell.toggleTheme,
      group: 'program',
      icon: colorScheme === 'dark' ? IconSun : IconMoon,
      run: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    },
    { id: 'help.shortcuts', label: shell.shortcuts, group: 'program', icon: IconKeyboard, shortcut: 'F1', run: showShortcuts },
    ...(status?.kind === 'sample'
      ? [
          {
            id: 'workspace.open-own',
            label: shell.openOwn,
            group: 'program',
            icon: IconBuildingBank,
            keywords: shell.createOwn,
            run: async () => openWorkspace(async () => ask('workspace.open-own', { folder: null })),
          } satisfies Command,
        ]
      : []),
    ...(status?.kind === 'office'
      ? [
          {
            id: 'workspace.open-sample',
            label: shell.openSample,
            group: 'program',
            icon: IconFlask,
            run: async () => openWorkspace(async () => ask('workspace.open-sample', {})),
          } satisfies Command,
        ]
      : []),
  ]
  const openWorkspace = async (open: () => Promise<unknown>): Promise<void> => {
    await flushAll()
    await open()
    await navigate({ to: '/' })
    await markStale([])
  }
  useCommands(frame)
}
