import { describe, expect, test } from 'vitest'
import { matchParties } from '#shared/domain/party-match.ts'
import { realLists } from '../../helpers/agency-lists.ts'
import { langSon, listInWords } from '../../helpers/provinces.ts'

describe('a list of agencies is read as its writer meant it: names that hold "và" or "," are never split', () => {
  test.each(
    realLists.map(([registry, phrase, parties, coordinating = [], doubts = []]) => ({ registry, phrase, parties, coordinating, doubts })),
  )('$phrase', ({ registry, phrase, parties, coordinating, doubts }) =>
    expect(listInWords(registry, phrase, registry === langSon ? '2023-01-01' : '2026-01-01')).toEqual([parties, coordinating, doubts]),
  )
  test('the collection is whole', () => expect(realLists).toHaveLength(56))
})

describe('names are read as of the day of the plan', () => {
  test('Sở Tài chính of 2023 and of 2026 are two bodies', () => {
    const ids = ['2023-01-01', '2026-01-01'].map((day) => matchParties('Sở Tài chính', langSon, day).parties)
    expect(ids).toEqual([[{ kind: 'agency', agencyId: langSon.agencies[4]?.id }], [{ kind: 'agency', agencyId: langSon.agencies[5]?.id }]])
  })
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['2026-01-01', 'Sở Kế hoạch và Đầu tư', ['Sở Kế hoạch và Đầu tư'], ['agency-not-active: Sở Kế hoạch và Đầu tư → Sở Tài chính']],
    ['2023-01-01', 'UBND xã Chi Lăng', ['UBND xã Chi Lăng'], ['agency-not-active: UBND xã Chi Lăng']],
    ['2026-01-01', 'UBND các huyện, thành phố', ['‹UBND các huyện, thành phố›'], ['agency-not-active: UBND các huyện, thành phố']],
    // The districts' names went to communes: a bare name needs a look even when one body bears it on that day.
    ['2023-01-01', 'Cao Lộc', ['UBND huyện Cao Lộc'], ['agency-ambiguous: Cao Lộc']],
    ['2026-01-01', 'Cao Lộc; xã Chi Lăng', ['UBND xã Cao Lộc', 'UBND xã Chi Lăng'], ['agency-ambiguous: Cao Lộc']],
    ['2026-01-01', 'UBND xã Quý Hoà', ['UBND xã Quý Hòa'], []],
  ])('%s: %s', (day, text, parties, doubts) => expect(listInWords(langSon, text, day)).toEqual([parties, [], doubts]))
})
