import { useEffect, useMemo, useRef, useState } from 'react'
import { checkCitations, type CitationCheck } from '#shared/domain/citation-check.ts'
import { citationCandidates, type Candidate } from '#shared/domain/citation-candidates.ts'
import { findMentions, type Mention } from '#shared/domain/citation-mention.ts'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { CitingPlan } from '#shared/domain/citing-text.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { useAsk } from '../../lib/queries.ts'

export interface ScreenCheck extends CitationCheck {
  readonly unregistered: readonly Candidate[]
  readonly registry: readonly CitedDocument[]
}

/** What was found in a text is kept: after a keystroke one sentence is read anew. */
function rememberingReader(): (text: string) => readonly Mention[] {
  const known = new Map<string, readonly Mention[]>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size > 20_000) known.clear()
    const mentions = findMentions(text)
    known.set(text, mentions)
    return mentions
  }
}

/**
 * What may be said of the citations in the words on the screen, written or not. It is worked out while the window is idle, so that typing never
 * waits; null until the first time.
 */
export function useCitationCheck(planId: PlanId, words: readonly ProvisionContent[]): ScreenCheck | null {
  const detail = useAsk('plan.get', { planId })
  const tasks = useAsk('task.list', { planId })
  const fields = useAsk('field.list', {})
  const registry = useAsk('citation.list', {})
  const read = useRef(rememberingReader())
  const [check, setCheck] = useState<ScreenCheck | null>(null)
  const plan = detail.data?.plan
  const citing = useMemo(
    (): CitingPlan | null =>
      plan === undefined || tasks.data === undefined || fields.data === undefined
        ? null
        : { legalForm: plan.legalForm, provisions: words, tasks: tasks.data, fields: fields.data },
    [plan, words, tasks.data, fields.data],
  )
  const day = plan?.issuedOn ?? plan?.agenciesAsOf
  const documents = registry.data
  useEffect(() => {
    if (citing === null || day === undefined || documents === undefined) return undefined
    const waiting = requestIdleCallback(
      () =>
        setCheck({
          ...checkCitations(citing, documents, day, read.current),
          unregistered: citationCandidates(citing, documents, read.current),
          registry: documents,
        }),
      { timeout: 600 },
    )
    return () => cancelIdleCallback(waiting)
  }, [citing, day, documents])
  return check
}
