import type { DocumentNotice } from '../../document/notice.ts'
import { writeDay } from '../../language/day.ts'

export type ExportedPaper = 'plan' | 'appendix' | 'agency-list' | 'member-table' | 'leader-reading'

const papers: Readonly<Record<ExportedPaper, string>> = {
  'plan': 'Kế hoạch CCHC',
  'appendix': 'Phụ lục Kế hoạch CCHC',
  'agency-list': 'Danh mục nhiệm vụ',
  'member-table': 'Bảng phân công thành viên',
  'leader-reading': 'Bản đọc Kế hoạch CCHC',
}

/** Words of saving papers to files. */
export const exportText = {
  wordFile: 'Văn bản Word',
  pdfFile: 'Tệp PDF',
  excelFile: 'Bảng tính Excel',
  planFiles: 'Kế hoạch (Word, văn bản)',
  appendixFiles: 'Phụ lục (Word, Excel)',
  signedFiles: 'Bản đã ký (PDF)',
  reading: 'Đang đọc tệp',
  building: 'Đang dựng văn bản',
  writing: 'Đang ghi tệp',
} as const

export interface FileNameParts {
  readonly what: ExportedPaper
  readonly year: number
  /** "05-KH-UBND", or null before issue. */
  readonly number: string | null
  /** Number of the draft round, or null. */
  readonly round: number | null
  /** The agency or member it is for, or null. */
  readonly of: string | null
  /** Date of issue, of the round, or today. */
  readonly day: string
}

/** "Kế hoạch CCHC năm 2023 - Dự thảo lần 2 - 05.01.2023": type, year, round, date; what Windows takes no name with is left out. */
export function exportFileName({ what, year, number, round, of, day }: FileNameParts): string {
  const parts = [
    `${papers[what]} năm ${year}`,
    ...(of === null ? [] : [of]),
    ...(number === null ? [] : [`số ${number}`]),
    ...(round === null ? [] : [`Dự thảo lần ${round}`]),
    writeDay(day).replaceAll('/', '.'),
  ]
  return fileNameOf(parts)
}

/** Parts of a file's name, what Windows takes no name with left out. */
export function fileNameOf(parts: readonly string[]): string {
  return parts
    .join(' - ')
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A sentence for what a person should know of a paper that was made. */
export function wordNotice(notice: DocumentNotice): string {
  switch (notice.code) {
    case 'row-splits':
      return `Hàng “${notice.excerpt}…” dài hơn một trang nên được ngắt sang trang sau; không mất chữ nào.`
    case 'appendix-not-referenced':
      return 'Nội dung kế hoạch chưa dẫn đến phụ lục: thêm câu “(Có phụ lục … kèm theo).”'
    case 'letters-without-shape':
      return `Phông chữ của trang in không có ký tự ${notice.letters.join(' ')}: chỗ đó in ra ô vuông. Hãy thay ký tự khác.`
    default:
      return notice satisfies never
  }
}
