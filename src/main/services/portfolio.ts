import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { MemberId } from '#shared/domain/identifier.ts'
import type { Member } from '#shared/domain/member.ts'
import { isInPortfolio } from '#shared/domain/register-rows.ts'
import type { PortfolioChange } from '#shared/ipc/agency-change-contract.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { findLastLook, noteLastLook } from '#main/store/repositories/last-look.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import { listFollowingWrites } from '#main/store/repositories/portfolio.ts'
import { listAssignments } from '#main/store/repositories/progress.ts'
import type { Readable } from '#main/store/schema.ts'
import type { ServiceContext } from './context.ts'
import { readRegister } from './register.ts'

/** Before the first look: what is newer than this. */
const FIRST_LOOK_DAYS = 30
const DAY = 86_400_000

/**
 * What happened to the tasks of a member's portfolio (the fields in charge, the agencies followed) since this person last looked: one line for a command and a
 * task, the latest first. Throws `record-not-found`.
 */
export async function readPortfolioChanges(
  context: ServiceContext,
  actor: Actor,
  { memberId, year }: Input<'portfolio.changes'>,
): Promise<Output<'portfolio.changes'>> {
  const { db, now } = context
  const member = await getMember(db, memberId)
  const lookedAt = await findLastLook(db, actor.profileId, memberId)
  const writes = await listFollowingWrites(db, lookedAt ?? new Date(now().getTime() - FIRST_LOOK_DAYS * DAY).toISOString())
  if (writes.length === 0) return { lookedAt, changes: [] }
  const { tasks } = await readRegister(context, { year })
  const ofTask = new Map<string, (typeof tasks)[number]>(tasks.map((task) => [task.taskId, task]))
  const shares = new Map<string, Awaited<ReturnType<typeof listAssignments>>[number]>(
    (
      await listAssignments(
        db,
        tasks.map(({ taskId }) => taskId),
      )
    ).map((share) => [share.id, share]),
  )
  const told = new Map<string, PortfolioChange>()
  for (const { changeId, at, by, command, ...about } of writes) {
    const share = about.assignmentId === null ? undefined : shares.get(about.assignmentId)
    const task = ofTask.get(share?.taskId ?? about.taskId ?? '')
    if (task === undefined) continue
    // Of what is said of one share only who follows that agency is told; of all of the task everybody who has any part in it.
    if (!isInPortfolio(member, task, share === undefined ? task.shares : [share])) continue
    const key = `${changeId} ${task.taskId}`
    const before = told.get(key)
    // A command that wrote on several agencies' shares of a task names none of them.
    const agencyId = before === undefined || before.agencyId === share?.agencyId ? (share?.agencyId ?? null) : null
    told.set(key, { at, by, command, taskId: task.taskId, content: task.content, agencyId })
  }
  return { lookedAt, changes: [...told.values()] }
}

/** Notes that this person has seen a member's portfolio as it is now. Throws `record-not-found`. */
export async function markPortfolioLooked(
  { db, now, emit }: ServiceContext,
  actor: Actor,
  { memberId }: Input<'portfolio.mark-looked'>,
): Promise<Output<'portfolio.mark-looked'>> {
  await getMember(db, memberId)
  const lookedAt = now().toISOString()
  await noteLastLook(db, actor.profileId, memberId, lookedAt)
  emit('data.changed', { nouns: ['last-look'], command: 'portfolio.mark-looked' })
  return { lookedAt }
}

async function getMember(db: Readable, id: MemberId): Promise<Member> {
  const member = (await listMembers(db)).find((one) => one.id === id)
  if (member === undefined) throw new AppError('record-not-found', { noun: 'member', id })
  return member
}
