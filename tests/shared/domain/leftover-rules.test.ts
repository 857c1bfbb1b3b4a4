import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partyWords } from '#shared/domain/agency.ts'
import { normaliseSymbol } from '#shared/domain/citation.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import { findLeftovers, type LeftoverRecords } from '#shared/domain/leftover-rules.ts'
import type { Leftover, LeftoverPlace } from '#shared/domain/leftover.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { anAgency, id } from '../../helpers/records.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'

/** The sample as it stands in a plan made from it: everything the same, the year another. */
function cloneOf(sample: PlanRecords, year: number, patch: Partial<LeftoverRecords> = {}): LeftoverRecords {
  return {
    plan: { ...sample.plan, year, subject: `Cải cách hành chính năm ${year}`, agenciesAsOf: `${year}-01-01` },
    previous: sample.plan,
    provisions: sample.provisions,
    appendices: sample.appendices.map((appendix) => ({ ...appendix, title: `Nhiệm vụ năm ${year}` })),
    tasks: sample.tasks.map((task) => ({ ...task, appendixId: sample.appendices[0]!.id })),
    fields: sample.fields,
    registry: sample.registry,
    closures: new Map(),
    standingOf: () => ({ kind: 'unknown' }),
    ...patch,
  }
}

function countKinds(leftovers: readonly Leftover[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of leftovers) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const keys = (list: readonly Leftover[]): readonly string[] => list.map(({ key }) => key)

/** The words at a place, read from the records by the place alone. */
function wordsAt(records: LeftoverRecords, place: LeftoverPlace): string | undefined {
  const cut = (text: string | undefined): string | undefined =>
    place.where === 'signer' ? undefined : text?.slice(place.start, place.start + place.length)
  switch (place.where) {
    case 'subject':
      return cut(records.plan.subject)
    case 'signer':
      return records.plan.signature.name
    case 'recipient':
      return cut(records.plan.recipients[place.ordinal])
    case 'appendix-title':
      return cut(records.appendices.find((appendix) => appendix.id === place.appendixId)?.title)
    case 'provision': {
      const content = records.provisions.find((provision) => provision.id === place.provisionId)?.content ?? []
      const inside = (inline: Inline): readonly Inline[] =>
        inline.kind === 'footnote' && inline.id === place.footnoteId ? inline.content : []
      return cut(plainText(place.footnoteId === null ? content : content.flatMap(inside)))
    }
    case 'task': {
      const task = records.tasks.find((one) => one.id === place.taskId)
      if (task === undefined) return undefined
      const party = (list: readonly Party[]): string | undefined => {
        const one = list[place.start]
        return one === undefined ? undefined : partyWords(one, records.registry)
      }
      if (place.column === 'lead') return party(task.leads)
      if (place.column === 'coordinating') return party(task.coordinating)
      return cut({ task: task.content, product: task.product, deadline: task.deadline.phrase }[place.column] ?? task.extra[place.column])
    }
    default:
      return place satisfies never
  }
}

describe('the sample plan of 2023, made into one of 2024', () => {
  const records = cloneOf(samplePlan(), 2024)
  const found = findLeftovers(records)

  test('has the 10 places of the year in its text, one of them the end of a period, and the 25 documents it cites', () => {
    expect(countKinds(found)).toEqual({ 'year': 10, 'task-year': 8, 'deadline': 28, 'citation': 25, 'signer': 1 })
    const years = found.filter(({ kind }) => kind === 'year')
    expect(years.map(({ address, reason, sure, severity }) => `${address} ${reason.why} ${sure ? 'sure' : '-'} ${severity}`)).toEqual([
      ' old-year sure red',
      'II.2.4 period-ends - amber',
      'II.3.2 old-year sure red',
      'II.3.5 old-year sure red',
      // The title of a cited paper: "Kế hoạch số 247/KH-UBND ngày … về chuyển đổi số tỉnh Lạng Sơn năm 2023".
      'II.7.1 cited-title - red',
      ' old-year sure red',
      'III.2.2 old-year sure red',
      'III.4.1 old-year sure red',
      'III.4.1 old-year sure red',
      'III.5.2 old-year sure red',
    ])
  })

  test('leaves periods and targets of other years alone', () => {
    expect(found.filter(({ kind, match }) => kind !== 'citation' && (match.includes('2025') || match.includes('2030')))).toEqual([])
  })

  test('gives a deadline its new phrase, both years of one that reaches into the next', () => {
    const offers = new Map(
      found.flatMap(({ kind, match, offers: [offer] }) => (kind === 'deadline' && offer?.kind === 'words' ? [[match, offer.words]] : [])),
    )
    expect([offers.get('Quý II - Quý IV/2023'), offers.get('Trước ngày 15/01/2023'), offers.get('Năm 2023 và trước 30/01/2024')]).toEqual([
      'Quý II - Quý IV/2024',
      'Trước ngày 15/01/2024',
      'Năm 2024 và trước 30/01/2025',
    ])
  })

  test('knows each leftover by a key of its own', () => {
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
  })
})

test('a leftover is gone when its words are, and comes back when they do', () => {
  const records = cloneOf(samplePlan(), 2024)
  const before = findLeftovers(records)
  const target = before.find(({ address, kind }) => kind === 'year' && address === 'III.2.2')!
  const changed: LeftoverRecords = {
    ...records,
    provisions: records.provisions.map((provision) =>
      JSON.stringify(provision.content).includes('Chỉ số CCHC năm 2023')
        ? {
            ...provision,
            content: JSON.parse(JSON.stringify(provision.content).replace('năm 2023', 'năm 2024')) as typeof provision.content,
          }
        : provision,
    ),
  }
  expect(keys(before).filter((key) => !keys(findLeftovers(changed)).includes(key))).toEqual([target.key])
  expect(keys(findLeftovers(records))).toEqual(keys(before))
})

test('a finished task, a document that was replaced, and the old plan’s own number are told apart', () => {
  const sample = samplePlan({ number: '249', issuedOn: '2021-12-29' })
  const [first] = sample.tasks
  const found = findLeftovers(
    cloneOf(sample, 2024, {
      closures: new Map([[first!.taskId, { taskId: first!.taskId, closedOn: '2023-02-01', note: 'Đã ban hành' }]]),
      standingOf: (symbol) => (normaliseSymbol(symbol) === '43/CT-TTg' ? { kind: 'replaced', by: '23/CT-TTg' } : { kind: 'in-force' }),
    }),
  )
  const told = found
    .filter(({ kind }) => ['finished-task', 'citation', 'own-number'].includes(kind))
    .map(({ kind, severity, match, reason }) => [kind, severity, match, reason.why])
  expect(told).toEqual([
    ['finished-task', 'red', first!.content, 'task-closed'],
    ['own-number', 'amber', '249/KH-UBND', 'own-number'],
    ['citation', 'red', '43/CT-TTg', 'citation-lapsed'],
  ])
})

test('a department dissolved on 1 March 2025 is told of in a plan for 2026 with its successor, in none for 2025', () => {
  const sample = samplePlan()
  const old = sample.registry.agencies.find(({ name }) => name === 'Sở Kế hoạch và Đầu tư')!
  const successor = anAgency({ id: id<AgencyId>(0x4fff), name: 'Sở Tài chính mới', activeFrom: '2025-03-01' })
  const registry = {
    ...sample.registry,
    agencies: [
      ...sample.registry.agencies.map((agency) =>
        agency.id === old.id ? { ...agency, activeTo: '2025-02-28', successorIds: [successor.id] } : agency,
      ),
      successor,
    ],
  }
  const bodiesIn = (year: number): readonly unknown[] =>
    findLeftovers(cloneOf(sample, year, { registry }))
      .filter(({ kind }) => kind === 'agency')
      .map(({ match, offers, sure }) => [match, offers.map((offer) => ('words' in offer ? offer.words : '')), sure])
  expect(bodiesIn(2025)).toEqual([])
  const in2026 = bodiesIn(2026)
  expect(in2026.length).toBeGreaterThan(0)
  expect(new Set(in2026.map((body) => JSON.stringify(body)))).toEqual(
    new Set([JSON.stringify(['Sở Kế hoạch và Đầu tư', ['Sở Tài chính mới'], true])]),
  )
})

test('whatever year is made into whatever later year, no leftover points to words that are not there', () => {
  const text = JSON.stringify(samplePlan())
  fc.assert(
    fc.property(fc.integer({ min: 1995, max: 2190 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (from, later, gone) => {
      const sample = JSON.parse(text.replaceAll('2023', String(from))) as PlanRecords
      const registry = {
        ...sample.registry,
        agencies: sample.registry.agencies.map((agency, index) =>
          gone && index % 2 === 0 ? { ...agency, activeTo: `${from}-06-30` } : agency,
        ),
      }
      const records = cloneOf(sample, from + later, { registry })
      for (const { kind, match, places } of findLeftovers(records)) {
        for (const place of places) {
          const words = wordsAt(records, place) ?? ''
          // A document is told by its symbol, however its words are spaced.
          const cited = kind === 'citation' || kind === 'own-number'
          expect(cited ? normaliseSymbol(words).includes(match) : words === match).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a plan that was made from no other has neither old years nor finished tasks', () => {
  const sample = samplePlan()
  const kinds = countKinds(findLeftovers(cloneOf(sample, 2024, { previous: null, closures: new Map() })))
  expect(kinds).toEqual({ citation: 25 })
})
