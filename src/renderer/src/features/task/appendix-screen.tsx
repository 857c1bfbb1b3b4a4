import { ActionIcon, Button, Group, Loader, SegmentedControl, Select, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconCopy, IconFileImport, IconFilterOff, IconListCheck, IconPlus, IconRowInsertBottom, IconTrash, IconWand } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { isActive } from '#shared/domain/agency.ts'
import type { AgencyId, FieldId, TaskWordingId } from '#shared/domain/identifier.ts'
import { isEditable } from '#shared/domain/plan.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { type Command, useCommands } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import { appendixLines, dropPlace, includesAgency } from './appendix-lines.ts'
import { BulkEdit } from './bulk-edit.tsx'
import { cellReading, updatesOf } from './cell-patch.ts'
import { gridColumns } from './grid-columns.ts'
import { appendixRoute } from './route-definitions.ts'
import { TaskPane } from './task-pane.tsx'
import { updateTasks } from './task-commands.ts'

/** The appendix as a grid: the plan's tasks under their fields, with the task's pane at the right. */
export function AppendixScreen() {
  const { planId } = appendixRoute.useParams()
  const search = appendixRoute.useSearch()
  const navigate = useNavigate({ from: '/ke-hoach/$planId/phu-luc' })
  const detail = useAsk('plan.get', { planId })
  const tasks = useAsk('task.list', { planId })
  const organisation = useAsk('agency.list', {})
  const fields = useAsk('field.list', {})
  const [chosen, setChosen] = useState<readonly TaskWordingId[]>([])

  const plan = detail.data?.plan
  const appendices = detail.data?.appendices ?? []
  const appendix: Appendix | undefined = appendices.find(({ id }) => id === search.phuLuc) ?? appendices[0]
  const editable = plan !== undefined && isEditable(plan.status)
  const own = useMemo(() => (tasks.data ?? []).filter(({ appendixId }) => appendixId === appendix?.id), [tasks.data, appendix?.id])
  const registry = useMemo(() => organisation.data ?? { agencies: [], groups: [] }, [organisation.data])
  const reading = useMemo(() => (plan === undefined ? null : cellReading(registry, plan.agenciesAsOf, plan.year)), [registry, plan])
  const columns = useMemo(() => (appendix === undefined || reading === null ? [] : gridColumns(appendix.columns, reading, taskText.group)), [appendix, reading])
  const lines = useMemo(() => {
    const keeps = (task: Task): boolean =>
      (search.linhVuc === undefined || task.fieldId === search.linhVuc) &&
      (search.donVi === undefined || plan === undefined || includesAgency([...task.leads, ...task.coordinating], search.donVi, registry, plan.agenciesAsOf))
    return appendixLines(own, fields.data ?? [], keeps)
  }, [own, fields.data, search.linhVuc, search.donVi, registry, plan])

  const setSearch = useCallback(
    (change: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const act = useCallback((work: () => Promise<unknown>) => void work().catch(showFailure), [])
  const insertAfter = (afterId: TaskWordingId | null): void => {
    if (appendix === undefined) return
    const after = own.find(({ id }) => id === afterId)
    act(async () => {
      const created = await ask('task.create', {
        appendixId: appendix.id,
        afterId,
        task: { fieldId: after?.fieldId ?? search.linhVuc ?? fields.data?.find(({ inPlan }) => inPlan)?.id ?? null, subgroup: after?.subgroup ?? null },
      })
      setSearch({ nhiemVu: created.id })
    })
  }
  const remove = (ids: readonly TaskWordingId[]): void =>
    act(async () => {
      await ask('task.remove-many', { ids: [...ids] })
      showDone(taskText.removed(ids.length), { undoable: true })
    })
  const notEditable = editable ? null : taskText.frozen
  const nothingChosen = chosen.length === 0 ? taskText.chooseRows : null

  const commands: readonly Command[] = [
    { id: 'task.create', group: 'plan', label: taskText.addTask, icon: IconPlus, unavailable: () => notEditable, run: () => insertAfter(chosen.at(-1) ?? own.at(-1)?.id ?? null) },
    {
      id: 'task.create-from-plan', group: 'plan', label: taskText.makeFromPlan, icon: IconWand, unavailable: () => notEditable,
      run: async () => {
        const { created } = await ask('task.create-from-plan', { planId, provisionIds: null })
        showDone(taskText.madeFromPlan(created.length), { undoable: created.length > 0 })
      },
    },
    {
      id: 'task.duplicate', group: 'edit', label: taskText.duplicate, icon: IconCopy, unavailable: () => notEditable ?? nothingChosen,
      run: async () => {
        for (const id of chosen) await ask('task.duplicate', { id })
      },
    },
    { id: 'task.remove', group: 'edit', label: taskText.remove, icon: IconTrash, unavailable: () => notEditable ?? nothingChosen, run: () => remove(chosen) },
    { id: 'task.density', group: 'view', label: search.gon === 1 ? taskText.wrapped : taskText.compact, shortcut: 'mod+Alt+G', run: () => setSearch({ gon: search.gon === 1 ? undefined : 1 }) },
    { id: 'task.coverage', group: 'view', label: taskText.coverage, icon: IconListCheck, shortcut: 'mod+Alt+P', run: () => setSearch({ khung: search.khung === 'do-phu' ? undefined : 'do-phu' }) },
  ]
  useCommands(commands)
  const command = (id: string): Command => {
    const found = commands.find((each) => each.id === id)
    if (found === undefined) throw new Error(`no command ${id}`)
    return found
  }

  if (detail.data === undefined || plan === undefined || reading === null || tasks.data === undefined) return <Loader m="xl" />
  const rowCount = lines.filter(({ kind }) => kind === 'row').length
  const filtered = search.linhVuc !== undefined || search.donVi !== undefined
  const agencyOptions = registry.agencies
    .filter((agency) => isActive(agency, plan.agenciesAsOf))
    .toSorted((one, other) => compareVietnamese(one.name, other.name))
    .map(({ id, name }) => ({ value: id as string, label: name }))

  return (
    <Group gap={0} wrap="nowrap" align="stretch" h="100%" style={{ minHeight: 0 }}>
      <Stack gap={0} style={{ flex: 1, minWidth: 0, minHeight: 0 }} h="100%">
        <Group gap="xs" p="xs" wrap="wrap">
          {appendices.length > 1 && (
            <Select
              size="xs" aria-label={taskText.appendix} allowDeselect={false} w={200} value={appendix?.id ?? null}
              data={appendices.map(({ id, title }, index) => ({ value: id as string, label: title === '' ? `${taskText.appendix} ${index + 1}` : title }))}
              onChange={(value) => setSearch({ phuLuc: (value ?? undefined) as Appendix['id'] | undefined })}
            />
          )}
          <Select
            size="xs" w={190} clearable searchable placeholder={taskText.allFields} aria-label={taskText.filterField} value={search.linhVuc ?? null}
            data={(fields.data ?? []).filter(({ inPlan }) => inPlan).map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={(value) => setSearch({ linhVuc: (value ?? undefined) as FieldId | undefined })}
          />
          <Select
            size="xs" w={190} clearable searchable placeholder={taskText.allAgencies} aria-label={taskText.filterAgency} value={search.donVi ?? null} data={agencyOptions}
            onChange={(value) => setSearch({ donVi: (value ?? undefined) as AgencyId | undefined })}
          />
          {filtered && (
            <Tooltip label={taskText.clearFilters}>
              <ActionIcon variant="subtle" aria-label={taskText.clearFilters} onClick={() => setSearch({ linhVuc: undefined, donVi: undefined })}>
                <IconFilterOff size={16} />
              </ActionIcon>
            </Tooltip>
          )}
          <SegmentedControl
            size="xs" aria-label={taskText.density} value={search.gon === 1 ? 'compact' : 'wrapped'}
            data={[{ value: 'compact', label: taskText.compact }, { value: 'wrapped', label: taskText.wrapped }]}
            onChange={(value) => setSearch({ gon: value === 'compact' ? 1 : undefined })}
          />
          <Text size="xs" c="dimmed">
            {filtered ? taskText.shownOf(rowCount, own.length) : taskText.taskCount(own.length)}
          </Text>
          <Group gap={6} ml="auto">
            <CommandButton size="compact-sm" command={command('task.create')} />
            <CommandButton size="compact-sm" variant="light" command={command('task.create-from-plan')} />
            <Button size="compact-sm" variant="default" leftSection={<IconFileImport size={16} aria-hidden />} renderRoot={(rest) => <Link to="/nhap" search={{ loai: 'phu-luc', keHoach: planId }} {...rest} />}>
              {taskText.importAppendix}
            </Button>
            <CommandButton size="compact-sm" variant={search.khung === 'do-phu' ? 'filled' : 'default'} command={command('task.coverage')} />
          </Group>
        </Group>
        {editable && chosen.length > 1 && (
          <BulkEdit
            tasks={own.filter(({ id }) => chosen.includes(id))} fields={fields.data ?? []} reading={reading}
            onApply={(updates) => {
              updateTasks(planId, updates)
              showDone(taskText.bulkDone(updates.length), { undoable: true })
            }}
            actions={
              <>
                <CommandButton size="compact-xs" variant="default" command={command('task.duplicate')} />
                <CommandButton size="compact-xs" variant="default" command={command('task.remove')} />
              </>
            }
          />
        )}
        <div style={{ flex: 1, minHeight: 0 }}>
          <DataGrid<Task>
            label={appendix?.title === undefined || appendix.title === '' ? taskText.appendix : appendix.title}
            lines={lines} columns={columns} headTitle={taskText.stt} compact={search.gon === 1} readOnly={!editable} describeCell={taskText.cellLabel}
            activeRowKey={search.nhiemVu ?? null}
            empty={<EmptyAppendix filtered={filtered} command={command('task.create-from-plan')} />}
            onChange={(changes) => updateTasks(planId, updatesOf(changes, own, reading))}
            onOverflow={(columnKeys, cells) =>
              act(async () => {
                if (appendix === undefined) return
                const { patches } = await ask('task.read-cells', { planId, columns: [...columnKeys], rows: cells.map((row) => [...row]) })
                const last = own.at(-1)
                const created = await ask('task.create-many', { appendixId: appendix.id, afterId: last?.id ?? null, tasks: patches.map((patch) => ({ fieldId: last?.fieldId ?? null, ...patch })) })
                showDone(taskText.pasteDone(created.length), { undoable: true })
              })
            }
            onSelect={(keys) => setChosen(keys as readonly TaskWordingId[])}
            onInsert={(after) => insertAfter(after as TaskWordingId | null)}
            onDuplicate={() => void command('task.duplicate').run()}
            onRemove={(keys) => remove(keys as readonly TaskWordingId[])}
            onMove={(keys, beforeLine) => act(async () => ask('task.move', { ids: keys as TaskWordingId[], ...dropPlace(lines, beforeLine, keys) }))}
            onOpen={(key) => setSearch({ nhiemVu: key as TaskWordingId, khung: 'chi-tiet' })}
          />
        </div>
      </Stack>
      {search.khung !== undefined && (
        <TaskPane
          tab={search.khung} task={own.find(({ id }) => id === (chosen[0] ?? search.nhiemVu))} tasks={own} detail={detail.data} reading={reading} editable={editable}
          onTab={(khung) => setSearch({ khung })} onShowTask={(id) => setSearch({ nhiemVu: id })}
        />
      )}
    </Group>
  )
}

function EmptyAppendix({ filtered, command }: { readonly filtered: boolean; readonly command: Command }) {
  return (
    <Stack align="center" gap="sm" p="xl">
      <IconRowInsertBottom size={40} stroke={1.2} aria-hidden />
      <Title order={4}>{filtered ? taskText.emptyFiltered : taskText.emptyTitle}</Title>
      {!filtered && (
        <>
          <Text c="dimmed" ta="center" maw={520}>
            {taskText.emptyText}
          </Text>
          <CommandButton command={command} />
        </>
      )}
    </Stack>
  )
}
