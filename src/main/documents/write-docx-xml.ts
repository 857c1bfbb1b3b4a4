import type { Length } from '#shared/document/blocks.ts'
import { toPoints } from '#shared/document/text-width.ts'

/** Twentieths of a point, Word's unit of length. */
export function twips(length: Length): number {
  return Math.round(toPoints(length) * 20)
}

/** Half points, Word's unit of letter size. */
export function halfPoints(length: Length): number {
  return Math.round(toPoints(length) * 2)
}

/** Characters that XML 1.0 has no place for (§2.2): a stray control from a paste must not make the file unreadable. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text that any XML may hold, tabs and line ends as spaces (they are runs of their own in Word). */
export function plainXmlText(text: string): string {
  return text.replace(NOT_XML, '').replace(/[\t\n\r]/g, ' ')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in XML, in an element or an attribute. */
export function escapeXml(text: string): string {
  const plain = plainXmlText(text)
  return /[&<>"]/.test(plain) ? plain.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : plain
}
