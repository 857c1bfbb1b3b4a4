import type { CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { CitationFinding } from '#shared/domain/citation-finding.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { flushAll, inTurn } from '../../lib/saving.ts'

/** Does what findings offer, as one step: unsaved words are written first, so that the fix meets them. */
export function takeFixes(planId: PlanId, findings: readonly CitationFinding[]): void {
  const fixes = findings.flatMap(({ place, fix }) => (fix === null ? [] : [{ place, fix }]))
  if (fixes.length === 0) return
  void (async () => {
    await flushAll()
    const { done } = await inTurn(async () => ask('citation.fix', { planId, fixes }))
    if (done === 0) showFailure(text.wordsChanged)
    else showDone(text.fixed(done), { undoable: true })
  })().catch(showFailure)
}

/** "Ghi nhận": puts documents into the registry with what the plan says of them. */
export function register(documents: readonly CitedDocumentFacts[]): void {
  void inTurn(async () => ask('citation.create-many', { documents: [...documents] }))
    .then(({ added }) => showDone(text.registered(added.length), { undoable: true }))
    .catch(showFailure)
}
