import { Button, Group, NativeSelect, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { partyWords, type AgencyRegistry } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { AppendixDraft, DraftRow } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { matchParties, prepareRegistry } from '#shared/domain/party-match.ts'
import type { AppendixColumnKey } from '#shared/domain/task.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { describeDeadline } from '#shared/text/vi/deadline.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridColumn, GridLine } from '../../ui/grid/grid-types.ts'

interface AppendixReviewProps {
  readonly appendix: AppendixDraft
  readonly registry: AgencyRegistry
  readonly asOf: Day
  readonly planYear: number
  readonly chosenRow: number | null
  readonly onAppendix: (appendix: AppendixDraft) => void
  readonly onChoose: (row: number | null) => void
}

const meanings: readonly AppendixColumnKey[] = ['task', 'product', 'lead', 'coordinating', 'deadline']

/** The rows that were read, in the same grid as the plan's appendix: every cell can be put right, every column given another meaning. */
export function AppendixReview({ appendix, registry, asOf, planYear, chosenRow, onAppendix, onChoose }: AppendixReviewProps) {
  const prepared = useMemo(() => prepareRegistry(registry), [registry])
  const columns = useMemo(
    () =>
      appendix.columns
        .filter(({ key }) => key !== 'stt')
        .map(({ key, title, weight }): GridColumn<DraftRow> => {
          const column = { key, title, weight, minWidth: key === 'task' ? 190 : 100, text: (row: DraftRow) => textOf(row, key, registry) }
          if (key === 'lead' || key === 'coordinating') {
            return {
              ...column,
              hint: (row) => {
                const unknown = (key === 'lead' ? row.leads : row.coordinating).find((party) => party.kind === 'words')
                return unknown === undefined ? null : { text: taskText.unrecognised(partyWords(unknown, registry)), tone: 'doubt' }
              },
            }
          }
          if (key === 'deadline') {
            return {
              ...column,
              hint: ({ deadline }) => (deadline.phrase === '' ? null : { text: describeDeadline(deadline), tone: deadline.milestones.length === 0 || deadline.milestones.some(({ doubt }) => doubt !== null) ? 'doubt' : 'quiet' }),
            }
          }
          return column
        }),
    [appendix.columns, registry],
  )
  const lines = useMemo(() => draftLines(appendix.rows), [appendix.rows])
  const read = (row: DraftRow, key: string, text: string): DraftRow => withCell(row, key, text, { prepared, asOf, planYear })
  /** Gives a column another meaning: its cells are read again as that, and a column that had the meaning becomes an extra one. */
  const mean = (from: AppendixColumnKey, to: AppendixColumnKey, title: string): void => {
    const target: AppendixColumnKey = to
    const displaced = appendix.columns.find(({ key }) => key === target)
    const moves = new Map<string, AppendixColumnKey>([[from, target], ...(displaced === undefined || displaced.key === from ? [] : [[displaced.key, `extra:${displaced.title}`] as const])])
    onAppendix({
      ...appendix,
      columns: appendix.columns.map((column) => ({ ...column, key: moves.get(column.key) ?? column.key, guessed: column.title === title ? false : column.guessed })),
      rows: appendix.rows.map((row) => {
        const taken = [...moves].map(([old, next]) => ({ old, next, text: textOf(row, old, registry) }))
        const kept = { ...row, extra: Object.fromEntries(Object.entries(row.extra).filter(([key]) => !moves.has(key))) }
        const emptied = taken.reduce((current, { old }) => (old.startsWith('extra:') ? current : read(current, old, '')), kept)
        return taken.reduce((current, { next, text }) => read(current, next, text), emptied)
      }),
    })
  }
  return (
    <Stack gap={0} h="100%">
      <Group p="xs" gap="xs">
        <Popover width={420} position="bottom-start" trapFocus>
          <Popover.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
              {bringInText.mapColumns}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              {appendix.columns
                .filter(({ key }) => key !== 'stt')
                .map(({ key, title }) => (
                  <NativeSelect
                    key={`${key}/${title}`} size="xs" label={bringInText.columnMeaning(title)} value={key}
                    data={[...meanings.map((value) => ({ value, label: taskText.columns[value as keyof typeof taskText.columns] })), { value: `extra:${title}`, label: bringInText.keepExtra }]}
                    onChange={(event) => mean(key, event.currentTarget.value as AppendixColumnKey, title)}
                  />
                ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Group>
      <div style={{ flex: 1, minHeight: 0 }}>
        <DataGrid<DraftRow>
          label={appendix.title === '' ? taskText.appendix : appendix.title} lines={lines} columns={columns} headTitle={taskText.stt} compact={false} readOnly={false}
          describeCell={taskText.cellLabel} empty={null} activeRowKey={chosenRow === null ? null : String(chosenRow)}
          onChange={(changes) => onAppendix({ ...appendix, rows: appendix.rows.map((row, at) => changes.filter(({ rowKey }) => rowKey === String(at)).reduce((current, { columnKey, text }) => read(current, columnKey, text), row)) })}
          onOverflow={() => undefined}
          onSelect={([first]) => onChoose(first === undefined ? null : Number(first))}
          onInsert={(after) => onAppendix({ ...appendix, rows: inserted(appendix.rows, after === null ? 0 : Number(after) + 1) })}
          onDuplicate={(keys) => onAppendix({ ...appendix, rows: appendix.rows.flatMap((row, at) => (keys.includes(String(at)) ? [row, row] : [row])) })}
          onRemove={(keys) => onAppendix({ ...appendix, rows: appendix.rows.filter((_, at) => !keys.includes(String(at))) })}
          onMove={() => undefined}
          onOpen={(key) => onChoose(Number(key))}
        />
      </div>
    </Stack>
  )
}

function textOf(row: DraftRow, key: string, registry: AgencyRegistry): string {
  switch (key) {
    case 'task':
      return row.content
    case 'product':
      return row.product
    case 'lead':
      return row.leads.map((party) => partyWords(party, registry)).join('; ')
    case 'coordinating':
      return row.coordinating.map((party) => partyWords(party, registry)).join('; ')
    case 'deadline':
      return row.deadline.phrase
    case 'stt':
      return row.stt
    default:
      return row.extra[key] ?? ''
  }
}

function withCell(row: DraftRow, key: string, text: string, reading: { readonly prepared: ReturnType<typeof prepareRegistry>; readonly asOf: Day; readonly planYear: number }): DraftRow {
  const words = text.trim()
  switch (key) {
    case 'task':
      return { ...row, content: words }
    case 'product':
      return { ...row, product: words }
    case 'lead': {
      const { parties, coordinating } = matchParties(words, reading.prepared, reading.asOf)
      return { ...row, leads: parties, coordinating: [...row.coordinating, ...coordinating] }
    }
    case 'coordinating': {
      const { parties, coordinating } = matchParties(words, reading.prepared, reading.asOf)
      return { ...row, coordinating: [...parties, ...coordinating] }
    }
    case 'deadline':
      return { ...row, deadline: readDeadline(words, { planYear: reading.planYear }) }
    default:
      return { ...row, extra: { ...row.extra, [key]: words } }
  }
}

function inserted(rows: readonly DraftRow[], at: number): readonly DraftRow[] {
  const neighbour = rows[at - 1] ?? rows[at]
  const empty: DraftRow = {
    fieldTitle: neighbour?.fieldTitle ?? null, subgroup: neighbour?.subgroup ?? null, stt: '', content: '', product: '', leads: [], coordinating: [],
    deadline: { phrase: '', milestones: [] }, extra: {}, cells: {}, sourceRow: null,
  }
  return rows.toSpliced(at, 0, empty)
}

/** Rows under their field's and subgroup's lines, as on paper; the head shows the STT as typed. */
function draftLines(rows: readonly DraftRow[]): readonly GridLine<DraftRow>[] {
  return rows.flatMap((row, index): readonly GridLine<DraftRow>[] => {
    const before = rows[index - 1]
    const opensField = before === undefined || before.fieldTitle !== row.fieldTitle
    return [
      ...(opensField ? [{ kind: 'group', key: `field/${index}`, level: 1, title: row.fieldTitle ?? taskText.noField, note: '' } as const] : []),
      ...(row.subgroup !== null && (opensField || before?.subgroup !== row.subgroup) ? [{ kind: 'group', key: `subgroup/${index}`, level: 2, title: row.subgroup, note: '' } as const] : []),
      { kind: 'row', key: String(index), head: row.stt === '' ? String(index + 1) : row.stt, row },
    ]
  })
}
