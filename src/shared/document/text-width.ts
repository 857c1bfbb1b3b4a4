import { advanceWidths, measuredCharacters, unitsPerEm } from './advance-widths.ts'
import type { Length } from './blocks.ts'

export type TextStyle = keyof typeof advanceWidths

/** Characters outside the list are rare (a foreign letter): they are taken to be as wide as a capital. */
const UNKNOWN_WIDTH = Math.round(0.72 * unitsPerEm)

/** Widths by code unit: every character listed lies in the first plane. */
const widthsByStyle: Readonly<Record<TextStyle, Uint16Array>> = {
  regular: tableOf('regular'),
  italic: tableOf('italic'),
  bold: tableOf('bold'),
  boldItalic: tableOf('boldItalic'),
}

function tableOf(style: TextStyle): Uint16Array {
  const codes = Array.from(measuredCharacters, (character) => character.charCodeAt(0))
  const widths = new Uint16Array(Math.max(...codes) + 1).fill(UNKNOWN_WIDTH)
  for (const [index, code] of codes.entries()) widths[code] = advanceWidths[style][index] ?? UNKNOWN_WIDTH
  return widths
}

/** A length in points. */
export function toPoints(length: Length): number {
  return length.endsWith('mm') ? (Number.parseFloat(length) * 72) / 25.4 : Number.parseFloat(length)
}

/** A number of points as a length, to a tenth of a point: finer cannot be seen and would only lengthen files. */
export function points(value: number): Length {
  return `${Math.round(value * 10) / 10}pt`
}

/** Width of a line of text in points, set in Times New Roman or Tinos (the two have the same widths) at `size` points. NFC text. */
export function textWidth(text: string, size: number, style: TextStyle): number {
  const widths = widthsByStyle[style]
  let units = 0
  for (let index = 0; index < text.length; index++) units += widths[text.charCodeAt(index)] ?? UNKNOWN_WIDTH
  return (units * size) / unitsPerEm
}

/** No letter is wider than this share of its size: a bound that costs no measuring. */
export const WIDEST_LETTER = Math.max(...Object.values(advanceWidths).flat()) / unitsPerEm

/** The style of a text by its marks. */
export function textStyle(format: { readonly bold?: true; readonly italic?: true }): TextStyle {
  if (format.bold === true) return format.italic === true ? 'boldItalic' : 'bold'
  return format.italic === true ? 'italic' : 'regular'
}

/**
 * Splits a text into lines not wider than `width` points, breaking at spaces as Word does (a single word wider than the line is cut
 * where the line is full). A non-breaking space holds. At least one line.
 */
export function wrapText(text: string, size: number, style: TextStyle, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  const spaceWidth = textWidth(' ', size, style)
  for (const word of text.split(/[ \t\n]+/)) {
    let rest = word
    let restWidth = textWidth(rest, size, style)
    if (line !== '' && lineWidth + spaceWidth + restWidth <= width) {
      line += ` ${rest}`
      lineWidth += spaceWidth + restWidth
      continue
    }
    if (line !== '') lines.push(line)
    while (restWidth > width && rest.length > 1) {
      let fitting = 1
      while (fitting < rest.length && textWidth(rest.slice(0, fitting + 1), size, style) <= width) fitting++
      lines.push(rest.slice(0, fitting))
      rest = rest.slice(fitting)
      restWidth = textWidth(rest, size, style)
    }
    line = rest
    lineWidth = restWidth
  }
  lines.push(line)
  return lines
}
