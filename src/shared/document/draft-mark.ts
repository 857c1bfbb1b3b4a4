/** The mark at the head of a draft's first page. */
export function draftMark(ordinal: number): string {
  return `DỰ THẢO LẦN ${ordinal}`
}
