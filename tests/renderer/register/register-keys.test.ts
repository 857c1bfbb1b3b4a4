import { expect, test } from 'vitest'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { actOfKey, rowsBetween, type ListKey } from '#renderer/features/register/register-keys.ts'
import type { RegisterLine } from '#renderer/features/register/register-lines.ts'

const row = (key: string): RegisterLine => ({ kind: 'row', key, row: {} as RegisterRow })
const group = (key: string, folded = false): RegisterLine => ({ kind: 'group', key, title: key, count: '', folded, rows: [] })
const lines = [group('A'), row('a1'), row('a2'), group('B', true), group('C'), row('c1')]
const key = (name: string, held: Partial<ListKey> = {}): ListKey => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

const from = (at: number, name: string): unknown => actOfKey(key(name), lines, at, 4)
const held = (name: string, what: Partial<ListKey>): unknown => actOfKey(key(name, what), lines, 1, 4)

test('walks lines one by one, by screens and to the ends, and stays inside', () => {
  expect([from(1, 'ArrowDown'), from(0, 'ArrowUp'), from(3, 'PageDown'), from(3, 'PageUp'), from(3, 'Home'), from(3, 'End')]).toEqual(
    [2, 0, 5, 0, 0, 5].map((to) => ({ kind: 'go', to, extend: false })),
  )
})

test('begins at the first line where none was gone to', () => {
  expect(actOfKey(key('ArrowDown'), lines, -1, 4)).toEqual({ kind: 'go', to: 0, extend: false })
})

test('folds and unfolds a group by the arrows and Enter, and goes from a row to its group’s head', () => {
  expect([
    actOfKey(key('ArrowLeft'), lines, 0, 4),
    actOfKey(key('ArrowRight'), lines, 3, 4),
    actOfKey(key('Enter'), lines, 3, 4),
    actOfKey(key('ArrowLeft'), lines, 2, 4),
    actOfKey(key('ArrowRight'), lines, 2, 4),
  ]).toEqual([
    { kind: 'fold', key: 'A', folded: true },
    { kind: 'fold', key: 'B', folded: false },
    { kind: 'fold', key: 'B', folded: false },
    { kind: 'go', to: 0, extend: false },
    null,
  ])
})

test('leaves keys with Ctrl or Alt to the window, but for those that choose all or go to the ends', () => {
  expect([
    held('a', { ctrlKey: true }),
    held('End', { ctrlKey: true }),
    held('z', { ctrlKey: true }),
    held('k', { ctrlKey: true }),
    held('ArrowLeft', { altKey: true }),
    held('n', {}),
  ]).toEqual([{ kind: 'choose-all' }, { kind: 'go', to: 5, extend: false }, null, null, null, null])
})

test('chooses the rows passed with Shift, whichever way, heads of groups left out', () => {
  expect([rowsBetween(lines, 1, 5), rowsBetween(lines, 5, 2), rowsBetween(lines, 3, 4)]).toEqual([['a1', 'a2', 'c1'], ['a2', 'c1'], []])
})
