import { Light } from './light.ts'
import type { Register } from './register.ts'
import { applyView, daysLateOf, decidingShares, lightOfRow, missesFirstDue } from './register-rows.ts'
import type { GroupSubject, RegisterLookup, RegisterRow } from './register-rows.ts'
import type { RegisterView } from './register-view.ts'

/** Of what was due: how many were kept, of how many. */
export interface OnTime {
  readonly kept: number
  readonly judged: number
}

/** What some rows of the register add up to. A row counts once in each figure; nothing is weighed. */
export interface RowTally {
  readonly rows: number
  readonly lights: Readonly<Record<Light, number>>
  /** "Chưa cập nhật". */
  readonly stale: number
  /** Past the day first given, done or not. */
  readonly missedFirst: number
  /** Days of the one that is overdue longest; 0 where none is. */
  readonly daysLate: number
  /** Against the days as they are after extensions: done on time, of those done and those overdue. */
  readonly onTime: OnTime
  /** Against the days first given. */
  readonly onTimeFirst: OnTime
}

/** One group of a view and what its rows add up to. */
export interface GroupTally {
  readonly subject: GroupSubject
  /** The view of exactly these rows, or null where no filter says it ("không có lĩnh vực", a month, a member). */
  readonly view: RegisterView | null
  readonly tally: RowTally
}

/** Adds up rows that a view gave. The view says by which shares a row is judged. */
export function tallyRows(rows: readonly RegisterRow[], view: RegisterView): RowTally {
  const lights = Object.fromEntries(Light.options.map((light) => [light, 0])) as Record<Light, number>
  let stale = 0
  let missedFirst = 0
  let keptFirst = 0
  let daysLate = 0
  for (const row of rows) {
    const light = lightOfRow(row)
    const shares = decidingShares(row, view)
    const missed = missesFirstDue(shares)
    lights[light] += 1
    if (row.share === null ? row.task.stale > 0 : row.share.stale) stale += 1
    if (missed) missedFirst += 1
    else if (light === 'done-on-time') keptFirst += 1
    if (light === 'overdue') daysLate = Math.max(daysLate, daysLateOf(shares))
  }
  const kept = lights['done-on-time']
  return {
    rows: rows.length,
    lights,
    stale,
    missedFirst,
    daysLate,
    onTime: { kept, judged: kept + lights['done-late'] + lights.overdue },
    onTimeFirst: { kept: keptFirst, judged: keptFirst + missedFirst },
  }
}

/** Adds up all rows of a view, whatever its groups. */
export function tallyView(register: Pick<Register, 'tasks'>, view: RegisterView, lookup: RegisterLookup): RowTally {
  return tallyRows(
    applyView(register, view, lookup).groups.flatMap(({ rows }) => rows),
    view,
  )
}

/** Adds up the rows of each group of a view, in the groups' order. Every row counts in exactly one group, so the groups add up to the view. */
export function tallyGroups(register: Pick<Register, 'tasks'>, view: RegisterView, lookup: RegisterLookup): readonly GroupTally[] {
  return applyView(register, view, lookup).groups.map(({ subject, rows }) => ({
    subject,
    view: viewOfSubject(view, subject),
    tally: tallyRows(rows, view),
  }))
}

function viewOfSubject(view: RegisterView, subject: GroupSubject): RegisterView | null {
  switch (subject.kind) {
    case 'none':
      return view
    case 'field':
      return subject.fieldId === null ? null : { ...view, fieldId: subject.fieldId }
    case 'light':
      return { ...view, light: subject.light }
    case 'agency':
      // Of whole tasks an agency stands for those that name it first; a filter would find every task that it has a share in.
      return view.level === 'share' || view.agencyId !== null ? { ...view, agencyId: subject.agencyId } : null
    case 'agency-group':
    case 'no-lead':
    case 'waiting':
    case 'member':
    case 'month':
      return null
    default:
      return subject satisfies never
  }
}

/** Whole percent of what was kept, or null where nothing was due yet. */
export function percentKept({ kept, judged }: OnTime): number | null {
  return judged === 0 ? null : Math.round((100 * kept) / judged)
}

/** Agencies in need first: most overdue, then most done late, then the smaller part on time, then the more to do. */
export function worstFirst(groups: readonly GroupTally[]): readonly GroupTally[] {
  const rank = ({ tally }: GroupTally): readonly number[] => [
    -tally.lights.overdue,
    -tally.lights['done-late'],
    percentKept(tally.onTime) ?? 101,
    -tally.rows,
  ]
  return groups.toSorted((one, other) => {
    const others = rank(other)
    return rank(one).reduce((found, value, at) => (found !== 0 ? found : value - (others[at] ?? 0)), 0)
  })
}

/** A month of the year and the tasks of which something open falls due in it. */
export interface MonthTally {
  /** 1 to 12. */
  readonly month: number
  readonly view: RegisterView
  readonly rows: number
  /** Of these, the tasks of which what falls due in it is overdue. */
  readonly overdue: number
}

/** What is still to be done in each month of the register's year, by tasks. A task owed in several months stands in each. */
export function tallyMonths(register: Pick<Register, 'tasks'>, view: RegisterView, lookup: RegisterLookup): readonly MonthTally[] {
  return Array.from({ length: 12 }, (_, at): MonthTally => {
    const ofMonth = { ...view, month: at + 1 }
    const start = `${lookup.year}-${String(at + 1).padStart(2, '0')}`
    // What is only counted needs no order.
    const rows = applyView(register, { ...ofMonth, group: 'none', sort: 'paper' }, lookup).groups.flatMap((group) => group.rows)
    const overdue = rows.filter((row) =>
      decidingShares(row, view).some(({ dues }) => dues.some(({ due, light }) => light === 'overdue' && due?.startsWith(start))),
    )
    return { month: at + 1, view: ofMonth, rows: rows.length, overdue: overdue.length }
  })
}
