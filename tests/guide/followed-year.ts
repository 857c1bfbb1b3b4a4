import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../helpers/office.ts'

/** Starts the tests of a file on a year as offices live it. */
export function startOnFollowedYear(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-guide-'))
  test.beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ['bench/make-year.ts', join(folder, 'year')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }))
  test.use({ startWith: ['--workspace', join(folder, 'year')] })
}
