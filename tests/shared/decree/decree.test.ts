import { expect, test } from 'vitest'
import { decree } from '#shared/decree/decree.ts'
import { within, type Rule, type Typography } from '#shared/decree/rule.ts'
import { sizeSets, type Sizes } from '#shared/decree/size-set.ts'
import { page } from '#shared/document/page-layout.ts'
import { SHORT_RULE } from '#shared/document/letterhead.ts'

const rules = Object.values(decree).flatMap((group): readonly Rule<unknown>[] => Object.values(group))

test('every rule says from which clause and which day on it is law', () => {
  expect(
    rules.filter(({ id, clause, effectiveFrom }) => !/^[A-Z]\d+$/.test(id) || clause === '' || effectiveFrom !== '2020-03-05'),
  ).toEqual([])
})

test('one id is one clause', () => {
  const clauses = Map.groupBy(rules, ({ id }) => id)
  expect([...clauses].filter(([, own]) => new Set(own.map(({ clause }) => clause)).size > 1).map(([id]) => id)).toEqual([])
})

const sized: readonly (readonly [keyof Sizes, Rule<Typography> | Rule<{ readonly size: Typography['size'] }>])[] = [
  ['nationalName', decree.head.nationalName],
  ['motto', decree.head.motto],
  ['issuer', decree.head.issuer],
  ['number', decree.head.number],
  ['placeDate', decree.head.placeDate],
  ['title', decree.head.documentType],
  ['body', decree.body.text],
  ['signature', decree.foot.signatureAuthority],
  ['recipientsHeading', decree.foot.recipientsHeading],
  ['recipient', decree.foot.recipient],
  ['appendixNumber', decree.appendix.number],
  ['pageNumber', decree.page.pageNumber],
]

test.each(['smaller', 'larger'] as const)('the %s set of sizes obeys every rule, and its sizes move together', (set) => {
  const sizes = sizeSets[set]
  expect(sized.filter(([part, { value }]) => !within(sizes[part], value.size)).map(([part]) => part)).toEqual([])
  const { nationalName, motto, placeDate } = sizes
  expect(decree.head.sizesTogether.value).toContainEqual({ nationalName, motto, placeDate })
})

const millimetres = (length: string): number => Number.parseFloat(length)

test('the page that builders make lies within the decree', () => {
  const { margins, paper } = page('body', 'portrait', 14)
  expect([paper.width, paper.height].map(millimetres)).toEqual([decree.page.paper.value.width, decree.page.paper.value.height])
  expect(
    [
      within(millimetres(margins.top), decree.page.marginTop.value),
      within(millimetres(margins.bottom), decree.page.marginBottom.value),
      within(millimetres(margins.left), decree.page.marginLeft.value),
      within(millimetres(margins.right), decree.page.marginRight.value),
      within(SHORT_RULE, decree.head.issuerRule.value),
      within(SHORT_RULE, decree.head.subjectRule.value),
    ].filter((conforms) => !conforms),
  ).toEqual([])
})
