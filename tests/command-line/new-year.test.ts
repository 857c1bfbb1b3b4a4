import { afterAll, expect, test, vi } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { cchcHere, cchcJson } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

vi.setConfig({ testTimeout: 120_000 })
afterAll(closeWorkerPool)

interface Flags {
  readonly open: number
  readonly red: number
  readonly plan?: { readonly id: string; readonly year: number; readonly subject: string }
  readonly flags: readonly { readonly kind: string; readonly severity: string; readonly place: string; readonly words: string }[]
}

const countOf = ({ flags }: Flags): unknown =>
  Object.fromEntries([...Map.groupBy(flags, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]))

test('a script drafts the plan of 2024 from that of 2023 and reads what is left to look through', async () => {
  const folder = temporaryFolder()
  await cchcHere(['init-sample', '--workspace', 'mau'], folder)
  const made = (await cchcJson(['plan', 'clone', '--from', '2023', '--to', '2024', '--workspace', 'mau'], folder)) as Flags
  expect([made.plan?.year, made.plan?.subject]).toEqual([2024, 'Cải cách hành chính tỉnh Lạng Sơn năm 2024'])
  const flags = (await cchcJson(['plan', 'flags', '--year', '2024', '--workspace', 'mau'], folder)) as Flags
  expect(countOf(flags)).toEqual({ 'year': 10, 'task-year': 8, 'deadline': 28, 'citation': 25, 'signer': 1 })
  expect(flags.flags).toEqual(made.flags)
  expect([flags.open, flags.red]).toEqual([72, 44])
  const { out } = await cchcHere(['plan', 'flags', '--year', '2024', '--workspace', 'mau'], folder)
  expect(out).toContain('72 việc cần rà (44 phải sửa), 0 đã sửa, 0 giữ nguyên.')
  expect(out).toContain('II.2.4: “… thực hiện hệ thống hoá văn bản QPPL kỳ 2019 - 2023 theo kế hoạch của Chính phủ')
})

test('an earlier year, a missing year and a year without a plan are told, each by its code', async () => {
  const folder = temporaryFolder()
  await cchcHere(['init-sample', '--workspace', 'mau'], folder)
  const clone = async (...words: readonly string[]): Promise<unknown> => cchcJson(['plan', 'clone', ...words, '--workspace', 'mau'], folder)
  expect([
    await clone('--from', '2023', '--to', '2022'),
    await clone('--from', '2023'),
    await clone('--from', '2019', '--to', '2024'),
  ]).toMatchObject([
    { code: 1, error: { code: 'clone-year-not-later' } },
    { code: 2, error: { code: 'wrong-use' } },
    { code: 1, error: { code: 'plan-not-found-for-year' } },
  ])
})
