import { expect, test } from 'vitest'
import type { Agency } from '#shared/domain/agency.ts'
import type { AppendixFileDraft, DraftRow, DraftWarning } from '#shared/domain/draft.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { prepareRegistry } from '#shared/domain/party-match.ts'
import {
  type CellReading,
  withCells,
  withMeaning,
  withNewRow,
  withoutRows,
  withRowsMoved,
  withRowsTwice,
} from '#renderer/features/import/appendix-edit.ts'

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
const registry = { agencies: [agency('a1', 'Sở Nội vụ'), agency('a2', 'Sở Tư pháp')], groups: [] }
const reading: CellReading = { registry, prepared: prepareRegistry(registry), asOf: '2023-01-01', planYear: 2023 }

const row = (content: string, change: Partial<DraftRow> = {}): DraftRow => ({
  fieldTitle: 'Cải cách thể chế',
  subgroup: null,
  stt: '',
  content,
  product: '',
  leads: [],
  coordinating: [],
  deadline: readDeadline('', { planYear: 2023 }),
  extra: {},
  cells: {},
  sourceRow: null,
  ...change,
})
const doubt = (at: number, column: 'lead' | 'deadline' | null, code: DraftWarning['code'] = 'agency-not-recognised'): DraftWarning => ({
  code,
  line: null,
  excerpt: 'Sở Nội vu',
  at: { appendix: 0, row: at, column },
})
const draftOf = (rows: readonly DraftRow[], warnings: readonly DraftWarning[]): AppendixFileDraft => ({
  source: { name: 'a.xlsx', format: 'xlsx', lines: [] },
  appendices: [
    {
      title: '',
      orientation: 'landscape',
      columns: [
        { key: 'task', title: 'Việc', weight: 2, guessed: false },
        { key: 'lead', title: 'Chủ trì', weight: 1, guessed: true },
        { key: 'extra:Người làm', title: 'Người làm', weight: 1, guessed: false },
      ],
      rows,
    },
  ],
  warnings,
})
const tasksOf = (draft: AppendixFileDraft): readonly string[] => draft.appendices[0]?.rows.map(({ content }) => content) ?? []
const placesOf = (draft: AppendixFileDraft): readonly (number | null)[] =>
  draft.warnings.map(({ at }) => (at !== null && 'row' in at ? at.row : null))

test('an agency that is put right takes its doubt with it, and a wrong one brings a new doubt', () => {
  const draft = draftOf([row('Một'), row('Hai')], [doubt(0, 'lead'), doubt(0, null, 'row-without-lead'), doubt(1, 'lead')])
  const right = withCells(draft, 0, [{ row: 0, column: 'lead', text: 'Sở Nội vụ; Sở Tư pháp' }], reading)
  expect(right.appendices[0]?.rows[0]?.leads).toEqual([
    { kind: 'agency', agencyId: 'a1' },
    { kind: 'agency', agencyId: 'a2' },
  ])
  expect(right.warnings).toEqual([doubt(1, 'lead')])
  const wrong = withCells(right, 0, [{ row: 0, column: 'lead', text: 'Hội Cựu chiến binh' }], reading)
  expect(wrong.warnings).toEqual([
    doubt(1, 'lead'),
    { code: 'agency-not-recognised', line: null, excerpt: 'Hội Cựu chiến binh', at: { appendix: 0, row: 0, column: 'lead' } },
  ])
})

test('a deadline that is understood loses its doubt', () => {
  const draft = draftOf([row('Một')], [doubt(0, 'deadline', 'deadline-not-understood')])
  const done = withCells(draft, 0, [{ row: 0, column: 'deadline', text: 'Quý II/2023' }], reading)
  expect({ due: done.appendices[0]?.rows[0]?.deadline.milestones[0]?.due, warnings: done.warnings }).toEqual({
    due: '2023-06-30',
    warnings: [],
  })
})

test('doubts stay with their row when rows come, go, double and move', () => {
  const draft = draftOf([row('Một'), row('Hai'), row('Ba', { fieldTitle: 'Cải cách bộ máy' })], [doubt(1, 'lead')])
  expect(placesOf(withNewRow(draft, 0, 0))).toEqual([2])
  expect(placesOf(withoutRows(draft, 0, [0]))).toEqual([0])
  expect(placesOf(withoutRows(draft, 0, [1]))).toEqual([])
  expect(tasksOf(withRowsTwice(draft, 0, [0]))).toEqual(['Một', 'Một', 'Hai', 'Ba'])
  expect(placesOf(withRowsTwice(draft, 0, [0]))).toEqual([2])
  const moved = withRowsMoved(draft, 0, [1], 3)
  expect({ tasks: tasksOf(moved), places: placesOf(moved), field: moved.appendices[0]?.rows[2]?.fieldTitle }).toEqual({
    tasks: ['Một', 'Ba', 'Hai'],
    places: [2],
    field: 'Cải cách bộ máy',
  })
})

test('a column that is given its meaning is read again, and the one that had the meaning keeps its words as an extra column', () => {
  const draft = draftOf(
    [row('Một', { leads: [{ kind: 'words', words: 'Phòng A' }], extra: { 'extra:Người làm': 'Sở Nội vụ' } })],
    [doubt(0, 'lead'), { code: 'column-kept-as-extra', line: null, excerpt: 'Người làm', at: null }],
  )
  const done = withMeaning(draft, 0, 'extra:Người làm', 'lead', reading)
  expect(done.appendices[0]).toMatchObject({
    columns: [{ key: 'task' }, { key: 'extra:Chủ trì', title: 'Chủ trì' }, { key: 'lead', title: 'Người làm', guessed: false }],
    rows: [{ leads: [{ kind: 'agency', agencyId: 'a1' }], extra: { 'extra:Chủ trì': 'Phòng A' } }],
  })
  expect(done.warnings).toEqual([])
})
