import type { Agency, AgencyGroup } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyGroupId, AgencyId, FieldId, MemberId, PlanId } from '#shared/domain/identifier.ts'
import { Member } from '#shared/domain/member.ts'
import { Office } from '#shared/domain/office.ts'
import { Plan } from '#shared/domain/plan.ts'
import { runCommand } from '#main/services/command.ts'
import { insertAgency, insertAgencyGroup } from '#main/store/repositories/agency.ts'
import { insertField } from '#main/store/repositories/field.ts'
import { insertMember } from '#main/store/repositories/member.ts'
import { insertOffice } from '#main/store/repositories/office.ts'
import { insertPlan } from '#main/store/repositories/plan.ts'
import { aField, aGroup, anAgency, id } from './records.ts'
import { anActor, openTestWorkspace, type TestWorkspace } from './workspace.ts'

/** A small province, clearly no real one: enough bodies for a plan and its tasks. */
export const committee = anAgency({
  id: id<AgencyId>(0xa0),
  name: 'Ủy ban nhân dân tỉnh',
  shortName: 'UBND tỉnh',
  kind: 'provincial-committee',
  position: 0,
})
export const homeAffairs = anAgency({ id: id<AgencyId>(0xa1), name: 'Sở Nội vụ', position: 1 })
export const justice = anAgency({ id: id<AgencyId>(0xa2), name: 'Sở Tư pháp', position: 2 })
export const finance = anAgency({ id: id<AgencyId>(0xa3), name: 'Sở Tài chính', position: 3 })
export const investment = anAgency({
  id: id<AgencyId>(0xa4),
  name: 'Sở Kế hoạch và Đầu tư',
  activeTo: '2022-12-31',
  successorIds: [id<AgencyId>(0xa3)],
  position: 4,
})
export const departments = aGroup({ id: id<AgencyGroupId>(0xb0), name: 'Các sở, ban, ngành', memberKinds: ['department'], position: 0 })
export const institutions = aField({ id: id<FieldId>(0xc1), name: 'Cải cách thể chế', usualLeadIds: [justice.id], position: 0 })
export const procedures = aField({ id: id<FieldId>(0xc2), name: 'Cải cách thủ tục hành chính', position: 1 })
export const deputyHead = Member.parse({
  id: id<MemberId>(0xd1),
  name: 'Nguyễn Văn Mẫu',
  post: 'Giám đốc Sở Nội vụ',
  role: 'deputy-head',
  agencyId: homeAffairs.id,
  fieldIds: [procedures.id],
  followedAgencyIds: [],
  activeFrom: null,
  activeTo: null,
  position: 0,
  version: 1,
})

const office = Office.parse({
  provinceName: 'tỉnh Mẫu',
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Mẫu' },
  issuerInSentence: 'UBND tỉnh Mẫu',
  planSymbol: 'KH-UBND',
  decisionSymbol: 'QĐ-UBND',
  draftingSymbol: 'NC',
  standingAgencyId: homeAffairs.id,
  signatures: [{ authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Trần Thị Mẫu' }],
  recipients: ['Bộ Nội vụ', 'Lưu: VT, NC'],
  sizeSet: 'larger',
  isSample: false,
  version: 1,
})

export const planId = id<PlanId>(0x1000)

export interface PlanWorkspace extends TestWorkspace {
  readonly plan: Plan
}

/** A workspace with the small province and one empty plan of 2023. */
export async function openPlanWorkspace(patch: Partial<Plan> = {}): Promise<PlanWorkspace> {
  const workspace = await openTestWorkspace()
  const plan = await seedProvince(workspace, patch)
  return { ...workspace, plan }
}

async function seedProvince({ context }: TestWorkspace, patch: Partial<Plan>): Promise<Plan> {
  return runCommand(context, anActor(), { command: 'test.seed', undoable: false }, async (trace) => {
    for (const agency of [committee, homeAffairs, justice, finance, investment] satisfies Agency[]) await insertAgency(trace, agency)
    for (const group of [departments] satisfies AgencyGroup[]) await insertAgencyGroup(trace, group)
    for (const field of [institutions, procedures] satisfies Field[]) await insertField(trace, field)
    await insertMember(trace, deputyHead)
    await insertOffice(trace, office)
    return insertPlan(
      trace,
      Plan.parse({
        id: planId,
        year: 2023,
        subject: 'Cải cách hành chính tỉnh Mẫu năm 2023',
        legalForm: 'plan',
        status: 'drafting',
        letterhead: office.letterhead,
        symbol: office.planSymbol,
        number: null,
        issuedOn: null,
        recipients: office.recipients,
        signature: office.signatures[0],
        sizeSet: office.sizeSet,
        agenciesAsOf: '2023-01-01',
        replacesPlanId: null,
        documentRecordId: null,
        version: 1,
        ...patch,
      }),
    )
  })
}
