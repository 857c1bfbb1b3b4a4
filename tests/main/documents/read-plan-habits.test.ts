import { expect, test } from 'vitest'
import { doubtsOf, outlineOf, paragraph, pastePlan, readPlan, wordPackage } from '../../helpers/plan-reading.ts'

test('lists of a web page keep the numbers that the page shows, Roman ones and those with their words in a <p> too', () => {
  const html = `<p>UBND tỉnh ban hành Kế hoạch như sau:</p>
<ol type="I"><li><p>MỤC ĐÍCH</p><ol><li><p>Mục đích chung</p></li></ol></li></ol>
<ul><li><p>Nâng cao chất lượng.</p></li></ul>
<ol type="I" start="2"><li><p>NHIỆM VỤ</p><ol><li><p>Cải cách thể chế</p><ol><li><p>Xây dựng văn bản</p><ol type="a"><li>Lập danh mục;</li><li><p>Thẩm định.</p><p>Đúng hạn.</p></li></ol></li></ol></li></ol></li></ol>`
  expect(outlineOf(pastePlan('', html))).toEqual([
    '(opening) UBND tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC ĐÍCH',
    '1. Mục đích chung',
    '- Nâng cao chất lượng.',
    'II. NHIỆM VỤ',
    '1. Cải cách thể chế',
    '1.1. Xây dựng văn bản',
    'a) Lập danh mục;',
    'b) Thẩm định.',
    '(paragraph) Đúng hạn.',
  ])
})

test('signs of a chat before a number are decoration, before words they are bullets; none of them stays in the text', () => {
  const text = `📌📌 KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026

🔹 I. Mục đích, yêu cầu
👉 Nâng cao chỉ số CCHC
👉 Rõ người, rõ việc
🔹 II. Nhiệm vụ
1️⃣ Cải cách thể chế
✅ Rà soát văn bản – xong trước 30/6/2026
2️⃣ Cải cách TTHC
➡️ Cắt giảm 30% thời gian
▪️ quét mã QR
🔹 III. Tổ chức thực hiện
- Sở Nội vụ theo dõi 😊
`
  const draft = pastePlan(text)
  expect([draft.subject, ...outlineOf(draft)]).toEqual([
    'CẢI CÁCH HÀNH CHÍNH NĂM 2026',
    'I. Mục đích, yêu cầu',
    '- Nâng cao chỉ số CCHC',
    '- Rõ người, rõ việc',
    'II. Nhiệm vụ',
    '1. Cải cách thể chế',
    '- Rà soát văn bản – xong trước 30/6/2026',
    '2. Cải cách TTHC',
    '- Cắt giảm 30% thời gian',
    '+ quét mã QR',
    'III. Tổ chức thực hiện',
    '- Sở Nội vụ theo dõi 😊',
  ])
})

const page = (head: string, lines: string): string => `\f${head}\n${lines}`

test('a running head is no sentence: it is left out wherever a page begins, and told once', () => {
  const text = `   Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân
tỉnh ban hành Kế hoạch như sau:
   I. MỤC ĐÍCH
   - Nâng cao chất lượng phục vụ người dân, doanh nghiệp, tạo chuyển biến mạnh mẽ về
${page(
  'Kế hoạch CCHC tỉnh Mẫu năm 2026                Trang 2/3',
  `kỷ luật, kỷ cương.
   II. NHIỆM VỤ
   - Rà soát văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của Hội đồng nhân
dân, Ủy ban nhân dân các cấp.`,
)}
${page('Kế hoạch CCHC tỉnh Mẫu năm 2026                Trang 3/3', '   III. TỔ CHỨC THỰC HIỆN\n   - Sở Nội vụ theo dõi.')}
`
  const draft = readPlan(text)
  expect(outlineOf(draft).slice(1)).toEqual([
    'I. MỤC ĐÍCH',
    '- Nâng cao chất lượng phục vụ người dân, doanh nghiệp, tạo chuyển biến mạnh mẽ về kỷ luật, kỷ cương.',
    'II. NHIỆM VỤ',
    '- Rà soát văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của Hội đồng nhân dân, Ủy ban nhân dân các cấp.',
    'III. TỔ CHỨC THỰC HIỆN',
    '- Sở Nội vụ theo dõi.',
  ])
  expect(doubtsOf(draft).filter((doubt) => doubt.startsWith('running-head'))).toEqual([
    'running-head-dropped 5: Kế hoạch CCHC tỉnh Mẫu năm 2026 Trang 2/3',
  ])
})

test('a line that ends in “của”, “và”, “quý” goes on below, however short it is', () => {
  const text = `   Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh
ban hành Kế hoạch như sau:
   I. NHIỆM VỤ
   - Tự kiểm tra, rà soát văn bản theo thẩm quyền, hoàn thành trong quý
II/2026.
   - Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của
Chính phủ về cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập và các văn bản
hướng dẫn.
`
  const draft = readPlan(text)
  expect(outlineOf(draft).slice(2)).toEqual([
    '- Tự kiểm tra, rà soát văn bản theo thẩm quyền, hoàn thành trong quý II/2026.',
    '- Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ về cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập và các văn bản hướng dẫn.',
  ])
})

test('a footnote’s sign that the PDF reader set apart from its word still finds its note, also where the page ends among the recipients', () => {
  const text = `   Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh
ban hành Kế hoạch như sau:
   I. NHIỆM VỤ
   - Rà soát, sửa đổi văn bản quy phạm pháp luật 1, hoàn thành trước ngày 30/6/2026 theo
khoản 1, Điều 2 của Luật.
   - Niêm yết tại Trung tâm Phục vụ hành chính công các xã, phường 2.
   Trên đây là Kế hoạch năm 2026./.

Nơi nhận:                                 TM. ỦY BAN NHÂN DÂN
- Bộ Nội vụ;                                   CHỦ TỊCH
- Các sở, ban, ngành;                        Họ Tên Mẫu
1 Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày
19/02/2025.
2 Theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.
\f- UBND các xã, phường;
- Lưu: VT, NC.
`
  const draft = readPlan(text)
  expect(outlineOf(draft).slice(2, 4)).toEqual([
    '- Rà soát, sửa đổi văn bản quy phạm pháp luật[Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19/02/2025.], hoàn thành trước ngày 30/6/2026 theo khoản 1, Điều 2 của Luật.',
    '- Niêm yết tại Trung tâm Phục vụ hành chính công các xã, phường[Theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.].',
  ])
  expect(draft.recipients).toEqual(['Bộ Nội vụ', 'Các sở, ban, ngành', 'UBND các xã, phường', 'Lưu: VT, NC.'])
  expect(draft.signature).toEqual({ authority: ['TM. ỦY BAN NHÂN DÂN'], title: 'CHỦ TỊCH', name: 'Họ Tên Mẫu' })
})

test('a Chương inside a Phần is one level below it, a Mục one below that', () => {
  const lines = [
    'UBND tỉnh ban hành Kế hoạch như sau:',
    'Phần thứ nhất',
    'MỤC TIÊU',
    'I. MỤC TIÊU CHUNG',
    'Xây dựng nền hành chính dân chủ.',
    'Phần thứ hai',
    'NHIỆM VỤ',
    'Chương I',
    'CẢI CÁCH THỂ CHẾ',
    'Mục 1. Xây dựng văn bản',
    '1. Nâng cao chất lượng thẩm định.',
    '2. Rà soát hằng năm.',
    'Mục 2. Thi hành pháp luật',
    '1. Tập huấn nghiệp vụ.',
    'Chương II',
    'CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    '1. Công khai thủ tục.',
    'Phần thứ ba',
    'TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ theo dõi.',
  ]
  const draft = readPlan(wordPackage({ body: lines.map((line) => paragraph(line)).join('') }), 'ke-hoach.docx')
  expect(outlineOf(draft).slice(1)).toEqual([
    'Phần I MỤC TIÊU',
    'I. MỤC TIÊU CHUNG',
    '(paragraph) Xây dựng nền hành chính dân chủ.',
    'Phần II NHIỆM VỤ',
    'I. CẢI CÁCH THỂ CHẾ',
    '1. Xây dựng văn bản',
    '1.1. Nâng cao chất lượng thẩm định.',
    '1.2. Rà soát hằng năm.',
    '2. Thi hành pháp luật',
    '2.1. Tập huấn nghiệp vụ.',
    'II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    '1. Công khai thủ tục.',
    'Phần III TỔ CHỨC THỰC HIỆN',
    '1. Sở Nội vụ theo dõi.',
  ])
  expect(doubtsOf(draft).filter((doubt) => doubt.startsWith('heading-numbering-jump'))).toEqual([])
})

test('the notes of a page that LibreOffice wrote come back to their anchors', () => {
  const html = `<p>UBND tỉnh ban hành Kế hoạch như sau:</p><p>I. MỤC ĐÍCH</p>
<p>- Rà soát văn bản<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>, hoàn thành trong năm.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Luật số 64/2025/QH15.</p></div>`
  expect(outlineOf(pastePlan('', html)).at(-1)).toBe('- Rà soát văn bản[Luật số 64/2025/QH15.], hoàn thành trong năm.')
})

test('Quốc hiệu and a date that a narrow column broke are no names of the issuer', () => {
  const text = `          ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
           TỈNH MẪU                                   NAM
         Số: 215/KH-UBND                Độc lập - Tự do - Hạnh phúc
                                     Tỉnh Mẫu, ngày 22 tháng 12 năm
                                                  2025
                               KẾ HOẠCH
                   Cải cách hành chính năm 2026

I. MỤC ĐÍCH
- Nâng cao chất lượng.
`
  const { letterhead, number, issuedOn, subject, warnings } = readPlan(text)
  expect({ letterhead, number, issuedOn, subject, warnings: warnings.map(({ code }) => code) }).toEqual({
    letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Tỉnh Mẫu' },
    number: '215',
    issuedOn: '2025-12-22',
    subject: 'Cải cách hành chính năm 2026',
    warnings: ['recipients-not-found', 'signature-not-found'],
  })
})

test('a note whose number stands on a line of its own, as PDF readers copy it, is a note', () => {
  const text = `   Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh
ban hành Kế hoạch như sau:
   I. NHIỆM VỤ
   - Đẩy nhanh tiến độ số hóa hồ sơ, kết quả giải quyết TTHC theo quy định 1; đầu tư
cơ sở vật chất để thực hiện tiếp nhận theo quy định 2 phù hợp với 2 nhóm xã trên
1
: Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thực hiện TTHC trên môi trường điện tử; Nghị
định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ.
2
Kế hoạch số 157/KH-UBND ngày 15/7/2021 của UBND tỉnh.
\fmôi trường điện tử.
   - Hỗ trợ người dân.
`
  expect(outlineOf(readPlan(text)).slice(2)).toEqual([
    '- Đẩy nhanh tiến độ số hóa hồ sơ, kết quả giải quyết TTHC theo quy định[Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ về thực hiện TTHC trên môi trường điện tử; Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ.]; đầu tư cơ sở vật chất để thực hiện tiếp nhận theo quy định[Kế hoạch số 157/KH-UBND ngày 15/7/2021 của UBND tỉnh.] phù hợp với 2 nhóm xã trên môi trường điện tử.',
    '- Hỗ trợ người dân.',
  ])
})

const cell = (words: string): string => `<w:tc><w:tcPr/>${paragraph(words)}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`
const heading = (words: string, level: number): string => paragraph(words, `<w:outlineLvl w:val="${level}"/>`)

test('rows of a table in the text are words, also in capitals or with a number before them', () => {
  const body = `${paragraph('UBND tỉnh ban hành Kế hoạch như sau:')}${heading('Mục tiêu', 0)}<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>${row('TT', 'Chỉ tiêu')}${row('1', 'SIPAS 90%')}${row('1.', 'PAR INDEX')}</w:tbl>${heading('Nhiệm vụ', 0)}${paragraph('- Rà soát.')}`
  expect(outlineOf(readPlan(wordPackage({ body }), 'ke-hoach.docx')).slice(1)).toEqual([
    'I. Mục tiêu',
    '(paragraph) TT Chỉ tiêu',
    '(paragraph) 1 SIPAS 90%',
    '(paragraph) 1. PAR INDEX',
    'II. Nhiệm vụ',
    '- Rà soát.',
  ])
})
