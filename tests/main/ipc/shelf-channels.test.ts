import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Goal, Programme } from '#shared/domain/programme.ts'
import type { Phrase } from '#shared/domain/phrase.ts'
import type { PlanTemplate } from '#shared/domain/plan-template.ts'
import type { PlanGoals } from '#shared/domain/goal-coverage.ts'
import { contract, type Channel } from '#shared/ipc/contract.ts'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { answer } from '#main/ipc/answer.ts'
import type { Desk } from '#main/ipc/desk.ts'
import type { Handlers } from '#main/ipc/handlers.ts'
import { planHandlers } from '#main/ipc/plan-handlers.ts'
import { programmeHandlers } from '#main/ipc/programme-handlers.ts'
import { shelfHandlers } from '#main/ipc/shelf-handlers.ts'
import { goalsOfMinistry, programmeInput } from '../../helpers/programme.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

test('the channels of programmes, templates and phrases answer what the contract promises, one story through all of them', async () => {
  const { workspaces } = await openSampleWorkspace()
  const folder = temporaryFolder()
  let chosen: string | null = null
  const desk = {
    dialogs: { chooseFile: async () => chosen, chooseNewFile: async (name: string) => join(folder, name) },
  } as unknown as Desk
  const { session } = workspaces
  const handlers = {
    ...planHandlers(session, desk),
    ...programmeHandlers(session),
    ...shelfHandlers(session, desk),
  } as unknown as Handlers
  const asked = new Set<Channel>()
  const ask = async <T>(channel: Channel, input: unknown): Promise<T> => {
    asked.add(channel)
    const answered = await answer(handlers, channel, input, { emit: () => undefined }, (_reference, _channel, error) => {
      throw error
    })
    if (!answered.ok) throw new Error(`${channel}: ${answered.code} ${JSON.stringify(answered.details)}`)
    const parsed = contract[channel].output.safeParse(answered.value)
    expect([channel, parsed.success ? [] : parsed.error.issues]).toEqual([channel, []])
    return answered.value as T
  }

  const [sample] = await ask<readonly PlanSummary[]>('plan.list', {})
  const planId = sample?.plan.id
  const { id, version } = await ask<Programme>('programme.create', programmeInput)
  const created = await ask<readonly Goal[]>('goal.create-many', { programmeId: id, afterId: null, goals: goalsOfMinistry })
  const [first, second] = created
  await ask('goal.update-many', { updates: [{ id: first?.id, version: first?.version, patch: { unit: 'điểm' } }] })
  await ask('goal.move', { ids: [second?.id], afterId: null })
  await ask('goal.suggest', { planId })
  const before = await ask<PlanGoals>('goal.of-plan', { planId })
  const provisionId = before.sentencesWithoutGoal[0]?.provisionId
  await ask('goal.link', { planId, links: [{ goalId: first?.id, through: { kind: 'provision', id: provisionId } }], linked: true })
  await ask('goal.serve', { planId, goalId: second?.id, served: true })
  await ask('goal.of-plan', { planId })
  await ask('programme.coverage', { id })
  await ask('programme.list', {})
  await ask('programme.get', { id })
  await ask('goal.remove-many', { ids: [second?.id] })
  const renamed = await ask<Programme>('programme.update', { id, version, patch: { name: 'Chương trình (mẫu)' } })
  await ask('programme.remove', { id, version: renamed.version })

  await ask('plan-template.create', { name: 'Khung' })
  const template = await ask<PlanTemplate>('plan-template.create-from-plan', { planId, name: 'Khung', keeps: 'sentences' })
  const edited = await ask<PlanTemplate>('plan-template.update', { id: template.id, version: template.version, patch: { note: 'Năm' } })
  await ask('plan-template.list', {})
  const file = await ask<{ file: string }>('plan-template.export', { id: template.id })
  expect(await ask('plan-template.import', {})).toBeNull()
  chosen = file.file
  await ask('plan-template.import', {})
  await ask('plan.create', { year: 2030, subject: null, outline: { templateId: template.id } })
  await ask('plan-template.remove', { id: template.id, version: edited.version })
  const content = [{ kind: 'text', text: 'báo cáo' }]
  const [phrase] = await ask<readonly Phrase[]>('phrase.save', { phrases: [{ id: null, version: null, key: 'bc', group: '', content }] })
  await ask('phrase.list', {})
  await ask('phrase.remove', { ids: [phrase?.id] })

  const ours = (Object.keys(contract) as Channel[]).filter((channel) => /^(?:programme|goal|plan-template|phrase)\./.test(channel))
  expect(ours.filter((channel) => !asked.has(channel))).toEqual([])
}, 60_000)
