import { AppError } from '#shared/app-error.ts'
import type { JobAnswer, JobMessage, TellProgress } from './document-job.ts'

/**
 * Every job the document workers know, by name. A job is listed here and nowhere else; `runDocumentJob` takes its types from
 * this list. Code is loaded with the first job that needs it: who reads a plan does not wait for the library that writes one.
 */
const documentJobs = {
  'compare-papers': async () => (await import('./compare-plans.ts')).comparePapersJob,
  'compare-plans': async () => (await import('./compare-plans.ts')).comparePlansJob,
  'merge-docx': async () => (await import('./merge-docx.ts')).mergeDocx,
  'read-docx-origin': async () => (await import('./merge-docx.ts')).readDocxOrigin,
  'read-agency-form': async () => (await import('./read-agency-form.ts')).readAgencyForm,
  'read-appendix-file': async () => (await import('./read-appendix.ts')).readAppendixFile,
  'read-appendix-paste': async () => (await import('./read-appendix.ts')).readAppendixPaste,
  'read-plan-file': async () => (await import('./read-plan.ts')).readPlanFile,
  'read-plan-paste': async () => (await import('./read-plan.ts')).readPlanPaste,
  'read-pack': async () => (await import('./read-pack.ts')).readPack,
  'write-agency-form': async () => (await import('./write-agency-form.ts')).writeAgencyForm,
  'write-docx': async () => (await import('./write-docx.ts')).writeDocx,
  'write-xlsx': async () => (await import('./write-xlsx.ts')).writeXlsx,
  'write-pack': async () => (await import('./write-pack.ts')).writePack,
}
export type DocumentJobs = { readonly [Name in keyof typeof documentJobs]: Awaited<ReturnType<(typeof documentJobs)[Name]>> }

/** Entry of the thread: runs one job and answers with its value or its failure. */
export default async function runJob({ name, input, progress }: JobMessage): Promise<JobAnswer> {
  const tellProgress: TellProgress = (done, total) => progress.postMessage({ done, total }, [])
  try {
    const jobs: Readonly<Record<string, () => Promise<(input: never, tellProgress: TellProgress) => unknown>>> = documentJobs
    const load = jobs[name]
    if (load === undefined) throw new Error(`no document job named ${name}`)
    const job = await load()
    return { ok: true, value: await job(input as never, tellProgress) }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, details: error.details }
    throw error
  } finally {
    progress.close()
  }
}
