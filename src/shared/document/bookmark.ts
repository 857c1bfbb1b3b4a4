/** Word hides bookmarks that begin with "_". */
const PREFIX = '_cchc_'

/** Word's limit on a bookmark's name. */
const LONGEST_NAME = 40

/**
 * Name of the hidden bookmark that stands round the view of a record in a Word file, so that an edited file finds its records again.
 * Letters and digits of the id only; `occurrence` from 1 tells several views of one record apart.
 */
export function bookmarkName(sourceId: string, occurrence: number): string {
  const suffix = occurrence === 1 ? '' : `_${occurrence}`
  return PREFIX + sourceId.replace(/[^A-Za-z0-9]/g, '').slice(0, LONGEST_NAME - PREFIX.length - suffix.length) + suffix
}

/** The UUID of the record that a bookmark stands for, or null where the name is none of ours. */
export function sourceIdOfBookmark(name: string): string | null {
  const hex = /^_cchc_([0-9a-f]{32})(?:_\d+)?$/.exec(name)?.[1]
  return hex === undefined ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
