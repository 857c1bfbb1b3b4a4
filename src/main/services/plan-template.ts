import type { Actor } from '#shared/domain/actor.ts'
import type { AppendixId, FootnoteId, PlanTemplateId, ProvisionId } from '#shared/domain/identifier.ts'
import { createNameFinder, markText } from '#shared/domain/name-marks.ts'
import type { Office } from '#shared/domain/office.ts'
import {
  fillContent,
  fillText,
  placeholders,
  templateOfPlan,
  withIds,
  type PlaceholderValues,
  type PlanTemplate,
  type TemplateBlock,
} from '#shared/domain/plan-template.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { usualAppendixTitle, usualColumns, usualOutline, usualSubject } from '#shared/document/usual-plan.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { getAgency, readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { insertAppendix, listAppendices } from '#main/store/repositories/appendix.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { getPlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { getPlanTemplate, insertPlanTemplate, listPlanTemplates, updatePlanTemplate } from '#main/store/repositories/shelf.ts'
import type { Readable } from '#main/store/schema.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { definedOnly, requireOffice } from './office.ts'
import { positionsBetween } from './order.ts'

/** All templates of the office. */
export async function readPlanTemplates({ db }: ServiceContext): Promise<Output<'plan-template.list'>> {
  return listPlanTemplates(db)
}

/** The usual skeleton as a template of the office's own. Throws `workspace-not-set-up`. */
export async function createPlanTemplate(
  context: ServiceContext,
  actor: Actor,
  { name }: Input<'plan-template.create'>,
): Promise<PlanTemplate> {
  return runCommand(context, actor, { command: 'plan-template.create', undoable: true }, async (trace) => {
    const office = await requireOffice(trace.trx)
    const [signature = { authority: [], title: '', name: '' }] = office.signatures
    const fields = (await listFields(trace.trx)).filter((field) => field.inPlan).map((field) => field.name)
    const [issuer, year] = [`{${placeholders.issuer}}`, `{${placeholders.year}}`]
    const blocks = usualOutline(issuer, year, fields, await standingAgencyName(trace.trx, office))
    return insertPlanTemplate(trace, {
      id: context.newId<PlanTemplateId>(),
      name: name.trim(),
      note: '',
      legalForm: 'plan',
      subject: usualSubject(`{${placeholders.province}}`, year),
      symbol: office.planSymbol,
      letterhead: office.letterhead,
      recipients: office.recipients,
      signature,
      sizeSet: office.sizeSet,
      blocks: blocks.map(({ area, kind, text }): TemplateBlock => ({ area, kind, content: text === '' ? [] : [{ kind: 'text', text }] })),
      appendices: [{ title: usualAppendixTitle(year), orientation: 'landscape', columns: usualColumns }],
    })
  })
}

/** "Lưu làm khung…": what a plan says every year, without its tasks. Throws `record-not-found`, `workspace-not-set-up`. */
export async function saveAsTemplate(
  context: ServiceContext,
  actor: Actor,
  { planId, name, keeps }: Input<'plan-template.create-from-plan'>,
): Promise<PlanTemplate> {
  return runCommand(context, actor, { command: 'plan-template.create-from-plan', undoable: true }, async (trace) => {
    const office = await requireOffice(trace.trx)
    const plan = await getPlan(trace.trx, planId)
    const [provisions, appendices] = [await listProvisions(trace.trx, planId), await listAppendices(trace.trx, planId)]
    const content = templateOfPlan(name.trim(), plan, provisions, appendices, office, keeps)
    return insertPlanTemplate(trace, { id: context.newId<PlanTemplateId>(), ...content })
  })
}

/** Throws `record-not-found`, `record-changed-meanwhile`. */
export async function changePlanTemplate(
  context: ServiceContext,
  actor: Actor,
  { id, version, patch }: Input<'plan-template.update'>,
): Promise<PlanTemplate> {
  return runCommand(context, actor, { command: 'plan-template.update', undoable: true }, async (trace) => {
    return updatePlanTemplate(trace, { ...(await getPlanTemplate(trace.trx, id)), ...definedOnly(patch), version })
  })
}

/** Plans made of it stay as they are. */
export async function removePlanTemplate(
  context: ServiceContext,
  actor: Actor,
  { id, version }: Input<'plan-template.remove'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'plan-template.remove', undoable: true }, async (trace) => {
    await trace.remove('plan_template', id, version)
    return {}
  })
}

/** The form of a plan of that year made of a template: what its words say with the placeholders filled. Throws `record-not-found`. */
export async function formOfTemplate(
  db: Readable,
  id: PlanTemplateId,
  year: number,
  office: Office,
): Promise<Pick<Plan, 'subject' | 'legalForm' | 'symbol' | 'letterhead' | 'recipients' | 'signature' | 'sizeSet'>> {
  const { subject, legalForm, symbol, letterhead, recipients, signature, sizeSet } = await getPlanTemplate(db, id)
  const values = await placeholderValues(db, year, office)
  return {
    subject: fillText(subject, values),
    legalForm,
    symbol,
    letterhead,
    recipients: recipients.map((line) => fillText(line, values)),
    signature,
    sizeSet,
  }
}

/** Writes a template's sentences and appendices into a new plan: fresh ids, placeholders filled, names and citations marked as in any text. */
export async function writeTemplate(context: ServiceContext, trace: Trace, id: PlanTemplateId, plan: Plan, office: Office): Promise<void> {
  const { blocks, appendices } = await getPlanTemplate(trace.trx, id)
  const values = await placeholderValues(trace.trx, plan.year, office)
  const find = createNameFinder(await readAgencyRegistry(trace.trx), plan.agenciesAsOf)
  const positions = positionsBetween(null, null, blocks.length)
  for (const [index, { area, kind, content }] of blocks.entries()) {
    const filled = fillContent(
      withIds(content, () => context.newId<FootnoteId>()),
      values,
    )
    await insertProvision(trace, {
      id: context.newId<ProvisionId>(),
      planId: plan.id,
      area,
      kind,
      content: markText(filled, find),
      position: positions[index] ?? '',
    })
  }
  const places = positionsBetween(null, null, appendices.length)
  for (const [index, { title, orientation, columns }] of appendices.entries()) {
    const made = { id: context.newId<AppendixId>(), planId: plan.id, orientation, columns, position: places[index] ?? '' }
    await insertAppendix(trace, { ...made, title: fillText(title, values) })
  }
}

function saidOrNull(words: string): string | null {
  return words.trim() === '' ? null : words
}

async function placeholderValues(db: Readable, year: number, office: Office): Promise<PlaceholderValues> {
  return {
    year: String(year),
    yearBefore: String(year - 1),
    yearAfter: String(year + 1),
    province: saidOrNull(office.provinceName),
    issuer: saidOrNull(office.issuerInSentence),
    standingAgency: await standingAgencyName(db, office),
  }
}

async function standingAgencyName(db: Readable, office: Office): Promise<string | null> {
  return office.standingAgencyId === null ? null : (await getAgency(db, office.standingAgencyId)).name
}
