import type { RegisterLine } from './register-lines.ts'

/** What a key asks of the list. */
export type ListAct =
  | { readonly kind: 'go'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'fold'; readonly key: string; readonly folded: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'choose-all' }
  | { readonly kind: 'open' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'back' }

export interface ListKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * Keys of the list: ↑ ↓, Home, End, Page Up and Down go (Shift chooses what is passed), ← folds a group or goes to its head, → unfolds, the space bar
 * chooses, Ctrl+A chooses all, Enter opens, F2 edits in place, Escape goes back. Null for keys that are not the list's.
 */
export function actOfKey(stroke: ListKey, lines: readonly RegisterLine[], active: number, pageLines: number): ListAct | null {
  const { key, shiftKey } = stroke
  if (stroke.altKey || lines.length === 0) return null
  const ctrl = stroke.ctrlKey || stroke.metaKey
  if (ctrl && key.toLowerCase() === 'a') return { kind: 'choose-all' }
  if (ctrl && key !== 'Home' && key !== 'End') return null
  const last = lines.length - 1
  const go = (to: number): ListAct => ({ kind: 'go', to: Math.max(0, Math.min(to, last)), extend: shiftKey })
  const line = lines[active]
  switch (key) {
    case 'ArrowDown':
      return go(active + 1)
    case 'ArrowUp':
      return go(active - 1)
    case 'PageDown':
      return go(active + pageLines)
    case 'PageUp':
      return go(active - pageLines)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowLeft':
      if (line?.kind === 'group') return { kind: 'fold', key: line.key, folded: true }
      for (let above = active - 1; above >= 0; above -= 1)
        if (lines[above]?.kind === 'group') return { kind: 'go', to: above, extend: false }
      return null
    case 'ArrowRight':
      return line?.kind === 'group' ? { kind: 'fold', key: line.key, folded: false } : null
    case ' ':
      return { kind: 'toggle' }
    case 'Enter':
      return line?.kind === 'group' ? { kind: 'fold', key: line.key, folded: !line.folded } : { kind: 'open' }
    case 'F2':
      return { kind: 'edit' }
    case 'Escape':
      return { kind: 'back' }
    default:
      return null
  }
}

/** The rows from one line to another, both included, whichever stands first; heads of groups count nothing. */
export function rowsBetween(lines: readonly RegisterLine[], one: number, other: number): readonly string[] {
  return lines.slice(Math.min(one, other), Math.max(one, other) + 1).flatMap((line) => (line.kind === 'row' ? [line.key] : []))
}
