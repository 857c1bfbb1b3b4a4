import { formatCellBlock, parseCellBlock } from '#shared/language/cell-block.ts'

/** A block of cells for the clipboard: as text for every program, as a table for spreadsheets and Word (line ends stay inside their cell). */
export function writeCells(data: DataTransfer, cells: readonly (readonly string[])[]): void {
  data.setData('text/plain', formatCellBlock(cells))
  data.setData('text/html', tableOf(cells))
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Excel keeps a line end inside its cell only with a style of its own. */
const cellOf = (text: string): string => `<td>${text.split('\n').map(escaped).join('<br style="mso-data-placement:same-cell">')}</td>`

function tableOf(cells: readonly (readonly string[])[]): string {
  return `<meta charset="utf-8"><table border="1">${cells.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</table>`
}

/**
 * Cells from the clipboard. A table copied from Word comes as HTML only with its cells whole (its text breaks at every paragraph of a cell);
 * everything else is read from the text, which spreadsheets quote.
 */
export function readCells(data: DataTransfer): string[][] {
  const html = data.getData('text/html')
  const text = data.getData('text/plain').normalize('NFC')
  const fromWord = /urn:schemas-microsoft-com:office:word/i.test(html) || text === ''
  return (fromWord ? cellsOfTable(html) : null) ?? parseCellBlock(text)
}

const breaking = new Set(['P', 'DIV', 'LI', 'BR'])

function cellsOfTable(html: string): string[][] | null {
  // An inert document: nothing in it is loaded or run.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const grid: string[][] = []
  Array.from(table.rows).forEach((row, at) => {
    const line = (grid[at] ??= [])
    for (const cell of Array.from(row.cells)) {
      let column = line.findIndex((taken) => taken === undefined)
      if (column === -1) column = line.length
      for (let down = 0; down < Math.min(cell.rowSpan, table.rows.length - at); down += 1) {
        const below = (grid[at + down] ??= [])
        for (let right = 0; right < cell.colSpan; right += 1) below[column + right] = down === 0 && right === 0 ? wordsOf(cell) : ''
      }
    }
  })
  return grid.map((line) => Array.from(line, (words) => words ?? ''))
}

/** The words of a cell: paragraphs and forced breaks as line ends, other white space as one space. */
function wordsOf(cell: Node): string {
  const walk = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
    const inner = Array.from(node.childNodes, walk).join('')
    return breaking.has(node.nodeName) ? `${inner}\n` : inner
  }
  return walk(cell)
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
