import type { ProvisionArea, ProvisionKind } from '../domain/provision.ts'
import type { AppendixColumn } from '../domain/task.ts'

/** The words that a new plan starts with: those of the provinces' yearly plans, which follow the ministry's model. */

/** "Cải cách hành chính tỉnh Lạng Sơn năm 2023" */
export function usualSubject(provinceName: string, year: number | string): string {
  return `Cải cách hành chính ${provinceName} năm ${year}`
}

/** Title of the one appendix, as the line "(Có phụ lục … kèm theo)." names it. */
export function usualAppendixTitle(year: number | string): string {
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

const inBody = (kind: ProvisionKind, text: string): OutlineBlock => ({ area: 'body', kind, text })
const inDecision = (kind: ProvisionKind, text: string): OutlineBlock => ({ area: 'decision', kind, text })

/** `year` may be a placeholder, here and below. The usual three parts, with the office's fields as the headings of part II. Empty blocks wait for words. */
export function usualOutline(
  issuer: string,
  year: number | string,
  fieldNames: readonly string[],
  standingAgency: string | null,
): readonly OutlineBlock[] {
  return [
    inBody('opening', `${issuer} ban hành Kế hoạch cải cách hành chính (CCHC) năm ${year} như sau:`),
    inBody('section', 'Mục đích, yêu cầu'),
    inBody('heading', 'Mục đích'),
    inBody('paragraph', ''),
    inBody('heading', 'Yêu cầu'),
    inBody('paragraph', ''),
    inBody('section', 'Nhiệm vụ, giải pháp'),
    ...fieldNames.flatMap((name) => [inBody('heading', name), inBody('bullet', '')]),
    inBody('appendix-reference', `(Có phụ lục các nhiệm vụ trọng tâm về cải cách hành chính năm ${year} kèm theo).`),
    inBody('section', 'Tổ chức thực hiện'),
    inBody('heading', standingAgency ?? 'Cơ quan thường trực cải cách hành chính'),
    inBody('bullet', ''),
    inBody('heading', 'Các sở, ban, ngành, địa phương'),
    inBody('bullet', ''),
    inBody('closing', `${issuer} yêu cầu Thủ trưởng các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.`),
  ]
}

/** The usual words of a decision that issues a plan (form 1.3): bases, and the three articles. Legal bases that change by year are left to the office. */
export function usualDecision(subject: string, standingAgency: string | null): readonly OutlineBlock[] {
  const proposer = standingAgency === null ? 'Thủ trưởng cơ quan thường trực cải cách hành chính' : `Giám đốc ${standingAgency}`
  return [
    inDecision('legal-basis', 'Căn cứ Luật Tổ chức chính quyền địa phương;'),
    inDecision('legal-basis', `Theo đề nghị của ${proposer}.`),
    inDecision('article', `Ban hành kèm theo Quyết định này Kế hoạch ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}.`),
    inDecision('article', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    inDecision('article', `${proposer}, Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.`),
  ]
}
