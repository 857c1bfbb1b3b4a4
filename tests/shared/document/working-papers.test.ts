import { expect, test } from 'vitest'
import type { AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import { Member } from '#shared/domain/member.ts'
import { buildAgencyListDocument } from '#shared/document/agency-list.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildLeaderReadingDocument } from '#shared/document/leader-reading.ts'
import { buildMemberTableDocument } from '#shared/document/member-table.ts'
import type { DocumentOptions, PlanRecords } from '#shared/document/plan-document.ts'
import { paragraphsOf, paragraphText, wordsOf } from '#shared/document/words.ts'
import { id } from '../../helpers/records.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'

const options: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }
const records = samplePlan({ number: '5', issuedOn: '2023-01-05' })
const agency = (name: string) => records.registry.agencies.find((one) => one.name === name)!

function rows(document: OfficialDocument): readonly (readonly string[])[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(paragraphText).join(' '))) : [],
    ),
  )
}

function aMember(number: number, patch: Partial<Member>): Member {
  return Member.parse({
    id: id(0xa000 + number) as unknown as MemberId,
    name: `Thành viên mẫu ${number}`,
    post: '',
    role: 'member',
    agencyId: null,
    fieldIds: [],
    followedAgencyIds: [],
    activeFrom: null,
    activeTo: null,
    position: number,
    version: 1,
    ...patch,
  })
}

test('an agency’s list has its tasks to lead and then to help, with their numbers in the appendix, by name and through groups', () => {
  const { document } = buildAgencyListDocument(records, agency('Sở Tư pháp'), options)
  const list = rows(document)
  const titles = list.filter((cells) => cells.length === 1).map(([title]) => title)
  expect(titles.filter((title) => /^[IVX]+\. /.test(title!))).toEqual([
    expect.stringMatching(/^I\. Nhiệm vụ chủ trì \(\d+\)$/),
    expect.stringMatching(/^II\. Nhiệm vụ phối hợp \(\d+\)$/),
  ])
  const leads = list.filter((cells) => cells.length === 7 && cells[4] === 'Sở Tư pháp')
  expect(leads.map(([, address]) => address)).toEqual(['II.1', 'II.3', 'II.4', 'II.5', 'II.6', 'II.7'])
  // "Các sở, ban, ngành" lead II.2, so the department leads it too.
  expect(list.some((cells) => cells[1] === 'II.2' && cells[4] === 'Các sở, ban, ngành')).toBe(true)
})

test('a group on a working paper is shown with the agencies that it stands for, as of the plan’s day', () => {
  const { document } = buildAgencyListDocument(records, agency('Sở Tư pháp'), options)
  const notes = document.sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .filter(({ role }) => role === 'note')
    .map(paragraphText)
  expect(notes).toEqual([expect.stringMatching(/^“Các sở, ban, ngành” gồm \d+ cơ quan \(tính đến ngày 01\/01\/2023\): .*Sở Tư pháp.*\.$/)])
})

test('an agency without a task gets a paper that says so', () => {
  const nobody = { ...agency('Sở Tư pháp'), id: id<AgencyId>(0x4fff), name: 'Cơ quan mới' }
  expect(
    wordsOf(buildAgencyListDocument(records, nobody, options).document)
      .text.slice(-11)
      .join(' '),
  ).toBe('Kế hoạch không giao nhiệm vụ nào cho cơ quan này.')
})

test('working papers have no national header, number or signature', () => {
  const papers = [
    buildAgencyListDocument(records, agency('Sở Nội vụ'), options),
    buildMemberTableDocument(records, [aMember(1, {})], null, options),
    buildLeaderReadingDocument(records, options),
  ]
  const roles = papers.flatMap(({ document }) => document.sections.flatMap(({ blocks }) => paragraphsOf(blocks).map(({ role }) => role)))
  expect(roles.filter((role) => ['national-name', 'motto', 'number', 'place-date', 'signature-name', 'recipient'].includes(role))).toEqual(
    [],
  )
})

test('every task is under each member whose field or agency it is, and what nobody follows comes last', () => {
  const members = [
    aMember(2, { fieldIds: [id<FieldId>(0x3001)] }),
    aMember(1, { agencyId: agency('Sở Tài chính').id, post: 'Giám đốc Sở Tài chính', role: 'standing-member' }),
    aMember(3, { fieldIds: [id<FieldId>(0x3000)], activeTo: '2022-12-31' }),
  ]
  const table = rows(buildMemberTableDocument(records, members, null, options).document)
  const titles = table
    .filter((cells) => cells.length === 1)
    .map(([title = '']) => title.replace(/\d+ nhiệm vụ/, 'n nhiệm vụ').replace(/\(\d+\)$/, '(n)'))
  expect(titles).toEqual([
    'I. Thành viên mẫu 1, Giám đốc Sở Tài chính, Ủy viên thường trực (n nhiệm vụ)',
    'II. Thành viên mẫu 2, Ủy viên (n nhiệm vụ)',
    'Nhiệm vụ chưa có thành viên theo dõi (n)',
  ])
  const addresses = new Set(table.filter((cells) => cells.length > 1).map(([, address]) => address))
  expect(addresses.size).toBe(44)
  expect(table.filter((cells) => cells[6] === 'Phụ trách').map(([, address]) => address)).toContain('II.1')
})

test('one member’s table has that member alone', () => {
  const members = [aMember(1, { fieldIds: [id<FieldId>(0x3001)] }), aMember(2, {})]
  const table = rows(buildMemberTableDocument(records, members, members[0]!.id, options).document)
  expect([table.filter((cells) => cells.length === 1).length, table.filter((cells) => cells.length > 1).length]).toEqual([1, 7])
})

test('the leader’s copy says all of the plan and of its tasks in letters of 16 points', () => {
  const { document } = buildLeaderReadingDocument(records, options)
  const words = wordsOf(document).text.join(' ')
  const missing = (sample: PlanRecords): readonly string[] =>
    sample.tasks
      .filter(({ content, deadline }) => !words.includes(content) || !words.includes(deadline.phrase))
      .map(({ content }) => content)
  expect(missing(records)).toEqual([])
  const body = document.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'paragraph' && block.role === 'bullet')
  expect(
    new Set(
      body.flatMap((block) => (block.kind === 'paragraph' ? block.runs.flatMap((run) => (run.kind === 'text' ? run.size : [])) : [])),
    ),
  ).toEqual(new Set(['16pt']))
})
