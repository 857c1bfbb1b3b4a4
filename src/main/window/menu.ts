import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The menu bar is never shown; the menu exists for its keys. On Windows and Linux Chromium itself handles the editing keys,
 * and a menu entry for Ctrl+Z would take it from the program's own undo. macOS has no editing keys without a menu.
 */
export function installMenu(): void {
  const keys: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The same key without Shift, as on every keyboard layout where + stands above =.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    { role: 'quit' },
  ]
  const menu: MenuItemConstructorOptions[] = [{ label: '', submenu: keys }]
  if (process.platform === 'darwin') menu.push({ role: 'editMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}
