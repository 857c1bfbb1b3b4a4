import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agencyChangeText } from '#shared/text/vi/agency-change.ts'
import { commandLineText } from '#shared/text/vi/command-line.ts'
import { cchcHere } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

test('an administrator sees what a merger would move, makes it, and is told why one cannot be made', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'mau')
  expect((await cchcHere(['init-sample', '--workspace', workspace], folder)).code).toBe(0)
  const merge = async (from: readonly string[], ...words: readonly string[]) =>
    cchcHere(
      ['agency', 'merge', '--workspace', workspace, '--from', ...from, '--on', '1/3/2025', '--basis', 'Nghị quyết số 04', ...words],
      folder,
    )
  const departments = ['so ke hoach va dau tu', 'so tai chinh']
  const tried = await merge(departments, '--to', 'Sở Tài chính', '--dry-run')
  expect([tried.code, tried.out.trim().split('\n')]).toEqual([0, [agencyChangeText.nothingOpen, commandLineText.nothingWritten]])
  const made = JSON.parse((await merge(departments, '--to', 'Sở Tài chính', '--json')).out) as { counts: { moved: number } }
  expect(made.counts.moved).toBe(0)
  const wrong = await merge(['Sở Không Có'], '--to', 'Sở Tài chính')
  expect([wrong.code, wrong.err.includes('Không có cơ quan nào tên “Sở Không Có”')]).toEqual([1, true])
})
