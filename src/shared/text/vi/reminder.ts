import type { Reminder } from '../../domain/reminders.ts'
import type { DueKind } from '../../domain/due-list.ts'

const kinds: Readonly<Record<DueKind, string>> = { 'overdue': 'quá hạn', 'due-soon': 'sắp đến hạn', 'silent': 'chưa cập nhật' }

/** Words of the day's reminders: in "Tổng quan", in the tray, in the system's notices, in "Cài đặt". */
export const reminderText = {
  title: (year: number): string => `Việc cần nhắc hôm nay, năm ${year}`,
  line: ({ kind, tasks }: Reminder): string => `${tasks} nhiệm vụ ${kinds[kind]}`,
  beside: ({ shares, agencies, daysLate }: Reminder): string =>
    `${daysLate > 0 ? `lâu nhất ${daysLate} ngày, ` : ''}${shares} lượt chủ trì của ${agencies} đơn vị`,
  none: 'Không có việc nào quá hạn, sắp đến hạn hay lâu chưa cập nhật.',
  urge: 'Soạn công văn đôn đốc',
  openDashboard: 'Mở bảng điều hành',
  notice: (reminders: readonly Reminder[]): string => reminders.map(({ kind, tasks }) => `${tasks} nhiệm vụ ${kinds[kind]}`).join(', '),
  tray: { tip: 'Bàn làm việc CCHC', open: 'Mở', today: 'Nhắc việc hôm nay', quit: 'Thoát' },
  settings: {
    title: 'Nhắc việc',
    notify: 'Báo việc cần nhắc trên màn hình máy tính, mỗi ngày một lần',
    notifyHint: 'Khi chương trình mở và mỗi ngày nó còn mở. Không gửi gì ra khỏi máy này.',
    keepInTray: 'Khi đóng cửa sổ, giữ chương trình ở khay hệ thống (cạnh đồng hồ)',
    keepInTrayHint: 'Để được nhắc cả khi không mở cửa sổ. Thoát hẳn bằng mục “Thoát” của biểu tượng ở khay.',
    noTray: 'Máy này không có khay hệ thống để đặt biểu tượng.',
  },
} as const
