import type { z } from 'zod'
import { Profile } from '#shared/domain/actor.ts'
import { Agency, AgencyGroup } from '#shared/domain/agency.ts'
import { CitedDocument } from '#shared/domain/cited-document.ts'
import { DocumentRecord } from '#shared/domain/document-record.ts'
import { Field } from '#shared/domain/field.ts'
import { FileHash } from '#shared/domain/identifier.ts'
import { Member } from '#shared/domain/member.ts'
import { Office } from '#shared/domain/office.ts'
import { Plan } from '#shared/domain/plan.ts'
import { Goal, Programme } from '#shared/domain/programme.ts'
import { Phrase } from '#shared/domain/phrase.ts'
import { PlanTemplate } from '#shared/domain/plan-template.ts'
import { Provision } from '#shared/domain/provision.ts'
import { Appendix, Task } from '#shared/domain/task.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { listAgencies, listAgencyGroups } from '#main/store/repositories/agency.ts'
import { listAppendices } from '#main/store/repositories/appendix.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { listCitedDocuments } from '#main/store/repositories/cited-document.ts'
import { listDocumentRecords } from '#main/store/repositories/document-record.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import { listProfiles } from '#main/store/repositories/profile.ts'
import { listGoals, listProgrammes } from '#main/store/repositories/programme.ts'
import { listPhrases, listPlanTemplates } from '#main/store/repositories/shelf.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listStoredFiles } from '#main/store/repositories/stored-file.ts'
import { listTasks } from '#main/store/repositories/task.ts'
import type { ServiceContext } from './context.ts'

type Problem = Output<'workspace.check'>['problems'][number]

/**
 * Looks at everything that is trusted elsewhere: the database file (as `checkFile` says), the chain of the log, every record against its
 * schema, every stored file against its hash. Changes nothing; an empty list means that all is well.
 */
export async function checkWorkspace(context: ServiceContext, checkFile: () => readonly string[]): Promise<Output<'workspace.check'>> {
  const problems: Problem[] = checkFile().map((detail) => ({ what: 'database', detail }))
  const broken = await findBrokenLink(context.db)
  if (broken !== null) problems.push({ what: 'log', detail: String(broken) })
  problems.push(...(await checkRecords(context)), ...(await checkFiles(context)))
  return { problems }
}

/** Every record that its schema refuses; also what is asked of the rows of a pack. */
export async function checkRecords({ db }: Pick<ServiceContext, 'db'>): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const see = (noun: string, schema: z.ZodType, records: readonly object[]): void => {
    for (const record of records) {
      const parsed = schema.safeParse(record)
      if (parsed.success) continue
      const id = 'id' in record && typeof record.id === 'string' ? record.id : noun
      const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
      problems.push({ what: 'record', detail: `${noun} ${id}: ${where}` })
    }
  }
  const office = await findOffice(db)
  see('office', Office, office === null ? [] : [office])
  see('profile', Profile, await listProfiles(db))
  see('agency', Agency, await listAgencies(db))
  see('agency-group', AgencyGroup, await listAgencyGroups(db))
  see('member', Member, await listMembers(db))
  see('field', Field, await listFields(db))
  see('cited-document', CitedDocument, await listCitedDocuments(db))
  see('document', DocumentRecord, await listDocumentRecords(db))
  see('plan-template', PlanTemplate, await listPlanTemplates(db))
  see('phrase', Phrase, await listPhrases(db))
  see('programme', Programme, await listProgrammes(db))
  see('goal', Goal, await listGoals(db, null))
  const plans = await listPlans(db)
  see('plan', Plan, plans)
  for (const { id } of plans) {
    see('provision', Provision, await listProvisions(db, id))
    see('appendix', Appendix, await listAppendices(db, id))
    see('task', Task, await listTasks(db, id))
  }
  return problems
}

async function checkFiles({ db, files }: ServiceContext): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const { hash, name } of await listStoredFiles(db)) {
    const state = await files.verify(FileHash.parse(hash))
    if (state !== 'sound') problems.push({ what: state === 'missing' ? 'file-missing' : 'file-changed', detail: name })
  }
  return problems
}
