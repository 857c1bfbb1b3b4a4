import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Actor } from '#shared/domain/actor.ts'
import type { HandOver } from '#shared/domain/hand-over.ts'
import type { AppendixId, HandOverId, ProfileId, ProvisionId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import type { Appendix } from '#shared/domain/task.ts'
import { runCommand } from '#main/services/command.ts'
import { createContext, type ServiceContext } from '#main/services/context.ts'
import { saveDraftRound } from '#main/services/draft-round.ts'
import { giveHandOver, sendBack, type Giving, type PackTools } from '#main/services/hand-over.ts'
import { acceptPack } from '#main/services/hand-over-accept.ts'
import { openPack, type OpenedPack } from '#main/services/hand-over-open.ts'
import { readPackKey } from '#main/services/pack-key.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { changeTask, createTask } from '#main/services/task.ts'
import { insertAppendix } from '#main/store/repositories/appendix.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import { departments, finance, homeAffairs, institutions, justice, openPlanWorkspace, planId } from './plan-workspace.ts'
import { anAppendix, aProvision, aTask, id } from './records.ts'
import { anActor, openTestWorkspace, temporaryFolder, type TestWorkspace } from './workspace.ts'

/** One of two people, each at an own machine with an own workspace and an own key. */
export interface Side {
  readonly context: ServiceContext
  readonly actor: Actor
  readonly tools: PackTools
  readonly folder: string
}

export const passphrase = 'cây cầu qua sông 2024'
/** Long work that nobody watches or stops. */
export const unwatched = { signal: new AbortController().signal, tell: () => undefined }

function sideOf(workspace: TestWorkspace, actor: Actor, idsFrom: number): Side {
  const { context, folder } = workspace
  let count = idsFrom
  const own = createContext(
    {
      dialect: context.dialect,
      files: context.files,
      now: context.now,
      emit: context.emit,
      newId: <Id extends string>() => {
        count += 1
        return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}` as Id
      },
    },
    context.db,
  )
  const keys = join(folder, 'user-data')
  return { context: own, actor, folder, tools: { key: () => readPackKey(keys), programVersion: '0.0.0', workFactor: 10 } }
}

/** The giver: the small province and its plan with sentences, footnotes, rows, links and a round. */
export async function openGiver(): Promise<Side> {
  const workspace = await openPlanWorkspace()
  const side = sideOf(workspace, anActor({ name: 'Người giao (mẫu)' }), 0x100000)
  await fillPlan(side)
  return side
}

/** The receiver: nothing but an empty workspace. */
export async function openReceiver(): Promise<Side> {
  const actor = anActor({ profileId: '018f0000-0000-7000-8000-00000000bbbb' as ProfileId, name: 'Người nhận (mẫu)' })
  return sideOf(await openTestWorkspace(), actor, 0x200000)
}

export const APPENDIX = id<AppendixId>(0x2000)

const sentences: readonly ProvisionContent[] = [
  aProvision(0x501, 'part', 'NHIỆM VỤ'),
  aProvision(0x502, 'bullet', 'Rà soát văn bản quy phạm pháp luật'),
  aProvision(0x503, 'bullet', [
    { kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: homeAffairs.id } },
    { kind: 'text', text: ' theo dõi việc sắp xếp' },
    { kind: 'footnote', id: id(0x900), content: [{ kind: 'text', text: 'Nghị quyết số 76/NQ-CP' }] },
  ]),
  aProvision(0x504, 'bullet', 'Công khai thủ tục hành chính'),
]

const columns: Appendix['columns'] = [
  { key: 'stt', title: 'STT', weight: 5 },
  { key: 'task', title: 'Nhiệm vụ', weight: 35 },
  { key: 'product', title: 'Sản phẩm', weight: 20 },
  { key: 'lead', title: 'Cơ quan chủ trì', weight: 20 },
  { key: 'deadline', title: 'Thời hạn', weight: 20 },
]

async function fillPlan({ context, actor }: Side): Promise<void> {
  await savePlanText(context, actor, { planId, provisions: [...sentences] })
  await runCommand(context, actor, { command: 'test.rows', undoable: false }, async (trace) => {
    await insertAppendix(trace, anAppendix({ id: APPENDIX, planId, columns }))
    await insertTask(
      trace,
      aTask({
        id: id<TaskWordingId>(0x31),
        taskId: id<TaskId>(0x41),
        planId,
        appendixId: APPENDIX,
        fieldId: institutions.id,
        provisionIds: [id<ProvisionId>(0x502)],
        leads: [{ kind: 'agency', agencyId: justice.id }],
        coordinating: [{ kind: 'group', groupId: departments.id }],
      }),
    )
    await insertTask(
      trace,
      aTask({
        id: id<TaskWordingId>(0x32),
        taskId: id<TaskId>(0x42),
        planId,
        appendixId: APPENDIX,
        position: 'a1',
        content: 'Theo dõi việc sắp xếp',
        provisionIds: [id<ProvisionId>(0x503)],
        leads: [{ kind: 'agency', agencyId: homeAffairs.id }],
      }),
    )
  })
  await saveDraftRound(context, actor, { planId, name: null })
}

/** Somebody at work on a copy: the ids made on the way are the same whoever does it, wherever it is done. */
export function workingOn({ context }: Pick<Side, 'context'>, actor: Actor): Side {
  return sideOf({ context, folder: '' } as TestWorkspace, actor, 0x300000)
}

/**
 * An afternoon's work on the plan: words changed, a sentence added and one removed, a lead changed, a row added, a round saved. Ids that
 * are made on the way are the same whoever does it.
 */
export async function editPlan({ context, actor }: Side): Promise<void> {
  const worker = workingOn({ context }, actor).context
  const [part, first, second] = await listProvisions(context.db, planId)
  if (part === undefined || first === undefined || second === undefined) throw new Error('no sentences')
  await savePlanText(worker, actor, {
    planId,
    provisions: [
      part,
      { ...first, content: [{ kind: 'text', text: 'Rà soát, hệ thống hóa văn bản quy phạm pháp luật' }] },
      aProvision(0x600, 'bullet', 'Tập huấn cho cán bộ đầu mối'),
      second,
    ],
  })
  const [row] = await listTasks(context.db, planId)
  if (row === undefined) throw new Error('no rows')
  await changeTask(worker, actor, {
    id: row.id,
    version: row.version,
    patch: { leads: [{ kind: 'agency', agencyId: finance.id }], product: 'Quyết định' },
  })
  await createTask(worker, actor, { appendixId: APPENDIX, afterId: row.id, task: { content: 'Tập huấn' } })
  await saveDraftRound(worker, actor, { planId, name: 'Sau khi sửa' })
}

/** Where a pack of a test goes. */
export function packFile(name: string): string {
  return join(temporaryFolder(), `${name}.cchc`)
}

function giving(side: Side, file: string): Giving {
  return { tools: side.tools, choosePlace: async () => file, control: unwatched }
}

/** Gives the plan, or all with null; answers the file. */
export async function give(
  side: Side,
  plan: typeof planId | null = planId,
): Promise<{ readonly handOver: HandOver; readonly file: string }> {
  const given = await giveHandOver(
    side.context,
    side.actor,
    { planId: plan, toName: 'Người nhận (mẫu)', passphrase },
    giving(side, packFile('giao')),
  )
  if (given === null) throw new Error('cancelled')
  return given
}

export async function back(side: Side, handOverId: HandOverId): Promise<{ readonly handOver: HandOver; readonly file: string }> {
  const sent = await sendBack(side.context, side.actor, { id: handOverId, passphrase }, giving(side, packFile('tra')))
  if (sent === null) throw new Error('cancelled')
  return sent
}

/** Opens a pack; it is put away when the test ends. */
export async function opened(file: string, words = passphrase): Promise<OpenedPack> {
  const pack = await openPack('gói.cchc', await readFile(file), words, unwatched)
  onTestFinished(() => pack.close())
  return pack
}

/** Opens a pack and does what it is for. */
export async function accept(side: Side, file: string): Promise<HandOver> {
  return acceptPack(side.context, side.actor, await opened(file))
}
