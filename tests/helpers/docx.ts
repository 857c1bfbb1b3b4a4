import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The text of one part of a Word file. */
export function partOf(bytes: Uint8Array, part: string): string {
  const content = unzipSync(bytes)[part]
  if (content === undefined) throw new Error(`no ${part}`)
  return strFromU8(content)
}

/** The file with one part changed; a change that changes nothing is a mistake of the test. */
export function withPart(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing to change in ${part}`)
  return zipSync({ ...parts, [part]: strToU8(after) })
}

/** Words of a part in the order of its XML: a paragraph, a break and a tab part words, white space of any kind is one. */
export function wordsOfPart(xml: string): readonly string[] {
  const text = xml
    .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/g, ' ')
    .replace(/<w:instrText[^>]*>[^<]*/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}
