import type { ReactElement } from 'react'
import type { FollowUp } from '#shared/ipc/task-event-contract.ts'
import { followUpText as words } from '#shared/text/vi/follow-up.ts'
import { FileLink } from './file-link.tsx'
import { nameDocument } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'
import styles from './follow-up.module.css'

/** What proves the task, in the order it was reported; that of corrected entries struck. */
export function EvidenceList({ followUp: { progress, evidence, assignments } }: { readonly followUp: FollowUp }): ReactElement {
  const nameOf = useAgencyNames()
  const byId = new Map(evidence.map((one) => [one.id, one]))
  const agencyOf = new Map(assignments.map(({ id, agencyId }) => [id, agencyId]))
  const corrected = new Set(progress.flatMap(({ correctsId }) => correctsId ?? []))
  const rows = progress.flatMap((entry) =>
    entry.evidenceIds.flatMap((id) => {
      const found = byId.get(id)
      return found === undefined ? [] : [{ entry, evidence: found }]
    }),
  )
  return (
    <section>
      <h3>{words.evidence(rows.filter(({ entry }) => !corrected.has(entry.id)).length)}</h3>
      {rows.length === 0 && <div className={styles['quiet']}>{words.noEvidence}</div>}
      {rows.map(({ entry, evidence: { id, file, ...document } }) => {
        const agencyId = agencyOf.get(entry.assignmentId)
        return (
          <div key={id} className={styles['line']}>
            <div className={corrected.has(entry.id) ? styles['struck'] : undefined}>{nameDocument(document)}</div>
            <FileLink of="evidence" id={id} file={file} />
            <span className={styles['quiet']}> · {agencyId === undefined ? words.unknownAgency : nameOf(agencyId)}</span>
          </div>
        )
      })}
    </section>
  )
}
