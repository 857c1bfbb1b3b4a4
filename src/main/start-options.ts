import { parseArgs } from 'node:util'

/** What the person who started the window asked for. */
export interface StartOptions {
  /** The folder of the workspace to open, or null for the one opened last. */
  readonly workspace: string | null
  /** Whether to open the sample province instead. */
  readonly sample: boolean
}

/** Reads the program's own options; Chromium's switches stand among them and are left to Chromium. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { workspace: { type: 'string' }, sample: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  return { workspace: typeof values['workspace'] === 'string' ? values['workspace'] : null, sample: values['sample'] === true }
}
