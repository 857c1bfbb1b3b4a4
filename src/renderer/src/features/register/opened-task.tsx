import { createElement, useContext, type ReactElement } from 'react'
import { TaskPane, type TaskPaneProps } from '../../lib/task-pane.ts'

/** The pane of the chosen task, of the feature that follows it. */
export function OpenedTask(props: TaskPaneProps): ReactElement | null {
  const pane = useContext(TaskPane)
  return pane === null ? null : createElement(pane, props)
}
