import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import type { ProvisionId } from '#shared/domain/identifier.ts'

/** A sentence that vanished because its words were joined into another. */
export interface Join {
  readonly from: ProvisionId
  readonly into: ProvisionId
}

/** On a transaction: what was joined. */
export const identityKey = new PluginKey<null>('identity')
/** Set on a transaction that brings the office's own text into the editor: its ids are right as they are. */
export const FROM_OFFICE = 'fromOffice'

interface Stretch {
  readonly index: number
  readonly id: ProvisionId
  /** Where its content stands: first and last position inside the block. */
  readonly from: number
  readonly to: number
}

/** The blocks between the first and the last that differ between two documents: `[start, oldEnd)` and `[start, newEnd)`. */
export function changedWindow(before: Node, after: Node): { readonly start: number; readonly oldEnd: number; readonly newEnd: number } {
  let start = 0
  const shared = Math.min(before.childCount, after.childCount)
  while (start < shared && before.child(start) === after.child(start)) start += 1
  let oldEnd = before.childCount
  let newEnd = after.childCount
  while (oldEnd > start && newEnd > start && before.child(oldEnd - 1) === after.child(newEnd - 1)) {
    oldEnd -= 1
    newEnd -= 1
  }
  return { start, oldEnd, newEnd }
}

function stretches(doc: Node, start: number, end: number): Stretch[] {
  const found: Stretch[] = []
  let position = 0
  for (let index = 0; index < end; index += 1) {
    const block = doc.child(index)
    if (index >= start)
      found.push({ index, id: block.attrs['id'] as ProvisionId, from: position + 1, to: position + 1 + block.content.size })
    position += block.nodeSize
  }
  return found
}

/** How much of each old block's words stands in each new block: pairs with more than nothing. */
function shares(
  old: readonly Stretch[],
  now: readonly Stretch[],
  mapping: Mapping,
): readonly { readonly old: Stretch; readonly now: Stretch; readonly size: number }[] {
  return old.flatMap((stretch) => {
    // Words typed or pasted at the very ends of a block are not its own.
    const from = mapping.map(stretch.from, 1)
    const to = mapping.map(stretch.to, -1)
    return now.flatMap((block) => {
      const size = Math.min(to, block.to) - Math.max(from, block.from)
      return size > 0 ? [{ old: stretch, now: block, size }] : []
    })
  })
}

/**
 * Who is who after an edit (design: provision). On a split the id stays with the larger text; a join keeps the id of the larger text and
 * says which one went into it; what is moved keeps its id, what is copied gets a new one. After an undo the ids are those of the
 * earlier document and are only guarded against repetition.
 *
 * Answers the ids to set, by index of the block in `after`, and the joins.
 */
export function reconcile(
  before: Node,
  after: Node,
  mapping: Mapping,
  restored: boolean,
  newId: () => ProvisionId,
): { readonly ids: ReadonlyMap<number, ProvisionId>; readonly joins: readonly Join[] } {
  const { start, oldEnd, newEnd } = changedWindow(before, after)
  const nothing = { ids: new Map<number, ProvisionId>(), joins: [] }
  if (oldEnd - start === 1 && newEnd - start === 1) {
    const id = after.child(start).attrs['id'] as ProvisionId | null
    if (id !== null && id === before.child(start).attrs['id']) return nothing
  }
  if (newEnd === start && oldEnd === start) return nothing
  const old = stretches(before, start, oldEnd)
  const now = stretches(after, start, newEnd)
  const taken = new Set<ProvisionId>()
  for (let index = 0; index < after.childCount; index += 1) {
    if (index < start || index >= newEnd) taken.add(after.child(index).attrs['id'] as ProvisionId)
  }
  const pairs = shares(old, now, mapping)

  // Each old block's home is the new block that holds most of its words; on a tie the one that already bears its id, else the first.
  const homes = new Map<Stretch, { readonly now: Stretch; readonly size: number }>()
  for (const pair of pairs) {
    const best = homes.get(pair.old)
    if (
      best === undefined ||
      pair.size > best.size ||
      (pair.size === best.size && best.now.id !== pair.old.id && pair.now.id === pair.old.id)
    )
      homes.set(pair.old, pair)
  }

  const owner = new Map<Stretch, ProvisionId>()
  if (!restored) {
    for (const block of now) {
      const lodgers = [...homes].filter(([, home]) => home.now === block)
      const first = lodgers.reduce<(typeof lodgers)[number] | null>(
        (best, lodger) =>
          best === null || lodger[1].size > best[1].size || (lodger[1].size === best[1].size && lodger[0].id === block.id) ? lodger : best,
        null,
      )
      if (first !== null && !taken.has(first[0].id)) {
        owner.set(block, first[0].id)
        taken.add(first[0].id)
      }
    }
  }
  const ids = new Map<number, ProvisionId>()
  for (const block of now) {
    let id = owner.get(block)
    if (id === undefined) {
      const own = block.id as ProvisionId | null
      id = own === null || taken.has(own) ? newId() : own
      taken.add(id)
    }
    owner.set(block, id)
    if (id !== block.id) ids.set(block.index, id)
  }
  const joins = [...homes].flatMap(([stretch, home]): Join[] => {
    const into = owner.get(home.now)
    return taken.has(stretch.id) || into === undefined || into === stretch.id ? [] : [{ from: stretch.id, into }]
  })
  return { ids, joins }
}

function appended(
  transactions: readonly Transaction[],
  oldState: EditorState,
  newState: EditorState,
  newId: () => ProvisionId,
): Transaction | null {
  if (
    !transactions.some((transaction) => transaction.docChanged) ||
    transactions.some((transaction) => transaction.getMeta(FROM_OFFICE) === true)
  )
    return null
  const mapping = new Mapping()
  for (const transaction of transactions) mapping.appendMapping(transaction.mapping)
  const restored = transactions.some((transaction) => transaction.getMeta('history$') !== undefined)
  const { ids, joins } = reconcile(oldState.doc, newState.doc, mapping, restored, newId)
  if (ids.size === 0 && joins.length === 0) return null
  const transaction = newState.tr
  let position = 0
  newState.doc.forEach((block, _offset, index) => {
    const id = ids.get(index)
    if (id !== undefined) transaction.setNodeAttribute(position, 'id', id)
    position += block.nodeSize
  })
  return transaction.setMeta(identityKey, joins)
}

/** The plugin alone: for the editor and for tests without a window. */
export function identityPlugin(newId: () => ProvisionId): Plugin {
  return new Plugin({
    key: identityKey,
    appendTransaction: (transactions, oldState, newState) => appended(transactions, oldState, newState, newId),
  })
}

/** Keeps every block's id right through splits, joins, moves, copies and undo. */
export const Identity = Extension.create<{ readonly newId: () => ProvisionId }>({
  name: 'identity',
  // Before everything that reads ids.
  priority: 2000,
  addOptions: () => ({
    newId: () => {
      throw new Error('configure newId')
    },
  }),
  addProseMirrorPlugins() {
    return [identityPlugin(this.options.newId)]
  },
})
