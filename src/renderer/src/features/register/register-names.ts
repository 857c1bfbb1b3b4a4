import type { AgencyGroupId, AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import type { GroupSubject, RegisterLookup } from '#shared/domain/register-rows.ts'
import { lightNames } from '#shared/text/vi/light.ts'
import { registerList } from '#shared/text/vi/register-list.ts'

/** Names of the records that rows speak of; what is gone from the registry says so. */
export interface RegisterNames {
  readonly agency: (id: AgencyId) => string
  readonly group: (id: AgencyGroupId) => string
  readonly field: (id: FieldId | null) => string
  readonly member: (id: MemberId) => string
  readonly subject: (subject: GroupSubject) => string
}

function named<Id extends string>(records: readonly { readonly id: Id; readonly name: string }[]): (id: Id) => string {
  const byId = new Map(records.map(({ id, name }) => [id, name]))
  return (id) => byId.get(id) ?? registerList.gone
}

export function namesOf({ agencies, groups, fields, members }: RegisterLookup): RegisterNames {
  const agency = named(agencies)
  const group = named(groups)
  const fieldName = named(fields)
  const member = named(members)
  const field = (id: FieldId | null): string => (id === null ? registerList.noField : fieldName(id))
  return {
    agency,
    group,
    field,
    member,
    subject: (subject) => {
      switch (subject.kind) {
        case 'none':
          return ''
        case 'field':
          return field(subject.fieldId)
        case 'agency':
          return agency(subject.agencyId)
        case 'agency-group':
          return group(subject.groupId)
        case 'waiting':
          return registerList.waiting
        case 'no-lead':
          return registerList.noLead
        case 'member':
          return subject.memberId === null ? registerList.noMember : member(subject.memberId)
        case 'light':
          return lightNames[subject.light]
        case 'month':
          return subject.month === null ? registerList.noMonth : registerList.monthTitle(subject.month)
        default:
          return subject satisfies never
      }
    },
  }
}
