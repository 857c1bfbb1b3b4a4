import type { CDPSession, Page } from '@playwright/test'

/**
 * Vietnamese as it is really typed. What a person sees after each key is given as a list of states, such as `['d', 'đ', 'đa', 'đà']` for the keys
 * `d d a f`; the two ways of getting from one state to the next are those of Windows:
 *
 * - UniKey and EVKey send Backspaces and then the new letters, as real key events;
 * - Windows' own Telex composes: the syllable is replaced as a whole until it is finished.
 *
 * Nothing is waited for between keys: a fast typist does not wait either.
 */

/** What stands on the screen after each key of `ddaf`, `uwu tieen`, `taoj`. */
export const telex = {
  ddaf: ['d', 'đ', 'đa', 'đà'],
  uwuTieen: ['u', 'ư', 'ưu', 'ưu ', 'ưu t', 'ưu ti', 'ưu tie', 'ưu tiê', 'ưu tiên'],
  taoj: ['t', 'ta', 'tao', 'tạo'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The three one after the other, and the words they make. */
export const telexSentence = {
  states: [...telex.ddaf, ...telex.uwuTieen.map((state) => `đà ${state}`), ...telex.taoj.map((state) => `đà ưu tiên ${state}`)],
  words: 'đà ưu tiên tạo',
} as const

async function session(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

function backspace(cdp: CDPSession): readonly Promise<unknown>[] {
  const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8, nativeVirtualKeyCode: 8 }
  return [cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }), cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })]
}

/** A letter sent as `VK_PACKET` (231), the way Windows delivers letters that no key of the keyboard has. */
function letter(cdp: CDPSession, text: string): readonly Promise<unknown>[] {
  const plain = /^[a-z ]$/i.test(text)
  const key = plain
    ? { key: text, code: text === ' ' ? 'Space' : `Key${text.toUpperCase()}`, windowsVirtualKeyCode: text === ' ' ? 32 : text.toUpperCase().charCodeAt(0) }
    : { key: text, code: '', windowsVirtualKeyCode: 231 }
  return [cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, ...key }), cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })]
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

/** Types into whatever has the focus as UniKey does: from state to state by Backspaces and letters. */
export async function typeLikeUnikey(page: Page, states: readonly string[]): Promise<void> {
  const cdp = await session(page)
  const sent: Promise<unknown>[] = []
  let before = ''
  for (const state of states) {
    const kept = sharedStart(before, state)
    for (let count = kept; count < before.length; count += 1) sent.push(...backspace(cdp))
    for (const each of state.slice(kept)) sent.push(...letter(cdp, each))
    before = state
  }
  await Promise.all(sent)
  await cdp.detach()
}

/** Types into whatever has the focus as Windows' Telex does: each syllable is composed, and finished by a blank or the end. */
export async function typeLikeWindowsTelex(page: Page, states: readonly string[]): Promise<void> {
  const cdp = await session(page)
  const sent: Promise<unknown>[] = []
  let finished = ''
  let composing = ''
  const finish = (): void => {
    if (composing !== '') sent.push(cdp.send('Input.insertText', { text: composing }))
    finished += composing
    composing = ''
  }
  for (const state of states) {
    if (state.endsWith(' ')) {
      finish()
      sent.push(...letter(cdp, ' '))
      finished += ' '
      continue
    }
    // A state list may begin a new word without its blank having been a state of its own.
    if (finished + composing !== '' && state.slice(finished.length).includes(' ')) {
      finish()
      sent.push(...letter(cdp, ' '))
      finished += ' '
    }
    composing = state.slice(finished.length)
    sent.push(cdp.send('Input.imeSetComposition', { text: composing, selectionStart: composing.length, selectionEnd: composing.length }))
  }
  finish()
  await Promise.all(sent)
  await cdp.detach()
}

/** Both ways, for `test.each`-like loops. */
export const waysOfTyping = [
  { name: 'UniKey', type: typeLikeUnikey },
  { name: 'Windows Telex', type: typeLikeWindowsTelex },
] as const
