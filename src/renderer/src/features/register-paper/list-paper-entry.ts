import { lazy } from 'react'

/** The menu that lets the list leave as a file, loaded with the list. */
export const listPaperMenu = lazy(async () => ({ default: (await import('./list-paper-menu.tsx')).ListPaperMenu }))
