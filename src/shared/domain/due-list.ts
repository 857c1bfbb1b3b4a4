import { z } from 'zod'
import type { Day } from './identifier.ts'
import { isOpen } from './light.ts'
import type { Register, RegisterDue, RegisterShare, RegisterTask } from './register.ts'

/** Why somebody must be reminded: late, nearly due, or without a word for too long ("chưa cập nhật", which may stand beside the others). */
export const DueKind = z.enum(['overdue', 'due-soon', 'silent'])
export type DueKind = z.infer<typeof DueKind>

/** One thing that one agency owes. */
export interface DueRow {
  /** Unique in a register: share and due. */
  readonly key: string
  readonly task: RegisterTask
  readonly share: RegisterShare
  readonly due: RegisterDue
}

export interface DueListQuery {
  /** Rows of any of these. */
  readonly kinds: readonly DueKind[]
  /** Shares in this role only; null: leads and helpers. */
  readonly role: RegisterShare['role'] | null
}

/** Why a due is spoken of: its most pressing kind among those asked for, or null. */
export function dueKindOf(due: Pick<RegisterDue, 'light' | 'stale'>, kinds: readonly DueKind[] = DueKind.options): DueKind | null {
  return DueKind.options.find((kind) => kinds.includes(kind) && isOfKind(due, kind)) ?? null
}

/**
 * What is owed in a register and must be spoken of, each thing once, the worst first: the longest overdue, then what falls due next, then what
 * was silent for longest; among equals leads before helpers, then the paper's order. A task that is closed owes nothing any more, and of a plan
 * that is not issued nobody was given anything yet.
 */
export function dueList(register: Pick<Register, 'today' | 'tasks'>, { kinds, role }: DueListQuery): readonly DueRow[] {
  return register.tasks
    .filter(({ closedOn }) => closedOn === null || closedOn > register.today)
    .flatMap((task) =>
      task.shares
        .filter((share) => share.assignmentId !== null && (role === null || share.role === role))
        .flatMap((share) =>
          share.dues
            .filter((due) => dueKindOf(due, kinds) !== null)
            .map((due): DueRow => ({ key: `${share.assignmentId} ${due.key}`, task, share, due })),
        ),
    )
    .toSorted(
      (one, other) =>
        DueKind.options.indexOf(dueKindOf(one.due, kinds) ?? 'silent') - DueKind.options.indexOf(dueKindOf(other.due, kinds) ?? 'silent') ||
        other.due.daysLate - one.due.daysLate ||
        compareDays(one.due.due, other.due.due) ||
        compareDays(one.due.updatedOn ?? BEFORE_ANY_WORD, other.due.updatedOn ?? BEFORE_ANY_WORD) ||
        Number(one.share.role === 'coordinating') - Number(other.share.role === 'coordinating'),
    )
}

const BEFORE_ANY_WORD: Day = '0000-00-00'

function isOfKind(due: Pick<RegisterDue, 'light' | 'stale'>, kind: DueKind): boolean {
  return kind === 'silent' ? due.stale && isOpen(due) : due.light === kind
}

/** What has no day stands last. */
function compareDays(one: Day | null, other: Day | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
