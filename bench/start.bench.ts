// Cold start: our window's first frame, and the sample plan readable, against an empty Electron window.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median, reportRatio } from './measure.ts'

const ROUNDS = 7
const PATIENCE = 20_000
const root = join(import.meta.dirname, '..')
const electron = join(root, 'node_modules', '.bin', 'electron')
const EMPTY = join(root, 'bench', 'start', 'empty.mjs')
const PROGRAM = join(root, 'out', 'main', 'index.js')

/** Starts a program and waits for the moment it tells; the answer is in milliseconds from its start. */
async function timeTo(moment: 'frame' | 'readable', program: string, folder: string): Promise<number> {
  const begin = performance.timeOrigin + performance.now()
  const words = [join(root, 'bench', 'start', 'probe.mjs'), `--user-data-dir=${folder}`, '--sample']
  const child = spawn(electron, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, CCHC_PROBE: pathToFileURL(program).href, ...(program === EMPTY ? { CCHC_EMPTY: '1' } : {}) },
    detached: true,
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${moment} was not seen in ${PATIENCE} ms`)), PATIENCE)
      child.stdout.on('data', (text: Buffer) => {
        const told = new RegExp(`CCHC ${moment} ([\\d.]+)`).exec(text.toString())?.[1]
        if (told === undefined) return
        clearTimeout(timer)
        resolve(Number(told) - begin)
      })
    })
  } finally {
    // The launcher and Electron are one process group; ending only the launcher would leave the window.
    if (child.pid !== undefined) process.kill(-child.pid)
    await ended
  }
}

async function medianTime(moment: 'frame' | 'readable', program: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
  try {
    // The first start makes the sample's workspace and fills the system's file cache: it is not the start of a day.
    await timeTo(program === EMPTY ? 'frame' : 'readable', program, folder)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timeTo(moment, program, folder))
    return median(times)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const empty = await medianTime('frame', EMPTY)
reportRatio('first frame against an empty window', await medianTime('frame', PROGRAM), empty, 1.25)
reportRatio('plan readable against an empty window', await medianTime('readable', PROGRAM), empty, 1.6)
