import { Button, Text } from '@mantine/core'
import { IconArrowsSplit2, IconUserCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef, useState, type ReactElement } from 'react'
import { isActive } from '#shared/domain/agency.ts'
import type { AgencyId, AssignmentId } from '#shared/domain/identifier.ts'
import { agencyChangeText, reassignmentText as words } from '#shared/text/vi/agency-change.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { today } from '../../lib/dates.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { EndedList } from './ended-list.tsx'
import { GiveBar } from './give-bar.tsx'
import { WaitingTable } from './waiting-table.tsx'
import styles from './reassignment.module.css'

/** "Chờ giao lại": shares whose agency ended without one heir, and bodies that ended with work in hand. */
export function ReassignmentScreen(): ReactElement {
  const list = useAsk('reassignment.list', {})
  const agencies = useAsk('agency.list', {}).data?.agencies
  const [chosen, setChosen] = useState<ReadonlySet<AssignmentId>>(new Set())
  const boxRef = useRef<HTMLInputElement>(null)
  // Of bodies of one name the living one is meant by the name alone.
  const names = useMemo(
    () =>
      new Map((agencies ?? []).map((agency) => [agency.id, isActive(agency, today()) ? agency.name : tellingName(agency, agencies ?? [])])),
    [agencies],
  )
  const nameOf = (id: AgencyId): string => names.get(id) ?? ''
  const choose = (ids: readonly AssignmentId[], on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  return (
    <Screen
      title={words.title}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/sap-xep-don-vi" {...props} />}
        >
          {agencyChangeText.open}
        </Button>
      }
    >
      <Awaited query={list}>
        {({ waiting, endedWithWork }) => (
          <div className={styles['screen']}>
            <EndedList ended={endedWithWork} nameOf={nameOf} />
            {waiting.length === 0 && endedWithWork.length === 0 && (
              <EmptyPlace icon={<IconUserCheck size={40} stroke={1.3} aria-hidden />} title={words.emptyTitle} text={words.emptyText} />
            )}
            {waiting.length > 0 && (
              <>
                <Text size="xs" c="dimmed" px="md" pt="xs">
                  {words.keys}
                </Text>
                <div className={styles['rows']}>
                  <WaitingTable waiting={waiting} chosen={chosen} nameOf={nameOf} onChoose={choose} onGo={() => boxRef.current?.focus()} />
                </div>
                <GiveBar
                  shares={waiting.filter(({ assignmentId }) => chosen.has(assignmentId))}
                  agencies={agencies ?? []}
                  boxRef={boxRef}
                  onDone={() => setChosen(new Set())}
                />
              </>
            )}
          </div>
        )}
      </Awaited>
    </Screen>
  )
}
