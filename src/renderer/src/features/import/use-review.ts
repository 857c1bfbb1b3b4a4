import { useState } from 'react'
import type { DraftWarning } from '#shared/domain/draft.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { useCommands } from '../../lib/commands.ts'
import { textBoxMay } from '../../lib/text-box.ts'

interface Steps<D> {
  readonly past: readonly D[]
  readonly now: D
  readonly future: readonly D[]
}

/** Whether a step may be gone, in the box with the focus or in the draft; else why not. */
const may = (what: 'undo' | 'redo', count: number) => () => (count > 0 || textBoxMay(what) ? null : bringInText.noStep[what])

/** A draft under review with its own steps back and forth: nothing of it is in the store, so the change log knows nothing of it. */
export function useReview<D>() {
  const [steps, setSteps] = useState<Steps<D | null>>({ past: [], now: null, future: [] })
  /** A new draft to look through, or none. */
  const begin = (draft: D | null): void => setSteps({ past: [], now: draft, future: [] })
  const edit = (draft: D): void =>
    setSteps(({ past, now }) => (draft === now ? { past, now, future: [] } : { past: [...past, now], now: draft, future: [] }))
  const back = (): void =>
    setSteps((known) =>
      known.past.length === 0
        ? known
        : { past: known.past.slice(0, -1), now: known.past.at(-1) ?? null, future: [known.now, ...known.future] },
    )
  const forth = (): void =>
    setSteps((known) =>
      known.future.length === 0 ? known : { past: [...known.past, known.now], now: known.future[0] ?? null, future: known.future.slice(1) },
    )
  const step = (what: 'undo' | 'redo') => () => {
    if (textBoxMay(what)) document.execCommand(what)
    else if (what === 'undo') back()
    else forth()
  }
  // While a draft is looked through, the keys of undo belong to it.
  useCommands(
    steps.now === null
      ? []
      : [
          {
            id: 'import.undo',
            group: 'edit',
            label: bringInText.undo,
            shortcut: 'mod+Z',
            unavailable: may('undo', steps.past.length),
            run: step('undo'),
          },
          {
            id: 'import.redo',
            group: 'edit',
            label: bringInText.redo,
            shortcut: ['mod+Y', 'mod+shift+Z'],
            unavailable: may('redo', steps.future.length),
            run: step('redo'),
          },
        ],
  )
  return { draft: steps.now, begin, edit, back: steps.past.length > 0 ? back : null }
}

const keyOf = ({ code, excerpt, at, line }: DraftWarning): string => JSON.stringify([code, excerpt, line, at])

/** Ticks of the doubts that a person has looked at. Doubts are told apart by what they say and where, so that edits elsewhere keep the tick. */
export function useSeen() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  return {
    isSeen: (warning: DraftWarning): boolean => seen.has(keyOf(warning)),
    mark: (warnings: readonly DraftWarning[], is: boolean): void =>
      setSeen((known) => {
        const keys = warnings.map(keyOf)
        return new Set(is ? [...known, ...keys] : [...known].filter((key) => !keys.includes(key)))
      }),
  }
}
