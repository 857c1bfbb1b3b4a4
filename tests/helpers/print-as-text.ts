import type { PlanDraft } from '#shared/domain/draft.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { wrapText } from '#shared/document/text-width.ts'
import { show } from './plan-reading.ts'

export interface Printing {
  /** Width of the text in points. */
  readonly width: number
  readonly linesOnPage: number
  /** Form feeds between pages, page numbers at their foot, a drawn rule above notes, a blank line after every line. */
  readonly feeds: boolean
  readonly numbers: boolean
  readonly rules: boolean
  readonly doubled: boolean
}

/** A draft as the text of a printed PDF: lines cut where the page is full, notes at the foot of the page of their anchor. */
export function printAsText(draft: PlanDraft, { width, linesOnPage, feeds, numbers, rules, doubled }: Printing): string {
  const labels = numberProvisions(draft.blocks)
  const printed: string[] = []
  let page = 1
  let onPage = 0
  let count = 0
  let waiting: (readonly string[])[] = []
  const endPage = (): void => {
    if (rules && waiting.length > 0) printed.push('_______________')
    printed.push(...waiting.flat())
    waiting = []
    if (numbers && page > 1) printed.push(`${' '.repeat(35)}${page}`)
    page += 1
    onPage = 0
    if (feeds) printed.push('\f')
  }
  draft.blocks.forEach(({ content }, index) => {
    const notes: { readonly anchor: RegExp; readonly lines: readonly string[] }[] = []
    const words = content.map((inline) => {
      if (inline.kind !== 'footnote') return inline.kind === 'text' ? inline.text : ' '
      count += 1
      notes.push({
        anchor: new RegExp(`\\p{L}${count}(?!\\d)`, 'u'),
        lines: wrapText(`${count} ${show(inline.content)}`, 10, 'regular', width),
      })
      return String(count)
    })
    const label = labels[index]?.label ?? ''
    // Ten spaces that hold together are an indent of a good centimetre.
    const lines = wrapText(`${'\u00a0'.repeat(10)}${label === '' ? '' : `${label} `}${words.join('')}`, 14, 'regular', width)
    for (const line of lines) {
      printed.push(line.replaceAll('\u00a0', ''))
      onPage += 1
      while (notes[0]?.anchor.test(line) === true) waiting.push(notes.shift()?.lines ?? [])
      if (onPage >= linesOnPage) endPage()
    }
  })
  if (waiting.length > 0) endPage()
  const text = printed.join(doubled ? '\n\n' : '\n').replaceAll(/\f\n+/g, '\f')
  return `${text}\nNơi nhận:\n${draft.recipients.map((words) => `- ${words};`).join('\n')}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHọ Tên Mẫu\n`
}
