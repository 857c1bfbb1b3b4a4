/**
 * Which characters a TrueType font has a shape for, from its `cmap` table (OpenType 1.9, formats 4 and 12 of the Unicode
 * subtables). What it has none for would be printed as an empty box.
 */
export function coverageOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const ranges = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4)).flatMap(
    (subtable) => rangesOf(view, subtable),
  )
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

type CodeRange = readonly [first: number, last: number]

function tableOffset(view: DataView, tag: string): number {
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16)
    if ([0, 1, 2, 3].every((at) => view.getUint8(entry + at) === tag.codePointAt(at))) return view.getUint32(entry + 8)
  throw new Error(`the font has no table ${tag}`)
}

function rangesOf(view: DataView, subtable: number): readonly CodeRange[] {
  const format = view.getUint16(subtable)
  if (format === 4) {
    const doubled = view.getUint16(subtable + 6)
    return Array.from({ length: doubled / 2 }, (_, index): CodeRange => [
      view.getUint16(subtable + 16 + doubled + index * 2),
      view.getUint16(subtable + 14 + index * 2),
    ]).filter(([first]) => first !== 0xffff)
  }
  if (format === 12)
    return Array.from({ length: view.getUint32(subtable + 12) }, (_, index): CodeRange => [
      view.getUint32(subtable + 16 + index * 12),
      view.getUint32(subtable + 20 + index * 12),
    ])
  return []
}

/** Characters that have no shape of their own and need none: spaces, joiners, marks of direction, variation selectors. */
const SHAPELESS = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u

/** Letters of a text that the font has no shape for, each once, in the order of the text. */
export function lettersWithoutShape(text: string, covers: (codePoint: number) => boolean): readonly string[] {
  const missing = new Set<string>()
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (codePoint > 0x7e && !covers(codePoint) && !SHAPELESS.test(letter)) missing.add(letter)
  }
  return [...missing]
}
