import { Checkbox, Loader, Stack, Text } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { ProgressId } from '#shared/domain/identifier.ts'
import { followUpForm as words, followUpText } from '#shared/text/vi/follow-up.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay } from '../../lib/dates.ts'
import { showDone } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { FormFrame } from './form-frame.tsx'
import type { ShareTarget } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'

/** What was reported of the shares and not looked at yet: the secretariat takes out what it doubts, and verifies the rest. It cannot be taken back, so it is shown before. */
export function VerifyDialog({
  targets,
  onClose,
}: {
  readonly targets: readonly ShareTarget[]
  readonly onClose: () => void
}): ReactElement {
  const nameOf = useAgencyNames()
  const query = useAsk('progress.unverified', { assignmentIds: targets.map(({ assignmentId }) => assignmentId) })
  const entries = query.data ?? []
  const [doubted, setDoubted] = useState<ReadonlySet<ProgressId>>(new Set())
  const taken = entries.filter(({ id }) => !doubted.has(id))
  const byId = new Map(targets.map((target) => [target.assignmentId, target]))
  const write = async (): Promise<boolean> => {
    await ask('progress.verify', { entries: taken.map(({ id, version }) => ({ id, version })) })
    showDone(words.verified(taken.length))
    return true
  }
  return (
    <FormFrame
      title={words.verifyTitle}
      hint={words.verifyHint}
      confirm={words.verifyCount(taken.length)}
      disabled={taken.length === 0}
      onClose={onClose}
      onWrite={write}
    >
      {query.data === undefined && <Loader size="sm" />}
      {query.data !== undefined && entries.length === 0 && <Text size="sm">{words.nothingToVerify}</Text>}
      {entries.length > 1 && (
        <Checkbox
          label={words.chooseAll}
          data-autofocus
          checked={taken.length === entries.length}
          indeterminate={taken.length > 0 && taken.length < entries.length}
          onChange={({ currentTarget }) => setDoubted(currentTarget.checked ? new Set() : new Set(entries.map(({ id }) => id)))}
        />
      )}
      <Stack gap={6} mah="50vh" style={{ overflow: 'auto' }}>
        {entries.map(({ id, assignmentId, happenedOn, state, percent, result, channel }) => {
          const target = byId.get(assignmentId)
          return (
            <Checkbox
              key={id}
              checked={!doubted.has(id)}
              label={target === undefined ? followUpText.unknownAgency : nameOf(target.share.agencyId)}
              description={[
                target === undefined ? '' : `${target.task.stt}. ${target.task.content}`,
                `${showDay(happenedOn)} · ${stateNames[state]}${percent === null ? '' : ` ${percent}%`} · ${followUpText.channels[channel]}`,
                result === '' ? words.noResult : result,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              onChange={({ currentTarget }) => {
                const next = new Set(doubted)
                if (currentTarget.checked) next.delete(id)
                else next.add(id)
                setDoubted(next)
              }}
            />
          )
        })}
      </Stack>
    </FormFrame>
  )
}
