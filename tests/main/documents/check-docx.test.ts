import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AppendixId } from '#shared/domain/identifier.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import { checkDocx } from '#main/documents/check-docx.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { comparePapers } from '../../helpers/comparison-papers.ts'
import { withPart } from '../../helpers/docx.ts'
import { editedPlan } from '../../helpers/edited-plan.ts'
import { id } from '../../helpers/records.ts'
import { sampleDecision, samplePlan } from '../../helpers/sample-plan.ts'

/** A fault planted in a good file: the rule that must see it, the part, and what is changed. */
type Fault = readonly [rule: string, fault: string, part: string, find: string | RegExp, put: string]

const document = 'word/document.xml'
const styles = 'word/styles.xml'
let plan: Uint8Array
let decision: Uint8Array
let comparison: Uint8Array

beforeAll(async () => {
  const options = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' } as const
  const issued = { number: '5', issuedOn: '2023-01-05' } as const
  const records = samplePlan(issued)
  const second = { ...records.appendices[0]!, id: id<AppendixId>(0x2001) }
  plan = await writeDocx(buildPlanDocument({ ...records, appendices: [...records.appendices, second] }, options).document)
  comparison = await writeDocx(comparePapers(records, editedPlan(records)).comparison)
  decision = await writeDocx(buildPlanDocument(sampleDecision(issued), options).document)
})

function rulesBroken(bytes: Uint8Array): readonly string[] {
  return [...new Set(checkDocx(bytes, { file: 'kế hoạch.docx', copy: 'paper' }).map(({ rule }) => rule))]
}

/** A style's properties changed: every line that has it changes. */
const ofStyle = (name: string, inside: string): RegExp => new RegExp(`(<w:name w:val="${name}"/>.*?)${inside}`, 's')

test('the good files have no fault', () => {
  expect([rulesBroken(plan), rulesBroken(decision), rulesBroken(comparison)]).toEqual([[], [], []])
})

describe('against the file format', () => {
  const faults: readonly Fault[] = [
    ['T1', 'a part without a content type', '[Content_Types].xml', /<Override [^>]*PartName="\/word\/footnotes.xml"\/>/, ''],
    ['T1', 'a type for a part that is not there', '[Content_Types].xml', '/word/numbering.xml', '/word/other.xml'],
    ['T2', 'a relationship that leads nowhere', 'word/_rels/document.xml.rels', 'Target="header1.xml"', 'Target="header9.xml"'],
    ['T2', 'an id without its relationship', document, /r:id="rId\d+"/, 'r:id="rId99"'],
    ['T2', 'two relationships of one id', 'word/_rels/document.xml.rels', 'Id="rId2"', 'Id="rId1"'],
    ['T3', 'two bookmarks of one id', document, 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"'],
    ['T3', 'two bookmarks of one name', document, /(w:name="[^"]+"\/>)(.*?)w:name="[^"]+"\/>/s, '$1$2$1'],
    ['T3', 'a bookmark that does not end', document, '<w:bookmarkEnd w:id="3"/>', ''],
    ['T3', 'a bookmark name longer than Word takes', document, /w:name="_cchc_[0-9a-f]+"/, `w:name="_${'a'.repeat(40)}"`],
    ['T3', 'two styles of one id', styles, 'w:styleId="Heading2"', 'w:styleId="Heading1"'],
    ['T3', 'two styles of one name', styles, '<w:name w:val="Gạch đầu dòng"/>', '<w:name w:val="TRÍCH YẾU"/>'],
    ['T4', 'a cell that ends in a table', document, '</w:p></w:tc>', '</w:p><w:tbl><w:tblPr/><w:tblGrid/></w:tbl></w:tc>'],
    [
      'T4',
      'a cell without a paragraph',
      document,
      /(<w:tc><w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)<w:p>(?:(?!<\/w:tc>).)*<\/w:p><\/w:tc>/s,
      '$1</w:tc>',
    ],
    ['T5', 'a row with a cell too many', document, '</w:tc></w:tr></w:tbl>', '</w:tc><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>'],
    ['T5', 'a span too short', document, '<w:gridSpan w:val="5"/>', '<w:gridSpan w:val="4"/>'],
    ['T5', 'columns that do not sum to the table', document, /<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="17"/>'],
    ['T5', 'a cell of another width than its columns', document, /<w:tcW w:w="\d+"/, '<w:tcW w:w="17"'],
    ['T6', 'borders behind indents in a paragraph', document, /(<w:pBdr>.*?<\/w:pBdr>)(<w:spacing [^>]*>)/s, '$2$1'],
    ['T6', 'a style after the alignment', document, /<w:pStyle [^>]*>/, '<w:jc w:val="left"/>$&'],
    ['T6', 'bold after the size', styles, /(<w:b\/>(?:(?!<\/w:rPr>).)*)(<w:sz [^>]*>)/s, '$2$1'],
    ['T6', 'the span before the width of a cell', document, /(<w:tcW [^>]*>)(<w:gridSpan [^>]*>)/, '$2$1'],
    ['T6', 'the layout before the width of a table', document, /(<w:tblW [^>]*>)(.*?)(<w:tblLayout [^>]*>)/s, '$3$1$2'],
    ['T6', 'margins before the size of a page', document, /(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)/, '$2$1'],
    ['T6', 'a property twice', document, /<w:tcW [^>]*>/, '$&$&'],
    ['T6', 'text outside any paragraph', document, '<w:body>', '<w:body><w:r><w:t>lạc</w:t></w:r>'],
    ['T6', 'properties behind the text', document, /<w:p>(<w:pPr>.*?<\/w:pPr>)(<w:bookmarkStart .*?)<\/w:p>/s, '<w:p>$2$1</w:p>'],
    ['T6', 'a body that goes on behind its last section', document, '</w:sectPr></w:body>', '</w:sectPr><w:p/></w:body>'],
    ['T7', 'an anchor without its footnote', document, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="77"/>'],
    ['T7', 'a footnote without its anchor', document, '<w:footnoteReference w:id="2"/>', ''],
    ['T7', 'a footnote anchored twice', document, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="1"/>'],
    ['T8', 'an empty value', document, /<w:tcW w:w="\d+"/, '<w:tcW w:w=""'],
    ['T8', 'a missing value', document, /<w:pStyle w:val="[^"]+"/, '<w:pStyle'],
    ['T9', 'a style that is not defined', document, /<w:pStyle w:val="[^"]+"/, '<w:pStyle w:val="Other"'],
    ['T9', 'a character style on a paragraph', document, /<w:pStyle w:val="[^"]+"/, '<w:pStyle w:val="FootnoteReference"'],
    ['T10', 'a cell that continues nothing', document, '<w:gridSpan w:val="5"/>', '<w:gridSpan w:val="5"/><w:vMerge/>'],
    ['T11', 'a space that would be lost', document, '<w:t xml:space="preserve">I. </w:t>', '<w:t>I. </w:t>'],
    [
      'T12',
      'a header row at the end',
      document,
      /<w:cantSplit\/>(?=(?:(?!<w:tr>).)*Cchc-cell(?:(?!<w:tr>).)*<\/w:tbl>)/s,
      '<w:cantSplit/><w:tblHeader/>',
    ],
  ]
  test.each(faults)('%s sees %s', (rule, _fault, part, find, put) => {
    expect(rulesBroken(withPart(plan, part, (xml) => xml.replace(find, put)))).toContain(rule)
  })

  test.each([
    ['a change without an author', / w:author="[^"]+"/, ''],
    ['a change without a moment', / w:date="[^"]+"/, ''],
    ['two changes of one number', /(<w:(?:ins|del) w:id=")(\d+)(".*?<w:(?:ins|del) w:id=")\d+/s, '$1$2$3$2'],
    ['words that went written as words that stand', /w:delText/g, 'w:t'],
    [
      'words that came written as words that went',
      /(<w:ins [^>]*><w:r>(?:<w:rPr>.*?<\/w:rPr>)?)<w:t( [^>]*>[^<]*)<\/w:t>/s,
      '$1<w:delText$2</w:delText>',
    ],
  ])('T13 sees %s', (_fault, find, put) => {
    expect(rulesBroken(withPart(comparison, document, (xml) => xml.replace(find, put)))).toContain('T13')
  })
})

describe('against the decree', () => {
  const faults: readonly Fault[] = [
    ['P1', 'letter paper', document, /<w:pgSz w:w="11906" w:h="16838"/, '<w:pgSz w:w="12240" w:h="15840"'],
    [
      'P2',
      'a body on its side',
      document,
      /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/,
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"',
    ],
    ['P3', 'a top margin of 10 mm', document, /w:top="1134"/, 'w:top="567"'],
    ['P4', 'a left margin of 20 mm', document, /w:left="1701"/, 'w:left="1134"'],
    ['P5', 'a right margin of 30 mm', document, /w:right="850"/, 'w:right="1701"'],
    ['P7', 'another font', styles, /w:ascii="Times New Roman"/, 'w:ascii="Arial"'],
    ['P7', 'text in blue', styles, ofStyle('Gạch đầu dòng', '<w:sz '), '$1<w:color w:val="0000FF"/><w:sz '],
    ['P7', 'decomposed letters', document, 'Mục đích', 'Mục đích'.normalize('NFD')],
    ['P8', 'no page number', 'word/header1.xml', 'PAGE', 'DATE'],
    ['P8', 'a page number at the right', styles, ofStyle('Số trang', 'w:val="center"'), '$1w:val="right"'],
    ['P8', 'a page number of 11 points', 'word/header1.xml', '<w:sz w:val="28"/>', '<w:sz w:val="22"/>'],
    ['P8', 'a page number on the first page', document, '<w:titlePg/>', ''],
    ['P9', 'an appendix that goes on counting', document, /<w:pgNumType w:start="1"\/>(?=(?:(?!<w:pgNumType).)*$)/s, ''],
    ['H1', 'the national name in thin letters', styles, ofStyle('Quốc hiệu', '<w:b/>'), '$1'],
    ['H2', 'the motto without hyphens', document, 'Độc lập - Tự do - Hạnh phúc', 'Độc lập Tự do Hạnh phúc'],
    [
      'H3',
      'a rule under the motto half its length',
      document,
      /(Hạnh phúc<\/w:t><\/w:r><\/w:p>.*?<w:ind w:left=")(\d+)(" w:right=")(\d+)/s,
      '$11$2$31$4',
    ],
    [
      'H4',
      'a superior in small letters',
      document,
      /(<w:p>(?:(?!<w:p>).)*ỦY BAN NHÂN DÂN<)/s,
      '<w:p><w:r><w:t>Ban khác</w:t></w:r></w:p>$1',
    ],
    ['H5', 'an issuer in small letters', document, 'TỈNH LẠNG SƠN', 'Tỉnh Lạng Sơn'],
    ['H6', 'no rule under the issuer', document, /(TỈNH LẠNG SƠN<\/w:t><\/w:r><\/w:p>)<w:p>.*?<\/w:p>/s, '$1'],
    ['H7', 'a number without its zero', document, 'Số: 05/KH-UBND', 'Số: 5/KH-UBND'],
    ['H7', 'spaces round the signs of the symbol', document, 'Số: 05/KH-UBND', 'Số: 05 / KH - UBND'],
    ['H8', 'a day without its zero', document, 'ngày 05 tháng 01', 'ngày 5 tháng 01'],
    ['H8', 'a month without its zero', document, 'ngày 05 tháng 01', 'ngày 05 tháng 1'],
    ['H8', 'a month with a zero too many', document, 'ngày 05 tháng 01', 'ngày 05 tháng 03'],
    ['H9', 'the type of the document at the left', styles, ofStyle('Title', 'w:val="center"'), '$1w:val="left"'],
    ['H10', 'a subject in thin letters', styles, ofStyle('Trích yếu', '<w:b/>'), '$1'],
    [
      'H11',
      'no rule under the subject',
      document,
      /(năm 2023<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pStyle w:val="CchcRule"\/>.*?<\/w:p>/s,
      '$1',
    ],
    ['X1', 'sizes that do not move together', styles, ofStyle('Quốc hiệu', '<w:sz w:val="26"/>'), '$1<w:sz w:val="24"/>'],
    ['B2', 'a paragraph in 12 points', styles, ofStyle('Gạch đầu dòng', '<w:sz w:val="28"/>'), '$1<w:sz w:val="24"/>'],
    ['B3', 'a paragraph not justified', styles, ofStyle('Gạch đầu dòng', 'w:val="both"'), '$1w:val="left"'],
    ['B4', 'a first line indented by 1.5 cm', styles, ofStyle('Gạch đầu dòng', 'w:firstLine="720"'), '$1w:firstLine="850"'],
    ['B5', 'paragraphs close to each other', styles, ofStyle('Gạch đầu dòng', 'w:after="120"'), '$1w:after="40"'],
    ['B6', 'double spacing', styles, ofStyle('Gạch đầu dòng', 'w:line="240"'), '$1w:line="480"'],
    ['B14', 'a section title in small letters', document, 'MỤC ĐÍCH, YÊU CẦU', 'Mục đích, yêu cầu'],
    ['B15', 'a heading in thin letters', styles, ofStyle('heading 2', '<w:b/>'), '$1'],
    ['X13', 'a text without its end', document, 'triển khai thực hiện./.', 'triển khai thực hiện.'],
    ['S1', 'a post in small letters', document, 'PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
    ['S2', 'a name in thin letters', styles, ofStyle('Họ tên người ký', '<w:b/>'), '$1'],
    ['S3', 'an academic title before the name', document, 'Dương Xuân Huyên', 'TS. Dương Xuân Huyên'],
    ['S4', 'a sign without its full stop', document, 'KT. CHỦ TỊCH', 'KT CHỦ TỊCH'],
    ['N3', 'recipients without their heading', document, 'Nơi nhận:', 'Nơi gửi:'],
    ['N3', 'their heading upright', styles, ofStyle('Nơi nhận', '<w:i/>'), '$1'],
    ['N4', 'recipients in 12 points', styles, ofStyle('Tên nơi nhận', '<w:sz w:val="22"/>'), '$1<w:sz w:val="24"/>'],
    ['N4', 'a recipient without its sign', document, '- Bộ Nội vụ;', '- Bộ Nội vụ'],
    ['N5', 'no archive line', document, '- Lưu: VT', '- Gửi: VT'],
    ['A1', 'a text that does not point to its appendices', document, '(Có phụ lục các', '(Có các'],
    ['A2', 'the word in capitals', document, 'Phụ lục I<', 'PHỤ LỤC I<'],
    ['X6', 'Arabic numbers of appendices', document, 'Phụ lục II<', 'Phụ lục 2<'],
    ['A3', 'a title in small letters', document, 'CÁC NHIỆM VỤ TRỌNG TÂM VỀ', 'Các nhiệm vụ trọng tâm về'],
    ['A4', 'an attachment line upright', styles, ofStyle('Kèm theo', '<w:i/>'), '$1'],
    ['A4', 'no attachment line', document, '(Kèm theo Kế hoạch', '(Theo Kế hoạch'],
  ]
  test.each(faults)('%s sees %s', (rule, _fault, part, find, put) => {
    expect(rulesBroken(withPart(plan, part, (xml) => xml.replace(find, put)))).toContain(rule)
  })

  const decisionFaults: readonly Fault[] = [
    ['B7', 'legal bases upright', styles, ofStyle('Căn cứ', '<w:i/>'), '$1'],
    ['B7', 'a legal basis that ends in a comma', document, 'năm 2015;', 'năm 2015,'],
    ['B16', 'the word Điều in thin letters', styles, ofStyle('Điều', '<w:b/>'), '$1'],
  ]
  test.each(decisionFaults)('%s sees %s in a decision', (rule, _fault, part, find, put) => {
    expect(rulesBroken(withPart(decision, part, (xml) => xml.replace(find, put)))).toContain(rule)
  })

  test('A5 sees an electronic original whose appendix carries number and date', () => {
    expect(checkDocx(plan, { file: 'kế hoạch.docx', copy: 'electronic' }).map(({ rule }) => rule)).toEqual(['A5'])
  })
})

test('an office’s own file is judged as ours: the sample’s faults are those that were made on purpose', () => {
  const sample = readFileSync(join(import.meta.dirname, '../../fixtures/ke-hoach-cchc-2023.docx'))
  expect(checkDocx(sample, { file: 'mẫu.docx', copy: null }).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'P7 error', // a line in decomposed letters
    'P8 error', // no page numbers
    'H3 error', // no rule lines
    'H6 error',
    'X1 error', // 13, 13, 13
    'H11 error',
    'B2 advice', // the line that points to the appendix, in italics
    'N3 error', // "Nơi nhận" in 11 points
    'P4 advice', // 25 mm at the left of the page on its side
    'A2 error', // PHỤ LỤC
    'P9 error', // the appendix goes on counting
  ])
})
