import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Answer, Channel, EventName, EventPayload } from '#shared/ipc/contract.ts'
import type { Bridge } from './bridge.ts'

// Main passes the names of the contract as arguments: the preload knows the list and stays free of the schemas.
const namesFrom = (option: string): ReadonlySet<string> =>
  new Set(
    process.argv
      .find((word) => word.startsWith(option))
      ?.slice(option.length)
      .split(','),
  )

/** The same word stands in main/ipc/file-grants.ts, which this file may not import. */
const GRANT_CHANNEL = 'file.grant'

const channels = namesFrom('--cchc-channels=')
const events = namesFrom('--cchc-events=')

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
