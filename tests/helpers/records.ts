import { AgencyGroup, Agency } from '#shared/domain/agency.ts'
import { Field } from '#shared/domain/field.ts'
import type {
  AgencyGroupId,
  AssignmentId,
  EvidenceId,
  ExtensionId,
  TaskEventId,
  ProgressId,
  AgencyId,
  AppendixId,
  FieldId,
  FootnoteId,
  MemberId,
  PlanId,
  ProvisionId,
  TaskId,
  TaskWordingId,
} from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import type { ProvisionContent, ProvisionKind } from '#shared/domain/provision.ts'
import { Plan } from '#shared/domain/plan.ts'
import { Appendix, Task } from '#shared/domain/task.ts'

/** Records for tests, made of what the test is about and plain defaults for the rest. */

/** An id that reads as a number in a failure: `…0000000000a7`. */
export function id<
  Id extends
    | AgencyGroupId
    | AgencyId
    | AppendixId
    | AssignmentId
    | EvidenceId
    | ExtensionId
    | TaskEventId
    | FieldId
    | FootnoteId
    | MemberId
    | PlanId
    | ProgressId
    | ProvisionId
    | TaskId
    | TaskWordingId,
>(number: number): Id {
  return `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as Id
}

export function anAgency(patch: Partial<Agency> & Pick<Agency, 'id' | 'name'>): Agency {
  return Agency.parse({
    shortName: null,
    aliases: [],
    kind: 'department',
    parentId: null,
    activeFrom: null,
    activeTo: null,
    successorIds: [],
    legalBasis: null,
    position: 0,
    version: 1,
    ...patch,
  })
}

export function aGroup(patch: Partial<AgencyGroup> & Pick<AgencyGroup, 'id' | 'name'>): AgencyGroup {
  return AgencyGroup.parse({
    aliases: [],
    unspecified: false,
    memberKinds: [],
    memberIds: [],
    excludedIds: [],
    activeFrom: null,
    activeTo: null,
    position: 0,
    version: 1,
    ...patch,
  })
}

export function aField(patch: Partial<Field> & Pick<Field, 'id' | 'name'>): Field {
  return Field.parse({
    aliases: [],
    position: 0,
    inPlan: true,
    inReport: true,
    inIndex: true,
    usualLeadIds: [],
    activeFrom: null,
    activeTo: null,
    version: 1,
    ...patch,
  })
}

export function aTask(patch: Partial<Task> & Pick<Task, 'id'>): Task {
  return Task.parse({
    taskId: id<TaskId>(0x7000),
    planId: id<PlanId>(0x1000),
    appendixId: id<AppendixId>(0x2000),
    source: 'plan',
    fieldId: null,
    subgroup: null,
    position: 'a0',
    content: 'Rà soát văn bản',
    product: 'Báo cáo',
    leads: [],
    coordinating: [],
    deadline: { phrase: 'Thường xuyên', milestones: [] },
    provisionIds: [],
    extra: {},
    version: 1,
    ...patch,
  })
}

/** A block of a plan's body; text content given as words. */
export function aProvision(number: number, kind: ProvisionKind, content: string | readonly Inline[]): ProvisionContent {
  return {
    id: id<ProvisionId>(number),
    area: 'body',
    kind,
    content: typeof content === 'string' ? [{ kind: 'text', text: content }] : content,
  }
}

export function aPlan(patch: Partial<Plan> & Pick<Plan, 'id'>): Plan {
  return Plan.parse({
    year: 2023,
    subject: 'Cải cách hành chính tỉnh Lạng Sơn năm 2023',
    legalForm: 'plan',
    status: 'drafting',
    letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'], place: 'Lạng Sơn' },
    symbol: 'KH-UBND',
    number: null,
    issuedOn: null,
    recipients: [],
    signature: { authority: [], title: '', name: '' },
    sizeSet: 'larger',
    agenciesAsOf: '2023-01-01',
    replacesPlanId: null,
    documentRecordId: null,
    version: 1,
    ...patch,
  })
}

export function anAppendix(patch: Partial<Appendix> & Pick<Appendix, 'id' | 'planId'>): Appendix {
  return Appendix.parse({ position: 'a0', title: 'Phụ lục', orientation: 'landscape', columns: [], version: 1, ...patch })
}
