// Cold start: our window's first frame, its first words, and the sample plan readable, against an empty Electron window.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median, reportRatio } from './measure.ts'

type Moment = 'frame' | 'painted' | 'readable'

const ROUNDS = 9
const PATIENCE = 20_000
const root = join(import.meta.dirname, '..')
const electron = join(root, 'node_modules', '.bin', 'electron')
const EMPTY = join(root, 'bench', 'start', 'empty.mjs')
const PROGRAM = join(root, 'out', 'main', 'index.js')

/** Starts a program and waits for the last moment; the answers are in milliseconds from its start. */
async function start(last: 'painted' | 'readable', program: string, folder: string): Promise<ReadonlyMap<Moment, number>> {
  const begin = performance.timeOrigin + performance.now()
  const words = [join(root, 'bench', 'start', 'probe.mjs'), `--user-data-dir=${folder}`, '--sample']
  const child = spawn(electron, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, CCHC_PROBE: pathToFileURL(program).href, CCHC_MOMENT: last },
    detached: true,
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${last} was not seen in ${PATIENCE} ms`)), PATIENCE)
      let told = ''
      child.stdout.on('data', (text: Buffer) => {
        told += text.toString()
        const moments = new Map(
          Array.from(told.matchAll(/^CCHC (\w+) ([\d.]+)$/gm), ([, what, at]) => [what as Moment, Number(at) - begin] as const),
        )
        // A frame is told by main and words by the page: either may come first.
        if (!moments.has(last) || !moments.has('frame')) return
        clearTimeout(timer)
        resolve(moments)
      })
    })
  } finally {
    // The launcher and Electron are one process group; ending only the launcher would leave the window.
    if (child.pid !== undefined) process.kill(-child.pid)
    await ended
  }
}

const folders = { empty: mkdtempSync(join(tmpdir(), 'cchc-bench-')), program: mkdtempSync(join(tmpdir(), 'cchc-bench-')) }
const times = new Map<string, number[]>()
const keep = (of: string, moments: ReadonlyMap<Moment, number>): void => {
  for (const [moment, time] of moments) times.set(`${of} ${moment}`, [...(times.get(`${of} ${moment}`) ?? []), time])
}
const medianOf = (of: string, moment: Moment): number => median(times.get(`${of} ${moment}`) ?? [])
try {
  // The first start makes the sample's workspace and fills the system's file cache, the second leaves Chromium's compiled scripts behind:
  // neither is the start of an ordinary day.
  for (let warm = 0; warm < 2; warm += 1) {
    await start('painted', EMPTY, folders.empty)
    await start('readable', PROGRAM, folders.program)
  }
  // One after the other in every round, so that what else the machine does burdens all of them alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    keep('empty', await start('painted', EMPTY, folders.empty))
    keep('program', await start('painted', PROGRAM, folders.program))
    const moments = await start('readable', PROGRAM, folders.program)
    keep('program', new Map([...moments].filter(([moment]) => moment === 'readable')))
  }
} finally {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
reportRatio('first frame against an empty window', medianOf('program', 'frame'), medianOf('empty', 'frame'), 1.25)
reportRatio('first words against those of an empty window', medianOf('program', 'painted'), medianOf('empty', 'painted'), 1.25)
reportRatio('plan readable against the first frame of an empty window', medianOf('program', 'readable'), medianOf('empty', 'frame'), 1.6)
