/** What can be found. */
export type FoundNoun =
  | 'programme'
  | 'goal'
  | 'plan'
  | 'provision'
  | 'task'
  | 'given-task'
  | 'agency'
  | 'member'
  | 'document'
  | 'cited-document'
  | 'progress'
  | 'evidence'

/** What was said and proved in the course of years: there is far more of it than of anything else, so it has an index of its own. */
export const saidNouns = ['progress', 'evidence'] as const satisfies readonly FoundNoun[]
