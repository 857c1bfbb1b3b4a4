import { useSyncExternalStore } from 'react'
import { ask } from './bridge.ts'

/** Whether some screen holds words that are not written as a command yet. */
export type SavingState = 'saved' | 'unsaved' | 'saving'

let state: SavingState = 'saved'
const listeners = new Set<() => void>()
/** Functions that write what a screen holds, each with the question whether there is something. */
const flushers = new Map<() => Promise<void>, () => boolean>()
/** The last of the writes that stand in line; it never fails. */
let lastWrite: Promise<unknown> = Promise.resolve()
let writesInLine = 0

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

/**
 * A screen that may hold unsaved words names the function that writes them, and the question whether it holds any; the answer takes both back. The
 * function may not use `inTurn`: an undo calls it in its own turn.
 */
export function onFlush(flush: () => Promise<void>, holds: () => boolean): () => void {
  flushers.set(flush, holds)
  return () => flushers.delete(flush)
}

/**
 * Sends a write after all that were put in line before it, however slow the office is: what is changed after Ctrl+Z is pressed is not what Ctrl+Z
 * takes back. Gives what the write gives and throws what it throws.
 */
export async function inTurn<T>(write: () => Promise<T>): Promise<T> {
  writesInLine += 1
  const turn = lastWrite.then(write).finally(() => {
    writesInLine -= 1
  })
  lastWrite = turn.catch(() => undefined)
  return turn
}

async function flushScreens(): Promise<void> {
  for (const flush of flushers.keys()) await flush()
}

/** Writes what is not written yet. Called before an issue, an export: they must see the words on the screen. */
export async function flushAll(): Promise<void> {
  await flushScreens()
  await lastWrite
}

/** Takes back the last command or does it again, after the words that stand on the screen are written. Gives the command's name. */
export async function takeBack(what: 'undo' | 'redo'): Promise<string> {
  return inTurn(async () => {
    await flushScreens()
    const { command } = await ask(what === 'undo' ? 'history.undo' : 'history.redo', {})
    return command
  })
}

/**
 * Keeps a window that is asked to close or to load its page again open until its words are written; then the office does what was asked. Words that
 * could not be written have been shown as such and are kept as unsaved: the window goes all the same. The answer takes the guard away.
 */
export function writeBeforeLeaving(): () => void {
  let tried = false
  const leave = (event: BeforeUnloadEvent): void => {
    if (tried) return
    // A box or a cell writes its words when it loses the focus, which it does not when the window goes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    if (writesInLine === 0 && ![...flushers.values()].some((holds) => holds())) return
    tried = true
    event.preventDefault()
    void flushAll().finally(() => void ask('window.leave', {}))
  }
  window.addEventListener('beforeunload', leave)
  return () => window.removeEventListener('beforeunload', leave)
}
