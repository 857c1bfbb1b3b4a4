import { lightNames } from './light.ts'
import { writeDay } from '../../language/day.ts'
import type { TimelineDue } from '../../domain/timeline.ts'

/** Words of the screen "Dòng thời gian". */
export const timelineText = {
  tab: 'Dòng thời gian',
  title: (year: number, day: string): string => `Dòng thời gian năm ${year}, tính đến ngày ${writeDay(day)}`,
  print: 'In khổ A4 ngang',
  table: 'Mười hai tháng của năm',
  task: 'Nhiệm vụ',
  month: (month: number): string => `T${month}`,
  monthName: (month: number): string => `Tháng ${month}`,
  noField: 'Chưa xếp lĩnh vực',
  empty: 'Năm này chưa có nhiệm vụ',
  emptyText: 'Khi kế hoạch của năm có nhiệm vụ, mỗi nhiệm vụ là một dòng từ ngày giao đến ngày đến hạn.',
  openPlans: 'Đến Kế hoạch',
  today: (day: string): string => `Ngày ${writeDay(day)}`,
  legend: {
    label: 'Chú giải',
    bar: 'từ khi giao đến hạn',
    tail: 'phần gia hạn',
    mark: 'một kỳ của việc định kỳ',
    whole: 'không có ngày cuối',
  },
  count: (rows: number): string => `${rows} nhiệm vụ`,
} as const

/** One line on what is due: "Quý II/2023: hạn 30/06/2023, gia hạn đến 15/07/2023 – Quá hạn 12 ngày; 25/31 đơn vị xong". */
export function describeTimelineDue({ label, period, firstDue, due, light, daysLate, done, total }: TimelineDue): string {
  const what = [label, period].filter((part) => part !== null && part !== '').join(', ')
  const day =
    due === null || firstDue === null
      ? 'không có ngày cuối'
      : due === firstDue
        ? `hạn ${writeDay(due)}`
        : `hạn ${writeDay(firstDue)}, gia hạn đến ${writeDay(due)}`
  const late = light === 'overdue' && daysLate > 0 ? ` ${daysLate} ngày` : ''
  return `${what === '' ? '' : `${what}: `}${day} – ${lightNames[light]}${late}${total > 1 ? `; ${done}/${total} đơn vị xong` : ''}`
}
