import { Button, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core'
import { IconColumns3, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { partyWords, type AgencyRegistry } from '#shared/domain/agency.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { DraftRow } from '#shared/domain/draft.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { prepareRegistry } from '#shared/domain/party-match.ts'
import type { AppendixColumnKey } from '#shared/domain/task.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import { deadlineHint } from '../../ui/grid/deadline-hint.ts'
import type { GridColumn, GridLine, Hint } from '../../ui/grid/grid-types.ts'
import { partyCompletion } from '../../ui/grid/party-completion.ts'
import {
  type CellReading,
  cellWords,
  type WithAppendices,
  withCells,
  withMeaning,
  withNewRow,
  withoutRows,
  withRowsMoved,
  withRowsTwice,
} from './appendix-edit.ts'

/** The row and the cell that a doubt leads to. */
export interface ChosenCell {
  readonly row: number
  readonly column: AppendixColumnKey | null
}

interface AppendixReviewProps<D extends WithAppendices> {
  readonly draft: D
  readonly index: number
  readonly registry: AgencyRegistry
  readonly asOf: Day
  readonly planYear: number
  readonly chosen: ChosenCell | null
  readonly onDraft: (draft: D) => void
  readonly onChoose: (row: number | null) => void
}

const numbers = (keys: readonly string[]): readonly number[] => keys.map(Number)

const meanings = ['task', 'product', 'lead', 'coordinating', 'deadline'] as const

function unknownOf(parties: DraftRow['leads'], registry: AgencyRegistry): Hint | null {
  const unknown = parties.find((party) => party.kind === 'words')
  return unknown === undefined ? null : { text: taskText.unrecognised(partyWords(unknown, registry)), tone: 'doubt' }
}

/** The rows that were read, in the same grid as the plan's appendix: every cell can be put right, every column given another meaning. */
export function AppendixReview<D extends WithAppendices>({
  draft,
  index,
  registry,
  asOf,
  planYear,
  chosen,
  onDraft,
  onChoose,
}: AppendixReviewProps<D>) {
  const appendix = draft.appendices[index]
  const reading: CellReading = useMemo(
    () => ({ registry, prepared: prepareRegistry(registry), asOf, planYear }),
    [registry, asOf, planYear],
  )
  const complete = useMemo(() => partyCompletion(registry, asOf, taskText.group), [registry, asOf])
  const columnsRead = appendix?.columns
  const rows = appendix?.rows
  const columns = useMemo(
    () =>
      (columnsRead ?? [])
        .filter(({ key }) => key !== 'stt')
        .map(({ key, title, weight }): GridColumn<DraftRow> => {
          const column = {
            key,
            title,
            weight,
            minWidth: key === 'task' ? 200 : 100,
            text: (row: DraftRow) => cellWords(row, key, registry),
          }
          if (key === 'lead')
            return {
              ...column,
              complete,
              hint: ({ leads }) => (leads.length === 0 ? { text: bringInText.noLead, tone: 'doubt' } : unknownOf(leads, registry)),
            }
          if (key === 'coordinating') return { ...column, complete, hint: ({ coordinating }) => unknownOf(coordinating, registry) }
          if (key === 'deadline')
            return {
              ...column,
              hint: ({ deadline }) => deadlineHint(deadline),
              explain: (text) => deadlineHint(readDeadline(text.trim(), { planYear })),
            }
          return column
        }),
    [columnsRead, registry, complete, planYear],
  )
  const lines = useMemo(() => draftLines(rows ?? []), [rows])
  if (appendix === undefined) return null
  const rowOfLine = (line: number): number => {
    const next = lines.slice(line).find(({ kind }) => kind === 'row')
    return next === undefined ? appendix.rows.length : Number(next.key)
  }
  return (
    <Stack gap={0} h="100%">
      <Group px="xs" py={5} gap="xs">
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
                .map(({ key, title, guessed }) => (
                  <NativeSelect
                    key={`${key}/${title}`}
                    size="xs"
                    label={bringInText.columnMeaning(title)}
                    description={guessed ? bringInText.columnGuessed : undefined}
                    value={key.startsWith('extra:') ? 'extra' : key}
                    data={[
                      ...meanings.map((value) => ({ value, label: taskText.columns[value] })),
                      { value: 'extra', label: bringInText.keepExtra },
                    ]}
                    onChange={(event) => {
                      const to = event.currentTarget.value
                      onDraft(withMeaning(draft, index, key, to === 'extra' ? `extra:${title}` : to, reading))
                    }}
                  />
                ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onDraft(withNewRow(draft, index, chosen?.row ?? null))}
        >
          {bringInText.addRow}
        </Button>
        <Text size="xs" c="dimmed">
          {bringInText.gridHint}
        </Text>
      </Group>
      <div style={{ flex: 1, minHeight: 0 }}>
        <DataGrid<DraftRow>
          label={appendix.title === '' ? taskText.appendix : appendix.title}
          lines={lines}
          columns={columns}
          headTitle={taskText.stt}
          compact={false}
          readOnly={false}
          describeCell={taskText.cellLabel}
          empty={null}
          activeRowKey={chosen === null ? null : String(chosen.row)}
          activeColumnKey={chosen?.column ?? null}
          onChange={(changes) =>
            onDraft(
              withCells(
                draft,
                index,
                changes.map(({ rowKey, columnKey, text }) => ({ row: Number(rowKey), column: columnKey, text })),
                reading,
              ),
            )
          }
          onOverflow={(changes, keys, cells) => {
            const first = appendix.rows.length
            const longer = cells.reduce<D>(
              (current) => withNewRow(current, index, (current.appendices[index]?.rows.length ?? 0) - 1),
              draft,
            )
            onDraft(
              withCells(
                longer,
                index,
                [
                  ...changes.map(({ rowKey, columnKey, text }) => ({ row: Number(rowKey), column: columnKey, text })),
                  ...cells.flatMap((row, at) =>
                    row.flatMap((text, column) => {
                      const key = keys[column]
                      return key === undefined ? [] : [{ row: first + at, column: key, text }]
                    }),
                  ),
                ],
                reading,
              ),
            )
          }}
          onSelect={([first]) => onChoose(first === undefined ? null : Number(first))}
          onInsert={(after) => onDraft(withNewRow(draft, index, after === null ? null : Number(after)))}
          onDuplicate={(keys) => onDraft(withRowsTwice(draft, index, numbers(keys)))}
          onRemove={(keys) => onDraft(withoutRows(draft, index, numbers(keys)))}
          onMove={(keys, beforeLine) => onDraft(withRowsMoved(draft, index, numbers(keys), rowOfLine(beforeLine)))}
          onOpen={() => undefined}
        />
      </div>
    </Stack>
  )
}

/** Rows under their field's and subgroup's lines, as on paper; the head shows the STT as typed. */
function draftLines(rows: readonly DraftRow[]): readonly GridLine<DraftRow>[] {
  return rows.flatMap((row, index): readonly GridLine<DraftRow>[] => {
    const before = rows[index - 1]
    const opensField = before === undefined || before.fieldTitle !== row.fieldTitle
    return [
      ...(opensField
        ? [{ kind: 'group', key: `field/${index}`, level: 1, title: row.fieldTitle ?? taskText.noField, note: '' } as const]
        : []),
      ...(row.subgroup !== null && (opensField || before?.subgroup !== row.subgroup)
        ? [{ kind: 'group', key: `subgroup/${index}`, level: 2, title: row.subgroup, note: '' } as const]
        : []),
      { kind: 'row', key: String(index), head: row.stt === '' ? String(index + 1) : row.stt, row },
    ]
  })
}
