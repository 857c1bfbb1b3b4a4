import { describe, expect, test } from 'vitest'
import { Agency, AgencyGroup } from '#shared/domain/agency.ts'
import { Field } from '#shared/domain/field.ts'
import type { AgencyGroupId, AgencyId, AppendixId, FootnoteId, TaskId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { Member } from '#shared/domain/member.ts'
import { contract } from '#shared/ipc/contract.ts'
import { organisationHandlers } from '#main/ipc/organisation-handlers.ts'
import { runCommand } from '#main/services/command.ts'
import { undo } from '#main/services/history.ts'
import { insertAppendix } from '#main/store/repositories/appendix.ts'
import { getPlan, updatePlan } from '#main/store/repositories/plan.ts'
import { insertProvision, listProvisions } from '#main/store/repositories/provision.ts'
import { insertTask, listTasks } from '#main/store/repositories/task.ts'
import { findUnsavedText, keepUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import {
  committee,
  departments,
  deputyHead,
  finance,
  homeAffairs,
  institutions,
  justice,
  openPlanWorkspace,
  procedures,
} from '../../helpers/plan-workspace.ts'
import { anAppendix, aProvision, aTask, id } from '../../helpers/records.ts'
import { anActor } from '../../helpers/workspace.ts'

const actor = anActor()

/** The channels on a small province, as the window asks them. */
async function office() {
  const workspace = await openPlanWorkspace()
  const { context } = workspace
  return { ...workspace, ask: organisationHandlers(() => ({ context, actor })) }
}
const call = { emit: () => {} }
const agencyInput = {
  shortName: null,
  aliases: [],
  kind: 'department',
  parentId: null,
  activeFrom: null,
  activeTo: null,
  successorIds: [],
  legalBasis: null,
} as const

describe('agencies', () => {
  test('are added at the end, changed, and removed while nothing speaks of them', async () => {
    const { ask } = await office()
    const made = await ask['agency.create']({ name: 'Sở Y tế', ...agencyInput, aliases: [], successorIds: [] }, call)
    expect(Agency.parse(made)).toMatchObject({ name: 'Sở Y tế', position: 5, version: 1 })
    const changed = await ask['agency.update']({ id: made.id, version: 1, patch: { shortName: 'SYT' } }, call)
    expect(changed).toEqual({ ...made, shortName: 'SYT', version: 2 })
    await ask['agency.remove']({ id: made.id, version: 2 }, call)
    expect((await ask['agency.list']({}, call)).agencies.map(({ name }) => name)).not.toContain('Sở Y tế')
  })

  test('in use are kept, and where they are in use is said', async () => {
    const { ask } = await office()
    await expect(ask['agency.remove']({ id: homeAffairs.id, version: 1 }, call)).rejects.toMatchObject({
      code: 'record-in-use',
      details: { name: 'Sở Nội vụ', usedBy: '1 thành viên Ban chỉ đạo, thông tin đơn vị' },
    })
    await expect(ask['agency.remove']({ id: justice.id, version: 1 }, call)).rejects.toMatchObject({
      details: { usedBy: 'lĩnh vực Cải cách thể chế' },
    })
    await expect(ask['agency.remove']({ id: finance.id, version: 1 }, call)).rejects.toMatchObject({
      details: { usedBy: '1 đơn vị được kế thừa' },
    })
    await ask['agency.remove']({ id: committee.id, version: 1 }, call)
  })

  test('a list pasted from a spreadsheet is read by its titles, guessed where it must be, and written as one step', async () => {
    const { ask, context } = await office()
    const text =
      'STT\tTên cơ quan, đơn vị\tViết tắt\tLoại\n1\tSở  Y tế\tSYT\tSở\n2\tsở nội vụ\t\t\n3\tUBND xã Mẫu\t\t\n4\tĐài Phát thanh và Truyền hình tỉnh\t\t\n5\t\tABC\t\n6\tUBND huyện Mẫu\t\tUBND cấp huyện\n7\tHội Chữ thập đỏ\t\t\n'
    const preview = await ask['agency.preview-paste']({ text }, call)
    expect(contract['agency.preview-paste'].output.parse(preview).rows).toEqual([
      { name: 'Sở Y tế', shortName: 'SYT', kind: 'department', problem: null },
      { name: 'sở nội vụ', shortName: null, kind: 'department', problem: 'already-there' },
      { name: 'UBND xã Mẫu', shortName: null, kind: 'commune-committee', problem: 'kind-guessed' },
      { name: 'Đài Phát thanh và Truyền hình tỉnh', shortName: null, kind: 'media', problem: 'kind-guessed' },
      { name: '', shortName: 'ABC', kind: 'other', problem: 'no-name' },
      { name: 'UBND huyện Mẫu', shortName: null, kind: 'district-committee', problem: null },
      { name: 'Hội Chữ thập đỏ', shortName: null, kind: 'other', problem: 'kind-guessed' },
    ])
    const before = await ask['agency.list']({}, call)
    const rows = preview.rows
      .filter(({ problem }) => problem === null)
      .map(({ name, shortName, kind }) => ({ ...agencyInput, name, shortName, kind, aliases: [], successorIds: [] }))
    expect((await ask['agency.create-many']({ rows }, call)).map(({ position }) => position)).toEqual([5, 6])
    await undo(context, actor)
    expect(await ask['agency.list']({}, call)).toEqual(before)
  })

  test('a plain column of names, or numbers and names, needs no titles', async () => {
    const { ask } = await office()
    const names = async (text: string) => (await ask['agency.preview-paste']({ text }, call)).rows.map(({ name }) => name)
    expect(await names('Sở Y tế\nSở Xây dựng\n')).toEqual(['Sở Y tế', 'Sở Xây dựng'])
    expect(await names('1\tSở Y tế\n2\tSở Xây dựng')).toEqual(['Sở Y tế', 'Sở Xây dựng'])
    expect(await names('\n \n')).toEqual([])
  })
})

const named = (text: string, party: AgencyId = justice.id, more: object = {}): Inline => ({
  kind: 'text',
  text,
  party: { kind: 'agency', agencyId: party },
  ...more,
})
const words = (text: string): Inline => ({ kind: 'text', text })

describe('correcting a wrong name', () => {
  test('goes through the marked words of every draft, footnotes, halves in bold and capitals, and through nothing else', async () => {
    const { ask, context, plan } = await office()
    await runCommand(context, actor, { command: 'test.seed', undoable: false }, async (trace) => {
      const add = (number: number, position: string, content: readonly Inline[]) =>
        insertProvision(trace, { ...aProvision(number, 'bullet', content), planId: plan.id, position })
      await add(0x501, 'a0', [words('Giao '), named('Sở tư pháp'), words(' chủ trì.')])
      await add(0x502, 'a1', [named('Sở ', justice.id, { bold: true }), named('Tư pháp'), words('; '), named('Sở Tư pháp và các sở')])
      await add(0x503, 'a2', [
        named('SỞ TƯ PHÁP'),
        { kind: 'footnote', id: id<FootnoteId>(0x601), content: [named('Sở Tư pháp') as never] },
      ])
      await add(0x504, 'a3', [words('Sở Tư pháp'), named('Sở Tư pháp', homeAffairs.id)])
    })
    await keepUnsavedText(context.db, plan.id, {
      savedAt: '2023-01-03T00:00:00.000Z',
      provisions: [aProvision(0x501, 'bullet', [named('Sở Tư pháp')])],
    })
    const before = await listProvisions(context.db, plan.id)
    const corrected = await ask['agency.correct-name']({ id: justice.id, version: 1, name: 'Sở Tư pháp tỉnh' }, call)
    expect(corrected).toMatchObject({ name: 'Sở Tư pháp tỉnh', version: 2 })
    expect((await listProvisions(context.db, plan.id)).map(({ content }) => content)).toEqual([
      [words('Giao '), named('Sở Tư pháp tỉnh'), words(' chủ trì.')],
      [named('Sở Tư pháp tỉnh', justice.id, { bold: true }), words('; '), named('Sở Tư pháp và các sở')],
      [named('SỞ TƯ PHÁP TỈNH'), { kind: 'footnote', id: id<FootnoteId>(0x601), content: [named('Sở Tư pháp tỉnh')] }],
      [words('Sở Tư pháp'), named('Sở Tư pháp', homeAffairs.id)],
    ])
    expect((await findUnsavedText(context.db, plan.id))?.provisions[0]?.content).toEqual([named('Sở Tư pháp tỉnh')])
    await undo(context, actor)
    expect((await listProvisions(context.db, plan.id)).map(({ content }) => content)).toEqual(before.map(({ content }) => content))
  })

  test('leaves a plan that was submitted or issued as it is', async () => {
    const { ask, context, plan } = await office()
    await runCommand(context, actor, { command: 'test.seed', undoable: false }, async (trace) => {
      await insertProvision(trace, { ...aProvision(0x501, 'bullet', [named('Sở Tư pháp')]), planId: plan.id, position: 'a0' })
      await updatePlan(trace, { ...(await getPlan(trace.trx, plan.id)), status: 'submitted' })
    })
    const before = await listProvisions(context.db, plan.id)
    await ask['agency.correct-name']({ id: justice.id, version: 1, name: 'Sở Tư pháp tỉnh' }, call)
    expect(await listProvisions(context.db, plan.id)).toEqual(before)
  })
})

describe('groups, members, fields', () => {
  test('a group is saved, changed under its version, and kept while a task is given to it', async () => {
    const { ask, context, plan } = await office()
    const input = {
      name: 'UBND các huyện',
      aliases: [],
      unspecified: false,
      memberKinds: ['district-committee' as const],
      memberIds: [],
      excludedIds: [],
      activeFrom: null,
      activeTo: null,
    }
    const group = AgencyGroup.parse(await ask['agency-group.save']({ id: null, version: null, group: input }, call))
    const saved = await ask['agency-group.save']({ id: group.id, version: 1, group: { ...input, activeTo: '2025-06-30' } }, call)
    expect(saved).toEqual({ ...group, activeTo: '2025-06-30', version: 2 })
    await expect(ask['agency-group.save']({ id: group.id, version: 1, group: input }, call)).rejects.toMatchObject({
      code: 'record-changed-meanwhile',
    })
    await runCommand(context, actor, { command: 'test.seed', undoable: false }, async (trace) => {
      const appendix = await insertAppendix(trace, anAppendix({ id: id<AppendixId>(0x2001), planId: plan.id, position: 'z0' }))
      const party = { kind: 'group', groupId: group.id } as const
      await insertTask(
        trace,
        aTask({ id: id<TaskWordingId>(0x7001), taskId: id<TaskId>(0x7002), planId: plan.id, appendixId: appendix.id, leads: [party] }),
      )
    })
    await expect(ask['agency-group.remove']({ id: group.id, version: 2 }, call)).rejects.toMatchObject({
      code: 'record-in-use',
      details: { usedBy: '1 nhiệm vụ' },
    })
    await ask['agency-group.remove']({ id: departments.id, version: 1 }, call)
    expect((await ask['agency.list']({}, call)).groups).toEqual([saved])
    await expect(ask['agency-group.save']({ id: id<AgencyGroupId>(0xbbb), version: 1, group: input }, call)).rejects.toMatchObject({
      code: 'record-not-found',
    })
  })

  test('members pasted from a spreadsheet find their role and their agency, by a column or inside the post', async () => {
    const { ask } = await office()
    const text =
      'Họ và tên\tChức vụ\tVai trò\nNgười A (mẫu)\tGiám đốc Sở Tư pháp\tPhó Trưởng ban\nNguyễn Văn Mẫu\tGiám đốc Sở Nội vụ\tThành viên\nNgười B (mẫu)\tTrưởng phòng\t\n'
    const { rows } = await ask['member.preview-paste']({ text }, call)
    expect(rows).toEqual([
      { name: 'Người A (mẫu)', post: 'Giám đốc Sở Tư pháp', role: 'deputy-head', agencyId: justice.id, problem: null },
      { name: 'Nguyễn Văn Mẫu', post: 'Giám đốc Sở Nội vụ', role: 'member', agencyId: homeAffairs.id, problem: 'already-there' },
      { name: 'Người B (mẫu)', post: 'Trưởng phòng', role: 'member', agencyId: null, problem: 'role-guessed' },
    ])
    const members = rows
      .filter(({ problem }) => problem === null)
      .map(({ name, post, role, agencyId }) => ({
        name,
        post,
        role,
        agencyId,
        fieldIds: [],
        followedAgencyIds: [],
        activeFrom: null,
        activeTo: null,
      }))
    const [made] = await ask['member.create-many']({ members }, call)
    expect(Member.parse(made)).toMatchObject({ name: 'Người A (mẫu)', position: 1 })
    const { id: memberId, version, position: _, ...member } = made!
    expect(await ask['member.save']({ id: memberId, version, member: { ...member, post: 'Phó Giám đốc Sở Tư pháp' } }, call)).toMatchObject(
      { version: 2 },
    )
    await ask['member.remove']({ id: memberId, version: 2 }, call)
    expect(await ask['member.list']({}, call)).toEqual([deputyHead])
  })

  test('fields are put in order, and one with tasks or members stays', async () => {
    const { ask } = await office()
    const input = {
      name: 'Tác động',
      aliases: [],
      inPlan: false,
      inReport: false,
      inIndex: true,
      usualLeadIds: [],
      activeFrom: null,
      activeTo: null,
    }
    const field = Field.parse(await ask['field.save']({ id: null, version: null, field: input }, call))
    const order = async () => (await ask['field.list']({}, call)).map(({ id: fieldId }) => fieldId)
    expect(await order()).toEqual([institutions.id, procedures.id, field.id])
    await ask['field.reorder']({ ids: [field.id, procedures.id] }, call)
    expect(await order()).toEqual([field.id, procedures.id, institutions.id])
    await expect(ask['field.remove']({ id: procedures.id, version: 1 }, call)).rejects.toMatchObject({
      code: 'record-in-use',
      details: { usedBy: '1 thành viên Ban chỉ đạo' },
    })
    await ask['field.remove']({ id: field.id, version: 2 }, call)
    expect(await order()).toEqual([procedures.id, institutions.id])
  })
})

describe('searching everything', () => {
  test('needs no accents, đ is d, words may begin and stand in any order, and what is gone is not found', async () => {
    const { ask, context, plan } = await office()
    await runCommand(context, actor, { command: 'test.seed', undoable: true }, async (trace) => {
      const note: Inline = { kind: 'footnote', id: id<FootnoteId>(0x601), content: [{ kind: 'text', text: 'Nghị quyết số 76/NQ-CP' }] }
      await insertProvision(trace, {
        ...aProvision(0x501, 'bullet', [{ kind: 'text', text: 'Đẩy mạnh “số hóa” hồ sơ' }, note]),
        planId: plan.id,
        position: 'a0',
      })
    })
    const find = async (text: string) => (await ask['search.everything']({ text, limit: 20 }, call)).map(({ noun, title }) => [noun, title])
    expect(await find('so hoa day')).toEqual([['provision', 'Đẩy mạnh “số hóa” hồ sơ']])
    // The words in a row stand before words that only begin so, whatever the noun.
    expect(await find('so hoa')).toEqual([
      ['provision', 'Đẩy mạnh “số hóa” hồ sơ'],
      ['agency', 'Sở Kế hoạch và Đầu tư'],
    ])
    expect(await find('76/nq')).toEqual([['provision', 'Đẩy mạnh “số hóa” hồ sơ']])
    expect(await find('sở nội')).toEqual([
      ['agency', 'Sở Nội vụ'],
      ['member', 'Nguyễn Văn Mẫu'],
    ])
    expect(await find('mẫu 2023')).toEqual([['plan', 'Cải cách hành chính tỉnh Mẫu năm 2023']])
    expect(await find('oi vu')).toEqual([])
    expect(await find('" OR folded:*')).toEqual([])
    await undo(context, actor)
    expect(await find('so hoa day')).toEqual([])
    expect(await listTasks(context.db, plan.id)).toEqual([])
  })
})
