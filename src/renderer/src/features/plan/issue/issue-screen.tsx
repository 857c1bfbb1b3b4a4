import { useParams, useSearch } from '@tanstack/react-router'
import { IconGavel } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { DraftRoundId } from '#shared/domain/identifier.ts'
import { planStatusMoves, type Plan } from '#shared/domain/plan.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useAsk } from '../../../lib/queries.ts'
import { planRoute } from '../../../lib/routes.ts'
import { Comparison } from './comparison.tsx'
import { ExportPanel } from './export-panel.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import styles from './issue.module.css'
import { RecordOfPlan } from './record-of-plan.tsx'
import { Rounds } from './rounds.tsx'
import { StatusFlow } from './status-flow.tsx'

/** The tab "Dự thảo & ban hành": where the plan stands, its rounds, its files, and issuing. */
export function IssueScreen(): ReactElement | null {
  const { planId } = useParams({ from: planRoute.id })
  const detail = useAsk('plan.get', { planId })
  return detail.data === undefined ? null : <Issue plan={detail.data.plan} />
}

function Issue({ plan }: { readonly plan: Plan }): ReactElement {
  const { so, voi } = useSearch({ from: '/ke-hoach/$planId/ban-hanh' })
  const rounds = useAsk('draft-round.list', { planId: plan.id })
  const [issuing, setIssuing] = useState(false)
  useCommands([
    {
      id: 'plan.issue',
      label: issueText.issue,
      group: 'plan',
      icon: IconGavel,
      unavailable: () => (planStatusMoves[plan.status].includes('issued') ? null : issueText.onlyAfterSigning),
      run: () => setIssuing(true),
    },
  ])
  const compared = rounds.data?.find(({ id }) => id === so)
  return (
    <div className={styles['grid']}>
      <div>
        <RecordOfPlan plan={plan} />
        <StatusFlow plan={plan} onIssue={() => setIssuing(true)} />
        {compared !== undefined && (
          <Comparison planId={plan.id} id={compared.id} other={(voi ?? null) as DraftRoundId | null} rounds={rounds.data ?? []} />
        )}
        <Rounds plan={plan} />
      </div>
      <div>
        <ExportPanel plan={plan} />
      </div>
      <IssueDialog plan={plan} opened={issuing} onClose={() => setIssuing(false)} />
    </div>
  )
}
