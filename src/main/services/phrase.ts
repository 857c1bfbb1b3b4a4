import type { Actor } from '#shared/domain/actor.ts'
import type { PhraseId } from '#shared/domain/identifier.ts'
import { phraseContent, type Phrase } from '#shared/domain/phrase.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { compareVietnamese } from '#shared/language/fold.ts'
import { insertPhrase, listPhrases, updatePhrase } from '#main/store/repositories/shelf.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'

/** All usual sentences, by group (those of none last), then by key. */
export async function readPhrases({ db }: ServiceContext): Promise<readonly Phrase[]> {
  return (await listPhrases(db)).toSorted(
    (one, other) =>
      Number(one.group === '') - Number(other.group === '') ||
      compareVietnamese(one.group, other.group) ||
      compareVietnamese(one.key, other.key),
  )
}

/** Writes new and changed sentences, their look kept, marks of names and citations dropped. Throws `record-changed-meanwhile`. */
export async function savePhrases(context: ServiceContext, actor: Actor, { phrases }: Input<'phrase.save'>): Promise<readonly Phrase[]> {
  return runCommand(context, actor, { command: 'phrase.save', undoable: true }, async (trace) => {
    const saved: Phrase[] = []
    for (const { id, version, key, group, content } of phrases) {
      const plain = normaliseContent(phraseContent(content)).filter((inline) => inline.kind === 'text')
      const phrase = { key: key.trim(), group: group.trim(), content: plain }
      saved.push(
        id === null || version === null
          ? await insertPhrase(trace, { id: context.newId<PhraseId>(), ...phrase })
          : await updatePhrase(trace, { id, version, ...phrase }),
      )
    }
    return saved
  })
}

/** Throws `record-not-found`. */
export async function removePhrases(context: ServiceContext, actor: Actor, { ids }: Input<'phrase.remove'>): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'phrase.remove', undoable: true }, async (trace) => {
    for (const id of new Set(ids)) await trace.remove('phrase', id)
    return {}
  })
}
