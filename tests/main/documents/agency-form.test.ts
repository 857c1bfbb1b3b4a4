import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inputColumns, type AgencyFormSheet } from '#shared/domain/agency-form.ts'
import { readFormAnswer } from '#shared/domain/agency-form-answer.ts'
import type { AgencyFormId, AssignmentId } from '#shared/domain/identifier.ts'
import { ProgressState } from '#shared/domain/progress.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { answerCellsOf, readAgencyForm, type ReadForm } from '#main/documents/read-agency-form.ts'
import { writeAgencyForm } from '#main/documents/write-agency-form.ts'
import { editForm, wellDone, type Filling } from '../../helpers/form-sheet.ts'
import { convertInLibreOffice } from '../../helpers/libreoffice.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const numbered = (number: number): string => `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const sheetOf = (rows: number): AgencyFormSheet => ({
  formId: numbered(1) as AgencyFormId,
  year: 2023,
  agencyName: 'Sở Tư pháp',
  madeOn: '2023-06-30',
  asOf: '2023-06-30',
  rows: Array.from({ length: rows }, (_, index) => ({
    assignmentId: numbered(0x100 + index) as AssignmentId,
    due: `m1:2023-Q${index + 1}`,
    stt: String(index + 1),
    content: `Nhiệm vụ “${index + 1}” <&> của đơn vị\nhai dòng`,
    dueWords: 'Quý II/2023, hạn 30/06/2023',
    role: 'Chủ trì',
    last: '',
    check: '0123456789abcdef',
  })),
})

async function formFile(rows: number): Promise<string> {
  const file = join(temporaryFolder(), 'phiếu.xlsx')
  writeFileSync(file, await writeAgencyForm(sheetOf(rows)))
  return file
}
const read = (file: string): ReadForm => readAgencyForm({ file: 'phiếu.xlsx', bytes: readFileSync(file) })
const answersOf = (form: ReadForm) =>
  form.rows.map((row) => readFormAnswer(answerCellsOf(row, form.letters), { year: 2023, today: '2023-12-31', stateNames }))
const idsOf = ({ rows }: ReadForm) =>
  rows.map(({ row, cells }) => [
    row,
    cells.formId?.text,
    cells.assignmentId?.text,
    cells.dueKey?.text,
    cells.check?.text,
    cells.content?.text,
  ])

/** What the sheet as sent says of its rows. */
const sentIds = (rows: number) =>
  sheetOf(rows).rows.map(({ assignmentId, due, check, content }, index) => [8 + index, numbered(1), assignmentId, due, check, content])

describe('a form', () => {
  test('is a protected sheet on which only the cells to fill in are open, with a list of states, checks, hidden ids, and prints on A4 lying', async () => {
    const file = await formFile(2)
    const parts = unzipSync(readFileSync(file))
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const seen: unknown[] = []
    await editForm(file, ({ sheet, firstRow, letter }) => {
      const open = inputColumns.every((column) => sheet.getCell(`${letter(column)}${firstRow}`).protection?.locked === false)
      const locked = ['A', 'B', 'D', 'Q', 'T'].every((column) => sheet.getCell(`${column}${firstRow}`).protection?.locked !== false)
      const hidden = ['Q', 'R', 'S', 'T'].every((column) => sheet.getColumn(column).hidden)
      seen.push(open, locked, hidden, sheet.getRow(firstRow - 2).hidden, sheet.getCell(`F${firstRow}`).dataValidation.formulae)
      seen.push(
        sheet.getCell(`H${firstRow}`).dataValidation.type,
        sheet.pageSetup.paperSize,
        sheet.pageSetup.orientation,
        sheet.pageSetup.fitToWidth,
      )
    })
    expect([/<sheetProtection[^>]*sheet="1"/.test(xml), ...seen]).toEqual([
      true,
      true,
      true,
      true,
      true,
      ['"Chưa triển khai,Đang thực hiện,Hoàn thành,Tạm dừng,Không thực hiện"'],
      'date',
      9,
      'landscape',
      1,
    ])
  })

  test('checks each column once: checks that lie over each other are a damaged file to Excel', async () => {
    const parts = unzipSync(readFileSync(await formFile(30)))
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect([...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, range]) => range)).toEqual([
      'F8:F37',
      'G8:G37',
      'H8:H37',
      'N8:N37',
    ])
  })

  test('gives back what was typed, whatever it is', async () => {
    const words = fc.string({
      unit: fc.constantFrom(...'a ă â đ ê ô ơ ư Ạ Ế 0 1 2 3 / - . , ; < > & " \''.split(' '), ' ', '\n'),
      maxLength: 60,
    })
    const spoken = words.map((text) => text.replace(/\s+/g, ' ').trim())
    const named = spoken.filter((text) => text !== '')
    const day = fc.date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2023-12-31T00:00:00Z'), noInvalidDate: true })
    const typed = fc.record({
      state: fc.constantFrom(...ProgressState.options),
      percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      happenedOn: day.map((at) => at.toISOString().slice(0, 10)),
      result: spoken,
      product: spoken,
      difficulty: spoken,
      proposal: spoken,
      explanation: spoken,
      document: fc.record({
        symbol: named,
        issuedOn: fc.option(
          day.map((at) => at.toISOString().slice(0, 10)),
          { nil: null },
        ),
        title: spoken,
      }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 6 }), async (answers) => {
        const file = await formFile(answers.length)
        await editForm(file, ({ firstRow, fill }) => {
          for (const [index, { document, percent, happenedOn, ...rest }] of answers.entries())
            fill(firstRow + index, {
              ...rest,
              state: stateNames[rest.state],
              happenedOn: new Date(`${happenedOn}T00:00:00Z`),
              documentSymbol: document.symbol,
              documentTitle: document.title,
              ...(percent === null ? {} : { percent }),
              ...(document.issuedOn === null ? {} : { documentDay: new Date(`${document.issuedOn}T00:00:00Z`) }),
            })
        })
        const form = read(file)
        expect(idsOf(form)).toEqual(sentIds(answers.length))
        expect(answersOf(form).map(({ answer, problems }) => answer ?? problems)).toEqual(answers)
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

const filling: Filling = { ...wellDone, difficulty: 'Thiếu kinh phí', proposal: 'Bổ sung 1.500 triệu đồng' }
const wanted = {
  state: 'done',
  percent: 100,
  happenedOn: '2023-06-20',
  result: 'Đã rà soát 12 văn bản',
  product: 'Báo cáo',
  difficulty: 'Thiếu kinh phí',
  proposal: 'Bổ sung 1.500 triệu đồng',
  explanation: '',
  document: { symbol: '12/BC-STP', issuedOn: '2023-06-21', title: 'Báo cáo kết quả rà soát' },
}

describe('a form saved by another program', () => {
  test('LibreOffice: says the same, with its ids', async () => {
    const file = await formFile(3)
    await editForm(file, ({ firstRow, fill }) => fill(firstRow + 1, filling))
    const form = read(await convertInLibreOffice(file, 'xlsx', temporaryFolder()))
    expect([idsOf(form), answersOf(form).map(({ answer }) => answer), form.problems, form.notes]).toEqual([
      sentIds(3),
      [null, wanted, null],
      [],
      [],
    ])
  }, 120_000)

  test('LibreOffice, over its own format (.ods) and back: says the same', async () => {
    const file = await formFile(2)
    await editForm(file, ({ firstRow, fill }) => fill(firstRow, filling))
    const folder = temporaryFolder()
    const form = read(await convertInLibreOffice(await convertInLibreOffice(file, 'ods', folder), 'xlsx', temporaryFolder()))
    expect([idsOf(form), answersOf(form)[0]?.answer, form.problems]).toEqual([sentIds(2), wanted, []])
  }, 120_000)

  test('WPS, as far as its habits can be made by hand: words in the cells, its own date formats, prefixes, an unused style part', async () => {
    const file = await formFile(2)
    await editForm(file, ({ firstRow, fill }) => fill(firstRow, filling))
    const parts = unzipSync(readFileSync(file))
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    // Shared strings as inline ones, no address on the cells of a row, days in the format that WPS offers first.
    const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside]) => inside ?? '')
    const sheet = text('xl/worksheets/sheet1.xml').replace(
      /<c ([^>]*)t="s"([^>]*)><v>(\d+)<\/v><\/c>/g,
      (_all, before: string, after: string, index: string) =>
        `<c ${before}t="inlineStr"${after}><is>${strings[Number(index)] ?? ''}</is></c>`,
    )
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x='),
    )
    parts['xl/styles.xml'] = strToU8(text('xl/styles.xml').replaceAll('dd/mm/yyyy', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'))
    parts['docProps/custom.xml'] = strToU8(
      '<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    )
    const wps = join(temporaryFolder(), 'wps.xlsx')
    writeFileSync(wps, zipSync(parts))
    const form = read(wps)
    expect([idsOf(form), answersOf(form)[0]?.answer, form.problems]).toEqual([sentIds(2), wanted, []])
  })

  test('a machine that lost the formats: days that are only numbers are understood and told', async () => {
    const file = await formFile(1)
    await editForm(file, ({ sheet, firstRow, letter, fill }) => {
      fill(firstRow, { ...filling, documentDay: 45098, happenedOn: 45097, percent: 1 })
      for (const column of ['happenedOn', 'documentDay'] as const) sheet.getCell(`${letter(column)}${firstRow}`).numFmt = 'General'
      sheet.getCell(`${letter('percent')}${firstRow}`).numFmt = '0%'
    })
    const [row] = answersOf(read(file))
    expect([row?.answer, row?.notes]).toEqual([
      wanted,
      [
        { at: 'H8', code: 'day-from-serial', says: '2023-06-20' },
        { at: 'N8', code: 'day-from-serial', says: '2023-06-21' },
      ],
    ])
  })
})

test('heads reworded, the row of marks deleted, columns put in between: the columns are still known', async () => {
  const file = await formFile(1)
  await editForm(file, ({ sheet, firstRow, letter, fill }) => {
    fill(firstRow, filling)
    sheet.getCell(`${letter('result')}${firstRow - 1}`).value = 'Kết quả (ghi ngắn gọn)'
    sheet.spliceColumns(7, 0, ['', '', '', '', '', '', 'Ghi chú của phòng', 'xem lại'])
  })
  const reworded = read(file)
  const other = await formFile(1)
  await editForm(other, ({ sheet, firstRow, fill }) => {
    fill(firstRow, filling)
    sheet.spliceRows(firstRow - 2, 1)
  })
  const unmarked = read(other)
  expect(
    [reworded, unmarked].map((form) => [answersOf(form)[0]?.answer, form.problems, form.notes.map(({ at, code }) => `${at} ${code}`)]),
  ).toEqual([
    [wanted, [], ['G7 column-added']],
    [wanted, [], []],
  ])
})

test('a percentage that could be two, a state that is not on the list, and a day with its month first are refused where they stand', async () => {
  const file = await formFile(6)
  await editForm(file, ({ firstRow, fill }) => {
    for (const [index, part] of [
      { percent: 0.85 },
      { percent: '85,5%' },
      { percent: 120 },
      { state: 'Xong rồi' },
      { happenedOn: '7/25/2023' },
      { percent: '85 %', state: 'ĐÃ HOÀN THÀNH.' },
    ].entries())
      fill(firstRow + index, { ...filling, ...part })
  })
  expect(answersOf(read(file)).map(({ answer, problems }) => answer?.percent ?? problems.map(({ at, code }) => `${at} ${code}`))).toEqual([
    ['G8 percent-unclear'],
    ['G9 percent-range'],
    ['G10 percent-range'],
    ['F11 state-unknown'],
    ['H12 day-month-first'],
    85,
  ])
})
