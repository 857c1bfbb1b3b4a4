import { Anchor, Button } from '@mantine/core'
import { IconChecklist, IconFilterOff, IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { RegisterTask } from '#shared/domain/register.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { EmptyPlace } from '../../ui/screen/screen.tsx'
import styles from './register.module.css'

/** A year without a plan: where its tasks will come from. */
export function NoTasks({ year }: { readonly year: number }): ReactElement {
  return (
    <EmptyPlace
      icon={<IconChecklist size={40} stroke={1.2} aria-hidden />}
      title={registerList.emptyTitle(year)}
      text={registerList.emptyText}
    >
      <Button renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{registerList.toPlans}</Button>
      <Button variant="default" renderRoot={(props) => <Link to="/nhap" {...props} />}>
        {registerList.importPlan}
      </Button>
    </EmptyPlace>
  )
}

export function NothingFits({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <EmptyPlace
      icon={<IconFilterOff size={40} stroke={1.2} aria-hidden />}
      title={registerList.nothingFits}
      text={registerList.nothingFitsText}
    >
      <Button onClick={onClear}>{registerList.clearFilters}</Button>
    </EmptyPlace>
  )
}

/** While the plan is a draft: what stands below is what would be given, and cannot be reported yet. */
export function DraftNotice({ tasks }: { readonly tasks: readonly RegisterTask[] }): ReactElement | null {
  const shares = tasks.flatMap((task) => task.shares)
  const planId = tasks.find((task) => task.planId !== null)?.planId ?? null
  if (planId === null || shares.some(({ assignmentId }) => assignmentId !== null)) return null
  return (
    <div className={styles['notice']} role="note">
      <IconInfoCircle size={16} aria-hidden />
      <span>
        {registerList.draftNotice}{' '}
        <Anchor size="xs" renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId }} {...props} />}>
          {registerList.toPlan}
        </Anchor>
      </span>
    </div>
  )
}
