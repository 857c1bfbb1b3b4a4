import {
  AlignmentType,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import ExcelJS from 'exceljs'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { AppendixDraft, AppendixFileDraft } from '#shared/domain/draft.ts'
import { deadlineKind } from '#shared/domain/deadline.ts'
import { sign } from './provinces.ts'

/** Files as offices make them, written by the libraries that others use; and what was read from them, in a few words. */

export type Words =
  | string
  | {
      readonly text: string
      readonly across?: number
      readonly down?: number
      readonly numbered?: true
      readonly inserted?: string
      readonly deleted?: string
    }
export type Block =
  | { readonly lines: readonly string[] }
  | { readonly rows: readonly (readonly Words[])[]; readonly widths?: readonly number[]; readonly headerRows?: number }

function paragraphs(words: Words): Paragraph[] {
  const cell = typeof words === 'string' ? { text: words } : words
  return cell.text.split('\n').map(
    (line, index) =>
      new Paragraph({
        ...(cell.numbered === true ? { numbering: { reference: 'stt', level: 0 } } : {}),
        children: [
          new TextRun(line),
          ...(index === 0 && cell.inserted !== undefined
            ? [new InsertedTextRun({ text: cell.inserted, id: 1, author: 'A', date: '2023-01-01T00:00:00Z' })]
            : []),
          ...(index === 0 && cell.deleted !== undefined
            ? [new DeletedTextRun({ text: cell.deleted, id: 2, author: 'A', date: '2023-01-01T00:00:00Z' })]
            : []),
        ],
      }),
  )
}

/** A Word file of paragraphs and tables; a cell with `down` covers rows below, whose own cells are left out of `rows`. */
export async function wordFile(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.flatMap((block): (Paragraph | Table)[] => {
    if ('lines' in block) return block.lines.map((line) => new Paragraph(line))
    return [
      new Table({
        ...(block.widths === undefined ? {} : { columnWidths: [...block.widths] }),
        rows: block.rows.map((row, index) => {
          return new TableRow({
            tableHeader: index < (block.headerRows ?? 0),
            children: row.map((words) => {
              const cell = typeof words === 'string' ? { text: words } : words
              return new TableCell({
                children: paragraphs(words),
                ...('across' in cell && cell.across !== undefined ? { columnSpan: cell.across } : {}),
                ...('down' in cell && cell.down !== undefined ? { rowSpan: cell.down } : {}),
              })
            }),
          })
        }),
      }),
    ]
  })
  const file = new Document({
    numbering: {
      config: [{ reference: 'stt', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }] }],
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

export type SheetCell = string | number | Date | null
export interface Sheet {
  readonly name?: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly hidden?: boolean
  readonly format?: (sheet: ExcelJS.Worksheet) => void
}

export async function excelFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const [index, { name, rows, merges = [], hiddenRows = [], hiddenColumns = [], hidden = false, format }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(name ?? `Sheet${index + 1}`, hidden ? { state: 'hidden' } : {})
    for (const row of rows) sheet.addRow([...row])
    for (const merge of merges) sheet.mergeCells(merge)
    for (const row of hiddenRows) sheet.getRow(row).hidden = true
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true
    format?.(sheet)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A row in words: only what it has. */
export function rowsInWords(appendix: AppendixDraft | undefined, registry: AgencyRegistry): readonly Readonly<Record<string, unknown>>[] {
  return (appendix?.rows ?? []).map((row) => ({
    ...(row.fieldTitle === null ? {} : { field: row.fieldTitle }),
    ...(row.subgroup === null ? {} : { subgroup: row.subgroup }),
    ...(row.stt === '' ? {} : { stt: row.stt }),
    task: row.content,
    ...(row.product === '' ? {} : { product: row.product }),
    lead: row.leads.map((party) => sign(party, registry)),
    ...(row.coordinating.length === 0 ? {} : { with: row.coordinating.map((party) => sign(party, registry)) }),
    ...(row.deadline.phrase === '' ? {} : { deadline: `${row.deadline.phrase} (${deadlineKind(row.deadline)})` }),
    ...(Object.keys(row.extra).length === 0 ? {} : { extra: row.extra }),
  }))
}

export function warningsInWords({ warnings }: Pick<AppendixFileDraft, 'warnings'>): readonly string[] {
  return warnings.map(({ code, excerpt }) => `${code}: ${excerpt}`)
}
