import { globSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { CitedDocument } from '#shared/domain/cited-document.ts'
import { DocumentRecord } from '#shared/domain/document-record.ts'
import {
  type AgencyChangeId,
  type AgencyFormId,
  type AgencyGroupId,
  type AgencyId,
  type AppendixId,
  type AssignmentId,
  type ChangeId,
  type CitedDocumentId,
  type DocumentRecordId,
  type DraftRoundId,
  type EvidenceId,
  type ExtensionId,
  type FieldId,
  FileHash,
  type MemberId,
  type PlanId,
  type ProfileId,
  type ProgressId,
  type TaskEventId,
  type ProvisionId,
  type SavedViewId,
  type UrgingLetterId,
  type TaskId,
  type TaskWordingId,
} from '#shared/domain/identifier.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import { Member } from '#shared/domain/member.ts'
import { Plan } from '#shared/domain/plan.ts'
import { Provision } from '#shared/domain/provision.ts'
import { RegisterView } from '#shared/domain/register-view.ts'
import { Task } from '#shared/domain/task.ts'
import { runCommand } from '#main/services/command.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { redo, undo } from '#main/services/history.ts'
import { positionsBetween } from '#main/services/order.ts'
import type { Connection } from '#main/store/connection.ts'
import { openServer } from '#main/store/connection-server.ts'
import { migrate } from '#main/store/migrations/register.ts'
import * as agencyFormModule from '#main/store/repositories/agency-form.ts'
import * as agencyModule from '#main/store/repositories/agency.ts'
import * as agencyChangeModule from '#main/store/repositories/agency-change.ts'
import * as appendixModule from '#main/store/repositories/appendix.ts'
import * as carryOverModule from '#main/store/repositories/carry-over.ts'
import * as changeModule from '#main/store/repositories/change.ts'
import * as citedDocumentModule from '#main/store/repositories/cited-document.ts'
import * as documentRecordModule from '#main/store/repositories/document-record.ts'
import * as fieldModule from '#main/store/repositories/field.ts'
import * as frozenModule from '#main/store/repositories/frozen.ts'
import * as followedWordingModule from '#main/store/repositories/followed-wording.ts'
import * as givenTaskModule from '#main/store/repositories/given-task.ts'
import * as handOverModule from '#main/store/repositories/hand-over.ts'
import * as lastLookModule from '#main/store/repositories/last-look.ts'
import * as lightThresholdModule from '#main/store/repositories/light-threshold.ts'
import * as lostLinksModule from '#main/store/repositories/lost-links.ts'
import * as memberModule from '#main/store/repositories/member.ts'
import * as officeOfModule from '#main/store/repositories/office.ts'
import * as activityModule from '#main/store/repositories/plan-activity.ts'
import * as plansModule from '#main/store/repositories/plan.ts'
import * as portfolioModule from '#main/store/repositories/portfolio.ts'
import * as profileModule from '#main/store/repositories/profile.ts'
import * as progressModule from '#main/store/repositories/progress.ts'
import * as programmeModule from '#main/store/repositories/programme.ts'
import * as provisionModule from '#main/store/repositories/provision.ts'
import * as savedViewModule from '#main/store/repositories/saved-view.ts'
import * as sentVersionModule from '#main/store/repositories/sent-version.ts'
import * as shelfModule from '#main/store/repositories/shelf.ts'
import * as storedFileModule from '#main/store/repositories/stored-file.ts'
import * as taskModule from '#main/store/repositories/task.ts'
import * as taskEventModule from '#main/store/repositories/task-event.ts'
import * as unsavedModule from '#main/store/repositories/unsaved-text.ts'
import * as urgingLetterModule from '#main/store/repositories/urging-letter.ts'
import * as usageModule from '#main/store/repositories/usage.ts'
import { guardOf } from '#main/store/hand-over/guard.ts'
import { readLog } from '#main/store/hand-over/log.ts'
import {
  contentHash,
  hashesIn,
  planWithReplaced,
  readNamedTexts,
  readPlanRows,
  readReferredRows,
  readWorkspaceRows,
} from '#main/store/hand-over/rows.ts'
import { hashedTables, ownedTables } from '#main/store/hand-over/standing.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import type { Trace } from '#main/store/trace.ts'
import { startPostgres, type PostgresServer } from '../../helpers/postgres.ts'
import { goalId, goalsOfMinistry, programmeId, programmeInput } from '../../helpers/programme.ts'
import { aHandOver } from '../../helpers/hand-over-record.ts'
import { phraseId, templateContent, templateId } from '../../helpers/shelf.ts'
import { aField, aGroup, anAgency, anAppendix, aPlan, aProvision, aTask, id } from '../../helpers/records.ts'
import { urgingLine, urgingPaper } from '../../helpers/urging-paper.ts'
import { anActor, contextOn, openTestWorkspace, temporaryFolder } from '../../helpers/workspace.ts'

/** Every repository, each function noting that it was called: a new one is not forgotten here. */
const called = new Set<string>()
const all = new Set<string>()
let noted = 0
function noting<M extends object>(module: M): M {
  noted += 1
  for (const name of Object.keys(module)) all.add(name)
  // A copy, for a module's own properties may not be watched.
  return new Proxy(
    { ...module },
    {
      get: (target, name) => {
        called.add(String(name))
        return Reflect.get(target, name) as unknown
      },
    },
  )
}
const agency = noting(agencyModule)
const agencyForm = noting(agencyFormModule)
const agencyChange = noting(agencyChangeModule)
const appendix = noting(appendixModule)
const carryOver = noting(carryOverModule)
const change = noting(changeModule)
const citedDocument = noting(citedDocumentModule)
const documentRecord = noting(documentRecordModule)
const field = noting(fieldModule)
const frozen = noting(frozenModule)
const followedWording = noting(followedWordingModule)
const givenTask = noting(givenTaskModule)
const handOver = noting(handOverModule)
const lastLook = noting(lastLookModule)
const lightThreshold = noting(lightThresholdModule)
const lostLinks = noting(lostLinksModule)
const member = noting(memberModule)
const officeOf = noting(officeOfModule)
const activity = noting(activityModule)
const plans = noting(plansModule)
const portfolio = noting(portfolioModule)
const profile = noting(profileModule)
const programme = noting(programmeModule)
const progress = noting(progressModule)
const provision = noting(provisionModule)
const savedView = noting(savedViewModule)
const sentVersion = noting(sentVersionModule)
const shelf = noting(shelfModule)
const storedFile = noting(storedFileModule)
const task = noting(taskModule)
const taskEvent = noting(taskEventModule)
const unsaved = noting(unsavedModule)
const urgingLetter = noting(urgingLetterModule)
const usage = noting(usageModule)

const PLAN = id<PlanId>(0x1000)
const AGENCY = id<AgencyId>(0xa1)
const GROUP = id<AgencyGroupId>(0xb1)
const FIELD = id<FieldId>(0xc1)
const RECORD = id<PlanId>(0xd1) as string as DocumentRecordId
const ROUND = id<PlanId>(0xe1) as string as DraftRoundId
const WORDING = id<TaskWordingId>(0x31)
const actor = anActor()
const day = '2023-01-05'
const document = { sections: [] } as unknown as OfficialDocument
const hash = FileHash.parse('ab'.repeat(32))

async function collect<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const items: T[] = []
  for await (const item of from) items.push(item)
  return items
}

const randomId = <Id extends string>(): Id => crypto.randomUUID() as string as Id

const cited = (number: number): CitedDocumentId => id<PlanId>(number) as string as CitedDocumentId

/** A year of an office in one breath: everything the repositories can do, and what they answer. */
async function story(context: ServiceContext): Promise<readonly unknown[]> {
  const { db, dialect } = context
  const seen: unknown[] = []
  const see = async (answer: unknown): Promise<void> => void seen.push(await answer)
  const write = <T>(command: string, work: (trace: Trace) => Promise<T>) =>
    runCommand(context, actor, { command, undoable: true }, work).then(see)

  /** What a pack takes along is the same on both, and so is what stands before every row while it is away. */
  const handOverStory = async (): Promise<void> => {
    const planIds = await planWithReplaced(db, PLAN)
    const rows = await readPlanRows(db, planIds)
    const everything = await readWorkspaceRows(db)
    await see([...rows])
    await see([...(await readReferredRows(db, rows))])
    await see([contentHash(rows, ownedTables), contentHash(everything, hashedTables)])
    await see(readNamedTexts(db, hashesIn(rows)))
    await write('hand-over.give', async (trace) => {
      const given = await handOver.insertHandOver(trace, { ...aHandOver(PLAN), contentHash: contentHash(rows, ownedTables) })
      return handOver.updateHandOver(trace, { ...given, otherName: 'Người khác (mẫu)' })
    })
    await see(handOver.listAway(db))
    await see(handOver.findHandOver(db, aHandOver(PLAN).id))
    await see(
      db.transaction().execute(async (trx) => {
        const guard = await guardOf(trx)
        const party = everything.get('task_party')?.[0] ?? null
        return guard?.('task_party', party, null).catch((error: unknown) => error)
      }),
    )
    await see((await readLog(db, aHandOver(PLAN).id)).length)
    await write('hand-over.reclaim', async (trace) =>
      handOver.updateHandOver(trace, { ...(await handOver.getHandOver(trace.trx, aHandOver(PLAN).id)), state: 'reclaimed', reason: 'Thử' }),
    )
    await see(handOver.listHandOvers(db))
  }
  await see(officeOf.findOffice(db))
  await write('test.organisation', async (trace) => {
    const first = await agency.insertAgency(trace, anAgency({ id: AGENCY, name: 'Sở Nội vụ', aliases: ['Sở NV'] }))
    await agency.insertAgency(
      trace,
      anAgency({ id: id<AgencyId>(0xa2), name: 'Đài Phát thanh', kind: 'media', parentId: AGENCY, position: 1, successorIds: [AGENCY] }),
    )
    await agency.updateAgency(trace, { ...first, shortName: 'SNV' })
    const group = await agency.insertAgencyGroup(
      trace,
      aGroup({ id: GROUP, name: 'Các sở, ban, ngành', memberKinds: ['department'], memberIds: [AGENCY] }),
    )
    await agency.updateAgencyGroup(trace, { ...group, unspecified: true })
    const made = await field.insertField(trace, aField({ id: FIELD, name: 'Cải cách thể chế', usualLeadIds: [AGENCY] }))
    await field.updateField(trace, { ...made, inIndex: false })
    const person = await profile.insertProfile(trace, { id: id<PlanId>(0xf1) as string as ProfileId, name: 'Cán bộ (mẫu)', role: 'reader' })
    await profile.updateProfile(trace, { ...person, role: 'member' })
    const head = await member.insertMember(
      trace,
      Member.parse({
        id: id<PlanId>(0xf2) as string as MemberId,
        name: 'Người (mẫu)',
        post: 'Giám đốc',
        role: 'head',
        agencyId: AGENCY,
        fieldIds: [FIELD],
        followedAgencyIds: [],
        activeFrom: day,
        activeTo: null,
        position: 0,
        version: 1,
      }),
    )
    await member.updateMember(trace, { ...head, post: 'Phó Giám đốc' })
    const office = await officeOf.insertOffice(trace, {
      provinceName: 'tỉnh Mẫu',
      letterhead: { superior: [], issuer: ['UBND'], place: 'Mẫu' },
      issuerInSentence: 'UBND',
      planSymbol: 'KH',
      decisionSymbol: 'QĐ',
      draftingSymbol: 'NC',
      standingAgencyId: AGENCY,
      signatures: [],
      recipients: ['Lưu: VT'],
      sizeSet: 'larger',
      isSample: false,
    })
    return officeOf.updateOffice(trace, { ...office, recipients: [] })
  })
  await write('test.plan', async (trace) => {
    const plan = await plans.insertPlan(trace, aPlan({ id: PLAN }))
    const last = await appendix.insertAppendix(trace, anAppendix({ id: id<AppendixId>(0x2001), planId: PLAN }))
    await appendix.updateAppendix(trace, { ...last, title: 'Phụ lục I' })
    // Order keys of both cases of letters: byte by byte "Zz" stands before "a0", by a language's rules after it.
    const positions = [...positionsBetween(null, 'a0', 2), 'a0', ...positionsBetween('a0', null, 2)]
    for (const [index, position] of positions.toReversed().entries())
      await provision.insertProvision(trace, { ...aProvision(0x500 + index, 'bullet', `Câu ${index} về Đề án`), planId: PLAN, position })
    const [one] = await provision.listProvisions(trace.trx, PLAN)
    if (one !== undefined)
      await provision.updateProvision(
        trace,
        Provision.parse({ ...one, content: [{ kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: AGENCY } }] }),
      )
    return plans.updatePlan(trace, Plan.parse({ ...plan, subject: 'Cải cách năm 2023' }))
  })
  await write('test.tasks', async (trace) => {
    const parties = {
      leads: [
        { kind: 'agency', agencyId: AGENCY, qualifier: '(qua Văn phòng)' },
        { kind: 'words', words: 'đơn vị khác' },
      ],
      coordinating: [{ kind: 'group', groupId: GROUP, written: 'các sở' }],
    }
    const base = aTask({
      id: WORDING,
      taskId: id<TaskId>(0x41),
      planId: PLAN,
      appendixId: id<AppendixId>(0x2001),
      fieldId: FIELD,
      provisionIds: [id<ProvisionId>(0x501)],
      extra: { 'extra:a': 'x' },
    })
    await task.insertTask(trace, Task.parse({ ...base, ...parties }))
    await task.insertTask(
      trace,
      aTask({
        id: id<TaskWordingId>(0x32),
        taskId: id<TaskId>(0x42),
        planId: PLAN,
        appendixId: id<AppendixId>(0x2001),
        position: 'Zz',
        content: 'Nhiệm vụ trước',
      }),
      'Kết luận (mẫu)',
    )
    const read = await task.getTask(trace.trx, WORDING)
    return task.updateTask(trace, {
      ...read,
      coordinating: [],
      leads: read.leads.toReversed(),
      provisionIds: [id<ProvisionId>(0x502), id<ProvisionId>(0x501)],
    })
  })
  await unsaved.keepUnsavedText(db, PLAN, { savedAt: '2023-01-05T00:00:00.000Z', provisions: [aProvision(0x501, 'bullet', 'một')] })
  await unsaved.keepUnsavedText(db, PLAN, { savedAt: '2023-01-06T00:00:00.000Z', provisions: [aProvision(0x501, 'bullet', 'hai')] })
  await see(unsaved.findUnsavedText(db, PLAN))
  await unsaved.dropUnsavedText(db, PLAN)
  await storedFile.noteStoredFile(db, { hash, bytes: 12, name: 'ký.pdf', storedAt: '2023-01-05T00:00:00.000Z' })
  await storedFile.noteStoredFile(db, { hash, bytes: 12, name: 'lại.pdf', storedAt: '2023-01-06T00:00:00.000Z' })
  await write('test.papers', async (trace) => {
    await frozen.insertDraftRound(
      trace,
      { id: ROUND, planId: PLAN, ordinal: 1, name: 'Dự thảo lần 1', savedAt: '2023-01-05T00:00:00.000Z', savedBy: 'Thư ký (mẫu)' },
      { content: { words: 'a' }, document },
    )
    await frozen.insertFrozenDocument(trace, {
      id: id<PlanId>(0xe2),
      planId: PLAN,
      copy: 'paper',
      docx: { hash, name: 'KH.docx' },
      issuedAt: '2023-01-05T00:00:00.000Z',
      content: { words: 'a' },
      document,
    })
    const made = await documentRecord.insertDocumentRecord(
      trace,
      DocumentRecord.parse({
        id: RECORD,
        type: 'Kế hoạch',
        number: '01',
        symbol: 'KH-UBND',
        issuedOn: day,
        issuer: 'UBND',
        subject: 'CCHC',
        signer: 'Người (mẫu)',
        planId: PLAN,
        ourFile: null,
        signedFile: null,
        version: 1,
      }),
    )
    await documentRecord.updateDocumentRecord(trace, { ...made, ourFile: { hash, name: 'KH.docx', bytes: 12 } })
    return plans.updatePlan(trace, {
      ...(await plans.getPlan(trace.trx, PLAN)),
      status: 'issued',
      number: '01',
      issuedOn: day,
      documentRecordId: RECORD,
    })
  })
  await write('test.cited', async (trace) => {
    const old = CitedDocument.parse({
      id: cited(0xc01),
      type: 'Nghị quyết',
      symbol: '30c/NQ-CP',
      issuedOn: '2011-11-08',
      issuer: 'Chính phủ',
      title: 'ban hành Chương trình tổng thể',
      validFrom: null,
      expiredFrom: null,
      replacedByIds: [],
      note: '',
      checkedOn: null,
      version: 1,
    })
    const made = await citedDocument.insertCitedDocument(trace, old)
    await citedDocument.insertCitedDocument(trace, { ...old, id: cited(0xc02), symbol: '76/NQ-CP', issuedOn: null })
    return citedDocument.updateCitedDocument(trace, { ...made, expiredFrom: '2021-07-15', replacedByIds: [cited(0xc02)] })
  })
  await see(citedDocument.getCitedDocument(db, cited(0xc01)))
  await see(citedDocument.listCitedDocuments(db))
  await see(documentRecord.getDocumentRecord(db, RECORD))
  await see(documentRecord.findSameNumber(db, { issuer: 'UBND', number: '01', symbol: 'KH-UBND', year: 2023 }))
  await see(frozen.getDraftRound(db, ROUND))
  await see(frozen.findFrozenDocument(db, PLAN, 'paper'))
  await see(frozen.findFrozenDocument(db, PLAN, 'electronic'))
  await see(frozen.listDraftRounds(db, PLAN))
  await see(storedFile.listStoredFiles(db))
  await see(frozen.findSameRound(db, PLAN, { words: 'a' }))
  await see(frozen.findSameRound(db, PLAN, { words: 'b' }))
  await sentVersion.keepSentVersion(db, PLAN, { words: 'gửi đi' }, '2023-01-05T00:00:00.000Z')
  const sent = sentVersion.hashOfContent({ words: 'gửi đi' })
  await see(sentVersion.findSentVersion(db, PLAN, sent))
  await see(sentVersion.listSentVersions(db, null))
  await write('test.sent', async (trace) => {
    await trace.freeze('của máy khác')
    await sentVersion.noteSentVersion(trace.trx, { plan_id: PLAN, content_hash: FileHash.parse(sent), sent_at: '2023-01-06T00:00:00.000Z' })
  })
  await see(sentVersion.listSentVersions(db, [PLAN]))
  await handOverStory()

  await write('test.programme', async (trace) => {
    const made = await programme.insertProgramme(trace, { id: programmeId, ...programmeInput })
    for (const [index, goal] of goalsOfMinistry.entries()) {
      const whole = { id: goalId(index), programmeId, note: '', fieldId: index === 0 ? FIELD : null, unit: '', baseline: '', targets: {} }
      await programme.insertGoal(trace, { ...whole, ...goal, position: index === 0 ? 'a0' : `Z${'zyx'[index]}` })
    }
    await programme.updateGoal(trace, { ...(await programme.getGoal(trace.trx, goalId(1))), targets: {}, note: 'ghi chú' })
    const links = { planId: PLAN, goalId: goalId(1), taskIds: [id<TaskId>(0x41)] }
    await programme.writeServedGoal(trace, { ...links, provisionIds: [] })
    await programme.writeServedGoal(trace, { ...links, provisionIds: [id<ProvisionId>(0x501)] })
    await programme.writeServedGoal(trace, { ...links, goalId: goalId(2), provisionIds: [] })
    await programme.removeServedGoal(trace, PLAN, goalId(2))
    return programme.updateProgramme(trace, { ...made, parents: [] })
  })
  await write('test.shelf', async (trace) => {
    const template = await shelf.insertPlanTemplate(trace, { id: templateId, ...templateContent })
    await shelf.updatePlanTemplate(trace, { ...template, note: 'ghi chú' })
    const phrase = await shelf.insertPhrase(trace, {
      id: phraseId(1),
      key: 'csbn',
      group: '',
      content: [{ kind: 'text', text: 'Các sở, ban, ngành', bold: true }],
    })
    return shelf.updatePhrase(trace, { ...phrase, group: 'Phối hợp' })
  })
  await write('test.saved-view', async (trace) => {
    const made = await savedView.insertSavedView(trace, {
      id: id<PlanId>(0x801) as string as SavedViewId,
      name: 'Quá hạn',
      view: RegisterView.parse({ light: 'overdue' }),
      columns: ['agency', 'due'],
      isDefault: false,
    })
    return savedView.updateSavedView(trace, { ...made, isDefault: true })
  })
  await write('test.progress', async (trace) => {
    const share = await progress.insertAssignment(trace, {
      id: id<AssignmentId>(0x701),
      taskId: id<TaskId>(0x41),
      role: 'lead',
      agencyId: AGENCY,
      throughGroupId: GROUP,
      asOf: day,
      ordinal: 0,
      waiting: false,
      endedOn: null,
      endedBecause: null,
      successorId: null,
    })
    const basis = { symbol: '12/BC', issuedOn: day, issuer: 'Sở', title: 'Báo cáo' }
    const evidence = await progress.insertEvidence(trace, { id: id<EvidenceId>(0x711), ...basis, file: { hash, name: 'a.pdf', bytes: 3 } })
    const entry = await progress.insertProgress(trace, {
      id: id<ProgressId>(0x721),
      assignmentId: share.id,
      due: 'm1',
      happenedOn: day,
      recordedAt: '2023-01-06T01:00:00.000Z',
      recordedBy: actor.name,
      state: 'done',
      percent: 100,
      result: 'xong',
      product: '',
      difficulty: '',
      proposal: '',
      explanation: '',
      evidenceIds: [evidence.id],
      channel: 'letter',
      basis,
      verifiedAt: null,
      verifiedBy: null,
      correctsId: null,
    })
    await progress.verifyProgress(trace, await progress.getProgress(trace.trx, entry.id), '2023-01-07T01:00:00.000Z', actor.name)
    await progress.updateAssignment(trace, { ...share, endedOn: '2023-12-31', endedBecause: 'agency-ended' })
    await progress.insertExtension(trace, {
      id: id<ExtensionId>(0x731),
      taskId: id<TaskId>(0x41),
      assignmentId: share.id,
      due: 'm1',
      oldDue: day,
      newDue: '2023-02-05',
      decidedOn: day,
      reason: 'chờ',
      basis,
      file: { hash, name: 'a.pdf', bytes: 3 },
    })
    await taskEvent.writeDoneRule(trace, id<TaskId>(0x41), { kind: 'some', atLeast: 2 })
    return taskEvent.insertTaskEvent(trace, {
      id: id<TaskEventId>(0x741),
      taskId: id<TaskId>(0x41),
      assignmentId: share.id,
      kind: 'suspended',
      happenedOn: day,
      recordedAt: '2023-01-08T01:00:00.000Z',
      recordedBy: actor.name,
      agencyId: null,
      reason: 'chờ',
      basis,
      file: null,
      correctsId: null,
    })
  })
  await write('test.given-task', async (trace) => {
    const given = {
      taskId: id<TaskId>(0x761),
      source: 'conclusion',
      document: { symbol: '45/TB', issuedOn: day, issuer: 'UBND tỉnh', title: 'Kết luận' },
      content: 'Chấn chỉnh giờ làm việc',
      product: '',
      leads: [{ kind: 'agency', agencyId: AGENCY }],
      coordinating: [{ kind: 'group', groupId: GROUP }],
      deadline: { phrase: '', milestones: [] },
      fieldId: FIELD,
      note: '',
    } as const
    const kept = await givenTask.insertGivenTask(trace, given)
    await givenTask.updateGivenTask(trace, { ...kept, source: 'directive', product: 'Báo cáo' })
    await givenTask.removeShares(trace, kept.taskId)
    const other = await givenTask.insertGivenTask(trace, { ...given, taskId: id<TaskId>(0x762) })
    await givenTask.removeGivenTask(trace, other.taskId, other.version)
    await lightThreshold.writeThresholds(trace, { dueSoonDays: 10, staleDays: 20 }, 0)
    return lightThreshold.writeThresholds(trace, { dueSoonDays: 11, staleDays: 20 }, 1)
  })
  await see(givenTask.listGivenTasks(db, day))
  await see(givenTask.getGivenTask(db, id<TaskId>(0x761)))
  await see(givenTask.isSpokenOf(db, id<TaskId>(0x761)))
  await see(givenTask.namesOfTasks(db, [id<TaskId>(0x41), id<TaskId>(0x761)]).then((names) => [...names]))
  await see(lightThreshold.readThresholds(db))
  await see(followedWording.listFollowedWordings(db, [PLAN]))
  await see(followedWording.listReachingWordings(db, 2024))
  await see(followedWording.listYearWordings(db, [id<TaskId>(0x41)]))
  await see(followedWording.listWordedElsewhere(db, [id<TaskId>(0x41)], 2024))
  await see(task.listTasksOfRows(db, [WORDING]))
  await write('test.agency-change', async (trace) => {
    await progress.insertAssignment(trace, {
      id: id<AssignmentId>(0x702),
      taskId: id<TaskId>(0x41),
      role: 'lead',
      agencyId: AGENCY,
      throughGroupId: null,
      asOf: day,
      ordinal: 1,
      waiting: true,
      endedOn: null,
      endedBecause: null,
      successorId: null,
    })
    return agencyChange.insertAgencyChange(trace, {
      id: id<PlanId>(0x751) as string as AgencyChangeId,
      kind: 'dissolve',
      effectiveOn: day,
      basis: { symbol: '04/NQ', issuedOn: day, issuer: '', title: 'Nghị quyết' },
      fromIds: [AGENCY],
      toIds: [],
      groupPairs: [{ fromId: GROUP, toId: GROUP }],
    })
  })
  await see(agencyChange.listAgencyChanges(db))
  await see(agencyChange.listTasksOfAgencies(db, [AGENCY]))
  await see(agencyChange.listTasksWaiting(db))
  await see(agencyChange.countWaiting(db))
  await see(agencyChange.readWordingsInForce(db, [id<TaskId>(0x41)]))
  await see(portfolio.listFollowingWrites(db, '2000-01-01T00:00:00.000Z'))
  const looker = [id<PlanId>(0xf1) as string as ProfileId, id<PlanId>(0xf2) as string as MemberId] as const
  await lastLook.noteLastLook(db, ...looker, '2023-01-09T01:00:00.000Z')
  await lastLook.noteLastLook(db, ...looker, '2023-01-10T01:00:00.000Z')
  await see(lastLook.findLastLook(db, ...looker))
  await see(progress.listEvidence(db, [id<EvidenceId>(0x711)]))
  await see(progress.getExtension(db, id<ExtensionId>(0x731)))
  await see(taskEvent.getTaskEvent(db, id<TaskEventId>(0x741)))
  await see(taskEvent.listTaskEvents(db, [id<TaskId>(0x41)]))
  await see(taskEvent.listSourcePlans(db, id<TaskId>(0x41)))
  await see(progress.getAssignment(db, id<AssignmentId>(0x701)))
  await see(progress.listAssignments(db, [id<TaskId>(0x41)]))
  await see(progress.listProgress(db, [id<TaskId>(0x41)]))
  await see(progress.listProgressFacts(db, [id<TaskId>(0x41)]))
  await see(progress.listLastWords(db, [id<TaskId>(0x41)], '2023-12-31'))
  await see(progress.listUnverified(db, [id<AssignmentId>(0x701)]))
  await see(progress.listExtensions(db, [id<TaskId>(0x41)]))
  await see(progress.readDoneRules(db, [id<TaskId>(0x41)]))
  await see(task.readLatestWording(db, id<TaskId>(0x41)))
  await see(shelf.listPlanTemplates(db))
  await see(shelf.getPlanTemplate(db, templateId))
  await see(shelf.listPhrases(db))
  const formId = id<PlanId>(0x721) as string as AgencyFormId
  await write('test.agency-form', async (trace) => {
    const form = await agencyForm.insertAgencyForm(trace, {
      id: formId,
      agencyId: AGENCY,
      year: 2023,
      asOf: '2023-06-30',
      madeAt: '2023-06-30T01:00:00.000Z',
      madeBy: actor.name,
      file: 'phiếu.xlsx',
      key: 'ab'.repeat(32),
      rows: [{ assignmentId: id<AssignmentId>(0x701), due: 'm1', stt: '1', content: 'Rà soát', dueWords: 'hạn 30/06/2023', answers: [] }],
      answeredAt: null,
    })
    return agencyForm.updateAgencyForm(trace, { ...form, answeredAt: '2023-07-01T01:00:00.000Z' })
  })
  await see(agencyForm.listAgencyForms(db, 2023))
  await see(agencyForm.getAgencyForm(db, formId))
  await see(agencyForm.findAgencyForm(db, 'no id'))
  const letterIds = [0x751, 0x752].map((number) => id<PlanId>(number) as string as UrgingLetterId) as [UrgingLetterId, UrgingLetterId]
  await write('test.urging', async (trace) => {
    const line = urgingLine(1, 0, { assignmentId: id<AssignmentId>(0x701), taskId: id<TaskId>(0x41), agencyId: AGENCY })
    const letter = {
      id: letterIds[0],
      status: 'draft',
      paper: urgingPaper({ lines: [line] }),
      number: null,
      sentOn: null,
      documentRecordId: null,
      madeAt: '2023-07-10T01:00:00.000Z',
      madeBy: actor.name,
      withdrawnBecause: '',
    } as const
    let lineId = 0x760
    const nextId = (): string => id<PlanId>((lineId += 1))
    const made = await urgingLetter.insertUrgingLetter(trace, letter, nextId)
    const other = await urgingLetter.insertUrgingLetter(trace, { ...letter, id: letterIds[1] }, nextId)
    await urgingLetter.removeUrgingLetter(trace, other.id, other.version)
    return urgingLetter.updateUrgingLetter(trace, { ...made, status: 'sent', number: '5', sentOn: day }, document)
  })
  await see(urgingLetter.listUrgingLetters(db, 2023))
  await see(urgingLetter.getUrgingLetter(db, letterIds[0]))
  await see(urgingLetter.readSentLetter(db, letterIds[0]))
  await see(urgingLetter.listNamedInLetters(db, [id<TaskId>(0x41)]))
  await see(savedView.listSavedViews(db))
  await see(programme.listProgrammes(db))
  await see(programme.getProgramme(db, programmeId))
  await see(programme.listGoals(db, programmeId))
  await see(programme.listGoals(db, null))
  await see(programme.listServedGoals(db, PLAN))
  await see(programme.listServedGoals(db, null))

  await write('test.carried', async (trace) => {
    const links = [
      { planId: PLAN, noun: 'plan', recordId: PLAN, fromId: id<PlanId>(0x2222) },
      { planId: PLAN, noun: 'task', recordId: WORDING, fromId: id<PlanId>(0x2223) },
    ] as const
    for (const link of links) await carryOver.insertCarriedFrom(trace, link)
    await carryOver.markSeen(trace, `${WORDING}:${id<PlanId>(0x2223)}`, true)
    const leftover = { key: 'year subject 2022 1', kind: 'year' } as Leftover
    await carryOver.insertStoredLeftover(trace, { id: id<PlanId>(0x2224), planId: PLAN, leftover, kept: false, reason: null }, 0)
    await carryOver.decideLeftover(trace, id<PlanId>(0x2224), true, 'Giữ nguyên')
    const { taskId } = await task.getTask(trace.trx, WORDING)
    await carryOver.writeClosure(trace, taskId, { closedOn: day, note: 'xong' })
  })
  await see(lostLinks.findLostLinks(db, [id<ProvisionId>(0x501), id<ProvisionId>(0x502)]))
  await see(carryOver.findPreviousPlanId(db, PLAN))
  await see(carryOver.listPlansMadeFrom(db, id<PlanId>(0x2222)))
  await see(carryOver.listCarriedFrom(db, PLAN))
  await see(carryOver.listStoredLeftovers(db, PLAN))
  await see(carryOver.listClosures(db, PLAN))
  await see(carryOver.listPastWordings(db, PLAN, id<PlanId>(0x2222)))
  await write('test.renewed', async (trace) => {
    await carryOver.renewTask(trace, WORDING, id<TaskId>(0x2225))
    await carryOver.removeCarryOver(trace, PLAN)
  })
  await write('test.remove', async (trace) => task.removeTask(trace, await task.getTask(trace.trx, WORDING)))
  await see(undo(context, actor))
  await see(redo(context, actor))
  await see(undo(context, actor))
  // What the database itself refuses is refused by both.
  await see(
    runCommand(context, actor, { command: 'test.refused', undoable: true }, (trace) => trace.remove('agency', AGENCY)).catch(
      () => 'refused',
    ),
  )
  await see(
    runCommand(context, actor, { command: 'test.refused', undoable: true }, (trace) =>
      trace.update('plan', PLAN, { status: 'nonsense' }),
    ).catch(() => 'refused'),
  )
  await see(
    runCommand(context, actor, { command: 'test.refused', undoable: true }, async (trace) =>
      plans.updatePlan(trace, { ...(await plans.getPlan(trace.trx, PLAN)), version: 1 }),
    ).catch((error: unknown) => error),
  )

  await see(agency.readAgencyRegistry(db))
  await see(agency.listAgencies(db))
  await see(agency.listAgencyGroups(db))
  await see(agency.getAgency(db, AGENCY))
  await see(field.listFields(db))
  await see(member.listMembers(db))
  await see(profile.listProfiles(db))
  await see(officeOf.findOffice(db))
  await see(plans.listPlans(db))
  await see(plans.getPlan(db, PLAN))
  await see(plans.readPlanCounts(db).then((counts) => [...counts]))
  await see(activity.lastWrittenByPlan(db).then((last) => [...last]))
  await see(provision.listProvisions(db, PLAN))
  await see(appendix.listAppendices(db, PLAN))
  await see(appendix.getAppendix(db, id<AppendixId>(0x2001)))
  await see(task.listTasks(db, PLAN))
  await see(documentRecord.listDocumentRecords(db))
  await see(usage.countAgencyUsage(db, AGENCY))
  await see(usage.countGroupUsage(db, GROUP))
  await see(usage.countFieldUsage(db, FIELD))
  for (const text of ['so noi', 'phat dai', 'de an', '2023', 'kh/ubnd', '%', 'truoc nhiem', 'hai long', '249/kh', 'chan chinh', 'xong'])
    await see(findEntries(db, dialect, text, 20))

  await see(change.listChanges(db, null, 100))
  await see(change.listChanges(db, WORDING, 100))
  await see(change.findLastChangeAt(db))
  await see(change.findLaterWriter(db, PLAN, 1))
  const lines = await collect(change.walkBack(db, actor.profileId))
  await see(Promise.resolve(lines.map((line) => line.command)))
  const [first] = lines
  await see(first === undefined ? null : change.listItems(db, first.id))
  await see(
    db.transaction().execute(async (trx) => {
      const head = await change.takeHead(trx)
      const emptied = await change.purgeItems(trx, AGENCY, '2023-02-01T00:00:00.000Z')
      const line = {
        id: context.newId<ChangeId>(),
        at: '2023-02-01T00:00:00.000Z',
        actor,
        command: 'history.purge',
        kind: 'command',
        undoing: 'apart',
        undoes: null,
      } as const
      await change.appendChange(trx, head, line, [], context.newId)
      return [head.sequence, emptied]
    }),
  )
  await see(change.findBrokenLink(db))
  return seen
}

let server: PostgresServer
let connection: Connection
beforeAll(async () => {
  server = await startPostgres()
  connection = openServer(server.connection)
}, 300_000)
afterAll(async () => {
  await connection.close()
  await server.stop()
})

test('a province’s server gives the same answers as the laptop’s file, from every repository', async () => {
  const onFile = await story((await openTestWorkspace()).context)
  await migrate(connection.db, connection.dialect)
  const onServer = await story(contextOn(connection, temporaryFolder()).context)
  expect(onServer).toEqual(onFile)
  expect(onServer.at(-1)).toBe(null)
  expect([...all].filter((name) => !called.has(name))).toEqual([])
  expect(globSync('src/main/store/repositories/*.ts')).toHaveLength(noted)
})

test('two programs on one server wait for each other: no line of the log is lost or doubled', async () => {
  const other = openServer(server.connection)
  try {
    const [one, two] = [contextOn(connection, temporaryFolder()).context, contextOn(other, temporaryFolder()).context]
    const before = await connection.db.selectFrom('change_head').select('sequence').executeTakeFirstOrThrow()
    const write = (context: ServiceContext, number: number) => {
      return runCommand({ ...context, db: context.db, newId: randomId }, actor, { command: 'agency.create', undoable: true }, (trace) =>
        agency.insertAgency(trace, anAgency({ id: id<AgencyId>(0x9000 + number), name: `Sở số ${number} (mẫu)` })),
      )
    }
    await Promise.all(Array.from({ length: 20 }, (_, number) => write(number % 2 === 0 ? one : two, number)))
    const after = await connection.db.selectFrom('change_head').select('sequence').executeTakeFirstOrThrow()
    expect([after.sequence - before.sequence, await change.findBrokenLink(connection.db)]).toEqual([20, null])
  } finally {
    await other.close()
  }
})
