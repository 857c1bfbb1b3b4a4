import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { AppendixFileDraft } from '#shared/domain/draft.ts'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import { changeAppendix, createAppendix, removeAppendix } from '#main/services/appendix.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { correctAgencyName } from '#main/services/correct-name.ts'
import { readDraftRounds, restoreDraftRound, saveDraftRound } from '#main/services/draft-round.ts'
import { findInPlan, replaceInPlan } from '#main/services/find-replace.ts'
import { redo, undo } from '#main/services/history.ts'
import { acceptAppendix } from '#main/services/import.ts'
import { readOrganisation, saveField } from '#main/services/organisation.ts'
import { changePlan, createPlan, describePlan, movePlan, removePlan, summarisePlans } from '#main/services/plan.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import { readPhrases, removePhrases, savePhrases } from '#main/services/phrase.ts'
import { readPlanTemplates, saveAsTemplate } from '#main/services/plan-template.ts'
import { createGoals, createProgramme, removeGoals, summariseProgrammes } from '#main/services/programme.ts'
import { linkGoals } from '#main/services/served-goal.ts'
import { createTasksFromPlan } from '#main/services/task-from-plan.ts'
import { changeTask, createTask, duplicateTask, linkProvision, moveTasks, pasteTasks, readTasks, removeTasks } from '#main/services/task.ts'
import { homeAffairs, institutions, justice, openPlanWorkspace, planId, procedures } from '../../helpers/plan-workspace.ts'
import { programmeInput } from '../../helpers/programme.ts'
import { aProvision } from '../../helpers/records.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor } from '../../helpers/workspace.ts'

/** One act: which, and on what. */
interface Act {
  readonly act: number
  readonly pick: number
  readonly other: number
}

const pickOf = <T>(items: readonly T[], pick: number): T | undefined => (items.length === 0 ? undefined : items[pick % items.length])
const words = ['Rà soát văn bản', 'Sở Tư pháp công bố thủ tục', 'Theo Nghị quyết số 76/NQ-CP', 'kiểm tra; đôn đốc', '']
const appendixDraft = (content: string): AppendixFileDraft => ({
  source: { name: '', format: 'xlsx', lines: [] },
  appendices: [
    {
      title: 'Phụ lục',
      orientation: 'portrait',
      columns: [{ key: 'task', title: 'Nhiệm vụ', weight: 1, guessed: false }],
      rows: [
        {
          fieldTitle: 'Lĩnh vực mới',
          subgroup: 'Nhóm',
          stt: '1',
          content,
          product: '',
          leads: [{ kind: 'words', words: 'ai đó' }],
          coordinating: [],
          deadline: { phrase: '', milestones: [] },
          extra: {},
          cells: {},
          sourceRow: null,
        },
      ],
    },
  ],
  warnings: [],
})

/** Everything a secretary can do to a draft, through the services that the window calls. */
async function perform(context: ServiceContext, actor: Actor, { act, pick, other }: Act): Promise<unknown> {
  const { plan, provisions, appendices } = await describePlan(context, { planId })
  const tasks = await readTasks(context, { planId })
  const [task, neighbour, appendix] = [pickOf(tasks, pick), pickOf(tasks, other), pickOf(appendices, pick)]
  const contents = provisions.map(({ id: blockId, area, kind, content }) => ({ id: blockId, area, kind, content }))
  const said = pickOf(words, other) ?? ''
  const nothing = Promise.resolve()
  switch (act) {
    case 0:
      return savePlanText(context, actor, {
        planId,
        provisions: [...contents, { ...aProvision(0, 'bullet', said === '' ? [] : said), id: context.newId<ProvisionId>() }],
      })
    case 1:
      return savePlanText(context, actor, { planId, provisions: contents.toSpliced(pick % (contents.length + 1), 1) })
    case 2:
      return savePlanText(context, actor, {
        planId,
        provisions: contents.toSorted((one, two) => (one.id + pick < two.id + other ? -1 : 1)),
      })
    case 3:
      return changePlan(context, actor, {
        planId,
        version: plan.version,
        patch: { subject: `Trích yếu ${pick}`, legalForm: other % 2 === 0 ? 'plan' : 'decision' },
      })
    case 4:
      return createAppendix(context, actor, { planId, title: said })
    case 5:
      return appendix === undefined
        ? nothing
        : changeAppendix(context, actor, {
            id: appendix.id,
            version: appendix.version,
            patch: { title: `T${other}`, orientation: 'portrait' },
          })
    case 6:
      return appendix === undefined || other % 3 > 0
        ? nothing
        : removeAppendix(context, actor, { id: appendix.id, version: appendix.version })
    case 7:
      return appendix === undefined
        ? nothing
        : createTask(context, actor, { appendixId: appendix.id, afterId: null, task: { content: said, fieldId: institutions.id } })
    case 8:
      return appendix === undefined
        ? nothing
        : pasteTasks(context, actor, {
            appendixId: appendix.id,
            updates: task === undefined ? [] : [{ id: task.id, version: task.version, patch: { product: 'dán đè' } }],
            afterId: null,
            tasks: [{ content: 'a', leads: [{ kind: 'agency', agencyId: justice.id }] }, { content: 'b' }],
          })
    case 9:
      return task === undefined
        ? nothing
        : changeTask(context, actor, {
            id: task.id,
            version: task.version,
            patch: {
              leads: other % 2 === 0 ? [] : [{ kind: 'agency', agencyId: homeAffairs.id }],
              product: said,
              extra: { 'extra:Ghi chú': said },
            },
          })
    case 10:
      return task === undefined ? nothing : duplicateTask(context, actor, { id: task.id })
    case 11:
      return task === undefined ? nothing : removeTasks(context, actor, { ids: [task.id] })
    case 12:
      return task === undefined || neighbour === undefined
        ? nothing
        : moveTasks(context, actor, { ids: [task.id], fieldId: procedures.id, afterId: neighbour.id })
    case 13:
      return createTasksFromPlan(context, actor, { planId, provisionIds: null })
    case 14: {
      const provision = pickOf(provisions, other)
      return task === undefined || provision === undefined
        ? nothing
        : linkProvision(context, actor, { id: task.id, provisionId: provision.id, linked: pick % 2 === 0 })
    }
    case 15: {
      const query = { planId, text: 'a', exactAccents: false, matchCase: false, wholeWords: false }
      const places = await findInPlan(context, query)
      return replaceInPlan(context, actor, { ...query, replacement: 'e', places: places.slice(0, 3) })
    }
    case 16:
      return saveDraftRound(context, actor, { planId, name: null })
    case 17: {
      const round = pickOf(await readDraftRounds(context, { planId }), pick)
      return round === undefined ? nothing : restoreDraftRound(context, actor, { id: round.id })
    }
    case 18: {
      const agency = pickOf((await readOrganisation(context)).agencies, pick)
      return agency === undefined
        ? nothing
        : correctAgencyName(context, actor, { id: agency.id, version: agency.version, name: `${agency.name} ${other}` })
    }
    case 19:
      return acceptAppendix(context, actor, {
        planId,
        draft: appendixDraft(said),
        mode: pick % 2 === 0 ? 'add' : 'replace',
        createFields: other % 2 === 0,
      })
    case 20:
      return createPlan(context, actor, { year: 2000 + (pick % 50), subject: null, outline: 'usual' })
    case 21: {
      const extra = pickOf(
        (await summarisePlans(context)).filter((one) => one.plan.id !== planId),
        pick,
      )
      return extra === undefined ? nothing : removePlan(context, actor, { planId: extra.plan.id, version: extra.plan.version })
    }
    case 22:
      return movePlan(context, actor, {
        planId,
        version: plan.version,
        status: plan.status === 'drafting' ? 'opinion-round' : 'drafting',
        reason: '',
      })
    case 23: {
      const [programme] = await summariseProgrammes(context)
      return programme === undefined
        ? createProgramme(context, actor, programmeInput)
        : createGoals(context, actor, { programmeId: programme.programme.id, afterId: null, goals: [{ content: said }, { content: 'b' }] })
    }
    case 24: {
      const goalId = pickOf(
        (await summariseProgrammes(context)).flatMap(({ goalIds }) => goalIds),
        pick,
      )
      const through = task === undefined ? undefined : ({ kind: 'task', id: task.taskId } as const)
      if (goalId === undefined || through === undefined) return nothing
      return other % 4 === 0
        ? removeGoals(context, actor, { ids: [goalId] })
        : linkGoals(context, actor, { planId, links: [{ goalId, through }], linked: other % 2 === 0 })
    }
    case 25: {
      const template = pickOf(await readPlanTemplates(context), pick)
      if (template === undefined || other % 3 === 0) return saveAsTemplate(context, actor, { planId, name: 'Khung', keeps: 'sentences' })
      return createPlan(context, actor, { year: 2000 + (pick % 50), subject: null, outline: { templateId: template.id } })
    }
    case 26: {
      const phrase = pickOf(await readPhrases(context), pick)
      return phrase !== undefined && other % 2 === 0
        ? removePhrases(context, actor, { ids: [phrase.id] })
        : savePhrases(context, actor, { phrases: [phrase ?? { id: null, version: null, key: said, group: '', content: [] }] })
    }
    default:
      return saveField(context, actor, {
        id: null,
        version: null,
        field: {
          name: `Lĩnh vực ${pick}`,
          aliases: [],
          inPlan: true,
          inReport: false,
          inIndex: false,
          usualLeadIds: [],
          activeFrom: null,
          activeTo: null,
        },
      })
  }
}

const anAct = fc.record({ act: fc.integer({ min: 0, max: 27 }), pick: fc.nat(1000), other: fc.nat(1000) })

test('200 commands of every kind, through the services of the window, are taken back to the exact beginning, and done again to the exact end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 800, maxLength: 800 }), async (acts) => {
      const { context, told } = await openPlanWorkspace()
      const actor = anActor()
      await savePlanText(context, actor, {
        planId,
        provisions: [
          aProvision(1, 'section', 'NHIỆM VỤ'),
          aProvision(2, 'heading', 'Cải cách thể chế'),
          aProvision(3, 'bullet', 'Sở Tư pháp rà soát văn bản'),
        ],
      })
      const beginning = await snapshot(context)
      const before = told.length
      for (const act of acts) {
        if (told.length - before === 200) break
        await perform(context, actor, act).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
        })
      }
      const commands = told.length - before
      expect(commands).toBe(200)
      const end = await snapshot(context)
      for (let step = 0; step < commands; step += 1) await undo(context, actor)
      expect(await snapshot(context)).toEqual(beginning)
      for (let step = 0; step < commands; step += 1) await redo(context, actor)
      expect(await snapshot(context)).toEqual(end)
    }),
    { numRuns: 2 },
  )
}, 300_000)
