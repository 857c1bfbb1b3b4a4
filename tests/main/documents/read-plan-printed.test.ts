import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixture, outlineOf, paragraph, readPlan, wordPackage } from '../../helpers/plan-reading.ts'
import { printAsText } from '../../helpers/print-as-text.ts'

const plan = readPlan(fixture('ke-hoach-cchc-2023.docx'), 'a.docx')
const printing = fc.record({
  width: fc.integer({ min: 400, max: 480 }),
  linesOnPage: fc.integer({ min: 28, max: 42 }),
  feeds: fc.boolean(),
  numbers: fc.boolean(),
  rules: fc.boolean(),
  doubled: fc.boolean(),
})

test('printed on any page and copied out of its PDF, a plan reads as before; what the page cannot tell is told', () => {
  fc.assert(
    fc.property(printing, (options) => {
      const draft = readPlan(printAsText(plan, options))
      const guesses = draft.warnings.filter(({ code }) => code === 'paragraph-join-guessed' || code === 'paragraph-break-guessed')
      // A guess may be wrong, but only where it is told; everything else must be as it was.
      expect(guesses.length === 0 ? outlineOf(draft) : outlineOf(plan)).toEqual(outlineOf(plan))
      expect(withoutKinds(outlineOf(draft))).toBe(withoutKinds(outlineOf(plan)))
    }),
    { numRuns: 60 },
  )
})

/** The outline as one text: where a paragraph begins does not show in it. */
function withoutKinds(outline: readonly string[]): string {
  return outline.join(' ').replace(/\((?:paragraph|closing|appendix-reference|opening)\) /g, '')
}

test('a Word file that a converter made of a PDF, a paragraph for each printed line, is put together again', () => {
  const printed = printAsText(plan, { width: 453, linesOnPage: 36, feeds: false, numbers: true, rules: false, doubled: false })
  const body = printed
    .split('\n')
    .map((line) => paragraph(line.trim().replaceAll('&', '&amp;')))
    .join('')
  expect(outlineOf(readPlan(wordPackage({ body }), 'a.docx'))).toEqual(outlineOf(readPlan(printed)))
})
