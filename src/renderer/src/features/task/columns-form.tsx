import { ActionIcon, Button, Group, Menu, NumberInput, SegmentedControl, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Appendix, AppendixColumn, AppendixColumnKey } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import styles from './task.module.css'

const standard = ['product', 'coordinating', 'deadline', 'lead'] as const

interface ColumnsFormProps {
  readonly appendix: Appendix
  readonly count: number
  readonly editable: boolean
}

/** Title, paper and columns of an appendix; each change is a command of its own and can be taken back. */
export function ColumnsForm({ appendix, count, editable }: ColumnsFormProps) {
  const [title, setTitle] = useState(appendix.title)
  const { columns } = appendix
  const update = (patch: { title?: string; orientation?: Appendix['orientation']; columns?: AppendixColumn[] }): void =>
    void ask('appendix.update', { id: appendix.id, version: appendix.version, patch }).catch(showFailure)
  const setColumn = (index: number, change: Partial<AppendixColumn>): void =>
    update({ columns: columns.map((column, at) => (at === index ? { ...column, ...change } : column)) })
  const move = (index: number, by: -1 | 1): void => {
    const column = columns[index]
    if (column !== undefined) update({ columns: columns.toSpliced(index, 1).toSpliced(index + by, 0, column) })
  }
  /** A new column takes an eighth of the width. */
  const add = (key: AppendixColumnKey, words: string): void =>
    update({ columns: [...columns, { key, title: words, weight: columns.reduce((sum, { weight }) => sum + weight, 0) / 7 }] })
  const addExtra = (): void => {
    const taken = new Set<string>(columns.map(({ key }) => key))
    let words = taskText.newColumn(0)
    for (let next = columns.length; taken.has(`extra:${words}`); next += 1) words = taskText.newColumn(next)
    add(`extra:${words}`, words)
  }
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  /** A share of the width in percent, the other columns keeping their weights among themselves. */
  const setShare = (index: number, percent: number): void => {
    const others = total - (columns[index]?.weight ?? 0)
    setColumn(index, { weight: others === 0 ? 1 : (others * percent) / (100 - percent) })
  }
  const missing = standard.filter((key) => !columns.some((column) => column.key === key))
  return (
    <Stack gap="sm">
      <TextInput
        label={taskText.appendixTitle}
        readOnly={!editable}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => {
          const words = title.trim().normalize('NFC')
          if (words !== appendix.title) update({ title: words })
        }}
      />
      <div>
        <Text size="xs" fw={500} mb={2}>
          {taskText.orientation}
        </Text>
        <SegmentedControl
          aria-label={taskText.orientation}
          value={appendix.orientation}
          disabled={!editable}
          data={[
            { value: 'landscape', label: taskText.landscape },
            { value: 'portrait', label: taskText.portrait },
          ]}
          onChange={(orientation) => update({ orientation })}
        />
      </div>
      <div>
        <Text size="xs" fw={500}>
          {taskText.columnsOfAppendix}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {taskText.columnsHint}
        </Text>
        <ol className={styles['columns']}>
          {columns.map((column, index) => (
            <ColumnLine
              key={`${column.key}/${column.title}/${column.weight}/${total}`}
              column={column}
              share={Math.round((100 * column.weight) / total)}
              position={index + 1}
              editable={editable}
              onTitle={(words) => setColumn(index, { title: words })}
              onShare={(percent) => setShare(index, percent)}
              onUp={index > 0 ? () => move(index, -1) : null}
              onDown={index < columns.length - 1 ? () => move(index, 1) : null}
              // The task and its number are what an appendix is.
              onRemove={column.key === 'task' || column.key === 'stt' ? null : () => update({ columns: columns.toSpliced(index, 1) })}
            />
          ))}
        </ol>
      </div>
      {editable && (
        <Group justify="space-between">
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
                {taskText.addColumn}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {missing.map((key) => (
                <Menu.Item key={key} onClick={() => add(key, taskText.columns[key])}>
                  {taskText.columns[key]}
                </Menu.Item>
              ))}
              <Menu.Item onClick={addExtra}>{taskText.extraColumn}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {count > 1 && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() =>
                void ask('appendix.remove', { id: appendix.id, version: appendix.version }).then(
                  () => showDone(taskText.appendixRemoved, { undoable: true }),
                  showFailure,
                )
              }
            >
              {taskText.removeAppendix}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

function ColumnAct({ act, label, icon }: { readonly act: (() => void) | null; readonly label: string; readonly icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} disabled={act === null} onClick={() => act?.()}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

interface ColumnLineProps {
  readonly column: AppendixColumn
  /** Of the table's width, in percent. */
  readonly share: number
  readonly position: number
  readonly editable: boolean
  readonly onTitle: (title: string) => void
  readonly onShare: (percent: number) => void
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: (() => void) | null
}

function ColumnLine({ column, share, position, editable, onTitle, onShare, onUp, onDown, onRemove }: ColumnLineProps) {
  const [title, setTitle] = useState(column.title)
  const [weight, setWeight] = useState<string | number>(share)
  return (
    <li className={styles['column']}>
      <TextInput
        aria-label={taskText.columnTitle(position)}
        readOnly={!editable}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => {
          const words = title.trim().normalize('NFC')
          if (words === '') setTitle(column.title)
          else if (words !== column.title) onTitle(words)
        }}
      />
      <NumberInput
        aria-label={taskText.columnWeight(column.title)}
        readOnly={!editable}
        hideControls
        min={1}
        max={90}
        suffix=" %"
        allowDecimal={false}
        value={weight}
        onChange={setWeight}
        onBlur={() => {
          if (typeof weight !== 'number' || weight <= 0) setWeight(share)
          else if (weight !== share) onShare(weight)
        }}
      />
      {editable && (
        <Group gap={0} wrap="nowrap">
          <ColumnAct act={onUp} label={taskText.columnUp(column.title)} icon={<IconArrowUp size={15} />} />
          <ColumnAct act={onDown} label={taskText.columnDown(column.title)} icon={<IconArrowDown size={15} />} />
          <ColumnAct act={onRemove} label={taskText.removeColumn(column.title)} icon={<IconTrash size={15} />} />
        </Group>
      )}
    </li>
  )
}
