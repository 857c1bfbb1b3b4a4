import type { ProgrammeId } from '#shared/domain/identifier.ts'
import type { Goal } from '#shared/domain/programme.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { GoalUpdate } from '#shared/ipc/programme-contract.ts'
import { ask } from '../../lib/bridge.ts'
import { showFailure } from '../../lib/notices.tsx'
import { awaitAnswer, keyOf, queryClient } from '../../lib/queries.ts'
import { inTurn } from '../../lib/saving.ts'

type Described = Output<'programme.get'>

/** Does an act after those before it, so that a second edit of a row has the version the first one gave; what goes wrong is said. */
export function inOrder(act: () => Promise<void>): void {
  void inTurn(act).catch(showFailure)
}

/** Updates with the versions their goals have by now. */
export function withLatestVersions(programmeId: ProgrammeId, updates: readonly GoalUpdate[]): GoalUpdate[] {
  const goals = queryClient.getQueryData<Described>(keyOf('programme.get', { id: programmeId }))?.goals
  const versions = new Map(goals?.map(({ id, version }) => [id, version]))
  return updates.map((update) => ({ ...update, version: versions.get(update.id) ?? update.version }))
}

function put(programmeId: ProgrammeId, change: (goal: Goal) => Goal): void {
  queryClient.setQueryData<Described>(keyOf('programme.get', { id: programmeId }), (known) =>
    known === undefined ? undefined : { ...known, goals: known.goals.map(change) },
  )
}

/** Shows the new words at once and sends them. A refusal brings the rows back as they are in the store and says why. */
export function updateGoals(programmeId: ProgrammeId, updates: readonly GoalUpdate[]): void {
  if (updates.length === 0) return
  const patches = new Map(updates.map(({ id, patch }) => [id, patch]))
  const show = (): void => put(programmeId, (goal) => ({ ...goal, ...(patches.get(goal.id) as Partial<Goal> | undefined) }))
  show()
  inOrder(async () => {
    try {
      if (await awaitAnswer('programme.get', { id: programmeId })) show()
      const written = await ask('goal.update-many', { updates: withLatestVersions(programmeId, updates) })
      const versions = new Map(written.map(({ id, version }) => [id, version]))
      put(programmeId, (goal) => ({ ...goal, version: versions.get(goal.id) ?? goal.version }))
    } catch (error) {
      await queryClient.invalidateQueries({ queryKey: keyOf('programme.get', { id: programmeId }) })
      throw error
    }
  })
}
