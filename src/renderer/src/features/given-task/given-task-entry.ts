import { IconFilePencil } from '@tabler/icons-react'
import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import type { TaskAction, TaskDialogProps } from '../../lib/task-pane.ts'

const Dialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditGivenTask }))

/** Read when it is first asked for; the list stays as it is meanwhile. */
const EditDialog: ComponentType<TaskDialogProps> = (props): ReactElement => createElement(Suspense, null, createElement(Dialog, props))

/** The button over the list that adds tasks of other documents. */
export const givenTaskTool = lazy(async () => ({ default: (await import('./given-task-tool.tsx')).GivenTaskTool }))

/** What can be done to a row that another document gave. */
export const givenTaskActions: readonly TaskAction[] = [
  {
    id: 'given-task.edit',
    label: words.edit,
    icon: IconFilePencil,
    order: 90,
    unavailable: (rows: readonly RegisterRow[]) => (rows.length === 1 && rows[0]?.task.wordingId === null ? null : words.onlyGiven),
    dialog: EditDialog,
  },
]
