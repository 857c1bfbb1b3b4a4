import { Button, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import type { RegisterShare, RegisterTask } from '#shared/domain/register.ts'
import { followUpForm, followUpText as words } from '#shared/text/vi/follow-up.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { LightBadge, StaleBadge } from '../../ui/light-badge/light-badge.tsx'
import type { PaneAct } from './follow-up-pane.tsx'
import { nameDue, targetsOf } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'
import styles from './follow-up.module.css'

/** So many shares stand open at first; more are one line each, opened by a click or a key. */
const OPEN_AT_ONCE = 3

/** Who owes what: each share with its light, what it owes, and one sentence that says why. */
export function ShareList({ task, onAct }: { readonly task: RegisterTask; readonly onAct: (act: PaneAct) => void }): ReactElement {
  const nameOf = useAgencyNames()
  return (
    <section>
      <h3>{words.shares(task.shares.length)}</h3>
      {task.shares.map((share) => (
        <details
          key={`${share.role} ${share.agencyId} ${share.assignmentId}`}
          className={styles['share']}
          open={task.shares.length <= OPEN_AT_ONCE}
        >
          <summary>
            <span className={styles['name']} title={nameOf(share.agencyId)}>
              {nameOf(share.agencyId)}
            </span>
            <span className={styles['quiet']}>{share.waiting ? words.waiting : words.roles[share.role]}</span>
            {share.stale && <StaleBadge brief explanation={share.explanation} />}
            <LightBadge light={share.light} explanation={share.explanation} />
          </summary>
          <div className={styles['inside']}>
            <ShareDues share={share} />
            <Group gap={4} mt={4}>
              {targetsOf(task, [share]).map((target) => (
                <Group key={target.assignmentId} gap={4}>
                  <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'report', meant: [target] })}>
                    {followUpForm.report}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'verify', meant: [target] })}>
                    {followUpForm.verify}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'extend', meant: [target] })}>
                    {followUpForm.extend}
                  </Button>
                </Group>
              ))}
            </Group>
          </div>
        </details>
      ))}
    </section>
  )
}

function ShareDues({ share }: { readonly share: RegisterShare }): ReactElement {
  if (share.dues.length === 1) return <div className={styles['quiet']}>{share.explanation}</div>
  return (
    <>
      {share.dues.map((due) => (
        <div key={due.key} className={styles['line']}>
          <div className={styles['spread']}>
            <span className={styles['name']}>{nameDue(due)}</span>
            <LightBadge light={due.light} explanation={due.explanation} />
          </div>
          <div className={styles['quiet']}>
            {stateNames[due.state]}
            {due.percent === null ? '' : ` ${words.percent(due.percent)}`}. {due.explanation}
          </div>
        </div>
      ))}
    </>
  )
}
