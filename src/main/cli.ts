import { homedir } from 'node:os'
import packageFile from '../../package.json' with { type: 'json' }
import { runCommandLine } from './cli/program.ts'
import { createPageService } from './documents/page-service.ts'
import { closeWorkerPool } from './documents/worker-pool.ts'
import { resourceFile } from './files/resources.ts'
import { userDataFolder } from './files/user-data-folder.ts'
import { fillSample } from './services/sample.ts'
import { createWorkspaces } from './services/workspace.ts'

// Composition root of the command line: the same services as the window's, and no window.

const pages = createPageService()
const sampleOrganisation = resourceFile('sample', 'organisation.json')
const sampleFiles = { plan: resourceFile('sample', 'ke-hoach-cchc-2023.docx'), links: resourceFile('sample', 'phu-luc-2023.tsv') }

// `cchc tasks … | head`: a reader who has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine(
  {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    // npm runs scripts in the project's folder; file names count from where the person stands.
    currentFolder: process.env['INIT_CWD'] ?? process.cwd(),
    workspacesIn: (folder) =>
      createWorkspaces({
        userDataFolder: folder ?? userDataFolder(process.platform, homedir(), process.env),
        programVersion: packageFile.version,
        sampleOrganisation,
        fillSample: (context, actor) => fillSample(context, actor, sampleFiles),
        emit: () => undefined,
        now: () => new Date(),
        remember: false,
      }),
    pages,
    sampleOrganisation,
  },
  process.argv.slice(2),
  packageFile.version,
)
await Promise.all([pages.close(), closeWorkerPool()])
