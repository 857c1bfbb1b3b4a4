// Runs a command with a screen: `node tools/with-display.mjs electron .`
//
// With a screen it only runs the command. Without one (a server, a container) it says so, starts Xvfb for as long as the
// command lasts, and ends it afterwards. Chromium refuses to run its sandbox as root, and cannot take pictures of the
// virtual screen with it (its GPU process loses the surface), so there the sandbox is off; on a real desktop it is on.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SCREEN = '1920x1200x24'
const bin = join(fileURLToPath(new URL('..', import.meta.url)), 'node_modules', '.bin')
const [command, ...parameters] = process.argv.slice(2)
if (command === undefined) {
  console.error('usage: node tools/with-display.mjs COMMAND …')
  process.exit(2)
}

const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
const environment = { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` }
if (needsScreen || process.getuid?.() === 0) environment.ELECTRON_DISABLE_SANDBOX = '1'

/** Starts Xvfb on the first free number, which it writes to the descriptor we name. */
function startScreen() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let number = ''
    server.on('error', () => reject(new Error('This machine has no display, and Xvfb is not installed.')))
    server.on('exit', () => reject(new Error('Xvfb ended before it had a screen.')))
    server.stdout.on('data', (text) => {
      number += text
      if (number.includes('\n')) resolve({ server, display: `:${number.trim()}` })
    })
  })
}

let screen
if (needsScreen) {
  try {
    screen = await startScreen()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  environment.DISPLAY = screen.display
  console.error(`No display here: using a virtual one (Xvfb ${screen.display}).`)
}

const child = spawn(command, parameters, { stdio: 'inherit', env: environment, shell: process.platform === 'win32' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(error.message)
  screen?.server.kill()
  process.exit(1)
})
child.on('exit', (code, signal) => {
  screen?.server.kill()
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
})
