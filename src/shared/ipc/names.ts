/** Put in by the build, from the contract (electron.vite.config.ts). */
declare const CCHC_CHANNELS: readonly string[]
declare const CCHC_EVENTS: readonly string[]

/**
 * The names of the contract alone. Main opens its window and the preload guards the bridge by them, long before the contract's schemas are
 * read: those take a tenth of an empty window's start.
 */
export const channelNames: readonly string[] = CCHC_CHANNELS
export const eventNames: readonly string[] = CCHC_EVENTS
