import type { TablerIcon } from '@tabler/icons-react'
import { createContext, type ComponentType } from 'react'
import type { Day, TaskId } from '#shared/domain/identifier.ts'
import type { ProgressState } from '#shared/domain/progress.ts'
import type { RegisterRow } from '#shared/domain/register-rows.ts'

/** What the pane of one task, at the right of the list, is given. */
export interface TaskPaneProps {
  readonly taskId: TaskId
  readonly year: number
  /** The day everything is judged on, null for today. */
  readonly asOf: Day | null
  readonly onClose: () => void
}

/** The pane of a chosen task, given by the feature that follows it; `app/features.ts` joins it, because a feature never imports another. */
export const TaskPane = createContext<ComponentType<TaskPaneProps> | null>(null)

/** What an act on chosen rows is given. */
export interface TaskActionTarget {
  /** At least one. `row.share` is null for a whole task; `row.shares` are those it stands for. */
  readonly rows: readonly RegisterRow[]
  readonly year: number
  readonly asOf: Day | null
  /** What was typed into a cell before the act was asked for: it stands in the form already. */
  readonly entered: { readonly state?: ProgressState; readonly percent?: number }
}

export interface TaskDialogProps extends TaskActionTarget {
  readonly onClose: () => void
}

interface NamedTaskAction {
  /** `noun.verb`: the command's name in the list, its keys and Ctrl+K. */
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  readonly order: number
  readonly shortcut?: string
  /** Why it may not be done to these rows, or null. */
  readonly unavailable?: (rows: readonly RegisterRow[]) => string | null
}

/** An act that another feature offers on the chosen rows: done at once, or asked for in a dialog that the list puts up. */
export type TaskAction = NamedTaskAction &
  (
    | { readonly run: (target: TaskActionTarget) => void | Promise<void>; readonly dialog?: never }
    | { readonly dialog: ComponentType<TaskDialogProps>; readonly run?: never }
  )

/** Acts on chosen rows, of other features; `app/features.ts` joins them. */
export const TaskActions = createContext<readonly TaskAction[]>([])

/** The act that a cell turns to when what was typed needs more than the cell can hold (evidence, an explanation). */
export const REPORT_PROGRESS = 'progress.report'
