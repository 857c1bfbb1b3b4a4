import { IconQuote } from '@tabler/icons-react'
import { lazy } from 'react'
import { citationPaneText } from '#shared/text/vi/citation-screen.ts'
import type { PlanPane } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'

/** "Viện dẫn" beside the text of a plan. */
export const citationPane: PlanPane = {
  id: 'vien-dan',
  label: citationPaneText.label,
  icon: IconQuote,
  order: 30,
  component: lazy(async () => ({ default: (await import('./citation-pane.tsx')).CitationPane })),
  companion: lazy(async () => ({ default: (await import('./citation-companion.tsx')).CitationCompanion })),
  useCount: (planId) => {
    const check = useAsk('citation.check', { planId }, { keepPrevious: true })
    return check.data?.findings.filter(({ severity }) => severity === 'alarm').length ?? null
  },
}
