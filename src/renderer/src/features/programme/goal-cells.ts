import type { Field } from '#shared/domain/field.ts'
import { readTarget, yearsOf, type Goal, type GoalPatch, type Programme } from '#shared/domain/programme.ts'
import { fieldOfTitle } from '#shared/domain/provision-tree.ts'
import type { GoalUpdate } from '#shared/ipc/programme-contract.ts'
import { fold } from '#shared/language/fold.ts'
import { programmeText } from '#shared/text/vi/programme.ts'
import type { CellChange, Completion, GridColumn } from '../../ui/grid/grid-types.ts'

const yearColumn = /^\d{4}$/

/** The columns of a programme's goals: its words, a column a year, its field. A target that says no number says so below its words. */
export function goalColumns(programme: Programme, fields: readonly Field[]): readonly GridColumn<Goal>[] {
  const { columns } = programmeText
  const nameOf = new Map(fields.map((field) => [field.id, field.name]))
  return [
    { key: 'content', title: columns.content, weight: 40, minWidth: 250, text: (goal) => goal.content },
    { key: 'unit', title: columns.unit, weight: 2, minWidth: 74, text: (goal) => goal.unit },
    { key: 'baseline', title: columns.baseline, weight: 2, minWidth: 80, text: (goal) => goal.baseline },
    ...yearsOf(programme).map((year): GridColumn<Goal> => ({
      key: String(year),
      title: String(year),
      weight: 2,
      minWidth: 72,
      text: (goal) => goal.targets[String(year)]?.words ?? '',
    })),
    {
      key: 'field',
      title: columns.field,
      weight: 10,
      minWidth: 120,
      text: (goal) => (goal.fieldId === null ? '' : (nameOf.get(goal.fieldId) ?? '')),
      complete: (text) => completeField(text, fields),
    },
    { key: 'note', title: columns.note, weight: 10, minWidth: 90, text: (goal) => goal.note },
  ]
}

function completeField(text: string, fields: readonly Field[]): Completion {
  const typed = fold(text.trim())
  const found = typed === '' ? [] : fields.filter(({ name, aliases }) => [name, ...aliases].some((each) => fold(each).includes(typed)))
  return {
    from: 0,
    to: text.length,
    options: found.map(({ id, name }) => ({ key: id, label: name, detail: '', insert: name })),
    takesFirst: !found.some(({ name }) => fold(name) === typed),
  }
}

/** What new words in a cell change on a goal. `unknown` is told of words in the field's cell that name no field. */
function patchOf(
  before: Pick<Goal, 'targets'>,
  column: string,
  text: string,
  fields: readonly Field[],
  unknown: (words: string) => void,
): GoalPatch {
  const words = text.trim()
  if (yearColumn.test(column)) {
    const { [column]: _old, ...others } = before.targets
    const target = readTarget(words)
    return { targets: target === null ? others : { ...others, [column]: target } }
  }
  switch (column) {
    case 'content':
      return { content: words }
    case 'unit':
      return { unit: words }
    case 'baseline':
      return { baseline: words }
    case 'note':
      return { note: words }
    case 'field': {
      const fieldId = fieldOfTitle(words, fields)
      if (fieldId === null && words !== '') unknown(words)
      return { fieldId }
    }
    default:
      return {}
  }
}

/** One update a goal, whatever number of its cells changed; years build on each other. */
export function updatesOf(
  changes: readonly CellChange[],
  goals: readonly Goal[],
  fields: readonly Field[],
  unknown: (words: string) => void,
): GoalUpdate[] {
  const byId = new Map(goals.map((goal) => [goal.id as string, goal]))
  const updates = new Map<string, GoalUpdate>()
  for (const { rowKey, columnKey, text } of changes) {
    const goal = byId.get(rowKey)
    if (goal === undefined) continue
    const patch = updates.get(rowKey)?.patch ?? {}
    const merged = { ...patch, ...patchOf({ targets: patch.targets ?? goal.targets }, columnKey, text, fields, unknown) }
    updates.set(rowKey, { id: goal.id, version: goal.version, patch: merged })
  }
  return [...updates.values()]
}

/** A block pasted over the last rows and beyond them, as the grid tells it. */
export interface PastedBlock {
  /** What it changes in the rows that stand. */
  readonly changes: readonly CellChange[]
  readonly columnKeys: readonly string[]
  /** The rows below the last one. */
  readonly cells: readonly (readonly string[])[]
}

/**
 * What a pasted block writes: updates of the rows it covers, and new goals for the rest. A row of the columns' own titles, copied along with a table, is
 * none: the rows below it move up. Empty rows are passed over.
 */
export function readPastedBlock(
  { changes, columnKeys, cells }: PastedBlock,
  goals: readonly Goal[],
  columns: readonly GridColumn<Goal>[],
  fields: readonly Field[],
  unknown: (words: string) => void,
): { readonly updates: GoalUpdate[]; readonly created: GoalPatch[] } {
  const covered = goals.slice(goals.findIndex(({ id }) => changes.some(({ rowKey }) => rowKey === id)))
  const wordsOf = (goal: Goal, key: string): string =>
    changes.find(({ rowKey, columnKey }) => rowKey === goal.id && columnKey === key)?.text ??
    columns.find((column) => column.key === key)?.text(goal) ??
    ''
  const standing = changes.length === 0 ? [] : covered
  const titles = columnKeys.map((key) => fold(columns.find((column) => column.key === key)?.title ?? ''))
  const isHead = (row: readonly string[]): boolean =>
    row.filter((cell, index) => cell !== '' && fold(cell) === titles[index]).length * 2 > row.length
  const block = [...standing.map((goal) => columnKeys.map((key) => wordsOf(goal, key))), ...cells].filter(
    (row) => !isHead(row) && row.some((cell) => cell.trim() !== ''),
  )
  const moved = standing.flatMap((goal, index) =>
    columnKeys.map((columnKey, column): CellChange => ({
      rowKey: goal.id,
      columnKey,
      text: block[index]?.[column] ?? wordsOf(goal, columnKey),
    })),
  )
  return {
    updates: updatesOf(moved, goals, fields, unknown),
    created: block.slice(standing.length).map((row) =>
      row.reduce<GoalPatch>((patch, text, index) => {
        const column = columnKeys[index]
        return column === undefined ? patch : { ...patch, ...patchOf({ targets: patch.targets ?? {} }, column, text, fields, unknown) }
      }, {}),
    ),
  }
}
