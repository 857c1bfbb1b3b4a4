import { partyWords, type AgencyRegistry, type Party } from '#shared/domain/agency.ts'
import { deadlineDue, deadlineKind, type Deadline, type DeadlineKind } from '#shared/domain/deadline.ts'
import type { AppendixFileDraft, DraftInline, DraftWarning, PlanDraft } from '#shared/domain/draft.ts'
import type { Field } from '#shared/domain/field.ts'
import type { Day, FootnoteId, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import type { PlanStatus } from '#shared/domain/plan.ts'
import type { ProvisionKind } from '#shared/domain/provision.ts'
import { fieldHeadings, outlinePlan, taskSentences } from '#shared/domain/provision-tree.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import type { Task } from '#shared/domain/task.ts'
import { draftWarnings } from '#shared/text/vi/import.ts'

/** What `--json` prints: shapes that offices' own scripts rely on, so a change here is a change of the program's promise. */
export interface PlanFacts {
  /** How many outermost parts: I, II, III, or Phần where a plan has them. */
  readonly parts: number
  /** How many numbered headings under them: 1, 2, 3. */
  readonly headings: number
  /** The numbered titles in order, outer and inner. */
  readonly outline: readonly Titled[]
  /** Bullets under each heading of the task section, in order. */
  readonly bulletsByField: readonly number[]
  readonly footnotes: readonly { readonly provision: string; readonly after: string; readonly text: string }[]
  /** Symbols of the documents cited, each once, in the order of their first mention. */
  readonly citations: readonly string[]
  readonly recipients: readonly string[]
  readonly signer: { readonly authority: readonly string[]; readonly title: string; readonly name: string } | null
  readonly warnings: readonly WarningFacts[]
}
interface Titled {
  readonly address: string
  readonly title: string
}
export interface WarningFacts {
  readonly code: string
  readonly message: string
  readonly line: number | null
}

export interface RowFacts {
  /** Title of the field, or null. */
  readonly field: string | null
  readonly stt: number
  readonly task: string
  readonly product: string
  readonly lead: readonly string[]
  readonly coordinating: readonly string[]
  readonly deadline: DeadlineFacts
  /** Words of the office's own columns, by their titles. */
  readonly extra: Readonly<Record<string, string>>
}
interface DeadlineFacts {
  readonly phrase: string
  readonly kind: DeadlineKind
  /** The last dated milestone, or null. */
  readonly due: Day | null
  readonly milestones: readonly { readonly kind: DeadlineKind; readonly due: Day | null; readonly label: string | null }[]
}
/** `incomplete`: lacks lead, product or deadline; `ready`: nothing lacks; the others follow the plan after its issue. */
export type TaskFactsStatus = 'incomplete' | 'ready' | 'assigned' | 'superseded' | 'closed'
export interface TaskFacts extends RowFacts {
  readonly id: TaskWordingId
  readonly status: TaskFactsStatus
}

const WORDS_BEFORE_ANCHOR = 5
const titleKinds: ReadonlySet<ProvisionKind> = new Set<ProvisionKind>(['part', 'section', 'heading'])

/** The facts of a plan that was read. */
export function planFacts(draft: PlanDraft): PlanFacts {
  const numbers = numberProvisions(draft.blocks)
  const countOf = (kind: ProvisionKind): number => draft.blocks.filter((block) => block.kind === kind && block.area === 'body').length
  // The outline asks for records; a draft has no ids yet, and none of these rules looks at one.
  const outline = outlinePlan(
    draft.blocks.map((block, index) => ({ ...block, id: `${index}` as ProvisionId, content: block.content.map(asInline) })),
  )
  const sentences = taskSentences(outline)
  return {
    parts: countOf('part') || countOf('section'),
    headings: countOf('heading'),
    outline: draft.blocks.flatMap((block, index) =>
      titleKinds.has(block.kind) && block.area === 'body'
        ? [{ address: numbers[index]?.address ?? '', title: wordsOf(block.content) }]
        : [],
    ),
    bulletsByField: fieldHeadings(outline).map((heading) => sentences.filter((sentence) => sentence.heading === heading).length),
    footnotes: draft.blocks.flatMap((block, index) =>
      block.content.flatMap((inline, at) =>
        inline.kind === 'footnote'
          ? [{ provision: numbers[index]?.address ?? '', after: lastWords(block.content.slice(0, at)), text: wordsOf(inline.content) }]
          : [],
      ),
    ),
    citations: [...new Set(draft.blocks.flatMap((block) => symbolsOf(block.content)))],
    recipients: draft.recipients,
    signer: draft.signature,
    warnings: draft.warnings.map(warningFacts),
  }
}

/** The rows of an appendix that was read, with their STT counted anew within each field. */
export function draftRowFacts(draft: AppendixFileDraft, registry: AgencyRegistry): readonly RowFacts[] {
  return draft.appendices.flatMap(({ rows }) => {
    const counted = new Map<string | null, number>()
    return rows.map((row) => {
      const stt = (counted.get(row.fieldTitle) ?? 0) + 1
      counted.set(row.fieldTitle, stt)
      return rowFacts(row, row.fieldTitle, stt, registry)
    })
  })
}

/** The rows of a plan's appendices as they stand on paper. */
export function taskFacts(
  tasks: readonly Task[],
  fields: readonly Field[],
  registry: AgencyRegistry,
  planStatus: PlanStatus,
): readonly TaskFacts[] {
  const appendices = Map.groupBy(tasks, (task) => task.appendixId)
  return [...appendices.values()].flatMap((own) =>
    orderTasks(own, fields).flatMap(({ field, tasks: numbered }) =>
      numbered.map(({ task, stt }) => ({
        ...rowFacts(task, field?.name ?? null, stt, registry),
        id: task.id,
        status: statusOf(task, planStatus),
      })),
    ),
  )
}

interface RowContent {
  readonly content: string
  readonly product: string
  readonly leads: readonly Party[]
  readonly coordinating: readonly Party[]
  readonly deadline: Deadline
  readonly extra: Readonly<Record<string, string>>
}

function rowFacts(row: RowContent, field: string | null, stt: number, registry: AgencyRegistry): RowFacts {
  return {
    field,
    stt,
    task: row.content,
    product: row.product,
    lead: row.leads.map((party) => partyWords(party, registry)),
    coordinating: row.coordinating.map((party) => partyWords(party, registry)),
    deadline: {
      phrase: row.deadline.phrase,
      kind: deadlineKind(row.deadline),
      due: deadlineDue(row.deadline),
      milestones: row.deadline.milestones.map(({ kind, due, label }) => ({ kind, due, label })),
    },
    extra: Object.fromEntries(Object.entries(row.extra).map(([key, words]) => [key.replace(/^extra:/, ''), words])),
  }
}

function statusOf(task: Task, planStatus: PlanStatus): TaskFactsStatus {
  switch (planStatus) {
    case 'issued':
      return 'assigned'
    case 'superseded':
    case 'closed':
      return planStatus
    default:
      return task.leads.length === 0 || task.product.trim() === '' || task.deadline.phrase.trim() === '' ? 'incomplete' : 'ready'
  }
}

/** A doubt with its sentence and its way out. */
export function warningFacts({ code, excerpt, line }: DraftWarning): WarningFacts {
  const { says, wayOut } = draftWarnings[code]
  return { code, message: `${says(excerpt)} ${wayOut}`, line }
}

function asInline(inline: DraftInline): Inline {
  return inline.kind === 'footnote' ? { ...inline, id: '' as FootnoteId } : inline
}

function wordsOf(content: readonly DraftInline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'line-break' ? ' ' : '')).join('')
}

function lastWords(content: readonly DraftInline[]): string {
  return wordsOf(content).trim().split(/\s+/).slice(-WORDS_BEFORE_ANCHOR).join(' ')
}

function symbolsOf(content: readonly DraftInline[]): readonly string[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'footnote') return symbolsOf(inline.content)
    return inline.kind === 'text' && inline.citation !== undefined ? [inline.citation.symbol] : []
  })
}
