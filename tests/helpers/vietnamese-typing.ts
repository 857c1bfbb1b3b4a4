import type { CDPSession, Page } from '@playwright/test'

/**
 * Vietnamese as it reaches the program from a real keyboard, through the browser's input protocol and with no pause between keys.
 *
 * - **Unikey, EVKey** let letters through until a syllable needs other ones; then they send Backspaces and the new letters.
 * - **Windows' own Telex** composes: the syllable under the caret is replaced as a whole until it is committed.
 */

const BACKSPACE = '\b'

/** What Unikey sends for Telex keys: `\b` is a Backspace. */
export const unikeyStrokes = {
  /** đà */
  ddaf: ['d', BACKSPACE, 'đ', 'a', BACKSPACE, 'à'],
  /** ưu tiên */
  'uwu tieen': ['u', BACKSPACE, 'ư', 'u', ' ', 't', 'i', 'e', BACKSPACE, 'ê', 'n'],
  /** tạo */
  taoj: ['t', 'a', 'o', BACKSPACE, BACKSPACE, 'ạ', 'o'],
} as const

/** What Windows' Telex shows under the caret for each key, syllable by syllable; what stands last is committed. */
export const telexCompositions = {
  ddaf: [['d', 'đ', 'đa', 'đà']],
  'uwu tieen': [['u', 'ư', 'ưu'], [' '], ['t', 'ti', 'tie', 'tiê', 'tiên']],
  taoj: [['t', 'ta', 'tao', 'tạo']],
} as const

export type TelexKeys = keyof typeof unikeyStrokes

export const typedWords: Readonly<Record<TelexKeys, string>> = { ddaf: 'đà', 'uwu tieen': 'ưu tiên', taoj: 'tạo' }

/** The ways in which Vietnamese is typed, by name. */
export const waysOfTyping = {
  Unikey: typeAsUnikey,
  'Windows Telex': typeAsWindowsTelex,
} as const

/** Types into whatever has the focus, as Unikey would. */
export async function typeAsUnikey(page: Page, keys: TelexKeys): Promise<void> {
  await withInput(page, async (input) => {
    // All at once: the protocol keeps the order, and no key waits for the page to have drawn the one before.
    await Promise.all(unikeyStrokes[keys].flatMap((stroke) => (stroke === BACKSPACE ? backspace(input) : letter(input, stroke))))
  })
}

/** Composes into whatever has the focus, as Windows' Telex would. */
export async function typeAsWindowsTelex(page: Page, keys: TelexKeys): Promise<void> {
  await withInput(page, async (input) => {
    const sent: Promise<unknown>[] = []
    for (const syllable of telexCompositions[keys]) {
      for (const text of syllable) {
        sent.push(input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 }))
        sent.push(input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }))
      }
      sent.push(input.send('Input.insertText', { text: syllable.at(-1) ?? '' }))
    }
    await Promise.all(sent)
  })
}

async function withInput(page: Page, work: (input: CDPSession) => Promise<void>): Promise<void> {
  const input = await page.context().newCDPSession(page)
  try {
    await work(input)
  } finally {
    await input.detach()
  }
}

function backspace(input: CDPSession): Promise<unknown>[] {
  const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
  return [
    input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]
}

function letter(input: CDPSession, text: string): Promise<unknown>[] {
  return [
    input.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, unmodifiedText: text }),
    input.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }),
  ]
}
