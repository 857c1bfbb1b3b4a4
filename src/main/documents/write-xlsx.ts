import type { Worksheet } from 'exceljs'
import type { OfficialDocument, ParagraphBlock, Section, TableBlock, TableCell } from '#shared/document/blocks.ts'
import { paragraphText } from '#shared/document/words.ts'
import { toPoints } from '#shared/document/text-width.ts'
import { excelLibrary } from './excel-library.ts'

/** Width of a landscape page's text in Excel's unit, the width of a digit of the usual font. */
const PAGE_WIDTH = 120
const thin = { style: 'thin' } as const
const borders = { top: thin, bottom: thin, left: thin, right: thin }

/**
 * Writes a working paper as a workbook: a sheet for each section, its titles above its table, the head repeated on every printed page and
 * a filter on it. What Excel would take for a formula stays the words it is.
 */
export async function writeXlsx(document: OfficialDocument): Promise<Uint8Array> {
  const Excel = await excelLibrary()
  const workbook = new Excel.Workbook()
  workbook.title = document.metadata.title
  workbook.creator = document.metadata.author
  workbook.created = new Date(document.metadata.stamp)
  workbook.modified = workbook.created
  for (const [index, section] of document.sections.entries()) {
    const sheet = workbook.addWorksheet(document.sections.length === 1 ? 'Danh mục' : `Danh mục ${index + 1}`, {
      pageSetup: { paperSize: 9, orientation: section.orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })
    fillSheet(sheet, section, document.font)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function fillSheet(sheet: Worksheet, { blocks }: Section, font: string): void {
  const table = blocks.find((block) => block.kind === 'table')
  const columns = table?.columnShares.length ?? 1
  table?.columnShares.forEach((share, index) => {
    sheet.getColumn(index + 1).width = share * PAGE_WIDTH
  })
  for (const block of blocks) {
    if (block.kind === 'paragraph') addLine(sheet, block, columns, font)
    if (block.kind === 'table') addTable(sheet, block, font)
  }
}

function addLine(sheet: Worksheet, block: ParagraphBlock, columns: number, font: string): void {
  const row = sheet.addRow([paragraphText(block)])
  if (columns > 1) sheet.mergeCells(row.number, 1, row.number, columns)
  const [run] = block.runs
  const words = run?.kind === 'text' ? run : null
  row.getCell(1).font = {
    name: font,
    size: words === null ? 12 : toPoints(words.size),
    bold: words?.bold ?? false,
    italic: words?.italic ?? false,
  }
  row.getCell(1).alignment = { horizontal: block.format.align === 'center' ? 'center' : 'left', vertical: 'middle', wrapText: true }
}

function addTable(sheet: Worksheet, { headerRows, rows, columnShares }: TableBlock, font: string): void {
  const first = sheet.rowCount + 1
  for (const { cells } of headerRows) addCells(sheet, cells, font)
  const head = sheet.rowCount
  for (const { cells } of rows) addCells(sheet, cells, font)
  if (head < first) return
  sheet.pageSetup.printTitlesRow = `${first}:${head}`
  sheet.views = [{ state: 'frozen', ySplit: head }]
  sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: sheet.rowCount, column: columnShares.length } }
}

function addCells(sheet: Worksheet, cells: readonly TableCell[], font: string): void {
  const row = sheet.addRow([])
  let column = 1
  for (const { columnSpan, paragraphs } of cells) {
    const target = row.getCell(column)
    const words = paragraphs.map(paragraphText).join('\n')
    // Numbers stay numbers, so that a column of them can be sorted; nothing else of a paper is one.
    target.value = /^\d{1,9}$/.test(words) ? Number(words) : words
    const [run] = paragraphs.flatMap(({ runs }) => runs)
    const marks = run?.kind === 'text' ? run : null
    for (let covered = column; covered < column + columnSpan; covered += 1) row.getCell(covered).border = borders
    target.font = { name: font, size: 11, bold: marks?.bold ?? false, italic: marks?.italic ?? false }
    target.alignment = { horizontal: paragraphs[0]?.format.align === 'center' ? 'center' : 'left', vertical: 'middle', wrapText: true }
    if (columnSpan > 1) sheet.mergeCells(row.number, column, row.number, column + columnSpan - 1)
    column += columnSpan
  }
}
