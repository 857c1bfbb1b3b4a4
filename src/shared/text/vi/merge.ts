import type { MergeDifference, MergeKind, MergePlace, MergeRemark } from '../../domain/merge-difference.ts'
import type { MergeBase } from '../../ipc/merge-contract.ts'

/** The words of merging a Word file that came back. */
export const mergeText = {
  tab: 'Bản Word về',
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
    'head-changed': 'Phần đầu văn bản khác bản gửi đi (sửa ở thẻ Thông tin nếu cần)',
    'line-not-placed': 'Dòng nằm ngoài phần nội dung, chưa nhận',
    'field-renamed': 'Dòng lĩnh vực khác danh mục lĩnh vực của đơn vị, chưa nhận',
    'column-added': 'Cột mới trong phụ lục, chưa nhận',
    'column-missing': 'Cột không còn trong tệp; giữ nguyên cột của dự thảo',
    'table-not-read': 'Có một bảng không đọc được thành phụ lục nhiệm vụ',
  } satisfies Record<MergeRemark['code'], string>,
  conflict: 'Mâu thuẫn',
  applied: (count: number) => `Đã nhận ${count} thay đổi từ bản Word.`,
  nothing: 'Tệp này không khác dự thảo.',
} as const

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
