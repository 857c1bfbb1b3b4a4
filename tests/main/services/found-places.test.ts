import { expect, test } from 'vitest'
import { findPlaces, replacePlaces, type CellReaders, type Searched } from '#main/services/found-places.ts'
import type { AgencyId, FootnoteId, TaskWordingId } from '#shared/domain/identifier.ts'
import { anAgency, aProvision, aTask, id } from '../../helpers/records.ts'

const home = anAgency({ id: id<AgencyId>(1), name: 'Sở Nội vụ' })
const searched: Searched = {
  plan: { subject: 'Thực hiện nghị quyết năm 2023' },
  provisions: [
    aProvision(1, 'bullet', [
      { kind: 'text', text: 'Giao ' },
      { kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: home.id } },
      { kind: 'text', text: ' theo ' },
      { kind: 'text', text: 'Nghị quyết số 76/NQ-CP', citation: { symbol: '76/NQ-CP', issuedOn: null } },
      { kind: 'footnote', id: id<FootnoteId>(9), content: [{ kind: 'text', text: 'Nghị quyết của Chính phủ' }] },
    ]),
  ],
  tasks: [
    aTask({
      id: id<TaskWordingId>(5),
      content: 'Triển khai Nghị quyết, Nghị quyết mới',
      product: 'Báo cáo',
      leads: [{ kind: 'agency', agencyId: home.id }],
      deadline: { phrase: 'Quý II/2023', milestones: [] },
      extra: { 'extra:ghi chú': 'theo nghị quyết' },
    }),
  ],
  registry: { agencies: [home], groups: [] },
}
const read: CellReaders = {
  parties: (words) => [{ kind: 'words', words }],
  deadline: (phrase) => ({ phrase, milestones: [] }),
}
const loose = { exactAccents: false, matchCase: false, wholeWords: false }

test('every place is found: sentence, footnote, cells of the row, columns of the office’s own', () => {
  expect(
    findPlaces(searched, 'nghi quyet', loose).map(({ where, match, start }) => [
      where.kind,
      'column' in where ? where.column : '',
      match,
      start,
    ]),
  ).toEqual([
    ['subject', '', 'nghị quyết', 10],
    ['provision', '', 'Nghị quyết', 20],
    ['footnote', '', 'Nghị quyết', 0],
    ['task', 'task', 'Nghị quyết', 11],
    ['task', 'task', 'Nghị quyết', 23],
    ['task', 'extra:ghi chú', 'nghị quyết', 5],
  ])
})

test('replacing everywhere keeps what still holds, marks the rest as plain words, and counts what was done', () => {
  const places = findPlaces(searched, 'nghi quyet', loose)
  const stale = places.map((place) => ({ ...place, match: 'Nghi' })).slice(0, 1)
  const replaced = replacePlaces(searched, [...places, ...stale], 'Chỉ thị', read)
  expect({
    count: replaced.count,
    subject: replaced.subject,
    contents: [...replaced.contents],
    patches: [...replaced.patches],
  }).toEqual({
    count: 6,
    subject: 'Thực hiện Chỉ thị năm 2023',
    contents: [
      [
        id(1),
        [
          { kind: 'text', text: 'Giao ' },
          { kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: home.id } },
          { kind: 'text', text: ' theo ' },
          { kind: 'text', text: 'Chỉ thị số 76/NQ-CP', citation: { symbol: '76/NQ-CP', issuedOn: null } },
          { kind: 'footnote', id: id(9), content: [{ kind: 'text', text: 'Chỉ thị của Chính phủ' }] },
        ],
      ],
    ],
    patches: [[id(5), { content: 'Triển khai Chỉ thị, Chỉ thị mới', extra: { 'extra:ghi chú': 'theo Chỉ thị' } }]],
  })
})

test('a name replaced in the text points to nobody, and the cell of the lead is read anew', () => {
  const places = findPlaces(searched, 'Nội vụ', loose)
  const replaced = replacePlaces(searched, places, 'Y tế', read)
  expect([replaced.contents.get(searched.provisions[0]?.id ?? id(0))?.[0], replaced.patches.get(id(5))]).toEqual([
    { kind: 'text', text: 'Giao Sở Y tế theo ' },
    { leads: [{ kind: 'words', words: 'Sở Y tế' }] },
  ])
})
