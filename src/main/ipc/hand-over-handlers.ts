import {
  giveHandOver,
  packAgain,
  readHandOverLog,
  readHandOvers,
  reclaimHandOver,
  sendBack,
  type Giving,
} from '#main/services/hand-over.ts'
import { createPackDesk } from '#main/services/hand-over-desk.ts'
import type { JobControl } from '#main/services/jobs.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import { handOverText } from '#shared/text/vi/hand-over.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

const filters = [{ name: handOverText.packFiles, extensions: ['cchc'] }]

const pathOf = (path: string | null): { path: string } | null => (path === null ? null : { path })

/** One line a channel. */
export function handOverHandlers(workspaces: Workspaces, desk: Desk): Pick<Handlers, Extract<keyof Handlers, `hand-over.${string}`>> {
  const { session, packTools: tools } = workspaces
  const packs = createPackDesk(workspaces)
  const choosePlace = (suggestion: string): Promise<string | null> => desk.dialogs.chooseNewFile(suggestion, filters)
  const giving = (control: JobControl): Giving => ({ tools, choosePlace, control })
  return {
    'hand-over.list': () => readHandOvers(session().context),
    'hand-over.give': (input) =>
      desk.jobs.run(input.jobId, (control) => giveHandOver(session().context, session().actor, input, giving(control))),
    'hand-over.send-back': (input) =>
      desk.jobs.run(input.jobId, (control) => sendBack(session().context, session().actor, input, giving(control))),
    'hand-over.pack-again': (input) =>
      desk.jobs.run(input.jobId, (control) => packAgain(session().context, session().actor, input, giving(control))),
    'hand-over.reclaim': (input) => reclaimHandOver(session().context, session().actor, input),
    'hand-over.choose': async () => pathOf(await desk.dialogs.chooseFile(filters)),
    'hand-over.waiting': () => pathOf(desk.takeWaitingPack()),
    'hand-over.open': ({ jobId, path, passphrase }) => desk.jobs.run(jobId, (control) => packs.open(path, passphrase, control)),
    'hand-over.accept': ({ token }) => packs.accept(token),
    'hand-over.keep-as-round': ({ token }) => packs.keepAsRound(token),
    'hand-over.open-beside': async ({ token }) => {
      await packs.openBeside(token)
      return {}
    },
    'hand-over.close': async ({ token }) => {
      await packs.close(token)
      return {}
    },
    'hand-over.read-log': (input) => readHandOverLog(session().context, input),
  }
}
