import { lightRules, type JudgedLight, type Light, type LightDecision, type LightThresholds } from '../../domain/light.ts'
import type { ProgressState } from '../../domain/progress.ts'
import type { Period } from '../../domain/followed-due.ts'
import { writeDay } from '../../language/day.ts'
import { toRoman } from '../../language/roman.ts'

/** Names of the lights; colour and icon stand beside them on the screen. */
export const lightNames: Readonly<Record<Light, string>> = {
  'not-due': 'Chưa đến hạn',
  'due-soon': 'Sắp đến hạn',
  'overdue': 'Quá hạn',
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'continuous': 'Thường xuyên',
  'no-deadline': 'Chưa xác định hạn',
  'paused': 'Tạm dừng',
  'not-doing': 'Không thực hiện',
}
export const staleName = 'Chưa cập nhật'

/** Names of the states that a person enters. */
export const stateNames: Readonly<Record<ProgressState, string>> = {
  'not-started': 'Chưa triển khai',
  'in-progress': 'Đang thực hiện',
  'done': 'Hoàn thành',
  'paused': 'Tạm dừng',
  'not-doing': 'Không thực hiện',
}

const decisionWords: Readonly<Record<LightDecision['kind'], string>> = {
  suspended: 'tạm dừng',
  stopped: 'dừng, không thực hiện',
  resumed: 'tiếp tục thực hiện',
}

/** "; tạm dừng theo văn bản “12/UBND-NC” từ 05/06/2023": what is typed stands in quotes of which it holds none itself. */
function sayDecision(decision: LightDecision | null): string {
  if (decision === null) return ''
  const symbol = decision.symbol.replaceAll(/[“”]/g, '"')
  return `; ${decisionWords[decision.kind]} theo văn bản “${symbol}” từ ${writeDay(decision.since)}`
}

/**
 * Why a light is what it is, in one sentence that holds everything it was judged by: the rule's number, the state, the days, what a
 * document decided, the thresholds. Somebody who reads only the sentence comes to the same light.
 */
export function explainLight(judged: JudgedLight, { dueSoonDays, staleDays }: LightThresholds): string {
  const { rule, facts, daysLate, stale } = judged
  const state = `trạng thái “${stateNames[facts.state]}”${facts.state === 'done' && facts.doneOn !== null ? ` ngày ${writeDay(facts.doneOn)}` : ''}`
  const due =
    facts.due === null
      ? facts.continuous
        ? 'việc thường xuyên, không có ngày cuối'
        : 'chưa có ngày đến hạn'
      : facts.firstDue !== null && facts.firstDue !== facts.due
        ? `hạn ${writeDay(facts.due)} (gia hạn; hạn đầu ${writeDay(facts.firstDue)})`
        : `hạn ${writeDay(facts.due)}`
  const late = daysLate === 0 ? '' : `, chậm ${daysLate} ngày`
  const soon = rule === 'due-soon' || rule === 'not-due' ? `, báo trước ${dueSoonDays} ngày` : ''
  const silence = stale ? `; ${staleName.toLocaleLowerCase('vi')} từ ${writeDay(facts.updatedOn)}, quá ${staleDays} ngày` : ''
  return `${lightNames[judged.light]} (quy tắc ${lightRules[rule]}): ${state}${sayDecision(facts.decision)}; ${due}${late}${soon}; tính đến ${writeDay(facts.today)}${silence}.`
}

const periodWords: Readonly<Record<Period['unit'], (ordinal: number, year: number) => string>> = {
  'week': (ordinal, year) => `Tuần ${ordinal}/${year}`,
  'two-weeks': (ordinal, year) => `Hai tuần thứ ${ordinal}/${year}`,
  'month': (ordinal, year) => `Tháng ${ordinal}/${year}`,
  'quarter': (ordinal, year) => `Quý ${toRoman(ordinal)}/${year}`,
  'half-year': (ordinal, year) => `6 tháng ${ordinal === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  'year': (_, year) => `Năm ${year}`,
}

/** "Quý II/2023". */
export function namePeriod({ unit, year, ordinal }: Period): string {
  return periodWords[unit](ordinal, year)
}
