import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the person who started the window asked for. */
export interface StartOptions {
  /** The folder of the workspace to open, or null for the one opened last. */
  readonly workspace: string | null
  /** Whether to open the sample province instead. */
  readonly sample: boolean
  /** A hand-over pack to be opened, as the system names it after a double click; null when there is none. */
  readonly pack: string | null
  /** Whether to put an icon beside the clock and show notices; null leaves it to the program. */
  readonly tray: boolean | null
}

/** Reads the program's own options; Chromium's switches stand among them and are left to Chromium. Names of files count from `folder`. */
export function readStartOptions(words: readonly string[], folder: string): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { workspace: { type: 'string' }, sample: { type: 'boolean' }, tray: { type: 'boolean' } },
    allowNegative: true,
    strict: false,
    allowPositionals: true,
  })
  const pack = positionals.find((word) => word.toLowerCase().endsWith('.cchc'))
  return {
    workspace: typeof values['workspace'] === 'string' ? values['workspace'] : null,
    sample: values['sample'] === true,
    pack: pack === undefined ? null : resolve(folder, pack),
    tray: typeof values['tray'] === 'boolean' ? values['tray'] : null,
  }
}
