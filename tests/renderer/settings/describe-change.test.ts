import { expect, test } from 'vitest'
import type { Agency } from '#shared/domain/agency.ts'
import type { AgencyId, CitedDocumentId, FieldId } from '#shared/domain/identifier.ts'
import { describeChange, undoneChanges, type KnownNames } from '#renderer/features/settings/describe-change.ts'

const agency = (id: string, name: string): Agency => ({
  id: id as AgencyId,
  name,
  shortName: null,
  aliases: [],
  kind: 'department',
  parentId: null,
  activeFrom: null,
  activeTo: null,
  successorIds: [],
  legalBasis: null,
  position: 0,
  version: 1,
})
const names: KnownNames = {
  registry: { agencies: [agency('a1', 'Sở Nội vụ'), agency('a2', 'Sở Tư pháp')], groups: [] },
  fields: [
    {
      id: 'f1' as FieldId,
      name: 'Cải cách thể chế',
      aliases: [],
      position: 0,
      inPlan: true,
      inReport: true,
      inIndex: true,
      usualLeadIds: [],
      activeFrom: null,
      activeTo: null,
      version: 1,
    },
  ],
  citedDocuments: [{ id: 'c2' as CitedDocumentId, type: 'Nghị quyết', symbol: '76/NQ-CP' }],
}

const line = (id: string, undoes: string | null) => ({ id, command: '', undoes }) as unknown as Parameters<typeof undoneChanges>[0][number]

test('a task whose lead and deadline changed is told as one record with both facts', () => {
  const wording = {
    id: 't1',
    content: 'Rà soát thủ tục',
    product: '',
    field_id: 'f1',
    deadline: '{"phrase":"Quý I","milestones":[]}',
    position: 'a0',
    version: 1,
  }
  expect(
    describeChange(
      {
        items: [
          {
            noun: 'task_party',
            recordId: 't1:lead:0',
            before: { role: 'lead', kind: 'agency', agency_id: 'a1' },
            after: { role: 'lead', kind: 'agency', agency_id: 'a2', qualifier: '(qua Văn phòng)' },
          },
          {
            noun: 'task_wording',
            recordId: 't1',
            before: wording,
            after: { ...wording, deadline: '{"phrase":"Quý II","milestones":[]}', version: 2 },
          },
        ],
      },
      names,
    ),
  ).toEqual([
    {
      recordId: 't1',
      noun: 'Nhiệm vụ',
      title: 'Rà soát thủ tục',
      did: 'changed',
      facts: [
        { label: 'Cơ quan chủ trì', before: 'Sở Nội vụ', after: 'Sở Tư pháp (qua Văn phòng)' },
        { label: 'Thời hạn', before: 'Quý I', after: 'Quý II' },
      ],
    },
  ])
})

test('a new sentence shows its words and its footnote, not the store’s JSON', () => {
  const content = JSON.stringify([
    { kind: 'text', text: 'Thực hiện theo quy định' },
    { kind: 'footnote', id: 'x', content: [{ kind: 'text', text: 'Nghị quyết số 76/NQ-CP' }] },
  ])
  expect(
    describeChange(
      { items: [{ noun: 'provision', recordId: 'p1', before: null, after: { kind: 'bullet', content, position: 'a0' } }] },
      names,
    ),
  ).toEqual([
    {
      recordId: 'p1',
      noun: 'Câu trong kế hoạch',
      title: 'Thực hiện theo quy định [cước chú: Nghị quyết số 76/NQ-CP]',
      did: 'made',
      facts: [
        { label: 'Loại đoạn', before: null, after: 'Gạch đầu dòng (-)' },
        { label: 'Nội dung', before: null, after: 'Thực hiện theo quy định [cước chú: Nghị quyết số 76/NQ-CP]' },
      ],
    },
  ])
})

test('a row that was only moved says so, and a task’s identity is not a second record beside its wording', () => {
  const row = { content: 'Một việc', position: 'a0' }
  expect(
    describeChange(
      {
        items: [
          { noun: 'task_wording', recordId: 't1', before: row, after: { ...row, position: 'a5' } },
          { noun: 'task', recordId: 'k1', before: null, after: { source: 'plan' } },
        ],
      },
      names,
    ),
  ).toEqual([
    {
      recordId: 't1',
      noun: 'Nhiệm vụ',
      title: 'Một việc',
      did: 'changed',
      facts: [{ label: 'đổi chỗ trong danh sách', before: null, after: null }],
    },
  ])
})

test('a change that was undone is marked, and no longer once it was done again', () => {
  expect([...undoneChanges([line('u1', 'c2'), line('c2', null), line('c1', null)])]).toEqual(['c2'])
  expect(undoneChanges([line('r1', 'u1'), line('u1', 'c2'), line('c2', null)]).has('c2')).toBe(false)
})

test('a cited document is told by its number and symbol, and by what replaces it', () => {
  const before = { id: 'c1', type: 'Nghị quyết', symbol: '30c/NQ-CP', replaced_by: '[]', expired_from: null, version: 1 }
  const after = { ...before, replaced_by: '["c2"]', expired_from: '2021-07-15', version: 2 }
  expect(describeChange({ items: [{ noun: 'cited_document', recordId: 'c1', before, after }] }, names)).toEqual([
    {
      recordId: 'c1',
      noun: 'Văn bản viện dẫn',
      title: 'Nghị quyết 30c/NQ-CP',
      did: 'changed',
      facts: [
        { label: 'Hết hiệu lực từ', before: '', after: '15/07/2021' },
        { label: 'Thay thế bởi', before: '', after: 'Nghị quyết 76/NQ-CP' },
      ],
    },
  ])
})
