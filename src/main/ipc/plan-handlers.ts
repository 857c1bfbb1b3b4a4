import { amendPlan } from '#main/services/amendment.ts'
import { attachSignedFile, openDocumentFile, readDocuments } from '#main/services/document-record.ts'
import { readDraftRounds, restoreDraftRound, saveDraftRound } from '#main/services/draft-round.ts'
import { findInPlan, replaceInPlan } from '#main/services/find-replace.ts'
import { checkIssue, issuePlan } from '#main/services/issue.ts'
import { savePlanText } from '#main/services/plan-text.ts'
import {
  changePlan,
  createPlan,
  describePlan,
  dropUnsaved,
  keepUnsaved,
  movePlan,
  removePlan,
  summarisePlans,
} from '#main/services/plan.ts'
import type { Session } from '#main/services/workspace.ts'
import type { planContract } from '#shared/ipc/plan-contract.ts'
import { exportText } from '#shared/text/vi/export.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function planHandlers(session: () => Session, desk: Desk): Pick<Handlers, keyof typeof planContract> {
  const chooseSigned = (): Promise<string | null> => desk.dialogs.chooseFile([{ name: exportText.signedFiles, extensions: ['pdf'] }])
  return {
    'plan.list': () => summarisePlans(session().context),
    'plan.get': (input) => describePlan(session().context, input),
    'plan.create': (input) => createPlan(session().context, session().actor, input),
    'plan.update': (input) => changePlan(session().context, session().actor, input),
    'plan.remove': (input) => removePlan(session().context, session().actor, input),
    'plan.keep-unsaved': (input) => keepUnsaved(session().context, input),
    'plan.drop-unsaved': (input) => dropUnsaved(session().context, input),
    'plan.save-text': (input) => savePlanText(session().context, session().actor, input),
    'plan.find': (input) => findInPlan(session().context, input),
    'plan.replace': (input) => replaceInPlan(session().context, session().actor, input),
    'plan.set-status': (input) => movePlan(session().context, session().actor, input),
    'plan.check-issue': (input) => checkIssue(session().context, input),
    'plan.issue': (input) => issuePlan(session().context, session().actor, input),
    'plan.amend': (input) => amendPlan(session().context, session().actor, input),
    'draft-round.save': (input) => saveDraftRound(session().context, session().actor, input),
    'draft-round.list': (input) => readDraftRounds(session().context, input),
    'draft-round.restore': (input) => restoreDraftRound(session().context, session().actor, input),
    'document.list': () => readDocuments(session().context),
    'document.attach-signed': (input) => attachSignedFile(session().context, session().actor, input, chooseSigned),
    'document.open-file': (input) => openDocumentFile(session().context, input, desk.temporaryFolder, desk.openFile),
  }
}
