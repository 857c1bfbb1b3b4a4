import { CONFIDENT_SCORE } from '#shared/domain/suggestion.ts'
import type { InputToSend, Output } from '#shared/ipc/contract.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'

export type SentenceLink = InputToSend<'task.link-many'>['links'][number]
export type SentenceSuggestions = Output<'task.suggest-provisions'>

/** The best sentence of each task where it is like enough to be taken unseen. */
export function confidentLinks(suggestions: SentenceSuggestions): readonly SentenceLink[] {
  return suggestions.flatMap(({ taskId, suggestions: [best] }) =>
    best === undefined || best.score < CONFIDENT_SCORE ? [] : [{ id: taskId, provisionId: best.provisionId }],
  )
}

/** Joins tasks to their sentences as one command and says how many. */
export async function linkSentences(links: readonly SentenceLink[]): Promise<void> {
  await ask('task.link-many', { links: [...links] })
  showDone(taskText.linked(links.length), { undoable: true })
}
