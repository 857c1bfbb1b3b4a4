import { shownKeys } from '#shared/text/vi/keys.ts'

/** "mod+Shift+Z" → "Ctrl+Shift+Z". */
export function showKey(key: string): string {
  return key
    .split('+')
    .map((piece) => shownKeys[piece.toLowerCase()] ?? (piece.length === 1 ? piece.toUpperCase() : piece))
    .join('+')
}

/**
 * Whether a key event is that shortcut. Letters and digits are matched by their place on the keyboard as well as by their sign:
 * with Shift or with a Vietnamese layout the sign of the key 1 is "!" or "ă".
 */
export function getHotkeyMatcher(shortcut: string): (event: KeyboardEvent) => boolean {
  const pieces = shortcut.split('+').map((piece) => piece.toLowerCase())
  const key = pieces.at(-1) ?? ''
  const wants = (piece: string): boolean => pieces.slice(0, -1).includes(piece)
  return (event) => {
    if (wants('mod') !== (event.ctrlKey || event.metaKey) || wants('alt') !== event.altKey) return false
    const sign = event.key.toLowerCase()
    const place = event.code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase()
    // "?" is typed with Shift on most keyboards: only the sign counts for signs.
    if (key.length === 1 && !/[a-z0-9]/.test(key)) return sign === key
    return wants('shift') === event.shiftKey && (sign === key || place === key)
  }
}
