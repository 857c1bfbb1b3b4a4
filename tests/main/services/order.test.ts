import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionsFor } from '#main/services/order.ts'

const row = (id: string, position: string): { id: string; position: string } => ({ id, position })
const rows = [row('a', 'a0'), row('b', 'a1'), row('c', 'a2'), row('d', 'a3')]

test('dragging one row writes one row, wherever it goes', () => {
  expect([...positionsFor(rows, ['b', 'c', 'd', 'a']).keys()]).toEqual(['a'])
  expect([...positionsFor(rows, ['d', 'a', 'b', 'c']).keys()]).toEqual(['d'])
  expect([...positionsFor(rows, ['a', 'b', 'c', 'd']).keys()]).toEqual([])
  expect([...positionsFor(rows, ['a', 'new', 'c', 'd']).keys()]).toEqual(['new'])
})

test('two rows that somehow share one key are set apart', () => {
  const changed = positionsFor([row('a', 'a0'), row('b', 'a0')], ['a', 'b'])
  const keys = ['a', 'b'].map((id) => changed.get(id) ?? 'a0')
  expect((keys[0] ?? '') < (keys[1] ?? '')).toBe(true)
})

test('after any edit the keys sort as wanted, and no fewer rows could have been written', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'x', 'y']), (wanted) => {
      const stored = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => row(id, `a${index}`))
      const changed = positionsFor(stored, wanted)
      const keys = wanted.map((id) => changed.get(id) ?? stored.find((one) => one.id === id)?.position ?? '')
      expect(keys).toEqual([...new Set(keys)].toSorted())
      const old = wanted.filter((id) => id < 'g')
      const longest = subsets(old).filter((run) => run.every((id, index) => index === 0 || (run[index - 1] ?? '') < id))
      expect(old.filter((id) => changed.has(id))).toHaveLength(old.length - Math.max(...longest.map((run) => run.length)))
    }),
  ))

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  let all: (readonly string[])[] = [[]]
  for (const item of items) all = all.concat(all.map((one) => [...one, item]))
  return all
}
