import { afterAll, expect, test } from 'vitest'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { PackContent, PackManifest, PackRow, PackRows } from '#shared/domain/pack.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { acceptPack } from '#main/services/hand-over-accept.ts'
import { judgePack, type OpenedPack } from '#main/services/hand-over-open.ts'
import { runCommand } from '#main/services/command.ts'
import { contentHash } from '#main/store/hand-over/rows.ts'
import { ownedTables } from '#main/store/hand-over/standing.ts'
import { insertPlan } from '#main/store/repositories/plan.ts'
import { insertProvision } from '#main/store/repositories/provision.ts'
import { planId } from '../../helpers/plan-workspace.ts'
import { give, openGiver, opened, openReceiver } from '../../helpers/hand-over.ts'
import { aPlan, aProvision, id } from '../../helpers/records.ts'
import { snapshot } from '../../helpers/snapshot.ts'

afterAll(closeWorkerPool)

const file = 'gói.cchc'
const OTHER = id<PlanId>(0x1001)

/** A pack as an honest sender made it; each test spoils it as one would who may sign, so that only its content is wrong. */
async function honest(): Promise<OpenedPack> {
  return opened((await give(await openGiver())).file)
}

type Rows = Record<string, PackRow[]>
const rowsOf = (rows: PackRows): Rows => Object.fromEntries([...rows].map(([table, list]) => [table, list.map((row) => ({ ...row }))]))

/** The pack with rows changed and its hash made anew. */
function spoil({ manifest, content }: OpenedPack, change: (rows: Rows) => void): readonly [PackManifest, PackContent] {
  const changed = rowsOf(content.rows)
  change(changed)
  const rows: PackRows = new Map(Object.entries(changed))
  return [
    { ...manifest, contentHash: contentHash(rows, ownedTables) },
    { ...content, rows },
  ]
}

const judged = async ([manifest, content]: readonly [PackManifest, PackContent]): Promise<unknown> =>
  judgePack(file, manifest, content).then(
    async (pack) => {
      await pack.close()
      return 'accepted'
    },
    (error: { code: string; details: { problem?: string } }) => [error.code, error.details.problem],
  )

const first = (rows: Rows, table: string): Record<string, unknown> => rows[table]![0]!

test('a pack whose rows break a rule of the store is refused before it is shown, whatever rule it is', async () => {
  const pack = await honest()
  const spoilt: Record<string, readonly [PackManifest, PackContent]> = {
    'nothing': spoil(pack, () => undefined),
    'an unknown table': spoil(pack, (rows) => (rows['sqlite_schema'] = [{ id: 'x' }])),
    'a table that stays at home': spoil(pack, (rows) => (rows['profile'] = [{ id: 'x', name: 'Quản trị', role: 'administrator' }])),
    'an unknown column': spoil(pack, (rows) => (first(rows, 'plan')['colour'] = 'đỏ')),
    'a column that is missing': spoil(pack, (rows) => delete first(rows, 'plan')['subject']),
    'a text for a number': spoil(pack, (rows) => (first(rows, 'plan')['year'] = 'hai nghìn')),
    'an unknown status': spoil(pack, (rows) => (first(rows, 'plan')['status'] = 'burnt')),
    'content that is no JSON': spoil(pack, (rows) => (first(rows, 'provision')['content'] = '{')),
    'content that is no sentence': spoil(pack, (rows) => (first(rows, 'provision')['content'] = '[{"kind":"script"}]')),
    'a lead nobody knows': spoil(pack, (rows) => (first(rows, 'task_party')['agency_id'] = '018f0000-0000-7000-8000-0000000000ff')),
    'the same id twice': spoil(pack, (rows) => rows['provision']!.push({ ...rows['provision']![0]! })),
    'a sentence of another plan': spoil(pack, (rows) => {
      rows['plan']!.push({ ...rows['plan']![0]!, id: OTHER })
      rows['provision']!.push({ ...rows['provision']![0]!, id: id<PlanId>(0x777), plan_id: OTHER })
    }),
    'no plan at all': spoil(pack, (rows) => {
      for (const table of Object.keys(rows)) rows[table] = []
    }),
    'another plan than it says': [{ ...pack.manifest, planIds: [OTHER] }, pack.content],
    'no plan for a plan': [{ ...pack.manifest, planIds: [] }, pack.content],
    'rows its hash does not fit': [{ ...pack.manifest, contentHash: 'ab'.repeat(32) as PackManifest['contentHash'] }, pack.content],
    'a migration nobody has heard of': [{ ...pack.manifest, migration: '9999-tomorrow' }, pack.content],
    'a body among what it refers to that is none': [
      pack.manifest,
      { ...pack.content, referred: new Map([...pack.content.referred, ['agency', [{ id: 'x', name: '' }]]]) },
    ],
    'its plan among what it refers to': [pack.manifest, { ...pack.content, referred: new Map([['plan', pack.content.rows.get('plan')!]]) }],
  }
  const verdicts: Record<string, unknown> = {}
  for (const [name, one] of Object.entries(spoilt)) verdicts[name] = await judged(one)
  const rows = ['pack-not-valid', 'rows']
  expect(verdicts).toEqual({
    'nothing': 'accepted',
    'an unknown table': rows,
    'a table that stays at home': rows,
    'an unknown column': rows,
    'a column that is missing': rows,
    'a text for a number': rows,
    'an unknown status': rows,
    'content that is no JSON': rows,
    'content that is no sentence': rows,
    'a lead nobody knows': rows,
    'the same id twice': rows,
    'a sentence of another plan': ['pack-not-valid', 'plan'],
    'no plan at all': ['pack-not-valid', 'plan'],
    'another plan than it says': ['pack-not-valid', 'plan'],
    'no plan for a plan': ['pack-not-valid', 'manifest'],
    'rows its hash does not fit': ['pack-not-valid', 'hash'],
    'a migration nobody has heard of': ['pack-from-newer-program', undefined],
    'a body among what it refers to that is none': rows,
    'its plan among what it refers to': rows,
  })
})

test('a pack whose sentence has the id of another plan’s sentence here is refused, and nothing of it is written', async () => {
  const receiver = await openReceiver()
  const { context, actor } = receiver
  await runCommand(context, actor, { command: 'test.seed', undoable: false }, async (trace) => {
    await insertPlan(trace, aPlan({ id: OTHER, subject: 'Kế hoạch của người nhận' }))
    await insertProvision(trace, { ...aProvision(0x502, 'bullet', 'Câu của người nhận'), planId: OTHER, position: 'a0' })
  })
  const before = await snapshot(context)
  const pack = await honest()
  expect(pack.manifest.planIds).toEqual([planId])
  await expect(acceptPack(context, actor, pack)).rejects.toMatchObject({ code: 'pack-not-valid', details: { problem: 'ids' } })
  expect(await snapshot(context)).toEqual(before)
})
