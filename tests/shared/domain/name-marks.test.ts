import { expect, test } from 'vitest'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { createNameFinder, markNames, sameName } from '#shared/domain/name-marks.ts'
import { aGroup, anAgency, id } from '../../helpers/records.ts'

const committee = anAgency({ id: id<AgencyId>(1), name: 'Ủy ban nhân dân tỉnh', shortName: 'UBND tỉnh', kind: 'provincial-committee' })
const office = anAgency({ id: id<AgencyId>(2), name: 'Văn phòng UBND tỉnh' })
const police = anAgency({ id: id<AgencyId>(3), name: 'Công an tỉnh', aliases: ['Công an'] })
const oldFinance = anAgency({ id: id<AgencyId>(4), name: 'Sở Tài chính', activeTo: '2025-02-28' })
const newFinance = anAgency({ id: id<AgencyId>(5), name: 'Sở Tài chính', activeFrom: '2025-03-01' })
const everyone = aGroup({ id: id<AgencyGroupId>(10), name: 'Các sở, ban, ngành', aliases: ['các sở, ngành'] })
const nobody = aGroup({ id: id<AgencyGroupId>(11), name: 'Các cơ quan liên quan', unspecified: true })
const registry = { agencies: [committee, office, police, oldFinance, newFinance], groups: [everyone, nobody] }

const named = (text: string, on = '2023-01-01'): readonly (readonly [string, string])[] =>
  createNameFinder(
    registry,
    on,
  )(text).map(({ start, length, party }) => [
    text.slice(start, start + length),
    (party.kind === 'agency' ? party.agencyId : party.groupId).slice(-2),
  ])

test('the longest name wins, tone placement and case do not count, a body needs its capital letter, related bodies are nobody', () => {
  expect(
    named(
      'giao Văn phòng UBND tỉnh, uỷ ban nhân dân tỉnh, Uỷ ban nhân dân tỉnh, ngành công an, Công an; các sở, ban, ngành; các cơ quan liên quan',
    ),
  ).toEqual([
    ['Văn phòng UBND tỉnh', '02'],
    ['Uỷ ban nhân dân tỉnh', '01'],
    ['Công an', '03'],
    ['các sở, ban, ngành', '0a'],
  ])
})

test('a name inside a longer word is not that name', () => {
  expect(named('UBND tỉnhX, Công ankle')).toEqual([])
})

test('the same name points to the body alive on the plan’s day', () => {
  expect([named('Sở Tài chính', '2024-06-01'), named('Sở Tài chính', '2025-06-01')]).toEqual([
    [['Sở Tài chính', '04']],
    [['Sở Tài chính', '05']],
  ])
})

test('a name half in bold is marked in both halves; a name inside a citation is left to the citation', () => {
  const find = createNameFinder(registry, '2023-01-01')
  const citation = { symbol: '157/KH-UBND', issuedOn: null }
  const content: Inline[] = [
    { kind: 'text', text: 'Giao Công ', bold: true },
    { kind: 'text', text: 'an tỉnh thực hiện ' },
    { kind: 'text', text: 'Kế hoạch số 157/KH-UBND của UBND tỉnh', citation },
  ]
  expect(markNames(content, find)).toEqual([
    { kind: 'text', text: 'Giao ', bold: true },
    { kind: 'text', text: 'Công ', bold: true, party: { kind: 'agency', agencyId: police.id } },
    { kind: 'text', text: 'an tỉnh', party: { kind: 'agency', agencyId: police.id } },
    { kind: 'text', text: ' thực hiện ' },
    { kind: 'text', text: 'Kế hoạch số 157/KH-UBND của UBND tỉnh', citation },
  ])
})

test('two spellings of one name are the same name', () => {
  expect([sameName('Sở Văn hoá', 'sở  văn hóa'), sameName('Sở Quý', 'Sở Quỹ')]).toEqual([true, false])
})
