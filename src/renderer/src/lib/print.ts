const SCHEME = 'data-mantine-color-scheme'

/** Prints on white paper, whatever the window is set to: its light colours are put on while the pages are made. */
export async function printInLight(print: () => Promise<unknown>): Promise<void> {
  const root = document.documentElement
  const scheme = root.getAttribute(SCHEME)
  root.setAttribute(SCHEME, 'light')
  try {
    await print()
  } finally {
    if (scheme !== null) root.setAttribute(SCHEME, scheme)
  }
}
