import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { contract, type Channel } from '#shared/ipc/contract.ts'
import type { PackPreview } from '#shared/ipc/hand-over-contract.ts'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { allHandlers } from '#main/ipc/all-handlers.ts'
import { answer } from '#main/ipc/answer.ts'
import type { Desk } from '#main/ipc/desk.ts'
import { createFileGrants } from '#main/ipc/file-grants.ts'
import { createJobs } from '#main/services/jobs.ts'
import { readOrganisationSeed } from '#main/services/organisation-seed.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const pages = createPageService()
afterAll(async () => {
  await pages.close()
  await closeWorkerPool()
})

const jobId = '018f0000-0000-7000-8000-00000000ab01'
const passphrase = 'cây cầu qua sông'
const asked = new Set<Channel>()

/** A person's machine behind the door through which the window asks; every answer is held to the contract. */
function machine(workspaces: Workspaces, files: { chosen: string | null; saveTo: string; waiting: string | null }) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'tmp'))
  const desk: Desk = {
    dialogs: {
      chooseFolder: async () => null,
      chooseFile: async () => files.chosen,
      chooseFiles: async () => [],
      chooseNewFile: async () => files.saveTo,
    },
    jobs: createJobs(() => undefined),
    pages,
    openFile: async () => undefined,
    reminding: {
      settings: async () => ({ notify: true, keepInTray: false, hasTray: false }),
      choose: async (chosen) => ({ ...chosen, hasTray: false }),
    },
    printScreen: async () => new Uint8Array(),
    leaveWindow: () => undefined,
    showInFolder: () => undefined,
    takeWaitingPack: () => files.waiting,
    writeClipboard: () => undefined,
    temporaryFolder: join(folder, 'tmp'),
  }
  const resource = fileURLToPath(new URL('../../../resources/defaults/organisation.json', import.meta.url))
  const handlers = createFileGrants().guard(allHandlers(workspaces, desk, () => readOrganisationSeed(resource)))
  const raw = (channel: Channel, input: unknown) =>
    answer(handlers, channel, input, { emit: () => undefined }, (_reference, _channel, error) => {
      throw error
    })
  const ask = async <T>(channel: Channel, input: unknown): Promise<T> => {
    asked.add(channel)
    const answered = await raw(channel, input)
    if (!answered.ok) throw new Error(`${channel}: ${answered.code} ${JSON.stringify(answered.details)}`)
    const parsed = contract[channel].output.safeParse(answered.value)
    expect([channel, parsed.success ? [] : parsed.error.issues]).toEqual([channel, []])
    return answered.value as T
  }
  return { raw, ask }
}

test('the channels of handing over answer what the contract promises, one story through all of them', async () => {
  const stick = temporaryFolder()
  const there = join(stick, 'giao.cchc')
  const whole = join(stick, 'toàn bộ.cchc')
  const back = join(stick, 'trả.cchc')
  const files = { chosen: back, saveTo: there, waiting: null as string | null }
  const { ask, raw } = machine((await openSampleWorkspace()).workspaces, files)
  const colleagueFiles = { chosen: there, saveTo: back, waiting: there as string | null }
  const colleague = machine((await openSampleWorkspace()).workspaces, colleagueFiles)

  const [sample] = await ask<readonly PlanSummary[]>('plan.list', {})
  const planId = sample?.plan.id
  const to = { jobId, toName: 'Người nhận (mẫu)', passphrase }
  const given = await ask<{ handOver: HandOver; file: string }>('hand-over.give', { ...to, planId })
  expect([given.file, given.handOver.state]).toEqual([there, 'given'])
  expect(await raw('hand-over.give', { ...to, planId, passphrase: 'ngắn' })).toMatchObject({ ok: false, code: 'bad-input' })
  await ask('hand-over.pack-again', { jobId, id: given.handOver.id, passphrase })

  // A path that nobody chose is none of the window's business.
  expect(await colleague.raw('hand-over.open', { jobId, path: there, passphrase })).toMatchObject({ ok: false, code: 'file-not-found' })
  expect(await colleague.ask('hand-over.waiting', {})).toEqual({ path: there })
  // The same sample on both machines: the same plan with the same words.
  const preview = await colleague.ask<PackPreview>('hand-over.open', { jobId, path: there, passphrase })
  expect(preview.verdict).toBe('receive')
  const received = await colleague.ask<HandOver>('hand-over.accept', { token: preview.token })
  expect(await colleague.raw('hand-over.accept', { token: preview.token })).toMatchObject({ ok: false, code: 'pack-not-usable' })
  await colleague.ask('hand-over.send-back', { jobId, id: received.id, passphrase })

  const reclaimed = await ask<HandOver>('hand-over.reclaim', { id: given.handOver.id, version: given.handOver.version, reason: 'Gấp' })
  expect(reclaimed.reason).toBe('Gấp')
  const chosen = await ask<{ path: string }>('hand-over.choose', {})
  const late = await ask<PackPreview>('hand-over.open', { jobId, path: chosen.path, passphrase })
  expect(late.verdict).toBe('late')
  await ask('hand-over.keep-as-round', { token: late.token })
  await ask('hand-over.close', { token: late.token })
  expect(await ask('hand-over.read-log', { id: given.handOver.id })).toEqual([])
  expect(await ask('hand-over.list', {})).toEqual([reclaimed])

  files.saveTo = whole
  const all = await ask<{ handOver: HandOver }>('hand-over.give', { ...to, planId: null })
  colleagueFiles.chosen = whole
  await colleague.ask('hand-over.choose', {})
  const everything = await colleague.ask<PackPreview>('hand-over.open', { jobId, path: whole, passphrase })
  const taken = await colleague.ask<HandOver>('hand-over.accept', { token: everything.token })
  await colleague.ask('hand-over.send-back', { jobId, id: taken.id, passphrase })
  await ask('hand-over.reclaim', { id: all.handOver.id, version: all.handOver.version, reason: 'Gấp' })
  await ask('hand-over.choose', {})
  const beside = await ask<PackPreview>('hand-over.open', { jobId, path: back, passphrase })
  await ask('hand-over.open-beside', { token: beside.token })

  const ours = (Object.keys(contract) as Channel[]).filter((channel) => channel.startsWith('hand-over.'))
  expect(ours.filter((channel) => !asked.has(channel))).toEqual([])
}, 300_000)
