import { decree } from '../decree/decree.ts'
import { blankDate, blankNumber, officialDate, officialNumber } from '../decree/official-words.ts'
import type { Sizes } from '../decree/size-set.ts'
import type { Day } from '../domain/identifier.ts'
import type { Letterhead } from '../domain/plan.ts'
import type { ParagraphBlock, SideBySideBlock } from './blocks.ts'
import { line, ruleUnder, text } from './paragraph.ts'
import { textWidth } from './text-width.ts'

/** Rule under issuer and subject: between a third and a half of the line (decree I.II.2.b, I.II.5.b). */
export const SHORT_RULE = 0.4

/** Right column at least this share of the text; more where the national name needs it to stay on one line. */
const RIGHT_COLUMN = 0.58

export interface NumberAndDate {
  readonly symbol: string
  /** Null leaves room for the records office. */
  readonly number: string | null
  readonly issuedOn: Day | null
  /** Year printed while the day is not known; null leaves room for it too. */
  readonly expectedYear: number | null
}

/**
 * The head of a paper: issuer and national name side by side, with their rules; number and date on one line below (decree, Mục IV).
 * A paper attached to a decision has no number and date of its own (form 1.3).
 */
export function letterheadBlocks(
  letterhead: Letterhead,
  sizes: Sizes,
  width: number,
  numberAndDate: NumberAndDate | null,
  draftMark: string | null,
): readonly SideBySideBlock[] {
  const { text: nationalName } = decree.head.nationalName.value
  const { text: motto } = decree.head.motto.value
  const needed = (textWidth(nationalName, sizes.nationalName, 'bold') + 10) / width
  const leftShare = Math.round((1 - Math.max(RIGHT_COLUMN, needed)) * 1000) / 1000
  const leftWidth = width * leftShare
  const bold = { bold: true } as const
  const lastIssuerLine = letterhead.issuer.at(-1) ?? ''

  const names: SideBySideBlock = {
    kind: 'side-by-side',
    role: 'letterhead',
    leftShare,
    left: [
      ...letterhead.superior.map((words) => line('superior', [text(words.toLocaleUpperCase('vi'), sizes.issuer)])),
      ...letterhead.issuer.map((words) => line('issuer', [text(words.toLocaleUpperCase('vi'), sizes.issuer, bold)])),
      ruleUnder(lastIssuerLine.toLocaleUpperCase('vi'), sizes.issuer, bold, leftWidth, SHORT_RULE, '0pt'),
    ],
    right: [
      line('national-name', [text(nationalName, sizes.nationalName, bold)]),
      line('motto', [text(motto, sizes.motto, bold)]),
      ruleUnder(motto, sizes.motto, bold, width - leftWidth, 1, '0pt'),
    ],
  }
  const mark = draftMark === null ? [] : [draftMarkLine(draftMark, sizes)]
  if (numberAndDate === null) return mark.length === 0 ? [names] : [names, { ...names, left: mark, right: [] }]

  const { number, symbol, issuedOn, expectedYear } = numberAndDate
  const numberWords = number === null ? blankNumber(symbol) : officialNumber(number, symbol)
  const dateWords = issuedOn === null ? blankDate(expectedYear) : officialDate(issuedOn)
  return [
    names,
    {
      ...names,
      left: [line('number', [text(`Số: ${numberWords}`, sizes.number)], { format: { spaceBefore: '6pt' } }), ...mark],
      right: [
        line('place-date', [text(`${letterhead.place}, ${dateWords}`, sizes.placeDate, { italic: true })], {
          format: { spaceBefore: '6pt' },
        }),
      ],
    },
  ]
}

/** The mark of a draft, framed, under the number. */
function draftMarkLine(words: string, sizes: Sizes): ParagraphBlock {
  return line('draft-mark', [text(words, sizes.number, { bold: true })], { format: { boxed: true, spaceBefore: '9pt', spaceAfter: '6pt' } })
}
