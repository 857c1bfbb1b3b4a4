import type { Deadline } from '#shared/domain/deadline.ts'
import { fold } from '#shared/language/fold.ts'
import { describeDeadline } from '#shared/text/vi/deadline.ts'
import type { Hint } from './grid-types.ts'

/** What a deadline means, in doubt where nothing was understood or a person must confirm it; nothing for one that is empty or says it itself ("Thường xuyên"). */
export function deadlineHint(deadline: Deadline): Hint | null {
  if (deadline.phrase === '') return null
  const text = describeDeadline(deadline)
  const doubtful = deadline.milestones.length === 0 || deadline.milestones.some(({ doubt }) => doubt !== null)
  return !doubtful && fold(text) === fold(deadline.phrase) ? null : { text, tone: doubtful ? 'doubt' : 'quiet' }
}
