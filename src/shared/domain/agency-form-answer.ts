import { addDays } from './deadline-meaning.ts'
import { fold } from '../language/fold.ts'
import { readWrittenDay } from '../language/written-day.ts'
import type { FormCell, FormNote, FormProblem, InputColumn } from './agency-form.ts'
import { inputColumns } from './agency-form.ts'
import type { Day } from './identifier.ts'
import { ProgressState } from './progress.ts'

/** What an agency says of one due in a row of its form. */
export interface FormAnswer {
  readonly state: ProgressState
  readonly percent: number | null
  readonly happenedOn: Day
  readonly result: string
  readonly product: string
  readonly difficulty: string
  readonly proposal: string
  readonly explanation: string
  /** The document it names, or null. */
  readonly document: { readonly symbol: string; readonly issuedOn: Day | null; readonly title: string } | null
}

/** A row's cells by what they are for; null where nothing stands. `place` is where an empty one would be filled in. */
export interface AnswerCells {
  readonly cell: (column: InputColumn) => FormCell | null
  readonly place: (column: InputColumn) => string
}

/** The first day Excel counts from, as `dayOfSerial` does. */
const SERIAL_START = '1899-12-30'

/** Words by which people name a state besides its name on the list; what could mean two is not here. */
const otherStateWords: Readonly<Record<string, ProgressState>> = {
  'da hoan thanh': 'done',
  'dang trien khai': 'in-progress',
  'khong trien khai': 'not-doing',
  'tam dung thuc hien': 'paused',
}

/** What a row is read by. */
export interface AnswerRules {
  readonly year: number
  readonly today: Day
  /** The states by the names that the list of the sheet offers. */
  readonly stateNames: Readonly<Record<ProgressState, string>>
}

/**
 * Reads one row of a returned form: what is said, what is wrong cell by cell, what was understood though it was written otherwise. `answer` is null where
 * the row was left empty or something is wrong. The rules are those of a report by hand: "hoàn thành" names a document or says why not, a
 * pause or a stop names the document it rests on, and nothing happened tomorrow.
 */
export function readFormAnswer(
  { cell, place }: AnswerCells,
  { year, today, stateNames }: AnswerRules,
): { readonly answer: FormAnswer | null; readonly problems: readonly FormProblem[]; readonly notes: readonly FormNote[] } {
  const filled = inputColumns.filter((column) => cell(column) !== null)
  if (filled.length === 0) return { answer: null, problems: [], notes: [] }
  const problems: FormProblem[] = []
  const notes: FormNote[] = []
  const wrong = (column: InputColumn, code: FormProblem['code'], says = ''): null => {
    problems.push({ at: cell(column)?.at ?? place(column), code, says })
    return null
  }
  const note = (column: InputColumn, code: FormNote['code'], says = ''): void => {
    notes.push({ at: cell(column)?.at ?? place(column), code, says })
  }
  for (const column of filled) if (cell(column)?.meaning.kind === 'error') wrong(column, 'formula-error')
  if (problems.length > 0) return { answer: null, problems, notes }

  const words = (column: InputColumn): string => (cell(column)?.text ?? '').trim().normalize('NFC')
  const readDay = (column: InputColumn): Day | null => {
    const found = cell(column)
    if (found === null) return null
    const day = dayIn(found)
    if (day === null) return null
    if (day > today) return wrong(column, 'day-in-future', day)
    return day
  }
  const dayIn = (found: FormCell): Day | null => {
    const column = filled.find((one) => cell(one) === found) ?? 'happenedOn'
    if (found.meaning.kind === 'day') return found.meaning.day
    if (found.meaning.kind === 'figure' && !/[/.-]\d+[/.-]/.test(found.text)) {
      const { value } = found.meaning
      const day = Number.isInteger(value) && value > 1 && value < 100_000 ? addDays(SERIAL_START, value) : null
      if (day === null || Math.abs(Number(day.slice(0, 4)) - year) > 1) return wrong(column, 'day-serial', found.text)
      note(column, 'day-from-serial', day)
      return day
    }
    const read = readWrittenDay(found.text, year)
    if ('unclear' in read) return wrong(column, `day-${read.unclear}`, found.text)
    note(column, 'day-from-text', read.day)
    return read.day
  }

  const stateWords = fold(words('state')).replace(/[.;]$/, '')
  const listed = ProgressState.options.find((option) => fold(stateNames[option]) === stateWords)
  const state = listed ?? otherStateWords[stateWords] ?? null
  if (stateWords === '') wrong('state', 'state-missing')
  else if (state === null) wrong('state', 'state-unknown', words('state'))
  else if (listed === undefined) note('state', 'state-from-words', stateNames[state])
  const percent = readPercent(cell('percent'), (code, says) => wrong('percent', code, says))
  const happenedOn = cell('happenedOn') === null ? wrong('happenedOn', 'day-missing') : readDay('happenedOn')
  const issuedOn = readDay('documentDay')
  const document = { symbol: words('documentSymbol'), issuedOn, title: words('documentTitle') }
  const named = document.symbol !== '' || document.title !== ''
  if (state === 'done' && !named && words('explanation') === '') wrong('documentSymbol', 'evidence-missing')
  else if (!named && cell('documentDay') !== null && state !== 'paused' && state !== 'not-doing')
    wrong('documentSymbol', 'document-nameless')
  if ((state === 'paused' || state === 'not-doing') && document.symbol === '') wrong('documentSymbol', 'document-missing')
  if (named && cell('documentDay') === null) note('documentDay', 'document-undated')
  if (state === 'done' && percent !== null && percent !== 100) note('percent', 'percent-of-done', String(percent))
  if (happenedOn !== null && happenedOn < `${year}-01-01`) note('happenedOn', 'day-before-year', happenedOn)
  if (state === null || happenedOn === null || problems.length > 0) return { answer: null, problems, notes }
  return {
    answer: {
      state,
      percent,
      happenedOn,
      result: words('result'),
      product: words('product'),
      difficulty: words('difficulty'),
      proposal: words('proposal'),
      explanation: words('explanation'),
      document: named ? document : null,
    },
    problems,
    notes,
  }
}

function readPercent(cell: FormCell | null, wrong: (code: 'percent-unclear' | 'percent-range', says: string) => null): number | null {
  if (cell === null) return null
  const { text, meaning } = cell
  if (meaning.kind === 'day') return wrong('percent-unclear', text)
  const written = /^(\d{1,4}(?:[.,]\d+)?) ?%?$/.exec(text.trim())
  const value =
    meaning.kind === 'figure'
      ? meaning.percent
        ? Math.round(meaning.value * 10_000) / 100
        : meaning.value
      : written === null
        ? null
        : Number((written[1] ?? '').replace(',', '.'))
  if (value === null) return wrong('percent-unclear', text)
  // 0.85 without a percent sign: 85 % to one, less than 1 % to another.
  if (value > 0 && value < 1) return wrong('percent-unclear', text)
  if (!Number.isInteger(value) || value < 0 || value > 100) return wrong('percent-range', text)
  return value
}
