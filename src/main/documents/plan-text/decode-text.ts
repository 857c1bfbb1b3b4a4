import { AppError } from '#shared/app-error.ts'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { looksLikeUtf16 } from '../file-kind.ts'

export interface DecodedText {
  readonly text: string
  /** The bytes were not clean UTF-8 or UTF-16: a person should read the result through. */
  readonly doubtful: boolean
}

/**
 * Text of a file's bytes: UTF-8, UTF-16 (with or without a mark), UTF-8 with faults, Windows-1258. Bytes of TCVN3 and VNI are named
 * and refused: their letters depend on the font, and only the person knows which parts were set in it.
 * Throws file-old-font-encoding, file-not-what-it-says.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const utf16 = markedUtf16(bytes) ?? looksLikeUtf16(bytes)
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), doubtful: bytes.length % 2 === 1 }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), doubtful: false }
  } catch {
    // Not clean UTF-8: told apart below.
  }
  const tolerant = new TextDecoder().decode(bytes)
  const lost = tolerant.match(/\uFFFD/g)?.length ?? 0
  const vietnamese = tolerant.match(/[\u0100-\uFFFC]/g)?.length ?? 0
  // A UTF-8 file with faults keeps most of its letters; a file in another encoding loses all of them.
  if (vietnamese > lost * 3) return { text: tolerant, doubtful: true }
  const latin = new TextDecoder('latin1').decode(bytes)
  const old = detectOldEncoding(latin)
  if (old !== null) throw new AppError('file-old-font-encoding', { file, encoding: old })
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  if (/(?<!\p{L})(?:và|của|các|được|thực hiện)(?!\p{L})/u.test(windows)) return { text: windows, doubtful: true }
  // Mostly plain letters with a few foreign bytes is a text with faults; anything else is no text.
  if (lost > tolerant.length * 0.05) throw new AppError('file-not-what-it-says', { file, expected: 'Unicode' })
  return { text: tolerant, doubtful: true }
}

function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
