/** Names of keys as printed on a Vietnamese office keyboard. */
export const shownKeys: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  ' ': 'Dấu cách',
  tab: 'Tab',
  delete: 'Delete',
}
