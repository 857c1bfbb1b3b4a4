import { Group, NativeSelect, Select, Text, Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { isOpen } from '#shared/domain/light.ts'
import type { RegisterDue } from '#shared/domain/register.ts'
import { followUpForm as words, followUpText } from '#shared/text/vi/follow-up.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay, today } from '../../lib/dates.ts'
import { showDone } from '../../lib/notices.tsx'
import { DayInput, DocumentBoxes } from './document-boxes.tsx'
import { FormFrame } from './form-frame.tsx'
import { basisOf, dayOf, emptyDocument } from './form-values.ts'
import { nameDue, type ShareTarget } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'

const ALL = 'all'

interface Moved {
  readonly target: ShareTarget
  readonly due: RegisterDue
}

/** Moves a day by a document: of one share or of all of a task; of many chosen rows the day that each still owes next. */
export function ExtendDialog({
  targets,
  meant,
  onClose,
}: {
  /** Shares that may be chosen, all of one task or of many. */
  readonly targets: readonly ShareTarget[]
  /** Those meant at first. */
  readonly meant: readonly ShareTarget[]
  readonly onClose: () => void
}): ReactElement {
  const nameOf = useAgencyNames()
  const tasks = new Set(targets.map(({ task }) => task.taskId))
  const single = tasks.size === 1
  const [scope, setScope] = useState<string>(meant.length === 1 ? (meant[0]?.assignmentId ?? ALL) : ALL)
  const inScope = single ? (scope === ALL ? targets : targets.filter(({ assignmentId }) => assignmentId === scope)) : meant
  const dues = [...new Map(inScope.flatMap(({ share }) => datedDues(share.dues)).map((due) => [due.key, due])).values()]
  const [key, setKey] = useState<string | null>(null)
  const due = dues.find((one) => one.key === key) ?? nextOwed(dues)
  const [newDay, setNewDay] = useState('')
  const [decided, setDecided] = useState(showDay(today()))
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState(emptyDocument)
  const [tried, setTried] = useState(false)

  const moved: readonly Moved[] = inScope.flatMap((target) => {
    const of = single ? target.share.dues.find((one) => one.key === due?.key) : nextOwed(datedDues(target.share.dues))
    return of === undefined || of === null ? [] : [{ target, due: of }]
  })
  const newDue = dayOf(newDay)
  const decidedOn = dayOf(decided)
  const latest = moved.reduce((day, one) => ((one.due.due ?? '') > day ? (one.due.due ?? '') : day), '')
  const faults = {
    newDue: newDue === null ? words.needsDay : newDue <= latest ? words.notLater(latest) : null,
    decidedOn: decidedOn === null ? words.needsDay : null,
    reason: reason.trim() === '' ? words.needsReason : null,
    document: document.symbol.trim() === '' ? words.needsDocument : null,
  }
  const shown = tried ? faults : { newDue: null, decidedOn: null, reason: null, document: null }
  const write = async (): Promise<boolean> => {
    setTried(true)
    if (newDue === null || decidedOn === null || moved.length === 0 || Object.values(faults).some((fault) => fault !== null)) return false
    const shared = { newDue, decidedOn, reason, basis: basisOf(document), file: document.file }
    const [first] = moved
    const extensions =
      single && scope === ALL && first !== undefined
        ? [{ ...shared, taskId: first.target.task.taskId, assignmentId: null, due: first.due.key }]
        : moved.map(({ target, due: of }) => ({
            ...shared,
            taskId: target.task.taskId,
            assignmentId: target.assignmentId,
            due: of.key,
          }))
    await ask('extension.add-many', { extensions })
    showDone(words.extended(extensions.length), { undoable: true })
    return true
  }
  return (
    <FormFrame
      title={words.extendTitle(single ? 1 : moved.length)}
      hint={words.extendHint}
      confirm={words.extend}
      disabled={moved.length === 0}
      onClose={onClose}
      onWrite={write}
    >
      {moved.length === 0 && <Text size="sm">{words.noDue}</Text>}
      {single && (
        <Select
          label={words.scope}
          searchable
          allowDeselect={false}
          value={scope}
          data={[
            { value: ALL, label: words.wholeTask },
            ...targets.map(({ assignmentId, share }) => ({
              value: assignmentId as string,
              label: `${nameOf(share.agencyId)} (${followUpText.roles[share.role]})`,
            })),
          ]}
          onChange={(next) => setScope(next ?? ALL)}
        />
      )}
      {single && dues.length > 0 && (
        <NativeSelect
          size="xs"
          label={words.due}
          value={due?.key ?? ''}
          data={dues.map((one) => ({ value: one.key, label: nameDue(one) }))}
          onChange={({ currentTarget }) => setKey(currentTarget.value)}
        />
      )}
      <Group gap="xs" align="flex-start">
        <DayInput label={words.newDue} required value={newDay} error={shown.newDue} onChange={setNewDay} />
        <DayInput label={words.decidedOn} required value={decided} error={shown.decidedOn} onChange={setDecided} />
      </Group>
      <Textarea
        label={words.reason}
        required
        autosize
        minRows={1}
        maxRows={6}
        value={reason}
        error={shown.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DocumentBoxes
        label={words.document}
        required
        value={document}
        error={shown.document}
        fileLabel={words.scan}
        onChange={setDocument}
      />
    </FormFrame>
  )
}

const datedDues = (dues: readonly RegisterDue[]): readonly RegisterDue[] => dues.filter(({ due }) => due !== null)

/** The earliest that is still owed, else the last. */
function nextOwed(dues: readonly RegisterDue[]): RegisterDue | null {
  const ordered = dues.toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1))
  return ordered.find((due) => isOpen(due)) ?? ordered.at(-1) ?? null
}
