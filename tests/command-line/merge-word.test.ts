import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { cchcHere, cchcJson } from '../helpers/command-line.ts'
import { temporaryFolderOfFile } from '../helpers/folders.ts'
import { editParts } from '../helpers/returned-files.ts'

const home = temporaryFolderOfFile()
const workspace = ['--workspace', join(home, 'mau')]

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  const made = await cchcHere(['init-sample', ...workspace], home)
  if (made.code !== 0) throw new Error(made.err)
}, 120_000)

afterAll(closeWorkerPool)

test('a file that was exported, edited and merged: tried first, then taken, then nothing is left', async () => {
  const sent = join(home, 'gui.docx')
  await cchcJson(['export', '--year', '2023', '--what', 'plan', '--format', 'docx', '--out', sent, ...workspace], home)
  const back = editParts(sent, 've.docx', {
    'word/document.xml': (xml) =>
      xml.replace('tiến hành động bộ', 'tiến hành đồng bộ').replace('Trước ngày 15/01/2023', 'Trước ngày 20/01/2023'),
  })
  const merge = ['plan', 'merge-word', back, '--year', '2023', ...workspace]
  const tried = await cchcJson([...merge, '--dry-run'], home)
  expect(tried).toMatchObject({
    file: 've.docx',
    base: 'sent',
    applied: 0,
    conflicts: 0,
    differences: [
      { kind: 'edited', place: 'I.2.đoạn 2', conflict: false },
      {
        kind: 'cell',
        place: 'Phụ lục I.1 · Thời gian thực hiện, hoàn thành',
        before: 'Trước ngày 15/01/2023',
        after: 'Trước ngày 20/01/2023',
      },
    ],
    comments: [],
    remarks: [],
  })
  const commented = editParts(back, 'gop-y.docx', {
    'word/document.xml': (xml) =>
      xml.replace('<w:r><w:t xml:space="preserve">Yêu cầu', '<w:commentRangeStart w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>$&'),
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>$&',
      ),
    'word/comments.xml': () =>
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="5" w:author="Giám đốc (mẫu)"><w:p><w:r><w:t>Viết gọn lại</w:t></w:r></w:p></w:comment></w:comments>',
  })
  const said = await cchcHere(['plan', 'merge-word', commented, '--year', '2023', '--dry-run', ...workspace], home)
  expect(said.out).toMatch(/^So với bản đã xuất lúc \d\d\/\d\d\/\d{4} \d\d:\d\d\.\n/)
  expect(said.out).toContain('Góp ý của Giám đốc (mẫu) tại “2. Yêu cầu”: Viết gọn lại')
  expect(await cchcJson(merge, home)).toMatchObject({ applied: 2 })
  const { code, out } = await cchcHere(merge, home)
  expect([code, out.includes('Tệp này không khác dự thảo')]).toEqual([0, true])
  expect(await cchcJson(['tasks', '--year', '2023', ...workspace], home)).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ deadline: expect.objectContaining({ phrase: 'Trước ngày 20/01/2023' }) as unknown }),
    ]) as unknown,
  })
})
