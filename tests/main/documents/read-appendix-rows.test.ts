import { describe, expect, test } from 'vitest'
import { plan, planRow, readExcel, readWord, rowsOf, titles } from '../../helpers/appendix-reading.ts'
import { type Words, warningsInWords } from '../../helpers/tables.ts'

describe('rows that head a group are no tasks', () => {
  test.each<[string, readonly (readonly Words[])[], readonly (readonly [string, string | null])[]]>([
    [
      'merged over the table, Roman',
      [[{ text: 'I. CẢI CÁCH THỂ CHẾ', across: 6 }], [...plan], [{ text: 'II. CẢI CÁCH TTHC', across: 6 }], [...plan]],
      [
        ['CẢI CÁCH THỂ CHẾ', null],
        ['CẢI CÁCH TTHC', null],
      ],
    ],
    [
      'number apart, letters',
      [
        ['A', { text: 'Thể chế', across: 5 }],
        [...plan],
        ['B', { text: 'Thủ tục', across: 5 }],
        [...plan],
        ['C', { text: 'Bộ máy', across: 5 }],
        [...plan],
      ],
      [
        ['Thể chế', null],
        ['Thủ tục', null],
        ['Bộ máy', null],
      ],
    ],
    [
      'unmerged, Roman, with subgroups',
      [
        ['I', 'Thể chế', '', '', '', ''],
        ['1', 'Xây dựng', '', '', '', ''],
        ['1.1', ...plan.slice(1)],
        ['1.2', ...plan.slice(1)],
        ['2', 'Kiểm tra', '', '', '', ''],
        ['2.1', ...plan.slice(1)],
      ],
      [
        ['Thể chế', 'Xây dựng'],
        ['Thể chế', 'Xây dựng'],
        ['Thể chế', 'Kiểm tra'],
      ],
    ],
    [
      'unmerged, Arabic, numbers begin again',
      [
        ['1', 'Thể chế', '', '', '', ''],
        ['1', ...plan.slice(1)],
        ['2', ...plan.slice(1)],
        ['2', 'Thủ tục', '', '', '', ''],
        ['1', ...plan.slice(1)],
      ],
      [
        ['Thể chế', null],
        ['Thể chế', null],
        ['Thủ tục', null],
      ],
    ],
    [
      'children a), b), đ)',
      [
        ['1', 'Công tác chỉ đạo', '', '', '', ''],
        ['a)', ...plan.slice(1)],
        ['đ)', ...plan.slice(1)],
      ],
      [
        ['Công tác chỉ đạo', null],
        ['Công tác chỉ đạo', null],
      ],
    ],
    ['capitals without a number', [[{ text: 'CẢI CÁCH THỂ CHẾ', across: 6 }], [...plan]], [['CẢI CÁCH THỂ CHẾ', null]]],
    [
      'three levels',
      [
        [{ text: 'A. NHIỆM VỤ CHUNG', across: 6 }],
        [{ text: 'I. Thể chế', across: 6 }],
        [{ text: '1. Văn bản', across: 6 }],
        ['1', ...plan.slice(1)],
        [{ text: 'II. Thủ tục', across: 6 }],
        ['1', ...plan.slice(1)],
      ],
      [
        ['NHIỆM VỤ CHUNG', 'Thể chế – Văn bản'],
        ['NHIỆM VỤ CHUNG', 'Thủ tục'],
      ],
    ],
  ])('%s', async (_form, rows, groups) => {
    const draft = await readWord([{ rows: [[...titles], ...rows] }])
    expect(draft.appendices[0]?.rows.map(({ fieldTitle, subgroup }) => [fieldTitle, subgroup])).toEqual(groups)
  })

  test('a parent row with a product is a task; a numbered title between tasks is a task without lead', async () => {
    const draft = await readWord([
      {
        rows: [
          [...titles],
          ['1', 'Đề án', '', '', '', 'Đề án được duyệt'],
          ['1.1', ...plan.slice(1)],
          ['2', 'Việc chưa giao', '', '', '', ''],
          ['3', ...plan.slice(1)],
        ],
      },
    ])
    expect(rowsOf(draft).map(({ stt, task }) => [stt, task])).toEqual([
      ['1', 'Đề án'],
      ['1.1', 'Ban hành Kế hoạch'],
      ['2', 'Việc chưa giao'],
      ['3', 'Ban hành Kế hoạch'],
    ])
    expect(warningsInWords(draft)).toEqual(['row-without-lead: Đề án', 'row-without-lead: Việc chưa giao'])
  })
})

describe('merged and broken cells', () => {
  test('one STT over several rows is one task with several leads, products and deadlines', async () => {
    const draft = await readWord([
      {
        rows: [
          [...titles],
          [{ text: '1', down: 2 }, { text: 'Bồi dưỡng cán bộ', down: 2 }, 'Sở Nội vụ', 'Sở Y tế', 'Quý I/2023', 'Kế hoạch'],
          ['Sở Tài chính', 'Thanh tra tỉnh', 'Quý II/2023', 'Báo cáo'],
          ['2', ...plan.slice(1)],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        stt: '1',
        task: 'Bồi dưỡng cán bộ',
        product: 'Kế hoạch; Báo cáo',
        lead: ['Sở Nội vụ', 'Sở Tài chính'],
        with: ['Sở Y tế', 'Thanh tra tỉnh'],
        deadline: 'Quý I/2023; Quý II/2023 (quarter)',
      },
      { ...planRow, stt: '2' },
    ])
    expect(draft.appendices[0]?.rows[0]?.deadline.milestones.map(({ due }) => due)).toEqual(['2023-03-31', '2023-06-30'])
  })

  test('a lead and a deadline merged over several tasks hold for each', async () => {
    const draft = await readWord([
      {
        rows: [
          [...titles],
          ['1', 'Việc một', { text: 'Sở Nội vụ', down: 2 }, 'Sở Y tế', { text: 'Thường xuyên', down: 2 }, 'Báo cáo'],
          ['2', 'Việc hai', 'Sở Tài chính', 'Kế hoạch'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      { stt: '1', task: 'Việc một', product: 'Báo cáo', lead: ['Sở Nội vụ'], with: ['Sở Y tế'], deadline: 'Thường xuyên (continuous)' },
      {
        stt: '2',
        task: 'Việc hai',
        product: 'Kế hoạch',
        lead: ['Sở Nội vụ'],
        with: ['Sở Tài chính'],
        deadline: 'Thường xuyên (continuous)',
      },
    ])
    expect(warningsInWords(draft)).toEqual(['cells-merged: Sở Nội vụ', 'cells-merged: Thường xuyên'])
  })

  test('a cell merged over lead and coordinating that refers elsewhere is no agency', async () => {
    const draft = await readWord([
      { rows: [[...titles], ['1', 'Việc một', { text: 'Theo phân công tại Kế hoạch số 12/KH-UBND', across: 2 }, 'Quý I/2023', 'Báo cáo']] },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        stt: '1',
        task: 'Việc một',
        product: 'Báo cáo',
        lead: ['“Theo phân công tại Kế hoạch số 12/KH-UBND”'],
        deadline: 'Quý I/2023 (quarter)',
      },
    ])
    expect(warningsInWords(draft)).toEqual([
      'cells-merged: Theo phân công tại Kế hoạch số 12/KH-UBND',
      'agency-not-recognised: Theo phân công tại Kế hoạch số 12/KH-UBND',
    ])
  })

  test('lead and coordinating in one cell are told apart', async () => {
    const draft = await readExcel([
      {
        rows: [
          ['STT', 'Nhiệm vụ', 'Cơ quan thực hiện', 'Thời hạn'],
          [1, 'Việc một', 'Sở Y tế chủ trì, phối hợp với các sở, ban, ngành', 'Quý I/2023'],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        stt: '1',
        task: 'Việc một',
        lead: ['Sở Y tế'],
        with: ['‹Các sở, ban, ngành› = các sở, ban, ngành'],
        deadline: 'Quý I/2023 (quarter)',
      },
    ])
  })

  test('line ends inside cells: lists, broken names, page numbers, broken deadlines', async () => {
    const draft = await readWord([
      {
        rows: [
          [...titles],
          [
            '1',
            'Rà soát\nvăn bản\n12',
            'Sở Nội vụ\nSở Khoa học và\nCông nghệ',
            '- Sở Y tế\n- Thanh tra tỉnh',
            'Trước ngày\n30/6/2023',
            'Kế hoạch;\nBáo cáo',
          ],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      {
        stt: '1',
        task: 'Rà soát văn bản',
        product: 'Kế hoạch; Báo cáo',
        lead: ['Sở Nội vụ', 'Sở Khoa học và Công nghệ'],
        with: ['Sở Y tế', 'Thanh tra tỉnh'],
        deadline: 'Trước ngày 30/6/2023 (by)',
      },
    ])
    expect(draft.appendices[0]?.rows[0]?.cells['coordinating']).toBe('- Sở Y tế\n- Thanh tra tỉnh')
  })

  test('a row broken by a page goes on with the task above; a page number alone is dropped', async () => {
    const draft = await readExcel([
      {
        rows: [
          [...titles],
          [...plan],
          [null, null, null, null, 3, null],
          [null, 'của cơ quan, đơn vị', 'Sở Y tế', null, null, null],
          [2, ...plan.slice(1)],
        ],
      },
    ])
    expect(rowsOf(draft)).toEqual([
      { ...planRow, task: 'Ban hành Kế hoạch của cơ quan, đơn vị', lead: ['Sở Nội vụ', 'Sở Y tế'] },
      { ...planRow, stt: '2' },
    ])
  })
})

describe('numbers', () => {
  test('Word’s automatic numbers and no number at all', async () => {
    const automatic = await readWord([
      { rows: [[...titles], [{ text: '', numbered: true }, ...plan.slice(1)], [{ text: '', numbered: true }, ...plan.slice(1)]] },
    ])
    expect(automatic.appendices[0]?.rows.map(({ stt }) => stt)).toEqual(['1', '2'])
    const none = await readWord([{ rows: [titles.slice(1), ['1. Ban hành Kế hoạch', ...plan.slice(2)], ['2. Rà soát', ...plan.slice(2)]] }])
    expect(rowsOf(none).map(({ task }) => task)).toEqual(['Ban hành Kế hoạch', 'Rà soát'])
    const empty = await readWord([{ rows: [[...titles], ['', ...plan.slice(1)], ['', ...plan.slice(1)]] }])
    expect(rowsOf(empty)).toEqual(
      [
        { ...planRow, stt: undefined },
        { ...planRow, stt: undefined },
      ].map(({ stt: _stt, ...row }) => row),
    )
  })

  test('“1.0” is 1; the same number twice is kept and told', async () => {
    const draft = await readExcel([{ rows: [[...titles], ['1.0', ...plan.slice(1)], [2, ...plan.slice(1)], [2, ...plan.slice(1)]] }])
    expect(draft.appendices[0]?.rows.map(({ stt }) => stt)).toEqual(['1', '2', '2'])
    expect(warningsInWords(draft)).toEqual(['numbering-repeated: 2'])
  })
})
