import { writeDay } from '../../language/day.ts'
import { fileNameOf } from './export.ts'

/** Words of the list of followed tasks as a file or on paper. */
export const registerPaperText = {
  menu: 'Xuất danh sách',
  word: 'Lưu danh sách ra Word…',
  pdf: 'Lưu danh sách ra PDF…',
  excel: 'Lưu danh sách ra Excel…',
  saved: (file: string): string => `Đã lưu: ${file}`,
  showInFolder: 'Mở thư mục',
} as const

/** "Phiếu nhiệm vụ năm 2023 - Sở Tư pháp - 15.10.2023": what it is, of whom, as of which day. */
export function listFileName(title: string, year: number, of: string | null, day: string): string {
  return fileNameOf([`${title} năm ${year}`, ...(of === null ? [] : [of]), writeDay(day).replaceAll('/', '.')])
}
