import { test, expect } from 'vitest'
import fc from 'fast-check'
import { numberProvisions, pointLetters, sectionOf } from '#shared/domain/numbering.ts'
import { ProvisionKind, type ProvisionArea } from '#shared/domain/provision.ts'

const body = (...kinds: ProvisionKind[]) => kinds.map((kind) => ({ area: 'body' as ProvisionArea, kind }))

test('a plan is numbered I, 1, 1.1, a), - and + with an address for each sentence', () => {
  const numbers = numberProvisions(
    body(
      'opening',
      'section',
      'heading',
      'paragraph',
      'section',
      'heading',
      'bullet',
      'bullet',
      'sub-bullet',
      'heading',
      'subheading',
      'point',
      'point',
      'bullet',
      'appendix-reference',
      'closing',
    ),
  )
  expect(numbers.map(({ label, address }) => [label, address])).toEqual([
    ['', ''],
    ['I.', 'I'],
    ['1.', 'I.1'],
    ['', 'I.1.đoạn 1'],
    ['II.', 'II'],
    ['1.', 'II.1'],
    ['-', 'II.1.1'],
    ['-', 'II.1.2'],
    ['+', 'II.1.2.1'],
    ['2.', 'II.2'],
    ['2.1.', 'II.2.1'],
    ['a)', 'II.2.1.a'],
    ['b)', 'II.2.1.b'],
    ['-', 'II.2.1.b.1'],
    ['', ''],
    ['', ''],
  ])
})

test('the issuing decision and the plan it issues are numbered apart', () => {
  const blocks = [
    { area: 'decision', kind: 'legal-basis' },
    { area: 'decision', kind: 'article' },
    { area: 'decision', kind: 'article' },
    { area: 'decision', kind: 'clause' },
    { area: 'body', kind: 'section' },
    { area: 'body', kind: 'heading' },
  ] as const
  expect(numberProvisions(blocks).map(({ label }) => label)).toEqual(['', 'Điều 1.', 'Điều 2.', '1.', 'I.', '1.'])
})

test('sections start again in each part', () => {
  expect(numberProvisions(body('part', 'section', 'section', 'part', 'section')).map(({ label }) => label)).toEqual([
    'Phần I',
    'I.',
    'II.',
    'Phần II',
    'I.',
  ])
})

test('points follow the Vietnamese alphabet and go on after y', () => {
  const labels = numberProvisions(body('heading', ...Array.from({ length: 25 }, () => 'point' as const)))
    .slice(1)
    .map(({ label }) => label)
  expect(labels.slice(0, 7)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)'])
  expect(labels.slice(22)).toEqual(['y)', 'aa)', 'ab)'])
  expect(pointLetters).toHaveLength(23)
})

test('in any order of blocks every address that is not empty is unique and every parent comes earlier', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ProvisionKind.options), { maxLength: 60 }), (kinds) => {
      const blocks = body(...kinds)
      const numbers = numberProvisions(blocks)
      // A subheading without a heading above it is numbered like a heading; both may then share a number, so only well-formed levels are compared.
      numbers.forEach(({ parent }, index) => expect(parent === null || parent < index).toBe(true))
      const seen = numbers
        .map(({ address, parent }, index) => `${blocks[index]?.kind}/${parent}/${address}`)
        .filter((key) => !key.endsWith('/'))
      expect(new Set(seen).size).toBe(seen.length)
      numbers.forEach((_, index) => {
        const section = sectionOf(numbers, blocks, index)
        expect(section === null || blocks[section]?.kind === 'section').toBe(true)
      })
    }),
  )
})
