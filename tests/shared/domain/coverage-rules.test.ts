import { expect, test } from 'vitest'
import { coverageOf, successorsOf } from '#shared/domain/coverage-rules.ts'
import type { AgencyGroupId, AgencyId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { createNameFinder } from '#shared/domain/name-marks.ts'
import { aGroup, anAgency, aProvision, aTask, id } from '../../helpers/records.ts'

const home = anAgency({ id: id<AgencyId>(1), name: 'Sở Nội vụ' })
const finance = anAgency({ id: id<AgencyId>(2), name: 'Sở Tài chính' })
const paper = anAgency({ id: id<AgencyId>(3), name: 'Báo Lạng Sơn', kind: 'media' })
const investment = anAgency({ id: id<AgencyId>(4), name: 'Sở Kế hoạch và Đầu tư', activeTo: '2022-06-30', successorIds: [id<AgencyId>(5)] })
const merged = anAgency({
  id: id<AgencyId>(5),
  name: 'Sở Kế hoạch',
  activeFrom: '2022-07-01',
  activeTo: '2022-12-31',
  successorIds: [finance.id],
})
const departments = aGroup({ id: id<AgencyGroupId>(10), name: 'Các sở, ban, ngành', memberKinds: ['department'] })
const registry = { agencies: [home, finance, paper, investment, merged], groups: [departments] }

const plan = [
  aProvision(100, 'section', 'MỤC ĐÍCH'),
  aProvision(101, 'section', 'NHIỆM VỤ'),
  aProvision(102, 'heading', 'Cải cách thể chế'),
  aProvision(103, 'bullet', 'Có nhiệm vụ'),
  aProvision(104, 'bullet', 'Chưa có nhiệm vụ'),
  aProvision(105, 'section', 'TỔ CHỨC THỰC HIỆN'),
  aProvision(106, 'heading', 'Sở Nội vụ; Báo Lạng Sơn'),
  aProvision(107, 'paragraph', [{ kind: 'text', text: 'Cơ quan tài chính', party: { kind: 'agency', agencyId: finance.id } }]),
]

test('every lack of a plan and its tasks is listed: an agency that helps through a group has its task', () => {
  const tasks = [
    aTask({ id: id<TaskWordingId>(1), provisionIds: [id<ProvisionId>(103)], leads: [{ kind: 'group', groupId: departments.id }] }),
    aTask({ id: id<TaskWordingId>(2), product: ' ', deadline: { phrase: '', milestones: [] } }),
    aTask({
      id: id<TaskWordingId>(3),
      provisionIds: [id<ProvisionId>(103)],
      leads: [{ kind: 'agency', agencyId: investment.id }],
      coordinating: [{ kind: 'words', words: 'cơ quan nào đó' }],
    }),
  ]
  expect(coverageOf(plan, tasks, registry, '2023-01-01', createNameFinder(registry, '2023-01-01'))).toEqual({
    provisionsWithoutTask: [{ provisionId: id(104), address: 'II.1.2', text: 'Chưa có nhiệm vụ' }],
    tasksWithoutProvision: [id(2)],
    tasksWithoutLead: [id(2)],
    tasksWithoutProduct: [id(2)],
    tasksWithoutDeadline: [id(2)],
    tasksWithUnrecognisedParty: [id(3)],
    tasksWithInactiveAgency: [{ taskId: id(3), agencyId: investment.id, successorIds: [finance.id] }],
    agenciesWithoutTask: [paper.id],
  })
})

test('a body twice merged is succeeded by the one alive today', () => {
  expect(successorsOf(investment.id, registry, '2023-01-01')).toEqual([finance.id])
})
