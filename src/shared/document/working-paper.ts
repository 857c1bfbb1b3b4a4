import { officialDate, officialNumber } from '../decree/official-words.ts'
import { expandGroup, partyWords, type AgencyGroup, type AgencyRegistry, type Party } from '../domain/agency.ts'
import type { Day } from '../domain/identifier.ts'
import { orderTasks } from '../domain/task-order.ts'
import type { Task } from '../domain/task.ts'
import { toRoman } from '../language/roman.ts'
import type { ParagraphBlock, Section, TableBlock } from './blocks.ts'
import { issuerInSentence } from './issuer-in-sentence.ts'
import type { DocumentNotice } from './notice.ts'
import { page, textHeightOf, textWidthOf } from './page-layout.ts'
import { line, text } from './paragraph.ts'
import { documentTitle, type PlanRecords } from './plan-document.ts'
import { fittedTable } from './table.ts'

/** Working papers have no national header, number or signature; their sizes are ours. */
const TITLE_SIZE = 14
const NOTE_SIZE = 12
export const TABLE_SIZE = 12

const bold = { bold: true } as const
const italic = { italic: true } as const

/** "(Theo Kế hoạch … số 05/KH-UBND ngày …)", or "(Theo dự thảo Kế hoạch …)" while it has no number. */
export function planReference({ plan, office }: PlanRecords): string {
  const title = documentTitle(plan)
  if (plan.number === null || plan.issuedOn === null) return `(Theo dự thảo ${title})`
  const paper = `số ${officialNumber(plan.number, plan.symbol)} ${officialDate(plan.issuedOn)} của ${issuerInSentence(plan.letterhead, office)}`
  return plan.legalForm === 'plan' ? `(Theo ${title}, ${paper})` : `(Theo ${title} ban hành kèm theo Quyết định ${paper})`
}

/** The titles of a working paper, centred. */
export function workingTitle(title: string, subtitle: string, reference: string): readonly ParagraphBlock[] {
  const keep = { keepWithNext: true } as const
  return [
    line('list-heading', [text(title.toLocaleUpperCase('vi'), TITLE_SIZE, bold)], { format: keep }),
    line('subject', [text(subtitle, TITLE_SIZE, bold)], { format: keep }),
    line('attachment-line', [text(reference, TITLE_SIZE - 1, italic)], { format: { ...keep, spaceAfter: '10pt' } }),
  ]
}

/** A working paper of one landscape table with notes under it; in place of an empty table it says so. */
export function workingSection(
  key: string,
  titles: readonly ParagraphBlock[],
  table: TableBlock,
  whenEmpty: string,
  notes: readonly string[],
): { readonly section: Section; readonly notices: readonly DocumentNotice[] } {
  const empty = page(key, 'landscape', TITLE_SIZE - 1)
  if (table.rows.length === 0)
    return { section: { ...empty, blocks: [...titles, line('note', [text(whenEmpty, TITLE_SIZE)])] }, notices: [] }
  const { table: checked, splitting } = fittedTable(table, textWidthOf(empty), textHeightOf(empty))
  return {
    section: {
      ...empty,
      blocks: [
        ...titles,
        checked,
        ...notes.map((words, index) =>
          line('note', [text(words, NOTE_SIZE, italic)], { format: { align: 'both', spaceBefore: index === 0 ? '8pt' : '3pt' } }),
        ),
      ],
    },
    notices: splitting.map(({ sourceId, cells }) => ({
      code: 'row-splits',
      sourceId: sourceId ?? '',
      excerpt: cells
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : ''))))
        .join(' ')
        .slice(0, 60),
    })),
  }
}

/** A task with its place in the plan's appendices. */
export interface PlacedTask {
  readonly task: Task
  /** "II.3": field and STT; "Phụ lục I, II.3" where there are several appendices. */
  readonly address: string
  /** Name of its field, or null. */
  readonly fieldName: string | null
}

/** Every task of a plan in the order of its appendices. */
export function placedTasks({ appendices, tasks, fields }: PlanRecords): readonly PlacedTask[] {
  return appendices.flatMap((appendix, index) => {
    const groups = orderTasks(
      tasks.filter(({ appendixId }) => appendixId === appendix.id),
      fields,
    )
    const titled = groups.some(({ field }) => field !== null)
    const where = appendices.length > 1 ? `Phụ lục ${toRoman(index + 1)}, ` : ''
    return groups.flatMap(({ field, tasks: ofField }, at) =>
      ofField.map(({ task, stt }) => ({
        task,
        address: `${where}${titled ? `${toRoman(at + 1)}.` : ''}${stt}`,
        fieldName: field?.name ?? null,
      })),
    )
  })
}

/** Words of a list of parties, as in the appendix. */
export function partiesWords(parties: readonly Party[], registry: AgencyRegistry): string {
  return parties.map((party) => partyWords(party, registry)).join('; ')
}

/** Notes that say whom each group named in the tasks stands for, on the day the plan takes its names from. */
export function groupNotes(tasks: readonly Task[], registry: AgencyRegistry, on: Day): readonly string[] {
  const named = new Map<string, AgencyGroup>()
  for (const party of tasks.flatMap(({ leads, coordinating }) => [...leads, ...coordinating])) {
    if (party.kind !== 'group') continue
    const group = registry.groups.find((one) => one.id === party.groupId)
    if (group !== undefined) named.set(group.id, group)
  }
  const day = on.split('-').toReversed().join('/')
  return [...named.values()]
    .toSorted((one, other) => one.position - other.position)
    .flatMap((group) => {
      const members = expandGroup(group, registry, on)
      return members.length === 0
        ? []
        : [`“${group.name}” gồm ${members.length} cơ quan (tính đến ngày ${day}): ${members.map(({ name }) => name).join('; ')}.`]
    })
}
