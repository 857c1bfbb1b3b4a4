import { describe, expect, test } from 'vitest'
import type { AppendixId, FootnoteId, PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import {
  fillContent,
  fillText,
  TemplateContent,
  templateOfPlan,
  unknownPlaceholders,
  withIds,
  type PlaceholderValues,
} from '#shared/domain/plan-template.ts'
import { homeAffairs } from '../../helpers/plan-workspace.ts'
import { anAppendix, aPlan, aProvision, id } from '../../helpers/records.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'
import { templateContent } from '../../helpers/shelf.ts'

const values: PlaceholderValues = {
  year: '2027',
  yearBefore: '2026',
  yearAfter: '2028',
  province: 'tỉnh Mẫu',
  issuer: 'UBND tỉnh Mẫu',
  standingAgency: null,
}
const office = { provinceName: 'tỉnh Lạng Sơn', issuerInSentence: 'UBND tỉnh Lạng Sơn' }
const opened = (text: string): string => {
  const { blocks } = templateOfPlan('Khung', aPlan({ id: id<PlanId>(1) }), [aProvision(1, 'paragraph', text)], [], office, 'sentences')
  return blocks[0] === undefined
    ? ''
    : plainText(blocks[0].content.map((inline) => (inline.kind === 'footnote' ? { kind: 'line-break' } : inline)))
}

const kinds = (template: TemplateContent, kind: string): number => template.blocks.filter((block) => block.kind === kind).length

describe('placeholders', () => {
  test('are filled whatever their case, accents and spaces; one without a value, or of no meaning, stays to be seen', () => {
    expect([fillText('{NĂM} { năm  trước } {nam sau}', values), fillText('{cơ quan thường trực} {gì đó} {}', values)]).toEqual([
      '2027 2026 2028',
      '{cơ quan thường trực} {gì đó} {}',
    ])
  })

  test('are filled in footnotes and across a change of look, and the words around keep theirs', () => {
    const filled = fillContent(
      withIds(templateContent.blocks[2]?.content ?? [], () => id<FootnoteId>(9)),
      values,
    )
    expect(filled).toEqual([
      { kind: 'text', text: 'Sở Tư pháp tổng kết năm 2026' },
      { kind: 'footnote', id: id<FootnoteId>(9), content: [{ kind: 'text', text: 'Xem năm 2028.' }] },
      { kind: 'text', text: '.' },
    ])
  })

  test('that are mistyped are named once', () => {
    expect(unknownPlaceholders({ ...templateContent, subject: '{gì đó} {gi do}' })).toEqual(['gì đó', 'gi do'])
  })
})

describe('a template made of a plan', () => {
  test.each([
    ['Kế hoạch năm 2023 của UBND tỉnh Lạng Sơn', 'Kế hoạch năm {năm} của {cơ quan ban hành}'],
    [
      'khắc phục tồn tại năm 2022, chuẩn bị năm 2024 của tỉnh Lạng Sơn',
      'khắc phục tồn tại năm {năm trước}, chuẩn bị năm {năm sau} của {tỉnh}',
    ],
    ['Chỉ số CCHC Năm 2023', 'Chỉ số CCHC Năm {năm}'],
  ])('“%s” opens its years and names', (text, template) => {
    expect(opened(text)).toBe(template)
  })

  test.each([
    'giai đoạn 2021 - 2025',
    'giai đoạn 2021-2030, năm 2030',
    'Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2022 của Chính phủ',
    'Quyết định số 12/2023/QĐ-UBND ngày 05/6/2023',
    'trước ngày 15/12/2023',
    'thành phố Lạng Sơn',
    'năm 2019 - 2023',
  ])('“%s” is left alone', (text) => {
    expect(opened(text)).toBe(text)
  })

  test('leaves behind ids and marks that point to one workspace', () => {
    const plan = aPlan({ id: id<PlanId>(1) })
    const block = aProvision(1, 'bullet', [
      { kind: 'text', text: 'Sở Nội vụ', party: { kind: 'agency', agencyId: homeAffairs.id } },
      { kind: 'text', text: ' theo 76/NQ-CP', citation: { symbol: '76/NQ-CP', issuedOn: null } },
      { kind: 'footnote', id: id<FootnoteId>(7), content: [{ kind: 'text', text: 'Năm 2023.' }] },
    ])
    const appendix = anAppendix({ id: id<AppendixId>(2), planId: plan.id, title: 'Nhiệm vụ năm 2023' })
    const template = templateOfPlan('Khung', plan, [block], [appendix], office, 'sentences')
    expect([template.subject, template.blocks, template.appendices]).toEqual([
      'Cải cách hành chính {tỉnh} năm {năm}',
      [
        {
          area: 'body',
          kind: 'bullet',
          content: [
            { kind: 'text', text: 'Sở Nội vụ theo 76/NQ-CP' },
            { kind: 'footnote', content: [{ kind: 'text', text: 'Năm {năm}.' }] },
          ],
        },
      ],
      [{ title: 'Nhiệm vụ năm {năm}', orientation: 'landscape', columns: [] }],
    ])
    expect(TemplateContent.parse(template)).toEqual(template)
    expect(JSON.stringify(template)).not.toContain('018f0000')
  })

  test('keeps only the headings of the sample when asked: each with one empty place below, opening and closing as they are', () => {
    const { plan, provisions, appendices } = samplePlan()
    const whole = templateOfPlan('Khung', plan, provisions, appendices, office, 'sentences')
    const bare = templateOfPlan('Khung', plan, provisions, appendices, office, 'headings')
    expect(whole.blocks).toHaveLength(provisions.length)
    expect([kinds(bare, 'section'), kinds(bare, 'heading')]).toEqual([kinds(whole, 'section'), kinds(whole, 'heading')])
    // No two empty places in a row.
    const empty = bare.blocks.map(({ content }) => content.length === 0)
    expect(empty.some((each, index) => each && empty[index + 1] === true)).toBe(false)
    expect(bare.blocks.length).toBeLessThan(whole.blocks.length)
    expect(bare.blocks.at(-1)?.content.length).toBeGreaterThan(0)
  })
})
