import { describe, expect, test } from 'vitest'
import type { ProfileId } from '#shared/domain/identifier.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { runCommand } from '#main/services/command.ts'
import { listHistory, purgeRecord, readHistoryState, redo, undo } from '#main/services/history.ts'
import { getAgency, insertAgency, listAgencies, updateAgency } from '#main/store/repositories/agency.ts'
import { findBrokenLink } from '#main/store/repositories/change.ts'
import { anAgency, id } from '../../helpers/records.ts'
import { anActor, openTestWorkspace, type TestWorkspace } from '../../helpers/workspace.ts'

const SO_NOI_VU = id<AgencyId>(1)
const agency = anAgency({ id: SO_NOI_VU, name: 'Sở Nội vụ' })
const secretary = anActor()
const colleague = anActor({ profileId: '018f0000-0000-7000-8000-00000000bbbb' as ProfileId, name: 'Đồng nghiệp (mẫu)' })

async function withAgency(): Promise<TestWorkspace> {
  const workspace = await openTestWorkspace()
  await runCommand(workspace.context, secretary, { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, agency))
  return workspace
}

const rename = ({ context }: TestWorkspace, actor: typeof secretary, shortName: string) =>
  runCommand(context, actor, { command: 'agency.update', undoable: true }, async (trace) =>
    updateAgency(trace, { ...(await getAgency(trace.trx, SO_NOI_VU)), shortName }),
  )
const shortName = async ({ context }: TestWorkspace): Promise<string | null> => (await getAgency(context.db, SO_NOI_VU)).shortName

describe('taking back one’s own work', () => {
  test('goes step by step to the beginning and forward again, each step called by its command', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'một')
    await rename(workspace, secretary, 'hai')
    expect(await readHistoryState(workspace.context, secretary)).toEqual({ undo: 'agency.update', redo: null })
    expect((await undo(workspace.context, secretary)).command).toBe('agency.update')
    expect(await shortName(workspace)).toBe('một')
    await undo(workspace.context, secretary)
    expect(await shortName(workspace)).toBe(null)
    await redo(workspace.context, secretary)
    await redo(workspace.context, secretary)
    expect(await shortName(workspace)).toBe('hai')
    expect(await readHistoryState(workspace.context, secretary)).toEqual({ undo: 'agency.update', redo: null })
    for (let step = 0; step < 3; step += 1) await undo(workspace.context, secretary)
    expect(await listAgencies(workspace.context.db)).toEqual([])
    expect(await readHistoryState(workspace.context, secretary)).toEqual({ undo: null, redo: 'agency.create' })
    await expect(undo(workspace.context, secretary)).rejects.toMatchObject({ code: 'nothing-to-undo' })
    expect(await findBrokenLink(workspace.context.db)).toBe(null)
  })

  test('two steps asked for at once are two steps, back and forward', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'một')
    await rename(workspace, secretary, 'hai')
    await Promise.all([undo(workspace.context, secretary), undo(workspace.context, secretary)])
    expect(await shortName(workspace)).toBe(null)
    await Promise.all([redo(workspace.context, secretary), redo(workspace.context, secretary)])
    expect(await shortName(workspace)).toBe('hai')
    expect(await findBrokenLink(workspace.context.db)).toBe(null)
  })

  test('a new command ends what could be done again', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'một')
    await undo(workspace.context, secretary)
    await rename(workspace, secretary, 'hai')
    await expect(redo(workspace.context, secretary)).rejects.toMatchObject({ code: 'nothing-to-redo' })
    await undo(workspace.context, secretary)
    expect(await shortName(workspace)).toBe(null)
  })

  test('stops where a colleague wrote on, naming who and what', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'một')
    await rename(workspace, colleague, 'hai')
    await expect(undo(workspace.context, secretary)).rejects.toMatchObject({
      code: 'undo-blocked',
      details: { by: 'Đồng nghiệp (mẫu)', command: 'agency.update' },
    })
    expect(await shortName(workspace)).toBe('hai')
    await undo(workspace.context, colleague)
    await undo(workspace.context, secretary)
    expect(await shortName(workspace)).toBe(null)
  })

  test('stops where a colleague’s new record leans on the one that would go', async () => {
    const workspace = await withAgency()
    const child = anAgency({ id: id<AgencyId>(2), name: 'Trung tâm (mẫu)', parentId: SO_NOI_VU })
    await runCommand(workspace.context, colleague, { command: 'agency.create', undoable: true }, (trace) => insertAgency(trace, child))
    await expect(undo(workspace.context, secretary)).rejects.toMatchObject({
      code: 'undo-blocked',
      details: { by: 'Đồng nghiệp (mẫu)', command: 'agency.create' },
    })
    expect(await listAgencies(workspace.context.db)).toHaveLength(2)
  })

  test('stops at what has left the program, and passes over what is no work on documents', async () => {
    const workspace = await withAgency()
    const write = (name: string, undoable: false | 'apart') =>
      runCommand(workspace.context, secretary, { command: 'plan.issue', undoable }, async (trace) =>
        updateAgency(trace, { ...(await getAgency(trace.trx, SO_NOI_VU)), legalBasis: name }),
      )
    await write('a', false)
    await expect(undo(workspace.context, secretary)).rejects.toMatchObject({ code: 'undo-barrier', details: { command: 'plan.issue' } })
    expect((await readHistoryState(workspace.context, secretary)).undo).toBe(null)
    await rename(workspace, secretary, 'sau đó')
    await undo(workspace.context, secretary)
    expect(await shortName(workspace)).toBe(null)
  })

  test('a purged text cannot be brought back, and the chain still holds', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'riêng tư')
    const keeper = anActor({ role: 'administrator' })
    await expect(purgeRecord(workspace.context, secretary, SO_NOI_VU)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await purgeRecord(workspace.context, keeper, SO_NOI_VU)).toBe(2)
    const log = JSON.stringify(await listHistory(workspace.context, { recordId: null, limit: 100 }))
    expect(log).not.toContain('riêng tư')
    expect(await findBrokenLink(workspace.context.db)).toBe(null)
    await expect(undo(workspace.context, secretary)).rejects.toMatchObject({ code: 'undo-blocked' })
  })
})

describe('the chained log', () => {
  test('a line changed behind the program’s back is found', async () => {
    const { context } = await withAgency()
    await context.db.updateTable('change').set({ profile_name: 'Người khác' }).execute()
    expect(await findBrokenLink(context.db)).toBe(1)
  })

  test('an item changed, a line taken away at the end, are found', async () => {
    const workspace = await withAgency()
    await rename(workspace, secretary, 'một')
    const { db } = workspace.context
    await db.updateTable('change_item').set({ after: '{}' }).where('ordinal', '=', 0).execute()
    expect(await findBrokenLink(db)).toBe(1)
    const other = await withAgency()
    await rename(other, secretary, 'một')
    const last = await other.context.db.selectFrom('change').select('id').where('sequence', '=', 2).executeTakeFirstOrThrow()
    await other.context.db.deleteFrom('change_item').where('change_id', '=', last.id).execute()
    await other.context.db.deleteFrom('change').where('id', '=', last.id).execute()
    expect(await findBrokenLink(other.context.db)).toBe(2)
  })

  test('a command inside a command is refused instead of waiting for ever', async () => {
    const workspace = await withAgency()
    const nested = runCommand(workspace.context, secretary, { command: 'agency.update', undoable: true }, () =>
      rename(workspace, secretary, 'x'),
    )
    await expect(nested).rejects.toThrow('read through its trace')
  })
})

test('a reader may neither write nor take back', async () => {
  const workspace = await withAgency()
  const reader = anActor({ role: 'reader' })
  await expect(rename(workspace, reader, 'x')).rejects.toMatchObject({
    code: 'not-allowed',
    details: { command: 'agency.update', role: 'reader' },
  })
  await expect(undo(workspace.context, reader)).rejects.toMatchObject({ code: 'not-allowed' })
})
