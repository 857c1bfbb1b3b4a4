import { useParams } from '@tanstack/react-router'
import { IconGavel } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { planStatusMoves, type Plan } from '#shared/domain/plan.ts'
import { issueText } from '#shared/text/vi/plan.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useAsk } from '../../../lib/queries.ts'
import { planRoute } from '../../../lib/routes.ts'
import { ExportPanel } from './export-panel.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
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
  return (
    <div className={styles['grid']}>
      <div>
        <RecordOfPlan plan={plan} />
        <StatusFlow plan={plan} onIssue={() => setIssuing(true)} />
        <Rounds plan={plan} />
      </div>
      <div>
        <ExportPanel plan={plan} />
        <HandOverPanel plan={plan} />
      </div>
      <IssueDialog plan={plan} opened={issuing} onClose={() => setIssuing(false)} />
    </div>
  )
}
