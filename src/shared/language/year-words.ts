/**
 * The years that words name by themselves, in their order: "cải cách hành chính năm 2023" → [2023]. The year of a date ("ngày 15 tháng 7 năm 2021",
 * "tháng 7 năm 2021", "15/7/2021") and of a period ("giai đoạn 2021-2025") is none.
 */
export function bareYears(text: string): readonly number[] {
  return [...text.normalize('NFC').matchAll(/(tháng\s+\d{1,2}\s+)?(?<!\p{L})năm\s+(\d{4})(?![\d]|\s*[-–]\s*\d{4})/giu)].flatMap(
    ([, month, year]) => (month === undefined ? [Number(year)] : []),
  )
}
