import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { contract, events, type EventName, type EventPayload } from '#shared/ipc/contract.ts'
import { originOf } from '../window/origin.ts'
import { answer, type ReportDefect } from './answer.ts'
import { createFileGrants, GRANT_CHANNEL } from './file-grants.ts'
import type { CallContext, Handlers } from './handlers.ts'

export const channelNames: readonly string[] = Object.keys(contract)
export const eventNames: readonly string[] = Object.keys(events)

export interface Door {
  /** The handlers behind the door. Channels without one answer `unexpected`. */
  readonly handlers: Partial<Handlers>
  readonly trustedOrigins: readonly string[]
  /** The window that may call; null while there is none. */
  readonly ownContents: () => WebContents | null
  readonly reportDefect: ReportDefect
}

/** Opens the door: every channel of the contract once, the preload's own for dropped files, and nothing else. */
export function registerChannels(door: Door): void {
  const grants = createFileGrants()
  const handlers = grants.guard(door.handlers)
  const refuseStranger = (event: IpcMainInvokeEvent, channel: string): void => {
    if (isOurOwn(event, door)) return
    door.reportDefect('sender', channel, new Error(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`))
    throw new Error('refused')
  }
  for (const channel of channelNames) {
    ipcMain.handle(channel, async (event, input: unknown) => {
      refuseStranger(event, channel)
      return answer(handlers, channel, input, contextOf(event.sender), door.reportDefect)
    })
  }
  ipcMain.handle(GRANT_CHANNEL, (event, path: unknown) => {
    refuseStranger(event, GRANT_CHANNEL)
    if (typeof path === 'string' && path !== '') grants.grant(path)
  })
}

/** Tells a window something it did not ask for. */
export function emitTo<E extends EventName>(contents: WebContents, event: E, payload: EventPayload<E>): void {
  if (!contents.isDestroyed()) contents.send(event, payload)
}

function contextOf(contents: WebContents): CallContext {
  return { emit: (event, payload) => emitTo(contents, event, payload) }
}

/** A call counts only from the main frame of our own window, while it shows our own page. */
function isOurOwn(event: IpcMainInvokeEvent, door: Door): boolean {
  const frame = event.senderFrame
  if (frame === null || event.sender !== door.ownContents() || frame !== event.sender.mainFrame) return false
  const origin = originOf(frame.url)
  return origin !== null && door.trustedOrigins.includes(origin)
}
