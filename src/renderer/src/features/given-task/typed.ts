import type { AgencyId, FieldId } from '#shared/domain/identifier.ts'
import type { Party } from '#shared/domain/agency.ts'
import type { GivenTask, GivenTaskSource, GivingDocument } from '#shared/domain/given-task.ts'
import type { GivenTaskWords } from '#shared/ipc/given-task-contract.ts'
import { readDay, showDay } from '../../lib/dates.ts'

/** The document as it is being typed. */
export interface TypedDocument {
  readonly source: GivenTaskSource
  readonly symbol: string
  readonly day: string
  readonly issuer: string
  readonly title: string
}

/** A task as it is being typed; `key` tells the boxes of one from those of another. */
export interface TypedTask extends GivenTaskWords {
  readonly key: number
}

export const emptyDocument: TypedDocument = { source: 'conclusion', symbol: '', day: '', issuer: '', title: '' }

export function emptyTask(key: number): TypedTask {
  return { key, content: '', product: '', leads: [], coordinating: [], deadline: '', fieldId: null, note: '' }
}

export function typedDocument({ source, document }: GivenTask): TypedDocument {
  return { source, symbol: document.symbol, day: showDay(document.issuedOn), issuer: document.issuer, title: document.title }
}

export function typedTask({ content, product, leads, coordinating, deadline, fieldId, note }: GivenTask): TypedTask {
  return { key: 1, content, product, leads: [...leads], coordinating: [...coordinating], deadline: deadline.phrase, fieldId, note }
}

/** The document to send, or null while its symbol or day is missing. */
export function documentOf({ symbol, day, issuer, title }: TypedDocument): GivingDocument | null {
  const issuedOn = readDay(day)
  return symbol.trim() === '' || issuedOn === null ? null : { symbol, issuedOn, issuer, title }
}

export function wordsOf({ content, product, leads, coordinating, deadline, fieldId, note }: TypedTask): GivenTaskWords {
  return { content, product, leads, coordinating, deadline, fieldId, note }
}

/** Whether a task says what is to be done and by whom. */
export function isWhole({ content, leads }: TypedTask): boolean {
  return content.trim() !== '' && hasLead(leads)
}

export function hasLead(leads: readonly Party[]): boolean {
  return leads.some(({ kind }) => kind !== 'words')
}

/** Value of a party in a list of choices. */
export function keyOfParty(party: Party): string {
  if (party.kind === 'agency') return `agency:${party.agencyId}`
  return party.kind === 'group' ? `group:${party.groupId}` : `words:${party.words}`
}

export function partyOfKey(key: string): Party {
  const [kind = '', ...rest] = key.split(':')
  const value = rest.join(':')
  if (kind === 'agency') return { kind, agencyId: value as AgencyId }
  if (kind === 'group') return { kind, groupId: value as Extract<Party, { kind: 'group' }>['groupId'] }
  return { kind: 'words', words: value }
}

export function fieldOf(value: string | null): FieldId | null {
  return value as FieldId | null
}
