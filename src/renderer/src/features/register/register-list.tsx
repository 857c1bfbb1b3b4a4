import { useLocalStorage } from '@mantine/hooks'
import { useContext, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { Day } from '#shared/domain/identifier.ts'
import type { Register } from '#shared/domain/register.ts'
import { applyView, type RegisterLookup } from '#shared/domain/register-rows.ts'
import type { RegisterSort, RegisterView } from '#shared/domain/register-view.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { writeDay } from '#shared/language/day.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { registerText } from '#shared/text/vi/register.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { printInLight } from '../../lib/print.ts'
import { searchOfView, viewOfSearch } from '../../lib/register-address.ts'
import { TaskActions } from '../../lib/task-pane.ts'
import { writeCells } from '../../ui/grid/cell-clipboard.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { FilterChips } from './filter-chips.tsx'
import { DraftNotice, NoTasks, NothingFits } from './empty-list.tsx'
import { OpenedTask } from './opened-task.tsx'
import { PrintedList } from './printed-list.tsx'
import { QuickEdit } from './quick-edit.tsx'
import { columnsOf, usualColumns } from './register-columns.tsx'
import { filtersOf, noFilters } from './register-filters.ts'
import { RegisterGrid } from './register-grid.tsx'
import { linesOf } from './register-lines.ts'
import { namesOf } from './register-names.ts'
import { RegisterToolbar } from './register-toolbar.tsx'
import { listRoute } from './routes.ts'
import { useListActions } from './use-list-actions.tsx'
import { useListCommands } from './use-list-commands.ts'
import { useQuickEdit } from './use-quick-edit.ts'
import type { SavedViews } from './use-saved-views.ts'
import { useViewMenu } from './use-view-menu.tsx'
import styles from './register.module.css'

/** Rest of the hand after which an open pane follows the arrows. */
const SETTLED = 250
const noKeys: ReadonlySet<string> = new Set()

interface RegisterListProps {
  readonly register: Register
  readonly lookup: RegisterLookup
  readonly views: readonly SavedView[]
  readonly saved: SavedViews
  readonly year: number
  readonly asOf: Day | null
}

export function RegisterList({ register, lookup, views, saved, year, asOf }: RegisterListProps): ReactElement {
  const search = listRoute.useSearch()
  const { chon } = search
  // The view stays the same object while the address asks for the same: a row that is opened must not draw all others anew.
  const asked = JSON.stringify(viewOfSearch(search))
  const view = useMemo(() => JSON.parse(asked) as RegisterView, [asked])
  const navigate = listRoute.useNavigate()
  const [columnKeys, setColumnKeys] = useLocalStorage<readonly string[]>({
    key: 'register-columns',
    defaultValue: usualColumns,
    getInitialValueInEffect: false,
  })
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const offered = useContext(TaskActions)
  const [folded, setFolded] = useState(noKeys)
  const [chosen, setChosen] = useState(noKeys)
  const [activeKey, setActiveKey] = useState<string | null>(null)

  const names = useMemo(() => namesOf(lookup), [lookup])
  const rows = useMemo(() => applyView(register, view, lookup), [register, view, lookup])
  const all = useMemo(() => rows.groups.flatMap((group) => group.rows), [rows])
  const lines = useMemo(() => linesOf(rows, names, view.level, folded), [rows, names, view.level, folded])
  const columns = useMemo(() => columnsOf(columnKeys, view), [columnKeys, view])

  const chosenRows = useMemo(() => all.filter(({ key }) => chosen.has(key)), [all, chosen])
  // A pane opened by an address or a figure: the arrows start from its row.
  const shownActive = activeKey ?? (chon === undefined ? null : (all.find(({ task }) => task.taskId === chon)?.key ?? null))
  const activeRow = all.find(({ key }) => key === shownActive) ?? null
  const target = chosenRows.length > 0 ? chosenRows : activeRow === null ? [] : [activeRow]

  const setView = (change: Partial<RegisterView>): void =>
    void navigate({ search: (before) => ({ ...before, ...searchOfView({ ...view, ...change }) }), replace: true })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const open = (key: string): void => {
    clearTimeout(timer.current)
    const row = all.find((one) => one.key === key)
    if (row !== undefined && row.task.taskId !== chon)
      void navigate({ search: (before) => ({ ...before, chon: row.task.taskId }), replace: chon !== undefined })
  }
  const close = (): void => {
    clearTimeout(timer.current)
    if (chon !== undefined) void navigate({ search: (before) => ({ ...before, chon: undefined }), replace: true })
    frame.current?.focus()
  }
  const activate = (key: string): void => {
    setActiveKey(key)
    clearTimeout(timer.current)
    if (chon !== undefined) timer.current = setTimeout(() => open(key), SETTLED)
  }
  const sortBy = (sort: RegisterSort): void => {
    if (view.sort !== sort) setView({ sort, descending: sort === 'late' })
    else if (view.descending === (sort === 'late')) setView({ descending: !view.descending })
    else setView({ sort: 'paper', descending: false })
  }

  const { act, dialog } = useListActions({ rows: target, year, asOf })
  const quick = useQuickEdit({ row: activeRow, names, asOf, actions: offered, act, leave: () => frame.current?.focus() })
  const { menu, dialogs, openReady, openSaved, saveView } = useViewMenu({
    view,
    columns: columnKeys,
    views,
    saved,
    onOpen: (next, keys) => {
      setFolded(noKeys)
      setChosen(noKeys)
      if (keys !== null) setColumnKeys([...keys])
      setView(next)
    },
  })
  const cells = (of: typeof all): readonly (readonly string[])[] => [
    [registerList.stt, ...columns.map(({ title }) => title)],
    ...of.map((row) => [String(row.task.stt), ...columns.map(({ text }) => text(row, names))]),
  ]
  const filters = filtersOf(view)
  const command = useListCommands({
    acts: {
      find: () => {
        box.current?.focus()
        box.current?.select()
      },
      print: () => printInLight(() => ask('screen.print', { what: 'list', year })),
      copy: async () => {
        frame.current?.focus()
        document.execCommand('copy')
      },
      edit: quick.begin,
      clearFilters: () => setView(noFilters),
      foldAll: (fold) => setFolded(fold ? new Set(rows.groups.map(({ key }) => key)) : noKeys),
      openReady,
      openSaved,
      saveView,
      look: setView,
      act,
    },
    actions: offered,
    saved: views,
    target,
    filtered: filters.length > 0,
    grouped: view.group !== 'none',
  })

  const { totals, tasks } = register
  const whole = view.level === 'task' ? totals.tasks : totals.shares
  const counts =
    filters.length === 0
      ? registerList.counts(rows.counts.tasks, rows.counts.shares)
      : registerList.countsOf(rows.counts.rows, whole, view.level)
  const about = [registerList.asOfLine(writeDay(register.today)), ...filters.map(({ words }) => words(names)), counts].join(' · ')
  if (tasks.length === 0) return <NoTasks year={year} />
  return (
    <div className={styles['screen']}>
      <div className={styles['main']}>
        <h1 className={styles['title']}>{registerText.title(year)}</h1>
        <RegisterToolbar
          view={view}
          lookup={lookup}
          box={box}
          columns={columnKeys}
          counts={counts}
          views={menu}
          command={command}
          onView={setView}
          onColumns={(keys) => setColumnKeys([...keys])}
          onDown={() => frame.current?.focus()}
        />
        <FilterChips view={view} names={names} onChange={setView} />
        <DraftNotice tasks={tasks} />
        <div className={styles['list']}>
          {all.length === 0 ? (
            <NothingFits onClear={() => setView(noFilters)} />
          ) : (
            <RegisterGrid
              label={registerText.title(year)}
              frame={frame}
              lines={lines}
              columns={columns}
              names={names}
              text={view.text}
              sort={view.sort}
              descending={view.descending}
              activeKey={shownActive}
              chosen={chosen}
              openedTask={chon ?? null}
              editor={
                quick.share === null || activeRow === null ? null : (
                  <QuickEdit
                    key={activeRow.key}
                    share={quick.share}
                    agency={names.agency(quick.share.agencyId)}
                    onSave={quick.save}
                    onCancel={quick.cancel}
                  />
                )
              }
              onActive={activate}
              onChosen={setChosen}
              onSort={sortBy}
              onFold={(key, fold) =>
                setFolded((before) => {
                  const next = new Set(before)
                  if (fold) next.add(key)
                  else next.delete(key)
                  return next
                })
              }
              onOpen={open}
              onEdit={quick.begin}
              onBack={close}
              onCopy={(data) => {
                if (target.length === 0) return showFailure(registerList.chooseFirst)
                writeCells(data, cells(target))
                showDone(registerList.copied(target.length))
              }}
            />
          )}
        </div>
        {chosenRows.length > 0 && (
          <ChosenBar
            rows={chosenRows.length}
            level={view.level}
            commands={[...offered.map(({ id }) => command(id)), command('register.copy')]}
            onClear={() => {
              setChosen(noKeys)
              frame.current?.focus()
            }}
          />
        )}
      </div>
      {chon !== undefined && <OpenedTask taskId={chon} year={year} asOf={asOf} onClose={close} />}
      <PrintedList title={registerText.title(year)} about={about} rows={rows} columns={columns} names={names} />
      {dialog}
      {dialogs}
    </div>
  )
}
