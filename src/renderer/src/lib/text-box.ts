/**
 * Whether Ctrl+Z (or redo) belongs to the text box with the focus: such a box has its own history, which the browser keeps, until that is empty. The editor
 * and the grid handle the key themselves and call `preventDefault`; the grid's box says `data-history="log"` while nobody types in it, because the
 * browser remembers what was typed into other cells.
 */
export function textBoxMay(what: 'undo' | 'redo'): boolean {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && focused.dataset['history'] === 'log') return false
  const isTextBox = focused instanceof HTMLTextAreaElement || (focused instanceof HTMLInputElement && focused.type === 'text')
  return isTextBox && document.queryCommandEnabled(what)
}
