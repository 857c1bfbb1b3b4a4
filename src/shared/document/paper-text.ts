import { cellWords } from '../domain/cell-words.ts'
import { numberProvisions } from '../domain/numbering.ts'
import type { ProvisionContent } from '../domain/provision.ts'
import type { PaperLine, PaperNote, PaperRow, PaperTable, PaperText } from '../domain/returned-paper.ts'
import { orderTasks } from '../domain/task-order.ts'
import type { AppendixColumnKey } from '../domain/task.ts'
import { plainWords } from '../language/plain-words.ts'
import { toRoman } from '../language/roman.ts'
import type { ParagraphBlock } from './blocks.ts'
import { buildAppendixDocument, buildPlanDocument, type PlanRecords } from './plan-document.ts'
import { bareRecipient } from './foot.ts'
import { OTHER_TASKS } from './task-table.ts'
import { paragraphsOf } from './words.ts'

/**
 * What a plan's Word file says, as words: the lines in the order in which Word's own text has them, and the rows of the appendices. Made by
 * the same builder as the file, so that both say the same words; rows are not laid out, because measuring them is the dear part.
 */
export function paperTextOf(records: PlanRecords, paper: 'plan' | 'appendix'): PaperText {
  const withoutRows = { ...records, tasks: [] }
  const options = { copy: 'electronic', draftMark: null, stamp: '2000-01-01T00:00:00.000Z' } as const
  const { document } = paper === 'plan' ? buildPlanDocument(withoutRows, options) : buildAppendixDocument(withoutRows, options)
  const lines = linesOf(
    document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [] : paragraphsOf([block])))),
    records,
  )
  return { lines, tables: tablesOf(records) }
}

function linesOf(paragraphs: readonly ParagraphBlock[], records: PlanRecords): readonly PaperLine[] {
  const { provisions, plan, appendices } = records
  const numbers = numberProvisions(provisions)
  const placed = new Map<string, Placed>(
    provisions.map((provision, index) => {
      const number = numbers[index]
      const above = number?.parent ?? null
      const place = above === null ? '' : (numbers[above]?.address ?? '')
      return [provision.id, { provision, label: number?.label ?? '', address: number?.address ?? '', place }]
    }),
  )
  const titles = new Map(appendices.map((appendix) => [appendix.id as string, appendix]))
  const recipients = paragraphs.filter(({ role }) => role === 'recipient').length
  const counts = { recipient: 0, signature: 0, furniture: 0 }
  let openPart: string | null = null
  let openAppendix: string | null = null
  return paragraphs.flatMap((paragraph): readonly PaperLine[] => {
    const text = plainWords(printedText(paragraph))
    const furniture = (): PaperLine => ({ role: 'furniture', key: `furniture:${counts.furniture++}`, text })
    const { role, sourceId } = paragraph
    // A part prints its number and its title on two lines, its mark on the first.
    if (role === 'part' && sourceId !== undefined) {
      openPart = sourceId
      return [furniture()]
    }
    const known = placed.get((role === 'part' ? openPart : sourceId) ?? '')
    if (known !== undefined) return [provisionLine(known, role === 'part' ? text : withoutLabel(text, known.label), paragraph)]
    if (role === 'appendix-number') openAppendix = sourceId ?? null
    const appendix = role === 'appendix-title' ? titles.get(openAppendix ?? '') : undefined
    if (appendix !== undefined) return [{ role: 'appendix-title', key: `title:${appendix.id}`, id: appendix.id, text }]
    if (role === 'subject' && text === plainWords(plan.subject)) return [{ role: 'subject', key: 'subject', text }]
    if (role === 'recipient') {
      counts.recipient += 1
      // A decision names those of its articles before the plan's own recipients.
      const ordinal = counts.recipient - (recipients - plan.recipients.length)
      return [ordinal < 1 ? furniture() : { role: 'recipient', key: `recipient:${ordinal}`, text: bareRecipient(text) }]
    }
    if (role === 'signature-authority' || role === 'signature-title' || role === 'signature-name')
      return [{ role: 'signature', key: `signature:${counts.signature++}`, text }]
    return text === '' ? [] : [furniture()]
  })
}

interface Placed {
  readonly provision: ProvisionContent
  readonly label: string
  readonly address: string
  readonly place: string
}

function provisionLine({ provision, address, place }: Placed, text: string, { runs }: ParagraphBlock): PaperLine {
  const { id, area, kind, content } = provision
  const ids = content.flatMap((inline) => (inline.kind === 'footnote' ? [inline.id] : []))
  const notes: PaperNote[] = []
  // Counted from the end: the number before the words is not part of the text.
  const whole = plainWords(printedText({ runs })).length
  let before = ''
  for (const run of runs) {
    if (run.kind !== 'footnote') {
      before += run.kind === 'text' ? run.text : '\n'
      continue
    }
    const noteId = ids[notes.length]
    if (noteId === undefined) continue
    const words = plainWords(run.content.map((piece) => piece.text).join('')).replaceAll('\n', ' ')
    notes.push({ id: noteId, at: Math.max(0, plainWords(before).length - (whole - text.length)), text: words })
  }
  return { role: 'provision', key: id, id, area, kind, address, place, text, notes }
}

function printedText({ runs }: Pick<ParagraphBlock, 'runs'>): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'line-break' ? '\n' : '')).join('')
}

function withoutLabel(text: string, label: string): string {
  return label !== '' && text.startsWith(label) ? text.slice(label.length).trimStart() : text
}

function tablesOf({ appendices, tasks, fields, registry }: PlanRecords): readonly PaperTable[] {
  return appendices.map((appendix) => {
    const groups = orderTasks(
      tasks.filter((task) => task.appendixId === appendix.id),
      fields,
    )
    const titled = groups.some(({ field }) => field !== null)
    return {
      id: appendix.id,
      title: plainWords(appendix.title),
      columns: appendix.columns.map(({ key, title }) => ({ key, title: plainWords(title) })),
      fields: titled ? groups.map(({ field }) => ({ id: field?.id ?? null, name: field?.name ?? OTHER_TASKS })) : [],
      rows: groups.flatMap(({ field, tasks: own }, index) =>
        own.map(({ task, stt }): PaperRow => ({
          id: task.id,
          fieldId: field?.id ?? null,
          subgroup: task.subgroup === null ? null : plainWords(task.subgroup),
          address: titled ? `${toRoman(index + 1)}.${stt}` : String(stt),
          cells: new Map(
            appendix.columns.map(({ key }): [AppendixColumnKey, string] => [key, plainWords(cellWords(key, task, stt, registry))]),
          ),
        })),
      ),
    }
  })
}
