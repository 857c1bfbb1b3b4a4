import { describe, expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import type { FieldId } from '#shared/domain/identifier.ts'
import {
  fieldHeadings,
  fieldOfTitle,
  fieldsOfTitles,
  organisationBlocks,
  outlinePlan,
  taskSentences,
} from '#shared/domain/provision-tree.ts'
import { aField, aProvision, id } from '../../helpers/records.ts'

const plan = [
  aProvision(1, 'opening', 'Thực hiện Nghị quyết, UBND tỉnh ban hành Kế hoạch như sau:'),
  aProvision(2, 'section', 'MỤC ĐÍCH, YÊU CẦU'),
  aProvision(3, 'bullet', 'Không phải nhiệm vụ'),
  aProvision(4, 'section', 'CHỈ TIÊU'),
  aProvision(5, 'section', 'NHIỆM VỤ, GIẢI PHÁP'),
  aProvision(6, 'heading', 'Cải cách thể chế'),
  aProvision(7, 'bullet', 'Rà soát văn bản'),
  aProvision(8, 'sub-bullet', 'Văn bản của HĐND'),
  aProvision(9, 'point', 'Xây dựng kế hoạch'),
  aProvision(10, 'bullet', 'Kế hoạch năm'),
  aProvision(11, 'point', 'Tổng kết'),
  aProvision(12, 'section', 'TỔ CHỨC THỰC HIỆN'),
  aProvision(13, 'heading', 'Sở Nội vụ'),
  aProvision(14, 'bullet', 'Theo dõi, đôn đốc'),
  aProvision(15, 'closing', 'Yêu cầu các cơ quan thực hiện./.'),
]

test('tasks are asked by bullets, and by points without bullets, of the section whose title speaks of tasks, wherever it stands', () => {
  const outline = outlinePlan(plan)
  expect(taskSentences(outline).map(({ address, text, heading }) => [address, text, heading])).toEqual([
    ['III.1.1', 'Rà soát văn bản', 5],
    ['III.1.a.1', 'Kế hoạch năm', 5],
    ['III.1.b', 'Tổng kết', 5],
  ])
  expect(fieldHeadings(outline)).toEqual([5])
  expect(organisationBlocks(outline).map((block) => plainText(block.content))).toEqual([
    'TỔ CHỨC THỰC HIỆN',
    'Sở Nội vụ',
    'Theo dõi, đôn đốc',
  ])
})

describe('the field of a heading', () => {
  const fields = [
    aField({ id: id<FieldId>(1), name: 'Cải cách thể chế' }),
    aField({ id: id<FieldId>(2), name: 'Cải cách thủ tục hành chính', aliases: ['Kiểm soát thủ tục hành chính'] }),
  ]
  test('is known by name, alias, number before it and the usual abbreviation', () => {
    expect(
      ['2. CẢI CÁCH TTHC', 'II. Kiểm soát thủ tục hành chính', 'Cải cách thể  chế:', 'Chuyển đổi số'].map((title) =>
        fieldOfTitle(title, fields),
      ),
    ).toEqual([id(2), id(2), id(1), null])
  })
  test('follows its place only where there are as many headings as fields', () => {
    expect(fieldsOfTitles(['Thể chế pháp luật', 'Cải cách TTHC'], fields)).toEqual([id(1), id(2)])
    expect(fieldsOfTitles(['Thể chế pháp luật', 'Cải cách TTHC', 'Khác'], fields)).toEqual([null, id(2), null])
    expect(fieldsOfTitles(['Chuyển đổi số', 'Thi đua'], fields)).toEqual([null, null])
  })
})
