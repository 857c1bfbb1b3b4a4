import type { PhraseId, PlanTemplateId } from '#shared/domain/identifier.ts'
import type { TemplateContent } from '#shared/domain/plan-template.ts'

export const templateId = '018f0000-0000-7000-8000-0000000000f0' as PlanTemplateId
export const phraseId = (number: number): PhraseId => `018f0000-0000-7000-8000-0000000f${number.toString(16).padStart(4, '0')}` as PhraseId

/** A small template with a placeholder of each kind, one mistyped, a footnote, and one that formatting cuts in two. */
export const templateContent: TemplateContent = {
  name: 'Khung (mẫu)',
  note: '',
  legalForm: 'plan',
  subject: 'Cải cách hành chính {tỉnh} năm {năm}',
  symbol: 'KH-UBND',
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH MẪU'], place: 'Mẫu' },
  recipients: ['Bộ Nội vụ', '{cơ quan thường trực}', 'Lưu: VT'],
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN'], title: 'CHỦ TỊCH', name: '' },
  sizeSet: 'larger',
  blocks: [
    { area: 'body', kind: 'opening', content: [{ kind: 'text', text: '{cơ quan ban hành} ban hành Kế hoạch năm { Nam } như sau:' }] },
    { area: 'body', kind: 'section', content: [{ kind: 'text', text: 'Nhiệm vụ {gì đó}' }] },
    {
      area: 'body',
      kind: 'bullet',
      content: [
        { kind: 'text', text: 'Sở Tư pháp tổng kết năm {năm ' },
        { kind: 'text', text: 'trước}', bold: true },
        { kind: 'footnote', content: [{ kind: 'text', text: 'Xem năm {năm sau}.' }] },
        { kind: 'text', text: '.' },
      ],
    },
    { area: 'body', kind: 'bullet', content: [] },
  ],
  appendices: [{ title: 'Nhiệm vụ năm {năm}', orientation: 'landscape', columns: [{ key: 'task', title: 'Nhiệm vụ', weight: 1 }] }],
}
