// Writes src/shared/document/advance-widths.ts: how far each letter moves the pen in Tinos, which has the widths of Times New Roman.
//
//   node tools/advance-widths.ts && npx oxfmt src/shared/document/advance-widths.ts
//
// Builders need the length of a line of text (rule lines are measured by it: decree I.II.1.b, I.II.2.b, I.II.5.b) and the height of
// a table's row, without a font engine. The widths are the font's own (tables cmap, hmtx, head).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const styles = { regular: '400Regular', italic: '400Regular_Italic', bold: '700Bold', boldItalic: '700Bold_Italic' } as const

/** Ranges of characters that Vietnamese papers use: ASCII, Latin-1, the letters of the language, dashes, quotes and a few signs. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x20ab, 0x20ab],
  [0x2122, 0x2122],
  [0x2190, 0x2195],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
]

/** Reads the widths of one font file, in units of its em. */
function readFont(file: string): { readonly unitsPerEm: number; readonly widthOf: (codePoint: number) => number | null } {
  const bytes = readFileSync(file)
  const tables = new Map<string, number>()
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = 12 + index * 16
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8))
  }
  const table = (name: string): number => {
    const offset = tables.get(name)
    if (offset === undefined) throw new Error(`${file} has no table ${name}`)
    return offset
  }
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18)
  const fullMetrics = bytes.readUInt16BE(table('hhea') + 34)
  const advance = (glyph: number): number => bytes.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, fullMetrics - 1))

  const cmap = table('cmap')
  const subtable = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + index * 8)).find(
    (at) => bytes.readUInt16BE(at) === 4,
  )
  if (subtable === undefined) throw new Error(`${file} has no character map of format 4`)
  const segments = bytes.readUInt16BE(subtable + 6) / 2
  const glyphOf = (codePoint: number): number => {
    for (let segment = 0; segment < segments; segment++) {
      const end = bytes.readUInt16BE(subtable + 14 + segment * 2)
      if (codePoint > end) continue
      const start = bytes.readUInt16BE(subtable + 16 + (segments + segment) * 2)
      if (codePoint < start) return 0
      const delta = bytes.readInt16BE(subtable + 16 + (2 * segments + segment) * 2)
      const rangeAt = subtable + 16 + (3 * segments + segment) * 2
      const rangeOffset = bytes.readUInt16BE(rangeAt)
      if (rangeOffset === 0) return (codePoint + delta) & 0xffff
      const glyph = bytes.readUInt16BE(rangeAt + rangeOffset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
  return {
    unitsPerEm,
    widthOf: (codePoint) => {
      const glyph = glyphOf(codePoint)
      return glyph === 0 ? null : advance(glyph)
    },
  }
}

const fonts = Object.entries(styles).map(([style, folder]) => ({
  style,
  ...readFont(join(root, 'node_modules/@expo-google-fonts/tinos', folder, `Tinos_${folder}.ttf`)),
}))
const codePoints = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  .filter((codePoint) => fonts.every(({ widthOf }) => widthOf(codePoint) !== null))

const quoted = (codePoint: number): string =>
  codePoint === 0x27 || codePoint === 0x5c
    ? `\\${String.fromCodePoint(codePoint)}`
    : codePoint === 0xa0 || codePoint === 0xad
      ? `\\u00${codePoint.toString(16)}`
      : String.fromCodePoint(codePoint)
const wrapped = (pieces: readonly string[], indent: string, width: number, glue: string): string => {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + glue.length + piece.length <= width) lines[lines.length - 1] = last + glue + piece
    else lines.push(piece)
  }
  return lines.map((line) => indent + line).join(`${glue.trimEnd()}\n`)
}

const text = `/** Made by tools/advance-widths.ts from the fonts of @expo-google-fonts/tinos: run it, never edit. */

/** Units of the em that the widths are counted in. */
export const unitsPerEm = ${fonts[0]?.unitsPerEm ?? 0}

/** Characters whose widths are known, in the order of the lists below. */
export const measuredCharacters =
  '${codePoints.map(quoted).join('')}'

/** Advance width of each character, by style. */
export const advanceWidths = {
${fonts
  .map(
    ({ style, widthOf }) =>
      `  ${style}: [\n${wrapped(
        codePoints.map((codePoint) => String(widthOf(codePoint))),
        '    ',
        130,
        ', ',
      )},\n  ],`,
  )
  .join('\n')}
} as const satisfies Record<string, readonly number[]>
`
writeFileSync(join(root, 'src/shared/document/advance-widths.ts'), text)
console.log(`${codePoints.length} characters, ${fonts.length} styles`)
