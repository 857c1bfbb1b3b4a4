import { AppError } from '#shared/app-error.ts'

/** What a file is by its bytes. Its name is never trusted: people rename files, and mail programs do too. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'pdf'
  | 'old-word'
  | 'old-excel'
  | 'encrypted-office'
  | 'old-office'
  | 'rtf'
  | 'html'
  | 'text'
  | 'binary'

/** No plan or appendix comes near it; the readers keep a few copies of a file in memory. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024

const latin = new TextDecoder('latin1')

/** Kind of a file from its first bytes (and, for the container of old Office files, the names inside it). Never throws. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return 'empty'
  const head = latin.decode(bytes.subarray(0, 1024))
  // "PK" alone: a copy cut after two bytes is a cut archive, not a text.
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006') || (head.startsWith('PK') && bytes.length < 4)) return 'zip'
  // Readers of PDF accept rubbish before the mark, and so do some scanners' files.
  if (/^[^A-Za-z]*%PDF-/.test(head)) return 'pdf'
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) return compoundFileKind(bytes)
  if (head.startsWith('{\\rtf')) return 'rtf'
  // Word's "web page in one file" and its XML of 2003: texts to a computer, none to a reader.
  if (/^\s*MIME-Version:/i.test(head) || head.includes('mso-application') || head.includes('xmlns:pkg=')) return 'old-office'
  if (hasUtf16Mark(bytes) || looksLikeUtf16(bytes)) return 'text'
  const start = head
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase()
  if (
    start.startsWith('<!doctype html') ||
    start.startsWith('<html') ||
    (start.startsWith('<') && /<(html|body|p|div|table|meta)[\s>]/.test(start))
  )
    return 'html'
  return bytes.subarray(0, 8192).includes(0) ? 'binary' : 'text'
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** UTF-16 without a mark: in Vietnamese text most high bytes are 0x00 or 0x1E, all in one of the two columns. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1)
  if (sample.length < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at += 2) {
    if (isHighByte(sample[at] ?? 0)) even += 1
    if (isHighByte(sample[at + 1] ?? 0)) odd += 1
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.85 && even < pairs * 0.3) return 'utf-16le'
  if (even > pairs * 0.85 && odd < pairs * 0.3) return 'utf-16be'
  return null
}

function isHighByte(byte: number): boolean {
  return byte === 0x00 || byte === 0x01 || byte === 0x03 || byte === 0x1e || byte === 0x20
}

/** Directory entries of a compound file carry UTF-16 names; searching for them also works in a file that was cut. */
function compoundFileKind(bytes: Uint8Array): FileKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'encrypted-office'
  if (holds('WordDocument')) return 'old-word'
  if (holds('Workbook') || content.includes(Buffer.from('B\0o\0o\0k\0\0\0', 'latin1'))) return 'old-excel'
  return 'old-office'
}

/**
 * Refuses what no reader of ours can open, each with its own sentence; gives back the kind of the rest.
 * Throws file-empty, file-too-large, file-is-pdf, file-encrypted, file-old-word, file-old-excel, file-not-what-it-says.
 * `expected` names the wanted format for the sentence, e.g. "Word (.docx)".
 */
export function requireReadableKind(bytes: Uint8Array, file: string, expected: string): 'zip' | 'html' | 'text' {
  if (bytes.length > LARGEST_FILE_BYTES) throw new AppError('file-too-large', { file, megabytes: Math.ceil(bytes.length / 1024 / 1024) })
  const kind = fileKind(bytes)
  switch (kind) {
    case 'empty':
      throw new AppError('file-empty', { file })
    case 'pdf':
      throw new AppError('file-is-pdf', { file })
    case 'encrypted-office':
      throw new AppError('file-encrypted', { file })
    case 'old-word':
      throw new AppError('file-old-word', { file })
    case 'old-excel':
      throw new AppError('file-old-excel', { file })
    case 'rtf':
    case 'old-office':
    case 'binary':
      throw new AppError('file-not-what-it-says', { file, expected })
    default:
      return kind
  }
}
