import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Answer, Channel, EventName, EventPayload } from '#shared/ipc/contract.ts'
import { channelNames, eventNames } from '#shared/ipc/names.ts'
import type { Bridge } from './bridge.ts'

/** The same word stands in main/ipc/file-grants.ts, which this file may not import. */
const GRANT_CHANNEL = 'file.grant'

const channels: ReadonlySet<string> = new Set(channelNames)
const events: ReadonlySet<string> = new Set(eventNames)

const bridge: Bridge = {
  call: <C extends Channel>(channel: C, input: unknown) =>
    channels.has(channel)
      ? (ipcRenderer.invoke(channel, input) as Promise<Answer<C>>)
      : Promise.reject(new Error(`no such channel: ${channel}`)),
  on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => {
    if (!events.has(event)) throw new Error(`no such event: ${event}`)
    // The event object holds the sender; the window gets the payload alone.
    const hear = (_event: IpcRendererEvent, payload: EventPayload<E>): void => listener(payload)
    ipcRenderer.on(event, hear)
    return () => ipcRenderer.off(event, hear)
  },
  grantFile: async (file) => {
    // Only a file that the system itself handed over has a path; one made up by a script has none.
    const path = webUtils.getPathForFile(file)
    if (path === '') return null
    await ipcRenderer.invoke(GRANT_CHANNEL, path)
    return path
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
