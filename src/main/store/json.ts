/** JSON text of our own columns: written by these functions, guarded by the schema's constraints, parsed without a second check. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

export function fromJson<T>(text: string): T {
  // Only our own services write these columns; the tests and the health check parse them with the domain's schemas.
  return JSON.parse(text) as T
}

/** The same value as the same text whatever the order of its keys: what is hashed and compared. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
