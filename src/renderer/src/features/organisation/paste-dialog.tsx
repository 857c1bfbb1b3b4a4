import { Badge, Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { AgencyKind } from '#shared/domain/agency.ts'
import type { Member } from '#shared/domain/member.ts'
import { CommitteeRole } from '#shared/domain/member.ts'
import { parseCellBlock } from '#shared/language/cell-block.ts'
import { fold } from '#shared/language/fold.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'

interface PastedRow {
  readonly name: string
  readonly second: string
  readonly third: string
  readonly note: string | null
  readonly skipped: boolean
}

/** Agencies or members from a spreadsheet: what would be added is shown before anything is written. */
export function PasteDialog({
  what,
  members,
  onClose,
}: {
  readonly what: 'agencies' | 'members'
  readonly members: readonly Member[]
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text, 150)
  const preview = useAsk(
    'agency.preview-paste',
    { text: settled },
    { enabled: what === 'agencies' && settled.trim() !== '', keepPrevious: true },
  )
  const readMembers = settled.trim() === '' ? [] : membersOf(settled, members)
  const readAgencies = settled.trim() === '' ? [] : (preview.data?.rows ?? [])
  const rows: readonly PastedRow[] =
    what === 'members'
      ? readMembers.map(({ member, known }) => ({
          name: member.name,
          second: member.post,
          third: organisationText.roles[member.role],
          note: known ? organisationText.problems['already-there'] : null,
          skipped: known,
        }))
      : readAgencies.map(({ name, shortName, kind, problem }) => ({
          name,
          second: shortName ?? '',
          third: organisationText.kinds[kind],
          note: problem === null ? null : organisationText.problems[problem],
          skipped: problem === 'already-there' || problem === 'no-name',
        }))
  const wanted = rows.filter(({ skipped }) => !skipped)
  const add = async (): Promise<void> => {
    if (what === 'members') {
      await ask('member.create-many', { members: readMembers.filter(({ known }) => !known).map(({ member }) => member) })
    } else {
      await ask('agency.create-many', {
        rows: readAgencies
          .filter(({ problem }) => problem === null || problem === 'kind-guessed')
          .map(({ name, shortName, kind }: { name: string; shortName: string | null; kind: AgencyKind }) => ({
            name,
            shortName,
            kind,
            aliases: [],
            parentId: null,
            activeFrom: null,
            activeTo: null,
            successorIds: [],
            legalBasis: null,
          })),
      })
    }
    showDone(organisationText.created(wanted.length), { undoable: true })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={what === 'members' ? organisationText.pasteMembersTitle : organisationText.pasteTitle}>
      <Stack gap="sm">
        <Text size="sm">{what === 'members' ? organisationText.pasteMembersHint : organisationText.pasteHint}</Text>
        <Textarea
          label={organisationText.pasteBox}
          autosize
          minRows={5}
          maxRows={8}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {rows.length > 0 && (
          <div style={{ maxHeight: 260, overflow: 'auto' }}>
            <Table>
              <Table.Tbody>
                {rows.map(({ name, second, third, note, skipped }) => (
                  <Table.Tr key={`${name}/${second}`} opacity={skipped ? 0.55 : 1}>
                    <Table.Td>{name}</Table.Td>
                    <Table.Td>{second}</Table.Td>
                    <Table.Td>{third}</Table.Td>
                    <Table.Td>
                      {note !== null && (
                        <Badge variant="light" color={skipped ? 'gray' : 'yellow'} tt="none" miw="max-content">
                          {note}
                        </Badge>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        <Group justify="space-between">
          <Text size="sm" aria-live="polite">
            {organisationText.willAdd(wanted.length)}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {organisationText.cancel}
            </Button>
            <Button disabled={wanted.length === 0} onClick={() => void add().catch(showFailure)}>
              {organisationText.addThem}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Name, post, role from the first three columns; a role not recognised makes a plain member. Rows without a name (and a heading row) are left out. */
function membersOf(
  text: string,
  members: readonly Member[],
): readonly { readonly member: Omit<Member, 'id' | 'version' | 'position'>; readonly known: boolean }[] {
  return parseCellBlock(text.normalize('NFC'))
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter(([name = '']) => name !== '' && !/^(ho (va )?ten|ten|stt)$/.test(fold(name)))
    .map(([name = '', post = '', roleWords = '']) => {
      const role = CommitteeRole.options.find((option) => fold(organisationText.roles[option]) === fold(roleWords)) ?? 'member'
      return {
        member: { name, post, role, agencyId: null, fieldIds: [], followedAgencyIds: [], activeFrom: null, activeTo: null },
        known: members.some((each) => fold(each.name) === fold(name) && fold(each.post) === fold(post)),
      }
    })
}
