import { buildRegisterList, type RegisterListRecords } from '#shared/document/register-list.ts'
import type { AssignmentId } from '#shared/domain/identifier.ts'
import type { Progress } from '#shared/domain/progress.ts'
import type { RegisterPaperRequest } from '#shared/ipc/register-paper-contract.ts'
import { exportText, wordNotice } from '#shared/text/vi/export.ts'
import { listFileName } from '#shared/text/vi/register-paper.ts'
import type { PageService } from '#main/documents/page-service.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { listProgress } from '#main/store/repositories/progress.ts'
import type { ServiceContext } from './context.ts'
import type { PaperFile, PaperFormat } from './export.ts'
import { refuseCancelled, type JobControl } from './jobs.ts'
import { requireOffice } from './office.ts'
import { readRegister } from './register.ts'

/**
 * Makes the file of a list of followed tasks: of any view, of one agency its sheet, of one member the member's. Throws `cancelled`,
 * `pages-failed`, `workspace-not-set-up`.
 */
export async function makeRegisterPaper(
  context: ServiceContext,
  pages: PageService,
  request: RegisterPaperRequest,
  format: PaperFormat,
  control: JobControl,
): Promise<PaperFile> {
  control.tell(0, 2, exportText.building)
  const records = await readListRecords(context, request)
  const { document, notices, title, of } = buildRegisterList(records)
  refuseCancelled(control.signal)
  const name = listFileName(title, request.year, of, records.register.today)
  const made = { notices: notices.map(wordNotice), name: `${name}.${format}` }
  if (format === 'pdf') {
    const { bytes, lettersWithoutShape: letters } = await pages.pdf(document)
    const shapeless = letters.length === 0 ? [] : [wordNotice({ code: 'letters-without-shape', letters })]
    return { ...made, bytes, notices: [...made.notices, ...shapeless] }
  }
  const bytes = await runDocumentJob(format === 'docx' ? 'write-docx' : 'write-xlsx', document, { signal: control.signal })
  // A row of a sheet is as high as it must be: what splits over pages is a trouble of paper.
  return { ...made, bytes, notices: format === 'xlsx' ? [] : made.notices }
}

async function readListRecords(context: ServiceContext, { year, asOf, view }: RegisterPaperRequest): Promise<RegisterListRecords> {
  const { db } = context
  const register = await readRegister(context, { year, asOf })
  return {
    register,
    view,
    year,
    registry: await readAgencyRegistry(db),
    fields: await listFields(db),
    members: await listMembers(db),
    office: await requireOffice(db),
    latest: latestOf(
      await listProgress(
        db,
        register.tasks.map(({ taskId }) => taskId),
      ),
      register.today,
    ),
  }
}

/** The last word about each share up to a day; one that was corrected since counts no more. */
function latestOf(progress: readonly Progress[], today: string): ReadonlyMap<AssignmentId, Progress> {
  const known = progress.filter(({ happenedOn }) => happenedOn <= today)
  const corrected = new Set(known.flatMap(({ correctsId }) => (correctsId === null ? [] : [correctsId])))
  return new Map(known.filter(({ id }) => !corrected.has(id)).map((entry) => [entry.assignmentId, entry]))
}
