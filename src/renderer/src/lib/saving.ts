import { useSyncExternalStore } from 'react'

/** Whether some screen holds words that are not written as a command yet. */
export type SavingState = 'saved' | 'unsaved' | 'saving'

let state: SavingState = 'saved'
const listeners = new Set<() => void>()
const flushers = new Set<() => Promise<void>>()

/** Told by the screen that holds unsaved words; the top bar shows it. */
export function tellSaving(next: SavingState): void {
  if (state === next) return
  state = next
  for (const listener of listeners) listener()
}

export function useSaving(): SavingState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** A screen that may hold unsaved words names the function that writes them; the answer takes it back. */
export function onFlush(flush: () => Promise<void>): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Writes what is not written yet. Called before an undo, an issue, an export: they must see the words on the screen. */
export async function flushAll(): Promise<void> {
  for (const flush of flushers) await flush()
}
