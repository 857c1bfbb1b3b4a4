import { isActive, type AgencyGroup, type AgencyKind, type AgencyRegistry } from './agency.ts'
import { successorsOf } from './coverage-rules.ts'
import type { Day } from './identifier.ts'
import type { PartyReference } from './inline.ts'
import { createNameFinder, sameName, type FoundName } from './name-marks.ts'

/** A body or group with the names it goes by. */
interface Named {
  readonly name: string
  readonly shortName: string | null
  readonly aliases: readonly string[]
}

/** A body or group that is not active on a day, with those that took over. */
export interface GoneBody extends Named {
  /** Last day of its life, or null when it has not begun yet. */
  readonly last: Day | null
  /** First day of a life that is still to come; null for one that is over. */
  readonly first: Day | null
  readonly successors: readonly (Named & { readonly party: PartyReference })[]
}

/** What a day makes of bodies' names and marks. */
export interface GoneBodies {
  /** Null for a body that is active, or unknown. */
  readonly of: (party: PartyReference) => GoneBody | null
  /** Names in running text of bodies that are gone and share that name with no living one. */
  readonly find: (text: string) => readonly FoundName[]
}

/**
 * Kinds whose work another kind took over when they ended: from 01/7/2025 local government has two levels, and what districts did is done
 * by the province or the communes (Luật Tổ chức chính quyền địa phương số 72/2025/QH15). A group of districts is then a group of communes.
 */
const kindAfter: Partial<Record<AgencyKind, AgencyKind>> = { 'district-committee': 'commune-committee' }

function namesOf(record: { readonly name: string; readonly shortName?: string | null; readonly aliases: readonly string[] }): Named {
  return { name: record.name, shortName: record.shortName ?? null, aliases: record.aliases }
}

/** Bodies and groups of the registry that are not active on a day. The last answer is kept, with what it found in which words: a plan is looked through after every change. */
export function goneBodies(registry: AgencyRegistry, on: Day): GoneBodies {
  const key = JSON.stringify([registry, on])
  if (last?.key !== key) last = { key, bodies: readGoneBodies(registry, on) }
  return last.bodies
}

let last: { readonly key: string; readonly bodies: GoneBodies } | null = null
const MOST_FOUND = 4000

function readGoneBodies(registry: AgencyRegistry, on: Day): GoneBodies {
  const found = new Map<string, readonly FoundName[]>()
  const isGone = (record: { readonly activeFrom: Day | null; readonly activeTo: Day | null }): boolean => !isActive(record, on)
  const agencies = new Map(registry.agencies.filter(isGone).map((agency) => [agency.id, agency]))
  const groups = new Map(registry.groups.filter(isGone).map((group) => [group.id, group]))
  const always = { activeFrom: null, activeTo: null }
  const findGone = createNameFinder(
    {
      agencies: [...agencies.values()].map((agency) => ({ ...agency, ...always })),
      groups: [...groups.values()].map((group) => ({ ...group, ...always })),
    },
    on,
  )
  const findLiving = createNameFinder(registry, on)
  const ends = (record: { readonly activeFrom: Day | null; readonly activeTo: Day | null }): Pick<GoneBody, 'last' | 'first'> =>
    record.activeTo !== null && record.activeTo < on ? { last: record.activeTo, first: null } : { last: null, first: record.activeFrom }
  return {
    of: (party) => {
      if (party.kind === 'agency') {
        const agency = agencies.get(party.agencyId)
        if (agency === undefined) return null
        const successorIds = successorsOf(agency.id, registry, on)
        const successors = registry.agencies
          .filter(({ id }) => successorIds.includes(id))
          .map((successor) => ({ ...namesOf(successor), party: { kind: 'agency', agencyId: successor.id } as const }))
        return { ...namesOf(agency), ...ends(agency), successors }
      }
      const group = groups.get(party.groupId)
      if (group === undefined) return null
      const successors = groupsAfter(group, registry, on).map((after) => ({
        ...namesOf(after),
        party: { kind: 'group', groupId: after.id } as const,
      }))
      return { ...namesOf(group), ...ends(group), successors }
    },
    find: (text) => {
      if (agencies.size === 0 && groups.size === 0) return []
      const known = found.get(text)
      if (known !== undefined) return known
      const gone = findGone(text)
      const living = gone.length === 0 ? [] : findLiving(text)
      // "UBND cấp xã" was said of communes before the reorganisation and is said of them since.
      const only = gone.filter(
        (name) => !living.some((other) => other.start <= name.start && other.start + other.length >= name.start + name.length),
      )
      if (found.size >= MOST_FOUND) found.clear()
      found.set(text, only)
      return only
    },
  }
}

/** Living groups made of the same kinds of bodies, or of those that took their work over. */
export function groupsAfter(group: AgencyGroup, registry: AgencyRegistry, on: Day): readonly AgencyGroup[] {
  if (group.memberKinds.length === 0) return []
  const living = registry.groups.filter((other) => isActive(other, on) && !other.unspecified)
  const wanted = new Set(group.memberKinds)
  const after = new Set(group.memberKinds.map((kind) => kindAfter[kind] ?? kind))
  const same = living.filter((other) => madeOf(other, wanted))
  return same.length > 0 ? same : living.filter((other) => madeOf(other, after))
}

/**
 * What a successor is called where the old body stood: by its name, but shortly where the old one was, and in the manner of the old words where it
 * has a name of that manner ("UBND cấp huyện" → "UBND cấp xã"). A group keeps the small letter it has inside a sentence; the same name stays as written.
 */
export function nameInPlace(written: string, body: Pick<GoneBody, 'shortName'>, successor: Named): string {
  if (sameName(written, successor.name)) return written
  const names = [successor.name, ...successor.aliases]
  const alike = (name: string): number => commonWords(written, name)
  const most = Math.max(...names.map(alike))
  const manner = names.find((name) => alike(name) === most) ?? successor.name
  const short = body.shortName !== null && sameName(written, body.shortName) ? successor.shortName : null
  const name = short ?? manner
  const small = /^\p{Ll}/u.test(written) && /^Các\s/.test(name)
  return small ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name
}

/** How many words two names begin with alike; one alone ("Sở", "UBND") tells nothing. */
function commonWords(one: string, other: string): number {
  const [first, second] = [one.split(' '), other.split(' ')]
  const differs = first.findIndex((word, index) => !sameName(word, second[index] ?? ''))
  const count = differs === -1 ? first.length : differs
  return count < 2 ? 0 : count
}

function madeOf(group: AgencyGroup, kinds: ReadonlySet<AgencyKind>): boolean {
  return group.memberKinds.length === kinds.size && group.memberKinds.every((kind) => kinds.has(kind))
}
