import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { makeAgencyForms } from '#main/services/agency-form.ts'
import { acceptReturnedForm, readReturnedForm, type FormReadings } from '#main/services/agency-form-import.ts'
import { runCommand } from '#main/services/command.ts'
import type { ServiceContext } from '#main/services/context.ts'
import type { JobControl } from '#main/services/jobs.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { createTask } from '#main/services/task.ts'
import { insertAgency } from '#main/store/repositories/agency.ts'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
import { issueInJanuary } from './issued-task.ts'
import { institutions, openPlanWorkspace, planId } from './plan-workspace.ts'
import { anAgency, aProvision, id } from './records.ts'
import { anActor, type TestWorkspace } from './workspace.ts'

const actor = anActor()
export const unwatched: JobControl = { signal: new AbortController().signal, tell: () => undefined }

/** Bodies besides those of the small province, so many that a province's forms can be tried. */
export function manyAgencies(count: number): readonly ReturnType<typeof anAgency>[] {
  return Array.from({ length: count }, (_, index) =>
    anAgency({ id: id<AgencyId>(0x800 + index), name: `Đơn vị số ${index + 1} (mẫu)`, kind: 'district-committee', position: 100 + index }),
  )
}

/** A plan of 2023, issued on 05/01/2023, whose tasks are each led by all of these agencies; the clock then stands at 10/07/2023. */
export async function issuedPlan(
  agencyIds: readonly AgencyId[],
  tasks: readonly { readonly content: string; readonly phrase: string }[],
  others: readonly ReturnType<typeof anAgency>[] = [],
): Promise<TestWorkspace> {
  const { plan, ...workspace } = await openPlanWorkspace()
  const { context } = workspace
  await runCommand(context, actor, { command: 'test.seed', undoable: false }, async (trace) => {
    for (const agency of others) await insertAgency(trace, agency)
  })
  await savePlanText(context, actor, { planId, provisions: [aProvision(1, 'section', 'NHIỆM VỤ'), aProvision(2, 'bullet', 'Rà soát')] })
  const appendix = await createAppendix(context, actor, { planId, title: 'Nhiệm vụ' })
  let afterId: Awaited<ReturnType<typeof createTask>>['id'] | null = null
  for (const { content, phrase } of tasks) {
    const made: Awaited<ReturnType<typeof createTask>> = await createTask(context, actor, {
      appendixId: appendix.id,
      afterId,
      task: {
        content,
        fieldId: institutions.id,
        product: 'Báo cáo',
        leads: agencyIds.map((agencyId) => ({ kind: 'agency', agencyId })),
        coordinating: [],
        deadline: readDeadline(phrase, { planYear: 2023 }),
      },
    })
    afterId = made.id
  }
  await issueInJanuary(context, plan)
  workspace.setNow('2023-07-10T03:00:00.000Z')
  return workspace
}

/** Makes forms for these agencies; the files in the agencies' order. */
export async function makeForms(context: ServiceContext, folder: string, agencyIds: readonly AgencyId[]): Promise<readonly string[]> {
  return (await makeAgencyForms(context, actor, { year: 2023, asOf: null, agencyIds: [...agencyIds], leadOnly: false }, folder, unwatched))
    .files
}

/** Reads a returned form; `take` also takes it in. */
export async function readForm(
  context: ServiceContext,
  path: string,
  readings: FormReadings = new Map(),
  year = 2023,
): Promise<FormPreview> {
  return readReturnedForm(context, readings, { path, year }, unwatched)
}

export async function takeForm(
  context: ServiceContext,
  path: string,
): Promise<{ readonly preview: FormPreview; readonly applied: number }> {
  const readings: FormReadings = new Map()
  const preview = await readForm(context, path, readings)
  if (preview.status === 'refused') return { preview, applied: 0 }
  return { preview, ...(await acceptReturnedForm(context, actor, readings, preview.id)) }
}

/** Copies a file aside and gives the copy's name. */
export function copyOf(file: string, folder: string, name: string): string {
  const copy = join(folder, name)
  writeFileSync(copy, readFileSync(file))
  return copy
}
