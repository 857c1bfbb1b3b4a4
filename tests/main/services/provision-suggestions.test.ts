import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import { CONFIDENT_SCORE } from '#shared/domain/suggestion.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readCoverage } from '#main/services/coverage.ts'
import { undo } from '#main/services/history.ts'
import { acceptPlan, readPlanFileDraft } from '#main/services/import.ts'
import { readProvisionSuggestions } from '#main/services/suggestion.ts'
import { linkProvisions, readTasks } from '#main/services/task.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

afterAll(closeWorkerPool)

/** The sentence each row of the sample appendix comes from, in the order of the paper. */
const truth = readFileSync(new URL('../../../resources/sample/phu-luc-2023.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [field, sentence] = line.split('\t')
    return `II.${field}.${sentence}`
  })

test('an imported plan joins its appendix: the clear suggestions are right, all go in as one command, and one undo takes them back', async () => {
  const { context, actor } = await openSampleWorkspace()
  const file = fileURLToPath(new URL('../../fixtures/ke-hoach-cchc-2023.docx', import.meta.url))
  const draft = await readPlanFileDraft(context, file, 2023, { signal: new AbortController().signal, tell: () => undefined })
  const { id: planId } = await acceptPlan(context, actor, { draft, year: 2023, createFields: false })
  const before = await readTasks(context, { planId })
  const coverage = async (): Promise<readonly [number, number]> => {
    const { provisionsWithoutTask, tasksWithoutProvision } = await readCoverage(context, { planId })
    return [provisionsWithoutTask.length, tasksWithoutProvision.length]
  }
  expect(await coverage()).toEqual([37, 44])

  const suggestions = new Map((await readProvisionSuggestions(context, { planId })).map((each) => [each.taskId, each.suggestions]))
  const tasks = orderTasks(before, await listFields(context.db)).flatMap((group) => group.tasks.map(({ task }) => task))
  const best = tasks.map((task, index) => ({ task, right: truth[index], first: suggestions.get(task.id)?.[0] }))
  const clear = best.filter(({ first }) => (first?.score ?? 0) >= CONFIDENT_SCORE)
  expect([
    best.filter(({ first, right }) => first?.address === right).length,
    clear.length,
    clear.filter(({ first, right }) => first?.address !== right),
  ]).toEqual([40, 36, []])

  const links = clear.map(({ task, first }) => ({ id: task.id, provisionId: first?.provisionId as ProvisionId }))
  const joined = await linkProvisions(context, actor, { links })
  expect(joined.map(({ id, provisionIds }) => [id, provisionIds])).toEqual(links.map(({ id, provisionId }) => [id, [provisionId]]))
  const [sentencesLeft, tasksLeft] = await coverage()
  expect([sentencesLeft, tasksLeft]).toEqual([4, 8])
  await undo(context, actor)
  expect(await coverage()).toEqual([37, 44])
  expect((await readTasks(context, { planId })).map(({ provisionIds }) => provisionIds)).toEqual(before.map(() => []))
})
