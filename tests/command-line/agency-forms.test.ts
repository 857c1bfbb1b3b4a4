import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeIssuedYear } from '../helpers/followed-year.ts'
import { cchcHere, cchcJson } from '../helpers/command-line.ts'
import { editForm, wellDone } from '../helpers/form-sheet.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

afterAll(closeWorkerPool)

test('forms are made and taken by command line: what would change first, then once; a faulty one is told by cell and fails the command', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'dữ liệu')
  await (await makeIssuedYear(workspace)).close()
  const say = (words: readonly string[]) => cchcHere([...words, '--workspace', workspace], folder)
  const facts = (words: readonly string[]) => cchcJson([...words, '--workspace', workspace], folder)

  const made = await say(['agency-forms', '--out', 'phieu', '--as-of', '30/6/2023', '--agency', 'so tu phap', 'Sở Nội vụ', '--lead-only'])
  const files = ['Phiếu cập nhật 2023 - Sở Nội vụ.xlsx', 'Phiếu cập nhật 2023 - Sở Tư pháp.xlsx']
  expect([made.code, made.err, readdirSync(join(folder, 'phieu')).toSorted()]).toEqual([0, '', files])

  const [home = '', justice = ''] = files.map((file) => join(folder, 'phieu', file))
  await editForm(justice, ({ firstRow, fill }) => fill(firstRow, { ...wellDone, happenedOn: '20/6/2023' }))
  const dry = await facts(['import-progress', justice, '--dry-run'])
  const first = await facts(['import-progress', justice])
  const second = await facts(['import-progress', justice])
  expect([dry, first, second]).toMatchObject([
    { applied: 0, refused: 0, dryRun: true, forms: [{ agencyName: 'Sở Tư pháp', status: 'ready', applied: 0, changes: [{ row: 8 }] }] },
    { applied: 1, refused: 0, forms: [{ status: 'ready', applied: 1 }] },
    { applied: 0, refused: 0, forms: [{ status: 'nothing-new', same: 1, applied: 0, changes: [] }] },
  ])

  await editForm(home, ({ firstRow, fill }) => fill(firstRow, { state: 'Hoàn thành', happenedOn: 'hôm qua' }))
  const refused = await say(['import-progress', home, join(folder, 'không có.xlsx'), '--year', '2023'])
  expect([refused.code, refused.err.trim(), refused.out.split('\n').filter((line) => line.includes('!'))]).toEqual([
    1,
    '2 phiếu có lỗi, không nhận dòng nào của các phiếu đó. Sửa các ô đã nêu (hoặc gửi đơn vị sửa) rồi nhập lại.',
    [
      '  ! Ô H8: “hôm qua” không hiểu được là ngày nào. Ghi lại đủ ngày/tháng/năm, ví dụ 05/07/2023.',
      '  ! Ô M8: “Hoàn thành” chưa có văn bản kiểm chứng. Ghi số, ký hiệu, ngày, tên văn bản; không có thì điền cột Giải trình.',
      expect.stringMatching(/^ {2}! .*không có\.xlsx/),
    ],
  ])
  expect((await say(['agency-forms', '--out', 'phieu', '--agency', 'Sở Không Có'])).code).toBe(1)
}, 120_000)
