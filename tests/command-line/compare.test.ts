import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { checkDocx } from '#main/documents/check-docx.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { cchcHere, cchcJson } from '../helpers/command-line.ts'
import { wordsOfPart, partOf } from '../helpers/docx.ts'
import { temporaryFolderOfFile } from '../helpers/folders.ts'

const source = fileURLToPath(new URL('../fixtures/ke-hoach-cchc-2023.docx', import.meta.url))
const home = temporaryFolderOfFile()
const workspace = ['--workspace', join(home, 'mau')]

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  const made = await cchcHere(['init-sample', ...workspace], home)
  if (made.code !== 0) throw new Error(made.err)
}, 120_000)

afterAll(closeWorkerPool)

test('a plan beside the file that it was made of has its words, rows and cells; only the subject was completed', async () => {
  const facts = (await cchcJson(['compare', source, '2023', ...workspace], home)) as {
    counts: Record<string, number>
    changes: readonly { place: string; change: string }[]
    file: string | null
  }
  expect(facts.file).toBeNull()
  expect(facts.changes.map(({ place, change }) => `${place} ${change}`)).toEqual(['Trích yếu edited'])
})

test('a plan against last year’s file is one Word file with tracked changes, sound and with both texts in it', async () => {
  const next = await cchcJson(['plan', 'clone', '--from', '2023', '--to', '2024', ...workspace], home)
  expect(next).not.toHaveProperty('error')
  const out = join(home, 'so-sanh.docx')
  const facts = (await cchcJson(['compare', '2023', '2024', '--out', out, ...workspace], home)) as {
    counts: Record<string, number>
    changes: readonly { place: string; before: string | null; after: string | null }[]
    file: string
  }
  expect(facts.file).toBe(out)
  expect(facts.changes.find(({ place }) => place === 'Năm')).toMatchObject({ before: '2023', after: '2024' })
  // Records are paired by what they were carried over from: nothing is taken for new, for gone or for moved.
  expect({ ...facts.counts, edited: 0 }).toEqual({ edited: 0, added: 0, removed: 0, moved: 0, relevelled: 0, typing: 0 })
  const bytes = new Uint8Array(readFileSync(out))
  expect(checkDocx(bytes, { file: 'so-sanh.docx', copy: null }).filter(({ rule }) => rule.startsWith('T'))).toEqual([])
  const xml = partOf(bytes, 'word/document.xml')
  expect(wordsOfPart(xml)).toEqual(expect.arrayContaining(['2023', '2024']))
  expect(xml).toMatch(/<w:del [^>]*w:author="Bàn làm việc CCHC"/)
})

test('what cannot be compared says so in one sentence', async () => {
  expect(await cchcJson(['compare', '2023', '1999', ...workspace], home)).toMatchObject({
    code: 1,
    error: { code: 'plan-not-found-for-year' },
  })
  expect(await cchcJson(['compare', '2023', 'không-có', ...workspace], home)).toMatchObject({
    code: 1,
    error: { code: 'record-not-found' },
  })
  expect(await cchcJson(['compare', '2023', '2023', '--out', 'x.txt', ...workspace], home)).toMatchObject({
    code: 2,
    error: { code: 'wrong-use' },
  })
  const said = await cchcHere(['compare', '2023', '2023', ...workspace], home)
  expect(said.out.trim()).toBe('Hai bản không khác nhau chữ nào.')
})
