import { Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import {
  IconBuilding,
  IconFileText,
  IconFiles,
  IconListCheck,
  IconListDetails,
  IconMessageReport,
  IconPaperclip,
  IconPilcrow,
  IconQuote,
  IconSearch,
  IconTarget,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { fold } from '#shared/language/fold.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { excerptOf } from '../lib/excerpt.ts'
import { keysOf, runCommand, useRegisteredCommands, type Command, type CommandGroup } from '../lib/commands.ts'
import { showKey } from '../lib/hotkeys.ts'
import { useAsk } from '../lib/queries.ts'
import styles from './palette.module.css'

type Found = Output<'search.everything'>[number]

const glyphs = {
  plan: IconFileText,
  provision: IconPilcrow,
  task: IconListCheck,
  'given-task': IconListDetails,
  progress: IconMessageReport,
  evidence: IconPaperclip,
  agency: IconBuilding,
  member: IconUser,
  document: IconFiles,
  'cited-document': IconQuote,
  programme: IconTargetArrow,
  goal: IconTarget,
} as const
const groupOrder: readonly CommandGroup[] = ['plan', 'go', 'file', 'view', 'program', 'edit']

/** Ctrl+K: screens, commands and records in one list, found without accents. */
export function Palette({ ready }: { readonly ready: boolean }): ReactElement {
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), 120)
  const commands = useRegisteredCommands()
  const found = useAsk('search.everything', { text: settled, limit: 30 }, { enabled: ready && settled.length >= 2, keepPrevious: true })
  const plans = useAsk('plan.list', {}, { enabled: ready && settled.length >= 2 })
  const navigate = useNavigate()

  const wanted = fold(query)
  const fits = (command: Command): boolean =>
    command.hidden !== true && wanted.split(' ').every((word) => fold(`${command.label} ${command.keywords ?? ''}`).includes(word))
  const listed = commands.filter(fits).toSorted((one, other) => groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group))
  const records = settled.length >= 2 && query.trim() !== '' ? (found.data ?? []) : []
  const open = (record: Found): void => {
    switch (record.noun) {
      case 'plan':
        void navigate({ to: '/ke-hoach/$planId', params: { planId: record.id as PlanId } })
        return
      case 'provision':
        if (record.planId !== null)
          void navigate({ to: '/ke-hoach/$planId', params: { planId: record.planId }, search: { muc: record.id } })
        return
      case 'task':
        if (record.planId !== null) void navigate({ href: `/ke-hoach/${record.planId}/phu-luc?nhiemVu=${record.id}` })
        return
      case 'given-task':
      case 'progress':
      case 'evidence':
        if (record.task !== null) void navigate({ to: '/nhiem-vu', search: { nam: record.task.year, chon: record.task.taskId } })
        return
      case 'agency':
        void navigate({ href: `/don-vi?muc=${record.id}` })
        return
      case 'member':
        void navigate({ href: `/don-vi?the=thanh-vien&muc=${record.id}` })
        return
      case 'programme':
        void navigate({ href: `/chuong-trinh?muc=${record.id}` })
        return
      case 'goal':
        void navigate({ href: `/chuong-trinh?mucTieu=${record.id}` })
        return
      case 'document':
        void navigate({ href: `/van-ban?ban=${record.id}` })
        return
      case 'cited-document':
        void navigate({ href: `/van-ban/vien-dan?so=${record.id}` })
    }
  }
  // Commands that hold every word are what was meant when they are few; and then a record found later does not slip under the Enter on its way.
  const fewCommands = listed.length <= 3
  const recordGroup = records.length > 0 && (
    <Spotlight.ActionsGroup label={shell.groups.record}>
      {records.map((record) => {
        const year = plans.data?.find(({ plan }) => plan.id === record.planId)?.plan.year
        return (
          <Spotlight.Action key={`${record.noun} ${record.id}`} onClick={() => open(record)}>
            <FoundLine record={record} query={settled} year={year ?? null} />
          </Spotlight.Action>
        )
      })}
    </Spotlight.ActionsGroup>
  )
  const commandGroups = groupOrder.map((group) => {
    const ofGroup = listed.filter((command) => command.group === group)
    return (
      ofGroup.length > 0 && (
        <Spotlight.ActionsGroup key={group} label={shell.groups[group]}>
          {ofGroup.map((command) => {
            const reason = command.unavailable?.() ?? null
            const key = keysOf(command)[0]
            return (
              <Spotlight.Action
                key={command.id}
                label={command.label}
                description={reason ?? ''}
                leftSection={command.icon === undefined ? <span style={{ width: 18 }} /> : <command.icon size={18} aria-hidden />}
                rightSection={key !== undefined && <Text size="xs">{showKey(key)}</Text>}
                onClick={() => void runCommand(command)}
              />
            )
          })}
        </Spotlight.ActionsGroup>
      )
    )
  })
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      size={680}
      yOffset={72}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': shell.searchLabel } }}
    >
      <Spotlight.Search
        placeholder={shell.searchPlaceholder}
        aria-label={shell.searchLabel}
        leftSection={found.isFetching ? <Loader size={16} aria-hidden /> : <IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {fewCommands && commandGroups}
        {recordGroup}
        {!fewCommands && commandGroups}
        {records.length === 0 && listed.length === 0 && (
          <Spotlight.Empty>{found.isFetching ? shell.searching : shell.searchEmpty}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <Text size="xs" c="dimmed">
          {shell.searchHint}
        </Text>
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}

/** Units of a found text that two lines of the list hold. */
const TWO_LINES = 150

/** A found record: its words around the match, and below them what it is, of which year's plan, and what tells it apart. */
function FoundLine({
  record,
  query,
  year,
}: {
  readonly record: Found
  readonly query: string
  readonly year: number | null
}): ReactElement {
  const Glyph = glyphs[record.noun]
  const about = [shell.nouns[record.noun], year === null || record.noun === 'plan' ? '' : shell.planOfYear(year), record.context]
  return (
    <span className={styles['found']}>
      <Glyph size={18} aria-hidden />
      <span className={styles['words']}>
        <span className={styles['title']}>
          {excerptOf(record.title, query, TWO_LINES).map(({ text, found }, index) =>
            // Pieces have no identity beyond their place in the text.
            // oxlint-disable-next-line react/no-array-index-key
            found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </span>
        <span className={styles['about']}>{about.filter((part) => part !== '').join(' · ')}</span>
      </span>
    </span>
  )
}
