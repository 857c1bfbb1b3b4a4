import {
  addGivenTasks,
  changeGivenTask,
  closeGivenTask,
  dropGivenTask,
  readGivenCells,
  readGivenTask,
  reopenGivenTask,
} from '#main/services/given-task.ts'
import { readLightThresholds, setLightThresholds } from '#main/services/light-threshold.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function givenTaskHandlers(
  session: () => Session,
): Pick<Handlers, Extract<keyof Handlers, `given-task.${string}` | `light-threshold.${string}`>> {
  return {
    'given-task.get': (input) => readGivenTask(session().context, input),
    'given-task.read-cells': (input) => readGivenCells(session().context, input),
    'given-task.add': (input) => addGivenTasks(session().context, session().actor, input),
    'given-task.change': (input) => changeGivenTask(session().context, session().actor, input),
    'given-task.remove': (input) => dropGivenTask(session().context, session().actor, input),
    'given-task.close': (input) => closeGivenTask(session().context, session().actor, input),
    'given-task.reopen': (input) => reopenGivenTask(session().context, session().actor, input),
    'light-threshold.get': () => readLightThresholds(session().context),
    'light-threshold.set': (input) => setLightThresholds(session().context, session().actor, input),
  }
}
