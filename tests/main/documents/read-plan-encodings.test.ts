import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectOldEncoding } from '#shared/language/old-encoding.ts'
import { repairText } from '#shared/language/repair-text.ts'
import { doubtsOf, failureOf, fixture, outlineOf, paragraph, pastePlan, readPlan, wordPackage } from '../../helpers/plan-reading.ts'

const text = new TextDecoder().decode(fixture('ke-hoach-cchc-2023.txt')).normalize('NFC')
const right = outlineOf(readPlan(text))
const utf16 = (words: string): Buffer => Buffer.from(words, 'utf16le')

/** Windows-1258 keeps five tones as signs of their own behind the letter. */
function windows1258(words: string): Uint8Array {
  const table = new Map<string, number>()
  const decoder = new TextDecoder('windows-1258')
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(new Uint8Array([byte])), byte)
  const signs = '\u0300\u0309\u0303\u0301\u0323'
  const bytes: number[] = []
  for (const letter of words.normalize('NFC')) {
    const tone = Array.from(letter.normalize('NFD')).find((sign) => signs.includes(sign)) ?? ''
    const bare = tone === '' ? letter : letter.normalize('NFD').replace(tone, '').normalize('NFC')
    for (const piece of [table.get(letter) === undefined ? bare : letter, table.get(letter) === undefined ? tone : '']) {
      const byte = table.get(piece)
      if (byte !== undefined) bytes.push(byte)
    }
  }
  return new Uint8Array(bytes)
}

describe('the same plan in other clothes reads the same', () => {
  test.each([
    ['letters split into base and accents (NFD)', Buffer.from(text.normalize('NFD'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first, with a mark', utf16(`\uFEFF${text}`)],
    ['UTF-16, little end first, without', utf16(text)],
    ['UTF-16, big end first, with a mark', utf16(`\uFEFF${text}`).swap16()],
    ['UTF-16, big end first, without', utf16(text).swap16()],
    ['lines ended as on Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['lines ended as on old Macs', Buffer.from(text.replaceAll('\n', '\r'))],
    [
      'non-breaking spaces and soft hyphens',
      Buffer.from(text.replaceAll(' của ', '\u00a0của ').replaceAll('hành chính', 'hành\u00ad chính').replaceAll('UBND', 'UB\u200bND')),
    ],
    [
      'form feeds between its pages',
      Buffer.from(
        text.replaceAll(
          /\n (?=II\. |- Tổ chức đào|- Hỗ trợ|bồi dưỡng cán bộ, công chức, viên chức phù|dữ liệu phục vụ sự|dẫn của Bộ)/g,
          '\n\f',
        ),
      ),
    ],
    ['Windows-1258', windows1258(text)],
  ])('%s', (_, bytes) => expect(outlineOf(readPlan(new Uint8Array(bytes)))).toEqual(right))

  test('a few lost bytes are told, and cost only their own letters', () => {
    const bytes = new Uint8Array(Buffer.from(text))
    const at = Buffer.from(bytes).indexOf('trọng tâm')
    bytes[at + 2] = 0xff
    const draft = readPlan(bytes)
    expect([outlineOf(draft).length, doubtsOf(draft).some((doubt) => doubt.startsWith('text-repaired'))]).toEqual([right.length, true])
  })
})

const latin = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, 'latin1'))

describe('encodings of the years before Unicode', () => {
  const tcvn3 = 'KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh n¨m 2026. C¸c së, ban, ngµnh tæ chøc thùc hiÖn ®óng quy ®Þnh.'
  const vni = 'Keá hoaïch caûi caùch haønh chaùnh cuûa tænh naêm 2026. Caùc sôû, ban, ngaønh toå chöùc thöïc hieän ñuùng quy ñònh.'

  test.each([
    ['TCVN3 as bytes', latin(tcvn3), 'TCVN3 (ABC)'],
    ['TCVN3 saved as UTF-8', Buffer.from(tcvn3), 'TCVN3 (ABC)'],
    ['VNI as bytes', latin(vni), 'VNI'],
    ['VNI saved as UTF-8', Buffer.from(vni), 'VNI'],
  ])('%s is named and refused', (_, bytes, encoding) => {
    expect(() => readPlan(new Uint8Array(bytes))).toThrow(
      expect.objectContaining({ code: 'file-old-font-encoding', details: { file: 'ke-hoach.txt', encoding } }),
    )
  })

  test('pasted text in an old encoding is refused too', () => expect(failureOf(() => pastePlan(tcvn3))).toBe('file-old-font-encoding'))

  test('odd signs in a Unicode text raise no alarm', () => {
    expect([text, 'Sai số ±5µm, ½ diện tích, nhãn hiệu ABC®.', 'plain english text', '', '1 2 3'].map(detectOldEncoding)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('a stamp of secrecy in a text', () => {
  const plan = 'UBND TỈNH MẪU\nKẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n- Việc.\n'
  test.each(['MẬT', 'TỐI MẬT', '[ TUYỆT MẬT ]', 'Độ mật: Tối mật', 'M Ậ T'])('%s is refused', (stamp) =>
    expect(failureOf(() => readPlan(`${stamp}\n${plan}`))).toBe('file-secret'),
  )
  test('beside the head is refused', () =>
    expect(failureOf(() => readPlan(`MẬT            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n${plan}`))).toBe('file-secret'))
  test.each([
    '- Bảo vệ bí mật nhà nước.',
    'V. CÔNG TÁC BẢO VỆ BÍ\nMẬT',
    'Mật',
    '- Văn bản mật không gửi qua mạng.',
    'Họ và tên: NGUYỄN THỊ MẬT',
  ])('“%s” is none', (words) => expect(failureOf(() => readPlan(`${plan}${words}\n`))).toBe('read'))
})

test('nothing, and text that is no plan, are told apart', () => {
  expect(['', ' \n\f\n', '\uFEFF', 'Danh sách lớp: An, Bình, Chi.'].map((words) => failureOf(() => readPlan(words)))).toEqual([
    'file-empty',
    'file-empty',
    'file-empty',
    'file-without-plan',
  ])
})

test('cut at any length the text of a plan is read or refused in words, never a defect', () => {
  const bytes = new Uint8Array(Buffer.from(text))
  fc.assert(
    fc.property(fc.nat(bytes.length), (length) => {
      expect(['read', 'file-empty', 'file-without-plan', 'file-not-what-it-says']).toContain(
        failureOf(() => readPlan(bytes.subarray(0, length))),
      )
    }),
    { numRuns: 80 },
  )
})

test('lines in any order never break the reader, and none of their words is lost', () => {
  const bare = fc.constantFrom(
    'KẾ HOẠCH',
    'QUYẾT ĐỊNH',
    'Nơi nhận:',
    'KT. CHỦ TỊCH',
    'PHỤ LỤC',
    './.',
    '\f',
    '',
    '____',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số:    /KH-UBND',
    '12',
    'Họ Tên Mẫu',
  )
  const begun = fc.constantFrom(
    'I. MỤC ĐÍCH',
    '- Việc cần làm',
    '1. Sở Nội vụ',
    '1 Ghi chú',
    '2 Ghi chú',
    'theo quy định1',
    'theo quy định2 và',
    'Phần I',
    '(Có phụ lục',
    'Điều 1. Ban hành',
    'Căn cứ',
    '+ Việc nhỏ',
    'Thực hiện',
    'UBND TỈNH',
    '- Lưu: VT',
    'GIÁM ĐỐC',
    'Chương II',
    'a) Việc',
  )
  const line = fc.oneof(bare, fc.tuple(begun, fc.constantFrom('', '.', ';', ':', './.', ')')))
  fc.assert(
    fc.property(fc.constantFrom('text', 'word', 'page'), fc.array(line, { maxLength: 30 }), (format, lines) => {
      // Every line carries a word of its own.
      const own = lines.map((one, index) => (typeof one === 'string' ? one : `${one[0]} từ${index}x${one[1]}`))
      let kept = ''
      const code = failureOf(() => {
        const { source: _source, warnings: _warnings, ...draft } = readAs[format](['Kế hoạch năm 2026', ...own])
        kept = JSON.stringify(draft).toLocaleLowerCase('vi')
      })
      const words = own.flatMap((one) => one.match(/từ\d+x/g) ?? [])
      expect(code === 'file-without-plan' ? [] : words.filter((word) => !kept.includes(word))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

const readAs = {
  text: (lines: readonly string[]) => readPlan(lines.join('\n')),
  word: (lines: readonly string[]) =>
    readPlan(wordPackage({ body: lines.map((words) => paragraph(words.replace('\f', ''))).join('') }), 'a.docx'),
  page: (lines: readonly string[]) => pastePlan('', lines.map((words) => `<p>${words}</p>`).join('')),
}

test('random characters never break the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
      expect(typeof failureOf(() => readPlan(words))).toBe('string')
    }),
    { numRuns: 500 },
  )
})

test('repairing a text twice is repairing it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const once = repairText(words).text
      expect(repairText(once).text).toBe(once)
    }),
  )
})

test.each([
  ['one letter', 'I'.repeat(100_000)],
  ['signs of a rule', `${'_'.repeat(100_000)}x`],
  ['full stops', `${'.'.repeat(100_000)}x`],
  ['a bracket that never closes', `(${'phụ lục '.repeat(12_000)}`],
  ['numbers without a symbol', `số ${'1/'.repeat(50_000)}`],
  ['rows that look like notes', '1 Việc\n'.repeat(10_000)],
])('a line or a text made to choke a reader is read all the same: %s', (_, words) => {
  expect(['read', 'file-without-plan']).toContain(failureOf(() => readPlan(`KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n${words}`)))
})
