import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { inputColumns, type FormColumn, type InputColumn } from '#shared/domain/agency-form.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { createAppendix } from '#main/services/appendix.ts'
import { makeAgencyForms } from '#main/services/agency-form.ts'
import { acceptReturnedForm, readReturnedForm, type FormReadings } from '#main/services/agency-form-import.ts'
import { runCommand } from '#main/services/command.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { issuePlan } from '#main/services/issue.ts'
import type { JobControl } from '#main/services/jobs.ts'
import { movePlan } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { createTask } from '#main/services/task.ts'
import { insertAgency } from '#main/store/repositories/agency.ts'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
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
  let now = plan
  for (const status of ['submitted', 'signed-awaiting-number'] as const)
    now = await movePlan(context, actor, { planId, version: now.version, status, reason: '' })
  await issuePlan(context, actor, {
    planId,
    version: now.version,
    number: '05',
    issuedOn: '2023-01-05',
    signerName: 'Trần Thị Mẫu',
    acceptDuplicate: false,
  })
  workspace.setNow('2023-07-10T03:00:00.000Z')
  return workspace
}

/** Makes forms for these agencies; the files in the agencies' order. */
export async function makeForms(context: ServiceContext, folder: string, agencyIds: readonly AgencyId[]): Promise<readonly string[]> {
  return (await makeAgencyForms(context, actor, { year: 2023, asOf: null, agencyIds: [...agencyIds], leadOnly: false }, folder, unwatched))
    .files
}

export type Filling = { readonly [Column in InputColumn]?: string | number | Date | { readonly error: '#REF!' } }

/** A form's sheet under somebody's hands in a spreadsheet program. */
export interface OpenForm {
  readonly book: ExcelJS.Workbook
  readonly sheet: ExcelJS.Worksheet
  /** The first row of data. */
  readonly firstRow: number
  readonly letter: (column: FormColumn) => string
  readonly fill: (row: number, filling: Filling) => void
}

/** Opens a form as a person does who knows no more than its sheet, changes it and saves it, over itself or elsewhere. */
export async function editForm(file: string, edit: (form: OpenForm) => void | Promise<void>, saveAs = file): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  let marks = 0
  sheet.eachRow((row, number) => {
    if (String(row.getCell(1).value).startsWith('cchc:')) marks = number
  })
  const letters = new Map<string, string>()
  sheet.getRow(marks).eachCell((cell) => letters.set(String(cell.value).replace('cchc:', ''), cell.address.replace(/\d+/, '')))
  const letter = (column: FormColumn): string => letters.get(column) ?? '?'
  const fill = (row: number, filling: Filling): void => {
    for (const column of inputColumns) {
      const value = filling[column]
      if (value !== undefined) sheet.getCell(`${letter(column)}${row}`).value = value
    }
  }
  await edit({ book, sheet, firstRow: marks + 2, letter, fill })
  await book.xlsx.writeFile(saveAs)
  return saveAs
}

/** A report that keeps every rule. */
export const wellDone: Filling = {
  state: 'Hoàn thành',
  percent: 100,
  happenedOn: new Date(Date.UTC(2023, 5, 20)),
  result: 'Đã rà soát 12 văn bản',
  product: 'Báo cáo',
  documentSymbol: '12/BC-STP',
  documentDay: new Date(Date.UTC(2023, 5, 21)),
  documentTitle: 'Báo cáo kết quả rà soát',
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
