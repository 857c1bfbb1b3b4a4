import { expect, test } from 'vitest'
import { bareYears } from '#shared/language/year-words.ts'

test('a year that stands by itself is told from the year of a date and from a period', () => {
  expect(
    [
      'Cải cách hành chính tỉnh Lạng Sơn năm 2023',
      'Thực hiện Nghị quyết ngày 15 tháng 7 năm 2021, giai đoạn 2021-2030, UBND tỉnh ban hành Kế hoạch CCHC năm 2024 như sau:',
      'Quyết định ngày 15/7/2021',
      'NĂM 2022, năm 2023 - 2025, trăm năm 20235',
    ].map(bareYears),
  ).toEqual([[2023], [2024], [], [2022]])
})
