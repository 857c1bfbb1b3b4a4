import { officialNumber } from '#shared/decree/official-words.ts'
import { linesByAgency, type UrgingLetter } from '#shared/domain/urging-letter.ts'
import { writeDay } from '#shared/language/day.ts'
import { fileNameOf } from '#shared/text/vi/export.ts'
import { urgingText } from '#shared/text/vi/urging.ts'

/** "Công văn 05-SNV-CCHC đôn đốc - Sở Tư pháp - 10.07.2023.docx". */
export function letterFileName(
  { paper, number, sentOn }: Pick<UrgingLetter, 'paper' | 'number' | 'sentOn'>,
  format: 'docx' | 'pdf',
): string {
  const agencies = linesByAgency(paper.lines)
  const to = agencies.length === 1 ? (agencies[0]?.name ?? '') : urgingText.manyAgencies(agencies.length)
  const of = number === null ? null : officialNumber(number, paper.symbol).replaceAll('/', '-')
  return `${fileNameOf([urgingText.fileStem(of, to), writeDay(sentOn ?? paper.judgedOn).replaceAll('/', '.')])}.${format}`
}
