import { describe, expect, test } from 'vitest'
import { doubtsOf, failureOf, fixture, outlineOf, pastePlan, readPlan } from '../../helpers/plan-reading.ts'

describe('pasted from Word', () => {
  /** As Word 2019 writes it, shortened: literal list signs in ignored spans, footnotes by links, deleted text, comments. */
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style><title>x</title></head><body>
<!--StartFragment-->
<table><tr><td><p align=center style='text-align:center'><b>ỦY BAN NHÂN DÂN<br>TỈNH MẪU</b></p><p align=center>Số: 12/KH-UBND</p></td>
<td><p align=center><b>C&#7896;NG H&Ograve;A X&Atilde; H&#7896;I CH&#7910; NGH&#296;A VI&#7878;T NAM</b></p><p><i>Tỉnh Mẫu, ngày 05 tháng 01 năm 2026</i></p></td></tr></table>
<p class=MsoNormal align=center style='text-align:center'><b>KẾ HOẠCH</b></p>
<p class=MsoNormal align=center style='text-align:center'><b>Cải cách hành chính<o:p></o:p></b></p>
<p class=MsoNormal align=center style='text-align:center'><b>năm 2026</b></p>
<p class=MsoNormal>Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021,
UBND tỉnh ban hành Kế hoạch như sau:</p>
<p class=MsoListParagraph><b><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>MỤC ĐÍCH</b></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>-<span style='font:7.0pt'>&nbsp; </span></span>Rà soát theo quy định<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span>[1]</span></span></a> và <del>bỏ</del><ins>sửa</ins> thủ tục.</p>
<ol><li>Mục tự đánh số<ul><li>Gạch đầu dòng</li></ul></li><li>Mục thứ hai</li></ol>
<p class=MsoNormal>UBND tỉnh yêu cầu thực hiện./.</p>
<table><tr><td><p><b><i>Nơi nhận:</i></b></p><p>- Bộ Nội vụ;</p><p>- Lưu: VT.</p></td><td><p><b>KT. CHỦ TỊCH</b></p><p><b>PHÓ CHỦ TỊCH</b></p><p><b>Họ Tên Mẫu</b></p></td></tr></table>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Nghị định số 45/2020/NĐ-CP.</p></div></div>
<!--EndFragment--></body></html>`
  const draft = pastePlan('', html)

  test('keeps levels, footnotes and the words of lists; drops deleted words and formatting', () => {
    expect(outlineOf(draft)).toEqual([
      '(opening) Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021, UBND tỉnh ban hành Kế hoạch như sau:',
      'I. MỤC ĐÍCH',
      '- Rà soát theo quy định[Nghị định số 45/2020/NĐ-CP.] và sửa thủ tục.',
      '1. Mục tự đánh số',
      '+ Gạch đầu dòng',
      '2. Mục thứ hai',
      '(closing) UBND tỉnh yêu cầu thực hiện./.',
    ])
  })

  test('understands head and foot set in tables', () => {
    const { letterhead, number, symbol, issuedOn, subject, recipients, signature, source } = draft
    expect({
      letterhead,
      number,
      symbol,
      issuedOn,
      subject,
      recipients,
      signature,
      format: source.format,
      doubts: doubtsOf(draft),
    }).toEqual({
      letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Tỉnh Mẫu' },
      number: '12',
      symbol: 'KH-UBND',
      issuedOn: '2026-01-05',
      subject: 'Cải cách hành chính năm 2026',
      recipients: ['Bộ Nội vụ', 'Lưu: VT.'],
      signature: { authority: ['KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Họ Tên Mẫu' },
      format: 'pasted-html',
      doubts: [],
    })
  })
})

test('pasted from a PDF reader, a paragraph for each printed line, reads as the text itself', () => {
  const lines = new TextDecoder().decode(fixture('ke-hoach-cchc-2023.txt')).split('\n')
  const html = lines
    .filter((words) => words.trim() !== '')
    .map((words) => `<p>${words.trim()}</p>`)
    .join('')
  const wanted = outlineOf(readPlan(fixture('ke-hoach-cchc-2023.docx'), 'a.docx'))
  expect(outlineOf(pastePlan('', html))).toEqual(wanted)
})

test('pasted text without blank lines, as another PDF reader gives it, reads the same', () => {
  const lines = new TextDecoder()
    .decode(fixture('ke-hoach-cchc-2023.txt'))
    .split('\n')
    .filter((words) => words.trim() !== '')
  expect(outlineOf(pastePlan(lines.map((words) => words.trim()).join('\n')))).toEqual(
    outlineOf(readPlan(fixture('ke-hoach-cchc-2023.docx'), 'a.docx')),
  )
})

test('scripts and hidden words are no words; a page without words is empty; a stamp of secrecy is refused', () => {
  expect(
    outlineOf(pastePlan('', '<script>alert("I. X")</script><p>I. MỤC ĐÍCH</p><p style="display:none">- ẩn</p><p>- Việc.</p>')),
  ).toEqual(['I. MỤC ĐÍCH', '- Việc.'])
  expect([
    failureOf(() => pastePlan('', '<p> </p>')),
    failureOf(() => pastePlan('', '<p>MẬT</p><p>I. MỤC ĐÍCH</p>')),
    failureOf(() => pastePlan('', '<p>MẬT</p>')),
  ]).toEqual(['file-empty', 'file-secret', 'file-secret'])
})

test('a table pasted in the middle of a plan stays as lines and is told', () => {
  const draft = pastePlan(
    '',
    '<p>I. MỤC TIÊU</p><table><tr><td>Chỉ tiêu</td><td>Mức</td></tr><tr><td>Hồ sơ</td><td>80%</td></tr></table><p>- Việc.</p>',
  )
  expect([outlineOf(draft), doubtsOf(draft).slice(3)]).toEqual([
    ['I. MỤC TIÊU', '(paragraph) Chỉ tiêu Mức', '(paragraph) Hồ sơ 80%', '- Việc.'],
    ['line-not-placed 2: Chỉ tiêu Mức'],
  ])
})
