import { isActive, type AgencyRegistry } from '#shared/domain/agency.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { fold } from '#shared/language/fold.ts'
import type { Completion, CompletionOption } from './grid-types.ts'

interface Candidate {
  readonly option: CompletionOption
  readonly names: readonly string[]
  readonly position: number
}

/** Names of the agencies and groups active on a day, folded once, for completing what is typed into a party cell. */
export function partyCompletion(registry: AgencyRegistry, on: Day, groupDetail: string): (text: string, caret: number) => Completion {
  const candidates: readonly Candidate[] = [
    ...registry.groups
      .filter((group) => isActive(group, on))
      .map((group) => candidate(group.id, group.name, [group.name, ...group.aliases], groupDetail, -1)),
    ...registry.agencies
      .filter((agency) => isActive(agency, on))
      .map((agency) =>
        candidate(
          agency.id,
          agency.name,
          [agency.name, ...(agency.shortName === null ? [] : [agency.shortName]), ...agency.aliases],
          agency.shortName ?? '',
          agency.position,
        ),
      ),
  ]
  return (text, caret) => {
    const from = Math.max(text.lastIndexOf(';', caret - 1), text.lastIndexOf('\n', caret - 1)) + 1
    const ends = [text.indexOf(';', caret), text.indexOf('\n', caret)].filter((end) => end !== -1)
    const to = ends.length === 0 ? text.length : Math.min(...ends)
    const start = from + (text.slice(from).match(/^\s*/)?.[0].length ?? 0)
    const typed = fold(text.slice(start, caret))
    if (typed === '') return { from: start, to, options: [], takesFirst: false }
    const found = candidates
      .flatMap((each) => {
        const score = scoreOf(each, typed)
        return score === null ? [] : [{ each, score }]
      })
      .toSorted((one, other) => one.score - other.score || one.each.position - other.each.position)
      .slice(0, 12)
    // A name written out in full is an answer: Enter then ends the cell as in any other.
    const whole = found.some(({ each }) => each.names.includes(typed))
    return { from: start, to, options: found.map(({ each }) => each.option), takesFirst: !whole }
  }
}

function candidate(key: string, label: string, names: readonly string[], detail: string, position: number): Candidate {
  return { option: { key, label, detail, insert: `${label}; ` }, names: names.map(fold), position }
}

/** 0 = a name begins so, 1 = a word of a name begins so, 2 = every typed word begins some word; null = no match. */
function scoreOf({ names }: Candidate, typed: string): number | null {
  if (names.some((name) => name.startsWith(typed))) return 0
  if (names.some((name) => name.includes(` ${typed}`))) return 1
  const words = typed.split(' ')
  return names.some((name) => words.every((word) => name.split(/[^a-z0-9]+/).some((part) => part.startsWith(word)))) ? 2 : null
}
