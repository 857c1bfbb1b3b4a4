import type { PlanStatus } from '#shared/domain/plan.ts'

/** Colour beside the status word. Red is kept for overdue and lost. */
export function statusColour(status: PlanStatus): string {
  switch (status) {
    case 'drafting':
      return 'indigo'
    case 'opinion-round':
      return 'grape'
    case 'submitted':
    case 'signed-awaiting-number':
      return 'orange'
    case 'returned':
      return 'yellow'
    case 'issued':
      return 'teal'
    case 'superseded':
    case 'closed':
      return 'gray'
    default:
      return status satisfies never
  }
}
