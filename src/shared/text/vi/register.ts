import type { RegisterTask } from '../../domain/register.ts'
import { lightNames, staleName } from './light.ts'

/** Words of the register of a year's tasks. */
export const registerText = {
  section: 'Nhiệm vụ',
  tabsLabel: 'Các màn hình của nhiệm vụ trong năm',
  tabs: { list: 'Danh sách' },
  year: 'Năm',
  asOf: 'Tính đến ngày',
  asOfToday: 'Hôm nay',
  asOfHint: 'Tính đến ngày: mọi đèn, hạn, số liệu được xét như vào ngày này; để trống là hôm nay',
  asOfClear: 'Trở về hôm nay',
  ofYear: (year: number): string => `Năm ${year}`,
  title: (year: number): string => `Nhiệm vụ năm ${year}`,
  totals: (tasks: number, shares: number): string => `${tasks} nhiệm vụ, ${shares} lượt phân công`,
  line: ({ stt, content, light, done, total, stale, taskId }: RegisterTask): string =>
    `${stt}. ${content} – ${lightNames[light]} (${done}/${total} đơn vị chủ trì xong${stale > 0 ? `; ${stale} ${staleName.toLocaleLowerCase('vi')}` : ''}) [${taskId}]`,
  reported: (id: string): string => `Đã ghi tiến độ (${id}).`,
} as const
