import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createPageEngine, type PageEngine } from '#main/documents/page-engine.ts'
import { writePages } from '#main/documents/write-pages.ts'
import type { OfficialDocument, TableBlock } from '#shared/document/blocks.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import { wordsOf } from '#shared/document/words.ts'
import {
  APPENDIX_COLUMNS,
  appendixTable,
  cell,
  everyBlock,
  footnote,
  headingRow,
  paper,
  paragraph,
  section,
  taskRow,
  text,
} from '../../helpers/papers.ts'
import { readPdf, sizeOf, type PdfPage, type PdfWord } from '../../helpers/pdf.ts'
import { sampleDecision, samplePlan } from '../../helpers/sample-plan.ts'

const run = promisify(execFile)
const FOOTNOTE_SIZE = 10

let engine: PageEngine
beforeAll(async () => {
  engine = await createPageEngine()
})

const pagesOf = async (document: OfficialDocument): Promise<readonly PdfPage[]> => readPdf(engine.pdf(writePages(document)).bytes)
const options = { copy: 'paper', draftMark: 'DỰ THẢO LẦN 2', stamp: '2023-01-05T00:00:00.000Z' } as const
const landscape = { orientation: 'landscape' } as const
const manyWords = (count: number, start = 'chữ'): string => Array.from({ length: count }, (_, index) => `${start}${index}`).join(' ')

const written = (words: readonly PdfWord[]): string => words.map((word) => word.text).join('')

/** Letters of the text and of the footnotes; numbers of pages, anchors and repeated heads of tables are left out. */
function lettersOf(pages: readonly PdfPage[], tableHead = ''): { readonly text: string; readonly footnotes: string } {
  let headSeen = false
  const drawnText = pages.map((page) => {
    const own = page.words.filter((word) => word.top > MARGIN_TOP - 4 && sizeOf(word) > FOOTNOTE_SIZE + 0.5)
    const drawn = written(own)
    if (tableHead === '' || !drawn.includes(tableHead)) return drawn
    if (headSeen) return drawn.replace(tableHead, '')
    headSeen = true
    return drawn
  })
  return {
    text: drawnText.join(''),
    footnotes: written(pages.flatMap((page) => page.words.filter((word) => Math.abs(sizeOf(word) - FOOTNOTE_SIZE) < 0.4))),
  }
}

/** Cells over several rows are drawn out of order: then what counts is that each letter is there as often as it should be. */
const sorted = (letters: string): string => Array.from(letters).toSorted().join('')

const MARGIN_TOP = 20 * (72 / 25.4)

function said(document: OfficialDocument): { readonly text: string; readonly footnotes: string } {
  const { text: words, footnotes } = wordsOf(document)
  return { text: words.join(''), footnotes: footnotes.join('') }
}

/** The number in the top margin of each page, null where there is none. */
function pageNumbers(pages: readonly PdfPage[]): readonly (string | null)[] {
  return pages.map(({ words }) => words.find((word) => word.bottom < MARGIN_TOP)?.text ?? null)
}

describe('the pages say what the document says', () => {
  test('every kind of block, run and row is drawn, in order', async () => {
    const document = everyBlock()
    const { text: words, footnotes } = lettersOf(await pagesOf(document))
    // Raised and lowered letters are smaller than a footnote; they are looked for by themselves.
    const expected = { ...said(document), text: said(document).text.replace('m2vàH2O', 'mvàHO') }
    // A cell over two rows is drawn after the first of them; what stands before that row comes word by word.
    const before = expected.text.indexOf('2Việccóhai')
    expect(words.slice(0, before)).toBe(expected.text.slice(0, before))
    expect({ text: sorted(words), footnotes }).toEqual({ text: sorted(expected.text), footnotes: expected.footnotes })
    const small = (await pagesOf(document)).flatMap((page) => page.words.filter((word) => sizeOf(word) < 9.5).map((word) => word.text))
    expect(small).toEqual(['2', '2', '1', '1', '2', '2'])
  })

  test.each([
    ['the plan', () => samplePlan()],
    ['the decision with its plan', () => sampleDecision()],
  ])('%s of the sample loses no word on the way to the page', async (_, records) => {
    const { document } = buildPlanDocument(records(), options)
    const table = document.sections.flatMap(({ blocks }) => blocks).find((block): block is TableBlock => block.kind === 'table')
    const head = wordsOf({ sections: [section('x', [{ ...table!, rows: [] }])] }).text.join('')
    expect(lettersOf(await pagesOf(document), head)).toEqual(said(document))
  })

  test('what looks like the language of the page engine stands there as it was typed', async () => {
    const hostile = [
      '#panic("x") #let a = 1 #import "@preview/x:0.1.0" #read("/document.json")',
      '$x^2$ *đậm* _nghiêng_ `mã` ``` = đề mục <nhãn> @trích [ngoặc] {khối} \\ \\u{41} // chú /* thích */ ~ -- --- ...',
      '"ngoặc kép" \'đơn\' </svg><script>alert(1)</script> &amp; {"json": [1]}',
    ]
    const document = paper([
      section('body', [
        ...hostile.map((words) => paragraph([text(words), footnote(1, words)])),
        appendixTable([taskRow(hostile.slice(0, 1).concat('', '', '', '', ''))]),
      ]),
    ])
    const { text: words, footnotes } = lettersOf(await pagesOf(document))
    expect({ text: words, footnotes }).toEqual(said(document))
  })

  test('a word wider than its cell is broken inside the cell and does not run over its neighbour', async () => {
    const address = `https://thutuchanhchinh.mau.gov.vn/${'x'.repeat(60)}`
    const pages = await pagesOf(paper([section('body', [appendixTable([taskRow(['1', 'Việc', address, 'Sở Mẫu', 'Không', 'Quý I'])])])]))
    const leadsStart = pages[0]!.words.find((word) => word.text === 'Sở')!.left
    const pieces = pages[0]!.words.filter((word) => address.includes(word.text) && word.left > 200 && word.top > 90)
    expect(pieces.map((word) => word.text).join('')).toBe(address)
    expect(Math.max(...pieces.map((word) => word.right))).toBeLessThan(leadsStart)
  })

  test('whatever rows there are, long, short, joined or empty, every letter reaches a page', async () => {
    const words = fc
      .array(fc.constantFrom('nhiệm', 'vụ', 'rà', 'soát', '12/NQ-CP', 'A'.repeat(40), 'Ủy'), { maxLength: 900 })
      .map((parts) => parts.join(' '))
    const row = fc
      .tuple(fc.array(words, { minLength: 6, maxLength: 6 }), fc.boolean())
      .map(([cells, joined]) =>
        joined ? [taskRow([cell(cells[0]!, { rowSpan: 2 }), ...cells.slice(1)]), taskRow(cells.slice(1))] : [taskRow(cells)],
      )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, fc.constant([headingRow('field', 'LĨNH VỰC', 6)])), { maxLength: 6 }), async (rows) => {
        const document = paper([section('a', [{ ...appendixTable(rows.flat()), headerRows: [] }], landscape)])
        expect(sorted(lettersOf(await pagesOf(document), APPENDIX_COLUMNS.join('').replaceAll(' ', '')).text)).toBe(
          sorted(said(document).text),
        )
      }),
      { numRuns: 25 },
    )
  }, 300_000)

  test('whatever text there is, kept together, kept with what follows, with footnotes or breaks, every letter reaches a page', async () => {
    const words = fc.integer({ min: 1, max: 700 }).map((count) => manyWords(count))
    const block = fc.oneof(fc.record({ words, note: words, keepTogether: fc.boolean(), keepWithNext: fc.boolean() }), fc.constant(null))
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 12 }), async (blocks) => {
        const document = paper([
          section(
            'a',
            blocks.map((one, index) =>
              one === null
                ? ({ kind: 'page-break' } as const)
                : paragraph([text(one.words), footnote(index + 1, one.note)], {
                    format: { keepTogether: one.keepTogether, keepWithNext: one.keepWithNext },
                  }),
            ),
          ),
        ])
        expect(lettersOf(await pagesOf(document))).toEqual(said(document))
      }),
      { numRuns: 15 },
    )
  }, 300_000)

  test('letters that the font has no shape for are named, so that nobody prints boxes unaware', () => {
    const document = paper([section('a', [paragraph([text('Đã xong ☑ → 你 “Ủy” – ½\u00a0x\u200by'), footnote(1, '✓ ☑')])])])
    expect(engine.layOut(writePages(document), 0, 0).lettersWithoutShape).toEqual(['☑', '你', '✓'])
    expect(engine.pdf(writePages(everyBlock())).lettersWithoutShape).toEqual([])
  })
})

describe('what cannot be kept together is let go, and says so', () => {
  const long = manyWords(1500)

  test('a cell of 1,500 words goes over pages with every word, and its row is named', async () => {
    const table = appendixTable([
      headingRow('field', 'I. LĨNH VỰC', 6),
      taskRow(['1', long, 'Báo cáo', 'Sở Mẫu', 'Không', 'Quý I'], 'task-long'),
      taskRow(['2', 'Việc ngắn', '', '', '', ''], 'task-short'),
    ])
    const document = paper([section('appendix-1', [table], landscape)])
    const files = writePages(document)
    expect(engine.layOut(files, 0, 0).splitSourceIds).toEqual(['task-long'])
    const pages = await readPdf(engine.pdf(files).bytes)
    const words = pages.flatMap((page) => page.words.map((word) => word.text)).filter((word) => /^chữ\d+$/u.test(word))
    expect(words).toEqual(long.split(' '))
    expect(pages.length).toBeGreaterThan(2)
  })

  test('a paragraph, a foot, a joined row and a head of a table that are taller than a page keep their words', async () => {
    const tall = [
      paper([section('a', [paragraph(long, { format: { keepTogether: true }, sourceId: 'p' })])]),
      paper([
        section('a', [
          {
            kind: 'side-by-side',
            role: 'signature',
            leftShare: 0.5,
            left: Array.from({ length: 150 }, (_, index) => paragraph(`- Nơi nhận ${index};`, { format: { firstLineIndent: '0mm' } })),
            right: [paragraph('NGƯỜI KÝ')],
          },
        ]),
      ]),
      paper([
        section(
          'a',
          [
            appendixTable([
              taskRow([cell('1', { rowSpan: 2 }), manyWords(400), '', '', '', ''], 'joined'),
              taskRow([manyWords(400, 'sau'), '', '', '', ''], 'second'),
            ]),
          ],
          landscape,
        ),
      ]),
      paper([
        section(
          'a',
          [
            {
              ...appendixTable([taskRow(['1', 'Việc', '', '', '', ''])]),
              headerRows: [{ cells: APPENDIX_COLUMNS.map((title) => cell(`${title} ${manyWords(600)}`)) }],
            },
          ],
          landscape,
        ),
      ]),
    ]
    for (const document of tall) {
      expect(sorted(lettersOf(await pagesOf(document), APPENDIX_COLUMNS.join('').replaceAll(' ', '')).text)).toBe(
        sorted(said(document).text),
      )
    }
    expect(tall.map((document) => engine.layOut(writePages(document), 0, 0).splitSourceIds)).toEqual([
      ['p'],
      [null],
      ['joined', 'second'],
      [],
    ])
  })

  test('no other row is split: each stands whole on one page, under the repeated head, its heading on the same page', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      ...(index % 5 === 0 ? [headingRow('field', `LĨNHVỰC${index}`, 6)] : []),
      taskRow([`n${index}`, manyWords(5 + ((index * 37) % 90), `r${index}w`), 'Báo cáo', 'Sở Mẫu', 'Không', `cuối${index}`]),
    ]).flat()
    const document = paper([section('appendix-1', [appendixTable(rows)], landscape)])
    const pages = await pagesOf(document)
    const pageOf = (find: RegExp): readonly number[] =>
      pages.flatMap(({ words }, page) => (words.some((word) => find.test(word.text)) ? [page] : []))
    const split = Array.from({ length: 60 }, (_, index) => pageOf(new RegExp(`^(n${index}|r${index}w\\d+|cuối${index})$`, 'u'))).filter(
      (found) => found.length !== 1,
    )
    const parted = Array.from({ length: 12 }, (_, index) => [
      pageOf(new RegExp(`^LĨNHVỰC${index * 5}$`, 'u')),
      pageOf(new RegExp(`^n${index * 5}$`, 'u')),
    ]).filter(([heading, row]) => heading?.[0] !== row?.[0])
    const headless = pages.filter(({ words }) => words.filter((word) => word.text === 'STT').length !== 1)
    expect({ split, parted, headless, several: pages.length > 5 }).toEqual({ split: [], parted: [], headless: [], several: true })
    expect(engine.layOut(writePages(document), 0, 0).splitSourceIds).toEqual([])
  })
})

const numbered = (count: number): readonly (string | null)[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? null : String(index + 1)))

const inPlace = ({ words }: PdfPage): readonly PdfWord[] =>
  words.filter((word) => sizeOf(word) > 9.5).toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)

describe('the page itself', () => {
  test('the sample has an upright text and a lying appendix, each numbered from 1 in the middle of its top margin, first pages without', async () => {
    const { document } = buildPlanDocument(samplePlan(), options)
    const pages = await pagesOf(document)
    const upright = pages.filter((page) => page.width < page.height)
    const lying = pages.slice(upright.length)
    expect(pages.map((page) => [Math.round(page.width), Math.round(page.height)])).toEqual([
      ...upright.map(() => [595, 842]),
      ...lying.map(() => [842, 595]),
    ])
    expect(pageNumbers(pages)).toEqual([...numbered(upright.length), ...numbered(lying.length)])
    const number = upright[1]!.words.find((word) => word.bottom < MARGIN_TOP)!
    const { left, right } = document.sections[0]!.margins
    const middle = (595.28 + (Number.parseFloat(left) - Number.parseFloat(right)) * (72 / 25.4)) / 2
    expect((number.left + number.right) / 2).toBeCloseTo(middle, 0)
    expect([upright.length, lying.length]).toEqual([8, 5])
  })

  test('numbers that do not restart go on over the sections', async () => {
    const going = { pageNumbers: { show: 'all', restart: false, size: '13pt' } } as const
    const pages = await pagesOf(
      paper([
        section('a', [paragraph('một')]),
        section('b', [paragraph('hai')], going),
        section('c', [paragraph('ba')], { ...going, pageNumbers: { ...going.pageNumbers, show: 'none' } }),
      ]),
    )
    expect(pageNumbers(pages)).toEqual([null, '2', null])
  })

  test('lines are justified, indented and as far apart as Word sets them; of two spaces the larger counts', async () => {
    const format = { lineSpacing: 1, spaceBefore: '6pt', spaceAfter: '10pt', firstLineIndent: '12.7mm' } as const
    const [page] = await pagesOf(paper([section('a', [paragraph(manyWords(60), { format }), paragraph(manyWords(60, 'hai'), { format })])]))
    const lines = [...new Set(page!.words.map((word) => word.bottom))].map((bottom) => page!.words.filter((word) => word.bottom === bottom))
    const [first, second] = lines
    const lastOfFirst = lines.findIndex((line) => line[0]!.text.startsWith('hai')) - 1
    const millimetre = 72 / 25.4
    expect(first![0]!.left).toBeCloseTo(42.7 * millimetre, 1)
    expect(second![0]!.left).toBeCloseTo(30 * millimetre, 1)
    expect(first!.at(-1)!.right).toBeCloseTo(190 * millimetre, 0)
    expect(second![0]!.bottom - first![0]!.bottom).toBeCloseTo(14 * 1.1499, 1)
    expect(lines[lastOfFirst + 1]![0]!.bottom - lines[lastOfFirst]![0]!.bottom).toBeCloseTo(14 * 1.1499 + 10, 1)
  })

  test('a footnote stands at the foot of the page of its anchor', async () => {
    const filler = Array.from({ length: 60 }, (_, index) => paragraph(`đoạn ${index}`))
    const pages = await pagesOf(
      paper([section('a', [...filler.slice(0, 20), paragraph([text('neo'), footnote(1, 'chântrang')]), ...filler])]),
    )
    const anchor = pages.findIndex(({ words }) => words.some((word) => word.text === 'neo'))
    const foot = pages[anchor]!.words.find((word) => word.text === 'chântrang')!
    expect(foot.bottom).toBeGreaterThan(pages[anchor]!.height - 20 * (72 / 25.4) - 12)
  })

  test('a record is found at the page and height where its words stand', async () => {
    const document = everyBlock()
    const files = writePages(document)
    const pages = await readPdf(engine.pdf(files).bytes)
    const { places } = engine.layOut(files, 0, 0)
    const found = Object.fromEntries(
      places.map(({ sourceId, page, topPoints }) => [
        sourceId,
        { page, near: inPlace(pages[page]!).find((word) => word.bottom > topPoints + 4)!.text },
      ]),
    )
    expect(found).toEqual({
      'opening': { page: 0, near: 'Đoạn' },
      'bullet': { page: 0, near: 'Chữ' },
      'after-break': { page: 1, near: 'Trang' },
      'task-1': { page: 2, near: '1' },
      'task-2': { page: 2, near: '2' },
    })
  })
})

test('pages drawn after many edits are those that an engine draws which has seen nothing before', async () => {
  const records = samplePlan()
  const edits = [3, 40, 12, 12].map((at, round) =>
    records.provisions.flatMap((provision, index) =>
      index !== at
        ? [provision]
        : round % 3 === 2
          ? []
          : [{ ...provision, content: [...provision.content, { kind: 'text', text: ` thêm ${round} ß`.repeat(30 * round) } as const] }],
    ),
  )
  const used = await createPageEngine()
  for (const provisions of [...edits, records.provisions]) {
    const files = writePages(buildPlanDocument({ ...records, provisions }, options).document)
    const fresh = await createPageEngine()
    used.layOut(files, 2, 3)
    const { pages, ...rest } = used.layOut(files, 0, 4)
    expect({ pages, ...rest }).toEqual(fresh.layOut(files, 0, 4))
    // Every letter of a page is drawn, each with an outline of its own.
    const lettersInPdf = (await readPdf(used.pdf(files).bytes))
      .slice(0, 5)
      .map((page) => page.words.map((word) => word.text).join('').length)
    expect(pages.map(({ svg }) => svg.match(/<use /g)?.length)).toEqual(lettersInPdf)
    expect(pages.filter(({ svg }) => svg.includes(' d=""'))).toEqual([])
  }
}, 300_000)

describe('the file', () => {
  test('is tagged, in Vietnamese, with title, author and the moment of the document', () => {
    const raw = Buffer.from(engine.pdf(writePages(everyBlock())).bytes).toString('latin1')
    expect([/\/StructTreeRoot/, /\/Lang ?\(vi(-VN)?\)/, /\/MarkInfo/, /D:20230105000000/].filter((part) => !part.test(raw))).toEqual([])
  })

  test('has the same bytes twice in one process, and in another one', async () => {
    const bytes = (): Uint8Array => engine.pdf(writePages(everyBlock())).bytes
    const first = bytes()
    engine.pdf(writePages(paper([section('a', [paragraph('khác')])])))
    expect(Buffer.compare(first, bytes())).toBe(0)
    const { stdout } = await run(process.execPath, ['tests/helpers/print-pages-digest.ts'])
    expect(stdout.trim()).toBe(createHash('sha256').update(first).digest('hex'))
  })
})
