import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableBlock } from '#shared/document/blocks.ts'
import { cell, cellParagraphs, fittedTable, sharesOf } from '#shared/document/table.ts'
import { textWidth } from '#shared/document/text-width.ts'

function aTable(weights: readonly number[], titles: readonly string[], rows: readonly (readonly string[])[] = []): TableBlock {
  return {
    kind: 'table',
    columnShares: sharesOf(weights),
    headerRows: [{ cells: titles.map((title) => cell(cellParagraphs(title, 12, { align: 'center', marks: { bold: true } }))) }],
    rows: rows.map((words) => ({
      kind: 'task',
      mayBreak: false,
      cells: words.map((piece) => cell(cellParagraphs(piece, 12, { align: 'left' }))),
    })),
  }
}

/** Text width of an upright page: 165 mm. */
const WIDTH = 467.7
const HEIGHT = 728
const PADDING = 8.5

test('the word STT stands whole in a column that its weight would make too narrow', () => {
  const { table } = fittedTable(aTable([2, 60, 20], ['STT', 'Nội dung', 'Thời hạn']), WIDTH, HEIGHT)
  expect(table.columnShares[0]! * WIDTH).toBeGreaterThan(textWidth('STT', 12, 'bold') + PADDING)
  expect(table.columnShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

test('a date stands whole in its column', () => {
  const { table } = fittedTable(aTable([5, 60, 4], ['STT', 'Nội dung', 'Hạn'], [['1', 'Rà soát', 'Trước ngày 15/01/2023']]), WIDTH, HEIGHT)
  expect(table.columnShares[2]! * WIDTH).toBeGreaterThan(textWidth('15/01/2023', 12, 'regular') + PADDING)
})

test('columns that are wide enough keep their weights', () => {
  const table = aTable([5, 34, 17], ['STT', 'Nội dung nhiệm vụ', 'Thời hạn'])
  expect(fittedTable(table, WIDTH, HEIGHT).table.columnShares).toEqual(table.columnShares)
})

test('one word as long as a page is wide does not push the other columns out', () => {
  const { table } = fittedTable(aTable([1, 1, 1], ['A', 'B', 'C'], [['a'.repeat(300), 'b', 'c']]), WIDTH, HEIGHT)
  expect(table.columnShares.map((share) => share > 0.2)).toEqual([true, true, true])
})

test('whatever the weights and words, every column has some width and together they fill the table', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(weights, fc.array(fc.string({ maxLength: 40 }), { minLength: 9, maxLength: 9 }), (own, words) => {
      const { table } = fittedTable(aTable(own, words.slice(0, own.length)), WIDTH, HEIGHT)
      expect(Math.min(...table.columnShares)).toBeGreaterThan(0)
      expect(table.columnShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    }),
  )
})

const lines = (count: number): string => Array.from({ length: count }, () => 'dòng').join('\n')

test('a row splits only when it is taller than a page under the header', () => {
  const { table, splitting } = fittedTable(
    aTable(
      [1, 1],
      ['A', 'B'],
      [
        [lines(30), ''],
        [lines(40), ''],
      ],
    ),
    WIDTH,
    HEIGHT,
  )
  expect(table.rows.map(({ mayBreak }) => mayBreak)).toEqual([false, true])
  expect(splitting).toEqual([table.rows[1]])
})
