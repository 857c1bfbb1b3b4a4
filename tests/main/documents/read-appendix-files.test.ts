import { describe, expect, test } from 'vitest'
import { paste, plan, planRow, readExcel, readWord, rowsOf, titles } from '../../helpers/appendix-reading.ts'
import { type Block, type SheetCell, warningsInWords } from '../../helpers/tables.ts'

describe('tables as people leave them', () => {
  test('“nt”, “như trên” and a lone quotation mark repeat the row above', async () => {
    const draft = await readExcel([
      { rows: [[...titles], [...plan], [2, 'Việc hai', 'nt', '-nt-', 'Như trên', '"'], [3, 'Việc ba', 'nt', 'Sở Y tế', 'nt', 'nt']] },
    ])
    expect(rowsOf(draft)).toEqual([
      planRow,
      { ...planRow, stt: '2', task: 'Việc hai' },
      { ...planRow, stt: '3', task: 'Việc ba', with: ['Sở Y tế'] },
    ])
  })

  test('recipients and signature below the table of a sheet are no tasks', async () => {
    const draft = await readExcel([
      {
        rows: [
          [...titles],
          [...plan],
          [],
          [null, 'Nơi nhận:\n- Như trên;', null, null, 'TM. ỦY BAN NHÂN DÂN'],
          [null, null, null, null, 'KT. CHỦ TỊCH'],
          [null, null, null, null, 'Nguyễn Văn A'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([planRow])
    expect(warningsInWords(draft)).toEqual(['row-not-understood: Nơi nhận: - Như trên; | TM. ỦY BAN NHÂN DÂN'])
  })

  test('edges dragged a little in Word make more grid columns than the table has', async () => {
    const draft = await readWord([
      {
        widths: [500, 40, 3000, 40, 1500, 1500, 1200],
        rows: [
          [{ text: 'STT', across: 2 }, 'Nhiệm vụ', { text: 'Cơ quan chủ trì', across: 2 }, 'Cơ quan phối hợp', 'Thời hạn'],
          ['1', { text: 'Việc một', across: 3 }, 'Sở Nội vụ', 'Sở Y tế', 'Quý I/2023'],
          [{ text: '2', across: 2 }, { text: 'Việc hai', across: 2 }, 'Sở Tài chính', 'Sở Y tế', 'Quý II/2023'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Việc một', lead: ['Sở Nội vụ'], with: ['Sở Y tế'], deadline: 'Quý I/2023 (quarter)' },
      { stt: '2', task: 'Việc hai', lead: ['Sở Tài chính'], with: ['Sở Y tế'], deadline: 'Quý II/2023 (quarter)' },
    ])
  })

  test('a table that begins in column B under its title, with empty columns and rows between', async () => {
    const draft = await readExcel([
      {
        rows: [
          [null, 'DANH MỤC NHIỆM VỤ'],
          [],
          [null, ...titles],
          [],
          [null, ...plan],
          [],
          [null, 2, 'Việc hai', 'Sở Y tế', null, 'Cả năm', null],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([planRow, { stt: '2', task: 'Việc hai', lead: ['Sở Y tế'], deadline: 'Cả năm (year)' }])
    expect(draft.appendices[0]?.title).toBe('DANH MỤC NHIỆM VỤ')
  })

  test('a table of figures is no table of tasks', async () =>
    await expect(
      readWord([
        {
          rows: [
            ['STT', 'Nội dung', 'Kết quả'],
            ['1', 'Số TTHC', '120'],
          ],
        },
      ]),
    ).rejects.toMatchObject({ code: 'file-without-table' }))

  test('labels of both roles in one cell, each on its line', async () => {
    const draft = await readExcel([
      {
        rows: [
          ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì, phối hợp', 'Thời hạn'],
          [1, 'Việc một', 'Chủ trì: Sở Nội vụ\nPhối hợp: Sở Y tế; Thanh tra tỉnh', 'Cả năm'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Việc một', lead: ['Sở Nội vụ'], with: ['Sở Y tế', 'Thanh tra tỉnh'], deadline: 'Cả năm (year)' },
    ])
  })
})

describe('tables cut in two, and several tables', () => {
  const half = ['2', 'Rà soát thủ tục', 'Thanh tra tỉnh', 'Sở Y tế', 'Quý II/2023', 'Báo cáo'] as const
  test.each<[string, readonly Block[], readonly string[]]>([
    [
      'the second piece has no header',
      [
        { rows: [[...titles], [...plan]], widths: [600, 3000, 1500, 1500, 1200, 1200] },
        { rows: [[...half]], widths: [700, 2900, 1600, 1400, 1300, 1100] },
      ],
      ['table-joined: '],
    ],
    ['the second piece repeats the header', [{ rows: [[...titles], [...plan]] }, { rows: [[...titles], [...half]] }], ['table-joined: ']],
    ['the header comes again inside one table', [{ rows: [[...titles], [...plan], [...titles], [...half]] }], []],
  ])('%s', async (_form, blocks, warnings) => {
    const draft = await readWord(blocks)
    expect(rowsOf(draft)).toEqual([
      planRow,
      {
        stt: '2',
        task: 'Rà soát thủ tục',
        product: 'Báo cáo',
        lead: ['Thanh tra tỉnh'],
        with: ['Sở Y tế'],
        deadline: 'Quý II/2023 (quarter)',
      },
    ])
    expect(warningsInWords(draft)).toEqual(warnings)
  })

  test('two appendices in one file keep their titles; a letterhead is no table of tasks', async () => {
    const draft = await readWord([
      { rows: [['UBND TỈNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']] },
      { lines: ['PHỤ LỤC I', 'NHIỆM VỤ TRỌNG TÂM', '(Kèm theo Kế hoạch số 01/KH-UBND)'] },
      { rows: [[...titles], [...plan]] },
      { lines: ['Phụ lục II: Danh mục đề án'] },
      {
        rows: [
          ['Tên nhiệm vụ', 'Chủ trì', 'Thời hạn'],
          ['Đề án A', 'Sở Tài chính', 'Năm 2023'],
        ],
      },
    ])
    expect(draft.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['NHIỆM VỤ TRỌNG TÂM', 1],
      ['Danh mục đề án', 1],
    ])
    expect(rowsOf(draft, 1)).toEqual([{ task: 'Đề án A', lead: ['Sở Tài chính'], deadline: 'Năm 2023 (year)' }])
  })

  test('two sheets, and two tables on one sheet', async () => {
    const table: readonly (readonly SheetCell[])[] = [['PHỤ LỤC 1'], ['NHIỆM VỤ CHUNG'], [], [...titles], [...plan]]
    const draft = await readExcel([
      {
        rows: [
          ...table,
          [],
          ['PHỤ LỤC 2: CHUYỂN ĐỔI SỐ'],
          ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'],
          [1, 'Nâng cấp Cổng', 'Sở Nội vụ', 'Tháng 6/2023'],
        ],
      },
      { rows: table },
    ])
    expect(draft.appendices.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['NHIỆM VỤ CHUNG', 1],
      ['CHUYỂN ĐỔI SỐ', 1],
      ['NHIỆM VỤ CHUNG', 1],
    ])
    expect(rowsOf(draft, 1)).toEqual([{ stt: '1', task: 'Nâng cấp Cổng', lead: ['Sở Nội vụ'], deadline: 'Tháng 6/2023 (month)' }])
  })
})

describe('what Word and Excel keep under the paper', () => {
  test('tracked changes are accepted, and told', async () => {
    const draft = await readWord([
      { rows: [[...titles], ['1', { text: 'Ban hành ', inserted: 'Kế hoạch', deleted: 'Quyết định' }, ...plan.slice(2)]] },
    ])
    expect(rowsOf(draft)).toEqual([planRow])
    expect(warningsInWords(draft)).toEqual(['tracked-changes-accepted: 2'])
  })

  test('letters typed apart (NFD) become the composed ones', async () => {
    const draft = await readWord([{ rows: [titles.map((title) => title.normalize('NFD')), plan.map((words) => words.normalize('NFD'))] }])
    expect(rowsOf(draft)).toEqual([planRow])
  })

  test('real dates, months, serial numbers, rich text and formulas of a sheet', async () => {
    const draft = await readExcel([
      {
        rows: [
          [...titles],
          [1, 'Ngày thật', 'Sở Nội vụ', 'Sở Y tế', new Date('2023-06-30T00:00:00Z'), 'a'],
          [2, 'Tháng', 'Sở Nội vụ', 'Sở Y tế', new Date('2023-09-01T00:00:00Z'), 'b'],
          [3, 'Số', 'Sở Nội vụ', 'Sở Y tế', 45107, 'c'],
          [4, 'Giàu', 'Sở Nội vụ', 'Sở Y tế', 'Cả năm', 'd'],
        ],
        format: (sheet) => {
          sheet.getCell('E2').numFmt = 'dd/mm/yyyy'
          sheet.getCell('E3').numFmt = 'mm/yyyy'
          sheet.getCell('B5').value = { richText: [{ text: 'Chữ ' }, { font: { bold: true }, text: 'đậm' }] }
          sheet.getCell('F5').value = { formula: 'CONCATENATE("Báo"," cáo")', result: 'Báo cáo' }
        },
      },
    ])
    expect(rowsOf(draft).map(({ task, product, deadline }) => [task, product, deadline])).toEqual([
      ['Ngày thật', 'a', '30/6/2023 (date)'],
      ['Tháng', 'b', '09/2023 (month)'],
      ['Số', 'c', '45107 (date)'],
      ['Chữ đậm', 'Báo cáo', 'Cả năm (year)'],
    ])
    expect(draft.appendices[0]?.rows[2]?.deadline.milestones[0]?.due).toBe('2023-06-30')
    expect(warningsInWords(draft)).toEqual(['deadline-doubtful: 45107'])
  })

  test('hidden sheets, rows and columns are left out as on paper, and told; merges over them still fit', async () => {
    const draft = await readExcel([
      {
        rows: [
          ['PHỤ LỤC'],
          ['STT', 'Nhiệm vụ', 'Ghi chú', 'Chủ trì', 'Thời hạn'],
          ['I', 'Thể chế'],
          [1, 'Việc cũ', 'x', 'Sở Y tế', 'Quý I/2023'],
          [2, 'Việc mới', 'y', 'Sở Nội vụ', 'Quý II/2023'],
        ],
        merges: ['A1:E1', 'B3:E3'],
        hiddenRows: [4],
        hiddenColumns: [3],
      },
      { rows: [[...titles], [...plan]], hidden: true },
    ])
    expect(draft.appendices.map((_, index) => rowsOf(draft, index))).toEqual([
      [{ field: 'Thể chế', stt: '2', task: 'Việc mới', lead: ['Sở Nội vụ'], deadline: 'Quý II/2023 (quarter)' }],
    ])
    expect(draft.appendices[0]?.rows[0]?.sourceRow).toBe(5)
    expect(warningsInWords(draft)[0]).toBe('hidden-cells-skipped: 3')
  })
})

describe('pasted cells', () => {
  const text = `${titles.join('\t')}\n1\t"Rà soát\nvăn bản"\tSở Tư pháp\tSở Nội vụ\tQuý II/2023\tBáo cáo\n`
  const row = {
    stt: '1',
    task: 'Rà soát văn bản',
    product: 'Báo cáo',
    lead: ['Sở Tư pháp'],
    with: ['Sở Nội vụ'],
    deadline: 'Quý II/2023 (quarter)',
  }
  test('Excel’s text with line ends in quotes', async () => expect(rowsOf(await paste(text))).toEqual([row]))

  test('ten rows without their header are understood by their content, and say so', async () => {
    const lines = Array.from(
      { length: 10 },
      (_, index) =>
        `${index + 1}\tRà soát, đánh giá văn bản đợt ${index + 1}\tSở Tư pháp\tSở Nội vụ; Thanh tra tỉnh\tTháng ${index + 1}/2023\tBáo cáo`,
    )
    const draft = await paste(lines.join('\n'))
    expect(rowsOf(draft)).toHaveLength(10)
    expect(rowsOf(draft)[9]).toEqual({
      stt: '10',
      task: 'Rà soát, đánh giá văn bản đợt 10',
      product: 'Báo cáo',
      lead: ['Sở Tư pháp'],
      with: ['Sở Nội vụ', 'Thanh tra tỉnh'],
      deadline: 'Tháng 10/2023 (month)',
    })
    expect(warningsInWords(draft)).toEqual(
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'].map((title) => `column-guessed: ${title}`),
    )
  })

  test('Word’s HTML with merged cells, and without a mark that it is closed', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal align=center><b>PHỤ LỤC<o:p></o:p></b></p><p>NHIỆM VỤ NĂM 2023</p>
      <table border=1><tr><td>STT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td><td>Thời gian hoàn thành</td><td>Sản phẩm</td></tr>
      <tr><td colspan=6><p>I. Thể chế</p></td>
      <tr><td rowspan=2>1</td><td rowspan=2><p>Rà soát<br>văn bản&nbsp;QPPL</p></td><td>Sở Tư pháp</td><td rowspan=2>Sở Nội vụ</td><td rowspan=2>Quý&nbsp;II/2023</td><td rowspan=2>Báo cáo</td></tr>
      <tr><td>Sở Tài chính</td></tr></table><!--EndFragment-->`
    const draft = await paste('chữ', html)
    expect(rowsOf(draft)).toEqual([
      {
        field: 'Thể chế',
        stt: '1',
        task: 'Rà soát văn bản QPPL',
        product: 'Báo cáo',
        lead: ['Sở Tư pháp', 'Sở Tài chính'],
        with: ['Sở Nội vụ'],
        deadline: 'Quý II/2023 (quarter)',
      },
    ])
    expect(draft.appendices[0]?.title).toBe('NHIỆM VỤ NĂM 2023')
  })
})

test('a plan without a table: lead and time behind each bullet', async () => {
  const draft = await readWord([
    {
      lines: [
        'KẾ HOẠCH',
        'I. CẢI CÁCH THỂ CHẾ',
        '1. Xây dựng văn bản',
        '- Rà soát văn bản quy phạm pháp luật.',
        'Đơn vị chủ trì thực hiện: Sở Tư pháp. Đơn vị phối hợp: Các sở, ban, ngành. Thời gian thực hiện: Quý II/2023.',
        '- Tập huấn nghiệp vụ (Đơn vị chủ trì: Sở Nội vụ; Thời gian hoàn thành: Thường xuyên).',
        'II. TÀI CHÍNH CÔNG',
        '- Giao dự toán.',
        '- Cơ quan chủ trì: Sở Tài chính.',
        '- Thời gian thực hiện: Cả năm.',
        '- Sản phẩm: Quyết định.',
      ],
    },
  ])
  expect(rowsOf(draft)).toEqual([
    {
      field: 'CẢI CÁCH THỂ CHẾ',
      subgroup: 'Xây dựng văn bản',
      task: 'Rà soát văn bản quy phạm pháp luật.',
      lead: ['Sở Tư pháp'],
      with: ['‹Các sở, ban, ngành›'],
      deadline: 'Quý II/2023 (quarter)',
    },
    {
      field: 'CẢI CÁCH THỂ CHẾ',
      subgroup: 'Xây dựng văn bản',
      task: 'Tập huấn nghiệp vụ',
      lead: ['Sở Nội vụ'],
      deadline: 'Thường xuyên (continuous)',
    },
    { field: 'TÀI CHÍNH CÔNG', task: 'Giao dự toán.', product: 'Quyết định', lead: ['Sở Tài chính'], deadline: 'Cả năm (year)' },
  ])
})
