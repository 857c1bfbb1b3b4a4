import { SegmentedControl, Select } from '@mantine/core'
import { Suspense, useContext, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import { RegisterGroup, type RegisterView } from '#shared/domain/register-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { Command } from '../../lib/commands.ts'
import { RegisterTools } from '../../lib/register-tools.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { CommandIcon } from '../../ui/commands/command-button.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { FindBox } from './find-box.tsx'
import styles from './register.module.css'

/** How the list is looked at: what a row is, words, groups, filters, the views; totals and columns at the right. */
export function RegisterToolbar({
  view,
  lookup,
  box,
  columns,
  counts,
  views,
  command,
  onView,
  onColumns,
  onDown,
}: {
  readonly view: RegisterView
  readonly lookup: RegisterLookup
  readonly box: RefObject<HTMLInputElement | null>
  readonly columns: readonly string[]
  /** "44 nhiệm vụ · 312 lượt phân công". */
  readonly counts: string
  /** The menu of views. */
  readonly views: ReactNode
  readonly command: (id: string) => Command
  readonly onView: (change: Partial<RegisterView>) => void
  readonly onColumns: (columns: readonly string[]) => void
  readonly onDown: () => void
}): ReactElement {
  const { year, asOf } = useRegisterYear()
  const tools = useContext(RegisterTools)
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={registerList.toolbar}>
      <SegmentedControl
        aria-label={registerList.level}
        value={view.level}
        data={[
          { value: 'task', label: registerList.levels.task },
          { value: 'share', label: registerList.levels.share },
        ]}
        onChange={(level) => onView({ level })}
      />
      <FindBox text={view.text} box={box} onText={(text) => onView({ text })} onDown={onDown} />
      <Select
        aria-label={registerList.group}
        title={view.group === 'member' ? registerList.memberHint : registerList.group}
        w={156}
        allowDeselect={false}
        value={view.group}
        data={RegisterGroup.options.map((group) => ({ value: group as string, label: registerList.groups[group] }))}
        onChange={(group) => onView({ group: RegisterGroup.parse(group) })}
      />
      <FilterMenu view={view} lookup={lookup} onChange={onView} />
      {views}
      <div className={styles['right']}>
        <span className={styles['counts']} aria-live="polite" data-counts>
          {counts}
        </span>
        <ColumnMenu columns={columns} onChange={onColumns} />
        <CommandIcon command={command('register.print')} />
        <Suspense>
          {tools.map((Tool, index) => (
            // The tools are the same ones in the same order as long as the window lives.
            // oxlint-disable-next-line react/no-array-index-key
            <Tool key={index} year={year} asOf={asOf} view={view} />
          ))}
        </Suspense>
      </div>
    </div>
  )
}
