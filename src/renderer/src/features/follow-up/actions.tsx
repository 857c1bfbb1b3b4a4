import { IconCalendarPlus, IconCircleCheck, IconPencilPlus } from '@tabler/icons-react'
import { lazy, Suspense, type ComponentType, type ReactElement } from 'react'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { followUpForm as words } from '#shared/text/vi/follow-up.ts'
import { REPORT_PROGRESS, type TaskAction, type TaskDialogProps, type TaskPaneProps } from '../../lib/task-pane.ts'

/** A component that is read when it is first shown; the list around it stays as it is meanwhile. */
function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }))
  return function Later(props: Props): ReactElement {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}

const dialog = (name: 'ReportRows' | 'VerifyRows' | 'ExtendRows'): ComponentType<TaskDialogProps> =>
  later(async () => (await import('./row-dialogs.tsx'))[name])

/** Only what is recorded can be spoken of: the shares of a draft are imagined. */
const unavailable = (rows: readonly RegisterRow[]): string | null =>
  rows.some(({ shares }) => shares.some(({ assignmentId }) => assignmentId !== null)) ? null : words.notIssued

/** What can be done to chosen rows of the year's tasks. */
export const followUpActions: readonly TaskAction[] = [
  {
    id: REPORT_PROGRESS,
    label: words.report,
    icon: IconPencilPlus,
    order: 10,
    shortcut: 'mod+Enter',
    unavailable,
    dialog: dialog('ReportRows'),
  },
  { id: 'progress.verify', label: words.verify, icon: IconCircleCheck, order: 20, unavailable, dialog: dialog('VerifyRows') },
  { id: 'extension.add', label: words.extend, icon: IconCalendarPlus, order: 30, unavailable, dialog: dialog('ExtendRows') },
]

/** The pane of a chosen task. */
export const followUpPane: ComponentType<TaskPaneProps> = later(async () => (await import('./follow-up-pane.tsx')).FollowUpPane)
