import { ActionIcon, Group, ScrollArea, Tabs, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { TaskWordingId } from '#shared/domain/identifier.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import type { PlanDetail } from '#shared/ipc/plan-contract.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { CellReading } from './cell-patch.ts'
import { ColumnsForm } from './columns-form.tsx'
import { CoverageList } from './coverage-list.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { TaskDetail } from './task-detail.tsx'
import styles from './task.module.css'

export type PaneTab = 'chi-tiet' | 'do-phu' | 'goi-y' | 'bang'

export interface TaskPaneProps {
  readonly tab: PaneTab
  readonly task: Task | undefined
  readonly tasks: readonly Task[]
  readonly detail: PlanDetail
  readonly appendix: Appendix | undefined
  readonly reading: CellReading
  readonly editable: boolean
  readonly onTab: (tab: PaneTab | undefined) => void
  readonly onShowTask: (id: TaskWordingId) => void
}

/** The pane at the right of the grid: the chosen task, what is still uncovered, whom to assign. */
export function TaskPane(props: TaskPaneProps) {
  return (
    <Tabs
      value={props.tab}
      onChange={(tab) => props.onTab((tab ?? undefined) as PaneTab | undefined)}
      keepMounted={false}
      className={styles['pane'] ?? ''}
    >
      <Group gap={0} wrap="nowrap" justify="space-between">
        <Tabs.List style={{ flex: 1 }}>
          <Tabs.Tab px="xs" value="chi-tiet">
            {taskText.detail}
          </Tabs.Tab>
          <Tabs.Tab px="xs" value="do-phu">
            {taskText.coverage}
          </Tabs.Tab>
          <Tabs.Tab px="xs" value="goi-y">
            {taskText.suggestions}
          </Tabs.Tab>
          <Tabs.Tab px="xs" value="bang">
            {taskText.columnsTab}
          </Tabs.Tab>
        </Tabs.List>
        <Tooltip label={taskText.closePane}>
          <ActionIcon variant="subtle" color="gray" mx={6} aria-label={taskText.closePane} onClick={() => props.onTab(undefined)}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <ScrollArea style={{ flex: 1, minHeight: 0 }} type="auto">
        <Tabs.Panel value="chi-tiet" p="sm">
          <TaskDetail {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="do-phu" p="sm">
          <CoverageList {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="goi-y" p="sm">
          <SuggestionList {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="bang" p="sm">
          {props.appendix !== undefined && (
            <ColumnsForm
              key={`${props.appendix.id}/${props.appendix.version}`}
              appendix={props.appendix}
              count={props.detail.appendices.length}
              editable={props.editable}
            />
          )}
        </Tabs.Panel>
      </ScrollArea>
    </Tabs>
  )
}
