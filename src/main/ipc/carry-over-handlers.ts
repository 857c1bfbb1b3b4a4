import { bringBackTasks, markCarriedSeen, readCarryOver, renewTasks } from '#main/services/carry-over.ts'
import { settleLeftovers } from '#main/services/leftover-settle.ts'
import { keepLeftovers, readLeftovers, reopenLeftovers } from '#main/services/leftover.ts'
import { clonePlan } from '#main/services/new-year.ts'
import { closeTasks, readClosures, reopenTasks } from '#main/services/task-closure.ts'
import type { Session } from '#main/services/workspace.ts'
import type { carryOverContract } from '#shared/ipc/carry-over-contract.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function carryOverHandlers(session: () => Session): Pick<Handlers, keyof typeof carryOverContract> {
  return {
    'plan.clone': (input) => clonePlan(session().context, session().actor, input),
    'leftover.list': (input) => readLeftovers(session().context, input),
    'leftover.keep': (input) => keepLeftovers(session().context, session().actor, input),
    'leftover.reopen': (input) => reopenLeftovers(session().context, session().actor, input),
    'leftover.settle': (input) => settleLeftovers(session().context, session().actor, input),
    'carry-over.list': (input) => readCarryOver(session().context, input),
    'carry-over.mark-seen': (input) => markCarriedSeen(session().context, session().actor, input),
    'carry-over.bring-back': (input) => bringBackTasks(session().context, session().actor, input),
    'carry-over.renew': (input) => renewTasks(session().context, session().actor, input),
    'task.close': (input) => closeTasks(session().context, session().actor, input),
    'task.reopen': (input) => reopenTasks(session().context, session().actor, input),
    'task.closures': (input) => readClosures(session().context, input),
  }
}
