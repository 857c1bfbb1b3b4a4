import { Menu, nativeImage, Notification, Tray } from 'electron'
import { reminderText } from '#shared/text/vi/reminder.ts'

/** What the icon beside the clock leads to. */
export interface TrayActs {
  readonly open: () => void
  /** Shows what must be acted on today. */
  readonly remind: () => void
  readonly quit: () => void
}

/** Puts the program's icon beside the clock. Null where the desktop has no such place: the program does without. */
export function makeTray(icon: string, acts: TrayActs): Tray | null {
  try {
    const tray = new Tray(nativeImage.createFromPath(icon).resize({ width: process.platform === 'darwin' ? 16 : 32 }))
    tray.setToolTip(reminderText.tray.tip)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: reminderText.tray.open, click: acts.open },
        { label: reminderText.tray.today, click: acts.remind },
        { type: 'separator' },
        { label: reminderText.tray.quit, click: acts.quit },
      ]),
    )
    // Windows shows the menu on the other button; a plain click opens the window, as people expect.
    tray.on('click', acts.open)
    return tray
  } catch {
    return null
  }
}

/** Notices still on the screen: one that nobody holds loses its click. */
const shown = new Set<Notification>()

/** Shows the system's own notice. Says false where the system shows none. */
export function showSystemNotice(title: string, body: string, onClick: () => void): boolean {
  if (!Notification.isSupported()) return false
  const notice = new Notification({ title, body, silent: true })
  shown.add(notice)
  notice.on('close', () => shown.delete(notice))
  notice.on('click', () => {
    shown.delete(notice)
    onClick()
  })
  notice.show()
  return true
}
