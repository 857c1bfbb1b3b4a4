import {
  changeGoals,
  changeProgramme,
  createGoals,
  createProgramme,
  describeProgramme,
  moveGoals,
  readGoalSuggestions,
  readPlanGoals,
  readProgrammeCoverage,
  removeGoals,
  removeProgramme,
  summariseProgrammes,
} from '#main/services/programme.ts'
import { linkGoals, serveGoal } from '#main/services/served-goal.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

type Channels = Extract<keyof Handlers, `programme.${string}` | `goal.${string}`>

/** One line a channel. */
export function programmeHandlers(session: () => Session): Pick<Handlers, Channels> {
  return {
    'programme.list': () => summariseProgrammes(session().context),
    'programme.get': (input) => describeProgramme(session().context, input),
    'programme.create': (input) => createProgramme(session().context, session().actor, input),
    'programme.update': (input) => changeProgramme(session().context, session().actor, input),
    'programme.remove': (input) => removeProgramme(session().context, session().actor, input),
    'programme.coverage': (input) => readProgrammeCoverage(session().context, input),
    'goal.create-many': (input) => createGoals(session().context, session().actor, input),
    'goal.update-many': (input) => changeGoals(session().context, session().actor, input),
    'goal.remove-many': (input) => removeGoals(session().context, session().actor, input),
    'goal.move': (input) => moveGoals(session().context, session().actor, input),
    'goal.of-plan': (input) => readPlanGoals(session().context, input),
    'goal.suggest': (input) => readGoalSuggestions(session().context, input),
    'goal.serve': (input) => serveGoal(session().context, session().actor, input),
    'goal.link': (input) => linkGoals(session().context, session().actor, input),
  }
}
