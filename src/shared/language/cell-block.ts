/**
 * A block of cells as spreadsheets put it on the clipboard (text/plain): tab between cells, line end between rows;
 * a cell with a tab, a line end or a quote stands in double quotes, inner quotes doubled.
 */

/** Reads a block; a trailing line end ends the last row and adds none. Rows may differ in length. */
export function parseCellBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const source = text.replace(/\r\n?/g, '\n')
  while (at <= source.length) {
    let cell = ''
    if (source[at] === '"') {
      const closed = readQuoted(source, at)
      // A quote that never closes before a tab or line end is a plain character: people type “"” into cells.
      if (closed === null) {
        const end = cellEnd(source, at)
        cell = source.slice(at, end)
        at = end
      } else {
        cell = closed.value
        at = closed.end
      }
    } else {
      const end = cellEnd(source, at)
      cell = source.slice(at, end)
      at = end
    }
    row.push(cell)
    if (source[at] !== '\t') {
      rows.push(row)
      row = []
      if (at >= source.length - 1) break
    }
    at += 1
  }
  return rows
}

function cellEnd(source: string, from: number): number {
  const end = source.slice(from).search(/[\t\n]/)
  return end === -1 ? source.length : from + end
}

function readQuoted(source: string, from: number): { value: string; end: number } | null {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    if (quote === -1) return null
    value += source.slice(at, quote)
    if (source[quote + 1] === '"') {
      value += '"'
      at = quote + 2
      continue
    }
    const next = source[quote + 1]
    return next === undefined || next === '\t' || next === '\n' ? { value, end: quote + 1 } : null
  }
}

/** Writes a block that spreadsheets and `parseCellBlock` read back cell by cell. */
export function formatCellBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n')
}
