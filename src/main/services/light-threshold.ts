import type { Actor } from '#shared/domain/actor.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readThresholds, writeThresholds } from '#main/store/repositories/light-threshold.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** From how many days on the office is warned. */
export async function readLightThresholds({ db }: ServiceContext): Promise<Output<'light-threshold.get'>> {
  return readThresholds(db)
}

/** Sets them for everybody at the workspace; every light is judged by them from then on. Throws `record-changed-meanwhile`. */
export async function setLightThresholds(
  context: ServiceContext,
  actor: Actor,
  { version, ...thresholds }: Input<'light-threshold.set'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'light-threshold.set', undoable: true }, async (trace) => {
    await writeThresholds(trace, thresholds, version)
    return {}
  })
}
