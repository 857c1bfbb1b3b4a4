import { expect, test } from 'vitest'
import type { Block } from '#shared/document/blocks.ts'
import { htmlOf } from '#shared/document/html.ts'
import { buildPlanDocument } from '#shared/document/plan-document.ts'
import { splitWords, textOf, wordsOf } from '#shared/document/words.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'

const { document } = buildPlanDocument(samplePlan(), { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' })
const blocks = document.sections.flatMap((section) => section.blocks)

/** Words of HTML as a browser shows them. */
function wordsOfHtml(html: string): readonly string[] {
  const text = html
    .replace(/<sup>\d+<\/sup>/g, '')
    .replace(/<\/p>|<br>/g, ' ')
    .replace(/<[^>]+>/g, '')
  return splitWords(
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )
}

test('what is copied says every word of the document and of its footnotes, as HTML and as text', () => {
  const { text, footnotes } = wordsOf(document)
  const all = [...text, ...footnotes]
  expect(wordsOfHtml(htmlOf(blocks, document.font))).toEqual(all)
  expect(splitWords(textOf(blocks).replace(/^\[\d+\] /gm, ''))).toEqual(all)
})

test('a copied row of a table is a row in Excel: one line, a tab between cells', () => {
  const table = blocks.find((block) => block.kind === 'table')
  const copied = textOf(table === undefined ? [] : [table]).split('\n')
  expect([copied.length, copied[0], copied[1], copied[4]]).toEqual([
    52,
    'STT\tNội dung nhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn',
    'I\tCông tác chỉ đạo, điều hành, thông tin tuyên truyền và kiểm tra cải cách hành chính',
    '3\tXây dựng chuyên trang, chuyên mục tuyên truyền CCHC\tTin, bài, chuyên mục\tĐài Phát thanh và Truyền hình tỉnh; Báo Lạng Sơn; Cổng Thông tin điện tử tỉnh\tSở Nội vụ; Sở Thông tin và Truyền thông\tThường xuyên',
  ])
})

test('a copied table is a real table, and no text can break out of its cell', () => {
  const format = {
    align: 'left',
    firstLineIndent: '0pt',
    leftIndent: '0pt',
    spaceBefore: '0pt',
    spaceAfter: '0pt',
    lineSpacing: 1,
    keepWithNext: false,
    keepTogether: false,
  } as const
  const block: Block = {
    kind: 'table',
    columnShares: [1],
    headerRows: [],
    rows: [
      {
        kind: 'task',
        mayBreak: false,
        cells: [
          {
            columnSpan: 2,
            rowSpan: 1,
            verticalAlign: 'top',
            paragraphs: [
              { kind: 'paragraph', role: 'cell', format, runs: [{ kind: 'text', text: '</td><script>"&', size: '12pt', bold: true }] },
            ],
          },
        ],
      },
    ],
  }
  const html = htmlOf([block], 'Times New Roman')
  expect(html).toContain('<td colspan="2"')
  expect(html).toContain('<b>&lt;/td&gt;&lt;script&gt;&quot;&amp;</b>')
})
