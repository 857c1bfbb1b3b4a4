import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FieldId, FootnoteId, ProvisionId } from '#shared/domain/identifier.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { comparePapers, linesOf } from '../../helpers/comparison-papers.ts'
import { editedPlan } from '../../helpers/edited-plan.ts'
import { id } from '../../helpers/records.ts'
import { sampleDecision, samplePlan } from '../../helpers/sample-plan.ts'

const sample = samplePlan()

const words = (lines: readonly string[] | undefined): readonly string[] => (lines ?? []).filter((line) => line !== '')

/** Both papers as they can be read out of the comparison, beside what they are. */
function both(before: PlanRecords, after: PlanRecords): readonly (readonly string[])[] {
  const papers = comparePapers(before, after)
  return [linesOf(papers.comparison, 'inserted'), linesOf(papers.comparison, 'deleted'), linesOf(papers.before), linesOf(papers.after)]
}

test('a paper beside itself has no change but its draft mark', () => {
  const { comparison } = comparePapers(sample, sample)
  expect(JSON.stringify(comparison.sections).match(/"change":"(?:inserted|deleted)"/g)).toHaveLength(2)
})

test.each([
  ['words, sentences, footnotes, rows and cells', sample, editedPlan(sample)],
  ['the edits taken back', editedPlan(sample), sample],
  ['the decision that issues it', sampleDecision(), editedPlan(sampleDecision())],
  ['a plan that a decision issues now', sample, sampleDecision()],
  ['an appendix that came', { ...sample, appendices: [] }, sample],
  ['an appendix that went', sample, { ...sample, appendices: [] }],
])('both papers can be read out of the comparison: %s', (_, before, after) => {
  const [rejected, accepted, old, now] = both(before, after)
  expect(words(accepted)).toEqual(words(now))
  expect(words(rejected).toSorted()).toEqual(words(old).toSorted())
})

test('a table that got another column takes the place of the old one', () => {
  const [appendix] = sample.appendices
  if (appendix === undefined) throw new Error('the sample has an appendix')
  const columns = [...appendix.columns, { key: 'extra:note', title: 'Ghi chú', weight: 5 }]
  const [rejected, accepted, old, now] = both(sample, { ...sample, appendices: [{ ...appendix, columns }] })
  expect([words(accepted), words(rejected)]).toEqual([words(now), words(old)])
})

interface Edit {
  readonly at: number
  readonly how: string
  readonly to: number
  readonly words: string
}

/** The plan with some edits made one after the other. */
function edited(records: PlanRecords, edits: readonly Edit[]): PlanRecords {
  const provisions = [...records.provisions]
  const tasks = [...records.tasks]
  let recipients = [...records.plan.recipients]
  let made = 0
  for (const { at, how, to, words: put } of edits) {
    const block = provisions[at % provisions.length]
    const task = tasks[at % tasks.length]
    const other = tasks[to % tasks.length]
    if (block === undefined || task === undefined || other === undefined) continue
    const place = provisions.indexOf(block)
    if (how === 'words') provisions[place] = { ...block, content: [{ kind: 'text', text: `${put} ` }, ...block.content] }
    if (how === 'remove') provisions.splice(place, 1)
    if (how === 'add')
      provisions.splice(to % provisions.length, 0, {
        ...block,
        id: id<ProvisionId>(0x9000 + made++),
        content: [{ kind: 'text', text: put }],
      })
    if (how === 'move') provisions.splice(to % provisions.length, 0, ...provisions.splice(place, 1))
    if (how === 'note')
      provisions[place] = {
        ...block,
        content: [...block.content, { kind: 'footnote', id: id<FootnoteId>(0xa000 + made++), content: [{ kind: 'text', text: put }] }],
      }
    if (how === 'kind') provisions[place] = { ...block, kind: block.kind === 'bullet' ? 'heading' : 'bullet' }
    if (how === 'swap-rows') {
      tasks[at % tasks.length] = { ...task, position: other.position }
      tasks[to % tasks.length] = { ...other, position: task.position }
    }
    if (how === 'cell') tasks[at % tasks.length] = { ...task, product: `${task.product}\n${put}`, fieldId: id<FieldId>(0x3000 + (to % 7)) }
    if (how === 'drop-row') tasks.splice(at % tasks.length, 1)
    if (how === 'recipients') recipients = [...recipients.slice(1), put]
  }
  return { ...records, provisions, tasks, plan: { ...records.plan, recipients } }
}

test('whatever is edited, both papers can be read out of the comparison', () => {
  const many = sample.provisions.length
  const anEdit = fc.record({
    at: fc.nat(many - 1),
    how: fc.constantFrom('words', 'remove', 'add', 'move', 'note', 'kind', 'swap-rows', 'cell', 'drop-row', 'recipients'),
    to: fc.nat(many - 1),
    words: fc.constantFrom('rà soát', 'năm 2024', 'Sở Nội vụ chủ trì', ','),
  })
  fc.assert(
    fc.property(fc.array(anEdit, { minLength: 1, maxLength: 8 }), (edits) => {
      const [rejected, accepted, old, now] = both(sample, edited(sample, edits))
      expect(accepted?.filter((line) => line !== '')).toEqual(now?.filter((line) => line !== ''))
      expect(rejected?.filter((line) => line !== '')).toEqual(old?.filter((line) => line !== ''))
    }),
    { numRuns: 60 },
  )
})
