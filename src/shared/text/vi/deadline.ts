import type { Deadline, DeadlineDoubt, Milestone, RecurrenceUnit } from '../../domain/deadline.ts'

const everyWords: Readonly<Record<RecurrenceUnit, string>> = {
  'day': 'hằng ngày',
  'week': 'hằng tuần',
  'two-weeks': '2 tuần/lần',
  'month': 'hằng tháng',
  'quarter': 'hằng quý',
  'half-year': '6 tháng/lần',
  'year': 'hằng năm',
  'event': 'khi phát sinh',
}

/** Why a milestone must be confirmed, one sentence each. */
const deadlineDoubts: Readonly<Record<DeadlineDoubt, string>> = {
  'excel-serial': 'Ô Excel mất định dạng ngày; ngày này được đổi từ số.',
  'day-month-swapped': 'Ngày và tháng có thể bị đảo chỗ.',
  'before-span': 'Hiểu là ngày liền trước khi kỳ đó bắt đầu.',
  'vague': 'Mốc ước chừng; hiểu là cả kỳ.',
  'working-days': 'Tính ngày làm việc, chưa trừ ngày lễ.',
  'reviewer-comment': 'Có lời đề xuất về thời hạn ghi kèm.',
  'partly-read': 'Còn chữ có số chưa hiểu được trong cụm này.',
  'year-of-reference': 'Năm này là của nội dung được dẫn chiếu.',
}

export const deadlineNotUnderstood = 'chưa xác định'

/** A day as the office writes it in a deadline: 30/6/2023, 05/01/2023 (decree, Phụ lục I, II.4.b: zero before a day below 10 and months 1–2). */
export function writtenDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`
}

/** The meaning of one milestone in a short phrase for the grid: "hạn 30/6/2023", "thường xuyên", "hằng quý"; a doubtful one says why. */
export function describeMilestone(milestone: Milestone): string {
  const label = milestone.label === null ? '' : ` (${milestone.label})`
  const doubt = milestone.doubt === null ? '' : ` – ${deadlineDoubts[milestone.doubt]}`
  return `${meaning(milestone)}${milestone.assumedYear && milestone.due !== null ? ' (theo năm kế hoạch)' : ''}${label}${doubt}`
}

/** All milestones of a deadline, or that nothing was understood. */
export function describeDeadline(deadline: Deadline): string {
  return deadline.milestones.length === 0 ? deadlineNotUnderstood : deadline.milestones.map(describeMilestone).join('; ')
}

function meaning(milestone: Milestone): string {
  const { kind, start, due, recurrence, relative } = milestone
  switch (kind) {
    case 'date':
    case 'by':
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'year':
      return due === null ? deadlineNotUnderstood : `hạn ${writtenDay(due)}`
    case 'period': {
      const from = start === null ? (relative === null ? '' : `từ khi ${relative.event}`) : `từ ${writtenDay(start)}`
      const to = due === null ? (from === '' ? deadlineNotUnderstood : ' trở đi') : `${from === '' ? '' : ' '}đến ${writtenDay(due)}`
      return `${from}${to}`
    }
    case 'recurring': {
      if (recurrence === null) return deadlineNotUnderstood
      const every = everyWords[recurrence.every]
      if (recurrence.month !== null && recurrence.day !== null)
        return `${every}, hạn ${due === null ? `${recurrence.day}/${recurrence.month}` : writtenDay(due)}`
      return recurrence.day === null ? every : `ngày ${recurrence.day} ${every}`
    }
    case 'continuous':
      return 'thường xuyên'
    case 'relative': {
      if (relative === null) return deadlineNotUnderstood
      if (due !== null) return `hạn ${writtenDay(due)}`
      // "Trước kỳ họp …", "Khi có hướng dẫn" say themselves when.
      if (relative.days === null)
        return /^(?:khi|trước|tại)\s/iu.test(relative.event)
          ? relative.event.charAt(0).toLowerCase() + relative.event.slice(1)
          : `sau khi ${relative.event}`
      return `${relative.days} ngày${relative.dayKind === 'working' ? ' làm việc' : ''} từ khi ${relative.event}`
    }
    case 'reference':
      return 'theo văn bản khác'
    case 'unknown':
      return deadlineNotUnderstood
    default:
      return kind satisfies never
  }
}
