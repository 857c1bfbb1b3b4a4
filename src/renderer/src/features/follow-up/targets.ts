import type { AssignmentId } from '#shared/domain/identifier.ts'
import { isOpen } from '#shared/domain/light.ts'
import type { RegisterDue, RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { followUpText } from '#shared/text/vi/follow-up.ts'

/** A share that is recorded, with its task. */
export interface ShareTarget {
  readonly task: RegisterTask
  readonly share: RegisterShare
  readonly assignmentId: AssignmentId
}

/** The recorded shares of rows: a share's own; of a task its leads, because helpers report and never decide. */
export function leadTargets(rows: readonly RegisterRow[]): readonly ShareTarget[] {
  return rows.flatMap(({ task, share, shares }) => targetsOf(task, share === null ? shares.filter(({ role }) => role === 'lead') : [share]))
}

/** Those of the shares that are recorded: the shares of a draft are only imagined. */
export function targetsOf(task: RegisterTask, shares: readonly RegisterShare[]): readonly ShareTarget[] {
  return shares.flatMap((share) => (share.assignmentId === null ? [] : [{ task, share, assignmentId: share.assignmentId }]))
}

/** The due that a word about a share is most likely about: the earliest that is still owed, else the last one. */
export function nearestDue({ dues }: RegisterShare): RegisterDue | null {
  const open = dues.filter((due) => isOpen(due))
  const dated = open.filter(({ due }) => due !== null).toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1))
  return dated[0] ?? open[0] ?? dues.at(-1) ?? null
}

/** "Quý II/2023 – hạn 30/06/2023": a due as it is chosen and told. */
export function nameDue({ period, label, due, firstDue }: RegisterDue): string {
  const named = [period, label].filter((part) => part !== null)
  const day =
    due === null
      ? followUpText.noDue
      : firstDue !== null && firstDue !== due
        ? followUpText.dueMoved(due, firstDue)
        : followUpText.dueWord(due)
  return [...named, day].join(' – ')
}

/** What the key of a due is called under a task as it stands now; the key itself where the deadline has it no more. */
export function dueOfRegister({ shares }: RegisterTask, key: string): string {
  for (const { dues } of shares) for (const due of dues) if (due.key === key) return nameDue(due)
  return key
}

/** "12/BC-STP ngày 20/06/2023 của Sở Tư pháp": a document as it is told in one line. */
export function nameDocument({
  symbol,
  issuedOn,
  issuer,
  title,
}: {
  readonly symbol: string
  readonly issuedOn: string | null
  readonly issuer: string
  readonly title: string
}): string {
  const parts = [symbol, issuedOn === null ? '' : followUpText.documentDay(issuedOn), issuer === '' ? '' : followUpText.documentOf(issuer)]
  const head = parts.filter((part) => part !== '').join(' ')
  return [head, title].filter((part) => part !== '').join(': ') || followUpText.untitled
}
