import type { MergeDifference, MergeKind, MergePlace, MergeRemark } from '../../domain/merge-difference.ts'
import type { MergeBase, MergeReading } from '../../ipc/merge-contract.ts'

/** The words of merging a Word file that came back. */
export const mergeText = {
  reading: 'Đang đọc tệp Word',
  comparing: 'Đang đối chiếu',
  kinds: {
    'edited': 'Sửa lời',
    'level': 'Đổi cấp',
    'added': 'Thêm',
    'removed': 'Bỏ',
    'moved': 'Chuyển chỗ',
    'split': 'Tách câu',
    'joined': 'Gộp câu',
    'cell': 'Sửa ô',
    'row-added': 'Thêm dòng',
    'row-removed': 'Bỏ dòng',
    'row-moved': 'Chuyển dòng',
    'table-added': 'Thêm bảng',
    'table-removed': 'Bỏ bảng',
  } satisfies Record<MergeKind, string>,
  remarks: {
    'end-missing': 'Tệp có thể chỉ còn một phần (bị cắt, chép thiếu): không có phần cuối, từ câu',
    'head-changed': 'Phần đầu văn bản khác bản gửi đi (sửa ở thẻ Thông tin nếu cần)',
    'line-not-placed': 'Dòng nằm ngoài phần nội dung, chưa nhận',
    'field-renamed': 'Dòng lĩnh vực khác danh mục lĩnh vực của đơn vị, chưa nhận',
    'column-added': 'Cột mới trong phụ lục, chưa nhận',
    'column-missing': 'Cột không còn trong tệp; giữ nguyên cột của dự thảo',
    'table-not-read': 'Có một bảng không đọc được thành phụ lục nhiệm vụ',
  } satisfies Record<MergeRemark['code'], string>,
  conflict: 'Mâu thuẫn',
  applied: (count: number): string => `Đã nhận ${count} thay đổi từ bản Word.`,
  nothing: 'Tệp này không khác dự thảo: không có gì phải nhận.',
  nothingHere: 'Không có thay đổi nào thuộc loại này.',
  locked: 'Kế hoạch đang khóa nên không nhận được bản Word.',
  lockedWayOut: 'Đưa kế hoạch về soạn thảo ở thẻ “Dự thảo & ban hành”, hoặc lập bản điều chỉnh.',
  stop: 'Dừng',
  choose: 'Chọn tệp Word…',
  dropHere: 'Kéo tệp Word đã sửa thả vào đây',
  dropNow: 'Thả tệp để đọc',
  oneFile: 'Mỗi lần chỉ đọc một tệp: thả từng tệp một.',
  notAFile: 'Thứ vừa thả không phải tệp trên máy này. Lưu tệp về máy rồi thả lại, hoặc bấm “Chọn tệp Word…”.',
  formats: 'Tệp .docx đã xuất từ kế hoạch này (cả kế hoạch hoặc riêng phụ lục), do Word, LibreOffice hay WPS lưu lại.',
  hideFailure: 'Đóng thông báo',
  how: 'Bản Word về được nhận thế nào',
  steps: [
    'Xuất tệp Word ở thẻ “Dự thảo & ban hành”, gửi đi góp ý; người nhận sửa trực tiếp, bật hay không bật theo dõi thay đổi đều được.',
    'Khi tệp quay về, thả vào đây: từng câu, chú thích, dòng phụ lục được dò lại với câu đã gửi đi, nhiệm vụ gắn với câu không bị rời ra.',
    'Xem từng thay đổi, nhận hoặc bỏ. Chỗ dự thảo và tệp cùng sửa thì chọn một bên. Chưa bấm “Áp dụng” thì chưa ghi gì; áp dụng rồi vẫn hoàn tác được.',
  ],
  another: 'Đọc tệp khác',
  compareWith: 'So với dự thảo lần…',
  filter: 'Lọc thay đổi',
  filters: {
    all: (count: number): string => `Tất cả (${count})`,
    conflict: (count: number): string => `Mâu thuẫn (${count})`,
    text: (count: number): string => `Văn bản (${count})`,
    appendix: (count: number): string => `Phụ lục (${count})`,
    comments: (count: number): string => `Góp ý (${count})`,
  },
  summary: (all: number, taken: number, left: number, open: number): string =>
    `${all} thay đổi · ${taken} nhận · ${left} bỏ${open === 0 ? '' : ` · ${open} chưa chọn`}`,
  takeAll: 'Nhận hết',
  leaveAll: 'Bỏ hết',
  apply: (count: number): string => `Áp dụng ${count} thay đổi`,
  working: 'đang ghi',
  nothingTaken: 'chưa nhận thay đổi nào',
  remarked: (count: number): string => `${count} chỗ trong tệp chỉ báo để biết, không nhận tự động`,
  list: 'Các thay đổi trong tệp Word',
  keys: '↑↓ · Space nhận · A/R tất cả',
  mine: 'Dự thảo hiện tại',
  theirs: 'Bản Word về',
  absent: '(không có)',
  empty: '(trống)',
  follows: (words: string): string => (words === '' ? 'Đứng đầu' : `Đứng sau “${words}”`),
  levelChanged: '(đổi cấp gạch đầu dòng)',
  by: (authors: readonly string[]): string => `Người sửa: ${authors.join(', ')}`,
  someone: 'Người góp ý',
  take: (where: string, kind: string): string => `Nhận thay đổi: ${where}, ${kind}`,
  states: { taken: 'Sẽ nhận', left: 'Bỏ qua', open: 'Cần chọn một bên' },
  goThere: 'Đến chỗ này',
  asSent: 'Lúc gửi đi:',
  keepMine: 'Giữ dự thảo',
  takeTheirs: 'Lấy theo bản Word',
  noComments: 'Tệp này không có góp ý (comment) nào.',
  commentsOf: 'Góp ý trong tệp',
} as const

/** One comment of the file, with the words it stands at. */
export function wordMergeComment({ author, text, at }: MergeReading['comments'][number]): string {
  return `Góp ý của ${author === '' ? 'người không ghi tên' : author}${at === '' ? '' : ` tại “${at}”`}: ${text}`
}

/** What the file is compared with, in words; `showMoment` writes a moment in the machine's own time. */
export function wordMergeBase(base: MergeBase, showMoment: (moment: string) => string): string {
  switch (base.kind) {
    case 'sent':
      return base.sentAt === null ? 'So với bản đã gửi đi.' : `So với bản đã xuất lúc ${showMoment(base.sentAt)}.`
    case 'round':
      return `So với ${base.name}.`
    case 'none':
      return 'Không rõ tệp này xuất từ bản nào: chỉ so được với dự thảo hiện tại, không biết bên nào sửa sau.'
    default:
      return base satisfies never
  }
}

/** Where a difference stands, in words: "II.3.6", "Chú thích · II.3.6", "Phụ lục I.2 · Thời hạn". */
export function wordMergePlace({ what, address, column }: MergePlace): string {
  const at = address === '' ? '' : ` ${address}`
  switch (what) {
    case 'sentence':
      return address === '' ? 'Nội dung' : address
    case 'footnote':
      return `Chú thích${at}`
    case 'subject':
      return 'Trích yếu'
    case 'recipients':
      return 'Nơi nhận'
    case 'signature':
      return 'Chữ ký'
    case 'appendix-title':
      return 'Tên phụ lục'
    case 'column-title':
      return `Tên cột · ${column ?? ''}`
    case 'row':
      return column === null ? `Phụ lục${at}` : `Phụ lục${at} · ${column === '' ? 'Nhóm' : column}`
    case 'table':
      return address === '' ? 'Phụ lục' : `Phụ lục: ${address}`
    default:
      return what satisfies never
  }
}

/** A difference as a line of the command line. */
export function wordMergeDifference({ kind, place, before, after, conflict, follows }: MergeDifference): string {
  const words =
    follows !== null
      ? `${before ?? ''} ⇒ sau “${follows.after}”`
      : before === null || after === null
        ? (before ?? after ?? '')
        : `${before} → ${after}`
  return `[${wordMergePlace(place)}] ${mergeText.kinds[kind]}${conflict ? ` (${mergeText.conflict})` : ''}: ${words.replaceAll('\n', ' ⏎ ')}`
}
