import { sizeSets, type Sizes } from '../decree/size-set.ts'
import { toRoman } from '../language/roman.ts'
import { orderTasks } from '../domain/task-order.ts'
import type { NumberedTask } from '../domain/task-order.ts'
import type { Block, Length, ParagraphBlock, Section } from './blocks.ts'
import { bodyBlocks, FootnoteCounter } from './body.ts'
import { bodyParagraph, line, text } from './paragraph.ts'
import { page } from './page-layout.ts'
import { documentTitle, officialDocument, type BuiltDocument, type DocumentOptions, type PlanRecords } from './plan-document.ts'
import { partiesWords, planReference } from './working-paper.ts'

/** Large letters, open lines and a wide right margin for notes: read on a tablet, held upright. */
const READING_SIZE = 16
const READING_LINES = 1.5
const FOOTNOTE_SIZE = 13
const readingMargins = { top: '25mm', bottom: '20mm', left: '20mm', right: '50mm' } as const satisfies Record<string, Length>

const bold = { bold: true } as const

/**
 * "Bản đọc cho lãnh đạo": the plan's text and its tasks to be read, not signed. Tasks stand as paragraphs, because a table of six columns
 * cannot be read in letters of this size.
 */
export function buildLeaderReadingDocument(records: PlanRecords, options: DocumentOptions): BuiltDocument {
  const { plan, provisions } = records
  const sizes: Sizes = { ...sizeSets[plan.sizeSet], body: READING_SIZE, footnote: FOOTNOTE_SIZE }
  const footnotes = new FootnoteCounter()
  const areas = (plan.legalForm === 'decision' ? (['decision', 'body'] as const) : (['body'] as const)).map((area) =>
    provisions.filter((provision) => provision.area === area),
  )
  const title = documentTitle(plan)
  const section: Section = {
    ...page('leader-reading', 'portrait', READING_SIZE),
    margins: readingMargins,
    blocks: [
      line('note', [text('BẢN ĐỌC CHO LÃNH ĐẠO', READING_SIZE - 4, { italic: true })], { format: { align: 'left', spaceAfter: '12pt' } }),
      line('title', [text('KẾ HOẠCH', READING_SIZE + 2, bold)], { format: { keepWithNext: true } }),
      line('subject', [text(plan.subject, READING_SIZE + 2, bold)], { format: { keepWithNext: true } }),
      line('attachment-line', [text(planReference(records), READING_SIZE - 2, { italic: true })], { format: { spaceAfter: '12pt' } }),
      ...areas.flatMap((area) => bodyBlocks(area, sizes, footnotes)),
      ...taskBlocks(records),
    ].map(opened),
  }
  const document = officialDocument(`Bản đọc: ${title}`, records, options, [section])
  return { document: { ...document, footnoteFormat: { size: `${FOOTNOTE_SIZE}pt`, align: 'both', lineSpacing: 1.2 } }, notices: [] }
}

/** A paragraph with open lines, left-aligned: wide gaps of justified text in large letters tire the eye. */
function opened(block: Block): Block {
  if (block.kind !== 'paragraph') return block
  return {
    ...block,
    format: { ...block.format, lineSpacing: READING_LINES, align: block.format.align === 'both' ? 'left' : block.format.align },
  }
}

function taskBlocks(records: PlanRecords): readonly Block[] {
  const { appendices, tasks, fields } = records
  return appendices.flatMap((appendix, index) => {
    const groups = orderTasks(
      tasks.filter(({ appendixId }) => appendixId === appendix.id),
      fields,
    )
    const word = appendices.length > 1 ? `Phụ lục ${toRoman(index + 1)}` : 'Phụ lục'
    return [
      { kind: 'page-break' } as const,
      line('appendix-number', [text(word, READING_SIZE, bold)], { format: { keepWithNext: true } }),
      line('appendix-title', [text(appendix.title.toLocaleUpperCase('vi'), READING_SIZE, bold)], {
        format: { spaceAfter: '12pt', keepWithNext: true },
      }),
      ...groups.flatMap(({ field, tasks: ofField }, at) => [
        ...(field === null
          ? []
          : [
              bodyParagraph('heading', [text(`${toRoman(at + 1)}. ${field.name}`, READING_SIZE, bold)], { format: { keepWithNext: true } }),
            ]),
        ...ofField.flatMap((one) => taskParagraphs(one, records)),
      ]),
    ]
  })
}

/** A task: its words, then who, what and when, each said by name. */
function taskParagraphs({ task, stt, opensSubgroup }: NumberedTask, { registry }: PlanRecords): readonly ParagraphBlock[] {
  const facts = [
    ['Chủ trì', partiesWords(task.leads, registry)],
    ['Phối hợp', partiesWords(task.coordinating, registry)],
    ['Sản phẩm', task.product],
    ['Thời hạn', task.deadline.phrase],
  ].filter(([, words]) => words !== '')
  const detail = { firstLineIndent: '0pt', leftIndent: '12.7mm', spaceAfter: '0pt' } as const
  return [
    ...(opensSubgroup === null
      ? []
      : [
          bodyParagraph('subheading', [text(opensSubgroup, READING_SIZE, { bold: true, italic: true })], {
            format: { keepWithNext: true },
          }),
        ]),
    bodyParagraph('paragraph', [text(`${stt}. ${task.content.replace(/\n/g, ' ')}`, READING_SIZE)], {
      sourceId: task.id,
      format: { spaceBefore: '6pt', spaceAfter: '0pt', keepWithNext: facts.length > 0 },
    }),
    ...facts.map(([name, words = ''], index) =>
      bodyParagraph('note', [text(`${name}: `, READING_SIZE - 2, bold), text(words.replace(/\n/g, ' '), READING_SIZE - 2)], {
        format: { ...detail, keepWithNext: index < facts.length - 1 },
      }),
    ),
  ]
}
