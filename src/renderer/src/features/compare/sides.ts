import type { CompareChoice, CompareSide } from '#shared/ipc/compare-contract.ts'

/** How a side is named in the address: the round's id, or the plan's. */
export function keyOfSide({ draftRoundId, planId }: CompareSide): string {
  return draftRoundId ?? planId
}

export interface ChosenSides {
  readonly left: CompareChoice
  readonly right: CompareChoice
}

/**
 * The two sides that an address asks for. Without one: the plan as it is now against its last round, else against the version or the plan of
 * the year before it. Null where there is nothing to compare with.
 */
export function chooseSides(choices: readonly CompareChoice[], so: string | undefined, voi: string | undefined): ChosenSides | null {
  const named = (key: string | undefined): CompareChoice | undefined => choices.find((choice) => keyOfSide(choice) === key)
  const right = named(voi) ?? choices.find(({ relation, draftRoundId }) => relation === 'own' && draftRoundId === null)
  if (right === undefined || choices.length < 2) return null
  const others = choices.filter((choice) => choice !== right)
  const left =
    named(so) ??
    others.find(({ relation, draftRoundId }) => relation === 'own' && draftRoundId !== null) ??
    others.find(({ relation, year }) => relation === 'version' && year <= right.year) ??
    others.find(({ year, draftRoundId }) => year < right.year && draftRoundId === null) ??
    others[0]
  return left === undefined ? null : { left, right }
}
