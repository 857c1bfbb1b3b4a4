import { beforeAll, describe, expect, test } from 'vitest'
import type { AppendixId, ProvisionId } from '#shared/domain/identifier.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import { wordsOf } from '#shared/document/words.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { officePages, type OfficePage } from '../helpers/office-pages.ts'
import { id } from '../helpers/records.ts'
import { sampleDecision, samplePlan } from '../helpers/sample-plan.ts'

// What an office program makes of our Word files: measured on the pages of a PDF that LibreOffice made of them.

const options: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }
const issued = { number: '5', issuedOn: '2023-01-05' } as const
const MILLIMETRE = 72 / 25.4
const LONG_CELL = 1500
/** Bodies of growing length, so that the signature comes to the foot of a page in some of them. */
const GROWING = 14

/** The sample with a second appendix, upright, and a mark at both ends of every row's widest cell. */
function marked(): PlanRecords {
  const records = samplePlan(issued)
  const second = { ...records.appendices[0]!, id: id<AppendixId>(0x2001), orientation: 'portrait' as const }
  const copies = records.appendices.concat(second).flatMap(({ id: appendixId }, appendix) =>
    records.tasks.map((task, row) => ({
      ...task,
      appendixId,
      content: `ĐẦU${appendix}.${row} ${`${task.content} `.repeat((row % 5) + 1)}CUỐI${appendix}.${row}`,
    })),
  )
  return { ...records, appendices: [...records.appendices, second], tasks: copies }
}

function withLongCell(): PlanRecords {
  const records = samplePlan(issued)
  const content = Array.from({ length: LONG_CELL }, (_, index) => `từ${index}`).join(' ')
  return { ...records, tasks: records.tasks.map((task, index) => (index === 4 ? { ...task, content } : task)) }
}

function growing(paragraphs: number): PlanRecords {
  const records = samplePlan(issued)
  const filler = Array.from({ length: paragraphs }, (_, index) => ({
    id: id<ProvisionId>(0x800 + index),
    area: 'body' as const,
    kind: 'paragraph' as const,
    content: [{ kind: 'text' as const, text: 'Đoạn thêm một dòng.' }],
  }))
  return { ...records, provisions: [...records.provisions.slice(0, 3), ...filler, ...records.provisions.slice(-2)], appendices: [] }
}

const sources: readonly PlanRecords[] = [
  marked(),
  sampleDecision(issued),
  withLongCell(),
  ...Array.from({ length: GROWING }, (_, index) => growing(2 * index)),
]
let documents: readonly OfficialDocument[]
let papers: readonly (readonly OfficePage[])[]

beforeAll(async () => {
  documents = sources.map((records) => buildPlanDocument(records, options).document)
  papers = await officePages(await Promise.all(documents.map((document) => writeDocx(document))))
}, 300_000)

/** Pages of each section: an appendix begins where its number stands, a paper where the national name does. */
function sectionsOf(pages: readonly OfficePage[]): readonly (readonly OfficePage[])[] {
  const sections: OfficePage[][] = []
  for (const page of pages) {
    const [first, second] = page.words
    const opens = page.words.some(({ text }) => text === 'CỘNG') || (first?.text === 'Phụ' && second?.text === 'lục')
    if (opens) sections.push([page])
    else sections.at(-1)?.push(page)
  }
  return sections
}

/** The number in the top margin, or null. */
function pageNumber({ words, width }: OfficePage): { readonly number: number; readonly offCentre: number } | null {
  const word = words.find(({ bottom }) => bottom < 20 * MILLIMETRE)
  if (word === undefined) return null
  // The text's middle: left margin 30 mm, right 15 mm.
  return {
    number: Number(word.text),
    offCentre: Math.abs((word.left + word.right) / 2 - (30 * MILLIMETRE + (width - 15 * MILLIMETRE)) / 2),
  }
}

const textOf = ({ words }: OfficePage): string => words.map(({ text }) => text).join(' ')

describe('the plan with an appendix on its side and one upright', () => {
  test('is on A4, each section turned as it should be', () => {
    const sizes = sectionsOf(papers[0]!).map((pages) => [
      ...new Set(pages.map(({ width, height }) => `${Math.round(width / MILLIMETRE)} × ${Math.round(height / MILLIMETRE)}`)),
    ])
    expect(sizes).toEqual([['210 × 297'], ['297 × 210'], ['210 × 297']])
  })

  test('keeps its text within the margins of the decree', () => {
    const edges = papers[0]!.flatMap(({ words, width, height }) =>
      words
        .filter(({ bottom }) => bottom > 20 * MILLIMETRE)
        .map(({ left, top, right, bottom }) => ({
          left: left / MILLIMETRE,
          top: top / MILLIMETRE,
          right: (width - right) / MILLIMETRE,
          bottom: (height - bottom) / MILLIMETRE,
        })),
    )
    const nearest = (side: 'left' | 'top' | 'right' | 'bottom'): number => Math.min(...edges.map((edge) => edge[side]))
    // Letters lean a little over their own width: half a millimetre.
    expect([nearest('left') > 29.5, nearest('top') > 19.5, nearest('right') > 14.5, nearest('bottom') > 19.5]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  test('begins at the top margin: no empty line above its head', () => {
    const tops = [...sectionsOf(papers[0]!), ...sectionsOf(papers[1]!)].map(
      ([page]) => Math.min(...(page?.words.map(({ top }) => top) ?? [])) / MILLIMETRE,
    )
    expect(tops.filter((top) => top > 23)).toEqual([])
  })

  test('numbers the pages of each section from 1, in the middle of the top margin, the first one hidden', () => {
    const shown = sectionsOf(papers[0]!).map((pages) => pages.map((page) => pageNumber(page)?.number ?? null))
    expect(shown).toEqual(shown.map((pages) => pages.map((_, index) => (index === 0 ? null : index + 1))))
    expect(shown.every((pages) => pages.length > 1)).toBe(true)
    expect(papers[0]!.flatMap((page) => pageNumber(page)?.offCentre ?? []).filter((off) => off > 1)).toEqual([])
  })

  test('repeats the header row on each page of an appendix', () => {
    const [, ...appendices] = sectionsOf(papers[0]!)
    expect(appendices.flat().filter(({ words }) => words.every(({ text }) => text !== 'STT'))).toEqual([])
  })

  test('splits no row over two pages', () => {
    const pageOf = new Map(
      papers[0]!.flatMap((page, index) =>
        page.words.filter(({ text }) => /^(?:ĐẦU|CUỐI)/.test(text)).map(({ text }) => [text, index] as const),
      ),
    )
    const rows = [...pageOf.keys()].filter((mark) => mark.startsWith('ĐẦU'))
    expect(rows).toHaveLength(88)
    expect(rows.filter((mark) => pageOf.get(mark) !== pageOf.get(mark.replace('ĐẦU', 'CUỐI')))).toEqual([])
  })

  test('never leaves the row of a field at the foot of a page, without a task under it', () => {
    const [, ...appendices] = sectionsOf(papers[0]!)
    // The last line of a page is never the bold Roman number of a field.
    const lastNumbers = appendices.flat().map(
      ({ words }) =>
        words
          .filter(({ left }) => left < 45 * MILLIMETRE)
          .toSorted((one, other) => one.top - other.top)
          .at(-1)?.text ?? '',
    )
    expect(lastNumbers.filter((number) => /^[IVX]+$/.test(number))).toEqual([])
  })
})

test('the decision, the plan that it issues and the appendix each count their own pages', () => {
  const shown = sectionsOf(papers[1]!).map((pages) => pages.map((page) => pageNumber(page)?.number ?? null))
  expect(shown.map((pages) => pages.slice(0, 2))).toEqual([[null], [null, 2], [null, 2]])
})

test('a cell of 1,500 words loses none of them, though it is taller than a page', () => {
  const words = new Set(papers[2]!.flatMap((page) => page.words.map(({ text }) => text)))
  expect(Array.from({ length: LONG_CELL }, (_, index) => `từ${index}`).filter((word) => !words.has(word))).toEqual([])
})

/** How often each piece of some words comes. A line may end behind a hyphen or a stroke, and a footnote's number stands before a semicolon. */
function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const piece of words.flatMap((word) => word.split(/(?<=[-/–])|(?=;)/u))) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return counts
}

test('the pages say what the document says: every word as often, header rows and page numbers apart', () => {
  const { text, footnotes } = wordsOf(documents[1]!)
  const said = count([...text, ...footnotes])
  const printed = count(papers[1]!.flatMap((page) => page.words.filter(({ bottom }) => bottom > 20 * MILLIMETRE).map((word) => word.text)))
  expect([...said].filter(([piece, times]) => (printed.get(piece) ?? 0) < times)).toEqual([])
})

test('the signature is never alone on its page, however long the text is', () => {
  const alone = papers.slice(3).filter((pages) => {
    const page = pages.find((one) => textOf(one).includes('Dương Xuân Huyên'))
    return page === undefined || !textOf(page).includes('nghiêm túc triển khai thực hiện./.')
  })
  expect(alone).toEqual([])
  // Some of them did come to the foot of a page: the number of pages grows within the series.
  expect(new Set(papers.slice(3).map((pages) => pages.length)).size).toBeGreaterThan(1)
})
