import { describe, expect, test } from 'vitest'
import { timesOf, UrgingIssuerKind, type UrgingPaper } from '#shared/domain/urging-letter.ts'
import { buildUrgingLetter, type UrgingLetterOptions } from '#shared/document/urging-letter.ts'
import { paragraphText, paragraphsOf, splitWords } from '#shared/document/words.ts'
import { checkDocx } from '#main/documents/check-docx.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { withPart } from '../../helpers/docx.ts'
import { urgingLine, urgingPaper } from '../../helpers/urging-paper.ts'

const draft: UrgingLetterOptions = { number: null, issuedOn: null, copy: 'electronic', stamp: '2023-07-10T00:00:00Z' }
const sent: UrgingLetterOptions = { ...draft, number: '5', issuedOn: '2023-07-11', copy: 'paper' }

async function findings(paper: UrgingPaper, options = sent): Promise<readonly string[]> {
  const bytes = await writeDocx(buildUrgingLetter(paper, options))
  return checkDocx(bytes, { file: 'công văn.docx', copy: options.copy }).map(({ rule, found }) => `${rule} ${found}`)
}

function linesOf(paper: UrgingPaper, options = sent): readonly string[] {
  return paragraphsOf(buildUrgingLetter(paper, options).sections.flatMap(({ blocks }) => blocks)).map((one) =>
    splitWords(paragraphText(one)).join(' '),
  )
}

describe('a letter that urges, measured against the decree', () => {
  const manner = UrgingIssuerKind.options.flatMap((issuer) => [0, 1, 2, 3].map((signature) => [issuer, signature] as const))
  test.each(manner)(
    'of %s, signed the way %i, has no fault: for many, for one, as a draft and with its number',
    async (issuer, signature) => {
      const joint = urgingPaper({ issuer }, signature)
      const single = { ...joint, lines: joint.lines.slice(0, 2), sizeSet: 'smaller' as const }
      expect([await findings(joint), await findings(joint, draft), await findings(single), await findings(single, draft)]).toEqual([
        [],
        [],
        [],
        [],
      ])
    },
  )

  test('with thirty-one late agencies has no fault, and names them together', async () => {
    const lines = Array.from({ length: 31 }, (_, at) => urgingLine(at, at))
    expect([
      await findings(urgingPaper({ lines })),
      linesOf(urgingPaper({ lines })).filter((words) => words.startsWith('Kính gửi')),
    ]).toEqual([[], ['Kính gửi: Các cơ quan, đơn vị có tên tại Phụ lục kèm theo']])
  })

  const document = 'word/document.xml'
  const styles = 'word/styles.xml'
  const capitals = 'the subject in capitals'
  test.each([
    ['X10', 'a type before the issuer', 'Số: 05/UBND-NC', 'Số: 05/CV-UBND'],
    ['H12', 'the subject in bold', /(<w:name w:val="Trích yếu công văn"\/>.*?)<w:sz /s, '$1<w:b/><w:sz '],
    ['H12', 'the subject close under its number', /(<w:name w:val="Trích yếu công văn"\/>.*?w:before=")120"/s, '$10"'],
    ['H12', capitals, 'V/v đôn đốc', 'V/V đôn đốc'],
    ['N1', 'no addressee', 'Kính gửi:', 'Gửi:'],
    ['N1', 'an addressee without its sign', 'Sở Tư pháp;', 'Sở Tư pháp'],
    ['N1', 'a last addressee without a full stop', 'UBND huyện Cao Lộc.', 'UBND huyện Cao Lộc;'],
    ['N6', 'recipients that do not begin with those above', '- Như trên;', '- Sở Nội vụ;'],
    ['X13', 'a text without its end', './.', '.'],
    ['A1', 'a text that does not point to its annex', / \(chi tiết tại Phụ lục kèm theo\)/, ''],
  ])('%s sees %s', async (rule, fault, find, put) => {
    const bytes = await writeDocx(buildUrgingLetter(urgingPaper({ request: 'Đề nghị khẩn trương thực hiện' }), sent))
    const spoilt = withPart(bytes, rule === 'H12' && fault !== capitals ? styles : document, (xml) => xml.replace(find, put))
    expect(checkDocx(spoilt, { file: 'công văn.docx', copy: 'paper' }).map((one) => one.rule)).toContain(rule)
  })
})

test('a letter says what is owed, by whom, since when, why, and that it is the second', () => {
  const paper = urgingPaper()
  expect(timesOf(paper)).toBe(2)
  expect(linesOf(paper)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH LẠNG SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 05/UBND-NC',
    'V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2023 (lần 2)',
    'Lạng Sơn, ngày 11 tháng 7 năm 2023',
    'Kính gửi:',
    '- Sở Tư pháp;',
    '- Sở Y tế;',
    '- UBND huyện Cao Lộc.',
    'Thực hiện Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Lạng Sơn về cải cách hành chính tỉnh Lạng Sơn năm 2023, các cơ quan, đơn vị đã triển khai các nhiệm vụ được giao; tuy nhiên, qua theo dõi, tổng hợp, còn một số nhiệm vụ chưa bảo đảm tiến độ.',
    'Tính đến ngày 10 tháng 7 năm 2023, 03 cơ quan, đơn vị còn 02 đầu việc quá hạn chưa hoàn thành, 01 đầu việc sắp đến hạn, 01 đầu việc chưa cập nhật tiến độ; trong đó 01 đầu việc đã được đôn đốc bằng văn bản trước đây (chi tiết tại Phụ lục kèm theo).',
    'Để bảo đảm tiến độ, chất lượng công tác cải cách hành chính năm 2023, UBND tỉnh Lạng Sơn yêu cầu các cơ quan, đơn vị có tên tại Phụ lục tập trung chỉ đạo, khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu trên; làm rõ nguyên nhân chậm tiến độ, khó khăn, vướng mắc và đề xuất giải pháp tháo gỡ (nếu có).',
    'Kết quả thực hiện báo cáo bằng văn bản, gửi về Sở Nội vụ trước ngày 20 tháng 7 năm 2023 để tổng hợp./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Trưởng Ban Chỉ đạo CCHC tỉnh (để báo cáo);',
    '- Lưu: VT, NC.',
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Người ký (mẫu)',
    'Phụ lục',
    'DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CẦN ĐÔN ĐỐC THỰC HIỆN',
    '(Kèm theo Công văn số 05/UBND-NC ngày 11 tháng 7 năm 2023 của UBND tỉnh Lạng Sơn)',
    'STT',
    'Nhiệm vụ được giao',
    'Thời hạn',
    'Tình trạng',
    'Lý do, khó khăn, vướng mắc đã báo cáo',
    'Đôn đốc',
    'I. Sở Tư pháp (2)',
    '1',
    'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt 1',
    'Sản phẩm: Báo cáo của cơ quan',
    '30/06/2023',
    'Quá hạn 10 ngày',
    '(60%, báo cáo ngày 15/06/2023)',
    'Chưa có hướng dẫn của Bộ',
    'Lần 2',
    '2',
    'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt 2',
    'Sản phẩm: Báo cáo của cơ quan',
    'Quý II/2023',
    '30/06/2023',
    '(đã gia hạn; hạn đầu 31/03/2023)',
    'Quá hạn 10 ngày',
    'Chưa có báo cáo',
    'Lần 1',
    'II. Sở Y tế (1)',
    '3',
    'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt 3',
    'Sản phẩm: Báo cáo của cơ quan',
    '20/07/2023',
    '(đã gia hạn; hạn đầu 30/06/2023)',
    'Sắp đến hạn',
    'Chưa có báo cáo',
    'Lần 1',
    'III. UBND huyện Cao Lộc (1)',

    '4',
    'Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt 4',
    'Sản phẩm: Báo cáo của cơ quan',
    '(Phối hợp thực hiện)',
    'Thường xuyên',
    'Chưa cập nhật tiến độ',
    'Chưa có báo cáo',
    'Lần 1',
  ])
})
