import { useState, type ReactElement } from 'react'
import type { Day } from '#shared/domain/identifier.ts'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import type { TaskAction, TaskActionTarget } from '../../lib/task-pane.ts'

/** Does what other features offer on the chosen rows: at once, or through their dialog, which stands on the list until it is closed. */
export function useListActions({
  rows,
  year,
  asOf,
}: {
  readonly rows: readonly RegisterRow[]
  readonly year: number
  readonly asOf: Day | null
}): {
  readonly act: (action: TaskAction, entered?: TaskActionTarget['entered']) => void | Promise<void>
  readonly dialog: ReactElement | null
} {
  const [asked, setAsked] = useState<{ readonly action: TaskAction; readonly target: TaskActionTarget } | null>(null)
  const Dialog = asked?.action.dialog
  return {
    act: (action, entered = {}) => {
      const target: TaskActionTarget = { rows, year, asOf, entered }
      if (action.run !== undefined) return action.run(target)
      setAsked({ action, target })
      return undefined
    },
    dialog: asked === null || Dialog === undefined ? null : <Dialog {...asked.target} onClose={() => setAsked(null)} />,
  }
}
