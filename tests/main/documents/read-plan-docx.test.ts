import { describe, expect, test } from 'vitest'
import { withPart } from '../../helpers/docx.ts'
import { doubtsOf, failureOf, outlineOf, paragraph, readPlan, wordPackage } from '../../helpers/plan-reading.ts'

const read = (body: string, parts: Readonly<Record<string, string>> = {}): ReturnType<typeof readPlan> =>
  readPlan(wordPackage({ body, parts }), 'a.docx')

/** Heading numbering as Word's gallery makes it, and a list of dashes; one abstract list a kind. */
const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `
  <w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF02D')}${level(1, 'bullet', '+')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>`
const numbered = (words: string, at: number, list = 1): string =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

test('a head whose letters are typed apart (NFD) is a head', () => {
  const head = `<w:tbl><w:tr><w:tc>${paragraph('ỦY BAN NHÂN DÂN')}</w:tc><w:tc>${paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tc></w:tr></w:tbl>`
  const body = [head, paragraph('KẾ HOẠCH'), paragraph('I. MỤC TIÊU'), paragraph('1. Mục tiêu chung'), paragraph('- Rà soát')].join('')
  expect(doubtsOf(read(body.normalize('NFD'))).filter((doubt) => !doubt.startsWith('text-repaired'))).toEqual(doubtsOf(read(body)))
})

test('automatic numbers of Word place a paragraph as typed ones do', () => {
  const draft = read(
    [
      numbered('MỤC TIÊU', 0),
      numbered('Mục tiêu chung', 1),
      numbered('Cắt giảm thủ tục', 2),
      numbered('Trong năm đầu', 3),
      numbered('Rà soát', 0, 2),
      numbered('Cấp tỉnh', 1, 2),
      numbered('Mục tiêu riêng', 1),
      numbered('Giảm chi phí', 2),
      numbered('TỔ CHỨC', 0, 3),
    ].join(''),
    { numbering },
  )
  expect(outlineOf(draft)).toEqual([
    'I. MỤC TIÊU',
    '1. Mục tiêu chung',
    '1.1. Cắt giảm thủ tục',
    'a) Trong năm đầu',
    '- Rà soát',
    '+ Cấp tỉnh',
    '2. Mục tiêu riêng',
    '2.1. Giảm chi phí',
    'II. TỔ CHỨC',
  ])
  expect(doubtsOf(draft)).toContain('heading-numbering-jump 9: III. TỔ CHỨC')
})

test('headings told by their style alone are placed and told', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
  const draft = read(
    [
      paragraph('Mục tiêu', '<w:pStyle w:val="H1"/>'),
      paragraph('Mục tiêu chung', '<w:pStyle w:val="H2"/>'),
      paragraph('Làm tốt hơn năm trước.'),
    ].join(''),
    { styles },
  )
  expect([outlineOf(draft), doubtsOf(draft).slice(-2)]).toEqual([
    ['I. Mục tiêu', '1. Mục tiêu chung', '(paragraph) Làm tốt hơn năm trước.'],
    ['heading-without-number 1: Mục tiêu', 'heading-without-number 2: Mục tiêu chung'],
  ])
})

const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

const gone = (words: string): string => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`

describe('tracked changes', () => {
  test('are accepted: insertions and moved text stay, deletions go, a deleted paragraph mark joins', () => {
    const draft = read(
      `${paragraph('I. MỤC ĐÍCH')}
       <w:p>${run('- Rà soát ')}<w:del w:id="1">${gone('mười')}</w:del><w:ins w:id="2">${run('hai mươi')}</w:ins>${run(' thủ tục')}<w:moveFrom w:id="3">${run(' ở xã')}</w:moveFrom>.</w:p>
       <w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run('- Câu đầu, ')}</w:p><w:p>${run('câu sau.')}</w:p>
       <w:moveTo w:id="5">${paragraph('- Việc chuyển đến.')}</w:moveTo>`.replaceAll('</w:moveFrom>.', '</w:moveFrom>'),
    )
    expect(outlineOf(draft)).toEqual(['I. MỤC ĐÍCH', '- Rà soát hai mươi thủ tục', '- Câu đầu, câu sau.', '- Việc chuyển đến.'])
    expect(doubtsOf(draft)[0]).toBe('tracked-changes-accepted: 5')
  })

  test('comments and hidden words are left out and told', () => {
    const draft = read(
      `${paragraph('I. MỤC ĐÍCH')}<w:p>${run('- Việc.')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ghi chú ẩn</w:t></w:r></w:p>`,
    )
    expect([outlineOf(draft), doubtsOf(draft).slice(0, 2)]).toEqual([
      ['I. MỤC ĐÍCH', '- Việc.'],
      ['comments-dropped: 1', 'hidden-text-dropped: ghi chú ẩn'],
    ])
  })
})

test('footnotes stand at their anchors, fields show their result, links their words, typed breaks split only before a new item', () => {
  const footnotes = `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Luật mẫu </w:t></w:r></w:p><w:p><w:r><w:t>năm 2025.</w:t></w:r></w:p></w:footnote>`
  const draft = read(
    `${paragraph('I. MỤC ĐÍCH')}
     <w:p><w:r><w:t>- Theo quy định</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> tại </w:t></w:r><w:hyperlink><w:r><w:t>trang mẫu</w:t></w:r></w:hyperlink>
       <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> mục 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
       <w:r><w:t>;</w:t><w:br/><w:t>- Việc hai</w:t><w:br/><w:t>viết tiếp.</w:t></w:r></w:p>`,
    { footnotes },
  )
  expect(outlineOf(draft)).toEqual(['I. MỤC ĐÍCH', '- Theo quy định[Luật mẫu năm 2025.] tại trang mẫu mục 2;', '- Việc hai⏎viết tiếp.'])
})

const cell = (words: string): string => `<w:tc>${paragraph(words)}</w:tc>`

const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

test('a table of the text that holds no tasks stays as lines and is told; one with tasks becomes an appendix', () => {
  const draft = read(
    [
      paragraph('I. MỤC TIÊU NĂM 2026'),
      table(['Chỉ tiêu', 'Mức'], ['Hồ sơ trực tuyến', '80%']),
      paragraph('II. PHÂN CÔNG'),
      table(['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'], ['1', 'Rà soát thủ tục', 'Sở Nội vụ', 'Quý II/2026']),
    ].join(''),
  )
  expect([
    outlineOf(draft),
    draft.appendices.map(({ rows }) => rows.map(({ content }) => content)),
    doubtsOf(draft).filter((doubt) => doubt.startsWith('line')),
  ]).toEqual([
    ['I. MỤC TIÊU NĂM 2026', '(paragraph) Chỉ tiêu Mức', '(paragraph) Hồ sơ trực tuyến 80%', 'II. PHÂN CÔNG'],
    [['Rà soát thủ tục']],
    ['line-not-placed 2: Chỉ tiêu Mức'],
  ])
})

test('words in capitals by their format, and strict or renamed namespaces, are read as the paper shows them', () => {
  const body = paragraph('I. mục tiêu', '', '<w:caps/>') + paragraph('- Việc.')
  const strict = withPart(wordPackage({ body }), 'word/document.xml', (xml) =>
    xml
      .replaceAll('w:', 'x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
  )
  expect(outlineOf(readPlan(strict, 'a.docx'))).toEqual(['I. MỤC TIÊU', '- Việc.'])
})

describe('a stamp of secrecy', () => {
  const stamp = paragraph('TỐI MẬT')
  const text = paragraph('I. MỤC ĐÍCH') + paragraph('- Bảo vệ bí mật nhà nước.')
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${stamp}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${stamp}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const header = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'

  test.each([
    ['in the text', stamp + text, {}],
    ['in a text box', box + text, {}],
    ['in the header of the page', text + header, { header1: stamp }],
    ['in a text box, its letters typed apart (NFD),', (box + text).normalize('NFD'), {}],
    [
      'in the letterhead',
      `<w:tbl><w:tr><w:tc>${paragraph('UBND TỈNH MẪU')}${paragraph('MẬT')}</w:tc><w:tc>${paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</w:tc></w:tr></w:tbl>${text}`,
      {},
    ],
  ])('%s is refused', (_, body, parts) => expect(failureOf(() => read(body, parts))).toBe('file-secret'))

  test.each([
    ['the words in a sentence', paragraph('- Giữ bí mật, tuyệt mật thông tin.')],
    ['a title about secrets', paragraph('II. BẢO VỆ BÍ MẬT NHÀ NƯỚC')],
    ['a title cut in two', paragraph('CÔNG TÁC BẢO VỆ BÍ') + paragraph('MẬT')],
    ['a column of degrees', `<w:tbl><w:tr><w:tc>${paragraph('Hồ sơ')}</w:tc><w:tc>${paragraph('MẬT')}</w:tc></w:tr></w:tbl>`],
  ])('%s is none', (_, body) => expect(failureOf(() => read(text + body))).toBe('read'))
})

const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`

test('text in the fonts of the years before Unicode is named and refused; the font alone is no fault', () => {
  const tcvn3 = paragraph('KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh n¨m 2026', '', font('.VnTime'))
  const vni = paragraph('Keá hoaïch caûi caùch haønh chaùnh cuûa tænh naêm 2026', '', font('VNI-Times'))
  expect([tcvn3, vni].map((body) => failureOf(() => read(body)))).toEqual(['file-old-font-encoding', 'file-old-font-encoding'])
  expect(outlineOf(read(paragraph('I. MỤC ĐÍCH CỦA KẾ HOẠCH', '', font('.VnTime'))))).toEqual(['I. MỤC ĐÍCH CỦA KẾ HOẠCH'])
})

const lines = (words: string): string =>
  words
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line.replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')}</w:t>`)
    .join('<w:br/>')

const set = (words: string, align: string): string => `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr><w:r>${lines(words)}</w:r></w:p>`

test('a head set by Shift+Enter and tabs instead of tables is read all the same', () => {
  const draft = read(
    [
      set(
        'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH MẪU\tĐộc lập - Tự do - Hạnh phúc\nSố:       /KH-UBND\tTỉnh Mẫu, ngày 05 tháng 01 năm 2026',
        'left',
      ),
      set('KẾ HOẠCH\nCải cách hành chính và chuyển đổi số của các cơ quan hành chính nhà nước\ntrên địa bàn tỉnh Mẫu năm 2026', 'center'),
      paragraph('I. MỤC ĐÍCH'),
      paragraph('- Việc./.'),
      set('Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Bộ Nội vụ;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\n\tHọ Tên Mẫu', 'left'),
    ].join(''),
  )
  const { letterhead, symbol, issuedOn, subject, recipients, signature } = draft
  expect({ letterhead, symbol, issuedOn, subject, recipients, signature, outline: outlineOf(draft), doubts: doubtsOf(draft) }).toEqual({
    letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Tỉnh Mẫu' },
    symbol: 'KH-UBND',
    issuedOn: '2026-01-05',
    subject: 'Cải cách hành chính và chuyển đổi số của các cơ quan hành chính nhà nước trên địa bàn tỉnh Mẫu năm 2026',
    recipients: ['Bộ Nội vụ', 'Lưu: VT.'],
    signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Họ Tên Mẫu' },
    outline: ['I. MỤC ĐÍCH', '- Việc./.'],
    doubts: [],
  })
})
