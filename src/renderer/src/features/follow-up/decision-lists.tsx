import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { eventsInForce } from '#shared/domain/task-event.ts'
import type { AssignmentId } from '#shared/domain/identifier.ts'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { eventNames, followUpText as words } from '#shared/text/vi/follow-up.ts'
import { FileLink } from './file-link.tsx'
import type { PaneAct } from './follow-up-pane.tsx'
import { nameDocument } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'
import styles from './follow-up.module.css'

/** Days that were moved, the first day always said; and what documents decided of the task, withdrawn events struck. */
export function DecisionLists({ followUp, onAct }: { readonly followUp: FollowUp; readonly onAct: (act: PaneAct) => void }): ReactElement {
  const nameOf = useAgencyNames()
  const { extensions, events, assignments } = followUp
  const agencyOf = new Map(assignments.map(({ id, agencyId }) => [id, agencyId]))
  const who = (id: AssignmentId | null): string => {
    if (id === null) return words.wholeTask
    const agencyId = agencyOf.get(id)
    return agencyId === undefined ? words.unknownAgency : nameOf(agencyId)
  }
  /** The day that an extension's due had before any was moved. */
  const firstOf = (due: string, assignmentId: AssignmentId | null): string =>
    extensions
      .filter((one) => one.due === due && (one.assignmentId === assignmentId || one.assignmentId === null))
      .reduce((first, { oldDue }) => (first === '' || oldDue < first ? oldDue : first), '')
  const inForce = new Set(eventsInForce(events).map(({ id }) => id))
  return (
    <>
      {extensions.length > 0 && (
        <section>
          <h3>{words.extensions(extensions.length)}</h3>
          {extensions.map(({ id, due, assignmentId, oldDue, newDue, decidedOn, reason, basis, file }) => (
            <div key={id} className={styles['line']}>
              <div>
                <strong>{words.moved(oldDue, newDue)}</strong> · {words.firstDue(firstOf(due, assignmentId))}
              </div>
              <div>{who(assignmentId)}</div>
              <div className={styles['text']}>{reason}</div>
              <div className={styles['quiet']}>{words.by(nameDocument(basis), decidedOn)}</div>
              {file !== null && <FileLink of="extension" id={id} file={file} />}
            </div>
          ))}
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h3>{words.events(events.length)}</h3>
          {events.map((event) => {
            const counts = inForce.has(event.id) || event.kind === 'withdrawn'
            return (
              <div key={event.id} className={styles['line']}>
                <div className={counts ? undefined : styles['struck']}>
                  <strong>{eventNames[event.kind]}</strong> {words.since(event.happenedOn)}
                  <div>{who(event.assignmentId)}</div>
                  {event.agencyId !== null && <div>{words.newLead(nameOf(event.agencyId))}</div>}
                  {event.reason !== '' && <div className={styles['text']}>{event.reason}</div>}
                </div>
                <div className={styles['quiet']}>
                  {event.basis.symbol !== '' && <div>{nameDocument(event.basis)}</div>}
                  {words.recorded(event.recordedAt, event.recordedBy)}
                  {counts ? '' : `. ${words.notCounted}`}
                </div>
                {event.file !== null && <FileLink of="task-event" id={event.id} file={event.file} />}
                {inForce.has(event.id) && event.kind !== 'lead-changed' && (
                  <Button size="compact-xs" variant="subtle" onClick={() => onAct({ kind: 'event', event: 'withdrawn', withdraws: event })}>
                    {words.withdraw}
                  </Button>
                )}
              </div>
            )
          })}
        </section>
      )}
    </>
  )
}
