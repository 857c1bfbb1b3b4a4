import { AppError } from '#shared/app-error.ts'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
import { wordFailure } from '#shared/text/vi/failures.ts'
import { ask } from '../../lib/bridge.ts'

/**
 * Reads returned forms one after the other. A file that cannot be read at all stands among the others, refused with its sentence: the rest goes on. Stops
 * with what was read when the person stops it.
 */
export async function readForms(
  jobId: string,
  year: number,
  paths: readonly string[],
  onRead: (count: number) => void,
): Promise<readonly FormPreview[]> {
  const previews: FormPreview[] = []
  for (const path of paths) {
    try {
      previews.push(await ask('agency-form.read', { jobId, year, path }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'cancelled') return previews
      previews.push(unreadable(path, error))
    }
    onRead(previews.length)
  }
  return previews
}

function unreadable(path: string, error: AppError): FormPreview {
  return {
    id: crypto.randomUUID(),
    file: path.split(/[\\/]/).at(-1) ?? path,
    agencyName: null,
    status: 'refused',
    changes: [],
    same: 0,
    blank: 0,
    problems: [{ at: null, code: error.code, ...wordFailure(error.code, error.details) }],
    notes: [],
  }
}
