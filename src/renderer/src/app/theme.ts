import { createTheme } from '@mantine/core'

/** Shade 8 because white on the default filled blue fails the contrast rule of WCAG AA. */
export const theme = createTheme({
  primaryShade: 8,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif" },
})
