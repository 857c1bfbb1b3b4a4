/** Words of the list of followed tasks as a file or on paper. */
export const registerPaperText = {
  menu: 'Xuất danh sách',
  word: 'Lưu danh sách ra Word…',
  pdf: 'Lưu danh sách ra PDF…',
  excel: 'Lưu danh sách ra Excel…',
  saved: (file: string): string => `Đã lưu: ${file}`,
  showInFolder: 'Mở thư mục',
} as const
