import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { readPlanPaste } from '#main/documents/read-plan.ts'
import { doubtsOf, fixture, outlineOf, readPlan } from '../../helpers/plan-reading.ts'

const form = (name: string): ReturnType<typeof readPlan> => readPlan(fixture(`plans/${name}.txt`), `${name}.txt`)

describe('a decision that issues the plan', () => {
  const draft = form('quyet-dinh-kem-ke-hoach')

  test('is read as two papers: bases and articles of the decision, then the plan', () => {
    const outline = outlineOf(draft)
    expect(draft.blocks.map(({ area }) => area).join(' ')).toMatch(/^(?:decision ){8}(?:body ?){21}$/)
    expect(outline.slice(0, 9)).toEqual([
      '(legal-basis) Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
      '(legal-basis) Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;',
      '(legal-basis) Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 10 tháng 7 năm 2026.',
      'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính tỉnh Mẫu năm 2026.',
      'Điều 2. Tổ chức thực hiện',
      '1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.',
      '2. Các sở, ban, ngành tổ chức thực hiện theo nhiệm vụ được giao.',
      'Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này./.',
      'I. MỤC TIÊU',
    ])
    expect(outline.slice(9, 26)).toEqual([
      '1. Mục tiêu chung',
      '(paragraph) Tiếp tục xây dựng nền hành chính dân chủ, chuyên nghiệp, hiện đại, tinh gọn, hiệu lực, hiệu quả.',
      '2. Mục tiêu cụ thể',
      'a) Cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính.',
      'b) 80% hồ sơ được luân chuyển điện tử.',
      'c) Mức độ hài lòng của người dân đạt từ 95% trở lên.',
      'd) 100% thủ tục liên quan đến doanh nghiệp được thực hiện trực tuyến.',
      'đ) Duy trì Chỉ số cải cách hành chính trong nhóm khá.',
      'II. NHIỆM VỤ',
      '1. Cải cách thể chế',
      '1.1. Xây dựng văn bản quy phạm pháp luật đúng kế hoạch',
      '- Rà soát văn bản.',
      '+ Văn bản của Hội đồng nhân dân.',
      '+ Văn bản của Ủy ban nhân dân.',
      '1.2. Kiểm tra văn bản',
      '- Kiểm tra theo thẩm quyền.',
      'III. KINH PHÍ THỰC HIỆN',
    ])
  })

  test('gives number, date, letterhead, recipients and signer though columns and stamps run together', () => {
    const { legalForm, year, letterhead, number, symbol, issuedOn, subject, recipients, signature, warnings } = draft
    expect({ legalForm, year, letterhead, number, symbol, issuedOn, subject, recipients, signature, warnings }).toEqual({
      legalForm: 'decision',
      year: 2026,
      letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Tỉnh Mẫu' },
      number: '277',
      symbol: 'QĐ-UBND',
      issuedOn: '2026-07-14',
      subject: 'Cải cách hành chính tỉnh Mẫu năm 2026',
      recipients: ['Như Điều 3', 'Bộ Nội vụ', 'Lưu: VT, NC.'],
      signature: { authority: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Họ Tên Mẫu' },
      warnings: [],
    })
  })

  test('keeps a subject of the decision that the plan’s own subject does not say', () => {
    const text = new TextDecoder()
      .decode(fixture('plans/quyet-dinh-kem-ke-hoach.txt'))
      .replace('   Ban hành Kế hoạch cải cách hành chính tỉnh Mẫu năm 2026', '   Về một việc khác')
    const other = readPlan(text)
    expect([outlineOf(other)[0], doubtsOf(other)]).toEqual(['(paragraph) Về một việc khác', ['line-not-placed: Về một việc khác']])
  })
})

describe('a plan in parts, issued by a committee', () => {
  const draft = form('phan-muc-va-don-vi-chu-tri')

  test('has titles below their numbers, and who leads in lines of their own under each bullet', () => {
    expect(outlineOf(draft)).toEqual([
      '(legal-basis) Căn cứ Quyết định số 05/QĐ-UBND ngày 06/01/2026 của Ủy ban nhân dân tỉnh;',
      '(legal-basis) Xét đề nghị của Sở Nội vụ.',
      '(opening) Ban Chỉ đạo ban hành Kế hoạch cải cách hành chính năm 2026 như sau:',
      'Phần I MỤC ĐÍCH, YÊU CẦU',
      '(paragraph) Xác định rõ trách nhiệm của từng cơ quan.',
      'Phần II NHIỆM VỤ TRỌNG TÂM',
      'I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
      '1. Rà soát, đơn giản hóa thủ tục hành chính',
      '- Rà soát toàn bộ thủ tục hành chính nội bộ.',
      '(paragraph) Đơn vị chủ trì thực hiện: Văn phòng UBND tỉnh',
      '(paragraph) Đơn vị phối hợp: Các sở, ban, ngành',
      '(paragraph) Thời gian thực hiện: Quý II/2026',
      '+ Công khai kết quả rà soát.',
      '(paragraph) Đơn vị chủ trì thực hiện: Sở Tư pháp.',
      '(paragraph) Thời gian thực hiện: Thường xuyên',
      '2. Kiểm soát thủ tục hành chính',
      '- Thẩm định quy định thủ tục hành chính.',
      'II. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ',
      '1. Đánh giá cán bộ, công chức',
      '- Đánh giá theo sản phẩm cụ thể.',
      'Phần III TỔ CHỨC THỰC HIỆN',
      '(closing) Sở Nội vụ là cơ quan thường trực, tổng hợp báo cáo./.',
    ])
  })

  test('leaves blank numbers and dates blank, tells the superior body, and keeps both posts of the signer', () => {
    const { letterhead, number, symbol, issuedOn, signature } = draft
    expect({ letterhead, number, symbol, issuedOn, signature, doubts: doubtsOf(draft) }).toEqual({
      letterhead: { superior: ['UBND TỈNH MẪU'], issuer: ['BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH'], place: 'Tỉnh Mẫu' },
      number: null,
      symbol: 'KH-BCĐ',
      issuedOn: null,
      signature: { authority: ['TM. BAN CHỈ ĐẠO', 'TRƯỞNG BAN'], title: 'CHỦ TỊCH UBND TỈNH', name: 'HỌ TÊN MẪU' },
      doubts: ['level-renamed 24: • Công khai kết quả rà soát.'],
    })
  })
})

describe('text of a PDF', () => {
  test('has no page numbers, its footnotes at their anchors, and dashes and numbers inside sentences left there', () => {
    const draft = form('pdf-trang-va-cuoc-chu')
    expect(outlineOf(draft)).toEqual([
      '(opening) Thực hiện Kế hoạch số 10/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính, Sở Mẫu ban hành Kế hoạch cải cách hành chính năm 2026 như sau:',
      'I. MỤC ĐÍCH',
      '(paragraph) Nâng cao chất lượng phục vụ người dân và doanh nghiệp, góp phần phát triển kinh tế - xã hội của tỉnh giai đoạn 2026 - 2030 theo các quy định[Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử.] của cấp trên. Bảo đảm mọi nhiệm vụ đều có người phụ trách và có thời hạn.',
      'II. NHIỆM VỤ',
      '1. Cải cách thể chế',
      '- Rà soát các văn bản theo Điều 5 khoản 1. Nghị định về kiểm tra văn bản; kiến nghị sửa đổi những nội dung không còn phù hợp với thực tiễn của địa phương và yêu cầu của cấp trên trong giai đoạn mới[Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ.].',
      '- Tổ chức tuyên truyền sâu rộng.',
      '2. Cải cách thủ tục hành chính',
      '- Công khai kết quả giải quyết.',
      'III. TỔ CHỨC THỰC HIỆN',
      '(closing) Các phòng thực hiện Kế hoạch này./.',
    ])
    expect([draft.recipients, draft.signature, doubtsOf(draft)]).toEqual([
      ['Sở Nội vụ', 'Lưu: VT.'],
      { authority: [], title: 'GIÁM ĐỐC', name: 'Họ Tên Mẫu' },
      ['letterhead-not-found: '],
    ])
  })

  test('a note without an anchor stays in the text and is told; so is an anchor without a note', () => {
    const lonely = readPlan('KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\nLàm tốt công việc.\n______________\n1 Nghị định số 45/2020/NĐ-CP.\n')
    expect([outlineOf(lonely), doubtsOf(lonely)[0]]).toEqual([
      ['I. MỤC ĐÍCH', '(paragraph) Làm tốt công việc.', '(paragraph) 1 Nghị định số 45/2020/NĐ-CP.'],
      'letterhead-not-found: ',
    ])
    expect(doubtsOf(lonely)).toContain('footnote-without-anchor 6: 1 Nghị định số 45/2020/NĐ-CP.')
    const anchor = readPlan('KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\nLàm tốt theo quy định1.\n')
    expect([outlineOf(anchor)[1], doubtsOf(anchor)[3]]).toEqual(['(paragraph) Làm tốt theo quy định1.', 'anchor-without-footnote 4: định1'])
  })

  test('several notes on one line each find their own place', () => {
    const draft = readPlan('I. MỤC ĐÍCH\n- Theo Luật1, quy định2 và hướng dẫn3.\n______\n1 Luật một.\n2 Quy định hai.\n3 Hướng dẫn ba.\n')
    expect(outlineOf(draft)[1]).toBe('- Theo Luật[Luật một.], quy định[Quy định hai.] và hướng dẫn[Hướng dẫn ba.].')
  })

  test('amounts and “v.v.” at the beginning of a line are words, not numbers of items', () => {
    const lines =
      'I. MỤC ĐÍCH\nTuyên truyền cho người dân, doanh nghiệp, hợp tác xã,\nv.v. trên địa bàn; phấn đấu đạt hơn\n1.5 triệu lượt truy cập và\n80% hồ sơ trực tuyến.\n'
    expect(outlineOf(readPlan(lines))).toEqual([
      'I. MỤC ĐÍCH',
      '(paragraph) Tuyên truyền cho người dân, doanh nghiệp, hợp tác xã, v.v. trên địa bàn; phấn đấu đạt hơn 1.5 triệu lượt truy cập và 80% hồ sơ trực tuyến.',
    ])
  })

  test('a number alone that is no page number stays a word', () => {
    expect(outlineOf(readPlan('I. MỤC TIÊU\nSố xã được kiểm tra:\n14\nII. NHIỆM VỤ\n- Kiểm tra.'))).toContain('(paragraph) 14')
  })
})

describe('text typed into a message', () => {
  const draft = form('dan-tu-zalo')

  test('keeps its levels though sections have no numbers and every writer has signs of his own', () => {
    expect(outlineOf(draft)).toEqual([
      '(opening) Thực hiện Chương trình số 12-CTr/TU ngày 02/01/2026 của Tỉnh ủy, UBND xã Mẫu ban hành Kế hoạch như sau:',
      'I. MỤC ĐÍCH',
      '(paragraph) Xây dựng nền hành chính phục vụ.',
      'II. NHIỆM VỤ',
      '- Công khai thủ tục hành chính tại bộ phận một cửa;',
      '- Trả kết quả đúng hẹn;',
      '+ Gửi tin nhắn cho người dân;',
      '+ Kiểm tra đột xuất công vụ.',
      'III. TỔ CHỨC THỰC HIỆN',
      '(paragraph) Văn phòng theo dõi, báo cáo.',
    ])
    expect(doubtsOf(draft)).toEqual([
      'letterhead-not-found: ',
      'recipients-not-found: ',
      'signature-not-found: ',
      'heading-without-number 5: MỤC ĐÍCH',
      'heading-without-number 9: NHIỆM VỤ',
      'level-renamed 11: * Công khai thủ tục hành chính tại bộ phận một cửa;',
      'level-renamed 13: o Gửi tin nhắn cho người dân;',
      'level-renamed 14: -Kiểm tra đột xuất công vụ.',
      'heading-without-number 16: TỔ CHỨC THỰC HIỆN',
    ])
  })
})

test('numbers that jump, and levels we print otherwise, are told once each', () => {
  const draft = form('danh-so-nhay')
  expect(outlineOf(draft)).toEqual([
    'Phần I ĐÁNH GIÁ CHUNG',
    'I. KẾT QUẢ',
    '1. Đã làm được',
    '2. Chưa làm được',
    'Phần II NHIỆM VỤ',
    'I. NHIỆM VỤ CHUNG',
    '1. Việc thứ nhất',
    'a) Việc nhỏ',
    'II. GIẢI PHÁP',
    'Phần III QUY ĐỊNH KHÁC',
    'I. ĐIỀU KHOẢN CUỐI',
    '(closing) Việc cuối cùng./.',
  ])
  expect(doubtsOf(draft).slice(3)).toEqual([
    'level-renamed 3: A. ĐÁNH GIÁ CHUNG',
    'heading-numbering-jump 6: 3. Chưa làm được',
    'level-renamed 7: B. NHIỆM VỤ',
    'level-renamed 10: 1.1.1. Việc nhỏ',
    'level-renamed 12: Chương III',
    'level-renamed 14: Mục 1',
  ])
})

test.each([
  ['Kế hoạch số', 'Số: 05/KH-UBND', '05', 'KH-UBND'],
  ['a stamp in the gap', 'Số:277    /KH-UBND', '277', 'KH-UBND'],
  ['no number yet', 'Số:          /KH-UBND', null, 'KH-UBND'],
  ['dots for the number', 'Số: ……/KH-BCĐ', null, 'KH-BCĐ'],
  ['a spaced symbol', 'Số: 12 /KH - SNV', '12', 'KH-SNV'],
])('the number line: %s', (_, line, number, symbol) => {
  const draft = readPlan(`UBND TỈNH MẪU\nSỞ NỘI VỤ\n${line}\nTỉnh Mẫu, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n- Việc.`)
  expect([draft.number, draft.symbol, draft.issuedOn]).toEqual([number, symbol, '2026-01-05'])
})

test('words that fit nothing are kept as paragraphs and told, wherever they stand', () => {
  const draft = readPlan(
    'Người ký: Cơ quan mẫu\nUBND TỈNH MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n- Việc./.\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\nGIÁM ĐỐC\nHọ Tên Mẫu\nGhi chú thêm của người đánh máy\n',
  )
  expect(outlineOf(draft)).toEqual([
    '(paragraph) Người ký: Cơ quan mẫu',
    'I. MỤC ĐÍCH',
    '- Việc./.',
    '(paragraph) Ghi chú thêm của người đánh máy',
  ])
  expect(doubtsOf(draft)).toEqual(['line-not-placed 1: Người ký: Cơ quan mẫu', 'line-not-placed 14: Ghi chú thêm của người đánh máy'])
})

test('an appendix in plain text has lost its columns: its words stay behind the plan, told once', () => {
  const draft = readPlan(
    'KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n- Việc./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nHọ Tên Mẫu\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\nSTT Nhiệm vụ Chủ trì\n1 Rà soát Sở Nội vụ\n',
  )
  expect(outlineOf(draft)).toEqual([
    'I. MỤC ĐÍCH',
    '- Việc./.',
    '(paragraph) PHỤ LỤC',
    '(paragraph) DANH MỤC NHIỆM VỤ',
    '(paragraph) STT Nhiệm vụ Chủ trì',
    '(paragraph) 1 Rà soát Sở Nội vụ',
  ])
  expect(doubtsOf(draft)).toEqual(['letterhead-not-found: ', 'line-not-placed 9: PHỤ LỤC'])
})

test('the year is the one a person chose, else the one most spoken of, else none', () => {
  const text = 'I. MỤC ĐÍCH\n- Việc của năm 2025, năm 2026, năm 2026.'
  const chosen = readPlanPaste({ text, html: null, year: 2027 }, () => {}) as PlanDraft
  expect([chosen.year, readPlan(text).year, readPlan('I. MỤC ĐÍCH\n- Việc.').year]).toEqual([2027, 2026, null])
})
