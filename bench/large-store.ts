import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeIssuedYear } from '../tests/helpers/followed-year.ts'
import { fillLargeStore } from '../tests/helpers/large-store.ts'

/** A workspace of twenty years in a folder of its own. */
export interface LargeStore {
  readonly folder: string
  readonly drop: () => void
}

/**
 * Makes the large store (half a minute), or takes the one in the folder that `CCHC_LARGE_STORE` names, which `bench/make-year.ts DIR --large`
 * made with the same program.
 */
export async function largeStore(): Promise<LargeStore> {
  const there = process.env['CCHC_LARGE_STORE']
  if (there !== undefined) return { folder: there, drop: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
  const year = await makeIssuedYear(folder)
  await fillLargeStore(year)
  await year.close()
  await closeWorkerPool()
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
