import { z } from 'zod'
import type { Field } from './field.ts'
import { FootnoteId, ProvisionId, TaskWordingId } from './identifier.ts'
import { plainText } from './inline.ts'
import { numberProvisions } from './numbering.ts'
import type { LegalForm } from './plan.ts'
import type { ProvisionContent, ProvisionKind } from './provision.ts'
import { orderTasks } from './task-order.ts'
import type { Task } from './task.ts'

/** A text of a plan in which documents may be cited. */
export const CitingPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('provision'), provisionId: ProvisionId }),
  z.object({ kind: z.literal('footnote'), provisionId: ProvisionId, footnoteId: FootnoteId }),
  /** `column` is `task`, `product`, `deadline` or an `extra:…`. */
  z.object({ kind: z.literal('task'), taskId: TaskWordingId, column: z.string() }),
])
export type CitingPlace = z.infer<typeof CitingPlace>

/** Where a text stands, for a person. */
export const CitingAddress = z.object({
  /** "II.3.6" of the sentence, or of the appendix's row the title of its field. */
  address: z.string(),
  kind: z.string(),
  /** Number of the footnote, from 1. */
  footnote: z.number().int().positive().nullable(),
  /** STT of the appendix's row. */
  stt: z.number().int().positive().nullable(),
})
export type CitingAddress = z.infer<typeof CitingAddress>

export interface CitingText extends CitingAddress {
  readonly place: CitingPlace
  readonly text: string
  /** Of a sentence or the sentence of a footnote; null for the appendix. */
  readonly provisionKind: ProvisionKind | null
  /** Place in the printed order: sentence by sentence, a footnote at its anchor, the appendix's rows at the end. */
  readonly order: readonly [block: number, anchor: number]
}

/** What is looked through. Sentences may be unsaved ones. */
export interface CitingPlan {
  readonly legalForm: LegalForm
  readonly provisions: readonly ProvisionContent[]
  readonly tasks: readonly Task[]
  readonly fields: readonly Field[]
}

/**
 * Every text in which a plan may cite, in printed order: the decision that issues it, its own sentences, each footnote at its anchor, then
 * the appendix row by row (task, product, deadline and the extra columns; names of agencies cite nothing). Sentences of a decision
 * that is not printed are left out.
 */
export function citingTexts({ legalForm, provisions, tasks, fields }: CitingPlan): readonly CitingText[] {
  const printed = provisions.filter(({ area }) => legalForm === 'decision' || area === 'body')
  const inOrder = [...printed.filter(({ area }) => area === 'decision'), ...printed.filter(({ area }) => area === 'body')]
  const numbers = numberProvisions(inOrder)
  let footnote = 0
  const texts = inOrder.flatMap((provision, block): readonly CitingText[] => {
    const { id: provisionId, kind: provisionKind, content } = provision
    const address = numbers[block]?.address ?? ''
    const own: CitingText = {
      place: { kind: 'provision', provisionId },
      text: plainText(content),
      provisionKind,
      order: [block, 0],
      address,
      kind: provisionKind,
      footnote: null,
      stt: null,
    }
    let anchor = 0
    const notes: CitingText[] = []
    for (const inline of content) {
      if (inline.kind === 'footnote') {
        footnote += 1
        const place = { kind: 'footnote', provisionId, footnoteId: inline.id } as const
        notes.push({ ...own, place, text: plainText(inline.content), order: [block, anchor], footnote })
      } else anchor += inline.kind === 'text' ? inline.text.length : 1
    }
    return [own, ...notes]
  })
  let row = inOrder.length
  const rows = orderTasks(tasks, fields).flatMap(({ field, tasks: ofField }) =>
    ofField.flatMap(({ task, stt }) => {
      row += 1
      const cells = [
        ['task', task.content],
        ['product', task.product],
        ['deadline', task.deadline.phrase],
        ...Object.entries(task.extra),
      ] as const
      return cells.map(([column, text], cell): CitingText => ({
        place: { kind: 'task', taskId: task.id, column },
        text,
        provisionKind: null,
        order: [row, cell],
        address: field?.name ?? '',
        kind: 'task',
        footnote: null,
        stt,
      }))
    }),
  )
  return [...texts, ...rows]
}

/** One text's place as a key. */
export function placeKey(place: CitingPlace): string {
  return place.kind === 'task' ? `${place.taskId} ${place.column}` : place.kind === 'footnote' ? place.footnoteId : place.provisionId
}
