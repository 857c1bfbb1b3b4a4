import { VisuallyHidden } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AgencyGroupId } from '#shared/domain/identifier.ts'
import type { RegisterDue, RegisterShare } from '#shared/domain/register.ts'
import { daysLateOf, lightOfRow, nextDueOf, updatedOnOf, type RegisterRow } from '#shared/domain/register-rows.ts'
import type { RegisterSort, RegisterView } from '#shared/domain/register-view.ts'
import { writeDay } from '#shared/language/day.ts'
import { lightNames, stateNames } from '#shared/text/vi/light.ts'
import { registerColumnKeys, registerList, type RegisterColumnKey } from '#shared/text/vi/register-list.ts'
import { excerptOf } from '../../lib/excerpt.ts'
import { LightBadge } from '../../ui/light-badge/light-badge.tsx'
import type { RegisterNames } from './register-names.ts'
import styles from './register.module.css'

/** What a cell is written from. */
export interface CellContext {
  readonly names: RegisterNames
  /** Words looked for, to be marked where they stand. */
  readonly text: string
  /** Titles of the columns shown, by which a hidden match is told. */
  readonly shown: ReadonlySet<RegisterColumnKey>
}

export interface RegisterColumn {
  readonly key: RegisterColumnKey
  readonly title: string
  /** What its head puts the rows in order by; null where nothing does. */
  readonly sort: RegisterSort | null
  readonly minWidth: number
  readonly weight: number
  /** In little room the column with the highest goes first; the others stay. */
  readonly gives: number
  /** The cell as plain words: for the paper, the clipboard and the pointer's hint. */
  readonly text: (row: RegisterRow, names: RegisterNames) => string
  /** The cell as it is drawn; absent where it is its words. */
  readonly draw?: (row: RegisterRow, context: CellContext) => ReactNode
  /** What the pointer is told beyond the words. */
  readonly hint?: (row: RegisterRow, names: RegisterNames) => string
}

/** The due that stands for a share: the first with its light, as the share is judged. */
export function currentDue({ dues, light }: RegisterShare): RegisterDue | null {
  return dues.find((due) => due.light === light) ?? dues.at(-1) ?? null
}

const leadsOf = ({ task, share }: RegisterRow): readonly RegisterShare[] =>
  share === null ? task.shares.filter(({ role }) => role === 'lead') : [share]

/** "Các sở, ban, ngành (19 đơn vị); Sở Nội vụ": agencies in the paper's order, those of a group under the group's name. */
function partiesOf(shares: readonly RegisterShare[], names: RegisterNames): string {
  const through = new Map<AgencyGroupId, number>()
  for (const { throughGroupId: group, waiting } of shares) if (group !== null && !waiting) through.set(group, (through.get(group) ?? 0) + 1)
  const said = new Set<string>()
  for (const { agencyId, throughGroupId: group, waiting } of shares) {
    if (waiting) said.add(registerList.waiting)
    else said.add(group === null ? names.agency(agencyId) : registerList.through(names.group(group), through.get(group) ?? 0))
  }
  return [...said].join('; ')
}

const shareAgency = ({ agencyId, waiting }: RegisterShare, names: RegisterNames): string =>
  waiting ? registerList.heldBy(names.agency(agencyId)) : names.agency(agencyId)

const agencyText = (row: RegisterRow, names: RegisterNames): string =>
  row.share === null ? partiesOf(leadsOf(row), names) : shareAgency(row.share, names)

function doneText(row: RegisterRow): string {
  const { share, task } = row
  if (share === null) return task.total === 0 ? '' : registerList.doneOf(task.done, task.total)
  if (share.assignmentId === null) return registerList.planned
  const due = currentDue(share)
  if (due === null) return ''
  const said = `${stateNames[due.state]}${due.percent === null || due.state === 'done' ? '' : ` · ${due.percent}%`}`
  return due.period === null ? said : `${due.period}: ${said}`
}

function dueOf(row: RegisterRow): RegisterDue | null {
  const next = nextDueOf(leadsOf(row))
  for (const share of leadsOf(row)) {
    for (const due of share.dues) if (next === null ? row.share !== null && due === currentDue(share) : due.due === next) return due
  }
  return null
}

const dayText = (day: string | null): string => (day === null ? '' : writeDay(day))
const isStale = ({ share, task }: RegisterRow): boolean => share?.stale ?? task.stale > 0

const lightHint = ({ share, task }: RegisterRow): string =>
  share?.explanation ?? `${lightNames[task.light]}: ${registerList.doneOfTitle(task.done, task.total, task.overdue)}`

/** Units of a marked text that a cell of the task's words, or of another column, shows on one line of a usual laptop. */
const CONTENT_UNITS = 58
const OTHER_UNITS = 26
const PART_UNITS = 16

function marked(words: string, text: string, units: number): ReactNode {
  if (text.trim() === '') return words
  return excerptOf(words, text, units).map((piece, index) =>
    // Pieces have no identity beyond their place in the text.
    // oxlint-disable-next-line react/no-array-index-key
    piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
}

const isFound = (words: string, text: string): boolean => excerptOf(words, text, CONTENT_UNITS).some(({ found }) => found)

/** The task's words, and after them the word looked for that they do not hold, with the column it was found in where that is not shown. */
function drawContent(row: RegisterRow, { names, text, shown }: CellContext): ReactNode {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const missing = words.filter((word) => !isFound(row.task.content, word)).join(' ')
  if (missing === '') return marked(row.task.content, text, CONTENT_UNITS)
  const places = [
    ['agency', agencyText(row, names)],
    ['product', row.task.product],
    ['phrase', row.task.phrase],
    ['helpers', row.shares.map(({ agencyId }) => names.agency(agencyId)).join('; ')],
    ['source', sourceText(row)],
  ] as const
  const place = places.find(([, said]) => isFound(said, missing))
  if (place === undefined || shown.has(place[0])) return marked(row.task.content, text, CONTENT_UNITS)
  return (
    <span className={styles['twofold']}>
      <span className={styles['content']}>{marked(row.task.content, text, PART_UNITS)}</span>
      <span className={styles['elsewhere']}>
        {registerList.foundIn(registerList.columnTitles[place[0]])}
        {marked(place[1], missing, PART_UNITS)}
      </span>
    </span>
  )
}

function sourceText({ task }: RegisterRow): string {
  const kind = registerList.sources[task.source] ?? task.source
  return task.sourceDocument === null ? kind : `${kind} ${task.sourceDocument.symbol}`
}

const columns: Readonly<Record<RegisterColumnKey, Omit<RegisterColumn, 'key' | 'title'>>> = {
  content: {
    sort: 'content',
    minWidth: 220,
    weight: 10,
    gives: 0,
    text: ({ task }) => task.content,
    draw: drawContent,
  },
  field: { sort: null, minWidth: 130, weight: 2, gives: 8, text: ({ task }, names) => names.field(task.fieldId) },
  agency: {
    sort: 'agency',
    minWidth: 150,
    weight: 4,
    gives: 3,
    text: agencyText,
    draw: (row, { names, text }) => marked(agencyText(row, names), text, OTHER_UNITS),
  },
  helpers: {
    sort: null,
    minWidth: 130,
    weight: 3,
    gives: 9,
    text: ({ task }, names) =>
      partiesOf(
        task.shares.filter(({ role }) => role === 'coordinating'),
        names,
      ),
  },
  role: { sort: null, minWidth: 80, weight: 0, gives: 6, text: ({ share }) => (share === null ? '' : registerList.roles[share.role]) },
  product: {
    sort: null,
    minWidth: 120,
    weight: 3,
    gives: 10,
    text: ({ task }) => task.product,
    draw: ({ task }, { text }) => marked(task.product, text, OTHER_UNITS),
  },
  phrase: { sort: null, minWidth: 110, weight: 1, gives: 7, text: ({ task }) => task.phrase },
  due: {
    sort: 'due',
    minWidth: 106,
    weight: 0,
    gives: 1,
    text: (row) => dayText(dueOf(row)?.due ?? null),
    hint: (row) => {
      const due = dueOf(row)
      const moved = due !== null && due.firstDue !== null && due.firstDue !== due.due
      return [due?.period ?? '', due?.label ?? '', moved ? registerList.extended(dayText(due.firstDue)) : '', row.task.phrase]
        .filter((part) => part !== '')
        .join('\n')
    },
  },
  late: {
    sort: 'late',
    minWidth: 82,
    weight: 0,
    gives: 5,
    text: (row) => {
      const days = daysLateOf(leadsOf(row))
      return days === 0 ? '' : registerList.days(days)
    },
  },
  light: {
    sort: 'light',
    minWidth: 188,
    weight: 0,
    gives: 0,
    text: (row) => lightNames[lightOfRow(row)],
    draw: (row) => <LightBadge light={lightOfRow(row)} explanation={lightHint(row)} />,
    hint: lightHint,
  },
  done: {
    sort: 'done',
    minWidth: 96,
    weight: 0,
    gives: 4,
    text: doneText,
    hint: ({ share, task }) =>
      share === null
        ? registerList.doneOfTitle(task.done, task.total, task.overdue)
        : share.assignmentId === null
          ? registerList.plannedTitle
          : '',
  },
  updated: {
    sort: 'updated',
    minWidth: 120,
    weight: 0,
    gives: 2,
    text: (row) => {
      const day = dayText(updatedOnOf(row))
      return isStale(row) ? registerList.silent(day === '' ? null : day) : day
    },
    draw: (row) => {
      const on = updatedOnOf(row)
      const day = on === null ? registerList.never : writeDay(on)
      if (!isStale(row)) return on === null ? '' : day
      return (
        <span className={styles['silent']}>
          <IconMessageOff size={14} aria-hidden />
          {day}
          <VisuallyHidden>{registerList.silent(on === null ? null : day)}</VisuallyHidden>
        </span>
      )
    },
  },
  source: { sort: null, minWidth: 110, weight: 1, gives: 11, text: sourceText },
}

/** Columns shown until somebody chooses others. */
export const usualColumns: readonly RegisterColumnKey[] = ['content', 'agency', 'role', 'due', 'light', 'done', 'updated']

/** The columns chosen that say more than the heads of groups do, in the usual order; the task's words always stand. */
export function columnsOf(keys: readonly string[], { level, group }: Pick<RegisterView, 'level' | 'group'>): readonly RegisterColumn[] {
  return registerColumnKeys
    .filter((key) => key === 'content' || keys.includes(key))
    .filter((key) => key !== 'role' || level === 'share')
    .filter((key) => !(key === 'field' && group === 'field') && !(key === 'agency' && group === 'lead' && level === 'share'))
    .map((key) => ({
      key,
      ...columns[key],
      title: key === 'agency' && level === 'share' ? registerList.ofShare.agency : registerList.columnTitles[key],
      // A share says its state and percent; of a task only numbers stand there.
      ...(key === 'done' && level === 'share' ? { minWidth: 160 } : {}),
    }))
}

/** Those that there is room for, the most dispensable left out first. */
export function columnsInRoom(all: readonly RegisterColumn[], room: number): readonly RegisterColumn[] {
  let kept = all
  while (kept.reduce((sum, { minWidth }) => sum + minWidth, 0) > room) {
    const most = Math.max(...kept.map(({ gives }) => gives))
    if (most <= 1) return kept
    kept = kept.filter(({ gives }) => gives !== most)
  }
  return kept
}
