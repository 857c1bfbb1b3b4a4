import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixture, outlineOf, readPlan } from '../../helpers/plan-reading.ts'
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
      if (guesses.length === 0) expect(outlineOf(draft)).toEqual(outlineOf(plan))
      expect(withoutKinds(outlineOf(draft))).toBe(withoutKinds(outlineOf(plan)))
    }),
    { numRuns: 60 },
  )
})

/** The outline as one text: where a paragraph begins does not show in it. */
function withoutKinds(outline: readonly string[]): string {
  return outline.join(' ').replace(/\((?:paragraph|closing|appendix-reference|opening)\) /g, '')
}
