import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import { fold } from '#shared/language/fold.ts'
import { cellOver, oneLine, type GridCell, type GridRow } from './table-grid.ts'

/** What a column holds. `field` is a column that names each row's field instead of rows that head a group. */
export type ColumnMeaning = 'stt' | 'task' | 'product' | 'lead' | 'coordinating' | 'deadline' | 'field' | 'extra'

export interface TableColumn {
  readonly meaning: ColumnMeaning
  /** As printed: the words of its header cells, the outer ones first; empty in a table without header. */
  readonly title: string
  readonly left: number
  readonly right: number
  /** Taken for what it is by its content, not by its title. */
  readonly guessed: boolean
}

export interface TableHeader {
  readonly columns: readonly TableColumn[]
  /** Rows [from, to) of the table that make up the header, the row of column numbers included. */
  readonly from: number
  readonly to: number
}

/**
 * Titles by meaning, on folded words, surest first. From the headings of provincial and ministerial plans: "Cơ quan chủ trì", "Đơn vị thực hiện",
 * "Thời gian dự kiến hoàn thành", "Kết quả cần đạt", "Nhiệm vụ và giải pháp", …
 */
const titles: readonly { readonly meaning: Exclude<ColumnMeaning, 'extra'>; readonly sure: number; readonly pattern: RegExp }[] = [
  { meaning: 'stt', sure: 100, pattern: /^(?:stt|tt|s\.?t\.?t\.?|so tt|so thu tu|thu tu)$/ },
  { meaning: 'deadline', sure: 95, pattern: /^(?:du kien )?(?:thoi gian|thoi han|han|ngay|moc)[a-z/, -]*hoan thanh/ },
  { meaning: 'coordinating', sure: 92, pattern: /^(?!.*chu tri)(?:(?:cac )?(?:co quan|don vi|dv|cq|so|phong)[a-z/, -]*)?phoi hop/ },
  { meaning: 'product', sure: 92, pattern: /^(?:ten |ket qua[a-z/, -]*|dau ra[a-z/, -]*)?san pham/ },
  {
    meaning: 'task',
    sure: 91,
    pattern:
      /^(?!.*nhom nhiem vu$)(?:(?:ten|noi dung|cac|danh muc|linh vuc|nhom|muc tieu|chi tieu|de an|du an|cong viec|giai phap)[a-z/, -]*)?nhiem vu/,
  },
  { meaning: 'lead', sure: 90, pattern: /^(?!.*phoi hop)(?:(?:cac )?(?:co quan|don vi|dv|cq|so)[a-z/, -]*)?chu tri/ },
  { meaning: 'deadline', sure: 90, pattern: /^(?:thoi han|han |han$|moc thoi gian)/ },
  { meaning: 'deadline', sure: 85, pattern: /^(?:du kien )?thoi gian[a-z/, -]*(?:thuc hien|trien khai|du kien|ket thuc)/ },
  { meaning: 'product', sure: 85, pattern: /^(?:ket qua )?dau ra/ },
  { meaning: 'task', sure: 80, pattern: /^(?:ten |cac |danh muc )?(?:noi dung|cong viec|giai phap|hoat dong)/ },
  { meaning: 'deadline', sure: 80, pattern: /^(?:thoi gian|thoi han)/ },
  { meaning: 'lead', sure: 75, pattern: /^(?:(?:phong|bo phan|co quan|don vi|nguoi|can bo|to chuc)[a-z/, -]*)?chu tri/ },
  {
    meaning: 'lead',
    sure: 70,
    pattern: /^(?:cac )?(?:don vi|co quan|dv|cq|bo phan)[a-z/, ]*(?:thuc hien|dau moi|chu quan|duoc giao|phu trach|tham muu)/,
  },
  { meaning: 'product', sure: 70, pattern: /^(?:muc tieu[a-z/, -]*)?ket qua/ },
  { meaning: 'deadline', sure: 60, pattern: /^(?:tien do|hoan thanh|ket thuc|lo trinh)/ },
  { meaning: 'field', sure: 60, pattern: /^(?:linh vuc|nhom nhiem vu|nhom)$/ },
  { meaning: 'lead', sure: 55, pattern: /^(?:phan cong|don vi|co quan|trach nhiem|to chuc thuc hien|nguoi thuc hien|dau moi)/ },
  { meaning: 'task', sure: 50, pattern: /^(?:chi tieu|muc tieu|ten de an|ten chuong trinh)/ },
]

/** Titles that name something else although they share a word: start, cost, note, code. */
const neverTitles = /bat dau|thoi gian nhan|ngay nhan|ngay giao|thoi gian giao|kinh phi|ghi chu|^ma /

function meaningsOf(title: string): readonly { meaning: Exclude<ColumnMeaning, 'extra'>; sure: number }[] {
  const folded = fold(title)
    .replace(/[().:*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (folded === '' || folded.length > 90 || neverTitles.test(folded)) return []
  return titles.filter(({ pattern }) => pattern.test(folded))
}

/** Finds the next header at or after a row: a row that names who or when, and the task or at least three of the usual columns. */
export function findHeader(rows: readonly GridRow[], start: number): TableHeader | null {
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at]
    if (row === undefined) break
    const fresh = row.cells.filter((cell) => cell.row === at)
    if (!isHeaderRow(fresh)) continue
    const to = headerEnd(rows, at)
    return { columns: readColumns(rows.slice(at, to)), from: at, to: skipNumbers(rows, to) }
  }
  return null
}

function isHeaderRow(cells: readonly GridCell[]): boolean {
  const texts = cells.map(({ text }) => oneLine(text)).filter((text) => text !== '')
  // A row of the table may begin its cells with the same words; its number, a day or a long sentence gives it away.
  if (texts.some((text) => text.length > 60 || (/\d$/.test(text) && !/(?:năm|giai đoạn)\s+[\d\s–-]+$/iu.test(text)))) return false
  const found = new Set<ColumnMeaning>(
    texts.flatMap((text) =>
      meaningsOf(text)
        .slice(0, 1)
        .map(({ meaning }) => meaning),
    ),
  )
  const told = (['task', 'lead', 'deadline', 'coordinating', 'product'] as const).filter((meaning) => found.has(meaning)).length
  const assigns = found.has('lead') || found.has('coordinating') || found.has('deadline')
  return assigns && (told >= 3 || (told >= 2 && (found.has('task') || found.has('lead'))))
}

/** A header goes on while its cells reach down, or under a cell that stands over several columns. */
function headerEnd(rows: readonly GridRow[], from: number): number {
  let to = from + 1
  while (to < rows.length && to < from + 4) {
    const above = rows[to - 1]
    const row = rows[to]
    if (above === undefined || row === undefined) break
    const reaches = row.cells.some((cell) => cell.row < to && cell.row >= from)
    const fresh = row.cells.filter((cell) => cell.row === to && cell.text.trim() !== '')
    const divides = above.cells.some(
      (cell) =>
        cell.text.trim() !== '' && fresh.filter(({ left, right }) => left >= cell.left - 1e-6 && right <= cell.right + 1e-6).length > 1,
    )
    const onlyTitles = fresh.length > 0 && fresh.every(({ text }) => oneLine(text).length <= 60)
    if (!(onlyTitles && (divides || (reaches && fresh.some(({ text }) => meaningsOf(oneLine(text)).length > 0))))) break
    to += 1
  }
  return to
}

/** "(1) (2) (3)" or "A B 1 2" under the titles. */
function skipNumbers(rows: readonly GridRow[], to: number): number {
  const row = rows[to]
  return row !== undefined && isNumberRow(row) ? to + 1 : to
}

export function isNumberRow(row: GridRow): boolean {
  const words = row.cells.map(({ text }) => oneLine(text)).filter((text) => text !== '')
  return words.length >= 3 && words.every((text) => /^\(?(?:\d{1,2}|[A-Za-z])\)?$/.test(text))
}

/** Columns between the edges of the header's lowest cells. */
function readColumns(header: readonly GridRow[]): readonly TableColumn[] {
  const lowest = header.at(-1)?.cells ?? []
  const spans = lowest.map(({ left, right }) => ({ left, right }))
  const named = spans.map(({ left, right }) => {
    const words = [...new Set(header.map((row) => cellOver(row, left, right)).filter((cell) => cell !== null))]
      .map(({ text }) => oneLine(text))
      .filter((text) => text !== '')
    return { left, right, words }
  })
  const claims = named
    .flatMap(({ words }, index) => {
      const own = meaningsOf(words.at(-1) ?? '')
      const whole = own.length > 0 || words.length < 2 ? [] : meaningsOf(words.join(' '))
      return [...own, ...whole.map(({ meaning, sure }) => ({ meaning, sure: sure - 20 }))].map((claim) => ({
        index,
        meaning: claim.meaning,
        sure: claim.sure,
      }))
    })
    .toSorted((one, other) => other.sure - one.sure || one.index - other.index)
  const taken = new Map<number, Exclude<ColumnMeaning, 'extra'>>()
  const given = new Set<ColumnMeaning>()
  for (const { index, meaning } of claims) {
    if (taken.has(index) || given.has(meaning)) continue
    taken.set(index, meaning)
    given.add(meaning)
  }
  return named.map(({ left, right, words }, index) => ({
    meaning: taken.get(index) ?? 'extra',
    title: words.join(' - '),
    left,
    right,
    guessed: false,
  }))
}

/** A column shows what it holds in its first rows. */
const ROWS_TO_JUDGE_BY = 200

const agencyLike =
  /^(?:[-+*•]?\s*)(?:cac )?(?:so|ubnd|uy ban|ban|van phong|vp|cong an|thanh tra|dai|bao|bo|cuc|trung tam|truong|tinh|co quan|don vi|hoi|phong|chi cuc|lien doan|mttq|cong)(?![a-z])/

interface ColumnSample {
  readonly left: number
  readonly right: number
  readonly words: readonly string[]
}

function share({ words }: ColumnSample, fits: (text: string) => boolean): number {
  return words.filter(fits).length / words.length
}

/** Average length of a column's texts. */
function length({ words }: ColumnSample): number {
  return words.reduce((sum, text) => sum + text.length, 0) / words.length
}

/**
 * Gives meanings by content: what `columns` (from a header, or none) leave open. Only what the cells show is claimed: numbers, deadlines
 * that are understood, names that begin like an agency's, the longest text for the task.
 */
export function guessColumns(rows: readonly GridRow[], columns: readonly TableColumn[] | null): readonly TableColumn[] {
  const samples = (columns ?? edgesOf(rows)).map(({ left, right }): ColumnSample => ({
    left,
    right,
    words: rows
      .slice(0, ROWS_TO_JUDGE_BY)
      .flatMap((row) => oneLine(cellOver(row, left, right)?.text ?? ''))
      .filter((text) => text !== ''),
  }))
  const result: TableColumn[] = samples.map(
    ({ left, right }, index) => columns?.[index] ?? { meaning: 'extra', title: '', left, right, guessed: false },
  )
  const has = (meaning: ColumnMeaning): boolean => result.some((column) => column.meaning === meaning)
  const open = (index: number): boolean => result[index]?.meaning === 'extra' && !neverTitles.test(fold(result[index]?.title ?? ''))
  const claim = (meaning: ColumnMeaning, score: (sample: ColumnSample) => number, least: number): void => {
    if (has(meaning)) return
    const best = samples
      .map((sample, index) => ({ index, score: open(index) && sample.words.length > 0 ? score(sample) : -1 }))
      .reduce((one, other) => (other.score > one.score ? other : one), { index: -1, score: -1 })
    const column = result[best.index]
    if (column !== undefined && best.score >= least) result[best.index] = { ...column, meaning, guessed: true }
  }
  if (columns === null)
    claim('stt', (sample) => share(sample, (text) => /^(?:\d{1,3}(?:[.)]\d*)*\.?|[ivxlc]+\.?|[a-zđ]\))$/i.test(text)), 0.7)
  claim(
    'deadline',
    (sample) => share(sample, (text) => text.length <= 80 && readDeadline(text, { planYear: 2000 }).milestones.length > 0),
    0.6,
  )
  claim('lead', (sample) => share(sample, (text) => agencyLike.test(fold(text))), 0.6)
  claim('coordinating', (sample) => share(sample, (text) => agencyLike.test(fold(text))), 0.6)
  // Of two columns of agencies the left one leads.
  const lead = result.findIndex(({ meaning, guessed }) => meaning === 'lead' && guessed)
  const coordinating = result.findIndex(({ meaning, guessed }) => meaning === 'coordinating' && guessed)
  const [first, second] = [result[lead], result[coordinating]]
  if (first !== undefined && second !== undefined && coordinating < lead) {
    result[lead] = { ...first, meaning: 'coordinating' }
    result[coordinating] = { ...second, meaning: 'lead' }
  }
  claim('task', length, 12)
  if (columns === null) claim('product', length, 3)
  return result
}

function edgesOf(rows: readonly GridRow[]): readonly { left: number; right: number }[] {
  const edges = [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])))].toSorted(
    (one, other) => one - other,
  )
  return edges.slice(1).map((right, index) => ({ left: edges[index] ?? 0, right }))
}
