import type { Milestone } from '#shared/domain/deadline.ts'

/** Real phrases with the meaning that a person gave them: the cases that the reader of deadlines must never lose. */

export type Case = readonly [phrase: string, ...milestones: Milestone[]]

export const milestone = (kind: Milestone['kind'], parts: Partial<Milestone> = {}): Milestone => ({
  kind,
  start: null,
  due: null,
  label: null,
  assumedYear: false,
  openEnded: false,
  recurrence: null,
  relative: null,
  doubt: null,
  ...parts,
})

/** Phrases of real provincial plans of 2025–2026, in the order of the collection they were gathered in. */
export const realPhrases: readonly Case[] = [
  ['Quý IV/2025', milestone('quarter', { start: '2025-10-01', due: '2025-12-31' })],
  ['Quý II/2027', milestone('quarter', { start: '2027-04-01', due: '2027-06-30' })],
  ['Quý I/2030', milestone('quarter', { start: '2030-01-01', due: '2030-03-31' })],
  ['Quý III Năm 2026', milestone('quarter', { start: '2026-07-01', due: '2026-09-30' })],
  ['Quý IV/2025- Quý II/2026', milestone('period', { start: '2025-10-01', due: '2026-06-30' })],
  ['Quý IV năm 2025 và các năm tiếp theo', milestone('period', { start: '2025-10-01', openEnded: true })],
  ['Từ Quý I/2026', milestone('period', { start: '2026-01-01', openEnded: true })],
  ['Năm 2026', milestone('year', { start: '2026-01-01', due: '2026-12-31' })],
  ['2026', milestone('year', { start: '2026-01-01', due: '2026-12-31' })],
  ['Năm 2025 - 2026', milestone('period', { start: '2025-01-01', due: '2026-12-31' })],
  ['Năm 2025-2030', milestone('period', { start: '2025-01-01', due: '2030-12-31' })],
  ['2025 - 2035', milestone('period', { start: '2025-01-01', due: '2035-12-31' })],
  ['2026-2028', milestone('period', { start: '2026-01-01', due: '2028-12-31' })],
  ['năm 2026 - 2027', milestone('period', { start: '2026-01-01', due: '2027-12-31' })],
  ['Năm 2026 và các năm tiếp theo', milestone('period', { start: '2026-01-01', openEnded: true })],
  ['Từ năm 2026 - 2030', milestone('period', { start: '2026-01-01', due: '2030-12-31' })],
  ['Giai đoạn 2026-2030 và những năm tiếp theo', milestone('period', { start: '2026-01-01', openEnded: true })],
  ['Từ nay đến hết năm 2025', milestone('period', { due: '2025-12-31' })],
  ['Hoàn thành trong năm 2025', milestone('year', { start: '2025-01-01', due: '2025-12-31' })],
  ['Tháng 12/2025', milestone('month', { start: '2025-12-01', due: '2025-12-31' })],
  ['xong trong tháng 12/2025', milestone('month', { start: '2025-12-01', due: '2025-12-31' })],
  ['Trong tháng 01/2026', milestone('month', { start: '2026-01-01', due: '2026-01-31' })],
  ['Tháng 01/ 2026', milestone('month', { start: '2026-01-01', due: '2026-01-31' })],
  ['Trước 10/02/2026', milestone('by', { due: '2026-02-10' })],
  ['trước ngày 15 tháng 12', milestone('by', { due: '2026-12-15', assumedYear: true })],
  ['trước ngày 15 tháng 11', milestone('by', { due: '2026-11-15', assumedYear: true })],
  ['chậm nhất ngày 17 tháng 12', milestone('by', { due: '2026-12-17', assumedYear: true })],
  ['trước ngày 11/12', milestone('by', { due: '2026-12-11', assumedYear: true })],
  ['30/8/2026', milestone('date', { due: '2026-08-30' })],
  ['Từ 01/7/2025', milestone('period', { start: '2025-07-01', openEnded: true })],
  ['Thường xuyên', milestone('continuous')],
  ['Thực hiện thường xuyên', milestone('continuous')],
  ['Thường xuyên trong năm', milestone('continuous', { start: '2026-01-01', assumedYear: true })],
  ['Thường xuyên, hằng năm', milestone('continuous'), milestone('recurring', { recurrence: { every: 'year', month: null, day: null } })],
  [
    'Thường xuyên, theo yêu cầu nhiệm vụ',
    milestone('continuous'),
    milestone('recurring', { recurrence: { every: 'event', month: null, day: null } }),
  ],
  [
    'Thường xuyên, định kỳ hằng quý báo cáo về Sở Tài chính',
    milestone('continuous'),
    milestone('recurring', { label: 'báo cáo về Sở Tài chính', recurrence: { every: 'quarter', month: null, day: null } }),
  ],
  [
    'Thường xuyên, định kỳ báo cáo theo Quý',
    milestone('continuous'),
    milestone('recurring', { label: 'báo cáo', recurrence: { every: 'quarter', month: null, day: null } }),
  ],
  ['Hằng năm.', milestone('recurring', { recurrence: { every: 'year', month: null, day: null } })],
  ['Hàng năm', milestone('recurring', { recurrence: { every: 'year', month: null, day: null } })],
  [
    'trước ngày 15/12 hằng năm',
    milestone('recurring', { due: '2026-12-15', assumedYear: true, recurrence: { every: 'year', month: 12, day: 15 } }),
  ],
  [
    'Từ tháng 3 đến tháng 11 hằng năm',
    milestone('recurring', {
      start: '2026-03-01',
      due: '2026-11-30',
      assumedYear: true,
      recurrence: { every: 'year', month: 11, day: 30 },
    }),
  ],
  ['Khi có phát sinh.', milestone('recurring', { recurrence: { every: 'event', month: null, day: null } })],
  ['Theo thời điểm có nhu cầu', milestone('recurring', { recurrence: { every: 'event', month: null, day: null } })],
  [
    'trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này',
    milestone('relative', { relative: { days: 10, dayKind: 'calendar', event: 'nhận Kế hoạch này' } }),
  ],
  [
    '100 ngày kể từ ngày ban hành Kế hoạch',
    milestone('relative', { relative: { days: 100, dayKind: 'calendar', event: 'ban hành Kế hoạch' } }),
  ],
  [
    'hoàn thành trong 15 ngày kể từ ngày Kế hoạch được ban hành',
    milestone('relative', { relative: { days: 15, dayKind: 'calendar', event: 'Kế hoạch được ban hành' } }),
  ],
  [
    'Từ ngày ban hành Kế hoạch trở đi',
    milestone('period', { openEnded: true, relative: { days: 0, dayKind: 'calendar', event: 'ban hành Kế hoạch' } }),
  ],
  [
    '10 ngày làm việc sau khi Nghị quyết được ban hành',
    milestone('relative', { relative: { days: 10, dayKind: 'working', event: 'Nghị quyết được ban hành' } }),
  ],
  ['20 ngày sau khi Tỉnh uỷ ban hành', milestone('relative', { relative: { days: 20, dayKind: 'calendar', event: 'Tỉnh uỷ ban hành' } })],
  ['Theo kế hoạch công tác tư pháp hàng năm', milestone('reference')],
  ['Theo Kế hoạch bồi dưỡng công chức, viên chức hàng năm', milestone('reference')],
  ['Theo tiến độ xây dựng dự thảo văn bản của cơ quan chủ trì soạn thảo', milestone('reference')],
  ['Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ, ngành', milestone('reference')],
  ['Theo tiến độ của từng nhiệm vụ khoa học công nghệ', milestone('reference')],
  [
    'Theo từng nhiệm vụ đầu tư của năm 2026',
    milestone('reference'),
    milestone('year', { start: '2026-01-01', due: '2026-12-31', doubt: 'year-of-reference' }),
  ],
  ['Theo tiến độ xây dựng KPI', milestone('reference')],
  ['Theo từng mốc thời hạn dưới đây', milestone('reference')],
  ['Theo thời hạn cụ thể sau đây', milestone('reference')],
  [
    'Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả thực hiện',
    milestone('quarter', { start: '2026-01-01', due: '2026-03-31', label: 'lựa chọn nhiệm vụ' }),
    milestone('quarter', { start: '2026-10-01', due: '2026-12-31', label: 'báo cáo kết quả thực hiện' }),
  ],
  [
    'Quý I/2026 (Kế hoạch CĐS); Năm 2026 (theo từng hệ thống)',
    milestone('quarter', { start: '2026-01-01', due: '2026-03-31', label: 'Kế hoạch CĐS' }),
    milestone('year', { start: '2026-01-01', due: '2026-12-31', label: 'theo từng hệ thống' }),
  ],
  [
    '30/4/2026 (mô hình thử nghiệm). Vận hành ổn định trong năm 2026',
    milestone('date', { due: '2026-04-30', label: 'mô hình thử nghiệm' }),
    milestone('year', { start: '2026-01-01', due: '2026-12-31', label: 'Vận hành ổn định' }),
  ],
  [
    'Hoàn thành xây dựng kế hoạch trong Quý I/2026; triển khai thực hiện theo tiến độ của Kế hoạch.',
    milestone('quarter', { start: '2026-01-01', due: '2026-03-31', label: 'xây dựng kế hoạch' }),
    milestone('reference', { label: 'triển khai thực hiện' }),
  ],
  [
    'Danh mục trong Quý I/2026 Triển khai thực hiện theo thời hạn của từng Chương trình cụ thể.',
    milestone('quarter', { start: '2026-01-01', due: '2026-03-31', label: 'Danh mục' }),
    milestone('reference', { label: 'Triển khai thực hiện' }),
  ],
  [
    'Triển khai ngay sau khi hoàn thành bản sao số. Báo cáo định kỳ hàng tháng.',
    milestone('relative', { label: 'Triển khai', relative: { days: null, dayKind: 'calendar', event: 'hoàn thành bản sao số' } }),
    milestone('recurring', { label: 'Báo cáo', recurrence: { every: 'month', month: null, day: null } }),
  ],
  [
    '12/2026 báo cáo kết quả triển khai',
    milestone('month', { start: '2026-12-01', due: '2026-12-31', label: 'báo cáo kết quả triển khai' }),
  ],
  [
    '31/03/2026 Các sở, ban, ngành có văn bản đề xuất trước ngày 15/3/2026; (… chậm nhất ngày 31/3/2026)',
    milestone('date', { due: '2026-03-31' }),
    milestone('by', { due: '2026-03-15', label: 'Các sở, ban, ngành có văn bản đề xuất' }),
    milestone('by', { due: '2026-03-31' }),
  ],
  [
    '13/02/2026 Đề xuất hạn là thường xuyên',
    milestone('date', { due: '2026-02-13', doubt: 'reviewer-comment' }),
    milestone('continuous', { doubt: 'reviewer-comment' }),
  ],
]

/** Forms that are common in such plans although no source of them was kept. */
export const commonPhrases: readonly Case[] = [
  ['Cả năm', milestone('year', { start: '2026-01-01', due: '2026-12-31', assumedYear: true })],
  ['Quý II/2023', milestone('quarter', { start: '2023-04-01', due: '2023-06-30' })],
  ['Trước 30/6/2023', milestone('by', { due: '2023-06-30' })],
  ['6 tháng đầu năm', milestone('half-year', { start: '2026-01-01', due: '2026-06-30', assumedYear: true })],
  ['Hết năm 2023', milestone('year', { start: '2023-01-01', due: '2023-12-31' })],
]

/** Every phrase of the sample appendix of 2023. */
export const samplePhrases: readonly Case[] = [
  ['Trước ngày 15/01/2023', milestone('by', { due: '2023-01-15' })],
  ['Thường xuyên', milestone('continuous')],
  ['Quý I/2023', milestone('quarter', { start: '2023-01-01', due: '2023-03-31' })],
  ['Quý II - Quý IV/2023', milestone('period', { start: '2023-04-01', due: '2023-12-31' })],
  ['Tháng 12/2023', milestone('month', { start: '2023-12-01', due: '2023-12-31' })],
  ['Quý III/2023', milestone('quarter', { start: '2023-07-01', due: '2023-09-30' })],
  ['Theo chương trình công tác năm 2023', milestone('reference')],
  ['Năm 2023 và trước 30/01/2024', milestone('year', { start: '2023-01-01', due: '2023-12-31' }), milestone('by', { due: '2024-01-30' })],
  ['Cả năm', milestone('year', { start: '2023-01-01', due: '2023-12-31', assumedYear: true })],
  ['Trước ngày 15/12/2023', milestone('by', { due: '2023-12-15' })],
  ['Quý IV/2023', milestone('quarter', { start: '2023-10-01', due: '2023-12-31' })],
  ['Tháng 01/2023', milestone('month', { start: '2023-01-01', due: '2023-01-31' })],
  ['Trước ngày 30/9/2023', milestone('by', { due: '2023-09-30' })],
  ['6 tháng/lần', milestone('recurring', { recurrence: { every: 'half-year', month: null, day: null } })],
  ['Theo Kế hoạch của Chính phủ', milestone('reference')],
  ['Hằng quý', milestone('recurring', { recurrence: { every: 'quarter', month: null, day: null } })],
  ['Tháng 6/2023', milestone('month', { start: '2023-06-01', due: '2023-06-30' })],
  [
    'Quý II và Quý IV/2023',
    milestone('quarter', { start: '2023-04-01', due: '2023-06-30' }),
    milestone('quarter', { start: '2023-10-01', due: '2023-12-31' }),
  ],
  ['Hằng tháng', milestone('recurring', { recurrence: { every: 'month', month: null, day: null } })],
  ['Trước 31/3/2023', milestone('by', { due: '2023-03-31' })],
  ['Tháng 3/2023', milestone('month', { start: '2023-03-01', due: '2023-03-31' })],
  ['Hoàn thành trước ngày 30/11/2023', milestone('by', { due: '2023-11-30' })],
  ['Theo lộ trình được phê duyệt', milestone('reference')],
  ['Quý II/2023', milestone('quarter', { start: '2023-04-01', due: '2023-06-30' })],
  ['Tháng 6 năm 2023', milestone('month', { start: '2023-06-01', due: '2023-06-30' })],
]
