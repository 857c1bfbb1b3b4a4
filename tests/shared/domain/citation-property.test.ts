import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCitations } from '#shared/domain/citation-check.ts'
import { citedDate, fullCitation, shortCitation } from '#shared/domain/citation-form.ts'
import { applyFixes } from '#shared/domain/citation-fix.ts'
import type { CitingPlan } from '#shared/domain/citing-text.ts'
import { plainText } from '#shared/domain/inline.ts'
import { aProvision } from '../../helpers/records.ts'

const documents = [
  ['Nghị quyết', '76/NQ-CP', '2021-07-15', 'Chính phủ', 'về việc ban hành Chương trình tổng thể'],
  ['Nghị định', '45/2020/NĐ-CP', '2020-04-08', 'Chính phủ', 'về thực hiện thủ tục hành chính trên môi trường điện tử'],
  ['Kế hoạch', '157/KH-UBND', '2021-12-29', 'UBND tỉnh', 'về triển khai Đề án một cửa, một cửa liên thông'],
  ['Chỉ thị', '43/CT-TTg', '2020-01-05', 'Thủ tướng Chính phủ', 'về nâng cao chất lượng công tác xây dựng pháp luật'],
].map(([type = '', symbol = '', issuedOn = '', issuer = '', title = '']) => ({ type, symbol, issuedOn, issuer, title }))

const citation = fc.tuple(fc.constantFrom(...documents), fc.nat(5)).map(([document, how]) => {
  const [year = '', month = '', date = ''] = document.issuedOn.split('-')
  switch (how) {
    case 0:
      return shortCitation(document)
    case 1:
      return fullCitation(document, { dates: 'short', partyComma: false })
    case 2:
      return fullCitation(document, { dates: 'words', partyComma: false })
    case 3:
      return `${shortCitation(document)} ${date}/${month}/${year} của ${document.issuer}`
    case 4:
      return `${shortCitation(document)} ${citedDate(document.issuedOn, 'short')}`
    default:
      return `${document.type} ${document.symbol} của ${document.issuer}`
  }
})
const sentence = fc.array(citation, { minLength: 1, maxLength: 3 }).map((list) => `Thực hiện ${list.join('; thực hiện ')}; giao Sở Nội vụ.`)

const planOf = (texts: readonly string[]): CitingPlan => ({
  legalForm: 'plan',
  provisions: texts.map((text, index) => aProvision(index + 1, 'bullet', text)),
  tasks: [],
  fields: [],
})

/** Everything that is offered, done at once. */
function mended(texts: readonly string[]): readonly string[] {
  const plan = planOf(texts)
  const { findings } = checkCitations(plan, [], '2023-01-01')
  return plan.provisions.map(({ id, content }) => {
    const fixes = findings.flatMap(({ place, fix }) =>
      place.kind === 'provision' && place.provisionId === id && fix !== null ? [fix] : [],
    )
    return plainText(applyFixes(content, fixes).content)
  })
}

const symbolsOf = (text: string): readonly string[] => text.match(/\d+\/[^\s;.]*[A-ZĐ]{2}[^\s;.]*/gu) ?? []

test('doing what is offered comes to an end, and then nothing is left to offer', () =>
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (texts) => {
      let now: readonly string[] = texts
      for (let round = 0; round < 4; round += 1) now = mended(now)
      expect(mended(now)).toEqual(now)
      const left = checkCitations(planOf(now), [], '2023-01-01').findings.filter(({ fix }) => fix !== null)
      expect(left.map(({ code, match }) => [code, match])).toEqual([])
    }),
    { numRuns: 300 },
  ))

test('whatever is done, each sentence goes on citing the same documents, and its other words stay', () =>
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (texts) => {
      const after = mended(texts)
      expect(after.map(symbolsOf)).toEqual(texts.map(symbolsOf))
      expect(after.map((text) => [text.startsWith('Thực hiện '), text.endsWith('; giao Sở Nội vụ.')])).toEqual(
        texts.map(() => [true, true]),
      )
      expect(after.map((text) => text.split('; thực hiện ').length)).toEqual(texts.map((text) => text.split('; thực hiện ').length))
    }),
    { numRuns: 300 },
  ))
