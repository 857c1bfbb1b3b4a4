import { expect, test } from 'vitest'
import { describeChange, type KnownNames } from '#renderer/features/settings/describe-change.ts'
import { templateContent } from '../../helpers/shelf.ts'

const names: KnownNames = { registry: { agencies: [], groups: [] }, fields: [], citedDocuments: [] }
const factsOf = (noun: string, before: object | null, after: object | null) =>
  describeChange({ items: [{ noun, recordId: 'r', before, after }] }, names).map(({ noun: said, title, facts }) => [
    said,
    title,
    facts.map(({ label, before: was, after: is }) => [label, was, is]),
  ])

test('a goal’s targets are told year by year', () => {
  const goal = { content: 'Mức độ hài lòng', targets: '{"2023":{"words":"≥ 92","hundredths":9200}}' }
  const changed = { ...goal, targets: '{"2023":{"words":"≥ 92","hundredths":9200},"2024":{"words":"Nhóm khá","hundredths":null}}' }
  expect(factsOf('programme_goal', goal, changed)).toEqual([
    ['Mục tiêu', 'Mức độ hài lòng', [['Chỉ tiêu từng năm', '2023: ≥ 92', '2023: ≥ 92\n2024: Nhóm khá']]],
  ])
})

test('a programme tells the documents above it, a served goal by how many sentences and tasks', () => {
  expect(factsOf('programme', { name: 'A', parents: '[]' }, { name: 'A', parents: '["Nghị quyết 1","Nghị quyết 2"]' })).toEqual([
    ['Chương trình', 'A', [['Văn bản cấp trên', '', 'Nghị quyết 1\nNghị quyết 2']]],
  ])
  expect(factsOf('served_goal', { provision_ids: '[]', task_ids: '[]' }, { provision_ids: '["a","b"]', task_ids: '[]' })).toEqual([
    ['Mục tiêu của kế hoạch', '', [['Số câu phục vụ', '0', '2']]],
  ])
})

test('a skeleton and a usual sentence tell their words, not the store’s JSON', () => {
  const { blocks, appendices } = templateContent
  const template = { name: 'Khung', blocks: JSON.stringify(blocks.slice(0, 2)), appendices: JSON.stringify(appendices) }
  expect(factsOf('plan_template', null, template)).toEqual([
    [
      'Khung kế hoạch',
      'Khung',
      [
        ['Tên khung', null, 'Khung'],
        ['Nội dung', null, '{cơ quan ban hành} ban hành Kế hoạch năm { Nam } như sau:\nNhiệm vụ {gì đó}'],
        ['Phụ lục', null, 'Nhiệm vụ năm {năm}'],
      ],
    ],
  ])
  expect(factsOf('phrase', null, { key: 'bc', group_name: '', content: '[{"kind":"text","text":"báo cáo"}]' })).toEqual([
    [
      'Câu thường dùng',
      'báo cáo',
      [
        ['Chữ tắt', null, 'bc'],
        ['Câu', null, 'báo cáo'],
      ],
    ],
  ])
})
