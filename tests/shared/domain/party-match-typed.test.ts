import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import { realLists } from '../../helpers/agency-lists.ts'
import { langSon, listInWords } from '../../helpers/provinces.ts'

/** Words as letters and digits. */
function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

describe('as offices type', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['Các sở: Nội vụ, Tài chính; Thanh tra tỉnh', ['Sở Nội vụ', 'Sở Tài chính', 'Thanh tra tỉnh'], [], []],
    ['Các Sở Nội vụ, Tài chính và Tư pháp', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp'], [], []],
    ['UBND các huyện: Cao Lộc, Chi Lăng', ['UBND huyện Cao Lộc', 'UBND huyện Chi Lăng'], [], []],
    [
      'UBND các huyện Cao Lộc, Lộc Bình và UBND thành phố Lạng Sơn',
      ['UBND huyện Cao Lộc', 'UBND huyện Lộc Bình', 'UBND thành phố Lạng Sơn'],
      [],
      [],
    ],
    ['Các huyện, thành phố', ['‹UBND các huyện, thành phố› = Các huyện, thành phố'], [], []],
    [
      'Các sở, ngành, huyện, thành phố',
      ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các huyện, thành phố› = UBND huyện, thành phố'],
      [],
      [],
    ],
    [
      'các sở, ban, ngành và UBND các huyện, thành phố; các xã, phường, thị trấn',
      ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố›', '‹UBND các xã, phường› = các xã, phường, thị trấn'],
      [],
      [],
    ],
    ['các sở, ban, ngành, thành phố Lạng Sơn', ['‹Các sở, ban, ngành› = các sở, ban, ngành', 'UBND thành phố Lạng Sơn'], [], []],
    [
      '- Sở Nội vụ\n- Sở Tài chính\n- Công ty Điện lực',
      ['Sở Nội vụ', 'Sở Tài chính', '“Công ty Điện lực”'],
      [],
      ['agency-not-recognised: Công ty Điện lực'],
    ],
    ['1. Sở Nội vụ 2. Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính'], [], []],
    ['Sở Khoa học và\nCông nghệ', ['Sở Khoa học và Công nghệ'], [], []],
    ['SỞ NỘI VỤ', ['Sở Nội vụ'], [], []],
    ['so noi vu, Uỷ ban nhân dân tỉnh', ['Sở Nội vụ', 'UBND tỉnh'], [], []],
    [
      'Sở VHTT&DL; Sở LĐ-TB&XH; Sở KH và CN',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Lao động - Thương binh và Xã hội', 'Sở Khoa học và Công nghệ'],
      [],
      [],
    ],
    // Nội vụ and Ngoại vụ have the same initials: nobody is chosen.
    ['Sở NV', ['“Sở NV”'], [], ['agency-ambiguous: Sở NV']],
    ['Sở Thông tin và Truyền thôngg', ['Sở Thông tin và Truyền thông'], [], ['agency-spelling: Sở Thông tin và Truyền thôngg']],
    ['Sở Nội vụ (chủ trì), Sở Tài chính, Sở Y tế (phối hợp)', ['Sở Nội vụ', 'Sở Tài chính'], ['Sở Y tế'], []],
    ['Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính, Sở Y tế', ['Sở Nội vụ'], ['Sở Tài chính', 'Sở Y tế'], []],
    ['Giám đốc Sở Nội vụ; Chánh Văn phòng UBND tỉnh', ['Sở Nội vụ ~ (Giám đốc)', 'Văn phòng UBND tỉnh ~ (Chánh)'], [], []],
    // A name that depends on the words before it is no item of its own.
    [
      'Trung tâm Lưu trữ thuộc Sở Nội vụ',
      ['“Trung tâm Lưu trữ thuộc Sở Nội vụ”'],
      [],
      ['agency-not-recognised: Trung tâm Lưu trữ thuộc Sở Nội vụ'],
    ],
    [
      'Sở Nội vụ tham mưu UBND tỉnh; Sở Tài chính báo cáo về Sở Nội vụ',
      ['Sở Nội vụ ~ tham mưu UBND tỉnh', 'Sở Tài chính ~ báo cáo về Sở Nội vụ'],
      [],
      [],
    ],
    [
      'Theo phân công tại Kế hoạch số 12/KH-UBND',
      ['“Theo phân công tại Kế hoạch số 12/KH-UBND”'],
      [],
      ['agency-not-recognised: Theo phân công tại Kế hoạch số 12/KH-UBND'],
    ],
    ['Sở Tài chính Phòng Nội vụ huyện', ['Sở Tài chính', '“Phòng Nội vụ huyện”'], [], ['agency-not-recognised: Phòng Nội vụ huyện']],
    ['các cơ quan, đơn vị có nhu cầu', ['‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị ~ có nhu cầu'], [], []],
    ['cơ quan chủ trì soạn thảo', ['“cơ quan chủ trì soạn thảo”'], [], ['agency-not-recognised: cơ quan chủ trì soạn thảo']],
    ['', [], [], []],
  ])('%j', (text, parties, coordinating, doubts) =>
    expect(listInWords(langSon, text, '2023-01-01')).toEqual([parties, coordinating, doubts]),
  )

  test('letters typed apart (NFD) read like the composed ones', () =>
    expect(listInWords(langSon, 'Sở Nội vụ; Thanh tra tỉnh'.normalize('NFD'), '2023-01-01')).toEqual([
      ['Sở Nội vụ', 'Thanh tra tỉnh'],
      [],
      [],
    ]))
})

describe('properties', () => {
  const name = fc.constantFrom(...langSon.agencies.map((agency) => agency.name), ...langSon.groups.map((group) => group.name))
  const piece = fc.oneof(
    name,
    fc.constantFrom(...realLists.map(([, phrase]) => phrase)),
    fc.constantFrom(
      ';',
      ',',
      'và',
      '/',
      '\n',
      ' - ',
      'chủ trì',
      'phối hợp với',
      'Đơn vị chủ trì:',
      '(qua Sở Nội vụ)',
      'các',
      'UBND',
      'tỉnh',
      'có liên quan',
      'thuộc',
      'Các Sở:',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const anyList = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' '))

  test('no word of the text is lost: what is neither a party nor a label is a separator', () => {
    const prepared = prepareRegistry(langSon)
    fc.assert(
      fc.property(anyList, (text) => {
        const source = text.normalize('NFC')
        const { parts } = matchParties(text, prepared, '2023-01-01')
        let at = 0
        const between: string[] = []
        for (const { from, to } of parts) {
          expect(from).toBeGreaterThanOrEqual(at)
          between.push(source.slice(at, from))
          at = to
        }
        between.push(source.slice(at))
        // Numbers of a list ("1.") and "và" separate.
        expect(between.flatMap(wordsIn).filter((word) => !/^(?:và|VÀ|Và|\d{1,2})$/u.test(word))).toEqual([])
      }),
    )
  })

  test('the end of a name is not taken for a word that makes the next name depend on it', () =>
    expect(matchParties('Sở Giao thông vận tải\nVăn phòng UBND tỉnh; UBND tỉnh', langSon, '2023-01-01').doubts).toEqual([]))

  test('any list of known names in any order, however separated, gives exactly those names', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...langSon.agencies.filter((agency) => agency.activeFrom === null)),
            fc.constantFrom('; ', ', ', '\n', ' và ', ' / '),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        (list) => {
          const text = list.map(([agency, separator], index) => (index === 0 ? agency.name : separator + agency.name)).join('')
          expect(matchParties(text, langSon, '2023-01-01').parties).toEqual(
            list.map(([agency]) => ({ kind: 'agency', agencyId: agency.id })),
          )
        },
      ),
    ))
})
