import {
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Menu,
  SegmentedControl,
  Table,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Fragment, useMemo, useState } from 'react'
import { type AgencyRegistry, type Party, expandGroup, isActive } from '#shared/domain/agency.ts'
import type { AgencyId, MemberId, PlanId } from '#shared/domain/identifier.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import type { Task } from '#shared/domain/task.ts'
import { compareVietnamese, fold } from '#shared/language/fold.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { describeDeadline } from '#shared/text/vi/deadline.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { useJob } from '../../lib/use-job.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import { assignmentRoute } from './route-definitions.ts'
import styles from './task.module.css'

interface Load {
  readonly lead: number
  readonly coordinating: number
}

/** How many tasks each agency leads and helps with, groups expanded as of the plan's day. One pass over the tasks. */
function loadsOf(tasks: readonly Task[], registry: AgencyRegistry, on: string): ReadonlyMap<AgencyId, Load> {
  const loads = new Map<AgencyId, { lead: number; coordinating: number }>()
  const membersOf = new Map(registry.groups.map((group) => [group.id, expandGroup(group, registry, on).map(({ id }) => id)]))
  const agenciesOf = (parties: readonly Party[]): ReadonlySet<AgencyId> =>
    new Set(
      parties.flatMap((party) =>
        party.kind === 'agency' ? [party.agencyId] : party.kind === 'group' ? (membersOf.get(party.groupId) ?? []) : [],
      ),
    )
  for (const task of tasks) {
    const leads = agenciesOf(task.leads)
    for (const id of leads) count(id, 'lead')
    for (const id of agenciesOf(task.coordinating)) if (!leads.has(id)) count(id, 'coordinating')
  }
  return loads
  function count(id: AgencyId, role: keyof Load): void {
    const load = loads.get(id) ?? { lead: 0, coordinating: 0 }
    load[role] += 1
    loads.set(id, load)
  }
}

/** What each agency and each member was given by this plan; from here their lists go out as working papers. */
export function AssignmentScreen() {
  const { planId } = assignmentRoute.useParams()
  const search = assignmentRoute.useSearch()
  const navigate = useNavigate({ from: '/ke-hoach/$planId/phan-cong' })
  const detail = useAsk('plan.get', { planId })
  const tasks = useAsk('task.list', { planId })
  const organisation = useAsk('agency.list', {})
  const members = useAsk('member.list', {})
  const [find, setFind] = useState('')
  const [busyOnly, setBusyOnly] = useState(true)
  const byMember = search.theo === 'thanh-vien'
  const go = (change: Partial<typeof search>): void => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const on = detail.data?.plan.agenciesAsOf ?? ''
  const loads = useMemo(
    () => loadsOf(tasks.data ?? [], organisation.data ?? { agencies: [], groups: [] }, on),
    [tasks.data, organisation.data, on],
  )
  const wanted = fold(find)
  const agencies = (organisation.data?.agencies ?? [])
    .filter(
      (agency) =>
        isActive(agency, on) &&
        (!busyOnly || loads.has(agency.id)) &&
        [agency.name, agency.shortName ?? ''].some((name) => fold(name).includes(wanted)),
    )
    .toSorted((one, other) => one.position - other.position || compareVietnamese(one.name, other.name))
  const people = (members.data ?? []).filter(({ name, post }) => fold(`${name} ${post}`).includes(wanted))
  // Somebody is always shown, so that the screen says at once what it is for.
  const agency = agencies.find(({ id }) => id === search.donVi) ?? (search.donVi === undefined ? agencies[0] : undefined)
  const member = people.find(({ id }) => id === search.thanhVien) ?? (search.thanhVien === undefined ? people[0] : undefined)
  return (
    <Awaited query={tasks}>
      {(all) => (
        <div className={styles['assignment']}>
          <div className={styles['side']}>
            <SegmentedControl
              fullWidth
              aria-label={taskText.assignment}
              value={byMember ? 'thanh-vien' : 'don-vi'}
              onChange={(value) => go({ theo: value === 'thanh-vien' ? 'thanh-vien' : undefined })}
              data={[
                { value: 'don-vi', label: taskText.byAgency },
                { value: 'thanh-vien', label: taskText.byMember },
              ]}
            />
            <TextInput
              type="search"
              placeholder={taskText.findAgency}
              aria-label={taskText.findAgency}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
            {!byMember && (
              <Checkbox label={taskText.withTasksOnly} checked={busyOnly} onChange={(event) => setBusyOnly(event.currentTarget.checked)} />
            )}
            {/* Arrows walk the list as in the other lists of the program; the buttons inside are what is pressed. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <div
              className={styles['parties']}
              role="group"
              aria-label={byMember ? taskText.byMember : taskText.byAgency}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null
                const next = step === null || !(event.target instanceof Element) ? null : event.target[step]
                if (!(next instanceof HTMLButtonElement)) return
                event.preventDefault()
                next.focus()
                next.click()
              }}
            >
              {!byMember && (
                <div className={styles['partyHead']} aria-hidden>
                  <span>{taskText.filterAgency}</span>
                  <span>{taskText.roles.lead}</span>
                  <span>{taskText.roles.coordinating}</span>
                </div>
              )}
              {byMember
                ? people.map(({ id, name, post }) => (
                    <UnstyledButton
                      key={id}
                      className={`${styles['party']} ${styles['person']}`}
                      data-chosen={member?.id === id || undefined}
                      aria-current={member?.id === id}
                      onClick={() => go({ thanhVien: id })}
                    >
                      <Text size="sm" truncate>
                        {name}
                      </Text>
                      <Text size="xs" c="dimmed" truncate fw={400}>
                        {post}
                      </Text>
                    </UnstyledButton>
                  ))
                : agencies.map(({ id, name }) => {
                    const { lead, coordinating } = loads.get(id) ?? { lead: 0, coordinating: 0 }
                    return (
                      <UnstyledButton
                        key={id}
                        className={styles['party'] ?? ''}
                        data-chosen={agency?.id === id || undefined}
                        aria-current={agency?.id === id}
                        onClick={() => go({ donVi: id })}
                      >
                        <span className={styles['partyName']} title={name}>
                          {name}
                        </span>
                        <span title={taskText.leadsCount(lead)}>{lead}</span>
                        <span title={taskText.coordinatesCount(coordinating)}>{coordinating}</span>
                      </UnstyledButton>
                    )
                  })}
              {byMember && people.length === 0 && (
                <Text size="sm" c="dimmed" p="sm">
                  {taskText.noMembers}
                </Text>
              )}
              {!byMember && agencies.length === 0 && (
                <Text size="sm" c="dimmed" p="sm">
                  {organisation.data?.agencies.length === 0 ? taskText.noAgencies : taskText.nothingGiven}
                </Text>
              )}
            </div>
          </div>
          <div className={styles['given']}>
            {byMember ? (
              member === undefined ? (
                <Nobody planId={planId} memberTable />
              ) : (
                <GivenToMember key={member.id} {...{ planId }} memberId={member.id} title={member.name} tasks={all} />
              )
            ) : agency === undefined ? (
              <Nobody planId={planId} memberTable={false} />
            ) : (
              <GivenToAgency key={agency.id} {...{ planId }} agencyId={agency.id} title={agency.name} tasks={all} />
            )}
          </div>
        </div>
      )}
    </Awaited>
  )
}

function Nobody({ planId, memberTable }: { readonly planId: PlanId; readonly memberTable: boolean }) {
  return (
    <Group justify="space-between">
      <Text c="dimmed">{taskText.chooseAgency}</Text>
      {memberTable && (
        <ExportMenu label={taskText.exportMemberTable} request={{ planId, what: 'member-table', agencyId: null, memberId: null }} />
      )}
    </Group>
  )
}

interface GivenProps {
  readonly planId: PlanId
  readonly title: string
  readonly tasks: readonly Task[]
}

function GivenToAgency({ planId, agencyId, title, tasks }: GivenProps & { readonly agencyId: AgencyId }) {
  const given = useAsk('task.given-to-agency', { planId, agencyId })
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        <ExportMenu label={taskText.exportAgencyList} request={{ planId, what: 'agency-list', agencyId, memberId: null }} />
      </Group>
      <Awaited query={given}>{(rows) => <GivenTable planId={planId} rows={rows} tasks={tasks} />}</Awaited>
    </>
  )
}

function GivenToMember({ planId, memberId, title, tasks }: GivenProps & { readonly memberId: MemberId }) {
  const given = useAsk('task.given-to-member', { planId, memberId })
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        <ExportMenu label={taskText.exportMemberTable} request={{ planId, what: 'member-table', agencyId: null, memberId: null }} />
      </Group>
      <Awaited query={given}>{(rows) => <GivenTable planId={planId} rows={rows} tasks={tasks} />}</Awaited>
    </>
  )
}

interface GivenTableProps {
  readonly planId: PlanId
  readonly rows: readonly { readonly taskId: Task['id']; readonly role: 'lead' | 'coordinating'; readonly through: string | null }[]
  readonly tasks: readonly Task[]
}

function GivenTable({ planId, rows, tasks }: GivenTableProps) {
  const fields = useAsk('field.list', {}).data ?? []
  if (rows.length === 0) return <Text c="dimmed">{taskText.nothingGiven}</Text>
  const groups = orderTasks(tasks, fields).flatMap(({ field, tasks: own }) => {
    const shown = own.flatMap(({ task, stt }) => rows.filter(({ taskId }) => taskId === task.id).map((row) => ({ ...row, task, stt })))
    return shown.length === 0 ? [] : [{ key: field?.id ?? '', title: field?.name ?? taskText.noField, shown }]
  })
  return (
    <div className={styles['parties']}>
      <Table stickyHeader className={styles['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48} ta="center">
              {taskText.stt}
            </Table.Th>
            <Table.Th>{taskText.columns.task}</Table.Th>
            <Table.Th w={108}>{taskText.role}</Table.Th>
            <Table.Th w="22%">{taskText.columns.product}</Table.Th>
            <Table.Th w="20%">{taskText.columns.deadline}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ key, title, shown }) => (
            <Fragment key={key}>
              <Table.Tr className={styles['fieldRow'] ?? ''}>
                <Table.Th colSpan={5} scope="rowgroup">
                  {title}
                </Table.Th>
              </Table.Tr>
              {shown.map(({ task, stt, role, through }) => (
                <Table.Tr key={`${task.id}/${role}`} className={styles['givenRow'] ?? ''}>
                  <Table.Td ta="center" c="dimmed">
                    {stt}
                  </Table.Td>
                  <Table.Td>
                    <Anchor
                      size="sm"
                      title={taskText.openInAppendix}
                      renderRoot={(rest) => (
                        <Link
                          to="/ke-hoach/$planId/phu-luc"
                          params={{ planId }}
                          search={{ nhiemVu: task.id, khung: 'chi-tiet' }}
                          {...rest}
                        />
                      )}
                    >
                      {task.content || taskText.noContent}
                    </Anchor>
                    {through !== null && <Text size="xs" c="dimmed">{`${taskText.through}: ${through}`}</Text>}
                  </Table.Td>
                  <Table.Td>
                    <Badge size="md" variant={role === 'lead' ? 'filled' : 'light'} tt="none" miw="max-content">
                      {taskText.roles[role]}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{task.product}</Table.Td>
                  <Table.Td>
                    {task.deadline.phrase}
                    {task.deadline.phrase !== '' && fold(describeDeadline(task.deadline)) !== fold(task.deadline.phrase) && (
                      <Text size="xs" c="dimmed">
                        {describeDeadline(task.deadline)}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function ExportMenu({
  label,
  request,
}: {
  readonly label: string
  readonly request: Pick<DocumentRequest, 'planId' | 'what' | 'agencyId' | 'memberId'>
}) {
  const job = useJob()
  const save = (format: 'docx' | 'pdf'): void =>
    void job
      .start(async (jobId) =>
        ask('export.save', { jobId, format, request: { ...request, copy: 'paper', draftRoundId: null, unsaved: null } }),
      )
      .then((saved) => {
        if (saved !== null)
          showDone(taskText.exported(saved.file), {
            action: { label: taskText.showInFolder, run: async () => void (await ask('export.show-in-folder', { file: saved.file })) },
          })
      })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconFileExport size={16} aria-hidden />} loading={job.state.running}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('docx')}>{taskText.word}</Menu.Item>
        <Menu.Item onClick={() => save('pdf')}>{taskText.pdf}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
