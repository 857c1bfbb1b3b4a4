import { expect, test } from 'vitest'
import { plainText, type Inline } from '#shared/domain/inline.ts'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { readPlanFile } from '#main/documents/read-plan.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { sampleDecision, samplePlan } from '../../helpers/sample-plan.ts'

const options: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }

async function readBack(records: PlanRecords, own: Partial<DocumentOptions> = {}): Promise<PlanDraft> {
  const bytes = await writeDocx(buildPlanDocument(records, { ...options, ...own }).document)
  return readPlanFile({ file: 'kế hoạch.docx', bytes, year: 2023, registry: records.registry }, () => undefined)
}

function blocks(draft: { readonly area: string; readonly kind: string; readonly content: PlanDraft['blocks'][number]['content'] }): string {
  const notes = draft.content.flatMap((inline) => (inline.kind === 'footnote' ? [inline.content.map(({ text }) => text).join('')] : []))
  return [
    draft.area,
    draft.kind,
    plainText(draft.content.filter((inline): inline is Inline => inline.kind !== 'footnote'))
      .replace(/\s+/gu, ' ')
      .trim(),
    ...notes,
  ].join('|')
}

test.each([
  ['a draft without number and day', samplePlan(), { draftMark: 'DỰ THẢO LẦN 2' }],
  ['an issued plan', samplePlan({ number: '5', issuedOn: '2023-01-05' }), {}],
  [
    'a plan in smaller letters, as an electronic original',
    samplePlan({ sizeSet: 'smaller', number: '25', issuedOn: '2023-03-05' }),
    { copy: 'electronic' as const },
  ],
  ['a decision and the plan that it issues', sampleDecision({ number: '5', issuedOn: '2023-01-05' }), {}],
])('%s comes back from Word with every block, footnote, recipient and row as it went', async (_name, records, own) => {
  const draft = await readBack(records, own)
  const { plan } = records
  const went = records.provisions.map((provision, index) => {
    const block = blocks(provision)
    // The last block of a paper ends in "./.", whatever was typed.
    const last = provision.area === 'decision' && records.provisions[index + 1]?.area === 'body'
    return last ? block.replace(/\.$/, './.') : block
  })
  expect(draft.blocks.map(blocks)).toEqual(went)
  expect([draft.legalForm, draft.number, draft.symbol, draft.issuedOn, draft.subject, draft.letterhead, draft.signature]).toEqual([
    plan.legalForm,
    plan.number === null ? null : plan.number.padStart(2, '0'),
    plan.symbol,
    plan.issuedOn,
    plan.subject,
    plan.letterhead,
    plan.signature,
  ])
  // The full stop that ends the list is read with its line.
  const recipients = plan.recipients.map((recipient, index) => (index === plan.recipients.length - 1 ? `${recipient}.` : recipient))
  expect(draft.recipients).toEqual(plan.legalForm === 'decision' ? ['Như Điều 3', ...recipients] : recipients)
  const [appendix] = draft.appendices
  expect(appendix?.rows.map(({ stt, content, product, deadline }) => [stt, content, product, deadline.phrase])).toEqual(
    records.fields.flatMap(({ id }) =>
      records.tasks
        .filter(({ fieldId }) => fieldId === id)
        .map(({ content, product, deadline }, index) => [String(index + 1), content, product, deadline.phrase]),
    ),
  )
  // What is doubtful in the sample itself stays so; the form adds no doubt.
  expect(draft.warnings.filter(({ code }) => code !== 'agency-ambiguous').map(({ code }) => code)).toEqual(['citation-without-date-word'])
})
