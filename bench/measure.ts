/** The middle one of several measurements: a shared machine makes a mean of outliers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}

/** One line of a benchmark: the measured thing, how it compares, and what was aimed at. */
export function reportRatio(what: string, measured: number, yardstick: number, aim: number, unit = 'ms'): void {
  const ratio = measured / yardstick
  const verdict = ratio <= aim ? 'ok' : 'MISSED'
  console.log(`${what}: ${ratio.toFixed(2)} × (${measured.toFixed(1)} against ${yardstick.toFixed(1)} ${unit}; aim ≤ ${aim}) ${verdict}`)
}

/** The value that 95 in a hundred measurements do not exceed. */
export function ninetyFifth(values: readonly number[]): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}
