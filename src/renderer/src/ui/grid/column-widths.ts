/** Whole-pixel widths: every column gets its minimum, the rest is shared by weight; rounding is given to the last column. */
export function columnWidths(
  columns: readonly { readonly minWidth: number; readonly weight: number }[],
  available: number,
): readonly number[] {
  const minimum = columns.reduce((sum, column) => sum + column.minWidth, 0)
  const spare = Math.max(0, available - minimum)
  const weights = columns.reduce((sum, column) => sum + column.weight, 0)
  const widths = columns.map((column) => column.minWidth + Math.floor(weights === 0 ? 0 : (spare * column.weight) / weights))
  const last = widths.length - 1
  return widths.map((width, index) =>
    index === last ? width + Math.max(0, available - widths.reduce((sum, each) => sum + each, 0)) : width,
  )
}
