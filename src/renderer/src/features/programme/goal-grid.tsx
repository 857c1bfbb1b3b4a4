import { Group, Text } from '@mantine/core'
import { IconCopy, IconPlus, IconTargetArrow, IconTrash } from '@tabler/icons-react'
import { useMemo, useState, type ReactElement } from 'react'
import type { Field } from '#shared/domain/field.ts'
import type { GoalId } from '#shared/domain/identifier.ts'
import type { Goal, Programme } from '#shared/domain/programme.ts'
import { programmeText } from '#shared/text/vi/programme.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { CellChange, GridLine } from '../../ui/grid/grid-types.ts'
import { EmptyPlace } from '../../ui/screen/screen.tsx'
import { goalColumns, readPastedBlock, updatesOf } from './goal-cells.ts'
import { inOrder, updateGoals, withLatestVersions } from './goal-commands.ts'
import styles from './programme.module.css'

const unknownField = (words: string): void => showFailure(programmeText.unknownField(words))

function remove(keys: readonly string[]): void {
  inOrder(async () => {
    await ask('goal.remove-many', { ids: keys as GoalId[] })
    showDone(programmeText.goalsRemoved(keys.length), { undoable: true })
  })
}

/** A programme's goals as a spreadsheet: a row a goal, a column a year. */
export function GoalGrid({
  programme,
  goals,
  fields,
  goTo,
}: {
  readonly programme: Programme
  readonly goals: readonly Goal[]
  readonly fields: readonly Field[]
  readonly goTo: GoalId | null
}): ReactElement {
  const [chosen, setChosen] = useState<readonly GoalId[]>([])
  const [wanted, setWanted] = useState<string | null>(goTo)
  const { id: programmeId } = programme
  const columns = useMemo(() => goalColumns(programme, fields), [programme, fields])
  const lines = useMemo(
    () => goals.map((goal, index): GridLine<Goal> => ({ kind: 'row', key: goal.id, head: String(index + 1), row: goal })),
    [goals],
  )

  const insert = (afterId: string | null): void =>
    inOrder(async () => {
      const [created] = await ask('goal.create-many', { programmeId, afterId, goals: [{}] })
      setWanted(created?.id ?? null)
    })
  const duplicate = (keys: readonly string[]): void =>
    inOrder(async () => {
      const copies = goals.filter((goal) => keys.includes(goal.id))
      const created = await ask('goal.create-many', {
        programmeId,
        afterId: copies.at(-1)?.id ?? null,
        goals: copies.map(({ content, unit, baseline, targets, fieldId, note }) => ({ content, unit, baseline, targets, fieldId, note })),
      })
      setWanted(created.at(-1)?.id ?? null)
    })
  const paste = (changes: readonly CellChange[], columnKeys: readonly string[], cells: readonly (readonly string[])[]): void =>
    inOrder(async () => {
      const read = readPastedBlock({ changes, columnKeys, cells }, goals, columns, fields, unknownField)
      const updates = withLatestVersions(programmeId, read.updates)
      const { created } = read
      if (created.length === 0) {
        if (updates.length > 0) await ask('goal.update-many', { updates })
        return
      }
      await ask('goal.create-many', { programmeId, afterId: null, goals: created, updates })
      showDone(programmeText.goalsPasted(created.length + updates.length), { undoable: true })
    })
  const move = (keys: readonly string[], beforeLine: number): void => {
    const above = goals.slice(0, beforeLine).findLast((goal) => !keys.includes(goal.id))
    inOrder(async () => void (await ask('goal.move', { ids: keys as GoalId[], afterId: above?.id ?? null })))
  }

  const nothingChosen = chosen.length === 0 ? programmeText.chooseGoals : null
  const add: Command = {
    id: 'goal.create',
    group: 'plan',
    label: programmeText.addGoal,
    icon: IconPlus,
    shortcut: 'mod+Enter',
    run: () => insert(chosen.at(-1) ?? goals.at(-1)?.id ?? null),
  }
  const commands: readonly Command[] = [
    add,
    {
      id: 'goal.duplicate',
      group: 'edit',
      label: programmeText.duplicateGoals,
      icon: IconCopy,
      unavailable: () => nothingChosen,
      run: () => duplicate(chosen),
    },
    {
      id: 'goal.remove',
      group: 'edit',
      label: programmeText.removeGoals,
      icon: IconTrash,
      unavailable: () => nothingChosen,
      run: () => remove(chosen),
    },
  ]
  useCommands(commands)

  return (
    <div className={styles['tab']}>
      <Group gap="xs" className={styles['tools'] ?? ''}>
        {commands.map((command) => (
          <CommandButton key={command.id} command={command} variant="subtle" size="compact-xs" />
        ))}
        <Text size="xs" c="dimmed" ml="auto">
          {programmeText.gridHint}
        </Text>
      </Group>
      <div className={styles['grid']}>
        <DataGrid<Goal>
          label={programmeText.goals}
          lines={lines}
          columns={columns}
          headTitle={programmeText.stt}
          compact={false}
          readOnly={false}
          describeCell={programmeText.cell}
          activeRowKey={wanted}
          empty={
            <EmptyPlace
              icon={<IconTargetArrow size={40} stroke={1.2} aria-hidden />}
              title={programmeText.noGoalsTitle}
              text={programmeText.noGoalsText}
            >
              <CommandButton command={add} />
            </EmptyPlace>
          }
          onChange={(changes) => updateGoals(programmeId, updatesOf(changes, goals, fields, unknownField))}
          onOverflow={paste}
          onSelect={(keys) => setChosen(keys as readonly GoalId[])}
          onInsert={insert}
          onDuplicate={duplicate}
          onRemove={remove}
          onMove={move}
          onOpen={() => undefined}
        />
      </div>
    </div>
  )
}
