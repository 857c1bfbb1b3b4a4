import { decree } from '../decree/decree.ts'
import { officialDate, officialNumber } from '../decree/official-words.ts'
import { sizeSets, type Sizes } from '../decree/size-set.ts'
import type { Day, Moment } from '../domain/identifier.ts'
import type { Plan } from '../domain/plan.ts'
import type { Office } from '../domain/office.ts'
import { linesByAgency, timesOf, type UrgingPaper } from '../domain/urging-letter.ts'
import { attachmentBlocks, attachmentLine } from './appendix.ts'
import type { OfficialDocument, ParagraphBlock, Section, SideBySideBlock } from './blocks.ts'
import { footBlock } from './foot.ts'
import { issuerInSentence } from './issuer-in-sentence.ts'
import { letterheadBlocks, type NumberAndDate } from './letterhead.ts'
import { page, textHeightOf, textWidthOf } from './page-layout.ts'
import { bodyParagraph, line, text } from './paragraph.ts'
import { documentTitle, keptWithFoot } from './plan-document.ts'
import { fittedTable } from './table.ts'
import { points, textWidth } from './text-width.ts'
import { urgingTable } from './urging-table.ts'

/** Công văn: the type by which the annex and the dossier call it; on the paper itself it has none (form 1.5). */
export const LETTER_TYPE = 'Công văn'

/** So many addressees stand by name; more are named together, as those of the annex. */
const ADDRESSEES_BY_NAME = 12

const ALL_ADDRESSEES = 'Các cơ quan, đơn vị có tên tại Phụ lục kèm theo'

/** What a letter is built with besides what it says. */
export interface UrgingLetterOptions {
  readonly number: string | null
  readonly issuedOn: Day | null
  /** As for a plan: on the electronic original the annex's places stay blank. */
  readonly copy: 'paper' | 'electronic'
  readonly stamp: Moment
}

/** "đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2023": what stands after "V/v", the second letter's with "(lần 2)". */
export function letterSubject(paper: Pick<UrgingPaper, 'subject' | 'year' | 'lines'>): string {
  const words = paper.subject.trim() === '' ? `đôn đốc thực hiện nhiệm vụ cải cách hành chính năm ${paper.year}` : paper.subject.trim()
  const times = timesOf(paper)
  return times > 1 ? `${words} (lần ${times})` : words
}

/** "Kế hoạch số 05/KH-UBND ngày … của … về cải cách hành chính …": a plan at its first mention (decree I.II.6.b); empty before it has a number. */
export function planCitation(plan: Plan, office: Pick<Office, 'letterhead' | 'issuerInSentence'>): string {
  if (plan.number === null || plan.issuedOn === null) return ''
  const paper = `số ${officialNumber(plan.number, plan.symbol)} ${officialDate(plan.issuedOn)} của ${issuerInSentence(plan.letterhead, office)}`
  const title = documentTitle(plan)
  return plan.legalForm === 'plan' ? `Kế hoạch ${paper} về ${title.replace(/^Kế hoạch /u, '')}` : `Quyết định ${paper} ban hành ${title}`
}

/** The sentence that a letter opens with unless a person words another. */
export function usualOpening({ basis, year }: Pick<UrgingPaper, 'basis' | 'year'>): string {
  const given = basis === '' ? `Thực hiện các nhiệm vụ cải cách hành chính được giao năm ${year}` : `Thực hiện ${basis}`
  return `${given}, các cơ quan, đơn vị đã triển khai các nhiệm vụ được giao; tuy nhiên, qua theo dõi, tổng hợp, còn một số nhiệm vụ chưa bảo đảm tiến độ.`
}

/** What is asked unless a person words it otherwise: a body above orders, one beside asks. */
export function usualRequest({ issuer, issuerName, year, lines }: Pick<UrgingPaper, 'issuer' | 'issuerName' | 'year' | 'lines'>): string {
  const agencies = linesByAgency(lines)
  const whom = agencies.length === 1 ? (agencies[0]?.name ?? '') : 'các cơ quan, đơn vị có tên tại Phụ lục'
  const late = lines.some(({ kind }) => kind === 'overdue') ? '; làm rõ nguyên nhân chậm tiến độ' : ''
  return `Để bảo đảm tiến độ, chất lượng công tác cải cách hành chính năm ${year}, ${issuerName} ${issuer === 'province' ? 'yêu cầu' : 'đề nghị'} ${whom} tập trung chỉ đạo, khẩn trương thực hiện, hoàn thành các nhiệm vụ nêu trên${late}, khó khăn, vướng mắc và đề xuất giải pháp tháo gỡ (nếu có).`
}

/** The letter with its annex: form 1.5, and an appendix of its own pages. The same for one agency and for many. Pure and deterministic. */
export function buildUrgingLetter(paper: UrgingPaper, options: UrgingLetterOptions): OfficialDocument {
  const sizes = sizeSets[paper.sizeSet]
  const numberAndDate: NumberAndDate = {
    symbol: paper.symbol,
    number: options.number,
    issuedOn: options.issuedOn,
    expectedYear: Number(paper.judgedOn.slice(0, 4)),
  }
  return {
    metadata: { title: `V/v ${letterSubject(paper)}`, author: paper.issuerName, stamp: options.stamp, draftMark: null },
    font: decree.page.font.value,
    sections: [letterSection(paper, numberAndDate, sizes), annexSection(paper, numberAndDate, options.copy, sizes)],
    footnoteFormat: { size: `${sizes.footnote}pt`, align: 'both', lineSpacing: 1 },
  }
}

function letterSection(paper: UrgingPaper, numberAndDate: NumberAndDate, sizes: Sizes): Section {
  const empty = page('body', 'portrait', sizes.pageNumber)
  const width = textWidthOf(empty)
  const { starts } = decree.head.letterSubject.value
  const subject = line('letter-subject', [text(`${starts}${letterSubject(paper)}`, sizes.number - 1)], { format: { spaceBefore: '6pt' } })
  const heads = letterheadBlocks(paper.letterhead, sizes, width, numberAndDate, null)
  const head = heads.map((block, index): SideBySideBlock =>
    index === heads.length - 1 ? { ...block, left: [...block.left, subject] } : block,
  )
  return {
    ...empty,
    blocks: [
      ...head,
      ...addresseeBlocks(
        linesByAgency(paper.lines).map(({ name }) => name),
        sizes,
        width,
      ),
      ...keptWithFoot(
        bodyWords(paper).map(({ role, words }) => bodyParagraph(role, [text(words, sizes.body)])),
        sizes,
        width,
      ),
      footBlock(recipientsOf(paper), paper.signature, sizes),
    ],
  }
}

/**
 * "Kính gửi: Sở Nội vụ", in the middle; several below it, dashes under each other below the colon, each line ending in a semicolon and the last in a full stop
 * (decree I.II.9.d).
 */
function addresseeBlocks(names: readonly string[], sizes: Sizes, width: number): readonly ParagraphBlock[] {
  const { starts: greeting } = decree.foot.addressee.value
  const { starts, each, last } = decree.foot.addresseeEnds.value
  const together = names.length > ADDRESSEES_BY_NAME ? [ALL_ADDRESSEES] : names
  const [only] = together
  const first = { spaceBefore: '18pt', keepWithNext: true } as const
  const LAST_SPACE = '12pt'
  if (together.length === 1 && only !== undefined) {
    const words = `${greeting} ${only}`
    const indent = Math.max(0, (width - textWidth(words, sizes.body, 'regular')) / 2)
    return [
      line('addressee', [text(words, sizes.body)], {
        format: { ...first, align: 'left', leftIndent: points(indent), spaceAfter: LAST_SPACE },
      }),
    ]
  }
  const greetingWidth = textWidth(greeting.slice(0, -1), sizes.body, 'regular')
  const longest = Math.max(...together.map((name) => textWidth(`${starts}${name}${each}`, sizes.body, 'regular')))
  const indent = Math.max(0, (width - greetingWidth - longest) / 2)
  return [
    line('addressee', [text(greeting, sizes.body)], { format: { ...first, align: 'left', leftIndent: points(indent) } }),
    ...together.map((name, index) => {
      const isLast = index === together.length - 1
      return line('addressee', [text(`${starts}${name}${isLast ? last : each}`, sizes.body)], {
        format: {
          align: 'left',
          leftIndent: points(indent + greetingWidth),
          ...(isLast ? { spaceAfter: LAST_SPACE } : { keepWithNext: index < 2 }),
        },
      })
    }),
  ]
}

function bodyWords(paper: UrgingPaper): readonly { readonly role: 'opening' | 'paragraph' | 'closing'; readonly words: string }[] {
  const { opening, request } = paper
  return [
    { role: 'opening', words: sentence(opening.trim() === '' ? usualOpening(paper) : opening) },
    { role: 'paragraph', words: finding(paper) },
    { role: 'paragraph', words: sentence(request.trim() === '' ? usualRequest(paper) : request) },
    { role: 'closing', words: `${answerWords(paper)}${decree.body.ending.value}` },
  ]
}

function sentence(words: string): string {
  const trimmed = words.trim()
  return /[.:;!?]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

/** How much is owed, counted from the very rows of the annex, which it points to (decree I.III.1.a). */
function finding({ lines, judgedOn }: UrgingPaper): string {
  const agencies = linesByAgency(lines)
  const who = agencies.length === 1 ? (agencies[0]?.name ?? '') : `${twoDigits(agencies.length)} cơ quan, đơn vị`
  const counted = (
    [
      ['overdue', 'đầu việc quá hạn chưa hoàn thành'],
      ['due-soon', 'đầu việc sắp đến hạn'],
      ['silent', 'đầu việc chưa cập nhật tiến độ'],
    ] as const
  ).flatMap(([kind, words]) => {
    const count = lines.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [`${twoDigits(count)} ${words}`]
  })
  const again = lines.filter(({ times }) => times > 1).length
  const urged = again === 0 ? '' : `; trong đó ${twoDigits(again)} đầu việc đã được đôn đốc bằng văn bản trước đây`
  return `Tính đến ${officialDate(judgedOn)}, ${who} còn ${counted.join(', ')}${urged} (chi tiết tại Phụ lục kèm theo).`
}

/** "05": how papers write a count below ten. */
function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}

function answerWords({ answerTo, answerBy }: UrgingPaper): string {
  const to =
    answerTo.trim() === '' ? 'Kết quả thực hiện báo cáo bằng văn bản' : `Kết quả thực hiện báo cáo bằng văn bản, gửi về ${answerTo.trim()}`
  return `${to}${answerBy === null ? '' : ` trước ${officialDate(answerBy)}`} để tổng hợp`
}

/** A letter goes first to its addressees: "Như trên" (decree I.II.9.b), unless that line is there. */
function recipientsOf({ recipients }: UrgingPaper): readonly string[] {
  const above = decree.foot.addresseesAbove.value
  return recipients.some((one) => one.replace(/^[-–\s]*/u, '').startsWith(above)) ? recipients : [above, ...recipients]
}

/** The annex: its own title, the attachment line, the table. Its pages count from 1 (decree I.III.1). */
function annexSection(paper: UrgingPaper, numberAndDate: NumberAndDate, copy: UrgingLetterOptions['copy'], sizes: Sizes): Section {
  const empty = page('appendix-1', 'landscape', sizes.pageNumber)
  const width = textWidthOf(empty)
  const bold = { bold: true } as const
  const keep = { keepWithNext: true } as const
  const grouped = linesByAgency(paper.lines).length > 1
  const { table } = fittedTable(urgingTable(paper.lines, sizes.cell, { grouped, counting: true }), width, textHeightOf(empty))
  return {
    ...empty,
    blocks: [
      line('appendix-number', [text(decree.appendix.number.value.word, sizes.appendixNumber, bold)], { format: keep }),
      line('appendix-title', [text(annexTitle(paper), sizes.title, bold)], { format: keep }),
      ...attachmentBlocks(attachmentLine(LETTER_TYPE, paper.issuerName, numberAndDate, copy), sizes, width),
      table,
    ],
  }
}

function annexTitle({ lines, year }: UrgingPaper): string {
  const what = lines.every(({ kind }) => kind === 'overdue') ? 'quá hạn chưa hoàn thành' : 'cần đôn đốc thực hiện'
  return `Danh mục nhiệm vụ cải cách hành chính năm ${year} ${what}`.toLocaleUpperCase('vi')
}
