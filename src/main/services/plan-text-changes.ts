import { AppError } from '#shared/app-error.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Provision, ProvisionContent } from '#shared/domain/provision.ts'
import { positionsFor } from './order.ts'

/** What must be written so that the stored text becomes the wanted one. */
export interface PlanTextChanges {
  /** New blocks, with their key. */
  readonly inserted: readonly (ProvisionContent & { readonly position: string })[]
  /** Blocks whose words, kind, area or place differ: as they will be, with the version they have now. */
  readonly updated: readonly Provision[]
  readonly removed: readonly Provision[]
}

/**
 * Compares a stored text with the wanted one, block by block. Contents are compared as they are stored (normalised), so a block
 * that was only looked at is not written; positions change for as few blocks as can be.
 * Throws `bad-input` when an id of a block or a footnote stands twice: a copy must have a new one.
 */
export function planTextChanges(planId: PlanId, stored: readonly Provision[], wanted: readonly ProvisionContent[]): PlanTextChanges {
  refuseRepeatedIds(wanted)
  const storedById = new Map(stored.map((provision) => [provision.id, provision]))
  const clean = wanted.map(({ id, area, kind, content }) => ({ id, area, kind, content: storedOrNormalised(content, storedById.get(id)) }))
  const wantedIds = new Set(clean.map((block) => block.id))
  const positions = positionsFor(
    stored,
    clean.map((block) => block.id),
  )
  const inserted: (ProvisionContent & { position: string })[] = []
  const updated: Provision[] = []
  for (const block of clean) {
    const old = storedById.get(block.id)
    const position = positions.get(block.id)
    if (old === undefined) {
      if (position === undefined) throw new Error(`no position for the new block ${block.id}`)
      inserted.push({ ...block, position })
      continue
    }
    const same = position === undefined && old.kind === block.kind && old.area === block.area && old.content === block.content
    if (!same) updated.push({ ...block, planId, position: position ?? old.position, version: old.version })
  }
  return { inserted, updated, removed: stored.filter((provision) => !wantedIds.has(provision.id)) }
}

/**
 * A content as it is stored: the very stored one when it says the same, so that the hundreds of blocks nobody touched cost one
 * comparison each.
 */
export function storedOrNormalised(content: readonly Inline[], stored: Provision | undefined): readonly Inline[] {
  if (stored === undefined) return normaliseContent(content)
  const image = JSON.stringify(stored.content)
  if (JSON.stringify(content) === image) return stored.content
  const normalised = normaliseContent(content)
  return JSON.stringify(normalised) === image ? stored.content : normalised
}

function refuseRepeatedIds(blocks: readonly ProvisionContent[]): void {
  const seen = new Set<string>()
  const see = (id: string): void => {
    if (seen.has(id)) throw new AppError('bad-input', { channel: 'plan.save-text', problem: `repeated id ${id}` })
    seen.add(id)
  }
  for (const block of blocks) {
    see(block.id)
    for (const inline of block.content) if (inline.kind === 'footnote') see(inline.id)
  }
}

/** For each sentence that goes, the sentence its tasks move to: `joins` followed to one that stays; null where none does. */
export function heirsOf(
  removed: readonly ProvisionId[],
  joins: readonly { readonly from: ProvisionId; readonly into: ProvisionId }[],
  staying: ReadonlySet<ProvisionId>,
): ReadonlyMap<ProvisionId, ProvisionId | null> {
  const next = new Map(joins.map(({ from, into }) => [from, into]))
  return new Map(
    removed.map((id) => {
      const seen = new Set<ProvisionId>([id])
      let at = next.get(id)
      while (at !== undefined && !staying.has(at) && !seen.has(at)) {
        seen.add(at)
        at = next.get(at)
      }
      return [id, at !== undefined && staying.has(at) ? at : null]
    }),
  )
}
