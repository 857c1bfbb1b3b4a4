import { Alert, Select, SegmentedControl, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { IconCheck, IconFileUpload, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { MergeDifference } from '#shared/domain/merge-difference.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText as words, wordMergeBase } from '#shared/text/vi/merge.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showMoment } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { isFailure, useAsk } from '../../lib/queries.ts'
import { flushAll, inTurn } from '../../lib/saving.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { CommentList } from './comment-list.tsx'
import { DifferenceList } from './difference-list.tsx'
import { decide, keepReading, type Decisions } from './kept-reading.ts'
import styles from './merge.module.css'

const route = getRouteApi('/ke-hoach/$planId/ban-word-ve')

interface ReviewProps {
  readonly planId: PlanId
  readonly reading: MergeReading
  readonly decisions: Decisions
  readonly onAnother: () => void
  readonly onBase: (base: string) => void
  readonly onReadAgain: () => Promise<void>
}

const isOfAppendix = ({ place }: MergeDifference): boolean => ['row', 'table', 'column-title', 'appendix-title'].includes(place.what)

/** The differences side by side, each taken or left, and one button that writes what was taken. */
export function MergeReview({ planId, reading, decisions, onAnother, onBase, onReadAgain }: ReviewProps): ReactElement {
  const { loc } = route.useSearch()
  const navigate = route.useNavigate()
  const [working, setWorking] = useState(false)
  const { differences, comments } = reading
  const parts = {
    conflict: differences.filter(({ conflict }) => conflict),
    text: differences.filter((difference) => !isOfAppendix(difference)),
    appendix: differences.filter(isOfAppendix),
  }
  const shown = loc === undefined || loc === 'comments' ? differences : parts[loc]
  const shownIds = shown.map(({ id }) => id)
  const taken = differences.filter(({ id }) => decisions.taken.has(id))
  const left = differences.filter(({ id }) => decisions.left.has(id))
  const open = differences.length - taken.length - left.length
  const apply = async (): Promise<void> => {
    setWorking(true)
    try {
      await flushAll()
      const { applied } = await inTurn(async () =>
        ask('merge.apply', { planId, readingId: reading.id, differences: taken.map(({ id }) => id) }),
      )
      keepReading(planId, null)
      showDone(words.applied(applied), { undoable: true })
    } catch (error) {
      showFailure(error)
      // What was decided stays: only what the draft changed meanwhile is asked again.
      if (isFailure(error, 'merge-read-again')) await onReadAgain()
    } finally {
      setWorking(false)
    }
  }
  const commands: readonly Command[] = [
    {
      id: 'merge.apply',
      label: words.apply(taken.length),
      group: 'plan',
      icon: IconCheck,
      shortcut: 'mod+Enter',
      unavailable: () => (working ? words.working : taken.length === 0 ? words.nothingTaken : null),
      run: apply,
    },
    { id: 'merge.take-all', label: words.takeAll, group: 'plan', run: () => decide(planId, shownIds, true) },
    { id: 'merge.leave-all', label: words.leaveAll, group: 'plan', icon: IconX, run: () => decide(planId, shownIds, false) },
    { id: 'merge.another', label: words.another, group: 'plan', icon: IconFileUpload, run: onAnother },
  ]
  useCommands(commands)
  const [applying, takeAll, leaveAll, another] = commands
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <Text fw={600} size="sm" truncate title={reading.path}>
          {reading.file}
        </Text>
        <Text size="sm" c="dimmed" className={styles['grow'] ?? ''}>
          {wordMergeBase(reading.base, showMoment)}
        </Text>
        {reading.base.kind === 'none' && <BaseChoice planId={planId} onBase={onBase} />}
        {another !== undefined && <CommandButton command={another} variant="default" size="xs" />}
      </div>
      {reading.remarks.length > 0 && (
        <Alert className={styles['remarks'] ?? ''} color="yellow" icon={<IconInfoCircle aria-hidden />} py={6}>
          <details open={reading.remarks.some(({ code }) => code === 'end-missing')}>
            <summary>{words.remarked(reading.remarks.length)}</summary>
            <ul>
              {reading.remarks.map(({ code, text }, index) => (
                // Two remarks may say the same of two lines.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${code} ${index}`}>
                  {words.remarks[code]}
                  {text === '' ? '' : `: “${text}”`}
                </li>
              ))}
            </ul>
          </details>
        </Alert>
      )}
      <div className={styles['tools']}>
        <SegmentedControl
          size="xs"
          aria-label={words.filter}
          value={loc ?? 'all'}
          onChange={(value) => void navigate({ search: { loc: value === 'all' ? undefined : (value as 'text') }, replace: true })}
          data={[
            { value: 'all', label: words.filters.all(differences.length) },
            { value: 'conflict', label: words.filters.conflict(parts.conflict.length) },
            { value: 'text', label: words.filters.text(parts.text.length) },
            { value: 'appendix', label: words.filters.appendix(parts.appendix.length) },
            { value: 'comments', label: words.filters.comments(comments.length) },
          ]}
        />
        <span className={styles['grow']} />
        <Text size="sm" aria-live="polite">
          {words.summary(differences.length, taken.length, left.length, open)}
        </Text>
        {takeAll !== undefined && <CommandButton command={takeAll} variant="default" size="xs" />}
        {leaveAll !== undefined && <CommandButton command={leaveAll} variant="default" size="xs" />}
        {applying !== undefined && <CommandButton command={applying} size="xs" />}
      </div>
      {loc === 'comments' ? (
        <CommentList comments={comments} />
      ) : (
        <DifferenceList planId={planId} reading={reading} shown={shown} decisions={decisions} />
      )}
    </div>
  )
}

/** Nobody knows what the file left as: a round may be named, so that the draft's own changes since then are told from the file's. */
function BaseChoice({ planId, onBase }: { readonly planId: PlanId; readonly onBase: (base: string) => void }): ReactElement | null {
  const rounds = useAsk('draft-round.list', { planId })
  if ((rounds.data ?? []).length === 0) return null
  return (
    <Select
      size="xs"
      w={220}
      aria-label={words.compareWith}
      placeholder={words.compareWith}
      data={(rounds.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id !== null && onBase(id)}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
