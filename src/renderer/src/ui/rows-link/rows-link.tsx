import { Link } from '@tanstack/react-router'
import type { AriaAttributes, CSSProperties, ReactElement, ReactNode } from 'react'
import type { Day, TaskId } from '#shared/domain/identifier.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'
import { searchOfView, viewWith } from '../../lib/register-address.ts'

interface RowsLinkProps extends Pick<AriaAttributes, 'aria-label'> {
  readonly year: number
  readonly asOf: Day | null
  /** What differs from the plain list; the rows behind the figure. */
  readonly view: Partial<RegisterView>
  /** The task whose pane is open. */
  readonly taskId?: TaskId
  readonly className?: string | undefined
  readonly style?: CSSProperties
  readonly title?: string
  /** False where another link beside it says the same: one is enough for the keyboard and for a reader. */
  readonly isReached?: boolean
  readonly children: ReactNode
}

/** A figure that opens the rows behind it. */
export function RowsLink({ year, asOf, view, taskId, isReached = true, children, ...look }: RowsLinkProps): ReactElement {
  return (
    <Link
      to="/nhiem-vu"
      search={{ nam: year, ngay: asOf ?? undefined, ...searchOfView(viewWith(view)), chon: taskId }}
      {...(isReached ? {} : { 'tabIndex': -1, 'aria-hidden': true })}
      {...look}
    >
      {children}
    </Link>
  )
}
