import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState, type ReactElement, type RefObject } from 'react'
import { isActive, type Agency } from '#shared/domain/agency.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import type { WaitingShare } from '#shared/ipc/agency-change-contract.ts'
import { agencyChangeText, reassignmentText as words } from '#shared/text/vi/agency-change.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { today } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import styles from './reassignment.module.css'

interface GiveBarProps {
  readonly shares: readonly WaitingShare[]
  readonly agencies: readonly Agency[]
  readonly boxRef: RefObject<HTMLInputElement | null>
  readonly onDone: () => void
}

/** Gives the chosen shares: to one agency, each to the one that is offered for it, or to nobody for a reason. */
export function GiveBar({ shares, agencies, boxRef, onDone }: GiveBarProps): ReactElement {
  const [agencyId, setAgencyId] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(today())
  const [dropping, setDropping] = useState(false)
  const offered = new Set(shares.flatMap(({ offers }) => offers.map((offer) => offer.agencyId)))
  const withOffer = shares.filter(({ offers }) => offers.length > 0)
  const living = agencies.filter((agency) => isActive(agency, on ?? today()))
  const item = (agency: Agency): { readonly value: string; readonly label: string } => ({
    value: agency.id,
    label: tellingName(agency, agencies),
  })

  const give = async (chosen: readonly WaitingShare[], whom: (share: WaitingShare) => AgencyId | null, note: string): Promise<void> => {
    if (on === null) {
      showFailure(words.wrongDay)
      return
    }
    const gifts = chosen.map((share) => ({ assignmentId: share.assignmentId, version: share.version, agencyId: whom(share) }))
    try {
      const { given, joined, dropped } = await ask('reassignment.give', { gifts, on, note })
      showDone(dropped > 0 ? words.dropped(dropped) : words.given(given + joined), { undoable: true })
      onDone()
    } catch (error) {
      showFailure(error)
    }
  }
  const giveChosen = (): void => {
    if (shares.length === 0) showFailure(words.nobodyChosen)
    else if (agencyId === null) showFailure(words.noAgency)
    else void give(shares, () => agencyId as AgencyId, '')
  }
  return (
    <Group className={styles['bar']} gap="sm" align="flex-end" wrap="nowrap">
      <Text size="sm" pb={6} style={{ whiteSpace: 'nowrap' }} role="status">
        {words.chosen(shares.length)}
      </Text>
      <Select
        ref={boxRef}
        label={words.giveTo}
        w={340}
        searchable
        clearable
        limit={60}
        data={[
          { group: words.columns.offer, items: living.filter(({ id }) => offered.has(id)).map(item) },
          { group: '', items: living.filter(({ id }) => !offered.has(id)).map(item) },
        ]}
        value={agencyId}
        onChange={setAgencyId}
      />
      <DayBox label={words.on} day={on} onDay={setOn} />
      <Button leftSection={<IconUserCheck size={16} aria-hidden />} onClick={giveChosen}>
        {words.give}
      </Button>
      <Button
        variant="light"
        disabled={withOffer.length === 0}
        onClick={() => void give(withOffer, ({ offers }) => offers[0]?.agencyId ?? null, '')}
      >
        {words.giveByOffer(withOffer.length)}
      </Button>
      <Button variant="default" disabled={shares.length === 0} onClick={() => setDropping(true)}>
        {words.drop}
      </Button>
      {dropping && (
        <DropDialog
          count={shares.length}
          onClose={() => setDropping(false)}
          onDrop={(note) => {
            setDropping(false)
            void give(shares, () => null, note)
          }}
        />
      )}
    </Group>
  )
}

function DropDialog({
  count,
  onClose,
  onDrop,
}: {
  readonly count: number
  readonly onClose: () => void
  readonly onDrop: (note: string) => void
}): ReactElement {
  const [note, setNote] = useState('')
  return (
    <Modal opened onClose={onClose} title={words.dropTitle(count)}>
      <Stack gap="sm">
        <Text size="sm">{words.dropText}</Text>
        <Textarea
          label={words.reason}
          required
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button disabled={note.trim() === ''} onClick={() => onDrop(note)}>
            {words.drop.replace('…', '')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {agencyChangeText.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
