import type { CitationFinding } from '../../domain/citation-finding.ts'
import type { CitationStanding } from '../../domain/cited-document.ts'
import type { CitingAddress } from '../../domain/citing-text.ts'
import { writeDay } from '../../language/day.ts'

/** Words of the registry of cited documents and of the checks of citations. */
export const citationText = {
  anyDocument: 'Văn bản',
  severities: { alarm: 'Cần sửa', hint: 'Nên xem lại', offer: 'Có thể viết theo quy định' },
  counted: (mentions: number, alarms: number, hints: number, offers: number): string =>
    `${mentions} viện dẫn: ${alarms} chỗ cần sửa, ${hints} chỗ nên xem lại, ${offers} chỗ có thể viết theo quy định.`,
  registered: (count: number): string => `${count} văn bản trong sổ.`,
  registryLine: (line: string, standing: string, plans: number, places: number): string =>
    `${line} [${standing}; ${places} chỗ trong ${plans} kế hoạch]`,
  unregisteredLine: (type: string, symbol: string, day: string | null): string =>
    `  ${type} số ${symbol}${day === null ? '' : ` ngày ${day}`}`,
  unregisteredCount: (count: number): string => `${count} văn bản được viện dẫn mà chưa ghi nhận:`,
  /** How offices title the columns of their own lists, for reading what is pasted; compared without accents and case. */
  pasteTitles: {
    type: ['Loại', 'Loại văn bản', 'Tên loại', 'Tên loại văn bản', 'Hình thức'],
    symbol: ['Số, ký hiệu', 'Số/ký hiệu', 'Số ký hiệu', 'Số hiệu', 'Số, kí hiệu', 'Ký hiệu', 'Số văn bản', 'Văn bản', 'Số'],
    issuedOn: ['Ngày ban hành', 'Ngày', 'Ngày, tháng, năm', 'Ngày tháng', 'Ngày văn bản', 'Ngày tháng năm ban hành', 'Thời gian ban hành'],
    issuer: ['Cơ quan ban hành', 'Nơi ban hành', 'Đơn vị ban hành', 'Cơ quan', 'Tác giả'],
    title: ['Trích yếu', 'Trích yếu nội dung', 'Tên văn bản', 'Nội dung', 'Về việc', 'Tên loại và trích yếu nội dung'],
    validFrom: ['Có hiệu lực từ', 'Ngày có hiệu lực', 'Hiệu lực từ', 'Ngày hiệu lực'],
    expiredFrom: ['Hết hiệu lực từ', 'Ngày hết hiệu lực', 'Hết hiệu lực'],
    note: ['Ghi chú'],
  },
} as const

/** Where a citation stands: "II.3.6, cước chú 1", "Phụ lục, Cải cách thể chế, dòng 3". */
export function sayCitingAddress({ address, kind, footnote, stt }: CitingAddress): string {
  const unnumbered: Readonly<Record<string, string>> = { opening: 'Câu mở đầu', 'legal-basis': 'Căn cứ', closing: 'Câu kết' }
  if (stt !== null) return ['Phụ lục', address, `dòng ${stt}`].filter((part) => part !== '').join(', ')
  const place = address === '' ? (unnumbered[kind] ?? 'Đoạn không đánh số') : address
  return footnote === null ? place : `${place}, cước chú ${footnote}`
}

/** One sentence about a finding. */
export function sayFinding({
  code,
  match,
  symbol,
  known,
  day,
}: Pick<CitationFinding, 'code' | 'match' | 'symbol' | 'known' | 'day'>): string {
  const on = day === null ? '' : ` từ ngày ${writeDay(day)}`
  switch (code) {
    case 'day-word-missing':
      return `Thiếu chữ “ngày” trước ${match}.`
    case 'date-form':
      return `Ngày viết “${match}”; cách viết thống nhất trong văn bản là “${known ?? ''}”.`
    case 'date-words':
      return `Ngày viết khác kiểu với các viện dẫn khác: “${match}”; thống nhất là “${known ?? ''}”.`
    case 'date-impossible':
      return `Không có ngày này: “${match}”.`
    case 'date-differs':
      return `${symbol}: ngày “${match}” khác ngày đã biết, “${known ?? ''}”.`
    case 'issuer-differs':
      return `${symbol}: cơ quan ban hành “${match}” khác sổ, “${known ?? ''}”.`
    case 'type-does-not-fit':
      return `Ký hiệu ${symbol} là của ${(known ?? '').toLocaleLowerCase('vi')}, không phải “${match}”.`
    case 'symbol-near':
      return `Trong sổ không có “${match}”; gần giống ${known ?? ''} (cùng nội dung hoặc cùng ngày).`
    case 'expired':
      return `${symbol} hết hiệu lực${on}.`
    case 'replaced':
      return known === null ? `${symbol} đã bị thay thế${on}.` : `${symbol} đã bị thay thế${on} bởi ${known}.`
    case 'not-yet':
      return `${symbol} chưa có hiệu lực: có hiệu lực${on}.`
    case 'unknown':
      return known === null ? `${symbol} chưa ghi nhận trong sổ.` : `${symbol} chưa ghi nhận trong sổ; gần giống ${known}.`
    case 'ambiguous':
      return `Trong sổ có nhiều văn bản mang số, ký hiệu ${symbol}; câu này không ghi ngày nên chưa rõ là văn bản nào.`
    case 'issuer-does-not-fit':
      return `Văn bản ${symbol} do ${known ?? ''} ban hành, câu này ghi “${match}”.`
    case 'number-word-missing':
      return `Thiếu chữ “số” trước ${match}.`
    case 'symbol-form':
      return `Số, ký hiệu viết “${match}”; viết liền là “${known ?? ''}”.`
    case 'write-in-full':
      return `Viện dẫn lần đầu: ghi đầy đủ là “${known ?? ''}”.`
    case 'write-short':
      return `Đã viện dẫn đầy đủ ở trên: chỉ cần ghi “${known ?? ''}”.`
    default:
      return code satisfies never
  }
}

/** How a document stands, in one word or two. */
export const standingNames: Readonly<Record<CitationStanding['kind'], string>> = {
  'in-force': 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  expired: 'Hết hiệu lực',
  replaced: 'Đã bị thay thế',
  unknown: 'Chưa kiểm chứng',
}
