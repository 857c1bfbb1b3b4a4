import { z } from 'zod'
import { PhraseId, PlanId, PlanTemplateId, Version } from '../domain/identifier.ts'
import { Phrase } from '../domain/phrase.ts'
import { PlanTemplate, TemplateContent } from '../domain/plan-template.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** A phrase as a person wrote it: a new one has neither id nor version. */
export const PhraseInput = Phrase.pick({ key: true, group: true, content: true }).extend({
  id: PhraseId.nullable(),
  version: Version.nullable(),
})
export type PhraseInput = z.infer<typeof PhraseInput>

/** What the office keeps on its shelf to write from: skeletons of plans, and usual sentences. */
export const shelfContract = {
  'plan-template.list': call(nothing, z.array(PlanTemplate).readonly()),
  /** The usual skeleton as a template, to be made one's own. */
  'plan-template.create': call(z.object({ name: z.string().min(1) }), PlanTemplate),
  /** "Lưu làm khung…": years and names become placeholders, tasks stay behind. */
  'plan-template.create-from-plan': call(
    z.object({ planId: PlanId, name: z.string().min(1), keeps: z.enum(['sentences', 'headings']) }),
    PlanTemplate,
  ),
  'plan-template.update': call(z.object({ id: PlanTemplateId, version: Version, patch: TemplateContent.partial() }), PlanTemplate),
  'plan-template.remove': call(z.object({ id: PlanTemplateId, version: Version }), nothing),
  /** Asks where with the system's dialog and writes the template as a file; null when cancelled. */
  'plan-template.export': call(z.object({ id: PlanTemplateId }), z.object({ file: z.string() }).nullable()),
  /** Asks for a template's file and takes it in; null when cancelled. */
  'plan-template.import': call(nothing, PlanTemplate.nullable()),
  /** By group, then by key. */
  'phrase.list': call(nothing, z.array(Phrase).readonly()),
  /** New and changed ones: one command, all or nothing. */
  'phrase.save': call(z.object({ phrases: z.array(PhraseInput).min(1) }), z.array(Phrase).readonly()),
  'phrase.remove': call(z.object({ ids: z.array(PhraseId).min(1) }), nothing),
}
