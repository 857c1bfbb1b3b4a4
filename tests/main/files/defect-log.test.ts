import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { createDefectLog } from '#main/files/defect-log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-log-'))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.restoreAllMocks()
})

const now = (): Date => new Date('2023-03-05T01:02:03Z')

test('a defect is found again by its reference', () => {
  const file = join(folder, 'new', 'log.txt')
  createDefectLog(file, now)('a1b2c3d4', 'plan.issue', new Error('no such table'))
  expect(readFileSync(file, 'utf8')).toMatch(/^2023-03-05T01:02:03.000Z a1b2c3d4 plan.issue\nError: no such table\n/)
})

test('a long log is put aside, so that it never fills the disk', () => {
  const file = join(folder, 'log.txt')
  writeFileSync(file, 'x'.repeat(1_000_001))
  createDefectLog(file, now)('a1b2c3d4', 'plan.issue', 'thrown text')
  expect(statSync(`${file}.1`).size).toBe(1_000_001)
  expect(readFileSync(file, 'utf8')).toContain('thrown text')
})

test('a log that cannot be written does not throw in its turn', () => {
  const file = join(folder, 'log.txt')
  writeFileSync(file, '')
  expect(() => createDefectLog(join(file, 'below', 'log.txt'), now)('a', 'b', 'c')).not.toThrow()
})
