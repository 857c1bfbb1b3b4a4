import { beforeAll, describe, expect, test } from 'vitest'
import { checkDocx } from '#main/documents/check-docx.ts'
import { openPackage } from '#main/documents/open-package.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { childOf, elementsOf, textOf, type XmlElement } from '#main/documents/xml-tree.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { comparePapers, type ComparedPapers } from '../helpers/comparison-papers.ts'
import { editedPlan } from '../helpers/edited-plan.ts'
import { sampleDecision, samplePlan } from '../helpers/sample-plan.ts'
import { settleChanges, type Settled } from '../helpers/settled-changes.ts'

// What an office program makes of our tracked changes: LibreOffice accepts all of them, or rejects all.

const sample = samplePlan()
const withoutAppendix: PlanRecords = { ...sample, appendices: [] }
/** Two sentences that follow each other: words behind the first and before the second. */
function longer(records: PlanRecords): PlanRecords {
  const at = records.provisions.findIndex(({ kind }, index) => kind === 'paragraph' && records.provisions[index + 1]?.kind === 'paragraph')
  const more = { kind: 'text', text: 'rà soát thường xuyên' } as const
  return {
    ...records,
    provisions: records.provisions.map((block, index) => {
      if (index === at) return { ...block, content: [...block.content, { ...more, text: ` ${more.text}` }] }
      return index === at + 1 ? { ...block, content: [{ ...more, text: `${more.text} ` }, ...block.content] } : block
    }),
  }
}
const pairs: readonly (readonly [what: string, before: PlanRecords, after: PlanRecords])[] = [
  ['every kind of edit', sample, editedPlan(sample)],
  ['the same edits taken back', editedPlan(sample), sample],
  ['a decision with its plan', sampleDecision(), editedPlan(sampleDecision())],
  ['a sentence longer at its end before one longer at its beginning', sample, longer(sample)],
  ['an appendix that came', withoutAppendix, sample],
  ['an appendix that went', sample, withoutAppendix],
]
let papers: readonly ComparedPapers[]
let files: readonly Uint8Array[]
let settled: readonly Settled[]

beforeAll(async () => {
  papers = pairs.map(([, before, after]) => comparePapers(before, after))
  files = await Promise.all(papers.map(({ comparison }) => writeDocx(comparison)))
  settled = await settleChanges(files)
}, 300_000)

function wordsUnder(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => (child.name === 'w:t' ? textOf(child) : child.name === 'w:pPr' ? '' : wordsUnder(child)))
    .join('')
}

/** Paragraphs that say something, in the order of the file; cells one by one; then the footnotes. */
function linesOf(bytes: Uint8Array): { readonly text: readonly string[]; readonly notes: readonly string[]; readonly rows: number } {
  const book = openPackage(bytes, 'test.docx', 'docx')
  const found = { text: [] as string[], notes: [] as string[], rows: 0 }
  const walk = (element: XmlElement, lines: string[]): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:tr') found.rows += 1
      if (child.name === 'w:p') {
        const words = wordsUnder(child).normalize('NFC').trim()
        if (words !== '') lines.push(words)
      } else walk(child, lines)
    }
  }
  const body = childOf(book.xml(book.mainPart), 'w:body')
  if (body !== null) walk(body, found.text)
  const notes = book.xml('word/footnotes.xml')
  if (notes !== null) walk(notes, found.notes)
  return found
}

describe.each(pairs.map(([what], index) => [what, index] as const))('a comparison with %s', (_, index) => {
  test('is a sound Word file in the form of the decree', () => {
    const judged = checkDocx(files[index] as Uint8Array, { file: 'so-sanh.docx', copy: null })
    expect(judged.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('says the newer paper when everything is accepted', async () => {
    expect(linesOf((settled[index] as Settled).accepted)).toEqual(linesOf(await writeDocx((papers[index] as ComparedPapers).after)))
  })

  test('says the older paper when everything is rejected', async () => {
    const [said, wanted] = [
      linesOf((settled[index] as Settled).rejected),
      linesOf(await writeDocx((papers[index] as ComparedPapers).before)),
    ]
    expect({ ...said, text: said.text.toSorted() }).toEqual({ ...wanted, text: wanted.text.toSorted() })
  })
})

test('the same comparison written twice is the same file', async () => {
  const [first] = papers
  if (first === undefined) throw new Error('there are papers')
  expect(Buffer.from(await writeDocx(first.comparison)).equals(files[0] as Uint8Array)).toBe(true)
})
