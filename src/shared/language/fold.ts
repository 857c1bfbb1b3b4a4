/** Text for searching: NFD, marks stripped, đ → d, lower case, runs of white space as one space. Length may change. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese order of two texts; numbers inside are ordered by value. */
export function compareVietnamese(one: string, other: string): number {
  return collator.compare(one, other)
}
