import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { AppendixId } from '#shared/domain/identifier.ts'
import { bookmarkName, sourceIdOfBookmark } from '#shared/document/bookmark.ts'
import type { Block, OfficialDocument, ParagraphBlock, ParagraphFormat, TableCell } from '#shared/document/blocks.ts'
import { page } from '#shared/document/page-layout.ts'
import { buildAgencyListDocument } from '#shared/document/agency-list.ts'
import { buildLeaderReadingDocument } from '#shared/document/leader-reading.ts'
import { buildPlanDocument, type DocumentOptions } from '#shared/document/plan-document.ts'
import { splitWords, wordsOf } from '#shared/document/words.ts'
import { checkDocx } from '#main/documents/check-docx.ts'
import { closeWorkerPool, runDocumentJob } from '#main/documents/worker-pool.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { partOf, wordsOfPart } from '../../helpers/docx.ts'
import { id } from '../../helpers/records.ts'
import { sampleDecision, samplePlan, sampleSentences } from '../../helpers/sample-plan.ts'

const options: DocumentOptions = { copy: 'paper', draftMark: 'DỰ THẢO LẦN 2', stamp: '2023-01-05T00:00:00Z' }
afterAll(closeWorkerPool)

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const format: ParagraphFormat = {
  align: 'left',
  firstLineIndent: '0pt',
  leftIndent: '0pt',
  spaceBefore: '0pt',
  spaceAfter: '0pt',
  lineSpacing: 1,
  keepWithNext: false,
  keepTogether: false,
}
const aParagraph = (words: string, patch: Partial<ParagraphBlock> = {}): ParagraphBlock => ({
  kind: 'paragraph',
  role: 'paragraph',
  format,
  runs: [{ kind: 'text', text: words, size: '14pt' }],
  ...patch,
})
const aCell = (words: string, patch: Partial<TableCell> = {}): TableCell => ({
  columnSpan: 1,
  rowSpan: 1,
  verticalAlign: 'top',
  paragraphs: [aParagraph(words)],
  ...patch,
})
const aDocument = (...blocks: readonly Block[]): OfficialDocument => ({
  metadata: { title: 'Thử', author: 'UBND tỉnh', stamp: '2023-01-05T00:00:00Z', draftMark: null },
  font: 'Times New Roman',
  footnoteFormat: { size: '10pt', align: 'both', lineSpacing: 1 },
  sections: [{ ...page('body', 'portrait', 14), blocks }],
})

describe('the bytes', () => {
  test('are the same twice in one process, for every form', async () => {
    for (const document of [buildPlanDocument(samplePlan(), options).document, buildPlanDocument(sampleDecision(), options).document])
      expect(digest(await writeDocx(document))).toBe(digest(await writeDocx(structuredClone(document))))
  })

  test('are the same in another process, in another time zone', async () => {
    const root = join(import.meta.dirname, '../../..')
    const script = `
      import { createHash } from 'node:crypto'
      import { buildPlanDocument } from '#shared/document/plan-document.ts'
      import { closeWorkerPool, runDocumentJob } from '#main/documents/worker-pool.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
      import { samplePlan } from './tests/helpers/sample-plan.ts'
      const bytes = await writeDocx(buildPlanDocument(samplePlan(), ${JSON.stringify(options)}).document)
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'))`
    const other = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      cwd: root,
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
    })
    expect(other).toBe(digest(await writeDocx(buildPlanDocument(samplePlan(), options).document)))
  })

  test('are the same from the thread that writes for the window', async () => {
    const { document } = buildPlanDocument(samplePlan(), options)
    expect(digest(await runDocumentJob('write-docx', document))).toBe(digest(await writeDocx(document)))
  })

  test('carry the moment, title and author of the document, and nobody else’s', async () => {
    const core = partOf(await writeDocx(buildPlanDocument(samplePlan(), options).document), 'docProps/core.xml')
    expect(core.match(/>[^<]+</g)?.map((value) => value.slice(1, -1))).toEqual([
      'Kế hoạch cải cách hành chính tỉnh Lạng Sơn năm 2023',
      'UBND tỉnh Lạng Sơn',
      'DỰ THẢO LẦN 2',
      'vi-VN',
      'UBND tỉnh Lạng Sơn',
      '1',
      options.stamp,
      options.stamp,
    ])
  })
})

describe('the words', () => {
  test('of the source stand in the exported file, sentence by sentence and in order', async () => {
    const words = wordsOfPart(partOf(await writeDocx(buildPlanDocument(samplePlan(), options).document), 'word/document.xml'))
    const source = sampleSentences().flatMap(splitWords)
    const start = words.findIndex((_, index) => source.slice(0, 8).every((word, offset) => words[index + offset] === word))
    expect(words.slice(start, start + source.length)).toEqual(source)
  })

  test.each([
    ['plan', () => buildPlanDocument(samplePlan(), options)],
    ['decision', () => buildPlanDocument(sampleDecision(), options)],
    ['agency list', () => buildAgencyListDocument(samplePlan(), samplePlan().registry.agencies[0]!, options)],
    ['leader’s reading', () => buildLeaderReadingDocument(samplePlan(), options)],
  ])('of the %s are those of its blocks, and its footnotes those of its footnotes', async (_name, build) => {
    const { document } = build()
    const bytes = await writeDocx(document)
    const { text, footnotes } = wordsOf(document)
    expect(wordsOfPart(partOf(bytes, 'word/document.xml'))).toEqual(text)
    expect(wordsOfPart(partOf(bytes, 'word/footnotes.xml'))).toEqual(footnotes)
  })

  test('of any text survive, whatever signs a paste brought', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const bytes = await writeDocx(aDocument(aParagraph(`đầu ${text} cuối`)))
        // eslint-disable-next-line no-control-regex
        const printable = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
        expect(wordsOfPart(partOf(bytes, 'word/document.xml'))).toEqual(splitWords(`đầu ${printable} cuối`))
        expect(checkDocx(bytes, { file: 'thử.docx', copy: null })).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the form', () => {
  test.each([
    ['the plan on paper', () => buildPlanDocument(samplePlan({ number: '5', issuedOn: '2023-01-05' }), { ...options, draftMark: null })],
    ['the plan as a draft in smaller letters', () => buildPlanDocument(samplePlan({ sizeSet: 'smaller' }), options)],
    ['the decision', () => buildPlanDocument(sampleDecision({ number: '5', issuedOn: '2023-01-05' }), options)],
    [
      'a department’s plan',
      () =>
        buildPlanDocument(
          samplePlan({ letterhead: { superior: ['UBND TỈNH LẠNG SƠN'], issuer: ['SỞ NỘI VỤ'], place: 'Lạng Sơn' }, symbol: 'KH-SNV' }),
          options,
        ),
    ],
    [
      'several appendices',
      () => {
        const records = samplePlan()
        return buildPlanDocument(
          {
            ...records,
            appendices: [records.appendices[0]!, { ...records.appendices[0]!, id: id<AppendixId>(0x2001), orientation: 'portrait' }],
          },
          options,
        )
      },
    ],
    ['the leader’s reading copy', () => buildLeaderReadingDocument(samplePlan(), options)],
  ])('of %s has no fault, neither by the decree nor by the file format', async (_name, build) => {
    expect(checkDocx(await writeDocx(build().document), { file: 'kế hoạch.docx', copy: 'paper' })).toEqual([])
  })

  test('of an electronic original leaves the places of its appendix blank', async () => {
    const { document } = buildPlanDocument(samplePlan({ number: '5', issuedOn: '2023-01-05' }), { ...options, copy: 'electronic' })
    expect(checkDocx(await writeDocx(document), { file: 'kế hoạch.docx', copy: 'electronic' })).toEqual([])
  })

  test('has the titles of parts in Word’s navigation pane, by level', async () => {
    const bytes = await writeDocx(buildPlanDocument(samplePlan(), options).document)
    const levels = new Map(
      [...partOf(bytes, 'word/styles.xml').matchAll(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs)].flatMap(([style, name]) => {
        const level = /<w:outlineLvl w:val="(\d)"/.exec(style)?.[1]
        return level === undefined ? [] : [[name, Number(level)] as const]
      }),
    )
    const outline = [...partOf(bytes, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gs)].flatMap(([paragraph]) => {
      const level = levels.get(/<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '')
      return level === undefined ? [] : [`${level} ${wordsOfPart(paragraph).slice(0, 3).join(' ')}`]
    })
    expect([...outline.slice(0, 4), ...outline.slice(-2)]).toEqual([
      '0 I. MỤC ĐÍCH,',
      '1 1. Mục đích',
      '1 2. Yêu cầu',
      '0 II. NHIỆM VỤ,',
      '0 Phụ lục',
      '1 CÁC NHIỆM VỤ',
    ])
  })

  test('repeats the header row and keeps rows whole, but for one taller than a page', async () => {
    const records = samplePlan()
    const tasks = records.tasks.map((task, index) => (index === 3 ? { ...task, content: 'từ '.repeat(1500) } : task))
    const xml = partOf(await writeDocx(buildPlanDocument({ ...records, tasks }, options).document), 'word/document.xml')
    const rows = [...xml.slice(xml.lastIndexOf('<w:tbl>')).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
    expect([
      rows.filter((row) => row.includes('<w:tblHeader/>')).length,
      rows.filter((row) => !row.includes('<w:cantSplit/>')).length,
    ]).toEqual([1, 1])
  })

  test('keeps a cell that spans rows and columns whole, in a table of any shape', async () => {
    const table: Block = {
      kind: 'table',
      columnShares: [0.2, 0.3, 0.5],
      headerRows: [{ cells: [aCell('A'), aCell('B', { columnSpan: 2 })] }],
      rows: [
        { kind: 'task', mayBreak: false, cells: [aCell('1', { rowSpan: 3 }), aCell('một'), aCell('hai', { rowSpan: 2 })] },
        { kind: 'task', mayBreak: false, cells: [aCell('ba')] },
        { kind: 'task', mayBreak: false, cells: [aCell('bốn', { columnSpan: 2 })] },
        { kind: 'field', mayBreak: false, cells: [aCell('năm', { columnSpan: 3 })] },
      ],
    }
    const bytes = await writeDocx(aDocument(table))
    expect(checkDocx(bytes, { file: 'bảng.docx', copy: null })).toEqual([])
    expect(wordsOfPart(partOf(bytes, 'word/document.xml'))).toEqual(['A', 'B', '1', 'một', 'hai', 'ba', 'bốn', 'năm'])
  })

  test('writes every kind of block and mark, and all their words', async () => {
    const marks: ParagraphBlock = aParagraph('', {
      runs: [
        { kind: 'text', text: 'đậm', size: '14pt', bold: true },
        { kind: 'line-break' },
        { kind: 'text', text: 'm', size: '12pt', italic: true, underline: true },
        { kind: 'text', text: '2', size: '14pt', superscript: true },
        { kind: 'footnote', number: 1, size: '14pt', content: [{ kind: 'text', text: 'Chú thích', size: '9pt', italic: true }] },
      ],
    })
    const bytes = await writeDocx(
      aDocument(
        aParagraph('khung', { format: { ...format, align: 'center', boxed: true } }),
        { kind: 'rule', length: '60mm', spaceBefore: '1pt', spaceAfter: '2pt' },
        { kind: 'side-by-side', role: 'letterhead', leftShare: 0.4, left: [], right: [aParagraph('phải')] },
        marks,
        { kind: 'page-break' },
        { kind: 'rule', length: '60mm', spaceBefore: '1pt', spaceAfter: '2pt' },
      ),
    )
    expect(wordsOfPart(partOf(bytes, 'word/document.xml'))).toEqual(['khung', 'phải', 'đậm', 'm2'])
    expect(wordsOfPart(partOf(bytes, 'word/footnotes.xml'))).toEqual(['Chú', 'thích'])
    expect(checkDocx(bytes, { file: 'khối.docx', copy: null })).toEqual([])
  })
})

describe('hidden bookmarks', () => {
  test('lead from the Word file back to each record', async () => {
    const records = samplePlan()
    const xml = partOf(await writeDocx(buildPlanDocument(records, options).document), 'word/document.xml')
    const found = [...xml.matchAll(/w:name="([^"]+)"/g)].map(([, name = '']) => sourceIdOfBookmark(name))
    const expected = [...records.provisions, ...records.appendices, ...records.fields, ...records.tasks].map((record): string => record.id)
    expect(new Set(found)).toEqual(new Set(expected))
    expect(found).toHaveLength(expected.length)
  })

  test('have names that Word takes, for any id and any number of views', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 9999 }), (sourceId, occurrence) => {
        const name = bookmarkName(sourceId, occurrence)
        expect(name.length).toBeLessThanOrEqual(40)
        // A tenth view has no room for the whole id: it leads nowhere rather than to another record.
        expect(sourceIdOfBookmark(name)).toBe(occurrence < 10 ? sourceId : null)
      }),
    )
  })
})
