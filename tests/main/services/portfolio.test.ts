import { afterAll, expect, test } from 'vitest'
import { runCommand } from '#main/services/command.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { markPortfolioLooked, readPortfolioChanges } from '#main/services/portfolio.ts'
import { ensureProfiles, actorOf } from '#main/services/profile.ts'
import { addProgress } from '#main/services/progress.ts'
import { listMembers, updateMember } from '#main/store/repositories/member.ts'
import { issued, on, one, report, row, shareOf } from '../../helpers/issued-task.ts'
import { deputyHead, finance, institutions, justice } from '../../helpers/plan-workspace.ts'

afterAll(closeWorkerPool)

test('a member is told what is new by field or by agency since the last look, and nothing of others', async () => {
  const context = await issued('Quý II/2023', [one(justice), one(finance)])
  const [profile] = await ensureProfiles(context)
  const actor = actorOf(profile)
  const follow = async (patch: object): Promise<void> =>
    runCommand(context, actor, { command: 'member.save', undoable: true }, async (trace) => {
      const [member] = await listMembers(trace.trx)
      if (member !== undefined) await updateMember(trace, { ...member, fieldIds: [], followedAgencyIds: [], ...patch })
    })
  const told = async (day: string): Promise<unknown> => {
    const { lookedAt, changes } = await readPortfolioChanges(on(context, day), actor, { memberId: deputyHead.id, year: 2023 })
    return [lookedAt, changes.map(({ command, agencyId, content }) => [command, agencyId, content])]
  }
  const task = await row(context, '2023-05-01')
  await addProgress(on(context, '2023-06-02'), actor, report(shareOf(task, finance), { happenedOn: '2023-06-01', state: 'in-progress' }))
  await addProgress(on(context, '2023-06-03'), actor, report(shareOf(task, justice), { happenedOn: '2023-06-02', state: 'in-progress' }))

  await follow({ followedAgencyIds: [justice.id] })
  const byAgency = await told('2023-06-04')
  await follow({ fieldIds: [institutions.id] })
  const byField = await told('2023-06-04')
  await markPortfolioLooked(on(context, '2023-06-04'), actor, { memberId: deputyHead.id })
  const seen = await told('2023-06-05')
  await addProgress(on(context, '2023-06-06'), actor, report(shareOf(task, justice), { happenedOn: '2023-06-05' }))
  const [earlier, later] = [
    ['progress.add', justice.id, 'Rà soát'],
    ['progress.add', finance.id, 'Rà soát'],
  ]
  const lookedAt = '2023-06-04T03:00:00.000Z'
  expect([byAgency, byField, seen, await told('2023-06-07')]).toEqual([
    [null, [earlier]],
    [null, [earlier, later]],
    [lookedAt, []],
    [lookedAt, [earlier]],
  ])
})
