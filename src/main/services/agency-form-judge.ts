import type { AgencyForm, AgencyFormRow, FormColumn, FormNote, FormProblem } from '#shared/domain/agency-form.ts'
import { idColumns, inputColumns } from '#shared/domain/agency-form.ts'
import { readFormAnswer, type FormAnswer } from '#shared/domain/agency-form-answer.ts'
import type { AssignmentId, Day } from '#shared/domain/identifier.ts'
import type { Assignment, Progress } from '#shared/domain/progress.ts'
import { writeDay } from '#shared/language/day.ts'
import { formColumnNames } from '#shared/text/vi/agency-form.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { answerCellsOf, type ReadForm, type ReadFormRow } from '#main/documents/read-agency-form.ts'
import { checkFits, digestOf } from './agency-form-check.ts'

/** What a returned form is held against. */
export interface FormKnowledge {
  /** The year that forms are taken in for, and the present day. */
  readonly year: number
  readonly today: Day
  /** Forms made here that the file's rows name, by id; their agencies by name. */
  readonly forms: ReadonlyMap<string, { readonly form: AgencyForm; readonly agencyName: string }>
  readonly assignments: ReadonlyMap<AssignmentId, Assignment>
  /** The last word about a due of a share, or null. */
  readonly lastOf: (row: AgencyFormRow) => Progress | null
}

/** A row that says something new. */
export interface JudgedRow {
  readonly row: number
  readonly formRow: AgencyFormRow
  readonly answer: FormAnswer
  readonly last: Progress | null
  readonly notes: readonly FormNote[]
}

export interface JudgedForm {
  /** The form it is, or null where that cannot be told. */
  readonly home: { readonly form: AgencyForm; readonly agencyName: string } | null
  readonly changes: readonly JudgedRow[]
  readonly same: number
  readonly blank: number
  readonly problems: readonly FormProblem[]
  readonly notes: readonly FormNote[]
}

/** Judges a returned form: whose it is, which rows are its own, what each says anew. Nothing is believed that its key did not sign. */
export function judgeForm(read: ReadForm, known: FormKnowledge): JudgedForm {
  const nothing = { changes: [], same: 0, blank: 0, notes: read.notes }
  const refused = (home: JudgedForm['home'], problem: FormProblem): JudgedForm => ({
    ...nothing,
    home,
    problems: [...read.problems, problem],
  })
  const home = homeOf(read, known)
  if (read.problems.some(({ code }) => code === 'not-a-form')) return { ...nothing, home: null, problems: read.problems }
  if (home === null) {
    const idsGone = read.problems.some(
      ({ code, says }) => code === 'column-missing' && idColumns.some((column) => formColumnNames[column] === says),
    )
    if (idsGone) return { ...nothing, home, problems: read.problems }
    return refused(home, { at: read.rows[0]?.cells.formId?.at ?? null, code: 'unknown-form', says: '' })
  }
  if (home.form.year !== known.year) return refused(home, { at: 'A1', code: 'other-year', says: String(home.form.year) })
  const problems: FormProblem[] = [...read.problems]
  const notes: FormNote[] = [...read.notes]
  const changes: JudgedRow[] = []
  const seen = new Map<AgencyFormRow, { readonly row: number; readonly digest: string | null }>()
  let same = 0
  let blank = 0
  for (const row of read.rows) {
    const place = (column: FormColumn): string => row.cells[column]?.at ?? `${read.letters[column] ?? ''}${row.row}`
    const own = ownRow(row, home.form, known, place)
    if ('code' in own) {
      // A column of ids that is gone was told once, at its head.
      if (read.letters[own.column] !== undefined) problems.push({ at: own.at, code: own.code, says: own.says })
      continue
    }
    const { formRow } = own
    const read1 = readFormAnswer(answerCellsOf(row, read.letters), { year: home.form.year, today: known.today, stateNames })
    const filled = inputColumns.some((column) => row.cells[column] !== undefined)
    const digest = read1.answer === null ? null : digestOf(read1.answer)
    const twin = seen.get(formRow)
    if (filled || twin === undefined) seen.set(formRow, { row: row.row, digest })
    if (!filled) {
      if (twin === undefined) blank += 1
      continue
    }
    const rowNotes: FormNote[] = [...read1.notes]
    const ownProblems: FormProblem[] = read1.problems.filter(({ at }) => at?.startsWith('?') !== true)
    const edited = editedCell(row, formRow, place)
    if (edited !== null) ownProblems.push(edited)
    const assignment = known.assignments.get(formRow.assignmentId)
    if (assignment === undefined || assignment.endedOn !== null)
      ownProblems.push({ at: place('content'), code: 'share-ended', says: writeDay(assignment?.endedOn ?? known.today) })
    if (twin !== undefined && twin.digest !== null) {
      if (twin.digest === digest) {
        notes.push({ at: place('state'), code: 'row-repeated', says: String(twin.row) })
        continue
      }
      ownProblems.push({ at: place('state'), code: 'row-twice', says: String(twin.row) })
    }
    if (row.hidden) rowNotes.push({ at: place('content'), code: 'row-hidden', says: '' })
    problems.push(...ownProblems)
    if (ownProblems.length > 0 || read1.answer === null || digest === null) {
      notes.push(...rowNotes)
      continue
    }
    const before = formRow.answers.findIndex((one) => one.digest === digest)
    if (before !== -1) {
      same += 1
      if (before < formRow.answers.length - 1) notes.push({ at: place('state'), code: 'older-answer', says: '' })
      continue
    }
    const last = known.lastOf(formRow)
    const replaced = formRow.answers.at(-1)
    if (replaced !== undefined) rowNotes.push({ at: place('state'), code: 'replaces-answer', says: writeDay(replaced.at.slice(0, 10)) })
    if (last !== null && last.id !== replaced?.progressId && last.happenedOn > read1.answer.happenedOn)
      rowNotes.push({ at: place('happenedOn'), code: 'older-than-known', says: last.happenedOn })
    changes.push({ row: row.row, formRow, answer: read1.answer, last, notes: rowNotes })
  }
  if (problems.length === 0)
    for (const row of home.form.rows)
      if (!seen.has(row)) notes.push({ at: null, code: 'row-gone', says: shortened(`${row.stt}. ${row.content}`) })
  return { home, changes, same, blank, problems, notes }
}

/** The form that most rows name, of those made here. */
function homeOf({ rows }: ReadForm, { forms }: FormKnowledge): JudgedForm['home'] {
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const id = cells.formId?.text
    if (id !== undefined && forms.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most === undefined ? null : (forms.get(most[0]) ?? null)
}

type NotOwn = Pick<FormProblem, 'at' | 'says'> & { readonly code: FormProblem['code']; readonly column: FormColumn }

/** The row of the form that a row of the file is, or why it is none. */
function ownRow(
  { cells }: ReadFormRow,
  form: AgencyForm,
  { forms }: FormKnowledge,
  place: (column: FormColumn) => string,
): { readonly formRow: AgencyFormRow } | NotOwn {
  const text = (column: FormColumn): string => cells[column]?.text.trim() ?? ''
  const missing = idColumns.filter((column) => text(column) === '')
  if (missing.length === idColumns.length) {
    const first = inputColumns.find((column) => cells[column] !== undefined) ?? 'state'
    return { at: place(first), code: 'row-without-id', says: '', column: first }
  }
  const [gone] = missing
  if (gone !== undefined) return { at: place(gone), code: 'id-missing', says: formColumnNames[gone], column: gone }
  const edited = (column: FormColumn): NotOwn => ({ at: place(column), code: 'id-edited', says: formColumnNames[column], column })
  const other = forms.get(text('formId'))
  if (other === undefined) return edited('formId')
  if (other.form.id !== form.id) return { at: place('content'), code: 'row-of-other-form', says: other.agencyName, column: 'formId' }
  const ofShare = form.rows.filter(({ assignmentId }) => assignmentId === text('assignmentId'))
  if (ofShare.length === 0) return edited('assignmentId')
  const formRow = ofShare.find(({ due }) => due === text('dueKey'))
  if (formRow === undefined) return edited('dueKey')
  // The ids may have been swapped for those of another row of the same form: the check is of the three together.
  return checkFits(form, formRow, text('check')) ? { formRow } : edited('check')
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What the sheet says of a row must be what was sent: else the columns were sorted apart, and the answer would go to another task. */
function editedCell({ cells }: ReadFormRow, formRow: AgencyFormRow, place: (column: FormColumn) => string): FormProblem | null {
  const shown = { content: formRow.content, due: formRow.dueWords }
  for (const column of ['content', 'due'] as const)
    if (plain(cells[column]?.text ?? '') !== plain(shown[column]))
      return { at: place(column), code: 'content-edited', says: shortened(`${formRow.stt}. ${shown[column]}`) }
  return null
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`
}
