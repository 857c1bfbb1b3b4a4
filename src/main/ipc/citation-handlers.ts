import { fixCitations, writeLegalBases } from '#main/services/citation-fix.ts'
import { previewCitedDocuments } from '#main/services/citation-paste.ts'
import { checkPlanCitations, countCitations, findCitedPlaces } from '#main/services/citation-places.ts'
import { createCitedDocuments, readCitedDocuments, removeCitedDocument, saveCitedDocument } from '#main/services/citation.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

/** One line a channel. */
export function citationHandlers(session: () => Session): Pick<Handlers, Extract<keyof Handlers, `citation.${string}`>> {
  return {
    'citation.list': () => readCitedDocuments(session().context),
    'citation.usage': () => countCitations(session().context),
    'citation.places': (input) => findCitedPlaces(session().context, input),
    'citation.save': (input) => saveCitedDocument(session().context, session().actor, input),
    'citation.remove': (input) => removeCitedDocument(session().context, session().actor, input),
    'citation.create-many': (input) => createCitedDocuments(session().context, session().actor, input),
    'citation.preview-paste': (input) => previewCitedDocuments(session().context, input),
    'citation.check': (input) => checkPlanCitations(session().context, input),
    'citation.fix': (input) => fixCitations(session().context, session().actor, input),
    'citation.write-bases': (input) => writeLegalBases(session().context, session().actor, input),
  }
}
