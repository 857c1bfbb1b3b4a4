import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitWords } from '#shared/document/words.ts'
import { applyView } from '#shared/domain/register-rows.ts'
import { RegisterView } from '#shared/domain/register-view.ts'
import { paragraphsOf, paragraphText } from '#main/documents/docx-body.ts'
import { openPackage } from '#main/documents/open-package.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { readDocx } from '#main/documents/read-docx.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeRegisterPaper } from '#main/services/register-paper.ts'
import { readRegister } from '#main/services/register.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { makeFollowedYear, type IssuedYear } from '../../helpers/followed-year.ts'
import { readPdf } from '../../helpers/pdf.ts'
import { temporaryFolderOfFile } from '../../helpers/folders.ts'

const pages = createPageService()
const control = { signal: new AbortController().signal, tell: (): void => undefined }
const YEAR = 2023
const asOf = '2023-10-15'

let year: IssuedYear
beforeAll(async () => {
  year = await makeFollowedYear(temporaryFolderOfFile(), { updates: 120, extensions: 10, evidenceFiles: 5 })
}, 60_000)
afterAll(async () => {
  await year.close()
  await pages.close()
  await closeWorkerPool()
})

async function rowsOf(view: RegisterView) {
  const { context } = year
  const { agencies, groups } = await readAgencyRegistry(context.db)
  const lookup = { year: YEAR, agencies, groups, fields: await listFields(context.db), members: await listMembers(context.db) }
  return applyView(await readRegister(context, { year: YEAR, asOf }), view, lookup)
}

const paperOf = (view: RegisterView, format: 'docx' | 'pdf' | 'xlsx') =>
  makeRegisterPaper(year.context, pages, { year: YEAR, asOf, view }, format, control)

/** Rows of the workbook's table below its head, without those that open a group. */
async function rowsOfWorkbook(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => rows.push(Array.from({ length: 7 }, (_, index) => row.getCell(index + 1).text)))
  const head = rows.findIndex(([first]) => first === 'STT')
  return rows.slice(head + 1).filter(([first]) => /^\d+$/.test(first ?? ''))
}

function wordsOfDocx(bytes: Uint8Array): string {
  const { sections } = readDocx(openPackage(bytes, 'a.docx', 'docx'))
  const text = sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .map(paragraphText)
    .join('\n')
  return splitWords(text.normalize('NFC')).join(' ')
}

describe('a list of the year on paper', () => {
  test('has the rows of its view, in its order: in Excel cell by cell, in Word and PDF the same words', async () => {
    for (const view of [RegisterView.parse({}), RegisterView.parse({ level: 'share', light: 'overdue', group: 'lead', sort: 'late' })]) {
      const { groups, counts } = await rowsOf(view)
      const contents = groups.flatMap(({ rows }) => rows.map(({ task }) => task.content))
      const workbook = await paperOf(view, 'xlsx')
      expect((await rowsOfWorkbook(workbook.bytes)).map(([, content]) => content)).toEqual(contents)
      const word = wordsOfDocx((await paperOf(view, 'docx')).bytes)
      expect(word).toContain(`Tính đến ngày 15/10/2023: ${counts.tasks} nhiệm vụ, ${counts.shares} lượt phân công`)
      const printed = await readPdf((await paperOf(view, 'pdf')).bytes)
      const onPages = splitWords(printed.flatMap((page) => page.words.map(({ text }) => text)).join(' ')).length
      // Pages add their numbers and, on each, the head of the table.
      expect(onPages).toBeGreaterThanOrEqual(splitWords(word).length)
    }
  }, 120_000)

  test('of one agency is its sheet, and of one member the member’s: named so, with nobody else’s rows', async () => {
    const { agencies } = await readAgencyRegistry(year.context.db)
    const agency = agencies.find(({ name }) => name === 'Sở Tư pháp')
    const member = (await listMembers(year.context.db)).find(({ fieldIds }) => fieldIds.length > 0)
    const sheet = RegisterView.parse({ level: 'share', agencyId: agency?.id, group: 'none' })
    const paper = await paperOf(sheet, 'xlsx')
    const rows = await rowsOfWorkbook(paper.bytes)
    const agencyWords = new Set(rows.map((row) => row[3]?.split('\n')[0]))
    expect([paper.name, [...agencyWords], rows.length]).toEqual([
      'Phiếu nhiệm vụ năm 2023 - Sở Tư pháp - 15.10.2023.xlsx',
      ['Sở Tư pháp'],
      (await rowsOf(sheet)).counts.rows,
    ])
    const portfolio = RegisterView.parse({ memberId: member?.id })
    const of = member === undefined ? '' : member.post === '' ? member.name : `${member.name}, ${member.post}`
    expect((await paperOf(portfolio, 'docx')).name).toBe(`Phiếu theo dõi nhiệm vụ năm 2023 - ${of} - 15.10.2023.docx`)
  }, 60_000)

  test('that is empty says so', async () => {
    const paper = await paperOf(RegisterView.parse({ text: 'không câu nào nói thế' }), 'docx')
    const { sections } = readDocx(openPackage(paper.bytes, 'a.docx', 'docx'))
    expect(sections.flatMap(({ blocks }) => paragraphsOf(blocks)).map(paragraphText)).toContain('Không có nhiệm vụ nào.')
  })
})
