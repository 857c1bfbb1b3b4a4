import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cchcHere } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

test('a script is told how a year stands on a day, and writes the list of one agency as a workbook', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'mau')
  expect((await cchcHere(['init-sample', '--workspace', workspace], folder)).code).toBe(0)
  const run = async (...words: readonly string[]) =>
    cchcHere(['tasks', '--workspace', workspace, '--year', '2023', '--status', '--as-of', '30/6/2023', ...words], folder)
  const register = JSON.parse((await run('--json')).out) as { today: string; totals: object; tasks: readonly { light: string }[] }
  expect([register.today, register.totals, register.tasks.length]).toEqual(['2023-06-30', { tasks: 44, shares: 708 }, 44])
  expect((await run()).out).toMatch(/^44 nhiệm vụ, 708 lượt phân công\n/)
  const file = join(folder, 'so-tu-phap.xlsx')
  const written = JSON.parse((await run('--out', 'so-tu-phap.xlsx', '--agency', 'so tu phap', '--json')).out) as { bytes: number }
  expect([readFileSync(file).length, readFileSync(file).subarray(0, 2).toString()]).toEqual([written.bytes, 'PK'])
  expect((await run('--out', 'danh-muc.txt')).code).toBe(2)
})
