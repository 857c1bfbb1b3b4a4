import { changeAppendix, createAppendix, removeAppendix } from '#main/services/appendix.ts'
import { readCells, readDeadlineWords, readGivenToAgency, readGivenToMember, readPartyWords } from '#main/services/assignment.ts'
import { readCoverage } from '#main/services/coverage.ts'
import { readLeadSuggestions, readProvisionSuggestions } from '#main/services/suggestion.ts'
import { createTasksFromPlan } from '#main/services/task-from-plan.ts'
import {
  changeTask,
  changeTasks,
  createTask,
  duplicateTask,
  linkProvision,
  linkProvisions,
  moveTasks,
  pasteTasks,
  readTasks,
  removeTasks,
} from '#main/services/task.ts'
import type { taskContract } from '#shared/ipc/task-contract.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function taskHandlers(session: () => Session): Pick<Handlers, keyof typeof taskContract> {
  return {
    'task.list': (input) => readTasks(session().context, input),
    'task.create': (input) => createTask(session().context, session().actor, input),
    'task.update': (input) => changeTask(session().context, session().actor, input),
    'task.update-many': (input) => changeTasks(session().context, session().actor, input),
    'task.paste': (input) => pasteTasks(session().context, session().actor, input),
    'task.read-cells': (input) => readCells(session().context, input),
    'task.duplicate': (input) => duplicateTask(session().context, session().actor, input),
    'task.remove-many': (input) => removeTasks(session().context, session().actor, input),
    'task.move': (input) => moveTasks(session().context, session().actor, input),
    'task.create-from-plan': (input) => createTasksFromPlan(session().context, session().actor, input),
    'task.link-provision': (input) => linkProvision(session().context, session().actor, input),
    'task.link-many': (input) => linkProvisions(session().context, session().actor, input),
    'task.coverage': (input) => readCoverage(session().context, input),
    'task.suggest-leads': (input) => readLeadSuggestions(session().context, input),
    'task.suggest-provisions': (input) => readProvisionSuggestions(session().context, input),
    'task.given-to-agency': (input) => readGivenToAgency(session().context, input),
    'task.given-to-member': (input) => readGivenToMember(session().context, input),
    'deadline.read': (input) => readDeadlineWords(input),
    'party.read': (input) => readPartyWords(session().context, input),
    'appendix.create': (input) => createAppendix(session().context, session().actor, input),
    'appendix.update': (input) => changeAppendix(session().context, session().actor, input),
    'appendix.remove': (input) => removeAppendix(session().context, session().actor, input),
  }
}
