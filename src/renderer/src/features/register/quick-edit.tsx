import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { ProgressChannel, ProgressState } from '#shared/domain/progress.ts'
import type { RegisterShare } from '#shared/domain/register.ts'
import type { RegisterRow } from '#shared/domain/register-rows.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { currentDue } from './register-columns.tsx'
import styles from './register.module.css'

/** What was entered in place. */
export interface QuickEntry {
  readonly state: ProgressState
  readonly percent: number | null
  readonly channel: QuickChannel
}
type QuickChannel = Extract<ProgressChannel, 'agency' | 'call' | 'meeting'>

/** These rest on evidence or a document: a line has no room for them. */
export const needsMore = (state: ProgressState): boolean => state === 'done' || state === 'paused' || state === 'not-doing'

const states: readonly ProgressState[] = ['not-started', 'in-progress', 'done', 'paused', 'not-doing']
const channels: readonly QuickChannel[] = ['agency', 'call', 'meeting']

/** The share that a row's progress is entered for, or the reason why there is none. */
export function shareToEdit({ share, shares, task }: RegisterRow): RegisterShare | string {
  if (task.shares.length > 0 && task.shares.every(({ assignmentId }) => assignmentId === null)) return registerList.notIssued
  const leads = shares.filter(({ role }) => role === 'lead')
  const one = share ?? (leads.length === 1 ? leads[0] : shares.length === 1 ? shares[0] : undefined)
  if (one === undefined) return task.shares.length === 0 ? registerList.noShare : registerList.sharesFirst(task.shares.length)
  return one
}

/** State and percent of one share, entered on its line. Enter writes, Escape gives up. */
export function QuickEdit({
  share,
  agency,
  onSave,
  onCancel,
}: {
  readonly share: RegisterShare
  readonly agency: string
  readonly onSave: (entry: QuickEntry) => void
  readonly onCancel: () => void
}): ReactElement {
  const due = currentDue(share)
  const [state, setState] = useState<ProgressState>(due?.state ?? 'not-started')
  const [percent, setPercent] = useState(due === null || due.percent === null ? '' : String(due.percent))
  const [channel, setChannel] = useState<QuickChannel>('agency')
  const typed = percent.trim()
  const wrong = typed !== '' && !(/^\d{1,3}$/.test(typed) && Number(typed) <= 100)
  const save = (): void => {
    if (!wrong) onSave({ state, percent: typed === '' ? null : Number(typed), channel })
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') save()
    else onCancel()
  }
  return (
    // Enter and Escape are answered for all the boxes of the line together.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={styles['quick']} role="group" aria-label={registerList.editing(agency)} onKeyDown={handleKey}>
      <span className={styles['quickName']} title={agency}>
        {agency}
      </span>
      <NativeSelect
        aria-label={registerList.state}
        data-autofocus
        autoFocus
        w={170}
        value={state}
        data={states.map((one) => ({ value: one, label: needsMore(one) ? registerList.withMore(stateNames[one]) : stateNames[one] }))}
        onChange={({ currentTarget: { value } }) => setState(value as ProgressState)}
      />
      <TextInput
        aria-label={registerList.percent}
        w={64}
        inputMode="numeric"
        rightSection="%"
        value={percent}
        error={wrong}
        title={wrong ? registerList.wrongPercent : ''}
        onChange={({ currentTarget: { value } }) => {
          setPercent(value)
          // A share of which part is done is under way.
          if (state === 'not-started' && Number(value) > 0) setState('in-progress')
        }}
      />
      <NativeSelect
        aria-label={registerList.channel}
        w={130}
        value={channel}
        data={channels.map((one) => ({ value: one, label: registerList.channels[one] }))}
        onChange={({ currentTarget: { value } }) => setChannel(value as QuickChannel)}
      />
      <Button size="compact-sm" onClick={save}>
        {needsMore(state) ? registerList.withMore(registerList.save) : registerList.save}
      </Button>
      <ActionIcon size={26} aria-label={registerList.cancel} onClick={onCancel}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
