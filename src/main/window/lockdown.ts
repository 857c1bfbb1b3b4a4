import type { App, Session, WebContents } from 'electron'
import { originOf } from './origin.ts'

/**
 * What a window of this program may never do, as Electron's security guide asks. Hung on the application and not on one
 * window, so that a window added later cannot forget it.
 */
export function lockWebContents(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    // The window has one page for life; a link, a dropped file or a script that would leave it is refused. Moving between
    // screens is done in the page's history and does not come here.
    contents.on('will-navigate', (event) => refuseToLeave(event, contents))
    contents.on('will-frame-navigate', (event) => refuseToLeave(event, contents))
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** An address without its screen. */
function pageOf(address: string): string {
  return address.replace(/#.*$/, '')
}

/** The one page may be loaded again ("Tải lại cửa sổ" after a defect); everything else would leave it. */
function refuseToLeave(event: { readonly url: string; readonly preventDefault: () => void }, contents: WebContents): void {
  if (pageOf(event.url) !== pageOf(contents.getURL())) event.preventDefault()
}

/** Refuses every permission and every request that leaves the program. */
export function lockSession(session: Session, trusted: readonly string[], inspectable: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  // Dictionaries are fetched from the network, and Vietnamese has none there.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, trusted, inspectable) }))
}

/** Whether an address stays inside the program. `data:` and `blob:` carry their own bytes. */
export function mayLoad(address: string, trusted: readonly string[], inspectable: boolean): boolean {
  if (address.startsWith('data:')) return true
  if (inspectable && address.startsWith('devtools:')) return true
  const origin = originOf(address.replace(/^blob:/, '').replace(/^ws:/, 'http:'))
  return origin !== null && trusted.includes(origin)
}
