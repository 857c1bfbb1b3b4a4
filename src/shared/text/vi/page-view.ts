/** Words around the pages as they will be printed. */
export const pageViewText = {
  page: (number: number, count: number): string => `Trang ${number} trên ${count}`,
  toolbar: 'Cỡ trang',
  larger: 'Phóng to (Ctrl +)',
  smaller: 'Thu nhỏ (Ctrl -)',
  wholeWidth: 'Vừa chiều ngang (Ctrl 0)',
  zoom: (percent: number): string => `${percent}%`,
  layingOut: 'Đang dàn trang…',
}
