import { ActionIcon, Badge, Menu, Table, Text } from '@mantine/core'
import { IconCalendarPlus, IconDots, IconFileImport, IconFilePlus, IconFileText, IconTemplate, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { PlanSummary } from '#shared/ipc/plan-contract.ts'
import { carryOverText } from '#shared/text/vi/carry-over.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { ask } from '../../../lib/bridge.ts'
import { useCommands, type Command } from '../../../lib/commands.ts'
import { showDay, showMoment } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'
import { CommandButton } from '../../../ui/commands/command-button.tsx'
import { Awaited, EmptyPlace, Screen } from '../../../ui/screen/screen.tsx'
import { statusColour } from '../status-colour.ts'
import { CreatePlanDialog } from './create-plan-dialog.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import styles from './plan-list.module.css'

/** All plans, newest year first; creating and importing start here. */
export function PlanListScreen(): ReactElement {
  const plans = useAsk('plan.list', {})
  const { nam } = useSearch({ from: '/ke-hoach' })
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const create: Command = {
    id: 'plan.create',
    label: planText.create,
    group: 'plan',
    icon: IconFilePlus,
    shortcut: 'alt+N',
    run: () => setCreating(true),
  }
  const bring: Command = {
    id: 'plan.import',
    label: planText.import,
    group: 'file',
    icon: IconFileImport,
    shortcut: 'mod+O',
    run: async () => navigate({ href: '/nhap' }),
  }
  useCommands([create, bring])
  return (
    <Screen
      title={planText.listTitle}
      actions={
        <>
          <CommandButton command={bring} variant="default" />
          <CommandButton command={create} />
        </>
      }
    >
      <Awaited query={plans}>
        {(list) => {
          const shown = list
            .filter(({ plan }) => nam === undefined || plan.year === nam)
            .toSorted((one, other) => other.plan.year - one.plan.year)
          return shown.length === 0 ? (
            <EmptyPlace icon={<IconFileText size={40} stroke={1.3} aria-hidden />} title={planText.emptyTitle} text={planText.emptyText}>
              <CommandButton command={bring} />
              <CommandButton command={create} variant="default" />
            </EmptyPlace>
          ) : (
            <PlanTable plans={shown} />
          )
        }}
      </Awaited>
      <CreatePlanDialog opened={creating} onClose={() => setCreating(false)} />
    </Screen>
  )
}

function PlanTable({ plans }: { readonly plans: readonly PlanSummary[] }): ReactElement {
  return (
    <div className={styles['paper']}>
      <Table highlightOnHover stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={64}>{planText.year}</Table.Th>
            <Table.Th>{planText.subject}</Table.Th>
            <Table.Th w={150}>{planText.statusLabel}</Table.Th>
            <Table.Th w={160}>{planText.numberAndDate}</Table.Th>
            <Table.Th w={90} ta="right">
              {planText.provisions}
            </Table.Th>
            <Table.Th w={90} ta="right">
              {planText.tasks}
            </Table.Th>
            <Table.Th w={140}>{planText.updatedAt}</Table.Th>
            <Table.Th w={44} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plans.map((summary) => (
            <PlanRow key={summary.plan.id} summary={summary} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function PlanRow({ summary: { plan, provisionCount, taskCount, updatedAt } }: { readonly summary: PlanSummary }): ReactElement {
  const navigate = useNavigate()
  const frozen = plan.number !== null
  const [saving, setSaving] = useState(false)
  const remove = (): void => {
    void ask('plan.remove', { planId: plan.id, version: plan.version })
      .then(() => showDone(planText.removed(plan.year), { undoable: true }))
      .catch(showFailure)
  }
  return (
    <Table.Tr>
      <Table.Td fw={600}>{plan.year}</Table.Td>
      <Table.Td>
        <Link className={styles['link'] ?? ''} to="/ke-hoach/$planId" params={{ planId: plan.id }}>
          {plan.subject === '' ? planText.untitled : plan.subject}
        </Link>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={statusColour(plan.status)} size="md" tt="none">
          {planText.status[plan.status]}
        </Badge>
      </Table.Td>
      <Table.Td>
        {plan.number === null || plan.issuedOn === null ? (
          <Text size="xs" c="dimmed">
            {planText.noNumber}
          </Text>
        ) : (
          `${plan.number}/${plan.symbol}, ${showDay(plan.issuedOn)}`
        )}
      </Table.Td>
      <Table.Td ta="right">{provisionCount}</Table.Td>
      <Table.Td ta="right">
        <Link className={styles['link'] ?? ''} to="/ke-hoach/$planId/phu-luc" params={{ planId: plan.id }}>
          {taskCount}
        </Link>
      </Table.Td>
      <Table.Td>{updatedAt === null ? '' : showMoment(updatedAt)}</Table.Td>
      <Table.Td>
        <Menu width={320}>
          <Menu.Target>
            <ActionIcon aria-label={carryOverText.menuOf(plan.year)}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTemplate size={16} aria-hidden />} onClick={() => setSaving(true)}>
              {shelfText.saveAsTemplate}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
              onClick={() => void navigate({ href: `/ke-hoach-nam-sau?tu=${plan.id}` })}
            >
              {carryOverText.clone}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} disabled={frozen} onClick={remove}>
              {planText.remove}
              {frozen && <Text size="xs">{planText.onlyDraftsRemoved}</Text>}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {saving && <TemplateDialog plan={plan} onClose={() => setSaving(false)} />}
      </Table.Td>
    </Table.Tr>
  )
}
