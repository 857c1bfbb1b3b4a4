import { keepPreviousData, QueryClient, useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { AppError } from '#shared/app-error.ts'
import type { Channel, InputToSend, Output } from '#shared/ipc/contract.ts'
import { ask, listen } from './bridge.ts'

/**
 * The nouns whose records a channel reads; after a change of one of them its answers are stale. A channel that is not
 * named here is asked again after every change: slower, never wrong.
 */
const reads: { readonly [C in Channel]?: readonly string[] } = {
  'agency.list': ['agency', 'agency-group'],
  'member.list': ['member'],
  'field.list': ['field'],
  'plan.list': ['plan', 'provision', 'task', 'appendix'],
  'task.closures': ['task'],
  'plan.get': ['plan', 'provision', 'appendix', 'agency', 'agency-group'],
  'task.suggest-provisions': ['task', 'appendix', 'provision', 'plan', 'field'],
  'phrase.list': ['phrase'],
  'saved-view.list': ['saved-view'],
  'plan-template.list': ['plan-template'],
  'programme.list': ['programme', 'goal'],
  'programme.get': ['programme', 'goal'],
  'goal.of-plan': ['programme', 'goal', 'served-goal', 'plan', 'provision', 'task'],
  'goal.suggest': ['goal', 'served-goal', 'provision', 'field'],
  'draft-round.list': ['draft-round'],
  'hand-over.list': ['hand-over'],
  'hand-over.read-log': ['hand-over'],
  'compare.choices': ['draft-round', 'plan'],
  'compare.run': ['draft-round', 'plan', 'provision', 'task', 'appendix', 'agency', 'agency-group', 'field'],
  'citation.list': ['cited-document'],
  'citation.usage': ['cited-document', 'plan', 'provision', 'task', 'field'],
  'citation.places': ['cited-document', 'plan', 'provision', 'task', 'field'],
  'citation.check': ['cited-document', 'plan', 'provision', 'task', 'field'],
  'document.list': ['document', 'document-record', 'plan'],
  'agency-change.preview': ['agency', 'agency-group', 'assignment', 'progress', 'extension', 'task', 'task-event', 'plan', 'office'],
  'reassignment.list': ['agency', 'assignment', 'progress', 'extension', 'task', 'task-event', 'plan', 'field', 'agency-change'],
  'reassignment.count': ['assignment', 'agency-change'],
  'portfolio.changes': ['last-look', 'member', 'assignment', 'progress', 'extension', 'task', 'task-event', 'plan'],
  'light-threshold.get': ['light-threshold'],
  'given-task.get': ['given-task', 'task', 'assignment', 'progress', 'extension', 'task-event'],
  'register.list': [
    'given-task',
    'light-threshold',
    'plan',
    'task',
    'appendix',
    'field',
    'agency',
    'agency-group',
    'assignment',
    'progress',
    'extension',
    'evidence',
    'task-event',
  ],
  'progress.unverified': ['assignment', 'progress'],
  'follow-up.get': ['plan', 'provision', 'task', 'assignment', 'progress', 'extension', 'evidence', 'task-event'],
  'agency-form.list': ['plan', 'task', 'field', 'agency', 'assignment', 'progress', 'extension', 'task-event', 'agency-form'],
  'workspace.list-backups': ['backup'],
  // The machine's own, and no record.
  'reminder.settings': [],
}

/** Answers come from this machine: they are fresh until the office says that records changed, and asking again at once is useless. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
})

function nounOf(channel: string): string {
  return channel.slice(0, channel.indexOf('.'))
}

/** Key of a channel's answer: noun, channel, input. */
export function keyOf<C extends Channel>(channel: C, input: InputToSend<C>): readonly [string, C, InputToSend<C>] {
  return [nounOf(channel), channel, input]
}

/** Options for `useQuery`, `ensureQueryData` and `getQueryData` of one channel. */
export function askOptions<C extends Channel>(channel: C, input: InputToSend<C>): UseQueryOptions<Output<C>> {
  return { queryKey: keyOf(channel, input), queryFn: async () => ask(channel, input) }
}

/** The answer of a channel, asked again whenever its records change. `enabled: false` waits. */
export function useAsk<C extends Channel>(
  channel: C,
  input: InputToSend<C>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): UseQueryResult<Output<C>> {
  const wanted: UseQueryOptions<Output<C>> = { ...askOptions(channel, input), enabled: options.enabled ?? true }
  return useQuery(options.keepPrevious === true ? { ...wanted, placeholderData: keepPreviousData } : wanted)
}

/** Makes stale what a change touched. `nouns` empty = everything, as after opening another workspace. */
export async function markStale(nouns: readonly string[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const touched = reads[queryKey[1] as Channel]
      return nouns.length === 0 || touched === undefined || touched.some((noun) => nouns.includes(noun))
    },
  })
}

/**
 * Waits for a channel's answer that is on its way: what was done just before (an undo, a row moved) may have given its records other versions. Says
 * whether one was; it has then replaced what the window had put there in advance.
 */
export async function awaitAnswer<C extends Channel>(channel: C, input: InputToSend<C>): Promise<boolean> {
  const queryKey = keyOf(channel, input)
  if (queryClient.isFetching({ queryKey }) === 0) return false
  await queryClient.refetchQueries({ queryKey }, { cancelRefetch: false })
  return true
}

/** Starts listening to the office's changes; the answer stops. */
export function followChanges(): () => void {
  return listen('data.changed', ({ nouns }) => void markStale(nouns))
}

/** Whether an error is the failure of that code. */
export function isFailure(error: unknown, code: AppError['code']): boolean {
  return error instanceof AppError && error.code === code
}
