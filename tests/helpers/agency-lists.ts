import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { bacNinh, centre, dongThap, haNoi, haTinh, hoChiMinh, laiChau, langSon } from './provinces.ts'

export type AgencyListCase = readonly [
  registry: AgencyRegistry,
  phrase: string,
  parties: readonly string[],
  coordinating?: readonly string[],
  doubts?: readonly string[],
]

/** Lists of real plans of 2023–2026, in the order of the collection they were gathered in. */
export const realLists: readonly AgencyListCase[] = [
  [langSon, 'các sở, ban, ngành, UBND các huyện, thành phố', ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố›']],
  [langSon, 'Các sở, ban, ngành; UBND các huyện, thành phố', ['‹Các sở, ban, ngành›', '‹UBND các huyện, thành phố›']],
  [
    langSon,
    'các sở, ban, ngành, UBND cấp huyện, cấp xã',
    ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố› = UBND cấp huyện', '‹UBND các xã, phường› = UBND cấp xã'],
  ],
  [
    langSon,
    'các sở, ban, ngành, UBND cấp huyện',
    ['‹Các sở, ban, ngành› = các sở, ban, ngành', '‹UBND các huyện, thành phố› = UBND cấp huyện'],
  ],
  [langSon, 'Các cơ quan TW đặt tại địa phương', ['‹Các cơ quan Trung ương đặt tại địa phương› = Các cơ quan TW đặt tại địa phương']],
  [
    langSon,
    'Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các huyện, thành phố',
    ['‹Các sở, ban, ngành› = Thủ trưởng các cơ quan, đơn vị', '‹UBND các huyện, thành phố› = Chủ tịch UBND các huyện, thành phố'],
  ],
  [
    langSon,
    'Các thành viên Ban chỉ đạo cải cách hành chính tỉnh',
    ['‹Các thành viên Ban Chỉ đạo CCHC tỉnh› = Các thành viên Ban chỉ đạo cải cách hành chính tỉnh'],
  ],
  [
    langSon,
    'Đài Phát thanh và Truyền hình tỉnh, Báo Lạng Sơn, Cổng Thông tin điện tử tỉnh',
    ['Đài Phát thanh và Truyền hình tỉnh', 'Báo Lạng Sơn', 'Cổng Thông tin điện tử tỉnh'],
  ],
  [
    langSon,
    'Các Ban Đảng Tỉnh uỷ; Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh',
    ['‹Các Ban Đảng Tỉnh ủy› = Các Ban Đảng Tỉnh uỷ', '‹Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh›'],
  ],
  [hoChiMinh, 'Các sở, ngành, UBND xã, phường, đặc khu', ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›']],
  [
    hoChiMinh,
    'Sở Khoa học và Công nghệ, các sở, ngành, UBND xã, phường, đặc khu',
    ['Sở Khoa học và Công nghệ', '‹Các sở, ban, ngành› = các sở, ngành', '‹UBND xã, phường, đặc khu›'],
  ],
  [
    hoChiMinh,
    'Sở Tài chính, Sở Nội vụ, các sở, ngành, UBND xã, phường, đặc khu',
    ['Sở Tài chính', 'Sở Nội vụ', '‹Các sở, ban, ngành› = các sở, ngành', '‹UBND xã, phường, đặc khu›'],
  ],
  [
    hoChiMinh,
    'Sở Tài chính Các sở, ngành, UBND xã, phường, đặc khu',
    ['Sở Tài chính', '‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›'],
  ],
  [
    hoChiMinh,
    'Các sở, ngành, UBND xã, phường, đặc khu Sở Tài chính',
    ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND xã, phường, đặc khu›', 'Sở Tài chính'],
  ],
  [
    hoChiMinh,
    'Sở Khoa học và Công nghệ, Viện Nghiên cứu phát triển Thành phố',
    ['Sở Khoa học và Công nghệ', 'Viện Nghiên cứu phát triển Thành phố'],
  ],
  [hoChiMinh, 'Trung tâm Chuyển đổi số Thành phố', ['Trung tâm Chuyển đổi số Thành phố']],
  [bacNinh, 'Các Sở, ngành, đơn vị, UBND cấp xã', ['‹Các sở, ban, ngành› = Các Sở, ngành, đơn vị', '‹UBND các xã, phường› = UBND cấp xã']],
  [
    bacNinh,
    'Các cơ quan, đơn vị, địa phương liên quan',
    ['‹Các cơ quan, đơn vị có liên quan› = Các cơ quan, đơn vị, địa phương liên quan'],
  ],
  [
    bacNinh,
    'Sở Tư pháp; các cơ quan, đơn vị, địa phương liên quan',
    ['Sở Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương liên quan'],
  ],
  [
    bacNinh,
    'Văn phòng UBND tỉnh; các cơ quan, đơn vị, địa phương liên quan',
    ['Văn phòng UBND tỉnh', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương liên quan'],
  ],
  [
    bacNinh,
    'Sở Khoa học và Công nghệ; Trung tâm Thông tin tỉnh; các cơ quan, đơn vị liên quan',
    ['Sở Khoa học và Công nghệ', 'Trung tâm Thông tin tỉnh', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan'],
  ],
  [
    bacNinh,
    'Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp, các cơ quan, đơn vị, địa phương',
    ['Báo và Phát thanh, Truyền hình tỉnh', 'Sở Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị, địa phương'],
  ],
  [bacNinh, 'Các cơ quan, đơn vị theo quy định', ['‹Các cơ quan, đơn vị có liên quan› = Các cơ quan, đơn vị ~ theo quy định']],
  [dongThap, 'Sở, ban, ngành có liên quan', ['‹Các cơ quan, đơn vị có liên quan› = Sở, ban, ngành có liên quan']],
  [dongThap, 'Sở Công Thương; Ban Quản lý khu Kinh tế tỉnh Đồng Tháp', ['Sở Công Thương', 'Ban Quản lý Khu kinh tế tỉnh Đồng Tháp']],
  [dongThap, 'Sở Văn hoá Thể thao du lịch', ['Sở Văn hóa, Thể thao và Du lịch'], [], ['agency-spelling: Sở Văn hoá Thể thao du lịch']],
  [dongThap, 'Các sở, ban, ngành tỉnh; UBND các xã, phường', ['‹Các sở, ban, ngành› = Các sở, ban, ngành tỉnh', '‹UBND các xã, phường›']],
  [
    dongThap,
    'Các sở, ban, ngành tỉnh; các đơn vị liên quan; UBND các xã, phường',
    [
      '‹Các sở, ban, ngành› = Các sở, ban, ngành tỉnh',
      '‹Các cơ quan, đơn vị có liên quan› = các đơn vị liên quan',
      '‹UBND các xã, phường›',
    ],
  ],
  [
    dongThap,
    'Sở KH&CN; các cơ quan, đơn vị liên quan',
    ['Sở Khoa học và Công nghệ', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan'],
  ],
  [
    dongThap,
    'Ban Quản lý Khu kinh tế, Sở Công Thương, các doanh nghiệp viễn thông; các cơ quan, đơn vị liên quan',
    [
      'Ban Quản lý Khu kinh tế',
      'Sở Công Thương',
      '“các doanh nghiệp viễn thông”',
      '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị liên quan',
    ],
    [],
    ['agency-not-recognised: các doanh nghiệp viễn thông'],
  ],
  [haNoi, 'Các Sở, ban, ngành, UBND xã, phường', ['‹Các sở, ban, ngành› = Các Sở, ban, ngành', '‹UBND xã, phường›']],
  [haNoi, 'Đơn vị chủ trì: Các Sở, ban, ngành Thành phố', ['‹Các sở, ban, ngành› = Các Sở, ban, ngành Thành phố']],
  [
    haNoi,
    'Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã',
    ['Sở Khoa học và Công nghệ', 'Sở Công Thương', '‹UBND xã, phường› = UBND các phường, xã'],
  ],
  [
    haNoi,
    'Ban Quản lý các khu công nghệ cao và khu công nghiệp, Sở Khoa học và Công nghệ, Sở Công Thương',
    ['Ban Quản lý các khu công nghệ cao và khu công nghiệp', 'Sở Khoa học và Công nghệ', 'Sở Công Thương'],
  ],
  [
    hoChiMinh,
    'Sở Y tế chủ trì, phối hợp với các sở, ban, ngành, đoàn thể Thành phố và các đơn vị có liên quan',
    ['Sở Y tế'],
    ['‹Các sở, ban, ngành› = các sở, ban, ngành, đoàn thể Thành phố', '‹Các cơ quan, đơn vị có liên quan› = các đơn vị có liên quan'],
  ],
  [
    hoChiMinh,
    'Sở Nội vụ, các sở, ban, ngành Thành phố trong phạm vi chức năng, nhiệm vụ của mình và các cơ quan, tổ chức khác có liên quan',
    [
      'Sở Nội vụ',
      '‹Các sở, ban, ngành› = các sở, ban, ngành Thành phố ~ trong phạm vi chức năng, nhiệm vụ của mình',
      '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, tổ chức khác có liên quan',
    ],
  ],
  [
    laiChau,
    'Sở Khoa học và Công nghệ; Sở Tư pháp; Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh Truyền hình Lai Châu và các sở, ngành có liên quan',
    [
      'Sở Khoa học và Công nghệ',
      'Sở Tư pháp',
      'Sở Văn hóa, Thể thao và Du lịch',
      'Báo và Phát thanh, Truyền hình Lai Châu',
      '‹Các cơ quan, đơn vị có liên quan› = các sở, ngành có liên quan',
    ],
  ],
  [
    laiChau,
    'Các sở, ngành; Ủy ban nhân dân các xã, phường',
    ['‹Các sở, ban, ngành› = Các sở, ngành', '‹UBND các xã, phường› = Ủy ban nhân dân các xã, phường'],
  ],
  [
    laiChau,
    'Các sở, ngành có liên quan và UBND các xã, phường',
    ['‹Các cơ quan, đơn vị có liên quan› = Các sở, ngành có liên quan', '‹UBND các xã, phường›'],
  ],
  [
    laiChau,
    'Sở Khoa học và Công nghệ - Cơ quan phối hợp: Các sở, ngành, UBND các xã, phường và các cơ quan, tổ chức, cá nhân có liên quan',
    ['Sở Khoa học và Công nghệ'],
    [
      '‹Các sở, ban, ngành› = Các sở, ngành',
      '‹UBND các xã, phường›',
      '‹Các cơ quan, đơn vị có liên quan› = các cơ quan, tổ chức, cá nhân có liên quan',
    ],
  ],
  [
    laiChau,
    'Các sở, ngành có liên quan theo chức năng, nhiệm vụ quản lý được giao',
    ['‹Các cơ quan, đơn vị có liên quan› = Các sở, ngành có liên quan ~ theo chức năng, nhiệm vụ quản lý được giao'],
  ],
  [
    bacNinh,
    'Sở KH&CN chủ trì hướng dẫn, tổng hợp; Các sở, ngành, UBND cấp xã thực hiện công bố dữ liệu mở hằng năm theo lĩnh vực quản lý.',
    [
      'Sở Khoa học và Công nghệ ~ chủ trì hướng dẫn, tổng hợp',
      '‹Các sở, ban, ngành› = Các sở, ngành',
      '‹UBND các xã, phường› = UBND cấp xã ~ thực hiện công bố dữ liệu mở hằng năm theo lĩnh vực quản lý',
    ],
  ],
  [
    bacNinh,
    'Sở Giáo dục và Đào tạo; Sở Nội vụ; Sở Khoa học và Công nghệ thúc đẩy, theo dõi, báo cáo chỉ tiêu',
    ['Sở Giáo dục và Đào tạo', 'Sở Nội vụ', 'Sở Khoa học và Công nghệ ~ thúc đẩy, theo dõi, báo cáo chỉ tiêu'],
  ],
  [
    centre,
    'Văn phòng Chính phủ, Bộ Tư pháp và các cơ quan có liên quan',
    ['Văn phòng Chính phủ', 'Bộ Tư pháp', '‹Các cơ quan, đơn vị có liên quan› = các cơ quan có liên quan'],
  ],
  [
    centre,
    'các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
    [
      '‹Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ› = các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
      '‹Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương›',
    ],
  ],
  [
    haTinh,
    'các cơ quan, đơn vị có liên quan trực thuộc Ủy ban nhân dân tỉnh',
    ['‹Các cơ quan, đơn vị có liên quan› = các cơ quan, đơn vị có liên quan ~ trực thuộc Ủy ban nhân dân tỉnh'],
  ],
  [
    haNoi,
    'Giám đốc, Thủ trưởng các Sở, ban, ngành; UBND xã, phường',
    ['‹Các sở, ban, ngành› = Giám đốc, Thủ trưởng các Sở, ban, ngành', '‹UBND xã, phường›'],
  ],
  [
    haNoi,
    'Sở QHKT, Sở KHCN, Sở TC, Sở NNMT, Sở Nội vụ, Công an TPHN, Quỹ ĐTPT TP…',
    [
      'Sở Quy hoạch - Kiến trúc',
      'Sở Khoa học và Công nghệ',
      'Sở Tài chính',
      'Sở Nông nghiệp và Môi trường',
      'Sở Nội vụ',
      'Công an Thành phố',
      'Quỹ Đầu tư phát triển Thành phố',
    ],
  ],
  [
    haNoi,
    'Các Sở: KH&ĐT, TC, TN&MT, XD, GTVT, NV',
    ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính', 'Sở Tài nguyên và Môi trường', 'Sở Xây dựng', 'Sở Giao thông vận tải', 'Sở Nội vụ'],
  ],
  [haNoi, 'Sở Tư pháp Sở Tài chính Thuế thành phố Hà Nội', ['Sở Tư pháp', 'Sở Tài chính', 'Thuế thành phố Hà Nội']],
  [
    haNoi,
    'Sở Xây dựng/các công ty quản lý lĩnh vực vực liên quan',
    ['Sở Xây dựng', '“các công ty quản lý lĩnh vực vực liên quan”'],
    [],
    ['agency-not-recognised: các công ty quản lý lĩnh vực vực liên quan'],
  ],
  [
    haNoi,
    'UBND xã/phường, Công an Thành phố, Sở KH&CN, cơ quan có liên quan',
    [
      '‹UBND xã, phường› = UBND xã/phường',
      'Công an Thành phố',
      'Sở Khoa học và Công nghệ',
      '‹Các cơ quan, đơn vị có liên quan› = cơ quan có liên quan',
    ],
  ],
  [
    haNoi,
    'Sở Giáo dục và Đạo tạo / Sở tài chính / Sở Công thương',
    ['Sở Giáo dục và Đào tạo', 'Sở Tài chính', 'Sở Công Thương'],
    [],
    ['agency-spelling: Sở Giáo dục và Đạo tạo'],
  ],
  [
    haNoi,
    'Văn phòng của 04 khối cơ quan của hệ thống chính trị và Sở Nội vụ.',
    ['“Văn phòng của 04 khối cơ quan của hệ thống chính trị”', 'Sở Nội vụ'],
    [],
    ['agency-not-recognised: Văn phòng của 04 khối cơ quan của hệ thống chính trị'],
  ],
  [haNoi, 'Đề nghị phối hợp với các Bộ, ngành liên quan', [], ['‹Các cơ quan, đơn vị có liên quan› = các Bộ, ngành liên quan']],
  [langSon, 'UBND tỉnh (qua Sở Nội vụ)', ['UBND tỉnh ~ (qua Sở Nội vụ)']],
]
