import type { AgencyRegistry } from '../domain/agency.ts'
import type { Field } from '../domain/field.ts'
import type { AgencyId, AssignmentId, TaskId } from '../domain/identifier.ts'
import type { Member } from '../domain/member.ts'
import type { Office } from '../domain/office.ts'
import type { Progress } from '../domain/progress.ts'
import type { Register, RegisterShare } from '../domain/register.ts'
import {
  applyView,
  daysLateOf,
  decidingShares,
  lightOfRow,
  type GroupSubject,
  type RegisterLookup,
  type RegisterRow,
  type RegisterRows,
} from '../domain/register-rows.ts'
import type { RegisterView } from '../domain/register-view.ts'
import { writeDay } from '../language/day.ts'
import { toRoman } from '../language/roman.ts'
import { lightNames, staleName } from '../text/vi/light.ts'
import type { OfficialDocument, TableRow } from './blocks.ts'
import { decree } from '../decree/decree.ts'
import type { DocumentNotice } from './notice.ts'
import { cell, cellParagraphs, sharesOf } from './table.ts'
import { spanningRow } from './task-table.ts'
import { TABLE_SIZE, workingSection, workingTitle } from './working-paper.ts'

/** What a list of followed tasks is made of. */
export interface RegisterListRecords {
  readonly register: Register
  readonly view: RegisterView
  readonly year: number
  readonly registry: AgencyRegistry
  readonly fields: readonly Field[]
  readonly members: readonly Member[]
  readonly office: Office
  /** The last word about each share. */
  readonly latest: ReadonlyMap<AssignmentId, Progress>
}

export interface RegisterList {
  readonly document: OfficialDocument
  readonly notices: readonly DocumentNotice[]
  /** "Danh mục nhiệm vụ", "Phiếu nhiệm vụ", "Phiếu theo dõi của thành viên": what the file is called. */
  readonly title: string
  /** Whom it is for, or null. */
  readonly of: string | null
}

/** So many agencies are quoted under one task; the others are counted. */
const QUOTED = 5

/**
 * The list of a view on paper: a landscape table with the standing of each row and what was last said of it. Of one agency it is that
 * agency's sheet, of one member the member's. The rows are those of `applyView`, in its groups and order. A working paper: no national
 * header, number or signature.
 */
export function buildRegisterList(records: RegisterListRecords): RegisterList {
  const { register, view, year, office } = records
  const lookup = lookupOf(records)
  const rows = applyView(register, view, lookup)
  const { title, of } = nameOf(records)
  const columns = columnsOf(view)
  const { section, notices } = workingSection(
    'register-list',
    workingTitle(title, of === null ? `năm ${year}` : `của ${of}, năm ${year}`, `(${referenceOf(records, rows)})`),
    {
      kind: 'table',
      columnShares: sharesOf(columns.map(({ weight }) => weight)),
      headerRows: [
        { cells: columns.map((column) => cell(cellParagraphs(column.title, TABLE_SIZE, { align: 'center', marks: { bold: true } }))) },
      ],
      rows: tableRows(rows, records, columns),
    },
    'Không có nhiệm vụ nào.',
    [],
  )
  return {
    title,
    of,
    notices,
    document: {
      metadata: {
        title: of === null ? title : `${title} của ${of}`,
        author: office.issuerInSentence,
        stamp: `${register.today}T00:00:00.000Z`,
        draftMark: null,
      },
      font: decree.page.font.value,
      sections: [section],
      footnoteFormat: { size: '10pt', align: 'both', lineSpacing: 1 },
    },
  }
}

function lookupOf({ year, registry, fields, members }: RegisterListRecords): RegisterLookup {
  return { year, fields, agencies: registry.agencies, groups: registry.groups, members }
}

function nameOf({ view, registry, members }: RegisterListRecords): Pick<RegisterList, 'title' | 'of'> {
  const agency = registry.agencies.find(({ id }) => id === view.agencyId)
  const member = members.find(({ id }) => id === view.memberId)
  const late = view.light === 'overdue' ? ' quá hạn' : ''
  if (member !== undefined)
    return { title: `Phiếu theo dõi nhiệm vụ${late}`, of: member.post === '' ? member.name : `${member.name}, ${member.post}` }
  if (agency !== undefined) return { title: `Phiếu nhiệm vụ${late}`, of: agency.name }
  return { title: `Danh mục nhiệm vụ${late}`, of: null }
}

/** "Tính đến ngày 30/6/2023: 12 nhiệm vụ, 30 lượt phân công; lĩnh vực …": what the list was narrowed to, so that it cannot be taken for the whole. */
function referenceOf({ register, view, fields }: RegisterListRecords, { counts }: RegisterRows): string {
  const field = fields.find(({ id }) => id === view.fieldId)
  const narrowed = [
    ...(field === undefined ? [] : [`lĩnh vực “${field.name}”`]),
    ...(view.role === null ? [] : [view.role === 'lead' ? 'chủ trì' : 'phối hợp']),
    ...(view.light === null || view.light === 'overdue' ? [] : [lightNames[view.light].toLocaleLowerCase('vi')]),
    ...(view.stale ? [staleName.toLocaleLowerCase('vi')] : []),
    ...(view.missedFirst ? ['lỡ hạn đầu'] : []),
    ...(view.month === null ? [] : [`đến hạn trong tháng ${view.month}`]),
    ...(view.text.trim() === '' ? [] : [`có chữ “${view.text.trim()}”`]),
  ]
  return [`Tính đến ngày ${writeDay(register.today)}: ${counts.tasks} nhiệm vụ, ${counts.shares} lượt phân công`, ...narrowed].join('; ')
}

interface Column {
  readonly key: 'stt' | 'task' | 'product' | 'agency' | 'deadline' | 'standing' | 'said'
  readonly title: string
  readonly weight: number
}

function columnsOf({ level }: RegisterView): readonly Column[] {
  return [
    { key: 'stt', title: 'STT', weight: 5 },
    { key: 'task', title: 'Nhiệm vụ', weight: 28 },
    { key: 'product', title: 'Sản phẩm', weight: 13 },
    { key: 'agency', title: level === 'share' ? 'Cơ quan, vai trò' : 'Cơ quan chủ trì', weight: 15 },
    { key: 'deadline', title: 'Thời hạn', weight: 11 },
    { key: 'standing', title: 'Tình trạng', weight: 12 },
    { key: 'said', title: 'Kết quả; khó khăn, kiến nghị', weight: 18 },
  ]
}

function tableRows({ groups }: RegisterRows, records: RegisterListRecords, columns: readonly Column[]): readonly TableRow[] {
  // One STT is one task: the shares of a task carry its number.
  const numbers = new Map<TaskId, number>()
  for (const { rows } of groups) for (const { task } of rows) if (!numbers.has(task.taskId)) numbers.set(task.taskId, numbers.size + 1)
  return groups.flatMap(({ subject, rows }, at): readonly TableRow[] => [
    ...(subject.kind === 'none'
      ? []
      : [spanningRow('field', `${toRoman(at + 1)}. ${subjectWords(subject, records)} (${rows.length})`, columns.length, TABLE_SIZE)]),
    ...rows.map((row): TableRow => ({
      kind: 'task',
      mayBreak: false,
      sourceId: row.key,
      cells: columns.map(({ key }) =>
        cell(
          cellParagraphs(cellWords(key, row, numbers.get(row.task.taskId) ?? 0, records), TABLE_SIZE, {
            align: key === 'stt' || key === 'deadline' ? 'center' : key === 'task' ? 'both' : 'left',
          }),
        ),
      ),
    })),
  ])
}

function subjectWords(subject: GroupSubject, { registry, fields, members }: RegisterListRecords): string {
  switch (subject.kind) {
    case 'none':
      return ''
    case 'field':
      return fields.find(({ id }) => id === subject.fieldId)?.name ?? 'Nhiệm vụ khác'
    case 'agency':
      return agencyName(subject.agencyId, registry)
    case 'agency-group':
      return registry.groups.find(({ id }) => id === subject.groupId)?.name ?? ''
    case 'waiting':
      return WAITING
    case 'no-lead':
      return 'Chưa có cơ quan chủ trì'
    case 'member':
      return members.find(({ id }) => id === subject.memberId)?.name ?? 'Chưa có thành viên phụ trách'
    case 'light':
      return lightNames[subject.light]
    case 'month':
      return subject.month === null
        ? 'Không có ngày đến hạn'
        : `Đến hạn tháng ${Number(subject.month.slice(5))}/${subject.month.slice(0, 4)}`
    default:
      return subject satisfies never
  }
}

/** What stands in the place of an agency that ended while nobody was chosen to go on. */
const WAITING = 'Chờ giao lại'

function agencyName(id: AgencyId, { agencies }: AgencyRegistry): string {
  return agencies.find((agency) => agency.id === id)?.name ?? ''
}

function cellWords(key: Column['key'], row: RegisterRow, stt: number, records: RegisterListRecords): string {
  const { task, share } = row
  switch (key) {
    case 'stt':
      return String(stt)
    case 'task':
      return task.content
    case 'product':
      return task.product
    case 'agency':
      return share === null
        ? leadWords(task.shares, records)
        : `${share.waiting ? WAITING : agencyName(share.agencyId, records.registry)}\n(${share.role === 'lead' ? 'chủ trì' : 'phối hợp'})`
    case 'deadline':
      return deadlineWords(row, records.view)
    case 'standing':
      return standingWords(row, records.view)
    case 'said':
      return saidWords(row, records)
    default:
      return key satisfies never
  }
}

/** Leads as the paper names them: a group by its name, once. */
function leadWords(shares: readonly RegisterShare[], { registry }: RegisterListRecords): string {
  const names = shares
    .filter(({ role }) => role === 'lead')
    .map(({ agencyId, throughGroupId, waiting }) =>
      waiting ? WAITING : (registry.groups.find(({ id }) => id === throughGroupId)?.name ?? agencyName(agencyId, registry)),
    )
  return [...new Set(names)].join('; ')
}

/** The phrase word for word, and the day that counts where it was moved. */
function deadlineWords(row: RegisterRow, view: RegisterView): string {
  const moved = decidingShares(row, view)
    .flatMap(({ dues }) => dues)
    .filter(({ due, firstDue }) => due !== null && due !== firstDue)
    .map(({ due }) => due ?? '')
  const last = moved.toSorted().at(-1)
  return last === undefined ? row.task.phrase : `${row.task.phrase}\n(gia hạn đến ${writeDay(last)})`
}

function standingWords(row: RegisterRow, view: RegisterView): string {
  const { task, share } = row
  const late = daysLateOf(decidingShares(row, view))
  return [
    lightNames[lightOfRow(row)],
    ...(share === null && task.total > 1 ? [`${task.done}/${task.total} đơn vị xong`] : []),
    ...(late > 0 ? [`chậm ${late} ngày`] : []),
    ...((share === null ? task.stale > 0 : share.stale) ? [staleName.toLocaleLowerCase('vi')] : []),
  ].join('\n')
}

/** What was last said, result before trouble; under a task of several agencies each says whose it is. */
function saidWords(row: RegisterRow, { view, registry, latest }: RegisterListRecords): string {
  const shares = decidingShares(row, view)
  const said = shares.flatMap(({ agencyId, assignmentId }) => {
    const entry = assignmentId === null ? undefined : latest.get(assignmentId)
    if (entry === undefined) return []
    const words = [
      entry.result,
      ...(entry.difficulty === '' ? [] : [`Khó khăn: ${entry.difficulty}`]),
      ...(entry.proposal === '' ? [] : [`Kiến nghị: ${entry.proposal}`]),
    ].filter((piece) => piece !== '')
    if (words.length === 0) return []
    return [shares.length === 1 ? words.join('\n') : `${agencyName(agencyId, registry)}: ${words.join('; ')}`]
  })
  const others = said.length - QUOTED
  return [...said.slice(0, QUOTED), ...(others > 0 ? [`… và ${others} đơn vị khác`] : [])].join('\n')
}
