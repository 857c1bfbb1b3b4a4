const listeners = new Set<(folded: boolean) => void>()

/** A screen that needs the width (the plan with its page open) folds the rail; the frame listens. */
export function foldRail(folded: boolean): void {
  for (const listener of listeners) listener(folded)
}

export function onFoldRail(listener: (folded: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
