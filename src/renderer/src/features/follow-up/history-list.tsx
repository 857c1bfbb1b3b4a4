import { Button, Group, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { Progress } from '#shared/domain/progress.ts'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { followUpForm, followUpText as words } from '#shared/text/vi/follow-up.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import type { PaneAct } from './follow-up-pane.tsx'
import { dueOfRegister, nameDocument, targetsOf } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'
import styles from './follow-up.module.css'

/** Everything that was reported, the newest first: what happened when, who wrote it down when; corrected ones struck, verified ones locked. */
export function HistoryList({
  task,
  followUp,
  onAct,
}: {
  readonly task: RegisterTask
  readonly followUp: FollowUp
  readonly onAct: (act: PaneAct) => void
}): ReactElement {
  const nameOf = useAgencyNames()
  const { progress, assignments } = followUp
  const corrected = new Set(progress.flatMap(({ correctsId }) => correctsId ?? []))
  const byId = new Map(progress.map((entry) => [entry.id, entry]))
  const agencyOf = new Map(assignments.map(({ id, agencyId }) => [id, agencyId]))
  const living = new Set(targetsOf(task, task.shares).map(({ assignmentId }) => assignmentId))
  return (
    <section>
      <h3>{words.history(progress.length)}</h3>
      {progress.length === 0 && <div className={styles['quiet']}>{words.noHistory}</div>}
      {progress.toReversed().map((entry) => {
        const agencyId = agencyOf.get(entry.assignmentId)
        const gone = corrected.has(entry.id)
        const old = entry.correctsId === null ? undefined : byId.get(entry.correctsId)
        return (
          <div key={entry.id} className={styles['line']} data-progress={entry.id}>
            <div className={styles['spread']}>
              <span className={gone ? `${styles['name']} ${styles['struck']}` : styles['name']}>
                <strong>{words.happened(entry.happenedOn)}</strong> · {stateNames[entry.state]}
                {entry.percent === null ? '' : ` ${words.percent(entry.percent)}`}
              </span>
              {entry.verifiedAt !== null && (
                <Tooltip label={words.verified(entry.verifiedAt, entry.verifiedBy ?? '')}>
                  <IconLock
                    size={15}
                    className={styles['lock'] ?? ''}
                    role="img"
                    aria-label={words.verified(entry.verifiedAt, entry.verifiedBy ?? '')}
                  />
                </Tooltip>
              )}
            </div>
            <div className={gone ? styles['struck'] : undefined}>
              <div>
                {agencyId === undefined ? words.unknownAgency : nameOf(agencyId)}, {words.channels[entry.channel]}
                {entry.basis === null ? '' : `: ${nameDocument(entry.basis)}`}
                {entry.due === null ? '' : ` · ${dueOfRegister(task, entry.due)}`}
              </div>
              <Told entry={entry} />
            </div>
            <div className={styles['quiet']}>
              {old !== undefined && <span>{words.corrects(old.happenedOn)}. </span>}
              {words.recorded(entry.recordedAt, entry.recordedBy)}
              {gone ? `. ${words.corrected}` : entry.verifiedAt === null ? `. ${words.unverified}` : ''}
            </div>
            {!gone && living.has(entry.assignmentId) && (
              <Group gap={4}>
                {entry.verifiedAt === null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() =>
                      void ask('progress.verify', { entries: [{ id: entry.id, version: entry.version }] }).then(
                        () => showDone(followUpForm.verified(1)),
                        showFailure,
                      )
                    }
                  >
                    {words.verify}
                  </Button>
                )}
                <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'correct', entry })}>
                  {words.correct}
                </Button>
              </Group>
            )}
          </div>
        )
      })}
    </section>
  )
}

const told = [
  ['result', words.result],
  ['product', words.productDone],
  ['difficulty', words.difficulty],
  ['proposal', words.proposal],
  ['explanation', words.explanation],
] as const

function Told({ entry }: { readonly entry: Progress }): ReactElement {
  return (
    <>
      {told.map(
        ([key, label]) =>
          entry[key] !== '' && (
            <div key={key} className={styles['text']}>
              <span className={styles['quiet']}>{label}:</span> {entry[key]}
            </div>
          ),
      )}
    </>
  )
}
