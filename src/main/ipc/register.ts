import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Result } from '#shared/app-error.ts'
import type { EventName, EventPayload } from '#shared/ipc/contract.ts'
import { channelNames } from '#shared/ipc/names.ts'
import { originOf } from '../window/origin.ts'
import type { ReportDefect } from './answer.ts'
import { GRANT_CHANNEL, type FileGrants } from './file-grants.ts'
import type { CallContext } from './handlers.ts'

/** Parses and answers one call (`answer` of answer.ts, with the office's handlers). */
export type AnswerCall = (channel: string, input: unknown, context: CallContext) => Promise<Result<unknown>>

export interface Door {
  /** What stands behind the door. It may come after the first knock: calls wait for it, and fail when it does. */
  readonly office: Promise<AnswerCall>
  readonly grants: FileGrants
  readonly trustedOrigins: readonly string[]
  /** The window that may call; null while there is none. */
  readonly ownContents: () => WebContents | null
  readonly reportDefect: ReportDefect
}

/** Opens the door: every channel of the contract once, the preload's own for dropped files, and nothing else. */
export function registerChannels(door: Door): void {
  const refuseStranger = (event: IpcMainInvokeEvent, channel: string): void => {
    if (isOurOwn(event, door)) return
    door.reportDefect('sender', channel, new Error(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`))
    throw new Error('refused')
  }
  for (const channel of channelNames) {
    ipcMain.handle(channel, async (event, input: unknown) => {
      refuseStranger(event, channel)
      const answer = await door.office
      return answer(channel, input, contextOf(event.sender))
    })
  }
  ipcMain.handle(GRANT_CHANNEL, (event, path: unknown) => {
    refuseStranger(event, GRANT_CHANNEL)
    if (typeof path === 'string' && path !== '') door.grants.grant(path)
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
