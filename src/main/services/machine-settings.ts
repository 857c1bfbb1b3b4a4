import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeFileWhole } from '#main/files/write-file.ts'

/** What this machine remembers beside the workspaces: which one was open, and who sat here. */
const MachineSettings = z.object({
  /** Folder of the office's own workspace, when it is not the usual one. */
  ownFolder: z.string().nullable().default(null),
  last: z.enum(['own', 'sample']).nullable().default(null),
  /** The chosen profile of each workspace, by folder. */
  profiles: z.record(z.string(), z.uuid()).default({}),
})
export type MachineSettings = z.infer<typeof MachineSettings>

const nothingKnown: MachineSettings = { ownFolder: null, last: null, profiles: {} }

/** Reads the file; one that is missing or not understood is as good as none, for nothing in it cannot be chosen again. */
export async function readMachineSettings(file: string): Promise<MachineSettings> {
  try {
    return MachineSettings.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return nothingKnown
  }
}

export async function writeMachineSettings(file: string, settings: MachineSettings): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFileWhole(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`))
}
