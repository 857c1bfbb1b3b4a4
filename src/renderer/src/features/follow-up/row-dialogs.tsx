import type { ReactElement } from 'react'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import type { TaskDialogProps } from '../../lib/task-pane.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { leadTargets, targetsOf, type ShareTarget } from './targets.ts'
import { VerifyDialog } from './verify-dialog.tsx'

/** Of one task chosen as a whole any share may be meant; of many rows those that stand for them. */
function offeredOf(rows: readonly RegisterRow[]): readonly ShareTarget[] {
  const [row] = rows
  return rows.length === 1 && row !== undefined && row.share === null ? targetsOf(row.task, row.task.shares) : leadTargets(rows)
}

export function ReportRows({ rows, asOf, entered, onClose }: TaskDialogProps): ReactElement {
  return <ReportDialog targets={offeredOf(rows)} meant={leadTargets(rows)} asOf={asOf} entered={entered} onClose={onClose} />
}

export function ExtendRows({ rows, onClose }: TaskDialogProps): ReactElement {
  return <ExtendDialog targets={offeredOf(rows)} meant={leadTargets(rows)} onClose={onClose} />
}

/** Verified is what was said of every share of the rows, helpers' too. */
export function VerifyRows({ rows, onClose }: TaskDialogProps): ReactElement {
  return <VerifyDialog targets={rows.flatMap(({ task, shares }) => targetsOf(task, shares))} onClose={onClose} />
}
