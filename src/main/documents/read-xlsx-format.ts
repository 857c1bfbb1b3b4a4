import type { XmlElement } from './xml-tree.ts'
import { childOf, elementsOf } from './xml-tree.ts'

/** How a cell's number is shown: as a day, as a month ("06/2023"), as it is, or as a figure with so many decimals ("1.234,50", "85%"). */
export type NumberLook = 'day' | 'month' | 'number' | { readonly decimals: number; readonly percent: boolean; readonly grouped: boolean }

/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30); 17 is "mmm-yy". */
const builtInDays = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
/** As many as a double has. */
const MOST_DECIMALS = 15
const builtInFigures: ReadonlyMap<number, string> = new Map([
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
])
const builtInMonths = new Set([17, 55, 56])

/** The look of each cell format (`s` of a cell) of a workbook. */
export function numberLooks(styles: XmlElement | null): readonly NumberLook[] {
  const own = new Map<number, string>()
  for (const format of elementsOf(childOf(styles, 'numFmts')))
    own.set(Number(format.attributes['numFmtId']), format.attributes['formatCode'] ?? '')
  return elementsOf(childOf(styles, 'cellXfs')).map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? '0')
    const code = own.get(id)
    if (code !== undefined) return lookOf(code)
    const figures = builtInFigures.get(id)
    if (figures !== undefined) return lookOf(figures)
    return builtInDays.has(id) ? 'day' : builtInMonths.has(id) ? 'month' : 'number'
  })
}

/** Reads a format code such as `dd/mm/yyyy;@` or `[$-42A]d/m/yy`; letters in quotes, brackets and after a backslash do not count. */
function lookOf(code: string): NumberLook {
  const plain =
    code
      .replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
      .split(';')[0]
      ?.toLowerCase() ?? ''
  if (/^general$/.test(plain.trim())) return 'number'
  if (/d/.test(plain) && /[my]/.test(plain)) return 'day'
  if (/y/.test(plain) && /m/.test(plain)) return 'month'
  const percent = plain.includes('%')
  const grouped = /[#0],[#0]{3}/.test(plain)
  if (!percent && !grouped) return 'number'
  return { decimals: /\.([0#]+)/.exec(plain)?.[1]?.length ?? 0, percent, grouped }
}

/** A number in its look, the Vietnamese way: "150.000.000", "2,6%". */
export function figureOf(value: number, { decimals, percent, grouped }: Exclude<NumberLook, string>): string {
  const shown = new Intl.NumberFormat('vi-VN', {
    useGrouping: grouped,
    minimumFractionDigits: Math.min(decimals, MOST_DECIMALS),
    maximumFractionDigits: Math.min(decimals, MOST_DECIMALS),
  }).format(percent ? value * 100 : value)
  return percent ? `${shown}%` : shown
}
