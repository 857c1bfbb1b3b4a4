import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { partyWords } from '#shared/domain/agency.ts'
import { deadlineKind } from '#shared/domain/deadline.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readCoverage } from '#main/services/coverage.ts'
import { undo } from '#main/services/history.ts'
import { describePlan, summarisePlans } from '#main/services/plan.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { sentencesWithFields } from '#main/services/task-from-plan.ts'
import { readTasks } from '#main/services/task.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

afterAll(closeWorkerPool)

/** The rows of the sample appendix as data, in the order of the paper. */
const rows = readFileSync(new URL('../../../resources/sample/phu-luc-2023.tsv', import.meta.url), 'utf8')
  .normalize('NFC')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

test('the sample opens with its plan: every row joined to its sentence, every lead known, every deadline of a kind, nothing left over', async () => {
  const { context, actor } = await openSampleWorkspace()
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('no plan')
  const { plan } = summary
  expect([plan.subject, plan.status, plan.year, summary.taskCount]).toEqual([
    'Cải cách hành chính tỉnh Lạng Sơn năm 2023',
    'drafting',
    2023,
    44,
  ])

  const { provisions } = await describePlan(context, { planId: plan.id })
  const registry = await readOrganisation(context)
  const tasks = orderTasks(await readTasks(context, { planId: plan.id }), await listFields(context.db)).flatMap((group) =>
    group.tasks.map(({ task }) => task),
  )
  const addresses = new Map((await sentencesWithFields(context.db, provisions)).map(({ block, address }) => [block.id, address]))
  const words = (parties: (typeof tasks)[number]['leads']): string => parties.map((party) => partyWords(party, registry)).join('; ')
  expect(
    tasks.map((task) => [
      task.provisionIds.map((id) => addresses.get(id)).join(),
      task.content,
      task.product,
      words(task.leads),
      words(task.coordinating),
      task.deadline.phrase,
    ]),
  ).toEqual(
    rows.map(([field, sentence, content, product, lead, coordinating, deadline]) => [
      `II.${field}.${sentence}`,
      content,
      product,
      lead,
      coordinating,
      deadline,
    ]),
  )
  expect(tasks.flatMap((task) => task.leads.filter((party) => party.kind === 'words'))).toEqual([])
  expect(tasks.filter((task) => deadlineKind(task.deadline) === 'unknown')).toEqual([])

  const coverage = await readCoverage(context, { planId: plan.id })
  expect([
    coverage.provisionsWithoutTask,
    coverage.tasksWithoutProvision,
    coverage.tasksWithoutLead,
    coverage.tasksWithInactiveAgency,
    coverage.agenciesWithoutTask,
  ]).toEqual([[], [], [], [], []])

  await expect(undo(context, actor)).rejects.toThrow(AppError)
})
