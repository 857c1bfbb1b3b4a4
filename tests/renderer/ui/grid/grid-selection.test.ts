import { test, expect } from 'vitest'
import fc from 'fast-check'
import { actOf } from '#renderer/ui/grid/grid-keys.ts'
import { blockOf, moved, single, spread, tabbed } from '#renderer/ui/grid/grid-selection.ts'
import { columnWidths } from '#renderer/ui/grid/column-widths.ts'

const size = { rows: 4, columns: 3 }
const stroke = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  shiftKey: held.shift ?? false,
  altKey: held.alt ?? false,
  metaKey: false,
})

test('whatever is pressed, the chosen block stays inside the grid', () => {
  const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Enter', 'a')
  fc.assert(
    fc.property(fc.array(fc.record({ key, ctrl: fc.boolean(), shift: fc.boolean() }), { maxLength: 40 }), (strokes) => {
      let selection = single({ row: 0, column: 0 })
      for (const { key: pressed, ctrl, shift } of strokes) {
        const act = actOf(stroke(pressed, { ctrl, shift }), 'no', selection, size, 2)
        if (act?.kind === 'select') selection = act.selection
        const { top, bottom, left, right } = blockOf(selection)
        expect(top >= 0 && left >= 0 && bottom < size.rows && right < size.columns).toBe(true)
      }
    }),
  )
})

test('Tab walks along the row and on to the next, Shift+Arrow grows the block from where it began', () => {
  expect(tabbed(single({ row: 0, column: 2 }), false, size)).toEqual(single({ row: 1, column: 0 }))
  expect(
    blockOf(moved(moved(single({ row: 2, column: 1 }), { row: -1, column: 0 }, size, true), { row: 0, column: 1 }, size, true)),
  ).toEqual({ top: 1, bottom: 2, left: 1, right: 2 })
})

test('Tab leaves the grid at its last cell, so nobody is caught in it', () => {
  expect(actOf(stroke('Tab'), 'no', single({ row: 3, column: 2 }), size, 2)).toBeNull()
  expect(actOf(stroke('Tab', { shift: true }), 'no', single({ row: 0, column: 0 }), size, 2)).toBeNull()
})

test('letters, and Backspaces of an input method while a cell is edited, stay with the text box', () => {
  const at = single({ row: 1, column: 1 })
  expect(['d', 'đ', 'Process', 'w'].map((key) => actOf(stroke(key), 'no', at, size, 2))).toEqual([null, null, null, null])
  expect(actOf(stroke('Backspace'), 'typed', at, size, 2)).toBeNull()
})

test('arrows write what was typed and move on, but walk inside the text of a cell opened with F2', () => {
  const at = single({ row: 1, column: 1 })
  expect(actOf(stroke('ArrowLeft'), 'typed', at, size, 2)).toEqual({ kind: 'commit', selection: single({ row: 1, column: 0 }) })
  expect(actOf(stroke('ArrowLeft'), 'opened', at, size, 2)).toBeNull()
})

test('one copied cell fills every chosen cell; a block larger than the grid is handed on as new rows', () => {
  expect(spread([['Quý I']], { top: 1, bottom: 2, left: 2, right: 2 }, size)).toEqual({
    writes: [
      { cell: { row: 1, column: 2 }, text: 'Quý I' },
      { cell: { row: 2, column: 2 }, text: 'Quý I' },
    ],
    overflow: [],
  })
  expect(spread([['a'], ['b'], ['c']], { top: 3, bottom: 3, left: 0, right: 0 }, size)).toEqual({
    writes: [{ cell: { row: 3, column: 0 }, text: 'a' }],
    overflow: [['b'], ['c']],
  })
})

test('columns fill the width exactly and never fall below their minimum', () => {
  const column = fc.record({ minWidth: fc.integer({ min: 40, max: 200 }), weight: fc.integer({ min: 0, max: 9 }) })
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), fc.integer({ min: 0, max: 3000 }), (columns, available) => {
      const widths = columnWidths(columns, available)
      const minimum = columns.reduce((sum, each) => sum + each.minWidth, 0)
      expect(widths.reduce((sum, each) => sum + each, 0)).toBe(Math.max(minimum, available))
      columns.forEach((each, index) => expect(widths[index]).toBeGreaterThanOrEqual(each.minWidth))
    }),
  )
})
