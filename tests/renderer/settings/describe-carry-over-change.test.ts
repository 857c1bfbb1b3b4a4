import { expect, test } from 'vitest'
import { describeChange, type KnownNames } from '#renderer/features/settings/describe-change.ts'

const nobody: KnownNames = { registry: { agencies: [], groups: [] }, fields: [], citedDocuments: [] }
const link = { id: 'n1:o1', plan_id: 'p', noun: 'provision', record_id: 'n1', from_id: 'o1', seen: 0, version: 1 }
const leftover = {
  id: 'l1',
  plan_id: 'p',
  key: 'year n1 2023 1',
  position: 0,
  image: JSON.stringify({ before: 'trong năm ', match: '2023', after: ' hoàn thành' }),
  kept: 0,
  reason: null,
  version: 1,
}

const told = (items: Parameters<typeof describeChange>[0]['items']): readonly unknown[] =>
  describeChange({ items }, nobody).map(({ noun, title, facts }) => [noun, title, facts.map(({ label, after }) => [label, after])])

test('a copied plan is not drowned by where each of its records came from; what a person kept is told with the reason', () => {
  const copied = [
    {
      noun: 'provision',
      recordId: 'n1',
      before: null,
      after: { id: 'n1', kind: 'bullet', content: '[{"kind":"text","text":"Rà soát."}]' },
    },
    { noun: 'carried_from', recordId: 'n1:o1', before: null, after: link },
    { noun: 'leftover', recordId: 'l1', before: null, after: leftover },
  ]
  const decided = [
    { noun: 'carried_from', recordId: 'n1:o1', before: link, after: { ...link, seen: 1, version: 2 } },
    { noun: 'leftover', recordId: 'l1', before: leftover, after: { ...leftover, kept: 1, reason: 'Tên văn bản', version: 2 } },
  ]
  expect([told(copied).length, told(decided)]).toEqual([
    1,
    [
      ['Nguồn từ kế hoạch cũ', '', [['Đã xem, giữ nguyên', 'có']]],
      [
        'Việc cần rà',
        'trong năm 2023 hoàn thành',
        [
          ['Giữ nguyên', 'có'],
          ['Lý do', 'Tên văn bản'],
        ],
      ],
    ],
  ])
})

test('a closed task is told with its day and what was said', () => {
  const task = { id: 't', source: 'plan', origin: null, closed_on: null, closed_note: null, version: 1 }
  const closed = { ...task, closed_on: '2023-02-01', closed_note: 'Đã ban hành', version: 2 }
  const [change] = describeChange({ items: [{ noun: 'task', recordId: 't', before: task, after: closed }] }, nobody)
  expect(change?.facts.map(({ label, after }) => [label, after])).toEqual([
    ['Kết thúc ngày', '01/02/2023'],
    ['Ghi chú khi kết thúc', 'Đã ban hành'],
  ])
})
