import { test, expect } from 'vitest'
import fc from 'fast-check'
import { formatCellBlock, parseCellBlock } from '#shared/language/cell-block.ts'

test('a block copied from a spreadsheet keeps line breaks and quotes inside its cells', () => {
  expect(parseCellBlock('Kế hoạch\t"Sở Nội vụ;\nSở Tài chính"\tQuý I/2023\r\n"Đề án ""Một cửa"""\t\tCả năm\r\n')).toEqual([
    ['Kế hoạch', 'Sở Nội vụ;\nSở Tài chính', 'Quý I/2023'],
    ['Đề án "Một cửa"', '', 'Cả năm'],
  ])
})

test('a quote that opens but never closes is only a character', () => {
  expect(parseCellBlock('"Một cửa\tB\nC')).toEqual([['"Một cửa', 'B'], ['C']])
})

test('an empty clipboard is one empty cell', () => {
  expect(parseCellBlock('')).toEqual([['']])
})

test('any block reads back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'đ', '"', '\t', '\n', ' ', ';') })
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })),
      (rows) => {
        // One row that is a single empty last cell is written as a trailing line end, which every spreadsheet drops.
        fc.pre(!(rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
        expect(parseCellBlock(formatCellBlock(rows))).toEqual(rows)
      },
    ),
  )
})
