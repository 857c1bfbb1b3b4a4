import { expect, test } from 'vitest'
import { goneBodies, nameInPlace } from '#shared/domain/gone-bodies.ts'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import { aGroup, anAgency, id } from '../../helpers/records.ts'

const merged = id<AgencyId>(3)
const registry = {
  agencies: [
    anAgency({ id: id<AgencyId>(1), name: 'Sở Tài chính', shortName: 'Sở TC', activeTo: '2025-02-28', successorIds: [merged] }),
    anAgency({
      id: id<AgencyId>(2),
      name: 'Sở Thông tin và Truyền thông',
      shortName: 'Sở TT&TT',
      activeTo: '2025-02-28',
      successorIds: [id<AgencyId>(4)],
    }),
    anAgency({ id: merged, name: 'Sở Tài chính', shortName: 'Sở TC', activeFrom: '2025-03-01' }),
    anAgency({ id: id<AgencyId>(4), name: 'Sở Khoa học và Công nghệ', shortName: 'Sở KH&CN', activeFrom: '2025-03-01' }),
  ],
  groups: [
    aGroup({
      id: id<AgencyGroupId>(10),
      name: 'UBND các huyện, thành phố',
      aliases: ['UBND cấp huyện'],
      memberKinds: ['district-committee'],
      activeTo: '2025-06-30',
    }),
    aGroup({
      id: id<AgencyGroupId>(11),
      name: 'UBND các xã, phường, thị trấn',
      aliases: ['UBND cấp xã'],
      memberKinds: ['commune-committee'],
      activeTo: '2025-06-30',
    }),
    aGroup({
      id: id<AgencyGroupId>(12),
      name: 'UBND các xã, phường',
      aliases: ['UBND cấp xã'],
      memberKinds: ['commune-committee'],
      activeFrom: '2025-07-01',
    }),
    aGroup({ id: id<AgencyGroupId>(13), name: 'Các sở, ban, ngành', memberKinds: ['department'] }),
  ],
}
const gone = goneBodies(registry, '2026-01-01')
const group = (number: number): { readonly kind: 'group'; readonly groupId: AgencyGroupId } => ({
  kind: 'group',
  groupId: id<AgencyGroupId>(number),
})

test('a body dissolved on 1 March 2025 names its successor, though it bears the same name', () => {
  expect(gone.of({ kind: 'agency', agencyId: id<AgencyId>(1) })).toMatchObject({
    name: 'Sở Tài chính',
    last: '2025-02-28',
    successors: [{ name: 'Sở Tài chính', party: { kind: 'agency', agencyId: merged } }],
  })
  expect(gone.of({ kind: 'agency', agencyId: merged })).toBeNull()
})

test('groups of districts and of the old communes became the group of communes; a living group stays', () => {
  const names = [10, 11, 13].map((number) => gone.of(group(number))?.successors.map(({ name }) => name) ?? 'living')
  expect(names).toEqual([['UBND các xã, phường'], ['UBND các xã, phường'], 'living'])
})

test('a name in the text is a gone body’s only where no living one bears it', () => {
  const text = 'Sở Thông tin và Truyền thông, Sở Tài chính, UBND cấp huyện, UBND cấp xã'
  expect(gone.find(text).map(({ start, length }) => text.slice(start, start + length))).toEqual([
    'Sở Thông tin và Truyền thông',
    'UBND cấp huyện',
  ])
})

test.each([
  ['Sở TT&TT', 2, 'Sở KH&CN'],
  ['Sở Thông tin và Truyền thông', 2, 'Sở Khoa học và Công nghệ'],
  ['UBND cấp huyện', 10, 'UBND cấp xã'],
  ['UBND các huyện, thành phố', 10, 'UBND các xã, phường'],
])('“%s” is followed in its own manner', (written, number, expected) => {
  const body = gone.of(number < 10 ? { kind: 'agency', agencyId: id<AgencyId>(number) } : group(number))
  if (body === null) throw new Error('it should be gone')
  expect(body.successors.map((successor) => nameInPlace(written, body, successor))).toEqual([expected])
})

test('before its first day a body is not there yet', () => {
  expect(goneBodies(registry, '2024-01-01').of({ kind: 'agency', agencyId: merged })).toMatchObject({ first: '2025-03-01', last: null })
})
