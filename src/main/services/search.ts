import type { Input, Output } from '#shared/ipc/contract.ts'
import { findEntries } from '#main/store/search/find-entries.ts'
import type { ServiceContext } from './context.ts'

/** Records that hold every word looked for, without accents (đ = d): agencies and members first, then plans, documents, tasks, sentences. */
export async function searchEverything(context: ServiceContext, input: Input<'search.everything'>): Promise<Output<'search.everything'>> {
  return findEntries(context.db, context.dialect, input.text, input.limit)
}
