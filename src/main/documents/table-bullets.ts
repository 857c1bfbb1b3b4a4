import { fold } from '#shared/language/fold.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { gridRows, oneLine, type PlacedCell, type SourceTable } from './table-grid.ts'

type Part = 'lead' | 'coordinating' | 'deadline' | 'product'

/** "Đơn vị chủ trì thực hiện: …", "Thời gian thực hiện: …": what a table says in columns, said behind each bullet (Bắc Ninh 141/KH-UBND). */
const labels: readonly { readonly part: Part; readonly pattern: RegExp }[] = [
  { part: 'lead', pattern: /(?:các\s+)?(?:đơn vị|cơ quan)\s+(?:chủ trì|thực hiện)(?:\s+(?:thực hiện|tham mưu))?\s*:/giu },
  { part: 'coordinating', pattern: /(?:các\s+)?(?:đơn vị|cơ quan)\s+phối hợp(?:\s+thực hiện)?\s*:/giu },
  { part: 'deadline', pattern: /(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|triển khai))*\s*:/giu },
  { part: 'product', pattern: /(?:sản phẩm|kết quả)(?:\s+(?:đầu ra|dự kiến|hoàn thành))?\s*:/giu },
]

const columns: readonly ('task' | Part)[] = ['task', 'lead', 'coordinating', 'deadline', 'product']

interface Bullet {
  readonly task: string
  readonly parts: Map<Part, string>
}

/** The tasks of a text without a table, as one table with the usual header; nothing when no bullet names its lead. */
export function tablesOfBullets(lines: readonly string[]): readonly SourceTable[] {
  const rows: (Bullet | string)[] = []
  let waiting: string | null = null
  let open: Bullet | null = null
  for (const line of lines.map(oneLine)) {
    if (line === '') continue
    const found = partsOf(line)
    if (found.parts.size === 0) {
      // Two lines in a row without labels: the first one headed what follows.
      if (waiting !== null) rows.push(waiting)
      waiting = line
      open = null
      continue
    }
    if (open === null || found.before !== '') {
      const task = withoutBullet(found.before === '' ? (waiting ?? '') : found.before)
      if (found.before !== '' && waiting !== null) rows.push(waiting)
      waiting = null
      if (task === '') continue
      open = { task, parts: new Map() }
      rows.push(open)
    }
    for (const [part, words] of found.parts)
      open.parts.set(part, [open.parts.get(part), words].filter((piece) => piece !== undefined).join('; '))
  }
  const bullets = rows.filter((row) => typeof row !== 'string')
  if (!bullets.some(({ parts }) => parts.has('lead'))) return []
  const first = rows.findIndex((row) => typeof row !== 'string')
  const last = rows.findLastIndex((row) => typeof row !== 'string')
  const kept = rows.slice(headingsBefore(rows, first), last + 1).filter((row) => typeof row !== 'string' || !isPlanPart(row))
  const cells = [
    ...columns.map((column, index) => cell(taskText.columns[column], 0, index)),
    ...kept.flatMap((row, index) =>
      typeof row === 'string'
        ? [cell(row, index + 1, 0, columns.length)]
        : columns.map((column, place) => cell(column === 'task' ? row.task : (row.parts.get(column) ?? ''), index + 1, place)),
    ),
  ]
  return [{ rows: gridRows(cells, kept.length + 1, [0, 1, 2, 3, 4, 5]), above: [], apart: true, orientation: 'landscape' }]
}

function cell(text: string, row: number, column: number, columnSpan = 1): PlacedCell {
  return { text, row, column, rowSpan: 1, columnSpan }
}

/** Of the lines before the first task only the numbered headings right above it head it; letterhead and title do not. */
function headingsBefore(rows: readonly (Bullet | string)[], first: number): number {
  let start = first
  for (let at = first - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (typeof row !== 'string' || !/^(?:[IVXLC]+|\d+(?:\.\d+)*|[A-ZĐ])[.)]\s/u.test(row)) break
    start = at
  }
  return start
}

/** "II. NHIỆM VỤ" is a part of the plan; the fields are the headings under it. */
function isPlanPart(line: string): boolean {
  return /^[ivxlc]+[.)/]\s*(?:cac )?(?:nhiem vu|noi dung|giai phap|muc tieu)(?![a-z])/.test(fold(line))
}

function partsOf(line: string): { readonly before: string; readonly parts: ReadonlyMap<Part, string> } {
  const found = labels
    .flatMap(({ part, pattern }) =>
      [...line.matchAll(pattern)].map((match) => ({ part, from: match.index, to: match.index + match[0].length })),
    )
    .toSorted((one, other) => one.from - other.from)
  const parts = new Map<Part, string>()
  found.forEach(({ part, to }, index) => {
    const words = line.slice(to, found[index + 1]?.from ?? line.length)
    parts.set(part, words.replace(/^[\s.;,]+|[\s.;,()+*-]+$/g, ''))
  })
  return { before: withoutBullet((found[0] === undefined ? line : line.slice(0, found[0].from)).replace(/[\s(]+$/, '')), parts }
}

function withoutBullet(line: string): string {
  return line.replace(/^(?:[-–+*•]\s*|[a-zđ]\)\s*|\d+[.)]\s+)+/u, '').trim()
}
