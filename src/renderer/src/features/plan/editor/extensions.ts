import type { Extensions } from '@tiptap/core'
import { Dropcursor, UndoRedo } from '@tiptap/extensions'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import { newId } from '../../../lib/new-id.ts'
import { Caret } from './caret.ts'
import { EmptyHistory } from './empty-history.ts'
import { Identity } from './identity.ts'
import { Keys } from './keys.ts'
import { Numbers } from './numbers.ts'
import { Paste } from './paste.ts'
import { Phrases } from './phrases.ts'
import { textExtensions } from './schema.ts'

/** Everything the text of a plan is made and edited with. */
export function planExtensions(planId: PlanId): Extensions {
  return [
    ...textExtensions(planId),
    Identity.configure({ newId: () => newId<ProvisionId>() }),
    Numbers,
    Caret,
    Phrases,
    Keys,
    Paste,
    EmptyHistory,
    UndoRedo.configure({ depth: 300, newGroupDelay: 600 }),
    Dropcursor.configure({ color: 'var(--mantine-color-indigo-6)', width: 2 }),
  ]
}
