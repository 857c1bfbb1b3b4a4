import { decree } from '../decree/decree.ts'
import { officialDate } from '../decree/official-words.ts'
import type { Day, Moment } from '../domain/identifier.ts'
import { linesByAgency, type UrgingLine } from '../domain/urging-letter.ts'
import type { OfficialDocument } from './blocks.ts'
import type { DocumentNotice } from './notice.ts'
import { urgingTable } from './urging-table.ts'
import { TABLE_SIZE, workingSection, workingTitle } from './working-paper.ts'

/** What the office's own list of what is owed is made of. */
export interface DueListRecords {
  readonly year: number
  readonly judgedOn: Day
  /** The office in a sentence, for the file's properties. */
  readonly office: string
  readonly lines: readonly UrgingLine[]
  readonly stamp: Moment
}

/**
 * "Danh sách nhiệm vụ quá hạn": what is owed under each agency, with the reason reported. A working paper: no national header, number or signature. Its
 * rows are those of the letters.
 */
export function buildDueListPaper({ year, judgedOn, office, lines, stamp }: DueListRecords): {
  readonly document: OfficialDocument
  readonly notices: readonly DocumentNotice[]
} {
  const overdue = lines.every(({ kind }) => kind === 'overdue')
  const title = overdue ? 'Danh sách nhiệm vụ quá hạn chưa hoàn thành' : 'Danh sách nhiệm vụ cần đôn đốc'
  const agencies = linesByAgency(lines)
  const { section, notices } = workingSection(
    'due-list',
    workingTitle(
      title,
      `cải cách hành chính năm ${year}`,
      `(Tính đến ${officialDate(judgedOn)}: ${lines.length} đầu việc của ${agencies.length} cơ quan, đơn vị)`,
    ),
    urgingTable(lines, TABLE_SIZE, { grouped: true, counting: false }),
    overdue ? 'Không có đầu việc nào quá hạn.' : 'Không có đầu việc nào cần đôn đốc.',
    [],
  )
  return {
    document: {
      metadata: { title, author: office, stamp, draftMark: null },
      font: decree.page.font.value,
      sections: [section],
      footnoteFormat: { size: '10pt', align: 'both', lineSpacing: 1 },
    },
    notices,
  }
}
