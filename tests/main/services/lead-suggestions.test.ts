import { expect, test } from 'vitest'
import { suggestLeads, type SuggestionSources } from '#main/services/lead-suggestions.ts'
import type { AgencyId, FieldId, PlanId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { createNameFinder } from '#shared/domain/name-marks.ts'
import { aField, anAgency, aProvision, aTask, id } from '../../helpers/records.ts'

const committee = anAgency({ id: id<AgencyId>(1), name: 'UBND tỉnh', kind: 'provincial-committee' })
const justice = anAgency({ id: id<AgencyId>(2), name: 'Sở Tư pháp' })
const finance = anAgency({ id: id<AgencyId>(3), name: 'Sở Tài chính' })
const investment = anAgency({ id: id<AgencyId>(4), name: 'Sở Kế hoạch và Đầu tư', activeTo: '2023-05-31', successorIds: [finance.id] })
const registry = { agencies: [committee, justice, finance, investment], groups: [] }
const field = aField({ id: id<FieldId>(20), name: 'Cải cách thể chế', usualLeadIds: [justice.id, finance.id] })

const sources: SuggestionSources = {
  provisions: [
    { ...aProvision(30, 'bullet', 'Sở Tư pháp tham mưu UBND tỉnh rà soát văn bản'), planId: id<PlanId>(1), position: 'a0', version: 1 },
  ],
  lastYear: [
    aTask({
      id: id<TaskWordingId>(40),
      content: 'Rà soát văn bản quy phạm pháp luật năm 2023',
      leads: [{ kind: 'agency', agencyId: investment.id }],
    }),
    aTask({ id: id<TaskWordingId>(41), content: 'Tuyên truyền cải cách hành chính', leads: [{ kind: 'agency', agencyId: committee.id }] }),
  ],
  fields: [field],
  registry,
  on: '2024-01-01',
  find: createNameFinder(registry, '2024-01-01'),
}

test('last year’s lead comes first, by its successor when it is gone; then who is named in the sentence, then the field’s usual lead, each once', () => {
  const task = aTask({
    id: id<TaskWordingId>(50),
    content: 'Rà soát văn bản quy phạm pháp luật năm 2024',
    fieldId: field.id,
    provisionIds: [id<ProvisionId>(30)],
  })
  expect(suggestLeads(task, sources).map(({ party, because }) => [party.kind === 'agency' ? party.agencyId : '', because])).toEqual([
    [finance.id, 'last-year'],
    [justice.id, 'sentence'],
  ])
})

test('a task without sentence, field or a like of last year gets no guess', () => {
  expect(suggestLeads(aTask({ id: id<TaskWordingId>(51), content: 'Nâng ngạch công chức' }), sources)).toEqual([])
})
