import { useState } from 'react'
import type { Day } from '#shared/domain/identifier.ts'
import type { RegisterShare } from '#shared/domain/register.ts'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { ask } from '../../lib/bridge.ts'
import { today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { REPORT_PROGRESS, type TaskAction, type TaskActionTarget } from '../../lib/task-pane.ts'
import { needsMore, shareToEdit, type QuickEntry } from './quick-edit.tsx'
import { currentDue } from './register-columns.tsx'
import type { RegisterNames } from './register-names.ts'

/** Progress entered on the line itself; what needs evidence or a document goes on to the form of whoever offers one. */
export function useQuickEdit({
  row,
  names,
  asOf,
  actions,
  act,
  leave,
}: {
  /** The row the arrows stand on. */
  readonly row: RegisterRow | null
  readonly names: RegisterNames
  readonly asOf: Day | null
  readonly actions: readonly TaskAction[]
  readonly act: (action: TaskAction, entered?: TaskActionTarget['entered']) => void | Promise<void>
  /** Gives the focus back to the list. */
  readonly leave: () => void
}): {
  /** The share being edited, or null. */
  readonly share: RegisterShare | null
  readonly begin: () => void
  readonly save: (entry: QuickEntry) => void
  readonly cancel: () => void
} {
  const [edited, setEdited] = useState<string | null>(null)
  const found = row === null || row.key !== edited ? null : shareToEdit(row)
  const share = found === null || typeof found === 'string' ? null : found
  const end = (): void => {
    setEdited(null)
    leave()
  }
  const write = async (
    { assignmentId, agencyId }: RegisterShare,
    due: string | null,
    { state, percent, channel }: QuickEntry,
  ): Promise<void> => {
    if (assignmentId === null) return
    await ask('progress.add', {
      assignmentId,
      due,
      happenedOn: asOf ?? today(),
      state,
      percent,
      result: '',
      product: '',
      difficulty: '',
      proposal: '',
      explanation: '',
      evidence: [],
      channel,
      basis: null,
      correctsId: null,
    })
    showDone(registerList.saved(names.agency(agencyId)), { undoable: true })
  }
  return {
    share,
    begin: () => {
      if (row === null) return showFailure(registerList.chooseFirst)
      const may = shareToEdit(row)
      if (typeof may === 'string') showFailure(may)
      else setEdited(row.key)
    },
    save: (entry) => {
      if (share === null) return
      end()
      if (!needsMore(entry.state)) {
        void write(share, currentDue(share)?.key ?? null, entry).catch(showFailure)
        return
      }
      const report = actions.find(({ id }) => id === REPORT_PROGRESS)
      if (report === undefined) showFailure(registerList.noDialog)
      else void act(report, { state: entry.state, ...(entry.percent === null ? {} : { percent: entry.percent }) })
    },
    cancel: end,
  }
}
