import { AppError } from '#shared/app-error.ts'
import type { JobAnswer, JobMessage, TellProgress } from './document-job.ts'
import { readAppendixFile, readAppendixPaste } from './read-appendix.ts'
import { readPlanFile, readPlanPaste } from './read-plan.ts'
import { writeDocx } from './write-docx.ts'

/**
 * Every job the document workers know, by name. A job is listed here and nowhere else; `runDocumentJob` takes its types from
 * this list.
 */
const documentJobs = {
  'read-appendix-file': readAppendixFile,
  'read-appendix-paste': readAppendixPaste,
  'read-plan-file': readPlanFile,
  'read-plan-paste': readPlanPaste,
  'write-docx': writeDocx,
}
export type DocumentJobs = typeof documentJobs

/** Entry of the thread: runs one job and answers with its value or its failure. */
export default async function runJob({ name, input, progress }: JobMessage): Promise<JobAnswer> {
  const tellProgress: TellProgress = (done, total) => progress.postMessage({ done, total })
  try {
    const jobs: Readonly<Record<string, (input: never, tellProgress: TellProgress) => unknown>> = documentJobs
    const job = jobs[name]
    if (job === undefined) throw new Error(`no document job named ${name}`)
    return { ok: true, value: await job(input as never, tellProgress) }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, details: error.details }
    throw error
  } finally {
    progress.close()
  }
}
