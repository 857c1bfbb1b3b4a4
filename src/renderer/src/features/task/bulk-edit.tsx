import { Button, Select, Text, TextInput, Tooltip } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Field } from '#shared/domain/field.ts'
import type { FieldId } from '#shared/domain/identifier.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { type CellReading, type TaskUpdate, patchOf } from './cell-patch.ts'
import styles from './task.module.css'

interface BulkEditProps {
  readonly tasks: readonly Task[]
  readonly fields: readonly Field[]
  readonly reading: CellReading
  readonly actions: ReactNode
  readonly onApply: (updates: readonly TaskUpdate[]) => void
}

const edited = ['lead', 'coordinating', 'product', 'deadline'] as const

/** One bar for all chosen rows: what is left empty stays as it is; everything else is written as one command. */
export function BulkEdit({ tasks, fields, reading, actions, onApply }: BulkEditProps) {
  const [fieldId, setFieldId] = useState<FieldId | null>(null)
  const [words, setWords] = useState<Partial<Record<(typeof edited)[number], string>>>({})
  const filled = edited.filter((key) => (words[key] ?? '').trim() !== '')
  const apply = (): void => {
    onApply(
      tasks.map((task): TaskUpdate => {
        const patch = Object.assign(
          {},
          fieldId === null ? {} : { fieldId },
          ...filled.map((key) => patchOf(task, key, words[key] ?? '', reading)),
        ) as TaskPatch
        return { id: task.id, version: task.version, patch }
      }),
    )
    setWords({})
    setFieldId(null)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (filled.length > 0 || fieldId !== null) apply()
      }}
    >
      <div className={styles['bulk']} role="group" aria-label={taskText.bulkEdit}>
        <Text size="xs" fw={600}>
          {taskText.chosen(tasks.length)}
        </Text>
        <Select
          size="xs"
          w={170}
          clearable
          placeholder={taskText.setField}
          aria-label={taskText.setField}
          value={fieldId}
          data={fields.map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={(value) => setFieldId(value as FieldId | null)}
        />
        {edited.map((key) => (
          <TextInput
            key={key}
            size="xs"
            w={140}
            placeholder={taskText.columns[key]}
            aria-label={taskText.columns[key]}
            value={words[key] ?? ''}
            onChange={(event) => setWords({ ...words, [key]: event.currentTarget.value })}
          />
        ))}
        <Tooltip label={taskText.bulkHint}>
          <Button size="compact-xs" type="submit" disabled={filled.length === 0 && fieldId === null}>
            {taskText.apply}
          </Button>
        </Tooltip>
        {actions}
      </div>
    </form>
  )
}
