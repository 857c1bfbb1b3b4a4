import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resourceFile } from '#main/files/resources.ts'
import { runCommand } from '#main/services/command.ts'
import { readOrganisationSeed, seedOrganisation } from '#main/services/organisation-seed.ts'
import { searchEverything } from '#main/services/search.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { Agency, AgencyGroup, expandGroup, isActive, type AgencyRegistry } from '#shared/domain/agency.ts'
import { Field } from '#shared/domain/field.ts'
import { Member } from '#shared/domain/member.ts'
import { Office } from '#shared/domain/office.ts'
import { matchParties } from '#shared/domain/party-match.ts'
import { anActor, openTestWorkspace, type TestWorkspace } from '../../helpers/workspace.ts'

async function seeded(file: string): Promise<TestWorkspace> {
  const workspace = await openTestWorkspace()
  const seed = await readOrganisationSeed(resourceFile(file, 'organisation.json'))
  await runCommand(workspace.context, anActor(), { command: 'workspace.fill-sample', undoable: false }, (trace) =>
    seedOrganisation(trace, workspace.context.newId, seed),
  )
  return workspace
}

/** The appendix of the sample plan: leads and coordinating agencies of 44 rows. */
const appendixRows = readFileSync(join(import.meta.dirname, '../../fixtures/phu-luc-2023.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

const sampleRegistry = async (): Promise<AgencyRegistry> => readAgencyRegistry((await seeded('sample')).context.db)
const names = (registry: AgencyRegistry, groupName: string, on: string): readonly string[] => {
  const group = registry.groups.find((one) => one.name === groupName && isActive(one, on))
  return group === undefined ? [] : expandGroup(group, registry, on).map(({ name }) => name)
}

describe('the sample province', () => {
  test('is told in records that the domain accepts', async () => {
    const { context } = await seeded('sample')
    const registry = await readAgencyRegistry(context.db)
    expect(() => registry.agencies.map((agency) => Agency.parse(agency))).not.toThrow()
    expect(() => registry.groups.map((group) => AgencyGroup.parse(group))).not.toThrow()
    expect((await listFields(context.db)).map((field) => Field.parse(field)).filter(({ inPlan }) => inPlan)).toHaveLength(7)
    expect((await listFields(context.db)).filter(({ inReport }) => inReport)).toHaveLength(6)
    expect((await listFields(context.db)).filter(({ inIndex }) => inIndex)).toHaveLength(8)
    expect(Office.parse(await findOffice(context.db))).toMatchObject({ isSample: true, provinceName: 'tỉnh Lạng Sơn' })
    const members = (await listMembers(context.db)).map((member) => Member.parse(member))
    // Only the two who were publicly named are people; everybody else says that he is none.
    expect(members.filter(({ name }) => !name.endsWith('(mẫu)')).map(({ name }) => name)).toEqual(['Hồ Tiến Thiệu', 'Dương Xuân Huyên'])
  })

  test('knows every lead and every helper of the appendix of 2023 as one body or one group', async () => {
    const registry = await sampleRegistry()
    expect(appendixRows).toHaveLength(44)
    const unknown = appendixRows.flatMap((row) =>
      [row[4] ?? '', row[5] ?? ''].flatMap((list) => {
        const { parties, coordinating, doubts } = matchParties(list, registry, '2023-01-01')
        const words = [...parties, ...coordinating].filter((party) => party.kind === 'words')
        const named = list.split(';').length
        return words.length > 0 || doubts.length > 0 || parties.length !== named ? [{ list, words, doubts, parties }] : []
      }),
    )
    expect(unknown).toEqual([])
  })

  test('had eleven districts in 2023 and none from 01/7/2025, when its sixty-five communes begin', async () => {
    const registry = await sampleRegistry()
    expect(names(registry, 'UBND các huyện, thành phố', '2023-01-01')).toHaveLength(11)
    expect(names(registry, 'UBND các huyện, thành phố', '2025-07-01')).toEqual([])
    const communes = names(registry, 'UBND các xã, phường', '2025-07-01')
    expect([communes.length, communes.filter((name) => name.startsWith('UBND phường')).length]).toEqual([65, 4])
  })

  test('merged its departments on 01/3/2025: the same name is another body, and each old one says who took over', async () => {
    const registry = await sampleRegistry()
    const before = names(registry, 'Các sở, ban, ngành', '2025-02-28')
    const after = names(registry, 'Các sở, ban, ngành', '2025-03-01')
    expect([before.includes('Sở Kế hoạch và Đầu tư'), after.includes('Sở Kế hoạch và Đầu tư')]).toEqual([true, false])
    const finance = registry.agencies.filter(({ name }) => name === 'Sở Tài chính')
    expect(finance.map(({ activeFrom, activeTo }) => [activeFrom, activeTo])).toEqual([
      [null, '2025-02-28'],
      ['2025-03-01', null],
    ])
    const ended = registry.agencies.filter(({ activeTo, kind }) => activeTo === '2025-02-28' && kind !== 'district-committee')
    expect(ended.filter(({ successorIds }) => successorIds.length === 0)).toEqual([])
    expect(new Set(after).size).toBe(after.length)
  })
})

test('a search for a name that two bodies bore tells them apart by their lives', async () => {
  const { context } = await seeded('sample')
  const found = await searchEverything(context, { text: 'so tai chinh', limit: 5 })
  expect(found.map(({ title, context: life }) => [title, life])).toEqual([
    ['Sở Tài chính', 'Sở TC · … – 28/02/2025'],
    ['Sở Tài chính', 'Sở TC · 01/03/2025 – …'],
    ['Thành viên 3 (mẫu)', 'Giám đốc Sở Tài chính'],
  ])
})

test('what every province has alike names no province and no body', async () => {
  const { context } = await seeded('defaults')
  const { agencies, groups } = await readAgencyRegistry(context.db)
  expect(agencies).toEqual([])
  expect(groups.map((group) => AgencyGroup.parse(group)).length).toBeGreaterThan(5)
  expect((await listFields(context.db)).filter(({ inPlan }) => inPlan)).toHaveLength(7)
  expect(readFileSync(resourceFile('defaults', 'organisation.json'), 'utf8')).not.toMatch(/Lạng Sơn|Hà Nội/)
})
