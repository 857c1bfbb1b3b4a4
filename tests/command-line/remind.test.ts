import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDocx } from '#main/documents/check-docx.ts'
import { cchcHere } from '../helpers/command-line.ts'
import { makeIssuedYear } from '../helpers/followed-year.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

interface Reminded {
  readonly today: string
  readonly letters: readonly { readonly file: string; readonly lines: number; readonly agencies: readonly { readonly name: string }[] }[]
}

test('a script writes the joint letter, and one to each agency with the same things owed, in the decree’s form; nothing is kept', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'mau')
  await (await makeIssuedYear(workspace)).close()
  const run = async (...words: readonly string[]) =>
    cchcHere(['remind', '--workspace', workspace, '--year', '2023', '--as-of', '10/7/2023', ...words], folder)
  const joint = JSON.parse((await run('--out', 'chung', '--json')).out) as Reminded
  const each = JSON.parse((await run('--out', 'rieng', '--each', '--issuer', 'standing', '--json')).out) as Reminded
  const [letter] = joint.letters
  expect([joint.today, joint.letters.length, each.letters.length, each.letters.reduce((sum, { lines }) => sum + lines, 0)]).toEqual([
    '2023-07-10',
    1,
    letter?.agencies.length,
    letter?.lines,
  ])
  expect(each.letters.map(({ agencies }) => agencies[0]?.name)).toEqual(letter?.agencies.map(({ name }) => name))
  const files = [...joint.letters, ...each.letters].map(({ file }) => file)
  expect(readdirSync(join(folder, 'rieng')).length).toBe(each.letters.length)
  expect(files.flatMap((file) => checkDocx(readFileSync(file), { file, copy: 'paper' }))).toEqual([])
  // The same words again: still the first letter, because none was marked as sent.
  expect((await run('--out', 'chung')).out).toBe(`${letter?.file.replace('.docx', ' (2).docx')}: ${letter?.lines} đầu việc\n`)
  expect([(await run('--out', 'x', '--issuer', 'ai do')).code, (await run()).code]).toEqual([2, 2])
}, 60_000)
