import { ActionIcon, Button, Checkbox, Group, Tabs, Text, TextInput, Title, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconArrowsSplit2, IconBuildingCommunity, IconClipboardText, IconPlus, IconX } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { type Agency, type AgencyGroup, expandGroup, isActive } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { Member } from '#shared/domain/member.ts'
import { fold } from '#shared/language/fold.ts'
import { agencyChangeText } from '#shared/text/vi/agency-change.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay, today } from '../../lib/dates.ts'
import { showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { AgencyNames } from './agency-names.tsx'
import { AgencyForm } from './agency-form.tsx'
import { FieldMoves } from './field-moves.tsx'
import { FieldForm } from './field-form.tsx'
import { GroupForm } from './group-form.tsx'
import { MemberForm } from './member-form.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { type RecordRow, RecordTable } from './record-table.tsx'
import { organisationRoute } from './routes.ts'
import styles from './organisation.module.css'

type Tab = 'don-vi' | 'nhom' | 'thanh-vien' | 'linh-vuc'

/**
 * What is typed stands in the box itself and comes into the address after a rest: an address is too slow to be the value of a box, and an input
 * method's letters would be lost.
 */
function SearchBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const tell = useDebouncedCallback(onText, 150)
  return (
    <TextInput
      w={320}
      type="search"
      placeholder={organisationText.find}
      aria-label={organisationText.find}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}

/** Share of a list's width that a record's name takes, beside the weights of the other columns. */
const NAME = 300

interface Organisation {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
  readonly members: readonly Member[]
  readonly fields: readonly Field[]
}

interface TabView {
  readonly label: string
  readonly addLabel: string
  readonly heads: readonly { readonly title: string; readonly weight: number }[]
  readonly rows: readonly RecordRow[]
  readonly empty: { readonly title: string; readonly text: string }
  readonly form: (id: string | null, close: () => void) => ReactNode
}

/** Agencies, groups, members and fields: a list with its record in the pane at the right. */
export function OrganisationScreen() {
  const search = organisationRoute.useSearch()
  const navigate = useNavigate({ from: '/don-vi' })
  const registry = useAsk('agency.list', {})
  const members = useAsk('member.list', {})
  const fields = useAsk('field.list', {})
  const [pasting, setPasting] = useState(false)
  const tab: Tab = search.the ?? 'don-vi'
  const go = (change: Partial<typeof search>): void => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const close = (): void => go({ muc: undefined })
  const organisation: Organisation = useMemo(
    () => ({
      agencies: registry.data?.agencies ?? [],
      groups: registry.data?.groups ?? [],
      members: members.data ?? [],
      fields: fields.data ?? [],
    }),
    [registry.data, members.data, fields.data],
  )
  const view = useMemo(() => viewOf(tab, organisation, search.tim ?? '', search.het === 1), [tab, organisation, search.tim, search.het])
  const paneOpen = search.muc !== undefined
  const pasteable = tab === 'don-vi' || tab === 'thanh-vien'
  return (
    <Screen
      title={organisationText.section}
      actions={
        <>
          {pasteable && (
            <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)}>
              {organisationText.paste}
            </Button>
          )}
          {tab === 'don-vi' && (
            <Button
              variant="default"
              leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
              renderRoot={(props) => <Link to="/sap-xep-don-vi" {...props} />}
            >
              {agencyChangeText.open}
            </Button>
          )}
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => go({ muc: 'moi' })}>
            {view.addLabel}
          </Button>
        </>
      }
    >
      <div className={styles['layout']}>
        <div className={styles['list']}>
          <Tabs
            value={tab}
            onChange={(value) =>
              go({ the: value === 'don-vi' || value === null ? undefined : (value as Exclude<Tab, 'don-vi'>), muc: undefined })
            }
          >
            <Tabs.List>
              <Tabs.Tab value="don-vi">{organisationText.tabs.agencies}</Tabs.Tab>
              <Tabs.Tab value="nhom">{organisationText.tabs.groups}</Tabs.Tab>
              <Tabs.Tab value="thanh-vien">{organisationText.tabs.members}</Tabs.Tab>
              <Tabs.Tab value="linh-vuc">{organisationText.tabs.fields}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          <Group gap="md" p="xs">
            <SearchBox key={tab} text={search.tim ?? ''} onText={(tim) => go({ tim: tim === '' ? undefined : tim })} />
            {tab !== 'linh-vuc' && (
              <Checkbox
                size="xs"
                label={organisationText.showInactive}
                checked={search.het === 1}
                onChange={(event) => go({ het: event.currentTarget.checked ? 1 : undefined })}
              />
            )}
            <Text size="xs" c="dimmed" ml="auto">
              {organisationText.countOf(view.rows.length)}
            </Text>
          </Group>
          <div className={styles['rows']}>
            <Awaited query={registry}>
              {() =>
                view.rows.length === 0 && search.tim === undefined ? (
                  <EmptyPlace
                    icon={<IconBuildingCommunity size={40} stroke={1.3} aria-hidden />}
                    title={view.empty.title}
                    text={view.empty.text}
                  >
                    {pasteable && <Button onClick={() => setPasting(true)}>{organisationText.paste}</Button>}
                    <Button variant="default" onClick={() => go({ muc: 'moi' })}>
                      {view.addLabel}
                    </Button>
                  </EmptyPlace>
                ) : (
                  <RecordTable
                    label={view.label}
                    heads={view.heads}
                    rows={view.rows}
                    chosen={search.muc ?? null}
                    columnsShown={paneOpen ? 2 : view.heads.length}
                    onChoose={(muc) => go({ muc })}
                  />
                )
              }
            </Awaited>
          </div>
        </div>
        {paneOpen && (
          <aside className={styles['pane']} aria-label={view.label}>
            <div className={styles['paneHead']}>
              <Title order={2} size="h5">
                {search.muc === 'moi' ? view.addLabel : view.label}
              </Title>
              <Tooltip label={organisationText.close}>
                <ActionIcon variant="subtle" color="gray" aria-label={organisationText.close} onClick={close}>
                  <IconX size={16} />
                </ActionIcon>
              </Tooltip>
            </div>
            {view.form(search.muc === 'moi' ? null : (search.muc ?? null), close)}
          </aside>
        )}
      </div>
      {pasting && (
        <PasteDialog
          what={tab === 'thanh-vien' ? 'members' : 'agencies'}
          members={organisation.members}
          onClose={() => setPasting(false)}
        />
      )}
    </Screen>
  )
}

const matches = (wanted: string, ...texts: readonly (string | null)[]): boolean =>
  wanted === '' || texts.some((text) => text !== null && fold(text).includes(wanted))
const dayOrNull = (day: string | null): string | null => (day === null ? null : showDay(day))

/** What a tab shows: its rows, its form, its words. A form is made anew for each record and version, so that it never shows a stale one. */
function viewOf(tab: Tab, { agencies, groups, members, fields }: Organisation, find: string, withInactive: boolean): TabView {
  const wanted = fold(find)
  const on = today()
  const alive = <R extends { readonly activeFrom: string | null; readonly activeTo: string | null }>(record: R): boolean =>
    isActive(record, on)
  switch (tab) {
    case 'don-vi':
      return {
        label: organisationText.tabs.agencies,
        addLabel: organisationText.addAgency,
        empty: { title: organisationText.emptyAgencies, text: organisationText.emptyAgenciesText },
        heads: [
          { title: organisationText.name, weight: NAME },
          { title: organisationText.shortName, weight: 110 },
          { title: organisationText.kind, weight: 150 },
          { title: organisationText.life, weight: 200 },
          { title: organisationText.successors, weight: 200 },
        ],
        rows: agencies
          .filter((agency) => (withInactive || alive(agency)) && matches(wanted, agency.name, agency.shortName, ...agency.aliases))
          .map((agency) => ({
            id: agency.id,
            faded: !alive(agency),
            cells: [
              agency.name,
              agency.shortName ?? '',
              organisationText.kinds[agency.kind],
              organisationText.lifeOf(dayOrNull(agency.activeFrom), dayOrNull(agency.activeTo)),
              <AgencyNames key="successors" ids={agency.successorIds} agencies={agencies} on={on} />,
            ],
          })),
        form: (id, close) => {
          const agency = agencies.find((each) => each.id === id) ?? null
          return <AgencyForm key={`${id}/${agency?.version}`} agency={agency} agencies={agencies} onClose={close} />
        },
      }
    case 'nhom':
      return {
        label: organisationText.tabs.groups,
        addLabel: organisationText.addGroup,
        empty: { title: organisationText.emptyGroups, text: organisationText.emptyGroupsText },
        heads: [
          { title: organisationText.name, weight: NAME },
          { title: organisationText.members, weight: 260 },
          { title: organisationText.life, weight: 200 },
        ],
        rows: groups
          .filter((group) => (withInactive || alive(group)) && matches(wanted, group.name, ...group.aliases))
          .map((group) => {
            const day = alive(group) ? on : (group.activeTo ?? on)
            return {
              id: group.id,
              faded: !alive(group),
              cells: [
                group.name,
                group.unspecified
                  ? organisationText.unspecifiedShort
                  : organisationText.expandsTo(expandGroup(group, { agencies, groups }, day).length, showDay(day)),
                organisationText.lifeOf(dayOrNull(group.activeFrom), dayOrNull(group.activeTo)),
              ],
            }
          }),
        form: (id, close) => {
          const group = groups.find((each) => each.id === id) ?? null
          return <GroupForm key={`${id}/${group?.version}`} group={group} agencies={agencies} onClose={close} />
        },
      }
    case 'thanh-vien':
      return {
        label: organisationText.tabs.members,
        addLabel: organisationText.addMember,
        empty: { title: organisationText.emptyMembers, text: organisationText.emptyMembersText },
        heads: [
          { title: organisationText.name, weight: 190 },
          { title: organisationText.post, weight: 270 },
          { title: organisationText.role, weight: 190 },
          { title: organisationText.followedFields, weight: 240 },
          { title: organisationText.followedAgencies, weight: 200 },
        ],
        rows: members
          .filter((member) => (withInactive || alive(member)) && matches(wanted, member.name, member.post))
          .map((member) => ({
            id: member.id,
            faded: !alive(member),
            cells: [
              member.name,
              member.post,
              organisationText.roles[member.role],
              fields
                .filter(({ id }) => member.fieldIds.includes(id))
                .map(({ name }) => name)
                .join('; '),
              <AgencyNames key="followed" ids={member.followedAgencyIds} agencies={agencies} on={on} />,
            ],
          })),
        form: (id, close) => {
          const member = members.find((each) => each.id === id) ?? null
          return (
            <MemberForm
              key={`${id}/${member?.version}`}
              member={member}
              agencies={agencies.filter(
                (agency) => alive(agency) || member?.followedAgencyIds.includes(agency.id) || member?.agencyId === agency.id,
              )}
              fields={fields}
              onClose={close}
            />
          )
        },
      }
    case 'linh-vuc': {
      const order = fields.toSorted((one, other) => one.position - other.position)
      const swap = (index: number, by: -1 | 1): void => {
        const ids = order.map(({ id }) => id)
        const [moved] = ids.splice(index, 1)
        if (moved === undefined) return
        ids.splice(index + by, 0, moved)
        void ask('field.reorder', { ids }).catch(showFailure)
      }
      return {
        label: organisationText.tabs.fields,
        addLabel: organisationText.addField,
        empty: { title: organisationText.emptyFields, text: organisationText.emptyFieldsText },
        heads: [
          { title: organisationText.name, weight: NAME },
          { title: organisationText.usualLeads, weight: 290 },
          { title: organisationText.uses, weight: 275 },
          { title: '', weight: 85 },
        ],
        rows: order.flatMap((field, index) =>
          matches(wanted, field.name, ...field.aliases)
            ? [
                {
                  id: field.id,
                  faded: false,
                  cells: [
                    field.name,
                    <AgencyNames key="leads" ids={field.usualLeadIds} agencies={agencies} on={on} />,
                    [
                      field.inPlan ? organisationText.inPlan : null,
                      field.inReport ? organisationText.inReport : null,
                      field.inIndex ? organisationText.inIndex : null,
                    ]
                      .filter((use) => use !== null)
                      .join(' · '),
                    <FieldMoves
                      key="moves"
                      name={field.name}
                      up={index > 0 ? () => swap(index, -1) : null}
                      down={index < order.length - 1 ? () => swap(index, 1) : null}
                    />,
                  ],
                },
              ]
            : [],
        ),
        form: (id, close) => {
          const field = fields.find((each) => each.id === id) ?? null
          return (
            <FieldForm
              key={`${id}/${field?.version}`}
              field={field}
              agencies={agencies.filter((agency) => alive(agency) || field?.usualLeadIds.includes(agency.id))}
              onClose={close}
            />
          )
        },
      }
    }
    default:
      return tab satisfies never
  }
}
