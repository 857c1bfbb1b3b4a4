import type { ComparedItem, ComparedPart, ComparisonCounts, FormPlace } from '../../domain/comparison.ts'
import type { CompareChoice } from '../../ipc/compare-contract.ts'
import { writeDay } from '../../language/day.ts'
import { planText } from './plan.ts'

const places: Readonly<Record<FormPlace, string>> = {
  'year': 'Năm',
  'legal-form': 'Hình thức ban hành',
  'superior': 'Cơ quan cấp trên',
  'issuer': 'Cơ quan ban hành',
  'number': 'Số, ký hiệu',
  'place': 'Địa danh',
  'issued-on': 'Ngày ban hành',
  'subject': 'Trích yếu',
  'recipients': 'Nơi nhận',
  'signature-authority': 'Thẩm quyền ký',
  'signature-title': 'Chức vụ người ký',
  'signature-name': 'Người ký',
}

const parts: Readonly<Record<ComparedPart, string>> = { form: 'Thể thức', text: 'Nội dung', appendix: 'Phụ lục' }

/** Words of comparing two states of a plan, or two plans. */
export const compareText = {
  title: 'So sánh',
  left: 'Bản trước',
  right: 'Bản sau',
  swap: 'Đổi hai bên',
  layout: 'Cách xem',
  layouts: { both: 'Hai bên', one: 'Một cột' },
  extent: 'Phạm vi',
  extents: { changes: 'Chỗ khác', all: 'Toàn văn' },
  next: 'Chỗ khác tiếp theo',
  previous: 'Chỗ khác trước đó',
  at: (place: number, of: number): string => `${place}/${of}`,
  currentOf: (place: number, of: number): string => `Chỗ khác thứ ${place} trong ${of}`,
  noDifference: 'Hai bản không khác nhau chữ nào.',
  nothingOfKind: 'Không có chỗ khác nào thuộc loại đang lọc.',
  sameSide: 'Đang chọn một bản ở cả hai bên. Chọn bản khác để so sánh.',
  nothingToCompare: 'Chưa có gì để so sánh',
  nothingToCompareText:
    'Lưu một lần dự thảo ở thẻ “Dự thảo & ban hành”, hoặc nhập kế hoạch của năm khác: hai bản bất kỳ sẽ xem được cạnh nhau, từng chữ, từng ô.',
  toRounds: 'Mở “Dự thảo & ban hành”',
  all: 'Tất cả',
  kinds: { edited: 'Sửa', added: 'Thêm', removed: 'Bỏ', moved: 'Chuyển chỗ', relevelled: 'Đổi cấp', typing: 'Chỉ khác cách gõ' },
  kindHints: {
    edited: 'Chữ khác nhau',
    added: 'Chỉ có ở bản sau',
    removed: 'Chỉ có ở bản trước',
    moved: 'Đứng ở chỗ khác',
    relevelled: 'Cùng chữ nhưng là loại mục khác',
    typing: 'Khác dấu cách, cách bỏ dấu (oà, òa), bảng mã; chữ in ra như nhau',
  },
  countsLabel: 'Số chỗ khác theo loại',
  list: 'Các chỗ khác nhau',
  parts,
  places,
  movedFrom: (way: NonNullable<ComparedItem['moved']>, address: string): string =>
    `${way === 'up' ? 'chuyển lên' : way === 'down' ? 'chuyển xuống' : 'chuyển'}${address === '' ? '' : ` từ ${address}`}`,
  movedTo: (address: string): string => (address === '' ? 'Đã chuyển đi.' : `Đã chuyển đến ${address}.`),
  goThere: 'Xem chỗ mới',
  relevelled: (from: string, to: string): string => `${from} → ${to}`,
  before: 'Trước',
  after: 'Sau',
  empty: '(để trống)',
  absent: '(không có)',
  subgroup: 'Nhóm',
  columns: 'Các cột của bảng',
  field: 'Lĩnh vực',
  noField: 'Nhiệm vụ khác',
  saveDocx: 'Lưu bản so sánh Word…',
  savePdf: 'Lưu bản so sánh PDF…',
  docxHint: 'Tệp Word có dấu sửa (Track Changes): chấp nhận hết thành bản sau, từ chối hết thành bản trước.',
  untitled: planText.untitled,
  comparing: 'Đang so sánh',
  command: 'So sánh hai bản bất kỳ: A, B là năm, mã kế hoạch, mã lần dự thảo hoặc tệp Word (.docx); A là bản trước.',
  commandOut: 'ghi bản so sánh: Word có dấu sửa (.docx) hoặc PDF (.pdf)',
  counted: (counts: ComparisonCounts): string =>
    `Sửa ${counts.edited}, thêm ${counts.added}, bỏ ${counts.removed}, chuyển chỗ ${counts.moved}, đổi cấp ${counts.relevelled}, chỉ khác cách gõ ${counts.typing}.`,
  /** Whose the tracked changes in a Word file are. */
  author: 'Bàn làm việc CCHC',
  paper: (year: number, number: string | null, round: number | null): string =>
    `Kế hoạch CCHC năm ${year}${number === null ? '' : ` số ${number}`}${round === null ? '' : ` dự thảo lần ${round}`}`,
  /** At the head of a printed comparison. */
  note: (before: string, after: string): readonly string[] => [
    `BẢN SO SÁNH. Bản trước: ${before}. Bản sau: ${after}.`,
    'Chữ gạch chân: thêm ở bản sau. Chữ gạch ngang: bỏ khỏi bản trước.',
  ],
  /** "Dự thảo lần 2 (lấy ý kiến sở ngành)". */
  nameOf: ({ round, status, number, issuedOn, year, relation }: CompareChoice): string => {
    const version =
      round !== null
        ? `Dự thảo lần ${round.ordinal}${round.name === `Dự thảo lần ${round.ordinal}` ? '' : ` · ${round.name}`}`
        : number !== null
          ? `Bản ban hành số ${number}${issuedOn === null ? '' : ` ngày ${writeDay(issuedOn)}`}`
          : `Bản hiện tại (${planText.status[status].toLocaleLowerCase('vi')})`
    return relation === 'other' ? `Năm ${year} · ${version}` : version
  },
  groupOf: ({ relation, subject, year }: CompareChoice): string =>
    relation === 'own' ? 'Kế hoạch này' : relation === 'version' ? 'Các bản điều chỉnh' : subject === '' ? `Kế hoạch năm ${year}` : subject,
} as const

/** What an item is called: "II.3.6", "II.3.6, cước chú 1", "mục II, nhiệm vụ 3". */
export function nameItem({ noun, form, before, after, leftBehind }: ComparedItem): string {
  const place = leftBehind ? before : (after ?? before)
  const { address = '', label = '', kind = null } = place ?? {}
  switch (noun) {
    case 'form':
      return form === null ? '' : places[form]
    case 'sentence':
      return address !== '' ? address : kind === null ? '' : planText.kinds[kind]
    case 'footnote':
      return `${address === '' ? '' : `${address}, `}cước chú ${label}`
    case 'appendix':
      return label === '' ? 'Phụ lục' : `Phụ lục ${label}`
    case 'columns':
      return compareText.columns
    case 'field':
      return `Mục ${label}`
    case 'row':
      return `Mục ${address}, nhiệm vụ ${label}`
    default:
      return noun satisfies never
  }
}

/** Where an item stood or stands, for "chuyển từ …". */
export function namePlace(noun: ComparedItem['noun'], place: ComparedItem['before']): string {
  if (place === null) return ''
  return noun === 'row' ? `mục ${place.address}, nhiệm vụ ${place.label}` : place.address
}

/** "So sánh Kế hoạch CCHC năm 2023 dự thảo lần 1 - Kế hoạch CCHC năm 2023"; what Windows takes no name with is left out. */
export function comparisonFileName(before: string, after: string): string {
  return `${compareText.title} ${before} - ${after}`
    .replaceAll('/', '-')
    .replace(/[<>:"\\|?*\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
