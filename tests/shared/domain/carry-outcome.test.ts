import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes } from '#shared/domain/carry-outcome.ts'

const item = (id: string, words: string): { id: string; words: string } => ({ id, words })
const same = (one: { words: string }, other: { words: string }): boolean => one.words === other.words
const link = (recordId: string, fromId: string): { recordId: string; fromId: string; seen: boolean } => ({ recordId, fromId, seen: false })

test('kept, changed, new in the new order; what was dropped stands where it was', () => {
  const old = [item('a', 'một'), item('b', 'hai'), item('c', 'ba'), item('d', 'bốn')]
  const now = [item('A', 'một'), item('C', 'ba năm nay'), item('N', 'mới')]
  const shown = outcomes(now, old, [link('A', 'a'), link('B', 'b'), link('C', 'c')], same).map(
    ({ verdict, record, from }) => `${verdict} ${record?.id ?? '-'} ${from?.id ?? '-'}`,
  )
  expect(shown).toEqual(['kept A a', 'dropped - b', 'changed C c', 'dropped - d', 'new N -'])
})

const ids = (prefix: string): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 10 }).map((numbers) => numbers.map((number) => `${prefix}${number}`))

test('every record of both plans is told exactly once, whatever was linked', () => {
  const links = fc.uniqueArray(
    fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })).map(([one, other]) => link(`N${one}`, `o${other}`)),
    { selector: ({ recordId }) => recordId },
  )
  fc.assert(
    fc.property(ids('N'), ids('o'), links, (nowIds, oldIds, chosen) => {
      const told = outcomes(
        nowIds.map((id) => item(id, id)),
        oldIds.map((id) => item(id, id)),
        chosen,
        same,
      )
      expect(told.flatMap(({ record }) => (record === null ? [] : [record.id]))).toEqual(nowIds)
      expect([...new Set(told.flatMap(({ from }) => (from === null ? [] : [from.id])))].toSorted()).toEqual(oldIds.toSorted())
      const dropped = told.filter(({ verdict }) => verdict === 'dropped')
      expect(dropped.every(({ record }) => record === null)).toBe(true)
    }),
  )
})
