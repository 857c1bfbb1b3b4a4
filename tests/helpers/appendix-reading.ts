import { readAppendixFile, readAppendixPaste } from '#main/documents/read-appendix.ts'
import type { AppendixFileDraft } from '#shared/domain/draft.ts'
import { langSon } from './provinces.ts'
import { type Block, excelFile, rowsInWords, type Sheet, wordFile } from './tables.ts'

/** Writes a file, reads it as the appendix of a plan of Lạng Sơn for 2023, and says what was read. */

const context = { registry: langSon, asOf: '2023-01-01', planYear: 2023, issuedOn: null }

export async function readWord(blocks: readonly Block[]): Promise<AppendixFileDraft> {
  return readAppendixFile({ file: 'phu-luc.docx', bytes: await wordFile(blocks), ...context }, () => undefined)
}

export async function readExcel(sheets: readonly Sheet[]): Promise<AppendixFileDraft> {
  return readAppendixFile({ file: 'phu-luc.xlsx', bytes: await excelFile(sheets), ...context }, () => undefined)
}

export async function paste(text: string, html: string | null = null): Promise<AppendixFileDraft> {
  return readAppendixPaste({ text, html, ...context }, () => undefined)
}

export function rowsOf(draft: AppendixFileDraft, appendix = 0): readonly Readonly<Record<string, unknown>>[] {
  return rowsInWords(draft.appendices[appendix], langSon)
}

export const titles: readonly string[] = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành', 'Sản phẩm']

/** A plain row under the titles, and what is read from it. */
export const plan = ['1', 'Ban hành Kế hoạch', 'Sở Nội vụ', 'Sở Tài chính', 'Quý I/2023', 'Kế hoạch'] as const
export const planRow = {
  stt: '1',
  task: 'Ban hành Kế hoạch',
  product: 'Kế hoạch',
  lead: ['Sở Nội vụ'],
  with: ['Sở Tài chính'],
  deadline: 'Quý I/2023 (quarter)',
}
