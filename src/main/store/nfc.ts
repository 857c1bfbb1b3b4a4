/**
 * A plain value with every text in it in NFC: macOS file names, PDF readers and some input methods give letters and marks apart, and
 * two ways to write one word must not become two names in the store.
 */
export function inNfc<T>(value: T): T {
  // The shape stays: texts are replaced by texts, lists by lists, objects by objects of the same keys.
  if (typeof value === 'string') return value.normalize('NFC') as T
  if (Array.isArray(value)) return value.map(inNfc) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), inNfc(item)])) as T
}
