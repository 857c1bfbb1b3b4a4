import type { Day } from './identifier.ts'
import type { Assignment, ProgressFacts } from './progress.ts'

/** Shares as they stood on a day: one that ends later has handed nothing on yet. The very same list where none does. */
export function sharesUntil(shares: readonly Assignment[], on: Day): readonly Assignment[] {
  const later = ({ endedOn, successorId }: Assignment): boolean => successorId !== null && endedOn !== null && endedOn > on
  return shares.some(later) ? shares.map((share) => (later(share) ? { ...share, successorId: null } : share)) : shares
}

/**
 * The last word about a share under one due, looking back through the shares it goes on from. A word said since it took over speaks for all of it.
 * Before that, what its predecessors said counts, and what it said itself when others came to it later: all of them must have done it, else the
 * latest word of one that has not, null where that one never spoke. `said` holds what counts of this due, in the order of its days.
 */
export function lastWordOf(share: Assignment, shares: readonly Assignment[], said: readonly ProgressFacts[]): ProgressFacts | null {
  const own = said.filter(({ assignmentId }) => assignmentId === share.id)
  const before = shares.filter(({ successorId }) => successorId === share.id)
  if (before.length === 0) return own.at(-1) ?? null
  const joinedOn = before.reduce<Day>((day, { endedOn }) => (endedOn !== null && endedOn > day ? endedOn : day), share.asOf)
  const whole = own.findLast(({ happenedOn }) => happenedOn >= joinedOn)
  if (whole !== undefined) return whole
  const parts = before.map((one) => lastWordOf(one, shares, said))
  if (share.asOf < joinedOn) parts.push(own.at(-1) ?? null)
  const open = parts.filter((word) => word === null || (word.state !== 'done' && word.state !== 'not-doing'))
  if (open.length > 0) return latest(open)
  return latest(parts.filter((word) => word?.state === 'done')) ?? latest(parts)
}

/**
 * Whether a share was given in the middle by way of a group, with nobody before it (65 communes that came in the place of 11 districts): it is there
 * from its day on, and what fell due before that day was never its own.
 */
export function isFresh(share: Assignment, shares: readonly Assignment[]): boolean {
  if (share.throughGroupId === null || share.waiting) return false
  return shares.some(({ asOf }) => asOf < share.asOf) && !shares.some(({ successorId }) => successorId === share.id)
}

/**
 * Whether a due is a share's: all are, but those that fell due before a fresh share came, and, of a share that waits while a group took over from its
 * own group, those that fall due from that day on.
 */
export function owes(share: Assignment, shares: readonly Assignment[], due: Day | null): boolean {
  if (isFresh(share, shares)) return due === null || due >= share.asOf
  if (share.waiting && share.throughGroupId !== null) return due !== null && due < share.asOf
  return true
}

function latest(words: readonly (ProgressFacts | null)[]): ProgressFacts | null {
  let last: ProgressFacts | null = null
  for (const word of words) if (word !== null && (last === null || word.happenedOn >= last.happenedOn)) last = word
  return last
}
