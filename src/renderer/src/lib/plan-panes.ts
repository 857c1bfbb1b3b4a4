import type { TablerIcon } from '@tabler/icons-react'
import { createContext, type ComponentType } from 'react'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { TextInline } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'

/** A stretch of a sentence's words, in UTF-16 units of its plain text (a footnote counts none, a line break one). */
export interface Stretch {
  readonly start: number
  readonly length: number
}

/** What a pane beside the text of a plan is given. */
export interface PlanPaneProps {
  readonly planId: PlanId
  /** The text on the screen, written or not, some 100 ms behind the typing. */
  readonly words: readonly ProvisionContent[]
  /** The sentence with the caret, some 150 ms behind it: for what is drawn. */
  readonly sentence: ProvisionId | null
  /** The text and the sentence with the caret at this moment: for what a key does. */
  readonly atCaret: () => { readonly words: readonly ProvisionContent[]; readonly sentence: ProvisionId }
  /** The plan takes no edit. */
  readonly locked: boolean
  /** Puts the caret into a sentence, choosing the stretch where one is given. */
  readonly goTo: (provisionId: ProvisionId, stretch?: Stretch) => void
  /** Puts words where the caret is, as if typed. Not to be called while `locked`. */
  readonly insert: (content: readonly TextInline[]) => void
}

/** A pane that stands beside the text: one at a time, chosen at its head. */
export interface PlanPane {
  /** In the address: `?ben=`. */
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  readonly order: number
  readonly component: ComponentType<PlanPaneProps>
  /** Stands beside the text as long as it is on the screen, whichever pane is open: for commands of the text and their small windows. */
  readonly companion?: ComponentType<PlanPaneProps>
  /** A hook that tells how many things wait in the pane, for the small number at its name; null shows none. */
  readonly useCount?: (planId: PlanId) => number | null
}

/** Panes of other features; `app/features.ts` joins them, because a feature never imports another. */
export const PlanPanes = createContext<readonly PlanPane[]>([])
