import type { Actor } from '#shared/domain/actor.ts'
import type { Agency } from '#shared/domain/agency.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { Inline, TextInline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import { isEditable } from '#shared/domain/plan.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { fold } from '#shared/language/fold.ts'
import { getAgency, updateAgency } from '#main/store/repositories/agency.ts'
import { listMembers, updateMember } from '#main/store/repositories/member.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import { listProvisions, updateProvision } from '#main/store/repositories/provision.ts'
import { findUnsavedText, keepUnsavedText } from '#main/store/repositories/unsaved-text.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/**
 * Corrects a wrong name: the record, and in every draft the marked words that say the old name (accents and case aside), footnotes and
 * text being typed too, and members' posts. Tasks, lists and previews follow by themselves, for they hold the id. Plans that are no drafts any more stay as
 * they are. A body that was renamed by a decision is another matter: it gets an end and a successor.
 * Throws `record-not-found`, `record-changed-meanwhile`.
 */
export async function correctAgencyName(context: ServiceContext, actor: Actor, input: Input<'agency.correct-name'>): Promise<Agency> {
  return runCommand(context, actor, { command: 'agency.correct-name', undoable: true }, async (trace) => {
    const old = await getAgency(trace.trx, input.id)
    const name = input.name.normalize('NFC').trim()
    const corrected = await updateAgency(trace, { ...old, name, version: input.version })
    const correct = (content: readonly Inline[]): readonly Inline[] => replaceName(content, input.id, old.name, name)
    for (const plan of (await listPlans(trace.trx)).filter(({ status }) => isEditable(status))) {
      for (const provision of await listProvisions(trace.trx, plan.id)) {
        const content = correct(provision.content)
        if (content !== provision.content) await updateProvision(trace, { ...provision, content })
      }
      const unsaved = await findUnsavedText(trace.trx, plan.id)
      if (unsaved !== null) {
        const provisions = unsaved.provisions.map((provision) => ({ ...provision, content: correct(provision.content) }))
        await keepUnsavedText(trace.trx, plan.id, { ...unsaved, provisions })
      }
    }
    // A post is typed text, but of one meaning: "Giám đốc Sở …" beside the old name would contradict the table it stands in.
    for (const member of await listMembers(trace.trx)) {
      if (member.agencyId === input.id && member.post.includes(old.name))
        await updateMember(trace, { ...member, post: member.post.replaceAll(old.name, name) })
    }
    return corrected
  })
}

/** The content with the name replaced where it is marked and says the old one; the very same content when it is nowhere. */
export function replaceName(content: readonly Inline[], id: AgencyId, oldName: string, newName: string): readonly Inline[] {
  let replaced = false
  const inStretches = <I extends Inline>(inlines: readonly I[]): readonly (I | TextInline)[] => {
    const result: (I | TextInline)[] = []
    for (let at = 0; at < inlines.length;) {
      // A name half in bold is several stretches under one mark.
      let end = at
      while (end < inlines.length && isMarked(inlines[end], id)) end += 1
      const run = inlines.slice(at, end).filter((inline): inline is I & TextInline => inline.kind === 'text')
      const words = run.map((inline) => inline.text).join('')
      const [first] = run
      if (first !== undefined && fold(words) === fold(oldName) && words !== newName) {
        result.push({ ...first, text: likeWritten(words, newName) })
        replaced = true
      } else result.push(...inlines.slice(at, Math.max(end, at + 1)))
      at = Math.max(end, at + 1)
    }
    return result
  }
  const changed = inStretches(content).map((inline): Inline => {
    if (inline.kind !== 'footnote') return inline
    return { ...inline, content: inStretches(inline.content) }
  })
  return replaced ? normaliseContent(changed) : content
}

function isMarked(inline: Inline | undefined, id: AgencyId): boolean {
  return inline?.kind === 'text' && inline.party?.kind === 'agency' && inline.party.agencyId === id
}

/** A name in capitals (a heading) stays in capitals. */
function likeWritten(words: string, name: string): string {
  return words === words.toLocaleUpperCase('vi') && words !== words.toLocaleLowerCase('vi') ? name.toLocaleUpperCase('vi') : name
}
