import { afterAll, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { contract, type Channel, type Output } from '#shared/ipc/contract.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { agencyFormHandlers } from '#main/ipc/agency-form-handlers.ts'
import { answer } from '#main/ipc/answer.ts'
import type { Desk } from '#main/ipc/desk.ts'
import { createFileGrants } from '#main/ipc/file-grants.ts'
import type { Handlers } from '#main/ipc/handlers.ts'
import { createJobs } from '#main/services/jobs.ts'
import type { Session } from '#main/services/workspace.ts'
import { issuedPlan } from '../../helpers/agency-forms.ts'
import { editForm, wellDone } from '../../helpers/form-sheet.ts'
import { justice } from '../../helpers/plan-workspace.ts'
import { anActor, temporaryFolder } from '../../helpers/workspace.ts'

afterAll(closeWorkerPool)

const jobId = '018f0000-0000-7000-8000-00000000ab01'

test('the channels of agency forms answer what the contract promises, and read no file that the person did not choose', async () => {
  const { context } = await issuedPlan([justice.id], [{ content: 'Rà soát', phrase: 'Quý II/2023' }])
  const folder = temporaryFolder()
  const given: { folder: string | null; files: readonly string[] } = { folder: null, files: [] }
  const desk = {
    dialogs: { chooseFolder: async () => given.folder, chooseFiles: async () => given.files },
    jobs: createJobs(() => undefined),
  } as unknown as Desk
  const saved = new Set<string>()
  const session = { context, actor: anActor() } as unknown as Session
  const handlers = createFileGrants().guard(agencyFormHandlers(() => session, desk, saved)) as Handlers
  const asked = new Set<Channel>()
  const ask = async <C extends Channel>(channel: C, input: unknown): Promise<Output<C>> => {
    asked.add(channel)
    const answered = await answer(handlers, channel, input, { emit: () => undefined }, (_reference, _channel, error) => {
      throw error
    })
    if (!answered.ok) throw new AppError(answered.code, answered.details)
    const parsed = contract[channel].output.safeParse(answered.value)
    expect([channel, parsed.success ? [] : parsed.error.issues]).toEqual([channel, []])
    return answered.value as Output<C>
  }
  const making = { jobId, year: 2023, asOf: null, agencyIds: [justice.id], leadOnly: true }
  expect(await ask('agency-form.make', making)).toBeNull()
  given.folder = folder
  const made = await ask('agency-form.make', making)
  const [file = ''] = made?.files ?? []
  expect([...saved]).toEqual([file])
  await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone))

  const reading = { jobId, year: 2023, path: file }
  await expect(ask('agency-form.read', reading)).rejects.toMatchObject({ code: 'file-not-found' })
  expect(await ask('agency-form.choose', {})).toEqual({ paths: [] })
  given.files = [file]
  expect(await ask('agency-form.choose', {})).toEqual({ paths: [file] })
  const { id, changes } = await ask('agency-form.read', reading)
  expect([changes.length, await ask('agency-form.accept', { id })]).toEqual([1, { applied: 1 }])
  const { sent, back, agencies } = await ask('agency-form.list', { year: 2023, asOf: null })
  expect([sent, back, agencies.map(({ name, form }) => [name, form?.answeredRows])]).toEqual([1, 1, [['Sở Tư pháp', 1]]])
  expect(Object.keys(contract).filter((channel) => channel.startsWith('agency-form.') && !asked.has(channel as Channel))).toEqual([])
})
