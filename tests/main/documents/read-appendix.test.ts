import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { readAppendicesOfDocx, readAppendixFile, readAppendixPaste } from '#main/documents/read-appendix.ts'
import { openPackage } from '#main/documents/open-package.ts'
import { readDocx } from '#main/documents/read-docx.ts'
import { closeWorkerPool, runDocumentJob } from '#main/documents/worker-pool.ts'
import { partyWords } from '#shared/domain/agency.ts'
import { deadlineKind } from '#shared/domain/deadline.ts'
import { AppendixFileDraft, type AppendixDraft } from '#shared/domain/draft.ts'
import { langSon, shippedRegistry } from '../../helpers/provinces.ts'
import { excelFile, warningsInWords, wordFile } from '../../helpers/tables.ts'

afterAll(closeWorkerPool)

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))
const context = { registry: langSon, asOf: '2023-01-01', planYear: 2023, issuedOn: null }
const readFile = async (file: string, bytes: Uint8Array) => readAppendixFile({ file, bytes, ...context }, () => undefined)

/** The 44 rows of the sample as data: field, task, product, lead, coordinating, deadline. */
const expected = new TextDecoder()
  .decode(fixture('phu-luc-2023.tsv'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([field = '', , ...rest]) => [field, ...rest])

/** The same six columns of a draft; agencies as they would be printed. */
function columnsOf(draft: AppendixDraft | undefined, registry = langSon): readonly (readonly string[])[] {
  const rows = draft?.rows ?? []
  const fields = [...new Set(rows.map((row) => row.fieldTitle))]
  return rows.map((row) => [
    String(fields.indexOf(row.fieldTitle) + 1),
    row.content,
    row.product,
    row.leads.map((party) => partyWords(party, registry)).join('; '),
    row.coordinating.map((party) => partyWords(party, registry)).join('; '),
    row.deadline.phrase,
  ])
}

describe('the sample appendix', () => {
  const sources: readonly [string, () => Promise<AppendixDraft | undefined>][] = [
    ['alone in Word', async () => (await readFile('phu-luc-2023.docx', fixture('phu-luc-2023.docx'))).appendices[0]],
    ['alone in Excel', async () => (await readFile('phu-luc-2023.xlsx', fixture('phu-luc-2023.xlsx'))).appendices[0]],
    [
      'in the plan’s own file',
      async () => readAppendicesOfDocx(readDocx(openPackage(fixture('ke-hoach-cchc-2023.docx'), 'k.docx', 'docx')), context).appendices[0],
    ],
  ]
  test.each(sources)('%s gives its 44 rows word for word, every lead known, every deadline given a kind', async (_name, read) => {
    const draft = await read()
    expect(columnsOf(draft)).toEqual(expected)
    expect(
      draft?.rows.map((row) => row.leads.every((party) => party.kind !== 'words') && deadlineKind(row.deadline) !== 'unknown'),
    ).toEqual(expected.map(() => true))
    expect(draft?.rows.map(({ stt }) => Number(stt))).toEqual(
      [8, 7, 8, 4, 7, 3, 7].flatMap((count) => Array.from({ length: count }, (_, index) => index + 1)),
    )
    expect([draft?.title, draft?.orientation, draft?.columns.map(({ key }) => key)]).toEqual([
      'CÁC NHIỆM VỤ TRỌNG TÂM VỀ CẢI CÁCH HÀNH CHÍNH NĂM 2023',
      'landscape',
      ['stt', 'task', 'product', 'lead', 'coordinating', 'deadline'],
    ])
  })

  test('has one thing to ask about: a body that is nobody in particular', async () => {
    for (const name of ['phu-luc-2023.docx', 'phu-luc-2023.xlsx']) {
      const draft = await readFile(name, fixture(name))
      expect(warningsInWords(draft)).toEqual(['agency-not-recognised: cơ quan chủ trì soạn thảo'])
      expect(AppendixFileDraft.parse(draft)).toEqual(draft)
    }
  })

  test('needs nothing but the organisation that the program ships: every body is known, printed as the paper has it', async () => {
    const registry = shippedRegistry()
    const draft = await readAppendixFile(
      { file: 'phu-luc-2023.docx', bytes: fixture('phu-luc-2023.docx'), ...context, registry },
      () => undefined,
    )
    expect(columnsOf(draft.appendices[0], registry)).toEqual(expected)
    expect(draft.warnings).toEqual([])
  })

  test('is read in a thread as well', async () => {
    const draft = await runDocumentJob('read-appendix-file', { file: 'phu-luc-2023.xlsx', bytes: fixture('phu-luc-2023.xlsx'), ...context })
    expect(columnsOf(draft.appendices[0])).toEqual(expected)
  })

  test('is known by its bytes when its name lies', async () =>
    expect(columnsOf((await readFile('phu-luc.docx', fixture('phu-luc-2023.xlsx'))).appendices[0])).toEqual(expected))
})

describe('what is no appendix is refused with its own sentence', () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/x.xml': new Uint8Array(60_000_000),
  })
  test.each<[string, Uint8Array | (() => Promise<Uint8Array>), string]>([
    ['rong.xlsx', new Uint8Array(0), 'file-empty'],
    ['quet.docx', text('%PDF-1.7'), 'file-is-pdf'],
    ['cat.xlsx', fixture('phu-luc-2023.xlsx').slice(0, 4000), 'file-truncated'],
    ['bom.xlsx', bomb, 'file-hostile'],
    ['loi.docx', text('Chỉ là chữ'), 'file-not-what-it-says'],
    ['khong-bang.docx', () => wordFile([{ lines: ['Kế hoạch không có bảng nào'] }]), 'file-without-table'],
    [
      'bang-khac.xlsx',
      () =>
        excelFile([
          {
            rows: [
              ['Họ và tên', 'Ngày sinh'],
              ['Nguyễn Văn A', '1980'],
            ],
          },
        ]),
      'file-without-table',
    ],
    ['trong.xlsx', () => excelFile([{ rows: [] }]), 'file-without-table'],
  ])('%s', async (file, bytes, code) => {
    await expect(readFile(file, typeof bytes === 'function' ? await bytes() : bytes)).rejects.toMatchObject({ code, details: { file } })
  })

  test.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'mat.docx',
      () =>
        wordFile([
          { lines: ['TỐI MẬT'] },
          {
            rows: [
              ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
              ['1', 'Việc', 'Sở Nội vụ', 'Năm 2023'],
            ],
          },
        ]),
      'file-secret',
    ],
    [
      'mat.xlsx',
      () => excelFile([{ rows: [['MẬT'], ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'], ['1', 'Việc', 'Sở Nội vụ', 'Năm 2023']] }]),
      'file-secret',
    ],
    [
      'abc.xlsx',
      () =>
        excelFile([
          {
            rows: [
              ['STT', 'Néi dung nhiÖm vô', 'C¬ quan chñ tr×', 'Thêi gian'],
              ['1', '§Èy m¹nh c¶i c¸ch hµnh chÝnh', 'Së Néi vô', 'Quý I/2023'],
            ],
          },
        ]),
      'file-old-font-encoding',
    ],
  ])('%s: a stamp of secrecy, letters of an old font', async (file, bytes, code) => {
    await expect(readFile(file, await bytes())).rejects.toMatchObject({ code })
  })

  test('a sheet of thousands of merges over all of it is read at once', async () => {
    const bytes = await excelFile([
      {
        rows: [
          ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
          [1, 'Việc', 'Sở Nội vụ', 'Năm 2023'],
        ],
        format: (sheet) => (sheet.getCell('GR19999').value = 'xa'),
      },
    ])
    const parts = unzipSync(bytes)
    const merges = Array.from({ length: 15_000 }, () => '<mergeCell ref="A3:GR20000"/>').join('')
    const sheet = new TextDecoder()
      .decode(parts['xl/worksheets/sheet1.xml'])
      .replace('</sheetData>', `</sheetData><mergeCells count="15000">${merges}</mergeCells>`)
    parts['xl/worksheets/sheet1.xml'] = strToU8(sheet)
    expect((await readFile('gop.xlsx', zipSync(parts))).appendices[0]?.rows[0]?.content).toBe('Việc')
  })

  test('an external entity in a sheet', async () => {
    const bytes = await excelFile([{ rows: [['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn']] }])
    const parts = unzipSync(bytes)
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    )
    await expect(readFile('thuc-the.xlsx', zipSync(parts))).rejects.toMatchObject({ code: 'file-hostile' })
  })

  test('pasted words that are no cells', async () =>
    await expect(async () => readAppendixPaste({ text: 'xin chào', html: null, ...context }, () => undefined)).rejects.toMatchObject({
      code: 'file-without-table',
    }))
})
