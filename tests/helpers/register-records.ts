import type { RegisterDue } from '#shared/domain/register.ts'

/** Something owed by 30/06/2023 of which nothing is said yet. */
export function aDue(patch: Partial<RegisterDue> = {}): RegisterDue {
  return {
    key: 'm1',
    label: null,
    period: null,
    firstDue: '2023-06-30',
    due: '2023-06-30',
    light: 'not-due',
    explanation: '',
    daysLate: 0,
    keptFirstDue: null,
    stale: false,
    state: 'not-started',
    percent: null,
    updatedOn: null,
    ...patch,
  }
}
