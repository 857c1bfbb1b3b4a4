import { describe, expect, test } from 'vitest'
import { readAppendixFile, readAppendixPaste } from '#main/documents/read-appendix.ts'
import type { AppendixFileDraft } from '#shared/domain/draft.ts'
import { langSon } from '../../helpers/provinces.ts'
import { type Block, excelFile, rowsInWords, type Sheet, type SheetCell, warningsInWords, wordFile, type Words } from '../../helpers/tables.ts'

const context = { registry: langSon, asOf: '2023-01-01', planYear: 2023, issuedOn: null }
const readWord = async (blocks: readonly Block[]) => readAppendixFile({ file: 'phu-luc.docx', bytes: await wordFile(blocks), ...context }, () => undefined)
const readExcel = async (sheets: readonly Sheet[]) => readAppendixFile({ file: 'phu-luc.xlsx', bytes: await excelFile(sheets), ...context }, () => undefined)
const paste = async (text: string, html: string | null = null) => readAppendixPaste({ text, html, ...context }, () => undefined)
const rowsOf = (draft: AppendixFileDraft, appendix = 0) => rowsInWords(draft.appendices[appendix], langSon)
const titles: readonly string[] = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành', 'Sản phẩm']
const plan = ['1', 'Ban hành Kế hoạch', 'Sở Nội vụ', 'Sở Tài chính', 'Quý I/2023', 'Kế hoạch'] as const
const planRow = { stt: '1', task: 'Ban hành Kế hoạch', product: 'Kế hoạch', lead: ['Sở Nội vụ'], with: ['Sở Tài chính'], deadline: 'Quý I/2023 (quarter)' }

describe('columns are found by their titles, whatever their words and order', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, readonly string[]]>([
    ['TP. Hồ Chí Minh', ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian dự kiến hoàn thành', 'Kết quả dự kiến', 'Nguồn kinh phí'], { stt: 'TT', task: 'Nhiệm vụ', lead: 'Cơ quan chủ trì', coordinating: 'Cơ quan phối hợp', deadline: 'Thời gian dự kiến hoàn thành', product: 'Kết quả dự kiến' }, ['Nguồn kinh phí']],
    ['Thủ tướng', ['Tên nhiệm vụ/dự án', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Kết quả dự kiến', 'Thời gian triển khai'], { task: 'Tên nhiệm vụ/dự án', lead: 'Cơ quan chủ trì', coordinating: 'Cơ quan phối hợp', product: 'Kết quả dự kiến', deadline: 'Thời gian triển khai' }, []],
    ['ngắn', ['Nhiệm vụ và giải pháp', 'Chủ trì', 'Phối hợp', 'Thời gian'], { task: 'Nhiệm vụ và giải pháp', lead: 'Chủ trì', coordinating: 'Phối hợp', deadline: 'Thời gian' }, []],
    ['nội dung', ['Nội dung/nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian thực hiện'], { task: 'Nội dung/nhiệm vụ', lead: 'Cơ quan chủ trì', coordinating: 'Cơ quan phối hợp', deadline: 'Thời gian thực hiện' }, []],
    ['chỉ tiêu', ['Chỉ tiêu', 'Chủ trì'], { task: 'Chỉ tiêu', lead: 'Chủ trì' }, []],
    ['Hà Nội', ['TT', 'Chi tiết', 'Tên nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời hạn'], { stt: 'TT', task: 'Tên nhiệm vụ', lead: 'Đơn vị chủ trì', coordinating: 'Đơn vị phối hợp', product: 'Sản phẩm', deadline: 'Thời hạn' }, ['Chi tiết']],
    ['sổ của Hà Nội', ['STT', 'Mã nhiệm vụ', 'Tên nhóm nhiệm vụ/nhiệm vụ', 'Đơn vị chủ trì', 'Phòng, đơn vị chủ trì', 'Đơn vị phối hợp', 'Phương thức hỗ trợ', 'Thời hạn hoàn thành', 'Kết quả cần đạt (định lượng)', 'Sản phẩm đầu ra', 'Ghi chú'], { stt: 'STT', task: 'Tên nhóm nhiệm vụ/nhiệm vụ', lead: 'Đơn vị chủ trì', coordinating: 'Đơn vị phối hợp', deadline: 'Thời hạn hoàn thành', product: 'Sản phẩm đầu ra' }, ['Mã nhiệm vụ', 'Phòng, đơn vị chủ trì', 'Phương thức hỗ trợ', 'Kết quả cần đạt (định lượng)', 'Ghi chú']],
    ['đảo thứ tự', ['Thời hạn', 'Đơn vị thực hiện', 'Nội dung công việc', 'Số TT', 'Kết quả', 'Kinh phí', 'Thời gian bắt đầu'], { deadline: 'Thời hạn', lead: 'Đơn vị thực hiện', task: 'Nội dung công việc', stt: 'Số TT', product: 'Kết quả' }, ['Kinh phí', 'Thời gian bắt đầu']],
    ['chữ hoa', ['STT', 'NỘI DUNG NHIỆM VỤ', 'CƠ QUAN CHỦ TRÌ', 'CƠ QUAN PHỐI HỢP', 'THỜI GIAN HOÀN THÀNH', 'SẢN PHẨM/KẾT QUẢ'], { stt: 'STT', task: 'NỘI DUNG NHIỆM VỤ', lead: 'CƠ QUAN CHỦ TRÌ', coordinating: 'CƠ QUAN PHỐI HỢP', deadline: 'THỜI GIAN HOÀN THÀNH', product: 'SẢN PHẨM/KẾT QUẢ' }, []],
  ])('%s', async (_province, header, found, extras) => {
    const words = header.map((_, index) => `ô ${index + 1}`)
    const draft = await readExcel([{ rows: [[...header], [...words]] }])
    const columns = draft.appendices[0]?.columns ?? []
    expect(Object.fromEntries(columns.filter(({ key }) => !key.startsWith('extra:')).map(({ key, title }) => [key, title]))).toEqual(found)
    expect(columns.filter(({ key }) => key.startsWith('extra:')).map(({ key, title }) => [key, title])).toEqual(extras.map((title) => [`extra:${title}`, title]))
    expect(draft.appendices[0]?.rows[0]?.extra).toEqual(Object.fromEntries(extras.map((title) => [`extra:${title}`, words[header.indexOf(title)]])))
  })

  test('a sheet with a column of fields and weeks (Hà Nội follow-up sheet)', async () => {
    const draft = await readExcel([{ rows: [
      ['TT', 'Lĩnh vực', 'Nội dung', 'Tiến độ', 'Chủ trì', 'Phối hợp', 'Thời gian nhận', 'Thời gian hoàn thành', 'Kết quả', 'Ghi chú'],
      [1, 'Cải cách thể chế', 'Rà soát văn bản', 'Đang làm', 'Sở Tư pháp', 'Sở Nội vụ', '01/3/2023', '30/6/2023', 'Báo cáo', 'gấp'],
    ] }])
    expect(rowsOf(draft)).toEqual([{ field: 'Cải cách thể chế', stt: '1', task: 'Rà soát văn bản', product: 'Báo cáo', lead: ['Sở Tư pháp'], with: ['Sở Nội vụ'], deadline: '30/6/2023 (date)', extra: { 'extra:Tiến độ': 'Đang làm', 'extra:Thời gian nhận': '01/3/2023', 'extra:Ghi chú': 'gấp' } }])
  })

  test('a header of two rows and a row of column numbers', async () => {
    const draft = await readWord([{ headerRows: 2, rows: [
      [{ text: 'TT', down: 2 }, { text: 'Nhiệm vụ', down: 2 }, { text: 'Cơ quan thực hiện', across: 2 }, { text: 'Thời gian', across: 2 }],
      ['Chủ trì', 'Phối hợp', 'Bắt đầu', 'Kết thúc'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['1', 'Rà soát', 'Sở Tư pháp', 'Sở Nội vụ', '01/2023', 'Quý II/2023'],
    ] }])
    expect(rowsOf(draft)).toEqual([{ stt: '1', task: 'Rà soát', lead: ['Sở Tư pháp'], with: ['Sở Nội vụ'], deadline: 'Quý II/2023 (quarter)', extra: { 'extra:Thời gian - Bắt đầu': '01/2023' } }])
  })

  test('a column whose title says nothing is understood by its content, and says so', async () => {
    const draft = await readExcel([{ rows: [['STT', 'Nhiệm vụ', 'A', 'Chủ trì'], [1, 'Việc một', 'Quý I/2023', 'Sở Nội vụ'], [2, 'Việc hai', 'Thường xuyên', 'Sở Nội vụ']] }])
    expect(rowsOf(draft).map(({ deadline }) => deadline)).toEqual(['Quý I/2023 (quarter)', 'Thường xuyên (continuous)'])
    expect(warningsInWords(draft)).toEqual(['column-guessed: A', 'column-missing: cơ quan phối hợp', 'column-missing: sản phẩm'])
  })
})

describe('rows that head a group are no tasks', () => {
  test.each<[string, readonly (readonly Words[])[], readonly (readonly [string, string | null])[]]>([
    ['merged over the table, Roman', [[{ text: 'I. CẢI CÁCH THỂ CHẾ', across: 6 }], [...plan], [{ text: 'II. CẢI CÁCH TTHC', across: 6 }], [...plan]], [['CẢI CÁCH THỂ CHẾ', null], ['CẢI CÁCH TTHC', null]]],
    ['number apart, letters', [['A', { text: 'Thể chế', across: 5 }], [...plan], ['B', { text: 'Thủ tục', across: 5 }], [...plan], ['C', { text: 'Bộ máy', across: 5 }], [...plan]], [['Thể chế', null], ['Thủ tục', null], ['Bộ máy', null]]],
    ['unmerged, Roman, with subgroups', [['I', 'Thể chế', '', '', '', ''], ['1', 'Xây dựng', '', '', '', ''], ['1.1', ...plan.slice(1)], ['1.2', ...plan.slice(1)], ['2', 'Kiểm tra', '', '', '', ''], ['2.1', ...plan.slice(1)]], [['Thể chế', 'Xây dựng'], ['Thể chế', 'Xây dựng'], ['Thể chế', 'Kiểm tra']]],
    ['unmerged, Arabic, numbers begin again', [['1', 'Thể chế', '', '', '', ''], ['1', ...plan.slice(1)], ['2', ...plan.slice(1)], ['2', 'Thủ tục', '', '', '', ''], ['1', ...plan.slice(1)]], [['Thể chế', null], ['Thể chế', null], ['Thủ tục', null]]],
    ['children a), b), đ)', [['1', 'Công tác chỉ đạo', '', '', '', ''], ['a)', ...plan.slice(1)], ['đ)', ...plan.slice(1)]], [['Công tác chỉ đạo', null], ['Công tác chỉ đạo', null]]],
    ['capitals without a number', [[{ text: 'CẢI CÁCH THỂ CHẾ', across: 6 }], [...plan]], [['CẢI CÁCH THỂ CHẾ', null]]],
    ['three levels', [[{ text: 'A. NHIỆM VỤ CHUNG', across: 6 }], [{ text: 'I. Thể chế', across: 6 }], [{ text: '1. Văn bản', across: 6 }], ['1', ...plan.slice(1)], [{ text: 'II. Thủ tục', across: 6 }], ['1', ...plan.slice(1)]], [['NHIỆM VỤ CHUNG', 'Thể chế – Văn bản'], ['NHIỆM VỤ CHUNG', 'Thủ tục']]],
  ])('%s', async (_form, rows, groups) => {
    const draft = await readWord([{ rows: [[...titles], ...rows] }])
    expect(draft.appendices[0]?.rows.map(({ fieldTitle, subgroup }) => [fieldTitle, subgroup])).toEqual(groups)
  })

  test('a parent row with a product is a task; a numbered title between tasks is a task without lead', async () => {
    const draft = await readWord([{ rows: [[...titles], ['1', 'Đề án', '', '', '', 'Đề án được duyệt'], ['1.1', ...plan.slice(1)], ['2', 'Việc chưa giao', '', '', '', ''], ['3', ...plan.slice(1)]] }])
    expect(rowsOf(draft).map(({ stt, task }) => [stt, task])).toEqual([['1', 'Đề án'], ['1.1', 'Ban hành Kế hoạch'], ['2', 'Việc chưa giao'], ['3', 'Ban hành Kế hoạch']])
    expect(warningsInWords(draft)).toEqual(['row-without-lead: Đề án', 'row-without-lead: Việc chưa giao'])
  })
})

describe('merged and broken cells', () => {
  test('one STT over several rows is one task with several leads, products and deadlines', async () => {
    const draft = await readWord([{ rows: [
      [...titles],
      [{ text: '1', down: 2 }, { text: 'Bồi dưỡng cán bộ', down: 2 }, 'Sở Nội vụ', 'Sở Y tế', 'Quý I/2023', 'Kế hoạch'],
      ['Sở Tài chính', 'Thanh tra tỉnh', 'Quý II/2023', 'Báo cáo'],
      ['2', ...plan.slice(1)],
    ] }])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Bồi dưỡng cán bộ', product: 'Kế hoạch; Báo cáo', lead: ['Sở Nội vụ', 'Sở Tài chính'], with: ['Sở Y tế', 'Thanh tra tỉnh'], deadline: 'Quý I/2023; Quý II/2023 (quarter)' },
      { ...planRow, stt: '2' },
    ])
    expect(draft.appendices[0]?.rows[0]?.deadline.milestones.map(({ due }) => due)).toEqual(['2023-03-31', '2023-06-30'])
  })

  test('a lead and a deadline merged over several tasks hold for each', async () => {
    const draft = await readWord([{ rows: [
      [...titles],
      ['1', 'Việc một', { text: 'Sở Nội vụ', down: 2 }, 'Sở Y tế', { text: 'Thường xuyên', down: 2 }, 'Báo cáo'],
      ['2', 'Việc hai', 'Sở Tài chính', 'Kế hoạch'],
    ] }])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Việc một', product: 'Báo cáo', lead: ['Sở Nội vụ'], with: ['Sở Y tế'], deadline: 'Thường xuyên (continuous)' },
      { stt: '2', task: 'Việc hai', product: 'Kế hoạch', lead: ['Sở Nội vụ'], with: ['Sở Tài chính'], deadline: 'Thường xuyên (continuous)' },
    ])
    expect(warningsInWords(draft)).toEqual(['cells-merged: Sở Nội vụ', 'cells-merged: Thường xuyên'])
  })

  test('a cell merged over lead and coordinating that refers elsewhere is no agency', async () => {
    const draft = await readWord([{ rows: [[...titles], ['1', 'Việc một', { text: 'Theo phân công tại Kế hoạch số 12/KH-UBND', across: 2 }, 'Quý I/2023', 'Báo cáo']] }])
    expect(rowsOf(draft)).toEqual([{ stt: '1', task: 'Việc một', product: 'Báo cáo', lead: ['“Theo phân công tại Kế hoạch số 12/KH-UBND”'], deadline: 'Quý I/2023 (quarter)' }])
    expect(warningsInWords(draft)).toEqual(['cells-merged: Theo phân công tại Kế hoạch số 12/KH-UBND', 'agency-not-recognised: Theo phân công tại Kế hoạch số 12/KH-UBND'])
  })

  test('lead and coordinating in one cell are told apart', async () => {
    const draft = await readExcel([{ rows: [['STT', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Thời hạn'], [1, 'Việc một', 'Sở Y tế chủ trì, phối hợp với các sở, ban, ngành', 'Quý I/2023']] }])
    expect(rowsOf(draft)).toEqual([{ stt: '1', task: 'Việc một', lead: ['Sở Y tế'], with: ['‹Các sở, ban, ngành› = các sở, ban, ngành'], deadline: 'Quý I/2023 (quarter)' }])
  })

  test('line ends inside cells: lists, broken names, page numbers, broken deadlines', async () => {
    const draft = await readWord([{ rows: [[...titles], ['1', 'Rà soát\nvăn bản\n12', 'Sở Nội vụ\nSở Khoa học và\nCông nghệ', '- Sở Y tế\n- Thanh tra tỉnh', 'Trước ngày\n30/6/2023', 'Kế hoạch;\nBáo cáo']] }])
    expect(rowsOf(draft)).toEqual([{ stt: '1', task: 'Rà soát văn bản', product: 'Kế hoạch; Báo cáo', lead: ['Sở Nội vụ', 'Sở Khoa học và Công nghệ'], with: ['Sở Y tế', 'Thanh tra tỉnh'], deadline: 'Trước ngày 30/6/2023 (by)' }])
    expect(draft.appendices[0]?.rows[0]?.cells['coordinating']).toBe('- Sở Y tế\n- Thanh tra tỉnh')
  })

  test('a row broken by a page goes on with the task above; a page number alone is dropped', async () => {
    const draft = await readExcel([{ rows: [[...titles], [...plan], [null, null, null, null, 3, null], [null, 'của cơ quan, đơn vị', 'Sở Y tế', null, null, null], [2, ...plan.slice(1)]] }])
    expect(rowsOf(draft)).toEqual([{ ...planRow, task: 'Ban hành Kế hoạch của cơ quan, đơn vị', lead: ['Sở Nội vụ', 'Sở Y tế'] }, { ...planRow, stt: '2' }])
  })
})

describe('tables as people leave them', () => {
  test('“nt”, “như trên” and a lone quotation mark repeat the row above', async () => {
    const draft = await readExcel([{ rows: [[...titles], [...plan], [2, 'Việc hai', 'nt', '-nt-', 'Như trên', '"'], [3, 'Việc ba', 'nt', 'Sở Y tế', 'nt', 'nt']] }])
    expect(rowsOf(draft)).toEqual([planRow, { ...planRow, stt: '2', task: 'Việc hai' }, { ...planRow, stt: '3', task: 'Việc ba', with: ['Sở Y tế'] }])
  })

  test('recipients and signature below the table of a sheet are no tasks', async () => {
    const draft = await readExcel([{ rows: [[...titles], [...plan], [], [null, 'Nơi nhận:\n- Như trên;', null, null, 'TM. ỦY BAN NHÂN DÂN'], [null, null, null, null, 'KT. CHỦ TỊCH'], [null, null, null, null, 'Nguyễn Văn A']] }])
    expect(rowsOf(draft)).toEqual([planRow])
    expect(warningsInWords(draft)).toEqual(['row-not-understood: Nơi nhận: - Như trên; | TM. ỦY BAN NHÂN DÂN'])
  })

  test('edges dragged a little in Word make more grid columns than the table has', async () => {
    const draft = await readWord([{ widths: [500, 40, 3000, 40, 1500, 1500, 1200], rows: [
      [{ text: 'STT', across: 2 }, 'Nhiệm vụ', { text: 'Cơ quan chủ trì', across: 2 }, 'Cơ quan phối hợp', 'Thời hạn'],
      ['1', { text: 'Việc một', across: 3 }, 'Sở Nội vụ', 'Sở Y tế', 'Quý I/2023'],
      [{ text: '2', across: 2 }, { text: 'Việc hai', across: 2 }, 'Sở Tài chính', 'Sở Y tế', 'Quý II/2023'],
    ] }])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Việc một', lead: ['Sở Nội vụ'], with: ['Sở Y tế'], deadline: 'Quý I/2023 (quarter)' },
      { stt: '2', task: 'Việc hai', lead: ['Sở Tài chính'], with: ['Sở Y tế'], deadline: 'Quý II/2023 (quarter)' },
    ])
  })

  test('a table that begins in column B under its title, with empty columns and rows between', async () => {
    const draft = await readExcel([{ rows: [[null, 'DANH MỤC NHIỆM VỤ'], [], [null, ...titles], [], [null, ...plan], [], [null, 2, 'Việc hai', 'Sở Y tế', null, 'Cả năm', null]] }])
    expect(rowsOf(draft)).toEqual([planRow, { stt: '2', task: 'Việc hai', lead: ['Sở Y tế'], deadline: 'Cả năm (year)' }])
    expect(draft.appendices[0]?.title).toBe('DANH MỤC NHIỆM VỤ')
  })

  test('a table of figures is no table of tasks', async () =>
    await expect(readWord([{ rows: [['STT', 'Nội dung', 'Kết quả'], ['1', 'Số TTHC', '120']] }])).rejects.toMatchObject({ code: 'file-without-table' }))

  test('labels of both roles in one cell, each on its line', async () => {
    const draft = await readExcel([{ rows: [['STT', 'Nhiệm vụ', 'Cơ quan chủ trì, phối hợp', 'Thời hạn'], [1, 'Việc một', 'Chủ trì: Sở Nội vụ\nPhối hợp: Sở Y tế; Thanh tra tỉnh', 'Cả năm']] }])
    expect(rowsOf(draft)).toEqual([{ stt: '1', task: 'Việc một', lead: ['Sở Nội vụ'], with: ['Sở Y tế', 'Thanh tra tỉnh'], deadline: 'Cả năm (year)' }])
  })
})

describe('numbers', () => {
  test('Word’s automatic numbers and no number at all', async () => {
    const automatic = await readWord([{ rows: [[...titles], [{ text: '', numbered: true }, ...plan.slice(1)], [{ text: '', numbered: true }, ...plan.slice(1)]] }])
    expect(automatic.appendices[0]?.rows.map(({ stt }) => stt)).toEqual(['1', '2'])
    const none = await readWord([{ rows: [titles.slice(1), ['1. Ban hành Kế hoạch', ...plan.slice(2)], ['2. Rà soát', ...plan.slice(2)]] }])
    expect(rowsOf(none).map(({ task }) => task)).toEqual(['Ban hành Kế hoạch', 'Rà soát'])
    const empty = await readWord([{ rows: [[...titles], ['', ...plan.slice(1)], ['', ...plan.slice(1)]] }])
    expect(rowsOf(empty)).toEqual([{ ...planRow, stt: undefined }, { ...planRow, stt: undefined }].map(({ stt: _stt, ...row }) => row))
  })

  test('“1.0” is 1; the same number twice is kept and told', async () => {
    const draft = await readExcel([{ rows: [[...titles], ['1.0', ...plan.slice(1)], [2, ...plan.slice(1)], [2, ...plan.slice(1)]] }])
    expect(draft.appendices[0]?.rows.map(({ stt }) => stt)).toEqual(['1', '2', '2'])
    expect(warningsInWords(draft)).toEqual(['numbering-repeated: 2'])
  })
})

describe('tables cut in two, and several tables', () => {
  const half = ['2', 'Rà soát thủ tục', 'Thanh tra tỉnh', 'Sở Y tế', 'Quý II/2023', 'Báo cáo'] as const
  test.each<[string, readonly Block[], readonly string[]]>([
    ['the second piece has no header', [{ rows: [[...titles], [...plan]], widths: [600, 3000, 1500, 1500, 1200, 1200] }, { rows: [[...half]], widths: [700, 2900, 1600, 1400, 1300, 1100] }], ['table-joined: ']],
    ['the second piece repeats the header', [{ rows: [[...titles], [...plan]] }, { rows: [[...titles], [...half]] }], ['table-joined: ']],
    ['the header comes again inside one table', [{ rows: [[...titles], [...plan], [...titles], [...half]] }], []],
  ])('%s', async (_form, blocks, warnings) => {
    const draft = await readWord(blocks)
    expect(rowsOf(draft)).toEqual([planRow, { stt: '2', task: 'Rà soát thủ tục', product: 'Báo cáo', lead: ['Thanh tra tỉnh'], with: ['Sở Y tế'], deadline: 'Quý II/2023 (quarter)' }])
    expect(warningsInWords(draft)).toEqual(warnings)
  })

  test('two appendices in one file keep their titles; a letterhead is no table of tasks', async () => {
    const draft = await readWord([
      { rows: [['UBND TỈNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']] },
      { lines: ['PHỤ LỤC I', 'NHIỆM VỤ TRỌNG TÂM', '(Kèm theo Kế hoạch số 01/KH-UBND)'] },
      { rows: [[...titles], [...plan]] },
      { lines: ['Phụ lục II: Danh mục đề án'] },
      { rows: [['Tên nhiệm vụ', 'Chủ trì', 'Thời hạn'], ['Đề án A', 'Sở Tài chính', 'Năm 2023']] },
    ])
    expect(draft.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([['NHIỆM VỤ TRỌNG TÂM', 1], ['Danh mục đề án', 1]])
    expect(rowsOf(draft, 1)).toEqual([{ task: 'Đề án A', lead: ['Sở Tài chính'], deadline: 'Năm 2023 (year)' }])
  })

  test('two sheets, and two tables on one sheet', async () => {
    const table: readonly (readonly SheetCell[])[] = [['PHỤ LỤC 1'], ['NHIỆM VỤ CHUNG'], [], [...titles], [...plan]]
    const draft = await readExcel([{ rows: [...table, [], ['PHỤ LỤC 2: CHUYỂN ĐỔI SỐ'], ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'], [1, 'Nâng cấp Cổng', 'Sở Nội vụ', 'Tháng 6/2023']] }, { rows: table }])
    expect(draft.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([['NHIỆM VỤ CHUNG', 1], ['CHUYỂN ĐỔI SỐ', 1], ['NHIỆM VỤ CHUNG', 1]])
    expect(rowsOf(draft, 1)).toEqual([{ stt: '1', task: 'Nâng cấp Cổng', lead: ['Sở Nội vụ'], deadline: 'Tháng 6/2023 (month)' }])
  })
})

describe('what Word and Excel keep under the paper', () => {
  test('tracked changes are accepted, and told', async () => {
    const draft = await readWord([{ rows: [[...titles], ['1', { text: 'Ban hành ', inserted: 'Kế hoạch', deleted: 'Quyết định' }, ...plan.slice(2)]] }])
    expect(rowsOf(draft)).toEqual([planRow])
    expect(warningsInWords(draft)).toEqual(['tracked-changes-accepted: 2'])
  })

  test('letters typed apart (NFD) become the composed ones', async () => {
    const draft = await readWord([{ rows: [titles.map((title) => title.normalize('NFD')), plan.map((words) => words.normalize('NFD'))] }])
    expect(rowsOf(draft)).toEqual([planRow])
  })

  test('real dates, months, serial numbers, rich text and formulas of a sheet', async () => {
    const draft = await readExcel([{
      rows: [[...titles], [1, 'Ngày thật', 'Sở Nội vụ', 'Sở Y tế', new Date('2023-06-30T00:00:00Z'), 'a'], [2, 'Tháng', 'Sở Nội vụ', 'Sở Y tế', new Date('2023-09-01T00:00:00Z'), 'b'], [3, 'Số', 'Sở Nội vụ', 'Sở Y tế', 45107, 'c'], [4, 'Giàu', 'Sở Nội vụ', 'Sở Y tế', 'Cả năm', 'd']],
      format: (sheet) => {
        sheet.getCell('E2').numFmt = 'dd/mm/yyyy'
        sheet.getCell('E3').numFmt = 'mm/yyyy'
        sheet.getCell('B5').value = { richText: [{ text: 'Chữ ' }, { font: { bold: true }, text: 'đậm' }] }
        sheet.getCell('F5').value = { formula: 'CONCATENATE("Báo"," cáo")', result: 'Báo cáo' }
      },
    }])
    expect(rowsOf(draft).map(({ task, product, deadline }) => [task, product, deadline])).toEqual([['Ngày thật', 'a', '30/6/2023 (date)'], ['Tháng', 'b', '09/2023 (month)'], ['Số', 'c', '45107 (date)'], ['Chữ đậm', 'Báo cáo', 'Cả năm (year)']])
    expect(draft.appendices[0]?.rows[2]?.deadline.milestones[0]?.due).toBe('2023-06-30')
    expect(warningsInWords(draft)).toEqual(['deadline-doubtful: 45107'])
  })

  test('hidden sheets, rows and columns are left out as on paper, and told; merges over them still fit', async () => {
    const draft = await readExcel([
      { rows: [['PHỤ LỤC'], ['STT', 'Nhiệm vụ', 'Ghi chú', 'Chủ trì', 'Thời hạn'], ['I', 'Thể chế'], [1, 'Việc cũ', 'x', 'Sở Y tế', 'Quý I/2023'], [2, 'Việc mới', 'y', 'Sở Nội vụ', 'Quý II/2023']], merges: ['A1:E1', 'B3:E3'], hiddenRows: [4], hiddenColumns: [3] },
      { rows: [[...titles], [...plan]], hidden: true },
    ])
    expect(draft.appendices.map((_, index) => rowsOf(draft, index))).toEqual([[{ field: 'Thể chế', stt: '2', task: 'Việc mới', lead: ['Sở Nội vụ'], deadline: 'Quý II/2023 (quarter)' }]])
    expect(draft.appendices[0]?.rows[0]?.sourceRow).toBe(5)
    expect(warningsInWords(draft)[0]).toBe('hidden-cells-skipped: 3')
  })
})

describe('pasted cells', () => {
  const text = `${titles.join('\t')}\n1\t"Rà soát\nvăn bản"\tSở Tư pháp\tSở Nội vụ\tQuý II/2023\tBáo cáo\n`
  const row = { stt: '1', task: 'Rà soát văn bản', product: 'Báo cáo', lead: ['Sở Tư pháp'], with: ['Sở Nội vụ'], deadline: 'Quý II/2023 (quarter)' }
  test('Excel’s text with line ends in quotes', async () => expect(rowsOf(await paste(text))).toEqual([row]))

  test('ten rows without their header are understood by their content, and say so', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `${index + 1}\tRà soát, đánh giá văn bản đợt ${index + 1}\tSở Tư pháp\tSở Nội vụ; Thanh tra tỉnh\tTháng ${index + 1}/2023\tBáo cáo`)
    const draft = await paste(lines.join('\n'))
    expect(rowsOf(draft)).toHaveLength(10)
    expect(rowsOf(draft)[9]).toEqual({ stt: '10', task: 'Rà soát, đánh giá văn bản đợt 10', product: 'Báo cáo', lead: ['Sở Tư pháp'], with: ['Sở Nội vụ', 'Thanh tra tỉnh'], deadline: 'Tháng 10/2023 (month)' })
    expect(warningsInWords(draft)).toEqual(['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'].map((title) => `column-guessed: ${title}`))
  })

  test('Word’s HTML with merged cells, and without a mark that it is closed', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal align=center><b>PHỤ LỤC<o:p></o:p></b></p><p>NHIỆM VỤ NĂM 2023</p>
      <table border=1><tr><td>STT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td><td>Thời gian hoàn thành</td><td>Sản phẩm</td></tr>
      <tr><td colspan=6><p>I. Thể chế</p></td>
      <tr><td rowspan=2>1</td><td rowspan=2><p>Rà soát<br>văn bản&nbsp;QPPL</p></td><td>Sở Tư pháp</td><td rowspan=2>Sở Nội vụ</td><td rowspan=2>Quý&nbsp;II/2023</td><td rowspan=2>Báo cáo</td></tr>
      <tr><td>Sở Tài chính</td></tr></table><!--EndFragment-->`
    const draft = await paste('chữ', html)
    expect(rowsOf(draft)).toEqual([{ field: 'Thể chế', stt: '1', task: 'Rà soát văn bản QPPL', product: 'Báo cáo', lead: ['Sở Tư pháp', 'Sở Tài chính'], with: ['Sở Nội vụ'], deadline: 'Quý II/2023 (quarter)' }])
    expect(draft.appendices[0]?.title).toBe('NHIỆM VỤ NĂM 2023')
  })
})

test('a plan without a table: lead and time behind each bullet', async () => {
  const draft = await readWord([{ lines: [
    'KẾ HOẠCH', 'I. CẢI CÁCH THỂ CHẾ', '1. Xây dựng văn bản',
    '- Rà soát văn bản quy phạm pháp luật.', 'Đơn vị chủ trì thực hiện: Sở Tư pháp. Đơn vị phối hợp: Các sở, ban, ngành. Thời gian thực hiện: Quý II/2023.',
    '- Tập huấn nghiệp vụ (Đơn vị chủ trì: Sở Nội vụ; Thời gian hoàn thành: Thường xuyên).',
    'II. TÀI CHÍNH CÔNG', '- Giao dự toán.', '- Cơ quan chủ trì: Sở Tài chính.', '- Thời gian thực hiện: Cả năm.', '- Sản phẩm: Quyết định.',
  ] }])
  expect(rowsOf(draft)).toEqual([
    { field: 'CẢI CÁCH THỂ CHẾ', subgroup: 'Xây dựng văn bản', task: 'Rà soát văn bản quy phạm pháp luật.', lead: ['Sở Tư pháp'], with: ['‹Các sở, ban, ngành›'], deadline: 'Quý II/2023 (quarter)' },
    { field: 'CẢI CÁCH THỂ CHẾ', subgroup: 'Xây dựng văn bản', task: 'Tập huấn nghiệp vụ', lead: ['Sở Nội vụ'], deadline: 'Thường xuyên (continuous)' },
    { field: 'TÀI CHÍNH CÔNG', task: 'Giao dự toán.', product: 'Quyết định', lead: ['Sở Tài chính'], deadline: 'Cả năm (year)' },
  ])
})
