import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyRegistry, Party } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { FootnoteId, TaskId } from '#shared/domain/identifier.ts'
import type { Inline, PartyReference, TextInline } from '#shared/domain/inline.ts'
import { normaliseContent, replaceInContent } from '#shared/domain/inline-text.ts'
import type { Leftover, LeftoverOffer, LeftoverPlace } from '#shared/domain/leftover.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { Task } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listAppendices, updateAppendix } from '#main/store/repositories/appendix.ts'
import { renewTask } from '#main/store/repositories/carry-over.ts'
import { updatePlan } from '#main/store/repositories/plan.ts'
import { listProvisions, updateProvision } from '#main/store/repositories/provision.ts'
import { listTasks, removeTask, updateTask } from '#main/store/repositories/task.ts'
import type { Trace } from '#main/store/trace.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { markStillHolds } from './found-places.ts'
import { findLeftoversOf } from './leftover-source.ts'
import { editablePlan } from './plan-guard.ts'

interface Settled {
  readonly leftover: Leftover
  readonly offer: LeftoverOffer
  readonly place: LeftoverPlace
}
type At<Where extends LeftoverPlace['where']> = Settled & { readonly place: Extract<LeftoverPlace, { where: Where }> }

/**
 * Puts what was offered in its places, as one command that an undo takes back whole: words, marks and parties, rows taken out or made tasks of
 * their own. A leftover that is no longer there, and an offer it does not have, are passed over and not counted. Throws `plan-not-editable`.
 */
export async function settleLeftovers(
  context: ServiceContext,
  actor: Actor,
  { planId, settle }: Input<'leftover.settle'>,
): Promise<Output<'leftover.settle'>> {
  return runCommand(context, actor, { command: 'leftover.settle', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const found = new Map((await findLeftoversOf(trace.trx, plan)).map((leftover) => [leftover.key, leftover]))
    const wanted = new Map(settle.map(({ key, offer }) => [key, offer]))
    const chosen = [...wanted].flatMap(([key, index]) => {
      const leftover = found.get(key)
      const offer = leftover?.offers[index]
      return leftover === undefined || offer === undefined ? [] : [{ leftover, offer }]
    })
    // From the end of each text to its beginning: what is put in then moves no place that is still to come.
    const settled = chosen
      .flatMap(({ leftover, offer }) => leftover.places.map((place) => ({ leftover, offer, place })))
      .toSorted((one, other) => startOf(other.place) - startOf(one.place))
    const registry = await readAgencyRegistry(trace.trx)
    await settlePlan(trace, plan, settled)
    await settleTexts(trace, plan, settled, registry)
    await settleTasks(context, trace, plan, settled)
    return { settled: chosen.length }
  })
}

function startOf(place: LeftoverPlace): number {
  return place.where === 'signer' ? 0 : place.start
}

function at<Where extends LeftoverPlace['where']>(settled: readonly Settled[], where: Where): readonly At<Where>[] {
  return settled.filter((one): one is At<Where> => one.place.where === where)
}

function wordsOf(offer: LeftoverOffer): string | null {
  return offer.kind === 'words' || offer.kind === 'party' ? offer.words : null
}

function spliced(text: string, { place, offer }: Pick<At<'subject' | 'recipient' | 'appendix-title' | 'task'>, 'place' | 'offer'>): string {
  const words = wordsOf(offer)
  return words === null ? text : `${text.slice(0, place.start)}${words}${text.slice(place.start + place.length)}`
}

/** The subject, the recipients and the appendices' titles. */
async function settlePlan(trace: Trace, plan: Plan, settled: readonly Settled[]): Promise<void> {
  const subject = at(settled, 'subject').reduce(spliced, plan.subject)
  const recipients = plan.recipients.map((recipient, ordinal) =>
    at(settled, 'recipient')
      .filter(({ place }) => place.ordinal === ordinal)
      .reduce(spliced, recipient),
  )
  if (subject !== plan.subject || recipients.some((recipient, ordinal) => recipient !== plan.recipients[ordinal]))
    await updatePlan(trace, { ...plan, subject, recipients })
  for (const appendix of await listAppendices(trace.trx, plan.id)) {
    const title = at(settled, 'appendix-title')
      .filter(({ place }) => place.appendixId === appendix.id)
      .reduce(spliced, appendix.title)
    if (title !== appendix.title) await updateAppendix(trace, { ...appendix, title })
  }
}

/** The text and its footnotes. */
async function settleTexts(trace: Trace, plan: Plan, settled: readonly Settled[], registry: AgencyRegistry): Promise<void> {
  const bySentence = Map.groupBy(at(settled, 'provision'), ({ place }) => place.provisionId)
  for (const provision of await listProvisions(trace.trx, plan.id)) {
    const own = bySentence.get(provision.id) ?? []
    if (own.length === 0) continue
    const content = own.reduce(
      (words, one) =>
        one.place.footnoteId === null
          ? settledContent(words, one, registry)
          : inFootnote(words, one.place.footnoteId, (inside) => settledContent(inside, one, registry)),
      provision.content,
    )
    await updateProvision(trace, { ...provision, content: normaliseContent(content) })
  }
}

function settledContent(content: readonly Inline[], { place, offer }: At<'provision'>, registry: AgencyRegistry): readonly Inline[] {
  const words = wordsOf(offer)
  if (words === null) return content
  if (offer.kind !== 'party')
    return replaceInContent(content, place.start, place.length, words, (marked) => markStillHolds(marked, registry))
  const replaced = replaceInContent(content, place.start, place.length, words, () => false)
  return markedRange(replaced, place.start, words.length, offer.party)
}

/** Puts a party's mark over a range of words. */
function markedRange(content: readonly Inline[], start: number, length: number, party: PartyReference): readonly Inline[] {
  const result: Inline[] = []
  let from = 0
  for (const inline of content) {
    const width = inline.kind === 'text' ? inline.text.length : inline.kind === 'line-break' ? 1 : 0
    const first = Math.max(start - from, 0)
    const last = Math.min(start + length - from, width)
    if (inline.kind !== 'text' || first >= last) result.push(inline)
    else
      result.push(
        ...[
          { ...inline, text: inline.text.slice(0, first) },
          { ...inline, text: inline.text.slice(first, last), party },
          { ...inline, text: inline.text.slice(last) },
        ].filter(({ text }) => text !== ''),
      )
    from += width
  }
  return result
}

function inFootnote(
  content: readonly Inline[],
  id: FootnoteId,
  change: (content: readonly TextInline[]) => readonly Inline[],
): readonly Inline[] {
  return content.map((inline) =>
    inline.kind === 'footnote' && inline.id === id
      ? { ...inline, content: change(inline.content).filter((piece): piece is TextInline => piece.kind === 'text') }
      : inline,
  )
}

/** The rows of the appendices. */
async function settleTasks(context: ServiceContext, trace: Trace, plan: Plan, settled: readonly Settled[]): Promise<void> {
  const byTask = Map.groupBy(at(settled, 'task'), ({ place }) => place.taskId)
  for (const task of await listTasks(trace.trx, plan.id)) {
    const own = byTask.get(task.id) ?? []
    if (own.length === 0) continue
    if (own.some(({ offer }) => offer.kind === 'drop-task')) {
      await removeTask(trace, task)
      continue
    }
    await updateTask(trace, withoutRepeats(own.reduce((words, one) => settledTask(words, one, plan), task)))
    if (own.some(({ offer }) => offer.kind === 'renew-task')) await renewTask(trace, task.id, context.newId<TaskId>())
  }
}

function settledTask(task: Task, one: At<'task'>, plan: Plan): Task {
  const { place, offer } = one
  if (wordsOf(offer) === null) return task
  switch (place.column) {
    case 'lead':
      return { ...task, leads: withParty(task.leads, place.start, offer) }
    case 'coordinating':
      return { ...task, coordinating: withParty(task.coordinating, place.start, offer) }
    case 'task':
      return { ...task, content: spliced(task.content, one) }
    case 'product':
      return { ...task, product: spliced(task.product, one) }
    case 'deadline':
      return { ...task, deadline: readDeadline(spliced(task.deadline.phrase, one), { planYear: plan.year, issuedOn: plan.issuedOn }) }
    default:
      return { ...task, extra: { ...task.extra, [place.column]: spliced(task.extra[place.column] ?? '', one) } }
  }
}

function withParty(parties: readonly Party[], ordinal: number, offer: LeftoverOffer): readonly Party[] {
  if (offer.kind !== 'party') return parties
  return parties.map((party, index) => {
    if (index !== ordinal || party.kind === 'words') return party
    return { ...offer.party, ...(party.qualifier !== undefined && { qualifier: party.qualifier }) }
  })
}

/** Two bodies that became one are named once, and one that leads does not help itself. */
function withoutRepeats(task: Task): Task {
  const leads = once(task.leads, [])
  return { ...task, leads, coordinating: once(task.coordinating, leads) }
}

function once(parties: readonly Party[], already: readonly Party[]): readonly Party[] {
  const kept: Party[] = []
  for (const party of parties) if (![...already, ...kept].some((one) => isSameBody(one, party))) kept.push(party)
  return kept
}

function isSameBody(one: Party, other: Party): boolean {
  return (
    (one.kind === 'agency' && other.kind === 'agency' && one.agencyId === other.agencyId) ||
    (one.kind === 'group' && other.kind === 'group' && one.groupId === other.groupId)
  )
}
