// Reading the sample plan (text and Word) into a draft, against a well-known library that only takes the words out of the same Word file.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { readPlanFile } from '#main/documents/read-plan.ts'
import { shippedRegistry } from '../tests/helpers/provinces.ts'
import { median, reportRatio } from './measure.ts'

const ROUNDS = 15
const fixtures = join(import.meta.dirname, '..', 'tests', 'fixtures')
const registry = shippedRegistry()

async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

const text = { file: 'ke-hoach-cchc-2023.txt', bytes: await readFile(join(fixtures, 'ke-hoach-cchc-2023.txt')) }
const word = { file: 'ke-hoach-cchc-2023.docx', bytes: await readFile(join(fixtures, 'ke-hoach-cchc-2023.docx')) }
const times: { text: number[]; word: number[]; words: number[] } = { text: [], word: [], words: [] }
for (let round = 0; round < ROUNDS; round += 1) {
  times.text.push(await timed(async () => readPlanFile({ ...text, year: 2023, registry }, () => undefined)))
  times.word.push(await timed(async () => readPlanFile({ ...word, year: 2023, registry }, () => undefined)))
  times.words.push(await timed(async () => mammoth.extractRawText({ buffer: word.bytes })))
}
console.log(
  `first reading, code cold: text ${times.text[0]?.toFixed(0)} ms, Word ${times.word[0]?.toFixed(0)} ms, words alone ${times.words[0]?.toFixed(0)} ms`,
)
reportRatio('the plan from text, against the words alone of its Word file', median(times.text), median(times.words), 2)
reportRatio('the plan with its appendix from Word, against its words alone', median(times.word), median(times.words), 3)
