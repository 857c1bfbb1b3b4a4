import { expect, test } from 'vitest'
import type { RegisterShare } from '#shared/domain/register.ts'
import { columnsInRoom, columnsOf, currentDue, usualColumns } from '#renderer/features/register/register-columns.tsx'
import { aDue } from '../../helpers/register-records.ts'

const keysOf = (columns: ReturnType<typeof columnsOf>): readonly string[] => columns.map(({ key }) => key)

const due = (key: string, light: RegisterShare['light']): RegisterShare['dues'][number] =>
  aDue({ key, period: key, firstDue: null, due: null, light })

test('leaves out what the heads of groups say already, and the role where a row is a whole task', () => {
  expect({
    tasks: keysOf(columnsOf(usualColumns, { level: 'task', group: 'field' })),
    sharesByAgency: keysOf(columnsOf(['agency', 'role', 'light'], { level: 'share', group: 'lead' })),
    ofAnOlderProgram: keysOf(columnsOf(['gone', 'light'], { level: 'task', group: 'none' })),
  }).toEqual({
    tasks: ['content', 'agency', 'due', 'light', 'done', 'updated'],
    sharesByAgency: ['content', 'role', 'light'],
    ofAnOlderProgram: ['content', 'light'],
  })
})

test('gives up columns where a pane takes the room, never the words of the task and its light', () => {
  const all = columnsOf(usualColumns, { level: 'share', group: 'none' })
  expect([1400, 700, 100].map((room) => keysOf(columnsInRoom(all, room)))).toEqual([
    ['content', 'agency', 'role', 'due', 'light', 'done', 'updated'],
    ['content', 'due', 'light', 'updated'],
    ['content', 'due', 'light'],
  ])
})

test('shows of a recurring duty the period that gives the share its light', () => {
  const share = { dues: [due('Quý I', 'done-on-time'), due('Quý II', 'overdue'), due('Quý III', 'not-due')] } as unknown as RegisterShare
  expect([currentDue({ ...share, light: 'overdue' })?.key, currentDue({ ...share, light: 'paused', dues: [] })]).toEqual(['Quý II', null])
})
