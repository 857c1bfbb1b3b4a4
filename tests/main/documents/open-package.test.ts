import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fileKind } from '#main/documents/file-kind.ts'
import { openPackage } from '#main/documents/open-package.ts'
import { readDocx } from '#main/documents/read-docx.ts'
import { withPart } from '../../helpers/docx.ts'
import { failureOf, fixture, paragraph, readPlan, wordPackage } from '../../helpers/plan-reading.ts'

const sample = fixture('ke-hoach-cchc-2023.docx')
const small = wordPackage({ body: paragraph('I. MỤC ĐÍCH') + paragraph('- Việc.') })
const open = (bytes: Uint8Array, expected: 'docx' | 'xlsx' = 'docx'): string =>
  failureOf(() => readDocx(openPackage(bytes, 'a.docx', expected)))

/** A compound file of the years before 2007 as far as its directory shows: the names of its streams. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const names = streams.map((name) => Buffer.from(`${name}\0`.padEnd(32, '\0'), 'utf16le'))
  return new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), ...names]))
}

describe('a file that is not what was asked for', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['blank characters', strToU8(' \r\n\t '), 'file-empty'],
    ['a PDF', strToU8('%PDF-1.7\n%\u00e2'), 'file-is-pdf'],
    ['a PDF behind a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('\n%PDF-1.4')]), 'file-is-pdf'],
    ['a .doc', compoundFile('Root Entry', 'WordDocument'), 'file-old-word'],
    ['a .xls', compoundFile('Root Entry', 'Workbook'), 'file-old-excel'],
    ['a .xls of 1995', compoundFile('Root Entry', 'Book'), 'file-old-excel'],
    ['a Word file with a password', compoundFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'file-encrypted'],
    ['RTF', strToU8('{\\rtf1\\ansi}'), 'file-not-what-it-says'],
    ['a web page in one file', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related'), 'file-not-what-it-says'],
    [
      'the XML of Word 2003',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'file-not-what-it-says',
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file-not-what-it-says'],
    ['a text', strToU8('KẾ HOẠCH'), 'file-not-what-it-says'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'file-not-what-it-says'],
    [
      'an OpenDocument text',
      zipSync({ 'mimetype': strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
      'file-not-what-it-says',
    ],
    ['a workbook', fixture('phu-luc-2023.xlsx'), 'file-not-what-it-says'],
    ['a Word file cut in half', sample.subarray(0, sample.length / 2), 'file-truncated'],
    ['the Word file itself', sample, 'read'],
  ])('%s', (_, bytes, code) => expect(open(bytes)).toBe(code))

  test('a workbook is one when a workbook is asked for', () =>
    expect(openPackage(fixture('phu-luc-2023.xlsx'), 'a', 'xlsx').mainPart).toBe('xl/workbook.xml'))

  test('a plan is read by its bytes: a Word file named .txt is a Word file', () =>
    expect(readPlan(small, 'ke-hoach.txt').source.format).toBe('docx'))

  test('UTF-16 without a mark is text, not rubbish', () => {
    const text = Buffer.from('Kế hoạch cải cách hành chính năm 2026\r\n', 'utf16le')
    expect([fileKind(text), fileKind(Buffer.from(text).swap16())]).toEqual(['text', 'text'])
  })
})

describe('a hostile file', () => {
  const withDocument = (change: (xml: string) => string): Uint8Array => withPart(small, 'word/document.xml', change)

  test.each([
    ['external entities', withDocument((xml) => `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('Việc', '&x;')}`)],
    ['entities that grow', withDocument((xml) => `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${xml}`)],
    ['a path out of the package', zipSync({ ...unzipSync(small), '../../evil.xml': strToU8('<a/>') })],
    ['an absolute path', zipSync({ ...unzipSync(small), '/etc/evil.xml': strToU8('<a/>') })],
    ['two parts of one name', zipSync({ ...unzipSync(small), 'Word/Document.xml': strToU8('<a/>') })],
    ['a part that packs a thousand to one', zipSync({ ...unzipSync(small), 'word/media/x.bin': new Uint8Array(30_000_000) }, { level: 9 })],
    [
      'elements a hundred thousand deep',
      withDocument((xml) =>
        xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(100_000)}`).replace('</w:body>', `${'</w:sdt>'.repeat(100_000)}</w:body>`),
      ),
    ],
    [
      'thousands of parts',
      zipSync({ ...unzipSync(small), ...Object.fromEntries(Array.from({ length: 4_100 }, (_, index) => [`p${index}`, new Uint8Array()])) }),
    ],
  ])('%s', (_, bytes) => expect(open(bytes)).toBe('file-hostile'))

  test('a part that says it is small and is not is stopped at the size it said', () => {
    const bytes = zipSync({ ...unzipSync(small), 'word/document.xml': strToU8('<w:document/>'.padEnd(3_000_000)) }, { level: 9 })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The declared size stands in the directory, 24 bytes behind the entry's mark.
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 3_000_000) view.setUint32(at + 24, 1_000, true)
    expect(open(bytes)).toBe('file-hostile')
  })

  test('two entries that share their bytes are refused', () => {
    const bytes = zipSync({ ...unzipSync(small), 'one.xml': strToU8('<a/>'), 'two.xml': strToU8('<a/>') }, { level: 0 })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const entries: number[] = []
    for (let at = 0; at < bytes.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) entries.push(at)
    view.setUint32(entries.at(-1)! + 42, view.getUint32(entries.at(-2)! + 42, true), true)
    expect(open(bytes)).toBe('file-hostile')
  })

  test('a package inside a package is only bytes: nothing unpacks it', () => {
    const bomb = zipSync({ 'x': new Uint8Array(20_000_000) }, { level: 9 })
    expect(open(zipSync({ ...unzipSync(small), 'word/embeddings/x.docx': bomb }))).toBe('read')
  })
})

describe('a damaged file', () => {
  test('cut anywhere, a Word file is told to be cut, never anything worse', () => {
    for (let length = 0; length < small.length; length += 1)
      expect(['file-empty', 'file-truncated', 'file-not-what-it-says']).toContain(open(small.subarray(0, length)))
    fc.assert(
      fc.property(fc.nat(sample.length - 1), (length) => {
        expect(failureOf(() => readPlan(sample.subarray(0, length), 'a.docx'))).not.toBe('read')
      }),
      { numRuns: 60 },
    )
  })

  test('with bytes changed, a Word file is read or refused, never a defect', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = small.slice()
        for (const [at, value] of changes) bytes[at] = value
        expect(typeof failureOf(() => readPlan(bytes, 'a.docx'))).toBe('string')
      }),
      { numRuns: 400 },
    )
  })

  test('with its XML changed, a Word file is read or refused, never a defect', () => {
    const document = new TextDecoder().decode(unzipSync(small)['word/document.xml'])
    fc.assert(
      fc.property(
        fc.nat(document.length),
        fc.nat(document.length),
        fc.constantFrom('', '<', '<w:p>', '</w:p>', '<w:tbl><w:tr>', '&#0;', ']]>', '\uFFFF'),
        (from, to, junk) => {
          const broken = document.slice(0, Math.min(from, to)) + junk + document.slice(Math.max(from, to))
          const bytes = zipSync({ ...unzipSync(small), 'word/document.xml': strToU8(broken) })
          expect(typeof failureOf(() => readPlan(bytes, 'a.docx'))).toBe('string')
        },
      ),
      { numRuns: 400 },
    )
  })
})
