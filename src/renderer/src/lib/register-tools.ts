import { createContext, type ComponentType } from 'react'
import type { Day } from '#shared/domain/identifier.ts'
import type { RegisterView } from '#shared/domain/register-view.ts'

/** What a button over the list of the year's tasks is given: the list as it is shown. */
export interface RegisterToolProps {
  readonly year: number
  /** The day everything is judged on, null for today. */
  readonly asOf: Day | null
  readonly view: RegisterView
}

/** Buttons over the list, of other features; `app/features.ts` joins them, because a feature never imports another. */
export const RegisterTools = createContext<readonly ComponentType<RegisterToolProps>[]>([])
