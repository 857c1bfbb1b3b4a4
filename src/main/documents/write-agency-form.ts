import type ExcelJS from 'exceljs'
import { formColumns, idColumns, inputColumns, shownColumns, type AgencyFormSheet, type FormColumn } from '#shared/domain/agency-form.ts'
import { formColumnNames, formSheetText as words } from '#shared/text/vi/agency-form.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { excelLibrary } from './excel-library.ts'

/** Marks the hidden row that names the columns: a column that was moved, or whose head was reworded, is still known. */
export const COLUMN_MARK = 'cchc:'
/** Rows of the sheet: the title, whom it is for, the short instructions, the marks, the heads; then the data. */
const FIRST_INSTRUCTION = 3
const MARK_ROW = FIRST_INSTRUCTION + words.briefly.length
const HEAD_ROW = MARK_ROW + 1

/** Widths in characters. All together they fit an A4 page that lies on its side at some three quarters of the size: letters of 8.5 points. */
const widths: Readonly<Record<FormColumn, number>> = {
  stt: 5,
  content: 27,
  role: 7.5,
  due: 12.5,
  last: 15,
  state: 11.5,
  percent: 5.5,
  happenedOn: 10.5,
  result: 20,
  product: 12,
  difficulty: 12,
  proposal: 12,
  documentSymbol: 11,
  documentDay: 10.5,
  documentTitle: 14,
  explanation: 12,
  formId: 10,
  assignmentId: 10,
  dueKey: 10,
  check: 10,
}

const ids = new Set<FormColumn>(idColumns)
const inputs = new Set<FormColumn>(inputColumns)
const centred = new Set<FormColumn>(['stt', 'role', 'percent', 'happenedOn', 'documentDay'])
const days = new Set<FormColumn>(['happenedOn', 'documentDay'])
const thin = { style: 'thin', color: { argb: 'FF8A8A8A' } } as const
const frame = { top: thin, left: thin, bottom: thin, right: thin }
const filled = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const INPUT_FILL = 'FFFFF8DC'
const HEAD_FILL = 'FFE3E8F4'
const WANTED_FILL = 'FFFFD59A'
const typeface = { name: 'Times New Roman', size: 12 } as const

/**
 * Writes one "Phiếu cập nhật tiến độ" as an Excel file: a protected sheet on which only the cells to be filled in are open, with lists and checks on them,
 * the ids of each row in hidden columns, and a second sheet that says how. The protection has no password: it keeps a hand from slipping, the checks
 * of the rows keep everything else.
 */
export async function writeAgencyForm(sheet: AgencyFormSheet): Promise<Uint8Array> {
  const { Workbook } = await excelLibrary()
  const workbook = new Workbook()
  workbook.created = new Date(`${sheet.madeOn}T00:00:00Z`)
  workbook.modified = workbook.created
  await writeRows(workbook, sheet)
  await writeGuide(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function writeRows(workbook: ExcelJS.Workbook, form: AgencyFormSheet): Promise<void> {
  const sheet = workbook.addWorksheet(words.sheet, {
    views: [
      { state: 'frozen', xSplit: formColumns.indexOf('content') + 1, ySplit: HEAD_ROW, topLeftCell: 'C8', activeCell: `F${HEAD_ROW + 1}` },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: `&C&9${words.page}` },
  })
  sheet.columns = formColumns.map((column) => ({ key: column, width: widths[column], hidden: ids.has(column) }))
  const last = sheet.getColumn('explanation').letter
  heading(sheet, `A1:${last}1`, words.title(form.year), { bold: true, size: 15 }, 24)
  heading(
    sheet,
    `A2:${last}2`,
    `${words.agency(form.agencyName)}. ${words.made(form.madeOn, form.asOf, form.rows.length)}`,
    { bold: true },
    20,
  )
  for (const [index, line] of words.briefly.entries())
    heading(sheet, `A${FIRST_INSTRUCTION + index}:${last}${FIRST_INSTRUCTION + index}`, line, {}, 18)
  const marks = sheet.getRow(MARK_ROW)
  marks.values = formColumns.map((column) => `${COLUMN_MARK}${column}`)
  marks.hidden = true
  const heads = sheet.getRow(HEAD_ROW)
  heads.values = formColumns.map((column) => formColumnNames[column])
  heads.eachCell((cell) => {
    cell.font = { ...typeface, size: 11, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = filled(HEAD_FILL)
    cell.border = frame
  })
  heads.height = 66
  for (const row of form.rows) addRow(sheet, row, form)
  validate(sheet, form)
  wantEvidence(sheet, form.rows.length)
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    formatCells: false,
    insertRows: false,
    deleteRows: false,
    insertColumns: false,
    deleteColumns: false,
    sort: false,
    autoFilter: false,
  })
}

function heading(sheet: ExcelJS.Worksheet, range: string, text: string, font: Partial<ExcelJS.Font>, height: number): void {
  sheet.mergeCells(range)
  const cell = sheet.getCell(range.split(':')[0] ?? 'A1')
  cell.value = text
  cell.font = { ...typeface, ...font }
  cell.alignment = { vertical: 'middle' }
  sheet.getRow(Number(cell.row)).height = height
}

/** Points of a line of the data's letters. */
const LINE = 15
/** A row that is all empty still takes two lines of an answer. */
const FEWEST_LINES = 2

/**
 * The height that words need in columns of these widths. Written down, because not every program works it out when it opens the file (LibreOffice prints lines
 * over each other); people may make rows higher.
 */
function heightFor(cells: readonly { readonly text: string; readonly width: number }[], fewest = FEWEST_LINES): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 1.15))), 0),
  )
  // Excel's rows end at 409 points.
  return Math.min(400, Math.max(fewest, ...lines) * LINE + 4)
}

function addRow(sheet: ExcelJS.Worksheet, row: AgencyFormSheet['rows'][number], form: AgencyFormSheet): void {
  const values: Partial<Record<FormColumn, string>> = {
    stt: row.stt,
    content: row.content,
    role: row.role,
    due: row.dueWords,
    last: row.last === '' ? words.nothingSaid : row.last,
    formId: form.formId,
    assignmentId: row.assignmentId,
    dueKey: row.due,
    check: row.check,
  }
  const added = sheet.addRow(formColumns.map((column) => values[column] ?? null))
  added.height = heightFor(shownColumns.map((column) => ({ text: values[column] ?? '', width: widths[column] })))
  for (const column of formColumns) {
    const cell = added.getCell(column)
    cell.font = { ...typeface, size: 11 }
    cell.border = frame
    cell.alignment = { vertical: 'top', wrapText: true, ...(centred.has(column) ? { horizontal: 'center' } : {}) }
    if (!inputs.has(column)) continue
    cell.protection = { locked: false }
    cell.fill = filled(INPUT_FILL)
    // As text Excel keeps "01/BC" and a long number as they are typed; days and percents stay numbers.
    cell.numFmt = days.has(column) ? 'dd/mm/yyyy' : column === 'percent' ? 'General' : '@'
  }
}

/**
 * Puts lists and checks on whole columns. Given cell by cell the library writes ranges that lie over each other as soon as there are ten rows (it orders
 * "F10" before "F8"), which Excel takes for a damaged file; its types do not know the way to give a range.
 */
function validate(sheet: ExcelJS.Worksheet, { rows, year }: AgencyFormSheet): void {
  if (rows.length === 0) return
  const { dataValidations } = sheet as unknown as {
    readonly dataValidations: { readonly add: (range: string, validation: ExcelJS.DataValidation) => void }
  }
  for (const column of inputColumns) {
    const validation = validationOf(column, year)
    const { letter } = sheet.getColumn(column)
    if (validation !== null) dataValidations.add(`${letter}${HEAD_ROW + 1}:${letter}${HEAD_ROW + rows.length}`, validation)
  }
}

function validationOf(column: FormColumn, year: number): ExcelJS.DataValidation | null {
  if (column === 'state')
    return {
      type: 'list',
      allowBlank: true,
      formulae: [`"${Object.values(stateNames).join(',')}"`],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: formColumnNames.state,
      error: words.chooseState,
      showInputMessage: true,
      promptTitle: formColumnNames.state,
      prompt: words.stateHint,
    }
  if (column === 'percent')
    return {
      type: 'whole',
      operator: 'between',
      allowBlank: true,
      formulae: [0, 100],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: formColumnNames.percent,
      error: words.percentHint,
    }
  if (!days.has(column)) return null
  // A machine set to another country's dates takes "25/7/2023" for words: it warns, and the reader understands them.
  return {
    type: 'date',
    operator: 'between',
    allowBlank: true,
    formulae: [new Date(Date.UTC(year - 2, 0, 1)), new Date(Date.UTC(year + 2, 11, 31))],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: words.dayTitle,
    error: words.dayDoubt,
    showInputMessage: true,
    promptTitle: words.dayTitle,
    prompt: words.dayHint,
  }
}

/** While "hoàn thành" names neither a document nor a reason, its cells are coloured: seen before the form is sent. */
function wantEvidence(sheet: ExcelJS.Worksheet, count: number): void {
  if (count === 0) return
  const [first, end] = [HEAD_ROW + 1, HEAD_ROW + count]
  const letter = (column: FormColumn): string => sheet.getColumn(column).letter
  const at = (column: FormColumn): string => `$${letter(column)}${first}`
  const empty = (column: FormColumn): string => `LEN(TRIM(${at(column)}))=0`
  const wanting = `AND(${at('state')}="${stateNames.done}",${empty('documentSymbol')},${empty('documentTitle')},${empty('explanation')})`
  const resting = `AND(OR(${at('state')}="${stateNames.paused}",${at('state')}="${stateNames['not-doing']}"),${empty('documentSymbol')})`
  const dayless = `AND(LEN(${at('state')})>0,LEN(${at('happenedOn')})=0)`
  const style = { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: WANTED_FILL } } } as const
  const rule = (ref: string, formula: string, priority: number): void =>
    sheet.addConditionalFormatting({ ref, rules: [{ type: 'expression', formulae: [formula], priority, style }] })
  const column = (name: FormColumn): string => `${letter(name)}${first}:${letter(name)}${end}`
  rule(`${letter('documentSymbol')}${first}:${letter('explanation')}${end}`, wanting, 1)
  rule(column('documentSymbol'), resting, 2)
  rule(column('happenedOn'), dayless, 3)
}

async function writeGuide(workbook: ExcelJS.Workbook): Promise<void> {
  const sheet = workbook.addWorksheet(words.guideSheet, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  })
  sheet.columns = [{ width: 26 }, { width: 70 }]
  for (const [what, how] of words.guide) {
    const row = sheet.addRow([what, how])
    row.height = heightFor(
      [
        { text: what, width: 24 },
        { text: how, width: 70 },
      ],
      1,
    )
    row.getCell(1).font = { ...typeface, bold: true }
    row.getCell(2).font = typeface
    row.eachCell((cell) => (cell.alignment = { vertical: 'top', wrapText: true }))
  }
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true })
}
