import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide')
const guide = readFileSync(join(folder, 'README.md'), 'utf8')
const pictures = [...guide.matchAll(/\]\((pictures\/[^)]+)\)/g)].map(([, path = '']) => path)

/** All words of the window, what a function fills in left out. */
const words = globSync('src/shared/text/vi/*.ts', { cwd: join(import.meta.dirname, '..', '..') })
  .map((file) => readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8'))
  .join('\n')
  .replaceAll(/\$\{[^}]*\}/g, '')

/** Words in bold that are no words of the window: the steps of Windows and signs on buttons. */
const notOfTheWindow = new Set(['Extract All…', 'Bàn làm việc CCHC.exe', '⋯', 'x²', 'đậm'])
/** Bold words that begin a line or an item name what it is about. */
const leads = /^(?:\s*(?:[-*]|\d+\.)\s+)?\*\*[^*]+\*\*/

const saidByTheWindow = (phrase: string): boolean =>
  phrase
    .split(/…|\d+/)
    .map((piece) => piece.replaceAll(/[“”"]/g, '').trim())
    .every((piece) => words.replaceAll(/[“”"]/g, '').includes(piece))

test('a secretary finds every bold word of the guide on the screen as it is written', () => {
  const said = guide.split('\n').flatMap((line) => {
    const rest = line.replace(leads, '')
    return [...rest.matchAll(/\*\*([^*]+)\*\*/g)].map(([, phrase = '']) => phrase)
  })
  expect(said.filter((phrase) => !notOfTheWindow.has(phrase) && !saidByTheWindow(phrase))).toEqual([])
  expect(said.length).toBeGreaterThan(100)
})

test('every complaint that the guide explains is one that the program makes, word by word', () => {
  const chapter = guide.slice(guide.indexOf('\n## 15.'), guide.indexOf('\n## 16.'))
  const complaints = [...chapter.matchAll(/^\| ([^|]+) \| /gm)]
    .map(([, cell = '']) => cell)
    .filter((cell) => cell !== 'Trên màn hình' && !cell.startsWith('---'))
  expect(complaints.filter((complaint) => !saidByTheWindow(complaint))).toEqual([])
  expect(complaints.length).toBeGreaterThan(20)
})

test('the guide shows pictures that exist, and no picture lies about unused', () => {
  expect(pictures.filter((path) => !existsSync(join(folder, path)))).toEqual([])
  expect(readdirSync(join(folder, 'pictures')).filter((name) => !pictures.includes(`pictures/${name}`))).toEqual([])
})

test('all pictures together are no burden to a repository', () => {
  const bytes = readdirSync(join(folder, 'pictures')).reduce((sum, name) => sum + statSync(join(folder, 'pictures', name)).size, 0)
  expect(bytes).toBeLessThan(6_000_000)
})
