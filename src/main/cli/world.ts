import type { PageService } from '#main/documents/page-service.ts'
import type { JobControl } from '#main/services/jobs.ts'
import type { Workspaces } from '#main/services/workspace.ts'

/** What the commands stand on; the composition root gives it. */
export interface World {
  /** For the command's answer, read by machines under `--json`. */
  readonly out: (text: string) => void
  /** For everything else: failures and remarks. */
  readonly err: (text: string) => void
  /** Folder that relative names of files count from. */
  readonly currentFolder: string
  /** The workspaces of a folder of user data; the person's own when none is named. */
  readonly workspacesIn: (userDataFolder: string | null) => Workspaces
  readonly pages: PageService
  readonly sampleOrganisation: string
}

/** A command line is stopped by its process; progress goes nowhere, since standard output is the answer's. */
export const unattended: JobControl = { signal: new AbortController().signal, tell: () => undefined }
