import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file of ours with a word put into every thirtieth sentence and cell, as a colleague would send it back; with our hidden marks or without. */
export function rewordEveryThirtieth(sent: Uint8Array, withMarks: boolean): Uint8Array {
  const parts = unzipSync(sent)
  let text = 0
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    /<w:t xml:space="preserve">([^<]{40,})<\/w:t>/g,
    (whole, words: string) => {
      text += 1
      return text % 30 === 0 ? `<w:t xml:space="preserve">${words.replace(/ (\S+)$/u, ' đã sửa $1')}</w:t>` : whole
    },
  )
  parts['word/document.xml'] = strToU8(withMarks ? xml : xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, ''))
  return zipSync(parts)
}
