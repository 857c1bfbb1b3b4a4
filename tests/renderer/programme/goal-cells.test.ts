import { describe, expect, test } from 'vitest'
import type { Goal, Programme } from '#shared/domain/programme.ts'
import { goalColumns, readPastedBlock, updatesOf } from '#renderer/features/programme/goal-cells.ts'
import { institutions, procedures } from '../../helpers/plan-workspace.ts'
import { goalId, programmeId, programmeInput, targets } from '../../helpers/programme.ts'

const fields = [institutions, procedures]
const programme: Programme = { id: programmeId, version: 1, ...programmeInput }
const columns = goalColumns(programme, fields)
const keys = columns.map(({ key }) => key)
const titles = columns.map(({ title }) => title)
const aGoal = (number: number, patch: Partial<Goal> = {}): Goal => ({
  id: goalId(number),
  programmeId,
  position: `a${number}`,
  content: '',
  unit: '',
  baseline: '',
  targets: {},
  fieldId: null,
  note: '',
  version: 1,
  ...patch,
})
const never = (words: string): void => {
  throw new Error(words)
}
/** A block laid over `goals` from its first cell, as the grid tells it. */
const pasted = (block: readonly (readonly string[])[], goals: readonly Goal[]) => {
  const changes = goals.flatMap((goal, row) =>
    keys.flatMap((columnKey, column) => {
      const text = block[row]?.[column]
      return text === undefined || columns[column]?.text(goal) === text ? [] : [{ rowKey: goal.id, columnKey, text }]
    }),
  )
  return readPastedBlock({ changes, columnKeys: keys, cells: block.slice(goals.length) }, goals, columns, fields, never)
}
const row = (content: string, year2023 = ''): readonly string[] => [content, '%', '', '', '', year2023, '', '', 'Cải cách thể chế', '']

test('the years of the period are the columns', () => {
  expect(keys).toEqual(['content', 'unit', 'baseline', '2021', '2022', '2023', '2024', '2025', 'field', 'note'])
})

describe('a table pasted over the first empty row', () => {
  const written = { unit: '%', baseline: '', fieldId: institutions.id, note: '' }
  const expected = {
    updates: [{ id: goalId(1), version: 1, patch: { content: 'Một', targets: targets({ 2023: '80' }), ...written } }],
    created: [{ content: 'Hai', targets: targets({ 2023: 'Nhóm khá' }), ...written }],
  }

  test('fills it and adds the rest', () => {
    expect(pasted([row('Một', '80'), row('Hai', 'Nhóm khá')], [aGoal(1)])).toEqual(expected)
  })

  test('with its heading row says the same: the heading is no goal, and empty rows are none', () => {
    const block = [titles.map((title) => title.toLocaleUpperCase('vi')), row('Một', '80'), keys.map(() => ''), row('Hai', 'Nhóm khá')]
    expect(pasted(block, [aGoal(1)])).toEqual(expected)
  })

  test('over several rows keeps the order when its heading goes', () => {
    const goals = [aGoal(1), aGoal(2, { content: 'cũ' })]
    const { updates, created } = pasted([titles, row('Một'), row('Hai'), row('Ba')], goals)
    expect([updates.map(({ patch }) => patch.content), created.map(({ content }) => content)]).toEqual([['Một', 'Hai'], ['Ba']])
  })
})

test('two years of one row changed at once are one update, and a target emptied goes', () => {
  const goal = aGoal(1, { targets: targets({ 2022: '70', 2023: '80' }) })
  const changes = [
    { rowKey: goal.id, columnKey: '2022', text: '' },
    { rowKey: goal.id, columnKey: '2024', text: '≥ 90,5 %' },
  ]
  expect(updatesOf(changes, [goal], fields, never)).toEqual([
    { id: goal.id, version: 1, patch: { targets: targets({ 2023: '80', 2024: '≥ 90,5 %' }) } },
  ])
})

test('a field that nobody has is said and left empty', () => {
  const said: string[] = []
  const [update] = updatesOf([{ rowKey: goalId(1), columnKey: 'field', text: 'Kinh tế số' }], [aGoal(1)], fields, (words) =>
    said.push(words),
  )
  expect([update?.patch, said]).toEqual([{ fieldId: null }, ['Kinh tế số']])
})
