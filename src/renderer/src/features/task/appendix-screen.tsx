import { ActionIcon, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconTableOptions } from '@tabler/icons-react'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isActive } from '#shared/domain/agency.ts'
import type { TaskWordingId } from '#shared/domain/identifier.ts'
import type { Phrase } from '#shared/domain/phrase.ts'
import type { Task } from '#shared/domain/task.ts'
import type { PlanDetail } from '#shared/ipc/plan-contract.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import type { Command } from '../../lib/commands.ts'
import { showDone } from '../../lib/notices.tsx'
import { useLocked } from '../../lib/away.ts'
import { useAsk } from '../../lib/queries.ts'
import { foldRail } from '../../lib/rail.ts'
import { planRoute } from '../../lib/routes.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridGroupLine } from '../../ui/grid/grid-types.ts'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import { appendixLines, dropPlace, fieldOfLine, includesAgency } from './appendix-lines.ts'
import { AppendixPage } from './appendix-page.tsx'
import { AppendixToolbar } from './appendix-toolbar.tsx'
import { BulkEdit } from './bulk-edit.tsx'
import { cellReading, updatesOf } from './cell-patch.ts'
import { gridColumns } from './grid-columns.ts'
import { useMakeFromPlan } from './make-from-plan.tsx'
import { type AppendixSearch, appendixRoute } from './route-definitions.ts'
import { updateTasks } from './task-commands.ts'
import { TaskPane } from './task-pane.tsx'
import { appendixOf, useAppendixCommands } from './use-appendix-commands.ts'
import styles from './task.module.css'

const noPhrases: readonly Phrase[] = []
/** Rest of the hand after which the chosen row comes into the address. */
const settled = 250

/** The appendix as a grid: the plan's tasks under their fields, with the task's pane or the printed page at the right. */
export function AppendixScreen() {
  const { planId } = appendixRoute.useParams()
  const detail = useAsk('plan.get', { planId })
  const tasks = useAsk('task.list', { planId })
  return <Awaited query={detail}>{(plan) => <Awaited query={tasks}>{(all) => <Appendix detail={plan} tasks={all} />}</Awaited>}</Awaited>
}

function Appendix({ detail, tasks }: { readonly detail: PlanDetail; readonly tasks: readonly Task[] }) {
  const { plan, appendices } = detail
  const planId = plan.id
  const search = appendixRoute.useSearch()
  const { trang } = useSearch({ from: planRoute.id })
  const navigate = useNavigate({ from: '/ke-hoach/$planId/phu-luc' })
  const router = useRouter()
  const organisation = useAsk('agency.list', {}).data
  const fields = useAsk('field.list', {}).data
  const phrases = useAsk('phrase.list', {}).data ?? noPhrases
  const [chosen, setChosen] = useState<readonly TaskWordingId[]>([])
  const [wholeRows, setWholeRows] = useState(false)
  const pageOpen = trang === 1
  const narrow = useMediaQuery('(max-width: 1500px)', false, { getInitialValueInEffect: false })
  useEffect(() => {
    foldRail(pageOpen && narrow)
    return () => foldRail(false)
  }, [pageOpen, narrow])

  const appendix = appendixOf(appendices, search.phuLuc)
  const editable = !useLocked(plan)
  const own = useMemo(() => tasks.filter(({ appendixId }) => appendixId === appendix?.id), [tasks, appendix?.id])
  const registry = useMemo(() => organisation ?? { agencies: [], groups: [] }, [organisation])
  const reading = useMemo(() => cellReading(registry, plan.agenciesAsOf, plan.year), [registry, plan.agenciesAsOf, plan.year])
  // Names cannot be shown before the registry is there.
  const known = organisation !== undefined && fields !== undefined
  const columns = useMemo(
    () => (appendix === undefined || !known ? [] : gridColumns(appendix.columns, reading, taskText.group, phrases)),
    [appendix, known, reading, phrases],
  )
  const planFields = useMemo(
    () => (fields ?? []).filter((field) => field.inPlan && isActive(field, plan.agenciesAsOf)),
    [fields, plan.agenciesAsOf],
  )
  const lines = useMemo(() => {
    if (!known) return []
    const keeps = (task: Task): boolean =>
      (search.linhVuc === undefined || task.fieldId === search.linhVuc) &&
      (search.donVi === undefined || includesAgency([...task.leads, ...task.coordinating], search.donVi, registry, plan.agenciesAsOf))
    const shownEmpty =
      own.length === 0 || !editable || search.donVi !== undefined
        ? []
        : planFields.map(({ id }) => id).filter((id) => search.linhVuc === undefined || id === search.linhVuc)
    return appendixLines(own, fields, keeps, shownEmpty)
  }, [known, own, fields, planFields, editable, search.linhVuc, search.donVi, registry, plan.agenciesAsOf])

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const setSearch = useCallback(
    (change: Partial<AppendixSearch>) => {
      clearTimeout(timer.current)
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
    },
    [navigate],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  // The row that the address was given because the person chose it: told back to the grid, it would undo what was chosen meanwhile.
  const [ownRow, setOwnRow] = useState<TaskWordingId>()
  const onSelect = (keys: readonly string[], whole: boolean): void => {
    setChosen(keys as readonly TaskWordingId[])
    setWholeRows(whole)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      // The person may be on the way to another screen that is still loading: the row must not call them back.
      if (router.latestLocation.pathname === router.buildLocation({ to: '/ke-hoach/$planId/phu-luc', params: { planId } }).pathname) {
        const first = keys[0] as TaskWordingId | undefined
        setOwnRow(first)
        setSearch({ nhiemVu: first })
      }
    }, settled)
  }

  const { start: makeFromPlan, question } = useMakeFromPlan(planId, () => setSearch({ khung: 'do-phu' }))
  const { command, act, insert, remove, duplicate, paste } = useAppendixCommands({
    planId,
    appendix,
    own,
    chosen,
    editable,
    search,
    setSearch,
    pageOpen,
    makeFromPlan,
    firstField: planFields[0]?.id ?? null,
    togglePage: () =>
      void navigate({
        search: (before) => ({ ...before, trang: pageOpen ? 0 : 1, ...(pageOpen || !narrow ? {} : { khung: undefined }) }),
        replace: true,
      }),
  })
  // The lines are drawn anew when this function changes, so it stays the same and asks the latest act.
  const latestInsert = useRef(insert)
  useEffect(() => {
    latestInsert.current = insert
  })
  const groupActions = useCallback(({ key, title }: GridGroupLine) => {
    const fieldId = fieldOfLine(key)
    if (fieldId === undefined) return null
    const label = taskText.addToField(title)
    return (
      <Tooltip label={label}>
        {/* Not in the order of Tab: the keys add below the chosen row, and hundreds of stops would lie between the grid and the rest. */}
        <ActionIcon
          size={22}
          tabIndex={-1}
          variant="light"
          color="indigo"
          aria-label={label}
          onClick={() => latestInsert.current(null, fieldId)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      </Tooltip>
    )
  }, [])

  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
  const shownTask = chosen[0] ?? search.nhiemVu
  const filtered = search.linhVuc !== undefined || search.donVi !== undefined
  return (
    <div className={styles['screen']}>
      <div className={styles['main']}>
        <AppendixToolbar
          appendices={appendices}
          appendix={appendix}
          fields={fields ?? []}
          registry={registry}
          asOf={plan.agenciesAsOf}
          search={search}
          shown={rows.length}
          total={own.length}
          pageOpen={pageOpen}
          command={command}
          onSearch={setSearch}
        />
        <div className={styles['grid']}>
          <DataGrid<Task>
            label={appendix?.title === undefined || appendix.title === '' ? taskText.appendix : appendix.title}
            lines={lines}
            columns={columns}
            headTitle={taskText.stt}
            compact={search.gon === 1}
            readOnly={!editable}
            describeCell={taskText.cellLabel}
            activeRowKey={search.nhiemVu === ownRow ? null : (search.nhiemVu ?? null)}
            {...(editable ? { groupActions } : {})}
            empty={known ? <EmptyAppendix filtered={filtered && own.length > 0} editable={editable} command={command} /> : null}
            onChange={(changes) => updateTasks(planId, updatesOf(changes, own, reading))}
            onOverflow={(changes, columnKeys, cells) => paste(updatesOf(changes, own, reading), columnKeys, cells, rows.at(-1))}
            onSelect={onSelect}
            onInsert={(after) => insert(after as TaskWordingId | null, undefined)}
            onDuplicate={(keys) => act(async () => duplicate(keys as readonly TaskWordingId[]))}
            onRemove={(keys) => remove(keys as readonly TaskWordingId[])}
            onMove={(keys, beforeLine) =>
              act(async () => ask('task.move', { ids: keys as TaskWordingId[], ...dropPlace(lines, beforeLine, keys) }))
            }
            onOpen={(key) => setSearch({ nhiemVu: key as TaskWordingId, khung: 'chi-tiet' })}
          />
        </div>
        {editable && wholeRows && chosen.length > 1 && (
          <BulkEdit
            tasks={own.filter(({ id }) => chosen.includes(id))}
            fields={planFields}
            reading={reading}
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
      </div>
      {question}
      {search.khung !== undefined && (
        <TaskPane
          tab={search.khung}
          task={own.find(({ id }) => id === shownTask)}
          tasks={own}
          detail={detail}
          appendix={appendix}
          reading={reading}
          editable={editable}
          onTab={(khung) => setSearch({ khung })}
          onShowTask={(id) => setSearch({ nhiemVu: id, linhVuc: undefined, donVi: undefined })}
        />
      )}
      {pageOpen && <AppendixPage planId={planId} taskId={shownTask ?? null} onChoose={(id) => setSearch({ nhiemVu: id })} />}
    </div>
  )
}

function EmptyAppendix({
  filtered,
  editable,
  command,
}: {
  readonly filtered: boolean
  readonly editable: boolean
  readonly command: (id: string) => Command
}) {
  const icon = <IconTableOptions size={40} stroke={1.2} aria-hidden />
  if (filtered) return <EmptyPlace icon={icon} title={taskText.emptyFiltered} text="" />
  return (
    <EmptyPlace icon={icon} title={taskText.emptyTitle} text={taskText.emptyText}>
      {editable && (
        <>
          <CommandButton command={command('task.create-from-plan')} />
          <CommandButton variant="default" command={command('task.import')} />
          <CommandButton variant="default" command={command('task.create')} />
        </>
      )}
    </EmptyPlace>
  )
}
