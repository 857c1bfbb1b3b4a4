import type { ProvisionArea, ProvisionKind } from '../domain/provision.ts'
import type { AppendixColumn } from '../domain/task.ts'

/** The words that a new plan starts with: those of the provinces' yearly plans, which follow the ministry's model. */

/** "Cải cách hành chính tỉnh Lạng Sơn năm 2023" */
export function usualSubject(provinceName: string, year: number): string {
  return `Cải cách hành chính ${provinceName} năm ${year}`
}

/** Title of the one appendix, as the line "(Có phụ lục … kèm theo)." names it. */
export function usualAppendixTitle(year: number): string {
  return `Các nhiệm vụ trọng tâm về cải cách hành chính năm ${year}`
}

/** The columns of the appendix in the usual order; weights are shares of a landscape page that let the longest real rows wrap least. */
export const usualColumns: readonly AppendixColumn[] = [
  { key: 'stt', title: 'STT', weight: 5 },
  { key: 'task', title: 'Nội dung nhiệm vụ', weight: 34 },
  { key: 'product', title: 'Sản phẩm, kết quả', weight: 18 },
  { key: 'lead', title: 'Cơ quan chủ trì', weight: 16 },
  { key: 'coordinating', title: 'Cơ quan phối hợp', weight: 16 },
  { key: 'deadline', title: 'Thời gian thực hiện, hoàn thành', weight: 11 },
]

export interface OutlineBlock {
  readonly area: ProvisionArea
  readonly kind: ProvisionKind
  readonly text: string
}

/** The usual three parts, with the office's fields as the headings of part II. Empty blocks wait for words. */
export function usualOutline(issuer: string, year: number, fieldNames: readonly string[], standingAgency: string | null): readonly OutlineBlock[] {
  const block = (kind: ProvisionKind, text: string): OutlineBlock => ({ area: 'body', kind, text })
  return [
    block('opening', `${issuer} ban hành Kế hoạch cải cách hành chính (CCHC) năm ${year} như sau:`),
    block('section', 'Mục đích, yêu cầu'),
    block('heading', 'Mục đích'),
    block('paragraph', ''),
    block('heading', 'Yêu cầu'),
    block('paragraph', ''),
    block('section', 'Nhiệm vụ, giải pháp'),
    ...fieldNames.flatMap((name) => [block('heading', name), block('bullet', '')]),
    block('appendix-reference', `(Có phụ lục các nhiệm vụ trọng tâm về cải cách hành chính năm ${year} kèm theo).`),
    block('section', 'Tổ chức thực hiện'),
    block('heading', standingAgency ?? 'Cơ quan thường trực cải cách hành chính'),
    block('bullet', ''),
    block('heading', 'Các sở, ban, ngành, địa phương'),
    block('bullet', ''),
    block('closing', `${issuer} yêu cầu Thủ trưởng các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.`),
  ]
}

/** The usual words of a decision that issues a plan (form 1.3): bases, and the three articles. Legal bases that change by year are left to the office. */
export function usualDecision(subject: string, standingAgency: string | null): readonly OutlineBlock[] {
  const block = (kind: ProvisionKind, text: string): OutlineBlock => ({ area: 'decision', kind, text })
  const proposer = standingAgency === null ? 'Thủ trưởng cơ quan thường trực cải cách hành chính' : `Giám đốc ${standingAgency}`
  return [
    block('legal-basis', 'Căn cứ Luật Tổ chức chính quyền địa phương;'),
    block('legal-basis', `Theo đề nghị của ${proposer}.`),
    block('article', `Ban hành kèm theo Quyết định này Kế hoạch ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}.`),
    block('article', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    block('article', `${proposer}, Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.`),
  ]
}
