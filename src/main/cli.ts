import { Command } from 'commander'
import { version } from '../../package.json' with { type: 'json' }

// Composition root of the command line: the same services as the window's, and no window.

const program = new Command('cchc').version(version)

await program.parseAsync()
