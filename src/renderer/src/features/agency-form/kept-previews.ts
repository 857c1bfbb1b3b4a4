import { useSyncExternalStore } from 'react'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'

/** Forms that were read and are looked at, kept while the person goes to another screen and comes back. */
let kept: readonly FormPreview[] = []
const listeners = new Set<() => void>()

export function useKeptPreviews(): readonly FormPreview[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => kept,
  )
}

export function keepPreviews(previews: readonly FormPreview[]): void {
  kept = previews
  for (const listener of listeners) listener()
}
