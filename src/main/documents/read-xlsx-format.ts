import type { XmlElement } from './xml-tree.ts'
import { childOf, elementsOf } from './xml-tree.ts'

/** How a cell's number is shown: as a day, as a month ("06/2023"), or as a plain number. */
export type NumberLook = 'day' | 'month' | 'number'

/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30); 17 is "mmm-yy". */
const builtInDays = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
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
  return /y/.test(plain) && /m/.test(plain) ? 'month' : 'number'
}
