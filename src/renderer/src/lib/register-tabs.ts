import type { LinkProps } from '@tanstack/react-router'
import { createContext } from 'react'

/** A screen of the year's tasks: one tab under "Nhiệm vụ". */
export interface RegisterTab {
  readonly id: string
  readonly label: string
  readonly to: NonNullable<LinkProps['to']>
  readonly order: number
  /** A hook that tells how many things wait there, for the small number at its name; null shows none. */
  readonly useCount?: (year: number) => number | null
}

/** Tabs of other features; `app/features.ts` joins them, because a feature never imports another. */
export const RegisterTabs = createContext<readonly RegisterTab[]>([])
