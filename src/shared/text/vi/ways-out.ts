import type { AppErrorCode } from '../../app-error.ts'

/** Buttons beside a failure that lead to the place where it can be mended; a failure mended elsewhere has none. */
export const waysOut = {
  'not-allowed': 'Chọn người dùng',
  'record-not-found': 'Tải lại danh sách',
  'record-changed-meanwhile': 'Xem bản mới',
  'nothing-to-undo': 'Xem nhật ký',
  'nothing-to-redo': 'Xem nhật ký',
  'undo-blocked': 'Xem nhật ký',
  'undo-barrier': 'Mở thẻ Ban hành',
  'plan-not-editable': 'Mở thẻ Ban hành',
  'plan-move-not-allowed': 'Mở thẻ Ban hành',
  'issue-data-missing': 'Mở thẻ Thông tin',
  'task-without-lead': 'Xem việc chưa phân công',
  'plan-not-found-for-year': 'Nhập kế hoạch',
  'document-number-taken': 'Xem danh sách văn bản',
  'agency-not-active': 'Xem cơ quan này',
  'agency-not-found': 'Xem danh sách đơn vị',
  'handed-over': 'Mở Cài đặt › Dữ liệu',
  'sent-back': 'Mở Cài đặt › Dữ liệu',
} as const satisfies Partial<Record<AppErrorCode, string>>

export type CodeWithWay = keyof typeof waysOut
