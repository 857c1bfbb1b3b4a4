import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { AgencyRegistry, Party } from '#shared/domain/agency.ts'
import type {
  AgencyGroupId,
  AgencyId,
  AppendixId,
  FieldId,
  FootnoteId,
  PlanId,
  ProvisionId,
  TaskId,
  TaskWordingId,
} from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { Office } from '#shared/domain/office.ts'
import { Plan } from '#shared/domain/plan.ts'
import type { ProvisionContent, ProvisionKind } from '#shared/domain/provision.ts'
import { Appendix, type Task } from '#shared/domain/task.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { aField, aGroup, anAgency, aTask, id } from './records.ts'

/**
 * The sample plan as records, made of its Word file by the shortest way there is (its levels are plain in its text): for tests of what
 * is built from records, which must not fail with a reader.
 */
export function samplePlan(patch: Partial<Plan> = {}): PlanRecords {
  const paragraphs = readSource()
  const foot = paragraphs.findIndex((content) => wordsOf(content) === 'Nơi nhận:')
  const start = paragraphs.findIndex((content) => wordsOf(content).startsWith('Thực hiện Nghị quyết'))
  const archive = paragraphs.findIndex((content) => wordsOf(content).startsWith('- Lưu:'))
  const rows = sampleRows()
  const registry = registryOf(rows)
  const plan = Plan.parse({
    id: id<PlanId>(0x1000),
    year: 2023,
    subject: 'Cải cách hành chính tỉnh Lạng Sơn năm 2023',
    legalForm: 'plan',
    status: 'drafting',
    letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'], place: 'Lạng Sơn' },
    symbol: 'KH-UBND',
    number: null,
    issuedOn: null,
    recipients: paragraphs.slice(foot + 1, archive + 1).map((content) => wordsOf(content).replace(/^- |[;.]$/g, '')),
    signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Dương Xuân Huyên' },
    sizeSet: 'larger',
    agenciesAsOf: '2023-01-01',
    replacesPlanId: null,
    documentRecordId: null,
    version: 1,
    ...patch,
  })
  const appendix = Appendix.parse({
    id: id<AppendixId>(0x2000),
    planId: plan.id,
    position: 'a0',
    title: 'Các nhiệm vụ trọng tâm về cải cách hành chính năm 2023',
    orientation: 'landscape',
    columns: [
      { key: 'stt', title: 'STT', weight: 5 },
      { key: 'task', title: 'Nội dung nhiệm vụ', weight: 34 },
      { key: 'product', title: 'Sản phẩm', weight: 17 },
      { key: 'lead', title: 'Cơ quan chủ trì', weight: 17 },
      { key: 'coordinating', title: 'Cơ quan phối hợp', weight: 17 },
      { key: 'deadline', title: 'Thời hạn', weight: 13 },
    ],
    version: 1,
  })
  return {
    plan,
    provisions: paragraphs
      .slice(start, foot)
      .filter((content) => content.length > 0)
      .map(provisionOf),
    appendices: [appendix],
    tasks: rows.map((row, index) => taskOf(row, index, registry)),
    fields: fieldNames.map((name, index) => aField({ id: id<FieldId>(0x3000 + index), name, position: index })),
    registry,
    office: Office.parse({
      provinceName: 'tỉnh Lạng Sơn',
      letterhead: plan.letterhead,
      issuerInSentence: 'UBND tỉnh Lạng Sơn',
      planSymbol: 'KH-UBND',
      decisionSymbol: 'QĐ-UBND',
      draftingSymbol: 'NC',
      standingAgencyId: null,
      signatures: [plan.signature],
      recipients: plan.recipients,
      sizeSet: 'larger',
      isSample: true,
      version: 1,
    }),
  }
}

/** The words of the sample's body, footnotes left out, one text a block, as its source has them: numbers and dashes included. */
export function sampleSentences(): readonly string[] {
  const paragraphs = readSource().map(wordsOf)
  const start = paragraphs.findIndex((words) => words.startsWith('Thực hiện Nghị quyết'))
  return paragraphs.slice(start, paragraphs.indexOf('Nơi nhận:')).filter((words) => words !== '')
}

/** The sample as a decision that issues the plan: made up for tests, as no such paper is public. */
export function sampleDecision(patch: Partial<Plan> = {}): PlanRecords {
  const records = samplePlan({ legalForm: 'decision', symbol: 'QĐ-UBND', ...patch })
  const words: readonly (readonly [ProvisionKind, string])[] = [
    ['legal-basis', 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;'],
    [
      'legal-basis',
      'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030;',
    ],
    ['legal-basis', 'Theo đề nghị của Giám đốc Sở Nội vụ.'],
    ['article', 'Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính tỉnh Lạng Sơn năm 2023.'],
    ['article', 'Quyết định này có hiệu lực kể từ ngày ký.'],
    [
      'article',
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các huyện, thành phố và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.',
    ],
  ]
  const decision = words.map(([kind, text], index): ProvisionContent => ({
    id: id<ProvisionId>(0x500 + index),
    area: 'decision',
    kind,
    content: [{ kind: 'text', text }],
  }))
  return { ...records, provisions: [...decision, ...records.provisions] }
}

const fieldNames = [
  'Công tác chỉ đạo, điều hành, thông tin tuyên truyền và kiểm tra cải cách hành chính',
  'Cải cách thể chế',
  'Cải cách thủ tục hành chính',
  'Cải cách tổ chức bộ máy hành chính',
  'Cải cách chế độ công vụ',
  'Cải cách tài chính công',
  'Xây dựng và phát triển Chính quyền điện tử, Chính quyền số',
]

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name)

function runText(part: string): string {
  return [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
    .map(([, words]) => words)
    .join('')
    .normalize('NFC')
}

/** Paragraphs of the Word file, with footnotes at their anchors. */
function readSource(): readonly (readonly Inline[])[] {
  const parts = unzipSync(readFileSync(fixture('ke-hoach-cchc-2023.docx')))
  const xml = (part: string): string => strFromU8(parts[part]!)
  const notes = new Map(
    [...xml('word/footnotes.xml').matchAll(/<w:footnote w:id="(\d+)".*?<\/w:footnote>/gs)].map(([whole, number]) => [
      number,
      runText(whole).trim(),
    ]),
  )
  return [...xml('word/document.xml').matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    paragraph.split(/(<w:footnoteReference[^>]*>)/).flatMap((piece): readonly Inline[] => {
      const number = /<w:footnoteReference[^>]*w:id="(\d+)"/.exec(piece)?.[1]
      if (number !== undefined)
        return [
          { kind: 'footnote', id: id<FootnoteId>(0x900 + Number(number)), content: [{ kind: 'text', text: notes.get(number) ?? '' }] },
        ]
      const words = runText(piece)
      return words === '' ? [] : [{ kind: 'text', text: words }]
    }),
  )
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
}

const kinds: readonly (readonly [RegExp, ProvisionKind])[] = [
  [/^[IVX]+\. /, 'section'],
  [/^\d+\. /, 'heading'],
  [/^- /, 'bullet'],
  [/^\(Có phụ lục/, 'appendix-reference'],
  [/^Thực hiện Nghị quyết/, 'opening'],
  [/^UBND tỉnh yêu cầu/, 'closing'],
]

function provisionOf(content: readonly Inline[], index: number): ProvisionContent {
  const words = wordsOf(content)
  const [pattern, kind] = kinds.find(([start]) => start.test(words)) ?? [/^/, 'paragraph' as const]
  const numbered = kind === 'section' || kind === 'heading' || kind === 'bullet'
  const [first, ...rest] = content
  return {
    id: id<ProvisionId>(0x100 + index),
    area: 'body',
    kind,
    content: numbered && first?.kind === 'text' ? [{ ...first, text: first.text.replace(pattern, '') }, ...rest] : content,
  }
}

type Row = readonly string[]

function sampleRows(): readonly Row[] {
  return readFileSync(fixture('phu-luc-2023.tsv'), 'utf8')
    .normalize('NFC')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
}

const isGroup = (name: string): boolean => /^(?:Các |UBND các |cơ quan )/.test(name)
const partyNames = (cell: string): readonly string[] => cell.split('; ').filter((name) => name !== '')

function registryOf(rows: readonly Row[]): AgencyRegistry {
  const names = [...new Set(rows.flatMap((row) => [...partyNames(row[4] ?? ''), ...partyNames(row[5] ?? '')]))]
  const agencies = names.filter((name) => !isGroup(name))
  return {
    agencies: agencies.map((name, index) => anAgency({ id: id<AgencyId>(0x4000 + index), name, position: index })),
    groups: names.filter(isGroup).map((name, index) =>
      aGroup({
        id: id<AgencyGroupId>(0x5000 + index),
        name,
        position: index,
        unspecified: !name.startsWith('Các sở, ban, ngành'),
        memberKinds: ['department'],
      }),
    ),
  }
}

function taskOf(
  [field = '', , content = '', product = '', leads = '', coordinating = '', phrase = '']: Row,
  index: number,
  registry: AgencyRegistry,
): Task {
  const parties = (cell: string): readonly Party[] =>
    partyNames(cell).map((name): Party => {
      const agency = registry.agencies.find((one) => one.name === name)
      if (agency !== undefined) return { kind: 'agency', agencyId: agency.id }
      const group = registry.groups.find((one) => one.name === name)
      return group === undefined ? { kind: 'words', words: name } : { kind: 'group', groupId: group.id }
    })
  return aTask({
    id: id<TaskWordingId>(0x6000 + index),
    taskId: id<TaskId>(0x7000 + index),
    fieldId: id<FieldId>(0x3000 + Number(field) - 1),
    position: `a${String(index).padStart(3, '0')}`,
    content,
    product,
    leads: parties(leads),
    coordinating: parties(coordinating),
    deadline: { phrase, milestones: [] },
  })
}
