import { expect, test } from 'vitest'
import { issuerInSentence } from '#shared/document/issuer-in-sentence.ts'

const office = {
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Mẫu' },
  issuerInSentence: 'Ủy ban nhân dân tỉnh Mẫu',
}

test.each([
  [['UỶ BAN NHÂN DÂN', 'TỈNH MẪU'], 'Ủy ban nhân dân tỉnh Mẫu'],
  [['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'], 'UBND tỉnh Lạng Sơn'],
  [['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ CẦN THƠ'], 'UBND thành phố Cần Thơ'],
  [['UBND TỈNH BÀ RỊA - VŨNG TÀU'], 'UBND tỉnh Bà Rịa - Vũng Tàu'],
  [['SỞ NỘI VỤ'], 'Sở Nội vụ'],
  [['BAN CHỈ ĐẠO', 'CẢI CÁCH HÀNH CHÍNH TỈNH LẠNG SƠN'], 'Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn'],
  [['VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN'], 'Văn phòng UBND tỉnh Lạng Sơn'],
  [['Ban Chỉ đạo CCHC tỉnh Lạng Sơn'], 'Ban Chỉ đạo CCHC tỉnh Lạng Sơn'],
  [[], 'Ủy ban nhân dân tỉnh Mẫu'],
])('the letterhead %j is named in a sentence as “%s”', (issuer, words) => {
  expect(issuerInSentence({ superior: [], issuer, place: '' }, office)).toBe(words)
})
