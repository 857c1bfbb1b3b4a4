import { describe, expect, test } from 'vitest'
import { citationCandidates } from '#shared/domain/citation-candidates.ts'
import { checkCitations } from '#shared/domain/citation-check.ts'
import { applyFixes } from '#shared/domain/citation-fix.ts'
import type { CitationFinding, CitationSeverity } from '#shared/domain/citation-finding.ts'
import { CitedDocument, type CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { CitingPlan } from '#shared/domain/citing-text.ts'
import type { FootnoteId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { plainText } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { fixture, readPlan } from '../../helpers/plan-reading.ts'
import { aProvision, aTask, id } from '../../helpers/records.ts'

const DAY = '2023-01-01'

function planOf(provisions: readonly ProvisionContent[]): CitingPlan {
  return { legalForm: 'plan', provisions, tasks: [], fields: [] }
}
const bullets = (...texts: readonly string[]): CitingPlan => planOf(texts.map((text, index) => aProvision(index + 1, 'bullet', text)))

let count = 0
function registered(facts: Partial<CitedDocumentFacts>): CitedDocument {
  count += 1
  return CitedDocument.parse({
    id: `018f0000-0000-7000-8000-${(0xc000 + count).toString(16).padStart(12, '0')}`,
    type: 'Nghị quyết',
    symbol: '76/NQ-CP',
    issuedOn: '2021-07-15',
    issuer: 'Chính phủ',
    title: 'về việc ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030',
    validFrom: null,
    expiredFrom: null,
    replacedByIds: [],
    note: '',
    checkedOn: null,
    version: 1,
    ...facts,
  })
}

const said = (findings: readonly CitationFinding[], ...severities: readonly CitationSeverity[]): readonly unknown[] =>
  findings
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code, match, fix }) => [code, match, ...(fix === null ? [] : [`${fix.words} → ${fix.replacement}`])])

/** The sample with ids, as it would be stored. */
function sample(file = 'ke-hoach-cchc-2023.docx'): CitingPlan {
  const { blocks } = readPlan(fixture(file), file)
  let notes = 0
  return planOf(
    blocks.map(({ kind, content, area }, index) => ({
      id: id<ProvisionId>(index + 1),
      area,
      kind,
      content: content.map((inline): Inline => {
        if (inline.kind !== 'footnote') return inline
        notes += 1
        return { kind: 'footnote', id: id<FootnoteId>(0xf000 + notes), content: inline.content }
      }),
    })),
  )
}

/** Everything that is offered for some findings, done at once. */
function corrected(plan: CitingPlan, findings: readonly CitationFinding[]): CitingPlan {
  const at = Map.groupBy(
    findings.filter(({ fix }) => fix !== null),
    ({ place }) => (place.kind === 'footnote' ? place.footnoteId : place.kind === 'provision' ? place.provisionId : ''),
  )
  const fixed = (content: readonly Inline[], key: string): readonly Inline[] =>
    applyFixes(
      content,
      (at.get(key as never) ?? []).flatMap(({ fix }) => (fix === null ? [] : [fix])),
    ).content
  return {
    ...plan,
    provisions: plan.provisions.map((provision) => ({
      ...provision,
      content: fixed(provision.content, provision.id).map((inline) =>
        inline.kind === 'footnote'
          ? { ...inline, content: fixed(inline.content, inline.id).filter((piece) => piece.kind === 'text') }
          : inline,
      ),
    })),
  }
}

/** All words, footnotes where they stand. */
const words = ({ provisions }: CitingPlan): string =>
  provisions
    .flatMap(({ content }) => content)
    .map((inline) => (inline.kind === 'footnote' ? plainText(inline.content) : plainText([inline])))
    .join('')

function registryOf(plan: CitingPlan): readonly CitedDocument[] {
  return citationCandidates(plan, []).map(({ facts }) => registered(facts))
}

describe.each(['ke-hoach-cchc-2023.docx', 'ke-hoach-cchc-2023.txt'])('the sample plan (%s)', (file) => {
  const plan = sample(file)

  test('its genuine slips are found, none else, with an empty registry and with a full one', () => {
    const slips = [
      ['day-word-missing', '13/07/2022', ' → ngày '],
      ['date-form', '13/07/2022', '13/07/2022 → 13/7/2022'],
    ]
    for (const registry of [[], registryOf(plan)]) expect(said(checkCitations(plan, registry, DAY).findings, 'alarm')).toEqual(slips)
  })

  test('the corrected text raises no alarm', () => {
    const registry = registryOf(plan)
    const { findings } = checkCitations(plan, registry, DAY)
    const better = corrected(
      plan,
      findings.filter(({ severity }) => severity === 'alarm'),
    )
    expect(said(checkCitations(better, registry, DAY).findings, 'alarm')).toEqual([])
    expect(said(checkCitations(better, registryOf(better), DAY).findings, 'alarm')).toEqual([])
    // Two places changed, nothing else.
    expect(words(better)).toBe(words(plan).replace('15/2022/NQ-HĐND 13/07/2022', '15/2022/NQ-HĐND ngày 13/7/2022'))
  })

  test('it cites 25 documents, 2 of them twice, and every one can be registered with what the plan says of it', () => {
    const { mentions } = checkCitations(plan, [], DAY)
    const candidates = citationCandidates(plan, [])
    expect([mentions.length, candidates.length, candidates.filter(({ times }) => times === 2).map(({ facts }) => facts.symbol)]).toEqual([
      27,
      25,
      ['76/NQ-CP', '60-NQ/TU'],
    ])
    expect(candidates.filter(({ facts }) => facts.title === '' || facts.issuer === '' || facts.issuedOn === null)).toEqual([])
    expect(citationCandidates(plan, registryOf(plan))).toEqual([])
  })

  test('a decree is the Government’s: its issuer is worth a look; the two later mentions may be shortened', () => {
    expect(said(checkCitations(plan, registryOf(plan), DAY).findings, 'hint', 'offer')).toEqual([
      ['write-short', 'Nghị quyết số 76/NQ-CP', ' của Chính phủ → '],
      ['write-short', 'Nghị quyết số 60-NQ/TU', ' của Ban Thường vụ Tỉnh ủy → '],
      ['issuer-does-not-fit', 'Thủ tướng Chính phủ', 'Thủ tướng Chính phủ → Chính phủ'],
    ])
  })

  test('with everything done nothing is left to say', () => {
    const registry = registryOf(plan)
    const better = corrected(plan, checkCitations(plan, registry, DAY).findings)
    expect(said(checkCitations(better, registryOf(better), DAY).findings, 'alarm', 'hint', 'offer')).toEqual([])
  })
})

describe('first in full, then in short', () => {
  const full =
    'Triển khai Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước; đẩy mạnh ủy quyền.'
  const short = 'Rà soát theo Nghị quyết số 04/NQ-CP.'

  test('swapping two sections swaps what is offered, with nothing registered', () => {
    expect(said(checkCitations(bullets(full, short), [], DAY).findings, 'offer')).toEqual([])
    const tail = ' ngày 10/01/2022 của Chính phủ về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước'
    expect(said(checkCitations(bullets(short, full), [], DAY).findings, 'offer')).toEqual([
      ['write-in-full', 'Nghị quyết số 04/NQ-CP', ` → ${tail}`],
      ['write-short', 'Nghị quyết số 04/NQ-CP ngày 10/01/2022', `${tail} → `],
    ])
  })

  test('swapping, taking both offers and swapping back ends where it began', () => {
    const swapped = bullets(short, full)
    const done = corrected(swapped, checkCitations(swapped, [], DAY).findings)
    expect(done.provisions.map(({ content }) => plainText(content))).toEqual([
      'Rà soát theo Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước.',
      'Triển khai Nghị quyết số 04/NQ-CP; đẩy mạnh ủy quyền.',
    ])
    const back = planOf(done.provisions.toReversed())
    const again = corrected(back, checkCitations(back, [], DAY).findings)
    expect(again.provisions.map(({ content }) => plainText(content))).toEqual([full, short])
  })

  test('a title that is not the document’s own is never taken away with it', () => {
    const other = 'theo Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ quy định việc khác của đơn vị.'
    expect(said(checkCitations(bullets(full, other), [], DAY).findings, 'offer')).toEqual([])
  })

  test('a footnote is read at its anchor, before the words after it', () => {
    const plan = planOf([
      aProvision(1, 'bullet', [
        { kind: 'text', text: 'Theo quy định' },
        { kind: 'footnote', id: id<FootnoteId>(0xf1), content: [{ kind: 'text', text: full }] },
        { kind: 'text', text: ' và Nghị quyết số 04/NQ-CP.' },
      ]),
    ])
    expect(said(checkCitations(plan, [], DAY).findings, 'offer')).toEqual([])
  })

  test('the decision is read before the plan it issues; its legal bases stay in full; of a plan signed by itself it is not read', () => {
    const basis = `Căn cứ ${full.slice('Triển khai '.length).replace('; đẩy mạnh ủy quyền.', ';')}`
    const provisions = [aProvision(2, 'bullet', full), { ...aProvision(1, 'legal-basis', basis), area: 'decision' as const }]
    expect(
      said(checkCitations({ ...planOf(provisions), legalForm: 'decision' }, [], DAY).findings, 'offer').map((one) => (one as string[])[0]),
    ).toEqual(['write-short'])
    expect(said(checkCitations(planOf(provisions), [], DAY).findings, 'offer')).toEqual([])
  })

  test('the appendix is read last: its rows cite in short', () => {
    const task = aTask({ id: id<TaskWordingId>(0x31), content: full, extra: { 'extra:note': 'theo Nghị quyết số 04/NQ-CP 10/01/2022' } })
    const { findings } = checkCitations({ ...bullets(full), tasks: [task] }, [], DAY)
    expect(findings.map(({ code, place }) => [code, place.kind === 'task' ? place.column : place.kind])).toEqual([
      ['unknown', 'provision'],
      ['unknown', 'task'],
      ['write-short', 'task'],
      ['day-word-missing', 'extra:note'],
      ['unknown', 'extra:note'],
      ['write-short', 'extra:note'],
    ])
  })

  test('lists under one type, titles of other documents and laws are left alone', () => {
    const nghiDinh = registered({ type: 'Nghị định', symbol: '24/2014/NĐ-CP', issuedOn: '2014-04-04', title: 'quy định tổ chức' })
    const plan = bullets(
      'Các Nghị định số 24/2014/NĐ-CP, số 37/2014/NĐ-CP.',
      'Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính phủ về sửa đổi, bổ sung Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ.',
      'Luật số 65/2025/QH15 ngày 19/02/2025 của Quốc hội.',
    )
    expect(said(checkCitations(plan, [nghiDinh], DAY).findings, 'offer')).toEqual([])
  })

  test('the registry knows what the plan does not say', () =>
    expect(said(checkCitations(bullets('theo Nghị quyết số 76/NQ-CP của Chính phủ.'), [registered({})], DAY).findings, 'offer')).toEqual([
      [
        'write-in-full',
        'Nghị quyết số 76/NQ-CP',
        ' của Chính phủ →  ngày 15/7/2021 của Chính phủ về việc ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030',
      ],
    ]))
})

const beside = (text: string, ...registry: readonly CitedDocument[]): readonly unknown[] =>
  said(checkCitations(bullets(text), registry, DAY).findings, 'alarm', 'hint')
const alarmsOf = (...texts: readonly string[]): readonly unknown[] => said(checkCitations(bullets(...texts), [], DAY).findings, 'alarm')
const decision = (number: number, date: string): string => `Quyết định số ${number}/QĐ-TTg ngày ${date}`

describe('beside the registry', () => {
  const programme = registered({})

  test.each([
    ['the registered date', 'Nghị quyết số 76/NQ-CP ngày 15/7/2021', []],
    ['another date', 'Nghị quyết số 76/NQ-CP ngày 15/7/2020', [['date-differs', 'ngày 15/7/2020', 'ngày 15/7/2020 → ngày 15/7/2021']]],
    [
      'another issuer',
      'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Quốc hội',
      [
        ['issuer-does-not-fit', 'Quốc hội', 'Quốc hội → Chính phủ'],
        ['issuer-differs', 'Quốc hội', 'Quốc hội → Chính phủ'],
      ],
    ],
    ['another type', 'Quyết định số 76/NQ-CP', [['type-does-not-fit', 'Quyết định', 'Quyết định → Nghị quyết']]],
    ['exchanged figures', 'Nghị quyết số 67/NQ-CP ngày 15/7/2021', [['symbol-near', '67/NQ-CP', '67/NQ-CP → 76/NQ-CP']]],
    ['a number of the same day', 'Nghị quyết số 79/NQ-CP ngày 15/7/2021', [['unknown', 'Nghị quyết số 79/NQ-CP ngày 15/7/2021']]],
    ['a document nobody registered', 'Quyết định số 1085/QĐ-TTg ngày 15/9/2022', [['unknown', 'Quyết định số 1085/QĐ-TTg ngày 15/9/2022']]],
    ['no “số”', 'Nghị quyết 76/NQ-CP', [['number-word-missing', '76/NQ-CP', ' → số ']]],
    ['a space in the symbol', 'Nghị quyết số 76/ NQ-CP', [['symbol-form', '76/ NQ-CP', '76/ NQ-CP → 76/NQ-CP']]],
    ['a day that does not exist', 'Nghị quyết số 76/NQ-CP ngày 31/6/2021', [['date-impossible', 'ngày 31/6/2021']]],
  ])('%s', (_case, text, findings) => expect(beside(text, programme)).toEqual(findings))

  test('a symbol spelled with the wrong letter or without its year is told', () => {
    const council = registered({ symbol: '15/2022/NQ-HĐND', issuedOn: '2022-07-13', issuer: 'HĐND tỉnh', title: 'quy định chính sách' })
    expect([beside('Nghị quyết số 15/2022/NQ-HDND', council), beside('Nghị quyết số 15/NQ-HĐND ngày 13/7/2022', council)]).toEqual([
      [['symbol-near', '15/2022/NQ-HDND', '15/2022/NQ-HDND → 15/2022/NQ-HĐND']],
      [['symbol-near', '15/NQ-HĐND', '15/NQ-HĐND → 15/2022/NQ-HĐND']],
    ])
  })

  test('number and symbol of two years are two documents: the date, or the one cited last, says which', () => {
    const [first, second] = [2021, 2022].map((year) =>
      registered({ type: 'Kế hoạch', symbol: '157/KH-UBND', issuedOn: `${year}-07-15`, issuer: 'UBND tỉnh', title: `về việc ${year}` }),
    )
    const { mentions } = checkCitations(
      bullets('Kế hoạch số 157/KH-UBND ngày 15/7/2022 và Kế hoạch số 157/KH-UBND', 'Kế hoạch số 157/KH-UBND ngày 15/7/2021'),
      [first!, second!],
      DAY,
    )
    expect(mentions.map(({ document }) => document?.id)).toEqual([second?.id, second?.id, first?.id])
    expect(beside('theo Kế hoạch số 157/KH-UBND', first!, second!)).toEqual([['ambiguous', 'Kế hoạch số 157/KH-UBND']])
  })

  test('expired and replaced documents as of the plan’s day, with the one that replaces them', () => {
    const heir = registered({ symbol: '99/NQ-CP', issuedOn: '2022-12-01', title: 'về Chương trình mới' })
    const old = registered({ expiredFrom: '2022-12-15', replacedByIds: [heir.id] })
    const gone = registered({ type: 'Kế hoạch', symbol: '1/KH-UBND', issuedOn: '2018-01-02', expiredFrom: '2021-01-01', title: '' })
    const text = 'theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Kế hoạch số 1/KH-UBND ngày 02/01/2018'
    expect(beside(text, old, heir, gone)).toEqual([
      [
        'replaced',
        'Nghị quyết số 76/NQ-CP ngày 15/7/2021',
        'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ → Nghị quyết số 99/NQ-CP ngày 01/12/2022 của Chính phủ về Chương trình mới',
      ],
      ['expired', 'Kế hoạch số 1/KH-UBND ngày 02/01/2018'],
    ])
    expect(said(checkCitations(bullets(text), [old, heir, gone], '2020-06-01').findings, 'alarm')).toEqual([])
  })

  test('a document named in the title of the one that amends it may be gone', () => {
    const old = registered({
      type: 'Nghị định',
      symbol: '61/2018/NĐ-CP',
      issuedOn: '2018-04-23',
      expiredFrom: '2022-01-01',
      title: 'về một cửa',
    })
    const text =
      'Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ về sửa đổi Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ'
    expect(said(checkCitations(bullets(text), [old], DAY).findings, 'alarm')).toEqual([])
  })
})

const law = (symbol: string, issuedOn: string, more: Partial<CitedDocumentFacts> = {}): CitedDocument =>
  registered({ type: 'Luật', symbol, issuedOn, issuer: 'Quốc hội', title: 'Tổ chức chính quyền địa phương', ...more })

describe('laws, which are named without a number', () => {
  const newer = law('65/2025/QH15', '2025-02-19', { validFrom: '2025-03-01' })
  const older = law('77/2015/QH13', '2015-06-19', { expiredFrom: '2025-03-01', replacedByIds: [newer.id] })
  const on = (day: string, text: string): readonly unknown[] => {
    const { mentions, findings } = checkCitations(bullets(text), [newer, older], day)
    return [mentions.map(({ document }) => document?.symbol), said(findings, 'alarm', 'hint', 'offer')]
  }
  const name = 'Luật Tổ chức chính quyền địa phương'

  test('the law of the plan’s day is meant, unless a year says another', () => {
    expect(on('2023-01-01', `Thực hiện ${name} và Luật Tổ chức chính quyền.`)).toEqual([['77/2015/QH13'], []])
    expect(on('2026-01-01', `Thực hiện ${name}.`)).toEqual([['65/2025/QH15'], []])
    expect(on('2026-01-01', `Thực hiện ${name} năm 2015.`)).toEqual([['77/2015/QH13'], [['replaced', name]]])
  })

  test('inside the name of the law that amends it, and with its number, it is not told twice', () => {
    expect(on('2026-01-01', `Luật sửa đổi, bổ sung một số điều của ${name} năm 2015`)).toEqual([['77/2015/QH13'], []])
    expect(on('2026-01-01', `${name} số 65/2025/QH15`)).toEqual([['65/2025/QH15'], []])
  })
})

describe('dates', () => {
  test('a zero that the decree wants is missed; one too many only beside dates without', () => {
    expect(alarmsOf(decision(1, '5/4/2022'), decision(2, '15/1/2022'))).toEqual([
      ['date-form', '5/4/2022', '5/4/2022 → 05/4/2022'],
      ['date-form', '15/1/2022', '15/1/2022 → 15/01/2022'],
    ])
    expect(alarmsOf(decision(1, '15/07/2022'), decision(2, '16/08/2022'))).toEqual([])
    expect(alarmsOf(decision(1, '15/07/2022'), decision(2, '16/08/2022'), decision(3, '16/9/2022'))).toEqual([
      ['date-form', '16/9/2022', '16/9/2022 → 16/09/2022'],
    ])
    expect(alarmsOf(decision(1, '5 tháng 3 năm 2022'))).toEqual([
      ['date-form', '5 tháng 3 năm 2022', '5 tháng 3 năm 2022 → 05 tháng 3 năm 2022'],
    ])
  })

  test('of short and worded dates the fewer are told', () =>
    expect(alarmsOf(decision(1, '15/7/2022'), decision(2, '16/8/2022'), decision(3, '20 tháng 9 năm 2022'))).toEqual([
      ['date-words', 'ngày 20 tháng 9 năm 2022', 'ngày 20 tháng 9 năm 2022 → ngày 20/9/2022'],
    ]))

  test('number and symbol of another year are another document while nobody has registered one', () => {
    expect(alarmsOf('Quyết định số 10/QĐ-UBND ngày 15/7/2021', 'Quyết định số 10/QĐ-UBND ngày 15/7/2022')).toEqual([])
    expect(alarmsOf('Quyết định số 10/QĐ-UBND ngày 15/7/2021', 'Quyết định số 10/QĐ-UBND ngày 16/7/2021')).toEqual([
      ['date-differs', 'ngày 16/7/2021', 'ngày 16/7/2021 → ngày 15/7/2021'],
    ])
  })

  test('legal bases have dates in words and are no mixture, also in a paragraph', () => {
    expect(
      alarmsOf('Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;', decision(1, '15/7/2022')),
    ).toEqual([])

    const basis = aProvision(
      1,
      'legal-basis',
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
    )
    expect(said(checkCitations(planOf([basis, aProvision(2, 'bullet', decision(1, '15/7/2022'))]), [], DAY).findings, 'alarm')).toEqual([])
  })
})

test('fixes change the differing words alone: bold, footnotes and forced lines stay', () => {
  const note: Inline = { kind: 'footnote', id: id<FootnoteId>(0xf1), content: [{ kind: 'text', text: 'x' }] }
  const content: readonly Inline[] = [
    { kind: 'text', text: 'Nghị quyết số 15/2022/NQ-HĐND', bold: true },
    note,
    { kind: 'line-break' },
    { kind: 'text', text: '13/07/2022', italic: true },
    { kind: 'text', text: ' của HĐND tỉnh' },
  ]
  const plan = planOf([
    aProvision(1, 'bullet', content),
    aProvision(2, 'bullet', 'Nghị quyết số 1/NQ-CP ngày 15/7/2021; Nghị quyết số 2/NQ-CP ngày 15/8/2021'),
  ])
  const { findings } = checkCitations(plan, [], DAY)
  expect(
    corrected(
      plan,
      findings.filter(({ severity }) => severity === 'alarm'),
    ).provisions[0]?.content,
  ).toEqual([
    { kind: 'text', text: 'Nghị quyết số 15/2022/NQ-HĐND', bold: true },
    note,
    { kind: 'line-break' },
    { kind: 'text', text: 'ngày 13/7/2022', italic: true },
    { kind: 'text', text: ' của HĐND tỉnh' },
  ])
})
