import type { AppendixDraft, DraftInline, PlanDraft } from '#shared/domain/draft.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AppendixId, FieldId, FootnoteId, PlanId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import { markNames, type NameFinder } from '#shared/domain/name-marks.ts'
import type { Office } from '#shared/domain/office.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { fieldHeadings, fieldsOfTitles, outlinePlan } from '#shared/domain/provision-tree.ts'
import { plainText } from '#shared/domain/inline.ts'
import type { Provision, ProvisionContent } from '#shared/domain/provision.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { usualSubject } from '#shared/document/usual-plan.ts'
import { positionsBetween } from './order.ts'

/** Makes a new id of any noun. */
export type NewId = <Id extends string>() => Id

/** What "Nhận vào" writes. */
export interface AppendixRecords {
  readonly appendix: Appendix
  readonly tasks: readonly Task[]
}

/** A field of the plan for a heading that the office has none for. */
export function fieldOfHeading(title: string, position: number, newId: NewId): Omit<Field, 'version'> {
  return {
    id: newId<FieldId>(),
    name: title.trim().normalize('NFC'),
    aliases: [],
    position,
    inPlan: true,
    inReport: false,
    inIndex: false,
    usualLeadIds: [],
    activeFrom: null,
    activeTo: null,
  }
}

/** A plan as it starts its life: the paper's own words where the file had them, the office's where not. */
export function planOfDraft(draft: PlanDraft, year: number, office: Office, newId: NewId): Plan {
  const [usual] = office.signatures
  return {
    id: newId<PlanId>(),
    year,
    subject: draft.subject ?? usualSubject(office.provinceName, year),
    legalForm: draft.legalForm,
    status: 'drafting',
    letterhead: draft.letterhead ?? office.letterhead,
    symbol: draft.symbol ?? (draft.legalForm === 'decision' ? office.decisionSymbol : office.planSymbol),
    // Whatever number the file had belongs to the paper it came from: this one has still to be issued.
    number: null,
    issuedOn: null,
    recipients: draft.recipients.length > 0 ? draft.recipients : office.recipients,
    signature: draft.signature ?? usual ?? { authority: [], title: '', name: '' },
    sizeSet: office.sizeSet,
    agenciesAsOf: `${year}-01-01`,
    replacesPlanId: null,
    documentRecordId: null,
    version: 1,
  }
}

/** The text of a draft as provisions, with marks over the agencies and groups it names. Citations were marked by the reader. */
export function provisionsOfDraft(draft: PlanDraft, planId: PlanId, find: NameFinder, newId: NewId): readonly Provision[] {
  const positions = positionsBetween(null, null, draft.blocks.length)
  return draft.blocks.map((block, index) => ({
    id: newId<ProvisionId>(),
    planId,
    area: block.area,
    kind: block.kind,
    content: markNames(normaliseContent(block.content.map((inline) => withId(inline, newId))), find),
    position: positions[index] ?? '',
    version: 1,
  }))
}

function withId(inline: DraftInline, newId: NewId): Inline {
  return inline.kind === 'footnote' ? { ...inline, id: newId<FootnoteId>() } : inline
}

/** Rows of a read appendix as tasks in the file's order; no task is linked to a sentence by itself, because a wrong link is not seen. */
export function recordsOfAppendix(
  draft: AppendixDraft,
  planId: PlanId,
  position: string,
  fieldOf: (title: string | null) => FieldId | null,
  newId: NewId,
): AppendixRecords {
  const appendix: Appendix = {
    id: newId<AppendixId>(),
    planId,
    position,
    title: draft.title.normalize('NFC'),
    orientation: draft.orientation,
    columns: draft.columns.map(({ key, title, weight }) => ({ key, title: title.normalize('NFC'), weight })),
    version: 1,
  }
  return { appendix, tasks: tasksOfRows(draft, planId, appendix.id, positionsBetween(null, null, draft.rows.length), fieldOf, newId) }
}

/** The rows alone, for an appendix that is there already. */
export function tasksOfRows(
  draft: AppendixDraft,
  planId: PlanId,
  appendixId: AppendixId,
  positions: readonly string[],
  fieldOf: (title: string | null) => FieldId | null,
  newId: NewId,
): readonly Task[] {
  return draft.rows.map((row, index) => ({
    id: newId<TaskWordingId>(),
    taskId: newId<TaskId>(),
    planId,
    appendixId,
    source: 'plan',
    fieldId: fieldOf(row.fieldTitle),
    subgroup: row.subgroup,
    position: positions[index] ?? '',
    content: row.content.normalize('NFC'),
    product: row.product.normalize('NFC'),
    leads: row.leads,
    coordinating: row.coordinating,
    deadline: row.deadline,
    provisionIds: [],
    extra: row.extra,
    version: 1,
  }))
}

/** What the titles of a draft mean: the field of each, and the titles for which no field is known. */
export interface DraftFields {
  readonly fieldOf: (title: string | null) => FieldId | null
  readonly unknown: readonly string[]
}

/** The fields that the headings of a plan and the field rows of appendices name, matched by name, alias or place. */
export function fieldsOfDraft(
  blocks: readonly ProvisionContent[],
  appendices: readonly AppendixDraft[],
  fields: readonly Field[],
): DraftFields {
  const outline = outlinePlan(blocks)
  const headings = fieldHeadings(outline).map((index) => plainText(outline.blocks[index]?.content ?? []).trim())
  const lists = [
    headings,
    ...appendices.map(({ rows }) => [...new Set(rows.flatMap(({ fieldTitle }) => (fieldTitle === null ? [] : [fieldTitle])))]),
  ]
  const known = new Map<string, FieldId>()
  const unknown = new Set<string>()
  for (const titles of lists) {
    const matched = fieldsOfTitles(titles, fields)
    titles.forEach((title, index) => {
      const fieldId = matched[index] ?? null
      if (fieldId !== null) known.set(title, fieldId)
      else if (title !== '') unknown.add(title)
    })
  }
  return {
    fieldOf: (title) => (title === null ? null : (known.get(title) ?? null)),
    unknown: [...unknown].filter((title) => !known.has(title)),
  }
}
