import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import { bacNinh, centre, dongThap, haNoi, haTinh, hoChiMinh, laiChau, langSon, sign } from '../../helpers/provinces.ts'

type Case = readonly [registry: AgencyRegistry, phrase: string, parties: readonly string[], coordinating?: readonly string[], doubts?: readonly string[]]

/** The list as read: names; ‹groups› "= as written"; “words not recognised”; "~ qualifier". */
function read(registry: AgencyRegistry, text: string, asOf: string) {
  const { parties, coordinating, doubts } = matchParties(text, registry, asOf)
  return [
    parties.map((party) => sign(party, registry)),
    coordinating.map((party) => sign(party, registry)),
    doubts.map(({ code, words, successors }) => [`${code}: ${words}`, ...successors].join(' → ')),
  ]
}

/** Words as letters and digits. */
function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Lists of real plans of 2023–2026, in the order of the collection they were gathered in. */
const real: readonly Case[] = [
  [langSon, 'các sở, ban, ngành, UBND các huyện, thành phố', ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố›']],
  [langSon, 'Các sở, ban, ngành; UBND các huyện, thành phố', ['‹Các sở, ban, ngành›', '‹UBND các huyện, thành phố›']],
  [langSon, 'các sở, ban, ngành, UBND cấp huyện, cấp xã', ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố› = UBND cấp huyện', '‹UBND các xã, phường› = UBND cấp xã']],
  [langSon, 'các sở, ban, ngành, UBND cấp huyện', ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố› = UBND cấp huyện']],
  [langSon, 'Các cơ quan TW đặt tại địa phương', ['‹Các cơ quan Trung ương đặt tại địa phương› = Các cơ quan TW đặt tại địa phương']],
  [langSon, 'Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các huyện, thành phố', ['‹Các sở, ban, ngành› = Thủ trưởng các cơ quan, đơn vị', '‹UBND các huyện, thành phố› = Chủ tịch UBND các huyện, thành phố']],
  [langSon, 'Các thành viên Ban chỉ đạo cải cách hành chính tỉnh', ['‹Các thành viên Ban Chỉ đạo CCHC tỉnh› = Các thành viên Ban chỉ đạo cải cách hành chính tỉnh']],
  [langSon, 'Đài Phát thanh và Truyền hình tỉnh, Báo Lạng Sơn, Cổng Thông tin điện tử tỉnh', ['Đài Phát thanh và Truyền hình tỉnh', 'Báo Lạng Sơn', 'Cổng Thông tin điện tử tỉnh']],
  [langSon, 'Các Ban Đảng Tỉnh uỷ; Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh', ['‹Các Ban Đảng Tỉnh ủy› = Các Ban Đảng Tỉnh uỷ', '‹Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh›']],
  [hoChiMinh, 'Các sở, ngành, UBND xã, phường, đặc khu', ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›']],
  [hoChiMinh, 'Sở Khoa học và Công nghệ, các sở, ngành, UBND xã, phường, đặc khu', ['Sở Khoa học và Công nghệ', '‹Các sở, ban, ngành› = các sở, ngành', '‹UBND xã, phường, đặc khu›']],
  [hoChiMinh, 'Sở Tài chính, Sở Nội vụ, các sở, ngành, UBND xã, phường, đặc khu', ['Sở Tài chính', 'Sở Nội vụ', '‹Các sở, ban, ngành› = các sở, ngành', '‹UBND xã, phường, đặc khu›']],
  [hoChiMinh, 'Sở Tài chính Các sở, ngành, UBND xã, phường, đặc khu', ['Sở Tài chính', '‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›']],
  [hoChiMinh, 'Các sở, ngành, UBND xã, phường, đặc khu Sở Tài chính', ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›', 'Sở Tài chính']],
  [hoChiMinh, 'Sở Khoa học và Công nghệ, Viện Nghiên cứu phát triển Thành phố', ['Sở Khoa học và Công nghệ', 'Viện Nghiên cứu phát triển Thành phố']],
  [hoChiMinh, 'Trung tâm Chuyển đổi số Thành phố', ['Trung tâm Chuyển đổi số Thành phố']],
  [bacNinh, 'Các Sở, ngành, đơn vị, UBND cấp xã', ['‹Các sở, ban, ngành› = Các Sở, ngành, đơn vị', '‹UBND các xã, phường› = UBND cấp xã']],
  [bacNinh, 'Các cơ quan, đơn vị, địa phương liên quan', ['‹Các cơ quan, đơn vị có liên quan› = Các cơ quan, đơn vị, địa phương liên quan']],
  [bacNinh, 'Sở Tư pháp; các cơ quan, đơn vị, địa phương liên quan', ['Sở Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương liên quan']],
  [bacNinh, 'Văn phòng UBND tỉnh; các cơ quan, đơn vị, địa phương liên quan', ['Văn phòng UBND tỉnh', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương liên quan']],
  [bacNinh, 'Sở Khoa học và Công nghệ; Trung tâm Thông tin tỉnh; các cơ quan, đơn vị liên quan', ['Sở Khoa học và Công nghệ', 'Trung tâm Thông tin tỉnh', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan']],
  [bacNinh, 'Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp, các cơ quan, đơn vị, địa phương', ['Báo và Phát thanh, Truyền hình tỉnh', 'Sở Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương']],
  [bacNinh, 'Các cơ quan, đơn vị theo quy định', ['‹Các cơ quan, đơn vị có liên quan› = Các cơ quan, đơn vị ~ theo quy định']],
  [dongThap, 'Sở, ban, ngành có liên quan', ['‹Các cơ quan, đơn vị có liên quan› = Sở, ban, ngành có liên quan']],
  [dongThap, 'Sở Công Thương; Ban Quản lý khu Kinh tế tỉnh Đồng Tháp', ['Sở Công Thương', 'Ban Quản lý Khu kinh tế tỉnh Đồng Tháp']],
  [dongThap, 'Sở Văn hoá Thể thao du lịch', ['Sở Văn hóa, Thể thao và Du lịch'], [], ['agency-spelling: Sở Văn hoá Thể thao du lịch']],
  [dongThap, 'Các sở, ban, ngành tỉnh; UBND các xã, phường', ['‹Các sở, ban, ngành› = Các sở, ban, ngành tỉnh', '‹UBND các xã, phường›']],
  [dongThap, 'Các sở, ban, ngành tỉnh; các đơn vị liên quan; UBND các xã, phường', ['‹Các sở, ban, ngành› = Các sở, ban, ngành tỉnh', '‹Các cơ quan, đơn vị có liên quan› = các đơn vị liên quan', '‹UBND các xã, phường›']],
  [dongThap, 'Sở KH&CN; các cơ quan, đơn vị liên quan', ['Sở Khoa học và Công nghệ', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan']],
  [dongThap, 'Ban Quản lý Khu kinh tế, Sở Công Thương, các doanh nghiệp viễn thông; các cơ quan, đơn vị liên quan', ['Ban Quản lý Khu kinh tế', 'Sở Công Thương', '“các doanh nghiệp viễn thông”', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan'], [], ['agency-not-recognised: các doanh nghiệp viễn thông']],
  [haNoi, 'Các Sở, ban, ngành, UBND xã, phường', ['‹Các sở, ban, ngành› = Các Sở, ban, ngành', '‹UBND xã, phường›']],
  [haNoi, 'Đơn vị chủ trì: Các Sở, ban, ngành Thành phố', ['‹Các sở, ban, ngành› = Các Sở, ban, ngành Thành phố']],
  [haNoi, 'Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã', ['Sở Khoa học và Công nghệ', 'Sở Công Thương', '‹UBND xã, phường› = UBND các phường, xã']],
  [haNoi, 'Ban Quản lý các khu công nghệ cao và khu công nghiệp, Sở Khoa học và Công nghệ, Sở Công Thương', ['Ban Quản lý các khu công nghệ cao và khu công nghiệp', 'Sở Khoa học và Công nghệ', 'Sở Công Thương']],
  [hoChiMinh, 'Sở Y tế chủ trì, phối hợp với các sở, ban, ngành, đoàn thể Thành phố và các đơn vị có liên quan', ['Sở Y tế'], ['‹Các sở, ban, ngành› = các sở, ban, ngành, đoàn thể Thành phố', '‹Các cơ quan, đơn vị có liên quan› = các đơn vị có liên quan']],
  [hoChiMinh, 'Sở Nội vụ, các sở, ban, ngành Thành phố trong phạm vi chức năng, nhiệm vụ của mình và các cơ quan, tổ chức khác có liên quan', ['Sở Nội vụ', '‹Các sở, ban, ngành› = các sở, ban, ngành Thành phố ~ trong phạm vi chức năng, nhiệm vụ của mình', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, tổ chức khác có liên quan']],
  [laiChau, 'Sở Khoa học và Công nghệ; Sở Tư pháp; Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh Truyền hình Lai Châu và các sở, ngành có liên quan', ['Sở Khoa học và Công nghệ', 'Sở Tư pháp', 'Sở Văn hóa, Thể thao và Du lịch', 'Báo và Phát thanh, Truyền hình Lai Châu', '‹Các cơ quan, đơn vị có liên quan› = các sở, ngành có liên quan']],
  [laiChau, 'Các sở, ngành; Ủy ban nhân dân các xã, phường', ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các xã, phường› = Ủy ban nhân dân các xã, phường']],
  [laiChau, 'Các sở, ngành có liên quan và UBND các xã, phường', ['‹Các cơ quan, đơn vị có liên quan› = Các sở, ngành có liên quan', '‹UBND các xã, phường›']],
  [laiChau, 'Sở Khoa học và Công nghệ - Cơ quan phối hợp: Các sở, ngành, UBND các xã, phường và các cơ quan, tổ chức, cá nhân có liên quan', ['Sở Khoa học và Công nghệ'], ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các xã, phường›', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, tổ chức, cá nhân có liên quan']],
  [laiChau, 'Các sở, ngành có liên quan theo chức năng, nhiệm vụ quản lý được giao', ['‹Các cơ quan, đơn vị có liên quan› = Các sở, ngành có liên quan ~ theo chức năng, nhiệm vụ quản lý được giao']],
  [bacNinh, 'Sở KH&CN chủ trì hướng dẫn, tổng hợp; Các sở, ngành, UBND cấp xã thực hiện công bố dữ liệu mở hằng năm theo lĩnh vực quản lý.', ['Sở Khoa học và Công nghệ ~ chủ trì hướng dẫn, tổng hợp', '‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các xã, phường› = UBND cấp xã ~ thực hiện công bố dữ liệu mở hằng năm theo lĩnh vực quản lý']],
  [bacNinh, 'Sở Giáo dục và Đào tạo; Sở Nội vụ; Sở Khoa học và Công nghệ thúc đẩy, theo dõi, báo cáo chỉ tiêu', ['Sở Giáo dục và Đào tạo', 'Sở Nội vụ', 'Sở Khoa học và Công nghệ ~ thúc đẩy, theo dõi, báo cáo chỉ tiêu']],
  [centre, 'Văn phòng Chính phủ, Bộ Tư pháp và các cơ quan có liên quan', ['Văn phòng Chính phủ', 'Bộ Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan có liên quan']],
  [centre, 'các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương', ['‹Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ› = các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', '‹Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương›']],
  [haTinh, 'các cơ quan, đơn vị có liên quan trực thuộc Ủy ban nhân dân tỉnh', ['‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị có liên quan ~ trực thuộc Ủy ban nhân dân tỉnh']],
  [haNoi, 'Giám đốc, Thủ trưởng các Sở, ban, ngành; UBND xã, phường', ['‹Các sở, ban, ngành› = Giám đốc, Thủ trưởng các Sở, ban, ngành', '‹UBND xã, phường›']],
  [haNoi, 'Sở QHKT, Sở KHCN, Sở TC, Sở NNMT, Sở Nội vụ, Công an TPHN, Quỹ ĐTPT TP…', ['Sở Quy hoạch - Kiến trúc', 'Sở Khoa học và Công nghệ', 'Sở Tài chính', 'Sở Nông nghiệp và Môi trường', 'Sở Nội vụ', 'Công an Thành phố', 'Quỹ Đầu tư phát triển Thành phố']],
  [haNoi, 'Các Sở: KH&ĐT, TC, TN&MT, XD, GTVT, NV', ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính', 'Sở Tài nguyên và Môi trường', 'Sở Xây dựng', 'Sở Giao thông vận tải', 'Sở Nội vụ']],
  [haNoi, 'Sở Tư pháp Sở Tài chính Thuế thành phố Hà Nội', ['Sở Tư pháp', 'Sở Tài chính', 'Thuế thành phố Hà Nội']],
  [haNoi, 'Sở Xây dựng/các công ty quản lý lĩnh vực vực liên quan', ['Sở Xây dựng', '“các công ty quản lý lĩnh vực vực liên quan”'], [], ['agency-not-recognised: các công ty quản lý lĩnh vực vực liên quan']],
  [haNoi, 'UBND xã/phường, Công an Thành phố, Sở KH&CN, cơ quan có liên quan', ['‹UBND xã, phường› = UBND xã/phường', 'Công an Thành phố', 'Sở Khoa học và Công nghệ', '‹Các cơ quan, đơn vị có liên quan› = cơ quan có liên quan']],
  [haNoi, 'Sở Giáo dục và Đạo tạo / Sở tài chính / Sở Công thương', ['Sở Giáo dục và Đào tạo', 'Sở Tài chính', 'Sở Công Thương'], [], ['agency-spelling: Sở Giáo dục và Đạo tạo']],
  [haNoi, 'Văn phòng của 04 khối cơ quan của hệ thống chính trị và Sở Nội vụ.', ['“Văn phòng của 04 khối cơ quan của hệ thống chính trị”', 'Sở Nội vụ'], [], ['agency-not-recognised: Văn phòng của 04 khối cơ quan của hệ thống chính trị']],
  [haNoi, 'Đề nghị phối hợp với các Bộ, ngành liên quan', [], ['‹Các cơ quan, đơn vị có liên quan› = các Bộ, ngành liên quan']],
  [langSon, 'UBND tỉnh (qua Sở Nội vụ)', ['UBND tỉnh ~ (qua Sở Nội vụ)']],
]

describe('a list of agencies is read as its writer meant it: names that hold "và" or "," are never split', () => {
  test.each(real.map(([registry, phrase, parties, coordinating = [], doubts = []]) => ({ registry, phrase, parties, coordinating, doubts })))(
    '$phrase',
    ({ registry, phrase, parties, coordinating, doubts }) =>
      expect(read(registry, phrase, registry === langSon ? '2023-01-01' : '2026-01-01')).toEqual([parties, coordinating, doubts]),
  )
  test('the collection is whole', () => expect(real).toHaveLength(56))
})

describe('names are read as of the day of the plan', () => {
  test('Sở Tài chính of 2023 and of 2026 are two bodies', () => {
    const ids = ['2023-01-01', '2026-01-01'].map((day) => matchParties('Sở Tài chính', langSon, day).parties)
    expect(ids).toEqual([[{ kind: 'agency', agencyId: langSon.agencies[4]?.id }], [{ kind: 'agency', agencyId: langSon.agencies[5]?.id }]])
  })
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['2026-01-01', 'Sở Kế hoạch và Đầu tư', ['Sở Kế hoạch và Đầu tư'], ['agency-not-active: Sở Kế hoạch và Đầu tư → Sở Tài chính']],
    ['2023-01-01', 'UBND xã Chi Lăng', ['UBND xã Chi Lăng'], ['agency-not-active: UBND xã Chi Lăng']],
    ['2026-01-01', 'UBND các huyện, thành phố', ['‹UBND các huyện, thành phố›'], ['agency-not-active: UBND các huyện, thành phố']],
    // The districts' names went to communes: a bare name needs a look even when one body bears it on that day.
    ['2023-01-01', 'Cao Lộc', ['UBND huyện Cao Lộc'], ['agency-ambiguous: Cao Lộc']],
    ['2026-01-01', 'Cao Lộc; xã Chi Lăng', ['UBND xã Cao Lộc', 'UBND xã Chi Lăng'], ['agency-ambiguous: Cao Lộc']],
    ['2026-01-01', 'UBND xã Quý Hoà', ['UBND xã Quý Hòa'], []],
  ])('%s: %s', (day, text, parties, doubts) => expect(read(langSon, text, day)).toEqual([parties, [], doubts]))
})

describe('as offices type', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['Các sở: Nội vụ, Tài chính; Thanh tra tỉnh', ['Sở Nội vụ', 'Sở Tài chính', 'Thanh tra tỉnh'], [], []],
    ['Các Sở Nội vụ, Tài chính và Tư pháp', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp'], [], []],
    ['UBND các huyện: Cao Lộc, Chi Lăng', ['UBND huyện Cao Lộc', 'UBND huyện Chi Lăng'], [], []],
    ['UBND các huyện Cao Lộc, Lộc Bình và UBND thành phố Lạng Sơn', ['UBND huyện Cao Lộc', 'UBND huyện Lộc Bình', 'UBND thành phố Lạng Sơn'], [], []],
    ['Các huyện, thành phố', ['‹UBND các huyện, thành phố› = Các huyện, thành phố'], [], []],
    ['Các sở, ngành, huyện, thành phố', ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các huyện, thành phố› = UBND huyện, thành phố'], [], []],
    ['các sở, ban, ngành và UBND các huyện, thành phố; các xã, phường, thị trấn', ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố›', '‹UBND các xã, phường› = các xã, phường, thị trấn'], [], []],
    ['các sở, ban, ngành, thành phố Lạng Sơn', ['‹Các sở, ban, ngành› = các sở, ban, ngành', 'UBND thành phố Lạng Sơn'], [], []],
    ['- Sở Nội vụ\n- Sở Tài chính\n- Công ty Điện lực', ['Sở Nội vụ', 'Sở Tài chính', '“Công ty Điện lực”'], [], ['agency-not-recognised: Công ty Điện lực']],
    ['1. Sở Nội vụ 2. Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính'], [], []],
    ['Sở Khoa học và\nCông nghệ', ['Sở Khoa học và Công nghệ'], [], []],
    ['SỞ NỘI VỤ', ['Sở Nội vụ'], [], []],
    ['so noi vu, Uỷ ban nhân dân tỉnh', ['Sở Nội vụ', 'UBND tỉnh'], [], []],
    ['Sở VHTT&DL; Sở LĐ-TB&XH; Sở KH và CN', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Lao động - Thương binh và Xã hội', 'Sở Khoa học và Công nghệ'], [], []],
    // Nội vụ and Ngoại vụ have the same initials: nobody is chosen.
    ['Sở NV', ['“Sở NV”'], [], ['agency-ambiguous: Sở NV']],
    ['Sở Thông tin và Truyền thôngg', ['Sở Thông tin và Truyền thông'], [], ['agency-spelling: Sở Thông tin và Truyền thôngg']],
    ['Sở Nội vụ (chủ trì), Sở Tài chính, Sở Y tế (phối hợp)', ['Sở Nội vụ', 'Sở Tài chính'], ['Sở Y tế'], []],
    ['Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính, Sở Y tế', ['Sở Nội vụ'], ['Sở Tài chính', 'Sở Y tế'], []],
    ['Giám đốc Sở Nội vụ; Chánh Văn phòng UBND tỉnh', ['Sở Nội vụ ~ (Giám đốc)', 'Văn phòng UBND tỉnh ~ (Chánh)'], [], []],
    // A name that depends on the words before it is no item of its own.
    ['Trung tâm Lưu trữ thuộc Sở Nội vụ', ['“Trung tâm Lưu trữ thuộc Sở Nội vụ”'], [], ['agency-not-recognised: Trung tâm Lưu trữ thuộc Sở Nội vụ']],
    ['Sở Nội vụ tham mưu UBND tỉnh; Sở Tài chính báo cáo về Sở Nội vụ', ['Sở Nội vụ ~ tham mưu UBND tỉnh', 'Sở Tài chính ~ báo cáo về Sở Nội vụ'], [], []],
    ['Theo phân công tại Kế hoạch số 12/KH-UBND', ['“Theo phân công tại Kế hoạch số 12/KH-UBND”'], [], ['agency-not-recognised: Theo phân công tại Kế hoạch số 12/KH-UBND']],
    ['Sở Tài chính Phòng Nội vụ huyện', ['Sở Tài chính', '“Phòng Nội vụ huyện”'], [], ['agency-not-recognised: Phòng Nội vụ huyện']],
    ['các cơ quan, đơn vị có nhu cầu', ['‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị ~ có nhu cầu'], [], []],
    ['cơ quan chủ trì soạn thảo', ['“cơ quan chủ trì soạn thảo”'], [], ['agency-not-recognised: cơ quan chủ trì soạn thảo']],
    ['', [], [], []],
  ])('%j', (text, parties, coordinating, doubts) => expect(read(langSon, text, '2023-01-01')).toEqual([parties, coordinating, doubts]))

  test('letters typed apart (NFD) read like the composed ones', () =>
    expect(read(langSon, 'Sở Nội vụ; Thanh tra tỉnh'.normalize('NFD'), '2023-01-01')).toEqual([['Sở Nội vụ', 'Thanh tra tỉnh'], [], []]))
})

describe('properties', () => {
  const name = fc.constantFrom(...langSon.agencies.map((agency) => agency.name), ...langSon.groups.map((group) => group.name))
  const piece = fc.oneof(
    name,
    fc.constantFrom(...real.map(([, phrase]) => phrase)),
    fc.constantFrom(';', ',', 'và', '/', '\n', ' - ', 'chủ trì', 'phối hợp với', 'Đơn vị chủ trì:', '(qua Sở Nội vụ)', 'các', 'UBND', 'tỉnh', 'có liên quan', 'thuộc', 'Các Sở:'),
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

  test('any list of known names in any order, however separated, gives exactly those names', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...langSon.agencies.filter((agency) => agency.activeFrom === null)), fc.constantFrom('; ', ', ', '\n', ' và ', ' / ')), { minLength: 1, maxLength: 6 }), (list) => {
        const text = list.map(([agency, separator], index) => (index === 0 ? agency.name : separator + agency.name)).join('')
        expect(matchParties(text, langSon, '2023-01-01').parties).toEqual(list.map(([agency]) => ({ kind: 'agency', agencyId: agency.id })))
      }),
    ))
})
