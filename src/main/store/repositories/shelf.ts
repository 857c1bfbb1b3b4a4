import { AppError } from '#shared/app-error.ts'
import type { PhraseId, PlanTemplateId } from '#shared/domain/identifier.ts'
import type { Phrase } from '#shared/domain/phrase.ts'
import type { PlanTemplate } from '#shared/domain/plan-template.ts'
import { fromJson, toJson } from '../json.ts'
import type { NewRowOf, Readable, RowOf } from '../schema.ts'
import type { Trace } from '../trace.ts'

function toTemplate(row: RowOf<'plan_template'>): PlanTemplate {
  return {
    id: row.id as PlanTemplateId,
    name: row.name,
    note: row.note,
    legalForm: row.legal_form as PlanTemplate['legalForm'],
    subject: row.subject,
    symbol: row.symbol,
    letterhead: fromJson(row.letterhead),
    recipients: fromJson(row.recipients),
    signature: fromJson(row.signature),
    sizeSet: row.size_set as PlanTemplate['sizeSet'],
    blocks: fromJson(row.blocks),
    appendices: fromJson(row.appendices),
    version: row.version,
  }
}

function toTemplateRow(template: Omit<PlanTemplate, 'version'>): NewRowOf<'plan_template'> {
  return {
    id: template.id,
    name: template.name,
    note: template.note,
    legal_form: template.legalForm,
    subject: template.subject,
    symbol: template.symbol,
    letterhead: toJson(template.letterhead),
    recipients: toJson(template.recipients),
    signature: toJson(template.signature),
    size_set: template.sizeSet,
    blocks: toJson(template.blocks),
    appendices: toJson(template.appendices),
  }
}

function toPhrase(row: RowOf<'phrase'>): Phrase {
  return { id: row.id as PhraseId, key: row.key, group: row.group_name, content: fromJson(row.content), version: row.version }
}

function toPhraseRow(phrase: Omit<Phrase, 'version'>): NewRowOf<'phrase'> {
  return { id: phrase.id, key: phrase.key, group_name: phrase.group, content: toJson(phrase.content) }
}

/** All templates, the first made first. */
export async function listPlanTemplates(db: Readable): Promise<readonly PlanTemplate[]> {
  return (await db.selectFrom('plan_template').selectAll().orderBy('id').execute()).map(toTemplate)
}

/** Throws `record-not-found`. */
export async function getPlanTemplate(db: Readable, id: PlanTemplateId): Promise<PlanTemplate> {
  const row = await db.selectFrom('plan_template').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('record-not-found', { noun: 'plan-template', id })
  return toTemplate(row)
}

export async function insertPlanTemplate(trace: Trace, template: Omit<PlanTemplate, 'version'>): Promise<PlanTemplate> {
  return toTemplate(await trace.insert('plan_template', toTemplateRow(template)))
}

/** Writes a template; `version` is the one it was read with. */
export async function updatePlanTemplate(trace: Trace, template: PlanTemplate): Promise<PlanTemplate> {
  return toTemplate(await trace.update('plan_template', template.id, toTemplateRow(template), template.version))
}

/** All phrases in the order they were made. */
export async function listPhrases(db: Readable): Promise<readonly Phrase[]> {
  return (await db.selectFrom('phrase').selectAll().orderBy('id').execute()).map(toPhrase)
}

export async function insertPhrase(trace: Trace, phrase: Omit<Phrase, 'version'>): Promise<Phrase> {
  return toPhrase(await trace.insert('phrase', toPhraseRow(phrase)))
}

/** Writes a phrase; `version` is the one it was read with. */
export async function updatePhrase(trace: Trace, phrase: Phrase): Promise<Phrase> {
  return toPhrase(await trace.update('phrase', phrase.id, toPhraseRow(phrase), phrase.version))
}
