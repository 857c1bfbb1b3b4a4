import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { writeFileWhole } from '#main/files/write-file.ts'

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cchc-write-'))
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? { code: error.code, details: error.details } : error),
  )

test('a new file is written whole and nothing is left beside it', async () => {
  const file = join(await folder(), 'Kế hoạch.docx')
  await writeFileWhole(file, new TextEncoder().encode('một'))
  await writeFileWhole(file, new TextEncoder().encode('hai'))
  expect([await readFile(file, 'utf8'), await readdir(join(file, '..'))]).toEqual(['hai', ['Kế hoạch.docx']])
})

/** What Windows answers to a rename over an open file; Linux never does. */
async function held(): Promise<void> {
  throw Object.assign(new Error('busy'), { code: 'EBUSY' })
}

test('a file that Word holds open stays as it was, and a free name is offered', async () => {
  const place = await folder()
  const file = join(place, 'Kế hoạch.docx')
  await writeFile(file, 'cũ')
  await writeFile(join(place, 'Kế hoạch (2).docx'), 'bản khác')
  expect(await failure(writeFileWhole(file, new Uint8Array([1]), held))).toEqual({
    code: 'file-open-elsewhere',
    details: { file, suggestion: join(place, 'Kế hoạch (3).docx') },
  })
  expect([await readFile(file, 'utf8'), (await readdir(place)).length]).toEqual(['cũ', 2])
})

test('a folder that is not there is a file that cannot be written', async () => {
  const file = join(await folder(), 'không có', 'a.docx')
  expect(await failure(writeFileWhole(file, new Uint8Array([1])))).toEqual({ code: 'file-not-writable', details: { file } })
})
