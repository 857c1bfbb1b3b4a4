import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '#main/cli/program.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { fillSample } from '#main/services/sample.ts'
import { createWorkspaces } from '#main/services/workspace.ts'

const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url))

export interface CommandLineResult {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line in a process of its own, as an office's script does; files count from `folder`. */
export function cchc(words: readonly string[], folder = process.cwd(), home = folder): CommandLineResult {
  const environment = { ...process.env, INIT_CWD: folder, XDG_CONFIG_HOME: home, APPDATA: home, HOME: home }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', cwd: folder, env: environment })
  return { code: status, out: stdout, err: stderr }
}

const resource = (name: string): string => fileURLToPath(new URL(`../../resources/sample/${name}`, import.meta.url))

/** The same in this process, for tests of words and exit codes: a process a command takes a second. */
export async function cchcHere(words: readonly string[], folder: string): Promise<CommandLineResult> {
  const said = { out: '', err: '' }
  const pages = createPageService()
  const code = await runCommandLine(
    {
      out: (text) => void (said.out += `${text}\n`),
      err: (text) => void (said.err += `${text}\n`),
      currentFolder: folder,
      workspacesIn: (userData) =>
        createWorkspaces({
          userDataFolder: userData ?? join(folder, 'user-data'),
          programVersion: '0.0.0',
          sampleOrganisation: resource('organisation.json'),
          fillSample: (context, actor) =>
            fillSample(context, actor, { plan: resource('ke-hoach-cchc-2023.docx'), links: resource('phu-luc-2023.tsv') }),
          emit: () => undefined,
          now: () => new Date(),
          remember: false,
          packWorkFactor: 10,
        }),
      pages,
      sampleOrganisation: resource('organisation.json'),
    },
    words,
    '0.0.0',
  )
  await pages.close()
  return { code, ...said }
}

/** The same under `--json`: what was answered, or the failure with its exit code. */
export async function cchcJson(words: readonly string[], folder: string): Promise<unknown> {
  const { code, out, err } = await cchcHere([...words, '--json'], folder)
  return code === 0 ? JSON.parse(out) : { code, ...(JSON.parse(err) as object) }
}
