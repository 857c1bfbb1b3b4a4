import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isActive } from '#shared/domain/agency.ts'
import { recordedChanges, type RecordedChange } from '#shared/domain/agency-change.ts'
import { isOpen } from '#shared/domain/light.ts'
import type { Register } from '#shared/domain/register.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeAgencyChange } from '#main/services/agency-change.ts'
import { makePaperFile } from '#main/services/export.ts'
import { undo } from '#main/services/history.ts'
import { giveWaiting, readReassignment } from '#main/services/reassignment.ts'
import { readRegister } from '#main/services/register.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { findOffice } from '#main/store/repositories/office.ts'
import { makeFollowedYear, type IssuedYear } from '../../helpers/followed-year.ts'
import { snapshot } from '../../helpers/snapshot.ts'

/** The reorganisation of Lạng Sơn in 2025: six mergers of 01/3, the end of the eleven districts on 30/6. */
const TODAY = '2026-06-01'
const LAST_OF_PLAN = '2023-12-31'

const pages = createPageService()
const folder = mkdtempSync(join(tmpdir(), 'cchc-reorganisation-'))
let year: IssuedYear
let before: {
  readonly issued: unknown
  readonly docx: Uint8Array
  readonly lastDay: Register
  readonly now: Register
  readonly all: unknown
}
let changes: readonly RecordedChange[]
let counts: Awaited<ReturnType<typeof makeAgencyChange>>['counts'][]

const paper = async ({ context, planId }: IssuedYear): Promise<Uint8Array> => {
  const request = {
    planId,
    what: 'plan',
    agencyId: null,
    memberId: null,
    copy: 'electronic',
    draftRoundId: null,
    unsaved: null,
  } as const
  return (await makePaperFile(context, pages, request, 'docx', { signal: new AbortController().signal, tell: () => undefined })).bytes
}

/** Every stored byte of the issued paper: its records as they were frozen, and what the plan and its rows say. */
async function issuedBytes({ context: { db } }: IssuedYear): Promise<unknown> {
  return {
    frozen: await db.selectFrom('frozen_document').selectAll().orderBy('id').execute(),
    texts: await db.selectFrom('frozen_text').selectAll().orderBy('hash').execute(),
    plan: await db.selectFrom('plan').selectAll().orderBy('id').execute(),
    provisions: await db.selectFrom('provision').selectAll().orderBy('id').execute(),
    wordings: await db.selectFrom('task_wording').selectAll().orderBy('id').execute(),
    parties: await db.selectFrom('task_party').selectAll().orderBy('id').execute(),
  }
}

const basis = (change: RecordedChange) => ({
  symbol: change.kind === 'dissolve' ? '1672/NQ-UBTVQH15' : '04/NQ-HĐND',
  issuedOn: change.kind === 'dissolve' ? '2025-06-16' : '2025-02-18',
  issuer: '',
  title: 'Nghị quyết',
})

beforeAll(async () => {
  pages.warmUp()
  year = await makeFollowedYear(folder, { updates: 300, extensions: 20, evidenceFiles: 10 })
  year.turnTo(`${TODAY}T02:00:00.000Z`)
  const { context, actor } = year
  before = {
    issued: await issuedBytes(year),
    docx: await paper(year),
    lastDay: await readRegister(context, { year: 2023, asOf: LAST_OF_PLAN }),
    now: await readRegister(context, { year: 2023 }),
    all: await snapshot(context),
  }
  changes = recordedChanges(await readAgencyRegistry(context.db), TODAY)
  counts = []
  for (const change of changes) {
    const request = { ...change, founded: [], groupPairs: null, basis: basis(change) }
    counts.push((await makeAgencyChange(context, actor, request)).counts)
  }
}, 120_000)
afterAll(async () => {
  await year.close()
  await pages.close()
  await closeWorkerPool()
  rmSync(folder, { recursive: true, force: true })
})

const sum = (of: (one: (typeof counts)[number]) => number): number => counts.reduce((total, one) => total + of(one), 0)
const lights = ({ tasks }: Register): unknown => tasks.map(({ stt, fieldId, light }) => [fieldId, stt, light])
const openShares = ({ tasks }: Register): Register['tasks'][number]['shares'] => tasks.flatMap(({ shares }) => shares).filter(isOpen)

describe('after the reorganisation of 2025', () => {
  test('the changes are those that the registry tells of: five mergers, a new body in place of one, and the end of eleven districts', () => {
    expect(changes.map(({ kind, effectiveOn, fromIds, toIds }) => [kind, effectiveOn, fromIds.length, toIds.length])).toEqual([
      ['merge', '2025-03-01', 2, 1],
      ['merge', '2025-03-01', 2, 1],
      ['merge', '2025-03-01', 2, 1],
      ['merge', '2025-03-01', 2, 1],
      ['merge', '2025-03-01', 2, 1],
      ['rename', '2025-03-01', 1, 1],
      ['dissolve', '2025-07-01', 11, 0],
    ])
  })

  test('the issued plan of 2023 has not changed by a byte, in the store nor as a Word file', async () => {
    expect(await issuedBytes(year)).toEqual(before.issued)
    expect(Buffer.compare(await paper(year), before.docx)).toBe(0)
  })

  test('the year 2023 as it stood on its last day is told as it was told before', async () => {
    expect(await readRegister(year.context, { year: 2023, asOf: LAST_OF_PLAN })).toEqual(before.lastDay)
  })

  test('every open share has a living owner or waits, held by the standing agency that took over', async () => {
    const registry = await readAgencyRegistry(year.context.db)
    const alive = new Set(registry.agencies.filter((agency) => isActive(agency, TODAY)).map(({ id }) => id))
    const open = openShares(await readRegister(year.context, { year: 2023 }))
    const holder = (await findOffice(year.context.db))?.standingAgencyId
    expect({
      orphans: open.filter(({ agencyId }) => !alive.has(agencyId)),
      heldByOthers: open.filter(({ waiting, agencyId }) => waiting && agencyId !== holder),
      waiting: open.filter(({ waiting }) => waiting).length,
    }).toEqual({ orphans: [], heldByOthers: [], waiting: sum(({ waiting }) => waiting) })
    expect(sum(({ waiting }) => waiting)).toBeGreaterThan(0)
  })

  test('the number of tasks is the same, and that of shares is explained: those that joined are one, a group that took over brings its own', async () => {
    const after = await readRegister(year.context, { year: 2023 })
    expect(after.totals).toEqual({
      tasks: before.now.totals.tasks,
      shares: before.now.totals.shares - sum(({ joined }) => joined) - sum(({ covered }) => covered) + sum(({ fresh }) => fresh),
    })
    expect(after.tasks.map(({ taskId }) => taskId)).toEqual(before.now.tasks.map(({ taskId }) => taskId))
  })

  test('of the shares of the districts what is done stays, what was overdue waits, and communes come for what goes on without an end', () => {
    expect(counts.at(-1)).toEqual({ tasks: 17, moved: 0, joined: 0, waiting: 144, covered: 33, fresh: 195, staying: 21 })
  })

  test('a task that was done stays done, and one that was not is as late as before', async () => {
    expect(lights(await readRegister(year.context, { year: 2023 }))).toEqual(lights(before.now))
  })

  test('nothing is left to be moved; all is taken back step by step, to what was there before', async () => {
    const { context, actor } = year
    const { endedWithWork, waiting } = await readReassignment(context)
    expect(endedWithWork).toEqual([])
    // One is given, so that the last step back is of another kind.
    const [first] = waiting
    const registry = await readAgencyRegistry(context.db)
    const heir = registry.agencies.find((agency) => agency.kind === 'commune-committee' && isActive(agency, TODAY))
    if (first === undefined || heir === undefined) throw new Error('nobody to give it to')
    await giveWaiting(context, actor, {
      gifts: [{ assignmentId: first.assignmentId, version: first.version, agencyId: heir.id }],
      on: TODAY,
      note: '',
    })
    expect((await readReassignment(context)).waiting.length).toBe(waiting.length - 1)
    for (let step = 0; step <= changes.length; step += 1) await undo(context, actor)
    expect(await snapshot(context)).toEqual(before.all)
  })
})
