import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { FootnoteId, PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { ProvisionContent, ProvisionKind } from '#shared/domain/provision.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { undo } from '#main/services/history.ts'
import { createPlan, describePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { createTask, linkProvision, readTasks } from '#main/services/task.ts'
import { listChanges } from '../../helpers/change-log.ts'
import { homeAffairs, openPlanWorkspace, planId } from '../../helpers/plan-workspace.ts'
import { aProvision, id } from '../../helpers/records.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()
const text = (...blocks: readonly (readonly [number, string])[]): ProvisionContent[] =>
  blocks.map(([number, words]) => aProvision(number, 'bullet', words))

test('only what differs is written: one line in the log, one item a block; nothing changed is no line at all', async () => {
  const { context } = await openPlanWorkspace()
  await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [2, 'hai'], [3, 'ba'], [4, 'bốn']) })
  await savePlanText(context, actor, { planId, provisions: text([4, 'bốn'], [1, 'một sửa'], [9, 'mới'], [3, 'ba']) })
  await savePlanText(context, actor, { planId, provisions: text([4, 'bốn'], [1, 'một sửa'], [9, 'mới'], [3, 'ba']) })
  expect((await listChanges(context.db)).filter(({ command }) => command === 'plan.save-text').map(({ items }) => items)).toEqual([
    ['+ provision 1', '+ provision 2', '+ provision 3', '+ provision 4'],
    ['+ provision 9', '~ provision 4', '~ provision 1', '- provision 2'],
  ])
})

test('bodies and documents named in a sentence that was typed are marked', async () => {
  const { context } = await openPlanWorkspace()
  const { provisions } = await savePlanText(context, actor, {
    planId,
    provisions: text([1, 'Sở Nội vụ thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ']),
  })
  const content = provisions[0]?.content ?? []
  expect(content[0]).toEqual({ kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: homeAffairs.id } })
  expect(content.some((inline) => inline.kind === 'text' && inline.citation?.symbol === '76/NQ-CP')).toBe(true)
})

async function setUp(): Promise<ServiceContext> {
  const { context } = await openPlanWorkspace()
  await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [2, 'hai'], [3, 'ba']) })
  const appendix = await createAppendix(context, actor, { planId, title: '' })
  await createTask(context, actor, {
    appendixId: appendix.id,
    afterId: null,
    task: { content: 'việc', provisionIds: [id<ProvisionId>(1), id<ProvisionId>(2)] },
  })
  return context
}

const links = async (context: ServiceContext): Promise<readonly string[]> =>
  (await readTasks(context, { planId })).flatMap((task) => task.provisionIds)

describe('tasks of sentences that go', () => {
  test('lose that link in the same command; undo gives back both', async () => {
    const context = await setUp()
    await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [3, 'ba']) })
    expect(await links(context)).toEqual([id(1)])
    await undo(context, actor)
    expect([await links(context), (await describePlan(context, { planId })).provisions.length]).toEqual([[id(1), id(2)], 3])
  })

  test('move to the sentence the words were joined into', async () => {
    const context = await setUp()
    await savePlanText(context, actor, {
      planId,
      provisions: text([1, 'một'], [3, 'hai ba']),
      joins: [{ from: id<ProvisionId>(2), into: id<ProvisionId>(3) }],
    })
    expect(await links(context)).toEqual([id(1), id(3)])
  })

  test('come back with a sentence that was cut, saved and then pasted elsewhere', async () => {
    const context = await setUp()
    await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [3, 'ba']) })
    await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [3, 'ba'], [2, 'hai']) })
    expect(await links(context)).toEqual([id(1), id(2)])
  })

  test('come back from the sentence they were joined into when the join is taken back in the editor', async () => {
    const context = await setUp()
    await savePlanText(context, actor, {
      planId,
      provisions: text([1, 'một'], [3, 'hai ba']),
      joins: [{ from: id<ProvisionId>(2), into: id<ProvisionId>(3) }],
    })
    await savePlanText(context, actor, { planId, provisions: text([1, 'một'], [2, 'hai'], [3, 'ba']) })
    expect(await links(context)).toEqual([id(1), id(2)])
  })

  test('stay where another joined sentence still is; a link that a person took off does not come back', async () => {
    const context = await setUp()
    await savePlanText(context, actor, {
      planId,
      provisions: text([3, 'một hai ba']),
      joins: [
        { from: id<ProvisionId>(1), into: id<ProvisionId>(3) },
        { from: id<ProvisionId>(2), into: id<ProvisionId>(3) },
      ],
    })
    await savePlanText(context, actor, { planId, provisions: text([2, 'hai'], [3, 'một ba']) })
    expect(await links(context)).toEqual([id(2), id(3)])
    const [task] = await readTasks(context, { planId })
    if (task === undefined) throw new Error('no task')
    await linkProvision(context, actor, { id: task.id, provisionId: id<ProvisionId>(2), linked: false })
    await savePlanText(context, actor, { planId, provisions: text([3, 'một ba']) })
    await savePlanText(context, actor, { planId, provisions: text([2, 'hai'], [3, 'một ba']) })
    expect(await links(context)).toEqual([id(3)])
  })
})

test('a block pasted from another plan with its old id is refused, and nothing is written', async () => {
  const { context } = await openPlanWorkspace()
  const other = await createPlan(context, actor, { year: 2024, subject: null, outline: 'empty' })
  await savePlanText(context, actor, { planId, provisions: text([1, 'một']) })
  await expect(savePlanText(context, actor, { planId: other.id, provisions: text([2, 'hai'], [1, 'một']) })).rejects.toThrow(AppError)
  expect((await describePlan(context, { planId: other.id })).provisions).toEqual([])
})

const kinds: readonly ProvisionKind[] = ['section', 'heading', 'bullet', 'sub-bullet', 'paragraph']
const inline = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.stringMatching(/^[a-zđáàạ ]{0,6}$/),
    bold: fc.constantFrom(undefined, true as const),
  }),
  fc.constant({ kind: 'line-break' as const }),
)
/** A whole text: some of twelve blocks, each once, in any order, with a footnote of its own now and then. */
const anyText = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc
        .tuple(fc.constantFrom(...kinds), fc.array(inline, { maxLength: 3 }), fc.boolean())
        .map(([kind, content, noted]): ProvisionContent => {
          const footnote = {
            kind: 'footnote' as const,
            id: id<FootnoteId>(0x900 + number),
            content: [{ kind: 'text' as const, text: 'chú' }],
          }
          // An editor hands over absent marks as undefined.
          return {
            id: id<ProvisionId>(number),
            area: 'body',
            kind,
            content: [...content, ...(noted ? [footnote] : [])] as ProvisionContent['content'],
          }
        }),
    ),
  ),
)

test('whatever the edits, the stored text is the one given, no task hangs on a sentence that is gone, and undo walks all the way back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
      const { context } = await openPlanWorkspace()
      const appendix = await createAppendix(context, actor, { planId, title: '' })
      const seen: string[] = [await state(context, planId)]
      for (const wanted of texts) {
        const { provisions } = await savePlanText(context, actor, { planId, provisions: wanted })
        expect(provisions.map(({ id: blockId, area, kind, content }) => ({ id: blockId, area, kind, content }))).toEqual(
          wanted.map((block) => ({ ...block, content: normaliseContent(block.content) })),
        )
        if ((await state(context, planId)) !== seen.at(-1)) seen.push(await state(context, planId))
        const first = wanted[0]
        if (first !== undefined) {
          await createTask(context, actor, { appendixId: appendix.id, afterId: null, task: { content: 'việc', provisionIds: [first.id] } })
          seen.push(await state(context, planId))
        }
        const stored = new Set(provisions.map((provision) => provision.id))
        expect((await readTasks(context, { planId })).flatMap((task) => task.provisionIds).filter((link) => !stored.has(link))).toEqual([])
      }
      while (seen.length > 1) {
        seen.pop()
        await undo(context, actor)
        expect(await state(context, planId)).toBe(seen.at(-1))
      }
    }),
    { numRuns: 12 },
  )
}, 300_000)

/** A plan's text and tasks without their versions. */
async function state(context: Parameters<typeof describePlan>[0], plan: PlanId): Promise<string> {
  const { provisions } = await describePlan(context, { planId: plan })
  const tasks = await readTasks(context, { planId: plan })
  return JSON.stringify([provisions, tasks].map((records) => records.map((record) => ({ ...record, version: 0 }))))
}
