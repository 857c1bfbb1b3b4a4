import type { Icon } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'

/** One entry of the left rail. Only sections that exist are registered. */
export interface Section {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  readonly to: NonNullable<LinkProps['to']>
  /** Place in the rail, from the top. */
  readonly order: number
  /** Addresses that belong to it besides `to`. */
  readonly alsoAt?: readonly string[]
}
