import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { planFacts } from '#main/cli/facts.ts'
import { doubtsOf, fixture, readPlan, show } from '../../helpers/plan-reading.ts'

const fromText = readPlan(fixture('ke-hoach-cchc-2023.txt'))
const fromWord = readPlan(fixture('ke-hoach-cchc-2023.docx'), 'ke-hoach-cchc-2023.docx')

/** Facts of the plan as counted by hand from the paper. */
const counted = {
  bulletsByField: [5, 7, 7, 3, 6, 3, 6],
  footnotes: [
    ['II.3.6', 'quyết TTHC theo quy định'],
    ['II.4.1', 'hiệu quả các Nghị quyết'],
    ['II.4.1', 'cấp huyện theo quy định'],
    ['II.5.3', 'thực hiện các quy định'],
    ['II.7.1', 'số trên địa bàn tỉnh'],
  ],
  citations: [
    '76/NQ-CP',
    '60-NQ/TU',
    '249/KH-UBND',
    '43/CT-TTg',
    '468/QĐ-TTg',
    '45/2020/NĐ-CP',
    '107/2021/NĐ-CP',
    '61/2018/NĐ-CP',
    '157/KH-UBND',
    '18-NQ/TW',
    '19-NQ/TW',
    '107/2020/NĐ-CP',
    '24/2014/NĐ-CP',
    '108/2020/NĐ-CP',
    '37/2014/NĐ-CP',
    '120/2020/NĐ-CP',
    '04/NQ-CP',
    '15/2022/NQ-HĐND',
    '1807/QĐ-UBND',
    '226/KH-UBND',
    '49-NQ/TU',
    '195/KH-UBND',
    '131/KH-UBND',
    '247/KH-UBND',
    '42/2022/NĐ-CP',
  ].toSorted(),
  recipients: [
    'Bộ Nội vụ',
    'Liên đoàn TM và CN Việt Nam',
    'Thường trực Tỉnh uỷ',
    'Thường trực HĐND tỉnh',
    'Đại biểu Quốc hội tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Các Ban Đảng Tỉnh uỷ; Ủy ban MTTQ Việt Nam và các tổ chức chính tri - xã hội tỉnh',
    'Các sở, ban, ngành',
    'Các cơ quan TW đặt tại địa phương',
    'UBND các huyện, thành phố',
    'Báo Lạng Sơn, Đài PTTH tỉnh',
    'C, PCVP UBND tỉnh, các phòng: CV, HCQT, TTTT',
    'Lưu: VT, NC (LTH).',
  ],
  signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Dương Xuân Huyên' },
  parts: ['MỤC ĐÍCH, YÊU CẦU', 'NHIỆM VỤ, GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN'],
  kinds: { opening: 1, section: 3, heading: 14, paragraph: 7, bullet: 43, 'appendix-reference': 1, closing: 1 },
  /** Under each heading of parts I and III: paragraphs, bullets. */
  outside: { 'I.1': [2, 0], 'I.2': [3, 0], 'III.1': [1, 0], 'III.2': [0, 2], 'III.3': [1, 0], 'III.4': [0, 2], 'III.5': [0, 2] },
}

function countedIn(draft: PlanDraft): typeof counted {
  const facts = planFacts(draft)
  const numbers = numberProvisions(draft.blocks)
  const under = (address: string, kind: 'paragraph' | 'bullet'): number =>
    draft.blocks.filter((block, index) => block.kind === kind && numbers[numbers[index]?.parent ?? -1]?.address === address).length
  return {
    bulletsByField: [...facts.bulletsByField],
    footnotes: facts.footnotes.map(({ provision, after }) => [provision, after]),
    citations: facts.citations.toSorted(),
    recipients: [...facts.recipients],
    signer: facts.signer as typeof counted.signer,
    parts: facts.outline.filter(({ address }) => /^[IVX]+$/.test(address)).map(({ title }) => title),
    kinds: Object.fromEntries(
      [...Map.groupBy(draft.blocks, ({ kind }) => kind)].map(([kind, blocks]) => [kind, blocks.length]),
    ) as typeof counted.kinds,
    outside: Object.fromEntries(
      Object.keys(counted.outside).map((at) => [at, [under(at, 'paragraph'), under(at, 'bullet')]]),
    ) as unknown as typeof counted.outside,
  }
}

/** A draft printed as the paper prints it: numbers, anchors glued to their words; footnotes apart. */
function printed(draft: PlanDraft): { readonly text: string; readonly footnotes: readonly string[] } {
  const numbers = numberProvisions(draft.blocks)
  const footnotes: string[] = []
  const lines = draft.blocks.map(({ content }, index) => {
    const words = content.map((inline) => {
      if (inline.kind !== 'footnote') return inline.kind === 'text' ? inline.text : ' '
      footnotes.push(`${footnotes.length + 1} ${show(inline.content)}`)
      return String(footnotes.length)
    })
    return `${numbers[index]?.label} ${words.join('')}`
  })
  const last = draft.recipients.length - 1
  const recipients = draft.recipients.map((words, index) => `- ${words}${index === last ? '' : ';'}`)
  const { authority = [], title = '', name = '' } = draft.signature ?? {}
  return { text: oneLine([...lines, 'Nơi nhận:', ...recipients, ...authority, title, name].join(' ')), footnotes: footnotes.map(oneLine) }
}

/** NFC, single spaces; "5Kế hoạch" (a slip of the source) reads as "5 Kế hoạch" on both sides. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\d)(?=Kế)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const spokenIn = (draft: PlanDraft): unknown => draft.blocks.map(({ area, kind, content }) => `${area} ${kind} ${show(content)}`)

describe('the sample plan', () => {
  test('read from the broken text of a PDF has every counted fact', () => expect(countedIn(fromText)).toEqual(counted))

  test('read from Word has every counted fact', () => expect(countedIn(fromWord)).toEqual(counted))

  test('is the same, block by block and word by word, from both files', () => {
    expect(spokenIn(fromText)).toEqual(spokenIn(fromWord))
    expect([fromText.year, fromWord.year]).toEqual([2023, 2023])
  })

  test('loses, adds and moves no word of the text: what is left after the footnotes is the source in its order', () => {
    const { text, footnotes } = printed(fromText)
    let source = oneLine(new TextDecoder().decode(fixture('ke-hoach-cchc-2023.txt')))
    for (const footnote of footnotes) {
      expect(source).toContain(footnote)
      source = oneLine(source.replace(footnote, ' '))
    }
    expect(text).toBe(source)
  })

  test('loses no word of the Word file, by the judgement of another reader of Word files', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(fixture('ke-hoach-cchc-2023.docx')) })
    const { text, footnotes } = printed(fromWord)
    const rows = fromWord.appendices.flatMap(({ columns, rows: tasks, title }) => [
      title,
      ...columns.map((column) => column.title),
      ...tasks.flatMap(({ cells, fieldTitle }) => [fieldTitle ?? '', ...Object.values(cells)]),
    ])
    const known = new Set(oneLine([text, ...footnotes, ...rows].join(' ')).split(' '))
    const unknown = oneLine(value)
      .split(' ')
      .filter((word) => !known.has(word))
    // National words, the blank number and date, the type, the line that ties the appendix to the plan, Roman numbers of field rows, two-line column titles.
    const head = [
      fromWord.letterhead?.issuer.join(' '),
      fromWord.subject,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Số: /KH-UBND',
      'Lạng Sơn, ngày tháng 12 năm 2022',
      'KẾ HOẠCH',
      'PHỤ LỤC (Kèm theo Kế hoạch số /KH-UBND ngày /12/2022 của UBND tỉnh Lạng Sơn)',
      'I II III IV V VI VII',
    ]
    const furniture = new Set(oneLine(head.join(' ')).split(' '))
    expect(unknown.filter((word) => !furniture.has(word) && !/^\[\d+\]$|↑/.test(word))).toEqual([])
  })

  test('has its head and its appendix from Word', () => {
    const { letterhead, symbol, number, issuedOn, subject, legalForm, appendices } = fromWord
    expect({ letterhead, symbol, number, issuedOn, subject, legalForm, rows: appendices.map(({ rows }) => rows.length) }).toEqual({
      letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'], place: 'Lạng Sơn' },
      symbol: 'KH-UBND',
      number: null,
      issuedOn: null,
      subject: 'Cải cách hành chính năm 2023',
      legalForm: 'plan',
      rows: [44],
    })
  })

  test('raises only the doubts that are in the paper', () => {
    expect(doubtsOf(fromText)).toEqual([
      'letterhead-not-found: ',
      'hyphen-at-line-end 3: nước giai đoạn 2021- 2030; Nghị',
      'citation-without-date-word 284: Nghị quyết số 15/2022/NQ-HĐND 13/07/2022',
      'text-repaired 452: (Có phụ lục các nhiệm vụ trọng tâm về cải cách hành chính năm 2023 kèm theo).',
    ])
    expect(doubtsOf(fromWord).filter((doubt) => !/^(?:agency|deadline)-/.test(doubt))).toEqual([
      'citation-without-date-word 48: Nghị quyết số 15/2022/NQ-HĐND 13/07/2022',
      'text-repaired 63: (Có phụ lục các nhiệm vụ trọng tâm về cải cách hành chính năm 2023 kèm theo).',
    ])
  })

  test('keeps the place of every block in its source', () => {
    for (const { source, blocks } of [fromText, fromWord])
      for (const { lines, content } of blocks) {
        const words = source.lines.slice((lines?.from ?? 0) - 1, lines?.to).join(' ')
        expect(words).toContain(show(content).split(' ').at(0))
      }
  })
})
