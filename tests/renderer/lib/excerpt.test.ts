import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from '#renderer/lib/excerpt.ts'

const written = (pieces: ReturnType<typeof excerptOf>): string => pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const sentence =
  'Tăng cường kiểm tra, nâng cao kỷ luật, kỷ cương hành chính, văn hóa công vụ, quy tắc ứng xử của công chức, viên chức để phục vụ doanh nghiệp và Nhân dân'

test('a long sentence is shown around the words looked for, typed without accents, and cut between words', () => {
  expect(written(excerptOf(sentence, 'cong chuc', 60))).toBe('… quy tắc ứng xử của [công chức], viên chức để phục vụ doanh …')
})

test('words that do not stand in a row are marked one by one, where a word begins with them', () => {
  expect(written(excerptOf('Sở Nội vụ chủ trì, Sở Tài chính phối hợp', 'tai noi', 80))).toBe('Sở [Nội] vụ chủ trì, Sở [Tài] chính phối hợp')
})

test('of words spread over a long sentence the place where most of them stand is shown', () => {
  expect(written(excerptOf(`Tiếp tục ${sentence}`, 'tuc quy cong chuc', 60))).toBe(
    '… hành chính, văn hóa [công] vụ, [quy] tắc ứng xử của [công] [chức], …',
  )
})

test('a text without the words gives its beginning', () => {
  expect(written(excerptOf(sentence, 'biển', 30))).toBe('Tăng cường kiểm tra, nâng cao …')
})

test('no excerpt breaks a word of the text, whatever is looked for', () => {
  const words = fc.array(fc.constantFrom<string>('kế', 'hoạch', 'cải', 'cách', 'hành', 'chính', '2024,', 'đơn'), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(words, fc.constantFrom('hoach', 'cai cach', 'don', 'xyz'), fc.integer({ min: 20, max: 120 }), (all, query, length) => {
      const shown = excerptOf(all.join(' '), query, length)
        .map(({ text }) => text)
        .join('')
      expect(shown.split(' ').filter((word) => word !== '…' && !all.includes(word))).toEqual([])
    }),
  )
})
