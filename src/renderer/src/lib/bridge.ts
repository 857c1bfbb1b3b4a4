import type { Bridge } from '../../../preload/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload; this file is the only one that reads it. */
    readonly bridge: Bridge
  }
}

/** The one door to the office. */
export const bridge: Bridge = window.bridge
