import type { RegisterView } from '#shared/domain/register-view.ts'
import { lightNames, staleName } from '#shared/text/vi/light.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { RegisterNames } from './register-names.ts'

/** One condition of a view, and what takes it away. */
export interface ActiveFilter {
  readonly key: keyof RegisterView
  readonly words: (names: RegisterNames) => string
  readonly without: Partial<RegisterView>
}

/** The conditions of a view, in the order in which they are shown. */
export function filtersOf(view: RegisterView): readonly ActiveFilter[] {
  const { fieldId, agencyId, role, memberId, light, month, stale, missedFirst, text } = view
  const all: readonly (ActiveFilter | null)[] = [
    text.trim() === '' ? null : { key: 'text', words: () => registerList.containing(text.trim()), without: { text: '' } },
    fieldId === null ? null : { key: 'fieldId', words: (names) => names.field(fieldId), without: { fieldId: null } },
    agencyId === null ? null : { key: 'agencyId', words: (names) => names.agency(agencyId), without: { agencyId: null } },
    role === null ? null : { key: 'role', words: () => registerList.roles[role], without: { role: null } },
    memberId === null ? null : { key: 'memberId', words: (names) => names.member(memberId), without: { memberId: null } },
    light === null ? null : { key: 'light', words: () => lightNames[light], without: { light: null } },
    month === null ? null : { key: 'month', words: () => registerList.monthName(month), without: { month: null } },
    stale ? { key: 'stale', words: () => staleName, without: { stale: false } } : null,
    missedFirst ? { key: 'missedFirst', words: () => registerList.missedFirstShort, without: { missedFirst: false } } : null,
  ]
  return all.filter((one) => one !== null)
}

/** What takes every condition away. */
export const noFilters: Partial<RegisterView> = {
  text: '',
  fieldId: null,
  agencyId: null,
  role: null,
  memberId: null,
  light: null,
  month: null,
  stale: false,
  missedFirst: false,
}
