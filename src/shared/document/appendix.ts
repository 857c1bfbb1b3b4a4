import { decree } from '../decree/decree.ts'
import { blankDate, blankNumber, officialDate, officialNumber } from '../decree/official-words.ts'
import type { Sizes } from '../decree/size-set.ts'
import type { AgencyRegistry } from '../domain/agency.ts'
import type { Field } from '../domain/field.ts'
import type { Appendix, Task } from '../domain/task.ts'
import { toRoman } from '../language/roman.ts'
import type { ParagraphBlock, RuleBlock, Section } from './blocks.ts'
import type { NumberAndDate } from './letterhead.ts'
import { SHORT_RULE } from './letterhead.ts'
import type { DocumentNotice } from './notice.ts'
import { page, textHeightOf, textWidthOf } from './page-layout.ts'
import { line, ruleUnder, text } from './paragraph.ts'
import { fittedTable } from './table.ts'
import { taskTable } from './task-table.ts'
import { textWidth } from './text-width.ts'

/** What an appendix needs to know of the paper that it belongs to. */
export interface AppendixPlace {
  /** From 1. */
  readonly ordinal: number
  /** Appendices of the paper: with one, "Phụ lục" has no number (decree I.III.1.a). */
  readonly count: number
  readonly attachment: string
}

/**
 * "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Lạng Sơn)". Filled in on a paper copy that has its number;
 * else the places stay blank (decree I.III.1.c).
 * @param type "Kế hoạch" or "Quyết định"
 */
export function attachmentLine(type: string, issuer: string, numberAndDate: NumberAndDate, copy: 'paper' | 'electronic'): string {
  const { number, symbol, issuedOn, expectedYear } = numberAndDate
  const onPaper = copy === 'paper'
  const numberWords = onPaper && number !== null ? officialNumber(number, symbol) : blankNumber(symbol)
  const dateWords = !onPaper ? blankDate(null) : issuedOn === null ? blankDate(expectedYear) : officialDate(issuedOn)
  return `(Kèm theo ${type} số ${numberWords} ${dateWords} của ${issuer})`
}

/** The attachment line with the short rule under it (forms 1.3, 2.1 and 2.2). */
export function attachmentBlocks(words: string, sizes: Sizes, width: number): readonly (ParagraphBlock | RuleBlock)[] {
  const italic = { italic: true } as const
  // Too long for one line, it is parted before the issuer: a name is not torn.
  const issuerAt = words.lastIndexOf(' của ')
  const lines =
    textWidth(words, sizes.title, 'italic') <= width || issuerAt < 0 ? [words] : [words.slice(0, issuerAt), words.slice(issuerAt + 1)]
  const runs = lines.flatMap((piece, index) => [
    ...(index === 0 ? [] : [{ kind: 'line-break' } as const]),
    text(piece, sizes.title, italic),
  ])
  return [
    line('attachment-line', runs, { format: { keepWithNext: true } }),
    ruleUnder(lines.at(-1) ?? '', sizes.title, italic, width, SHORT_RULE, '12pt'),
  ]
}

/** An appendix as a section of its own: number, title, attachment line, table. Its pages count from 1 (decree I.III.1). */
export function appendixSection(
  appendix: Appendix,
  tasks: readonly Task[],
  fields: readonly Field[],
  registry: AgencyRegistry,
  sizes: Sizes,
  place: AppendixPlace,
): { readonly section: Section; readonly notices: readonly DocumentNotice[] } {
  const empty = page(`appendix-${place.ordinal}`, appendix.orientation, sizes.pageNumber)
  const width = textWidthOf(empty)
  const bold = { bold: true } as const
  const { word } = decree.appendix.number.value
  const own = tasks.filter((task) => task.appendixId === appendix.id)
  const { table, splitting } = fittedTable(taskTable(appendix, own, fields, registry, sizes.cell), width, textHeightOf(empty))
  const keep = { keepWithNext: true } as const
  return {
    section: {
      ...empty,
      blocks: [
        line('appendix-number', [text(place.count > 1 ? `${word} ${toRoman(place.ordinal)}` : word, sizes.appendixNumber, bold)], {
          sourceId: appendix.id,
          format: keep,
        }),
        ...(appendix.title === ''
          ? []
          : [line('appendix-title', [text(appendix.title.toLocaleUpperCase('vi'), sizes.title, bold)], { format: keep })]),
        ...attachmentBlocks(place.attachment, sizes, width),
        table,
      ],
    },
    notices: splitting.map(({ sourceId, cells }) => ({
      code: 'row-splits',
      sourceId: sourceId ?? '',
      excerpt: excerptOf(cells.flatMap(({ paragraphs }) => paragraphs)),
    })),
  }
}

/** First words of the longest paragraph: enough to find the row. */
function excerptOf(paragraphs: readonly ParagraphBlock[]): string {
  const words = paragraphs.map(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : ' ')).join(''))
  return words.reduce((longest, one) => (one.length > longest.length ? one : longest), '').slice(0, 60)
}
