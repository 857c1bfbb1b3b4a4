import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { likeness, rankByLikeness } from '#shared/domain/suggestion.ts'

/** The rows of the sample appendix with the sentences of its plan, by field. */
const rows = readFileSync(new URL('../../fixtures/phu-luc-2023.tsv', import.meta.url), 'utf8')
  .normalize('NFC')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([field = '', sentence = '', task = '']) => ({ field, sentence: Number(sentence), task }))

const sentences = (() => {
  const text = readFileSync(new URL('../../fixtures/ke-hoach-cchc-2023.txt', import.meta.url), 'utf8').normalize('NFC')
  const part = text.slice(text.indexOf('II. NHIỆM VỤ'), text.indexOf('(Có phụ lục'))
  return Map.groupBy(
    part
      .split(/\n\s*(?=[1-7]\. [A-ZĐ])/)
      .slice(1)
      .flatMap((chapter) =>
        chapter
          .split(/\n\s*- /)
          .slice(1)
          .map((words, index) => ({ field: chapter[0] ?? '', sentence: index + 1, words })),
      ),
    ({ field }) => field,
  )
})()

test('of 44 tasks, 43 have their sentence among the three best of their field, and 40 have it first', () => {
  const places = rows.map(({ field, sentence, task }) =>
    rankByLikeness(task, sentences.get(field) ?? [], ({ words }) => words).findIndex(({ item }) => item.sentence === sentence),
  )
  expect({
    tasks: places.length,
    first: places.filter((place) => place === 0).length,
    amongThree: places.filter((place) => place >= 0 && place < 3).length,
  }).toEqual({ tasks: 44, first: 40, amongThree: 43 })
})

test('a task that shares no telling word with a sentence is not offered it', () => {
  const sentencesOfField = ['Tổ chức đấu giá đất', 'Xét nâng ngạch']
  expect(rankByLikeness('Nâng ngạch công chức', sentencesOfField, (text) => text).map(({ item }) => item)).toEqual(['Xét nâng ngạch'])
})

test('the same row with its year changed is nearly the same; two kinds of work are not', () => {
  const old = 'Ban hành Kế hoạch tuyên truyền CCHC năm 2022'
  expect(likeness(old, 'Ban hành Kế hoạch tuyên truyền CCHC năm 2023')).toBeGreaterThan(0.7)
  expect(likeness(old, 'Hệ thống hóa văn bản QPPL kỳ 2019 - 2023')).toBeLessThan(0.2)
})
