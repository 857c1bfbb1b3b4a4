import { parseCellBlock } from '#shared/language/cell-block.ts'
import { fold } from '#shared/language/fold.ts'

/** Rows of cells without their titles, and the column of each thing wanted; one that is not there points beyond the cells. */
export function readTable<K extends string>(
  text: string,
  titles: Readonly<Record<K, readonly string[]>>,
): { readonly rows: readonly (readonly string[])[]; readonly columns: Readonly<Record<K, number>> } {
  const cells = parseCellBlock(text)
    .map((row) => row.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  const wanted = Object.keys(titles) as K[]
  const [first = []] = cells
  const isTitle = (key: K, cell: string): boolean => titles[key].some((title) => fold(title) === fold(cell))
  const byTitle = wanted.map((key) => [key, first.findIndex((cell) => isTitle(key, cell))] as const)
  const titled = byTitle.some(([, column]) => column >= 0)
  if (titled) {
    const columns = byTitle.map(([key, column]) => [key, column < 0 ? Number.MAX_SAFE_INTEGER : column])
    return { rows: cells.slice(1), columns: Object.fromEntries(columns) as Record<K, number> }
  }
  const numbered = cells.length > 0 && cells.every(([number = '']) => /^\d*\.?$/.test(number))
  const columns = wanted.map((key, index) => [key, index + (numbered ? 1 : 0)])
  return { rows: cells, columns: Object.fromEntries(columns) as Record<K, number> }
}
