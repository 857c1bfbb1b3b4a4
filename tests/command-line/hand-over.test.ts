import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { cchcHere, cchcJson } from '../helpers/command-line.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

afterAll(closeWorkerPool)

test('a script hands a plan over, takes it back with what was done, and reclaims another', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'mat-khau.txt'), 'cây cầu qua sông\nkhông đọc dòng này')
  writeFileSync(join(folder, 'sai.txt'), 'một mật khẩu khác')
  writeFileSync(join(folder, 'ngan.txt'), 'ngắn')
  const [mine, yours] = [join(folder, 'của tôi'), join(folder, 'của bạn')]
  for (const workspace of [mine, yours]) expect((await cchcHere(['init-sample', '--workspace', workspace], folder)).code).toBe(0)
  const run = (workspace: string, ...words: string[]) => cchcJson(['hand-over', ...words, '--workspace', workspace], folder)
  const secret = ['--passphrase-file', 'mat-khau.txt']

  const given = await run(mine, 'pack', '--year', '2023', '--to', 'Người nhận (mẫu)', '--out', 'giao.cchc', ...secret)
  expect(given).toMatchObject({ file: join(folder, 'giao.cchc'), handOver: { state: 'given', otherName: 'Người nhận (mẫu)' } })
  expect(await cchcJson(['plan', 'clone', '--from', '2023', '--to', '2024', '--workspace', mine], folder)).toMatchObject({
    plan: { year: 2024 },
  })
  expect(await run(mine, 'pack', '--year', '2023', '--to', 'Khác', '--out', 'khac.cchc', ...secret)).toMatchObject({
    code: 1,
    error: { code: 'handed-over' },
  })

  expect(await run(yours, 'open', 'giao.cchc', '--passphrase-file', 'sai.txt')).toMatchObject({
    code: 1,
    error: { code: 'pack-passphrase-wrong' },
  })
  expect(await run(yours, 'open', 'giao.cchc', '--passphrase-file', 'ngan.txt')).toMatchObject({ code: 2 })
  // Each sample has ids of its own: the plan comes beside the one that is there.
  expect(await run(yours, 'open', 'giao.cchc', ...secret)).toMatchObject({ pack: { verdict: 'receive' }, handOver: null })
  expect(await run(yours, 'open', 'giao.cchc', '--accept', ...secret)).toMatchObject({ handOver: { state: 'received' } })
  expect(await run(yours, 'return', '--out', 'tra.cchc', ...secret)).toMatchObject({ handOver: { state: 'sent-back' } })
  expect(await run(mine, 'open', 'tra.cchc', '--accept', ...secret)).toMatchObject({
    pack: { verdict: 'take-back', comparisons: [] },
    handOver: { state: 'returned' },
  })

  const nothing = await cchcHere(['hand-over', 'reclaim', '--reason', 'Gấp', '--workspace', mine], folder)
  const short = await cchcHere(['hand-over', 'open', 'giao.cchc', '--passphrase-file', 'ngan.txt', '--workspace', yours], folder)
  expect([nothing.code, nothing.err.split('.')[0], short.err.includes('..')]).toEqual([1, 'Không có lần bàn giao nào như vậy', false])

  await run(mine, 'pack', '--all', '--to', 'Người nhận (mẫu)', '--out', 'tat-ca.cchc', ...secret)
  expect(await run(mine, 'reclaim', '--reason', 'Gấp')).toMatchObject({ handOver: { state: 'reclaimed', reason: 'Gấp' } })
  const { out } = await cchcHere(['hand-over', 'list', '--workspace', mine], folder)
  expect(out.split('\n').map((line) => line.split(':')[0])).toEqual(['Đã thu hồi', 'Đã nhận lại', ''])
}, 300_000)
