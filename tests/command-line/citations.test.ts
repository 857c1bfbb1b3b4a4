import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cchcHere } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

interface Answer {
  readonly mentions: number
  readonly findings: readonly { readonly code: string; readonly place: string; readonly replacement: string | null }[]
  readonly documents: readonly { readonly symbol: string; readonly standing: string }[]
  readonly unregistered: readonly unknown[]
}

test('a script is told the slips of a plan’s citations and the registry', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'mau')
  expect((await cchcHere(['init-sample', '--workspace', workspace], folder)).code).toBe(0)
  const run = async (...words: readonly string[]) => cchcHere(['citations', '--workspace', workspace, ...words], folder)
  const plan = JSON.parse((await run('--year', '2023', '--json')).out) as Answer
  expect([plan.mentions, plan.findings.map(({ code, place, replacement }) => [code, place, replacement]), plan.unregistered]).toEqual([
    28,
    [
      ['day-word-missing', 'II.5.3, cước chú 4', 'ngày '],
      ['date-form', 'II.5.3, cước chú 4', '13/7/2022'],
    ],
    [],
  ])
  expect((await run('--year', '2023')).out).toContain('II.5.3, cước chú 4: Thiếu chữ “ngày” trước 13/07/2022.')
  const registry = JSON.parse((await run('--json')).out) as Answer
  expect([registry.documents.length, [...new Set(registry.documents.map(({ standing }) => standing))]]).toEqual([25, ['unknown']])
  expect((await run()).out).toMatch(/^25 văn bản trong sổ\.\n/)
  expect((await run('--year', '2031', '--json')).code).toBe(1)
})
