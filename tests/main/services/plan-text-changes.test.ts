import { expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { FootnoteId, PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import type { Provision } from '#shared/domain/provision.ts'
import { heirsOf, planTextChanges } from '#main/services/plan-text-changes.ts'
import { aProvision, id } from '../../helpers/records.ts'

const planId = id<PlanId>(0x1000)
const stored = ['một', 'hai', 'ba', 'bốn'].map((words, index): Provision => ({
  ...aProvision(index + 1, 'bullet', words),
  planId,
  position: `a${index}`,
  version: 3,
}))
const contents = stored.map(({ id: blockId, area, kind, content }) => ({ id: blockId, area, kind, content }))

function cut(inline: Inline): readonly Inline[] {
  return inline.kind === 'text' ? inline.text.split('').map((letter) => ({ ...inline, text: letter.normalize('NFD') })) : [inline]
}

test('a text that was only looked at writes nothing, even when the editor cut its stretches or gave decomposed letters', () => {
  const same = contents.map((block) => ({ ...block, content: block.content.flatMap(cut) }))
  expect(planTextChanges(planId, stored, same)).toEqual({ inserted: [], updated: [], removed: [] })
})

test('one word edited, one block dragged, one new, one gone: each is written alone', () => {
  const [one, two, three, four] = contents
  if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('four blocks')
  const changes = planTextChanges(planId, stored, [
    four,
    { ...one, content: [{ kind: 'text', text: 'một sửa' }] },
    aProvision(9, 'bullet', 'mới'),
    three,
  ])
  expect({
    inserted: changes.inserted.map((block) => block.id),
    updated: changes.updated.map((block) => [block.id, block.position === stored.find((old) => old.id === block.id)?.position]),
    removed: changes.removed.map((block) => block.id),
  }).toEqual({
    inserted: [id(9)],
    updated: [
      [id(4), false],
      [id(1), true],
    ],
    removed: [id(2)],
  })
})

test('a block or footnote that came twice is refused: a copy must get a new id', () => {
  const footnote = { kind: 'footnote', id: id<FootnoteId>(77), content: [] } as const
  expect(() => planTextChanges(planId, stored, [...contents, ...contents])).toThrow(AppError)
  expect(() => planTextChanges(planId, [], [aProvision(1, 'bullet', [footnote]), aProvision(2, 'bullet', [footnote])])).toThrow(AppError)
})

test('tasks of joined sentences go to the one that stayed, through any chain, and to nobody when none did', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map((number) => id<ProvisionId>(number)) as [ProvisionId, ProvisionId, ProvisionId, ProvisionId]
  expect([
    ...heirsOf(
      [a, b, d],
      [
        { from: a, into: b },
        { from: b, into: c },
        { from: d, into: d },
      ],
      new Set([c]),
    ),
  ]).toEqual([
    [a, c],
    [b, c],
    [d, null],
  ])
})
