import {
  IconCopy,
  IconFileImport,
  IconFileText,
  IconLayoutSidebarRight,
  IconListCheck,
  IconPlus,
  IconTable,
  IconTableOptions,
  IconTrash,
  IconWand,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { AppendixId, FieldId, PlanId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { type Command, useCommands } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { flushAll } from '../../lib/saving.ts'
import type { TaskUpdate } from './cell-patch.ts'
import type { AppendixSearch } from './route-definitions.ts'
import { withLatestVersions } from './task-commands.ts'

interface AppendixHand {
  readonly planId: PlanId
  readonly appendix: Appendix | undefined
  readonly own: readonly Task[]
  readonly chosen: readonly TaskWordingId[]
  readonly editable: boolean
  readonly search: AppendixSearch
  readonly firstField: FieldId | null
  readonly setSearch: (change: Partial<AppendixSearch>) => void
  readonly pageOpen: boolean
  readonly togglePage: () => void
  readonly makeFromPlan: () => Promise<void>
}

/** Runs an act of the grid; what goes wrong is said. */
function act(work: () => Promise<unknown>): void {
  void work().catch(showFailure)
}

/** What can be done on the appendix, as records for buttons, keys and the palette; and the acts that the grid itself asks for. */
export function useAppendixCommands({
  planId,
  appendix,
  own,
  chosen,
  editable,
  search,
  firstField,
  setSearch,
  pageOpen,
  togglePage,
  makeFromPlan,
}: AppendixHand) {
  const navigate = useNavigate()
  /** A plan begun without an appendix gets one with its first row. */
  const appendixToFill = async (): Promise<AppendixId> => (appendix ?? (await ask('appendix.create', { planId, title: '' }))).id

  /** A new row is gone to as soon as it is there; a filter by agency would hide it. */
  const goToNew = (id: TaskWordingId | undefined): void => setSearch({ nhiemVu: id, donVi: undefined })
  const insert = (afterId: TaskWordingId | null, fieldId: FieldId | null | undefined): void => {
    const after = own.find(({ id }) => id === afterId)
    act(async () => {
      const created = await ask('task.create', {
        appendixId: await appendixToFill(),
        afterId,
        task: {
          fieldId: fieldId === undefined ? (after?.fieldId ?? search.linhVuc ?? firstField) : fieldId,
          subgroup: after?.subgroup ?? null,
        },
      })
      goToNew(created.id)
    })
  }
  const remove = (ids: readonly TaskWordingId[]): void =>
    act(async () => {
      await ask('task.remove-many', { ids: [...ids] })
      showDone(taskText.removed(ids.length), { undoable: true })
    })
  const duplicate = async (ids: readonly TaskWordingId[]): Promise<void> => {
    let last: TaskWordingId | undefined
    for (const id of ids) last = (await ask('task.duplicate', { id })).id
    goToNew(last)
  }

  const notEditable = editable ? null : taskText.frozen
  const nothingChosen = chosen.length === 0 ? taskText.chooseRows : null
  const commands: readonly Command[] = [
    {
      id: 'task.create',
      group: 'plan',
      label: taskText.addTask,
      icon: IconPlus,
      shortcut: 'mod+Enter',
      unavailable: () => notEditable,
      run: () => insert(chosen.at(-1) ?? own.at(-1)?.id ?? null, undefined),
    },
    {
      id: 'task.create-from-plan',
      group: 'plan',
      label: taskText.makeFromPlan,
      icon: IconWand,
      unavailable: () => notEditable,
      run: makeFromPlan,
    },
    {
      id: 'task.import',
      group: 'file',
      label: taskText.importAppendix,
      icon: IconFileImport,
      unavailable: () => notEditable,
      run: async () => navigate({ to: '/nhap', search: { loai: 'phu-luc', keHoach: planId } }),
    },
    {
      id: 'task.duplicate',
      group: 'edit',
      label: taskText.duplicate,
      icon: IconCopy,
      unavailable: () => notEditable ?? nothingChosen,
      run: async () => duplicate(chosen),
    },
    {
      id: 'task.remove',
      group: 'edit',
      label: taskText.remove,
      icon: IconTrash,
      unavailable: () => notEditable ?? nothingChosen,
      run: () => remove(chosen),
    },
    {
      id: 'task.density',
      group: 'view',
      label: search.gon === 1 ? taskText.toWrapped : taskText.toCompact,
      icon: IconTable,
      shortcut: 'mod+Alt+G',
      run: () => setSearch({ gon: search.gon === 1 ? undefined : 1 }),
    },
    {
      id: 'task.pane',
      group: 'view',
      label: taskText.pane,
      icon: IconLayoutSidebarRight,
      shortcut: 'mod+Alt+C',
      run: () => setSearch({ khung: search.khung === undefined ? 'chi-tiet' : undefined }),
    },
    {
      id: 'task.coverage',
      group: 'view',
      label: taskText.coverage,
      icon: IconListCheck,
      shortcut: 'mod+Alt+P',
      run: () => setSearch({ khung: search.khung === 'do-phu' ? undefined : 'do-phu' }),
    },
    {
      id: 'appendix.columns',
      group: 'view',
      label: taskText.columnsOfAppendix,
      icon: IconTableOptions,
      run: () => setSearch({ khung: search.khung === 'bang' ? undefined : 'bang' }),
    },
    {
      id: 'appendix.create',
      group: 'plan',
      label: taskText.newAppendix,
      icon: IconPlus,
      unavailable: () => notEditable,
      run: async () => {
        const created = await ask('appendix.create', { planId, title: '' })
        setSearch({ phuLuc: created.id, khung: 'bang', linhVuc: undefined, donVi: undefined })
        showDone(taskText.appendixMade, { undoable: true })
      },
    },
    {
      id: 'plan.toggle-page',
      group: 'view',
      label: pageOpen ? taskText.hidePage : taskText.showPage,
      icon: IconFileText,
      shortcut: 'F4',
      run: togglePage,
    },
  ]
  useCommands(commands)
  const command = (id: string): Command => {
    const found = commands.find((each) => each.id === id)
    if (found === undefined) throw new Error(`no command ${id}`)
    return found
  }

  const paste = (
    updates: readonly TaskUpdate[],
    columnKeys: readonly string[],
    cells: readonly (readonly string[])[],
    after: Task | undefined,
  ): void =>
    act(async () => {
      await flushAll()
      const { patches } = await ask('task.read-cells', { planId, columns: [...columnKeys], rows: cells.map((row) => [...row]) })
      const fieldId = after?.fieldId ?? search.linhVuc ?? firstField
      const created = await ask('task.paste', {
        appendixId: await appendixToFill(),
        updates: withLatestVersions(planId, updates),
        afterId: after?.id ?? null,
        tasks: patches.map((patch) => ({ fieldId, ...patch })),
      })
      showDone(taskText.pasteDone(created.length), { undoable: true })
    })
  return { command, act, insert, remove, duplicate, paste }
}

/** The appendix that the address names, else the first. */
export function appendixOf(appendices: readonly Appendix[], id: AppendixId | undefined): Appendix | undefined {
  return appendices.find((appendix) => appendix.id === id) ?? appendices[0]
}
