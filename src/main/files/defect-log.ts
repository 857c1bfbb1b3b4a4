import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const MAXIMUM_BYTES = 1_000_000

/** Keeps defects in a text file that an administrator can send; the window only shows their reference. */
export function createDefectLog(file: string, now: () => Date): (reference: string, place: string, error: unknown) => void {
  return (reference, place, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const entry = `${now().toISOString()} ${reference} ${place}\n${text}\n\n`
    console.error(entry)
    try {
      mkdirSync(dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAXIMUM_BYTES) renameSync(file, `${file}.1`)
      appendFileSync(file, entry)
    } catch (failure) {
      // A full disk must not turn one defect into two.
      console.error(failure)
    }
  }
}
