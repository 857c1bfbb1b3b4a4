import type { GoalId, ProgrammeId } from '#shared/domain/identifier.ts'
import { readTarget, type Goal, type GoalTargets } from '#shared/domain/programme.ts'

/**
 * A ministry's real numeric targets of 2025 (Quyết định số 664/QĐ-BXD ngày 23/5/2025), with years before and after that are the tests' own:
 * the shape of a programme's table as offices paste it from a spreadsheet.
 */
export const goalsOfMinistry: readonly Pick<Goal, 'content' | 'unit' | 'baseline' | 'targets'>[] = [
  {
    content: 'Tỷ lệ cắt giảm thời gian, chi phí thực hiện thủ tục hành chính',
    unit: '%',
    baseline: '10',
    targets: targets({ 2023: '≥ 20', 2024: '≥ 25', 2025: '≥ 30' }),
  },
  { content: 'Tỷ lệ luân chuyển văn bản điện tử', unit: '%', baseline: '', targets: targets({ 2023: '70', 2025: '80' }) },
  { content: 'Tỷ lệ thủ tục của doanh nghiệp được giải quyết trực tuyến', unit: '%', baseline: '-', targets: targets({ 2025: '100' }) },
  {
    content: 'Mức độ hài lòng của người dân, doanh nghiệp',
    unit: '%',
    baseline: '90,5',
    targets: targets({ 2023: '≥ 92', 2024: '≥ 93,5', 2025: '≥ 95' }),
  },
]

/** Targets as they would be typed into the cells of their years. */
export function targets(byYear: Readonly<Record<number, string>>): GoalTargets {
  return Object.fromEntries(
    Object.entries(byYear).flatMap(([year, words]) => {
      const target = readTarget(words)
      return target === null ? [] : [[year, target]]
    }),
  )
}

export const programmeId = '018f0000-0000-7000-8000-0000000000e0' as ProgrammeId
export const goalId = (number: number): GoalId => `018f0000-0000-7000-8000-0000000e${number.toString(16).padStart(4, '0')}` as GoalId

/** The parent of the sample's plan, by what is known of it: its name, number and period. Its goals are not in our sources. */
export const programmeInput = {
  name: 'Kế hoạch cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021 - 2025',
  document: 'Kế hoạch số 249/KH-UBND ngày 29/12/2021',
  periodFrom: 2021,
  periodTo: 2025,
  parents: ['Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ'],
}
