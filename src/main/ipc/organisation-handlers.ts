import { correctAgencyName } from '#main/services/correct-name.ts'
import {
  changeAgency,
  createAgencies,
  createAgency,
  createMembers,
  readFields,
  readMembers,
  readOrganisation,
  removeAgency,
  removeAgencyGroup,
  removeField,
  removeMember,
  reorderFields,
  saveAgencyGroup,
  saveField,
  saveMember,
} from '#main/services/organisation.ts'
import { previewAgencies, previewMembers } from '#main/services/organisation-paste.ts'
import { searchEverything } from '#main/services/search.ts'
import type { Session } from '#main/services/workspace.ts'
import type { Handlers } from './handlers.ts'

type Channels =
  | Extract<keyof Handlers, `agency.${string}` | `agency-group.${string}` | `member.${string}` | `field.${string}`>
  | 'search.everything'

/** One line a channel. */
export function organisationHandlers(session: () => Session): Pick<Handlers, Channels> {
  return {
    'agency.list': () => readOrganisation(session().context),
    'agency.create': (input) => createAgency(session().context, session().actor, input),
    'agency.update': (input) => changeAgency(session().context, session().actor, input),
    'agency.correct-name': (input) => correctAgencyName(session().context, session().actor, input),
    'agency.remove': (input) => removeAgency(session().context, session().actor, input),
    'agency.preview-paste': (input) => previewAgencies(session().context, input),
    'agency.create-many': (input) => createAgencies(session().context, session().actor, input),
    'agency-group.save': (input) => saveAgencyGroup(session().context, session().actor, input),
    'agency-group.remove': (input) => removeAgencyGroup(session().context, session().actor, input),
    'member.list': () => readMembers(session().context),
    'member.save': (input) => saveMember(session().context, session().actor, input),
    'member.preview-paste': (input) => previewMembers(session().context, input),
    'member.create-many': (input) => createMembers(session().context, session().actor, input),
    'member.remove': (input) => removeMember(session().context, session().actor, input),
    'field.list': () => readFields(session().context),
    'field.save': (input) => saveField(session().context, session().actor, input),
    'field.reorder': (input) => reorderFields(session().context, session().actor, input),
    'field.remove': (input) => removeField(session().context, session().actor, input),
    'search.everything': (input) => searchEverything(session().context, input),
  }
}
