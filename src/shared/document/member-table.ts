import { isActive } from '../domain/agency.ts'
import { agenciesOfParty } from '../domain/coverage-rules.ts'
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
  { title: 'Theo dõi theo', weight: 12 },
]

const roleNames: Readonly<Record<CommitteeRole, string>> = {
  head: 'Trưởng Ban',
  'deputy-head': 'Phó Trưởng Ban',
  'standing-member': 'Ủy viên thường trực',
  member: 'Ủy viên',
  secretariat: 'Tổ Thư ký',
}

const BY_FIELD = 'Lĩnh vực'
const BY_AGENCY = 'Cơ quan chủ trì'

/**
 * The table of assignment by member of the committee: under each the tasks of the fields in their charge and those led by agencies that they
 * follow or head (by name or through a group). Tasks that nobody follows come last, so that no task is missing.
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
  const active = members.filter((member) => isActive(member, plan.agenciesAsOf)).toSorted((one, other) => one.position - other.position)
  const wanted = active.filter(({ id }) => memberId === null || id === memberId)
  const portfolios = wanted.map((member) => ({ member, tasks: placed.filter((one) => reasons(one, member, records).length > 0) }))
  const nobodys = memberId === null ? placed.filter((one) => active.every((member) => reasons(one, member, records).length === 0)) : []
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
        ...portfolios.flatMap(({ member, tasks }, index) => [
          spanningRow('field', memberWords(member, index, tasks.length), columns.length, TABLE_SIZE, member.id),
          ...taskRows(tasks, records, (one) => reasons(one, member, records)),
        ]),
        ...(nobodys.length === 0
          ? []
          : [
              spanningRow('field', `Nhiệm vụ chưa có thành viên theo dõi (${nobodys.length})`, columns.length, TABLE_SIZE),
              ...taskRows(nobodys, records, () => []),
            ]),
      ],
    },
    'Chưa có thành viên Ban Chỉ đạo nào.',
    groupNotes(
      [...portfolios.flatMap(({ tasks }) => tasks), ...nobodys].map(({ task }) => ({ ...task, coordinating: [] })),
      registry,
      plan.agenciesAsOf,
    ),
  )
  return { document: officialDocument(title, records, options, [section]), notices }
}

function memberWords({ name, post, role }: Member, index: number, count: number): string {
  return `${toRoman(index + 1)}. ${[name, post, roleNames[role]].filter((words) => words !== '').join(', ')} (${count} nhiệm vụ)`
}

/** Why a task is a member's: its field, or who leads it. */
function reasons({ task }: PlacedTask, member: Member, { registry, plan }: PlanRecords): readonly string[] {
  const followed = new Set([...member.followedAgencyIds, ...(member.agencyId === null ? [] : [member.agencyId])])
  const leads = task.leads.flatMap((party) => agenciesOfParty(party, registry, plan.agenciesAsOf))
  return [
    ...(task.fieldId !== null && member.fieldIds.includes(task.fieldId) ? [BY_FIELD] : []),
    ...(leads.some((id) => followed.has(id)) ? [BY_AGENCY] : []),
  ]
}

function taskRows(
  tasks: readonly PlacedTask[],
  { registry }: PlanRecords,
  why: (one: PlacedTask) => readonly string[],
): readonly TableRow[] {
  return tasks.map((one, index) => {
    const { task, address } = one
    const words = [
      String(index + 1),
      address,
      task.content,
      task.product,
      partiesWords(task.leads, registry),
      task.deadline.phrase,
      why(one).join('; '),
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
