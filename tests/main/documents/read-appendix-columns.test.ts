import { describe, expect, test } from 'vitest'
import { readExcel, readWord, rowsOf } from '../../helpers/appendix-reading.ts'
import { warningsInWords } from '../../helpers/tables.ts'

describe('columns are found by their titles, whatever their words and order', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, readonly string[]]>([
    [
      'TP. Hồ Chí Minh',
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian dự kiến hoàn thành', 'Kết quả dự kiến', 'Nguồn kinh phí'],
      {
        stt: 'TT',
        task: 'Nhiệm vụ',
        lead: 'Cơ quan chủ trì',
        coordinating: 'Cơ quan phối hợp',
        deadline: 'Thời gian dự kiến hoàn thành',
        product: 'Kết quả dự kiến',
      },
      ['Nguồn kinh phí'],
    ],
    [
      'Thủ tướng',
      ['Tên nhiệm vụ/dự án', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Kết quả dự kiến', 'Thời gian triển khai'],
      {
        task: 'Tên nhiệm vụ/dự án',
        lead: 'Cơ quan chủ trì',
        coordinating: 'Cơ quan phối hợp',
        product: 'Kết quả dự kiến',
        deadline: 'Thời gian triển khai',
      },
      [],
    ],
    [
      'ngắn',
      ['Nhiệm vụ và giải pháp', 'Chủ trì', 'Phối hợp', 'Thời gian'],
      { task: 'Nhiệm vụ và giải pháp', lead: 'Chủ trì', coordinating: 'Phối hợp', deadline: 'Thời gian' },
      [],
    ],
    [
      'nội dung',
      ['Nội dung/nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian thực hiện'],
      { task: 'Nội dung/nhiệm vụ', lead: 'Cơ quan chủ trì', coordinating: 'Cơ quan phối hợp', deadline: 'Thời gian thực hiện' },
      [],
    ],
    ['chỉ tiêu', ['Chỉ tiêu', 'Chủ trì'], { task: 'Chỉ tiêu', lead: 'Chủ trì' }, []],
    [
      'Hà Nội',
      ['TT', 'Chi tiết', 'Tên nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời hạn'],
      {
        stt: 'TT',
        task: 'Tên nhiệm vụ',
        lead: 'Đơn vị chủ trì',
        coordinating: 'Đơn vị phối hợp',
        product: 'Sản phẩm',
        deadline: 'Thời hạn',
      },
      ['Chi tiết'],
    ],
    [
      'sổ của Hà Nội',
      [
        'STT',
        'Mã nhiệm vụ',
        'Tên nhóm nhiệm vụ/nhiệm vụ',
        'Đơn vị chủ trì',
        'Phòng, đơn vị chủ trì',
        'Đơn vị phối hợp',
        'Phương thức hỗ trợ',
        'Thời hạn hoàn thành',
        'Kết quả cần đạt (định lượng)',
        'Sản phẩm đầu ra',
        'Ghi chú',
      ],
      {
        stt: 'STT',
        task: 'Tên nhóm nhiệm vụ/nhiệm vụ',
        lead: 'Đơn vị chủ trì',
        coordinating: 'Đơn vị phối hợp',
        deadline: 'Thời hạn hoàn thành',
        product: 'Sản phẩm đầu ra',
      },
      ['Mã nhiệm vụ', 'Phòng, đơn vị chủ trì', 'Phương thức hỗ trợ', 'Kết quả cần đạt (định lượng)', 'Ghi chú'],
    ],
    [
      'đảo thứ tự',
      ['Thời hạn', 'Đơn vị thực hiện', 'Nội dung công việc', 'Số TT', 'Kết quả', 'Kinh phí', 'Thời gian bắt đầu'],
      { deadline: 'Thời hạn', lead: 'Đơn vị thực hiện', task: 'Nội dung công việc', stt: 'Số TT', product: 'Kết quả' },
      ['Kinh phí', 'Thời gian bắt đầu'],
    ],
    [
      'chữ hoa',
      ['STT', 'NỘI DUNG NHIỆM VỤ', 'CƠ QUAN CHỦ TRÌ', 'CƠ QUAN PHỐI HỢP', 'THỜI GIAN HOÀN THÀNH', 'SẢN PHẨM/KẾT QUẢ'],
      {
        stt: 'STT',
        task: 'NỘI DUNG NHIỆM VỤ',
        lead: 'CƠ QUAN CHỦ TRÌ',
        coordinating: 'CƠ QUAN PHỐI HỢP',
        deadline: 'THỜI GIAN HOÀN THÀNH',
        product: 'SẢN PHẨM/KẾT QUẢ',
      },
      [],
    ],
  ])('%s', async (_province, header, found, extras) => {
    const words = header.map((_, index) => `ô ${index + 1}`)
    const draft = await readExcel([{ rows: [[...header], [...words]] }])
    const columns = draft.appendices[0]?.columns ?? []
    expect(Object.fromEntries(columns.filter(({ key }) => !key.startsWith('extra:')).map(({ key, title }) => [key, title]))).toEqual(found)
    expect(columns.filter(({ key }) => key.startsWith('extra:')).map(({ key, title }) => [key, title])).toEqual(
      extras.map((title) => [`extra:${title}`, title]),
    )
    expect(draft.appendices[0]?.rows[0]?.extra).toEqual(
      Object.fromEntries(extras.map((title) => [`extra:${title}`, words[header.indexOf(title)]])),
    )
  })

  test('a sheet with a column of fields and weeks (Hà Nội follow-up sheet)', async () => {
    const draft = await readExcel([
      {
        rows: [
          ['TT', 'Lĩnh vực', 'Nội dung', 'Tiến độ', 'Chủ trì', 'Phối hợp', 'Thời gian nhận', 'Thời gian hoàn thành', 'Kết quả', 'Ghi chú'],
          [1, 'Cải cách thể chế', 'Rà soát văn bản', 'Đang làm', 'Sở Tư pháp', 'Sở Nội vụ', '01/3/2023', '30/6/2023', 'Báo cáo', 'gấp'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        field: 'Cải cách thể chế',
        stt: '1',
        task: 'Rà soát văn bản',
        product: 'Báo cáo',
        lead: ['Sở Tư pháp'],
        with: ['Sở Nội vụ'],
        deadline: '30/6/2023 (date)',
        extra: { 'extra:Tiến độ': 'Đang làm', 'extra:Thời gian nhận': '01/3/2023', 'extra:Ghi chú': 'gấp' },
      },
    ])
  })

  test('a header of two rows and a row of column numbers', async () => {
    const draft = await readWord([
      {
        headerRows: 2,
        rows: [
          [
            { text: 'TT', down: 2 },
            { text: 'Nhiệm vụ', down: 2 },
            { text: 'Cơ quan thực hiện', across: 2 },
            { text: 'Thời gian', across: 2 },
          ],
          ['Chủ trì', 'Phối hợp', 'Bắt đầu', 'Kết thúc'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
          ['1', 'Rà soát', 'Sở Tư pháp', 'Sở Nội vụ', '01/2023', 'Quý II/2023'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        stt: '1',
        task: 'Rà soát',
        lead: ['Sở Tư pháp'],
        with: ['Sở Nội vụ'],
        deadline: 'Quý II/2023 (quarter)',
        extra: { 'extra:Thời gian - Bắt đầu': '01/2023' },
      },
    ])
  })

  test('a column whose title says nothing is understood by its content, and says so', async () => {
    const draft = await readExcel([
      {
        rows: [
          ['STT', 'Nhiệm vụ', 'A', 'Chủ trì'],
          [1, 'Việc một', 'Quý I/2023', 'Sở Nội vụ'],
          [2, 'Việc hai', 'Thường xuyên', 'Sở Nội vụ'],
        ],
      },
    ])
    expect(rowsOf(draft).map(({ deadline }) => deadline)).toEqual(['Quý I/2023 (quarter)', 'Thường xuyên (continuous)'])
    expect(warningsInWords(draft)).toEqual(['column-guessed: A', 'column-missing: cơ quan phối hợp', 'column-missing: sản phẩm'])
  })
})
