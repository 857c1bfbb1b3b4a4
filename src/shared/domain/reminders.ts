import { dueList, type DueKind } from './due-list.ts'
import type { Day } from './identifier.ts'
import type { Plan } from './plan.ts'
import type { Register } from './register.ts'
import type { RegisterLookup } from './register-rows.ts'
import { tallyView } from './register-totals.ts'
import { RegisterView } from './register-view.ts'

/** One reason to act today, and the tasks behind it. */
export interface Reminder {
  readonly kind: DueKind
  /** The tasks of `view`. */
  readonly tasks: number
  readonly view: RegisterView
  /** Shares and agencies that lead and are owed a word about it. */
  readonly shares: number
  readonly agencies: number
  /** Days of what is overdue longest; 0 for the other kinds. */
  readonly daysLate: number
}

const plain = RegisterView.parse({ group: 'none' })
const views: Readonly<Record<DueKind, RegisterView>> = {
  'overdue': { ...plain, light: 'overdue', sort: 'late', descending: true },
  'due-soon': { ...plain, light: 'due-soon', sort: 'due' },
  'silent': { ...plain, stale: true, sort: 'updated' },
}

/**
 * What the office must act on, the most pressing first. Tasks are counted as the list counts them, so that a reminder and the rows it opens
 * cannot disagree; who is behind it comes from the list that letters are written from. Of a plan that is not issued nobody owes anything.
 */
export function remindersOf(register: Register, lookup: RegisterLookup): readonly Reminder[] {
  return (['overdue', 'due-soon', 'silent'] as const).flatMap((kind): readonly Reminder[] => {
    const owed = dueList(register, { kinds: [kind], role: 'lead' })
    const { rows, daysLate } = tallyView(register, views[kind], lookup)
    if (rows === 0 || owed.length === 0) return []
    return [
      {
        kind,
        tasks: rows,
        view: views[kind],
        shares: new Set(owed.map(({ share }) => share)).size,
        agencies: new Set(owed.map(({ share }) => share.agencyId)).size,
        daysLate: kind === 'overdue' ? daysLate : 0,
      },
    ]
  })
}

/** The year that is followed on a day: its own when its plan is issued, else the newest issued one; null while none is. */
export function yearToRemind(plans: readonly Pick<Plan, 'year' | 'status'>[], today: Day): number | null {
  const issued = plans.filter(({ status }) => status === 'issued').map(({ year }) => year)
  const own = Number(today.slice(0, 4))
  return issued.includes(own) ? own : issued.length === 0 ? null : Math.max(...issued)
}
