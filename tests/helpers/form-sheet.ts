import ExcelJS from 'exceljs'
import { inputColumns, type FormColumn, type InputColumn } from '#shared/domain/agency-form.ts'

export type Filling = { readonly [Column in InputColumn]?: string | number | Date | { readonly error: '#REF!' } }

/** A form's sheet under somebody's hands in a spreadsheet program. */
export interface OpenForm {
  readonly book: ExcelJS.Workbook
  readonly sheet: ExcelJS.Worksheet
  /** The first row of data. */
  readonly firstRow: number
  readonly letter: (column: FormColumn) => string
  readonly fill: (row: number, filling: Filling) => void
}

/** Opens a form as a person does who knows no more than its sheet, changes it and saves it, over itself or elsewhere. */
export async function editForm(file: string, edit: (form: OpenForm) => void | Promise<void>, saveAs = file): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  let marks = 0
  sheet.eachRow((row, number) => {
    if (row.getCell(1).text.startsWith('cchc:')) marks = number
  })
  const letters = new Map<string, string>()
  sheet.getRow(marks).eachCell((cell) => letters.set(cell.text.replace('cchc:', ''), cell.address.replace(/\d+/, '')))
  const letter = (column: FormColumn): string => letters.get(column) ?? '?'
  const fill = (row: number, filling: Filling): void => {
    for (const column of inputColumns) {
      const value = filling[column]
      if (value !== undefined) sheet.getCell(`${letter(column)}${row}`).value = value
    }
  }
  await edit({ book, sheet, firstRow: marks + 2, letter, fill })
  await book.xlsx.writeFile(saveAs)
  return saveAs
}

/** A report that keeps every rule. */
export const wellDone: Filling = {
  state: 'Hoàn thành',
  percent: 100,
  happenedOn: new Date(Date.UTC(2023, 5, 20)),
  result: 'Đã rà soát 12 văn bản',
  product: 'Báo cáo',
  documentSymbol: '12/BC-STP',
  documentDay: new Date(Date.UTC(2023, 5, 21)),
  documentTitle: 'Báo cáo kết quả rà soát',
}
