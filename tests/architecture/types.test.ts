import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// Each room's own compiler settings decide which worlds it sees. A copy of the settings around one planted file shows it.

const root = join(import.meta.dirname, '..', '..')
const house = mkdtempSync(join(tmpdir(), 'cchc-types-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

cpSync(join(root, 'package.json'), join(house, 'package.json'))
cpSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
for (const room of ['shared', 'main', 'preload', 'renderer']) {
  mkdirSync(join(house, 'src', room), { recursive: true })
  cpSync(join(root, 'src', room, 'tsconfig.json'), join(house, 'src', room, 'tsconfig.json'))
  writeFileSync(join(house, 'src', room, 'planted.ts'), '')
}

function compile(room: string, text: string): string {
  const folder = join(house, 'src', room)
  writeFileSync(join(folder, 'planted.ts'), text)
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  return spawnSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.json'), '--noEmit'], { encoding: 'utf8', cwd: house }).stdout
}

test.each([
  ['shared', 'document.title', "Cannot find name 'document'"],
  ['shared', 'process.cwd()', "Cannot find name 'process'"],
  ['shared', "import { readFileSync } from 'node:fs'\nreadFileSync('')", "Cannot find name 'node:fs'"],
  ['shared', 'setTimeout(() => {}, 1)', "Cannot find name 'setTimeout'"],
  ['main', 'document.title', "Cannot find name 'document'"],
  ['renderer', 'process.cwd()', "Cannot find name 'process'"],
  ['renderer', "Buffer.from('')", "Cannot find name 'Buffer'"],
  ['renderer', "import { readFileSync } from 'node:fs'\nreadFileSync('')", "Cannot find name 'node:fs'"],
])('src/%s does not compile with %s', (room, text, complaint) => {
  expect(compile(room, `${text}\nexport {}`)).toContain(complaint)
})

test.each([
  ['shared', 'export const year: number = 2023'],
  ['main', 'export const folder: string = process.cwd()'],
  ['renderer', 'export const title: string = document.title'],
])('src/%s compiles with %s', (room, text) => {
  expect(compile(room, text)).toBe('')
})

test.each([
  ['an item that may be missing', 'export const first = (list: readonly string[]): string => list[0]', 'TS2322'],
  ['an explicit undefined for an absent property', 'export const value: { note?: string } = { note: undefined }', 'TS2375'],
  ['an enum', 'export enum Status { Draft }', 'TS1294'],
  ['an unused name', 'const unused = 1\nexport {}', 'TS6133'],
])('the strictest settings refuse %s', (_what, text, code) => {
  expect(compile('shared', text)).toContain(code)
})
