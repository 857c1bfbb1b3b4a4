import { expect, test } from 'vitest'
import { createPageEngine } from '#main/documents/page-engine.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { writePages } from '#main/documents/write-pages.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import { officePages, pagesOfPdf, type OfficePage, type PageWord } from '../helpers/office-pages.ts'
import { sampleDecision, samplePlan } from '../helpers/sample-plan.ts'

// What is seen in the preview is what Word prints: our pages beside those that LibreOffice makes of our Word file.

const MARGIN_TOP = 20 * (72 / 25.4)
const options = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' } as const
const issued = { number: '5', issuedOn: '2023-01-05' } as const
const papers: readonly (readonly [name: string, document: OfficialDocument])[] = [
  ['the plan', buildPlanDocument(samplePlan(issued), options).document],
  ['the decision with its plan', buildPlanDocument(sampleDecision(issued), options).document],
]

/** Text lines of a page in reading order; footnotes, anchors and the page's number are left out by their size and place. */
function linesOf({ words, height }: OfficePage, smallest: number): readonly string[] {
  const lines: PageWord[][] = []
  const text = words.filter((word) => word.top > MARGIN_TOP - 6 && word.bottom < height && word.bottom - word.top > smallest)
  for (const word of text.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const line = lines.at(-1)
    if (line !== undefined && word.bottom - line[0]!.bottom < 2) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) =>
    line
      .toSorted((a, b) => a.left - b.left)
      .map((word) => word.text)
      .join(' '),
  )
}

interface Stretch {
  readonly orientation: 'upright' | 'lying'
  /** What stands in the top margin of each page. */
  readonly numbers: readonly (string | null)[]
}

/** Pages of one numbering: a page without a number begins a stretch. */
function stretchesOf(pages: readonly OfficePage[]): readonly Stretch[] {
  const stretches: { orientation: Stretch['orientation']; numbers: (string | null)[] }[] = []
  for (const { width, height, words } of pages) {
    const number = words.find((word) => word.bottom < MARGIN_TOP)?.text ?? null
    if (number === null) stretches.push({ orientation: width < height ? 'upright' : 'lying', numbers: [null] })
    else stretches.at(-1)?.numbers.push(number)
  }
  return stretches
}

test('our pages and those of the Word file have the same orientation, numbers and lines, in order', async () => {
  const engine = await createPageEngine()
  const ours = await Promise.all(papers.map(async ([, document]) => pagesOfPdf(engine.pdf(writePages(document)).bytes)))
  const words = await officePages(await Promise.all(papers.map(async ([, document]) => writeDocx(document))))
  for (const [index, [name]] of papers.entries()) {
    const [ourStretches, theirStretches] = [stretchesOf(ours[index]!), stretchesOf(words[index]!)]
    expect([name, ourStretches.map(({ orientation }) => orientation)]).toEqual([name, theirStretches.map(({ orientation }) => orientation)])
    for (const [at, { numbers }] of ourStretches.entries()) {
      const theirNumbers = theirStretches[at]!.numbers
      const shorter = Math.min(numbers.length, theirNumbers.length)
      expect(numbers.slice(0, shorter)).toEqual(theirNumbers.slice(0, shorter))
      // LibreOffice leaves a line free above a table that opens a document, whatever the file says: its text may take a page more.
      expect(Math.abs(numbers.length - theirNumbers.length)).toBeLessThanOrEqual(1)
    }
    // Boxes of letters are as high as each font file says: 0.909 em in Tinos, 1.3 em in what LibreOffice embeds.
    const [mine, theirs] = [
      ours[index]!.flatMap((page) => linesOf(page, 10.6 * 0.909)),
      words[index]!.flatMap((page) => linesOf(page, 10.6 * 1.3)),
    ]
    // A rare line breaks one word sooner: LibreOffice rounds the widths of letters.
    const shared = mine.filter((line) => theirs.includes(line))
    expect(shared.length / mine.length).toBeGreaterThan(0.97)
    expect(mine.join(' ').replaceAll(' ', '')).toBe(theirs.join(' ').replaceAll(' ', ''))
  }
}, 300_000)
