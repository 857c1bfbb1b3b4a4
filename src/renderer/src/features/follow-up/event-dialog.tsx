import { Select, Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { AgencyId, AssignmentId, Day, TaskId } from '#shared/domain/identifier.ts'
import type { TaskEvent, TaskEventKind } from '#shared/domain/task-event.ts'
import { eventNames, followUpForm as words, followUpText } from '#shared/text/vi/follow-up.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay, today } from '../../lib/dates.ts'
import { showDone } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { DayInput, DocumentBoxes } from './document-boxes.tsx'
import { FormFrame } from './form-frame.tsx'
import { basisOf, dayOf, emptyDocument } from './form-values.ts'
import type { ShareTarget } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'

const ALL = 'all'

/** Records what a document decided of a task: suspended, going on, stopped, another lead; or takes back an event entered by mistake. */
export function EventDialog({
  kind,
  taskId,
  targets,
  withdraws = null,
  asOf,
  onClose,
}: {
  readonly kind: TaskEventKind
  readonly taskId: TaskId
  readonly targets: readonly ShareTarget[]
  /** The event that was entered by mistake, for `withdrawn`. */
  readonly withdraws?: TaskEvent | null
  readonly asOf: Day | null
  readonly onClose: () => void
}): ReactElement {
  const nameOf = useAgencyNames()
  const agencies = useAsk('agency.list', {}).data?.agencies ?? []
  const changesLead = kind === 'lead-changed'
  const withdraw = kind === 'withdrawn'
  const offered = changesLead ? targets.filter(({ share }) => share.role === 'lead') : targets
  const [scope, setScope] = useState<string | null>(changesLead ? (offered[0]?.assignmentId ?? null) : ALL)
  const [agencyId, setAgencyId] = useState<string | null>(null)
  const [day, setDay] = useState(showDay(asOf ?? today()))
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState(emptyDocument)
  const [tried, setTried] = useState(false)
  const happenedOn = dayOf(day)
  const faults = {
    scope: scope === null ? words.needsWho : null,
    agency: changesLead && agencyId === null ? words.needsAgency : null,
    day: happenedOn === null ? words.needsDay : null,
    reason: withdraw && reason.trim() === '' ? words.needsReason : null,
    document: !withdraw && document.symbol.trim() === '' ? words.needsDocument : null,
  }
  const shown = tried ? faults : { scope: null, agency: null, day: null, reason: null, document: null }
  const write = async (): Promise<boolean> => {
    setTried(true)
    if (happenedOn === null || Object.values(faults).some((fault) => fault !== null)) return false
    await ask('task-event.add', {
      taskId,
      assignmentId: withdraws !== null ? withdraws.assignmentId : scope === ALL ? null : (scope as AssignmentId),
      kind,
      happenedOn,
      agencyId: changesLead ? (agencyId as AgencyId) : null,
      reason,
      basis: basisOf(document),
      file: document.file,
      correctsId: withdraws?.id ?? null,
    })
    showDone(words.eventDone, { undoable: true })
    return true
  }
  const standing = agencies.filter(
    ({ id, activeFrom, activeTo }) =>
      happenedOn !== null &&
      (activeFrom === null || activeFrom <= happenedOn) &&
      (activeTo === null || happenedOn <= activeTo) &&
      !targets.some(({ share }) => share.role === 'lead' && share.agencyId === id),
  )
  return (
    <FormFrame title={eventNames[kind]} hint={words.eventHints[kind]} confirm={eventNames[kind]} onClose={onClose} onWrite={write}>
      {!withdraw && (
        <Select
          label={changesLead ? words.oldLead : words.scope}
          searchable
          required
          allowDeselect={false}
          value={scope}
          error={shown.scope}
          data={[
            ...(changesLead ? [] : [{ value: ALL, label: words.wholeTask }]),
            ...offered.map(({ assignmentId, share }) => ({
              value: assignmentId as string,
              label: changesLead ? nameOf(share.agencyId) : `${nameOf(share.agencyId)} (${followUpText.roles[share.role]})`,
            })),
          ]}
          onChange={setScope}
        />
      )}
      {changesLead && (
        <Select
          label={words.newLead}
          searchable
          required
          value={agencyId}
          error={shown.agency}
          nothingFoundMessage={words.noAgency}
          data={standing.map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={setAgencyId}
        />
      )}
      <DayInput label={words.eventDay} required value={day} error={shown.day} onChange={setDay} />
      <Textarea
        label={words.reason}
        required={withdraw}
        autosize
        minRows={1}
        maxRows={6}
        value={reason}
        error={shown.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {!withdraw && (
        <DocumentBoxes
          label={words.eventDocument}
          required
          value={document}
          error={shown.document}
          fileLabel={words.scan}
          onChange={setDocument}
        />
      )}
    </FormFrame>
  )
}
