import { membersOn, tasksGivenToMember, type GivenTask } from '../domain/assignment-rules.ts'
import type { CommitteeRole, Member } from '../domain/member.ts'
import { toRoman } from '../language/roman.ts'
import type { TableRow } from './blocks.ts'
import { officialDocument, type BuiltDocument, type DocumentOptions, type PlanRecords } from './plan-document.ts'
import { cell, cellParagraphs, sharesOf } from './table.ts'
import { spanningRow } from './task-table.ts'
import {
  groupNotes,
  partiesWords,
  placedTasks,
  planReference,
  TABLE_SIZE,
  workingSection,
  workingTitle,
  type PlacedTask,
} from './working-paper.ts'

const columns = [
  { title: 'STT', weight: 5 },
  { title: 'Số trong phụ lục', weight: 8 },
  { title: 'Nhiệm vụ', weight: 35 },
  { title: 'Sản phẩm', weight: 15 },
  { title: 'Cơ quan chủ trì', weight: 17 },
  { title: 'Thời hạn', weight: 12 },
  { title: 'Vai trò', weight: 12 },
]

const roleNames: Readonly<Record<CommitteeRole, string>> = {
  head: 'Trưởng Ban',
  'deputy-head': 'Phó Trưởng Ban',
  'standing-member': 'Ủy viên thường trực',
  member: 'Ủy viên',
  secretariat: 'Tổ Thư ký',
}

const givenRoles: Readonly<Record<GivenTask['role'], string>> = { lead: 'Phụ trách', coordinating: 'Phối hợp' }

/**
 * The table of assignment by member of the committee: under each the tasks in their portfolio, as the screen has them. Tasks that nobody
 * follows come last, so that no task is missing.
 * @param memberId one member's table alone, or null for all
 */
export function buildMemberTableDocument(
  records: PlanRecords,
  members: readonly Member[],
  memberId: Member['id'] | null,
  options: DocumentOptions,
): BuiltDocument {
  const { plan, office, registry } = records
  const placed = placedTasks(records)
  const tasks = placed.map(({ task }) => task)
  const all = membersOn(members, plan.agenciesAsOf).map((member) => ({
    member,
    given: new Map(tasksGivenToMember(tasks, member, registry, plan.agenciesAsOf).map((one) => [one.taskId, one.role])),
  }))
  const portfolios = all
    .filter(({ member }) => memberId === null || member.id === memberId)
    .map(({ member, given }) => ({ member, given, own: placed.filter(({ task }) => given.has(task.id)) }))
  const nobodys = memberId === null ? placed.filter(({ task }) => all.every(({ given }) => !given.has(task.id))) : []
  const title = 'Bảng phân công nhiệm vụ'
  const { section, notices } = workingSection(
    'member-table',
    workingTitle(title, `theo thành viên Ban Chỉ đạo cải cách hành chính ${office.provinceName}`, planReference(records)),
    {
      kind: 'table',
      columnShares: sharesOf(columns.map(({ weight }) => weight)),
      headerRows: [
        { cells: columns.map((column) => cell(cellParagraphs(column.title, TABLE_SIZE, { align: 'center', marks: { bold: true } }))) },
      ],
      rows: [
        ...portfolios.flatMap(({ member, given, own }, index) => [
          spanningRow('field', memberWords(member, index, own.length), columns.length, TABLE_SIZE, member.id),
          ...taskRows(own, records, given),
        ]),
        ...(nobodys.length === 0
          ? []
          : [
              spanningRow('field', `Nhiệm vụ chưa có thành viên theo dõi (${nobodys.length})`, columns.length, TABLE_SIZE),
              ...taskRows(nobodys, records, new Map()),
            ]),
      ],
    },
    'Chưa có thành viên Ban Chỉ đạo nào.',
    groupNotes(
      [...portfolios.flatMap(({ own }) => own), ...nobodys].map(({ task }) => ({ ...task, coordinating: [] })),
      registry,
      plan.agenciesAsOf,
    ),
  )
  return { document: officialDocument(title, records, options, [section]), notices }
}

function memberWords({ name, post, role }: Member, index: number, count: number): string {
  return `${toRoman(index + 1)}. ${[name, post, roleNames[role]].filter((words) => words !== '').join(', ')} (${count} nhiệm vụ)`
}

function taskRows(
  tasks: readonly PlacedTask[],
  { registry }: PlanRecords,
  given: ReadonlyMap<GivenTask['taskId'], GivenTask['role']>,
): readonly TableRow[] {
  return tasks.map(({ task, address }, index) => {
    const role = given.get(task.id)
    const words = [
      String(index + 1),
      address,
      task.content,
      task.product,
      partiesWords(task.leads, registry),
      task.deadline.phrase,
      role === undefined ? '' : givenRoles[role],
    ]
    return {
      kind: 'task',
      mayBreak: false,
      sourceId: task.id,
      cells: words.map((piece, column) =>
        cell(cellParagraphs(piece, TABLE_SIZE, { align: column < 2 || column > 4 ? 'center' : column === 2 ? 'both' : 'left' })),
      ),
    }
  })
}
