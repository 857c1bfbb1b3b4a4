import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from 'docx'
import type { ParagraphBlock, ParagraphFormat, ParagraphRole, RunFormat } from '#shared/document/blocks.ts'
import { halfPoints, twips } from './write-docx-xml.ts'

/** Styles of paragraphs that no block asks for: the end of a section after a table, a rule, the page number. */
export const END_STYLE = 'CchcEnd'
export const RULE_STYLE = 'CchcRule'
export const PAGE_NUMBER_STYLE = 'CchcPageNumber'

/** Names as a person sees them in Word's list of styles. */
const styleNames: Readonly<Record<ParagraphRole, string>> = {
  title: 'Tên loại văn bản',
  subject: 'Trích yếu',
  'legal-basis': 'Căn cứ',
  opening: 'Mở đầu',
  part: 'Phần',
  section: 'Mục',
  heading: 'Khoản',
  subheading: 'Khoản con',
  point: 'Điểm',
  bullet: 'Gạch đầu dòng',
  'sub-bullet': 'Dấu cộng đầu dòng',
  paragraph: 'Đoạn văn',
  'appendix-reference': 'Chỉ dẫn phụ lục',
  closing: 'Kết thúc',
  article: 'Điều',
  clause: 'Khoản của điều',
  'appendix-number': 'Số phụ lục',
  'appendix-title': 'Tên phụ lục',
  'attachment-line': 'Kèm theo',
  cell: 'Ô bảng',
  note: 'Ghi chú',
  'list-heading': 'Tiêu đề danh mục',
  superior: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  'national-name': 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  number: 'Số, ký hiệu',
  'place-date': 'Địa danh, thời gian',
  'letter-subject': 'Trích yếu công văn',
  addressee: 'Kính gửi',
  'draft-mark': 'Dấu dự thảo',
  authority: 'Thẩm quyền ban hành',
  order: 'Quyết định',
  'recipients-heading': 'Nơi nhận',
  recipient: 'Tên nơi nhận',
  'signature-authority': 'Quyền hạn người ký',
  'signature-title': 'Chức vụ người ký',
  'signature-name': 'Họ tên người ký',
}

/** Levels of Word's navigation pane, from 0; the built-in heading styles carry them, so that a table of contents finds them too. */
const outlineLevels: Partial<Readonly<Record<ParagraphRole, number>>> = {
  part: 0,
  section: 0,
  'appendix-number': 0,
  'list-heading': 0,
  heading: 1,
  'appendix-title': 1,
  article: 1,
  subheading: 2,
}
const headingStyles: Partial<Readonly<Record<ParagraphRole, { readonly id: string; readonly name: string }>>> = {
  section: { id: 'Heading1', name: 'heading 1' },
  heading: { id: 'Heading2', name: 'heading 2' },
  subheading: { id: 'Heading3', name: 'heading 3' },
  title: { id: 'Title', name: 'Title' },
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const

/** What a paragraph's runs have unless they say otherwise. */
type BaseRun = Pick<RunFormat, 'size' | 'bold' | 'italic'>

export interface ParagraphStyle {
  readonly id: string
  readonly base: BaseRun
}

/**
 * The styles of one file: one a role and look, made as they are asked for. All formatting is in them, so that a person can change the look of
 * a whole paper in Word, and so that a cell costs a few bytes.
 */
export class StyleSheet {
  private readonly byLook = new Map<string, ParagraphStyle>()
  private readonly counts = new Map<ParagraphRole, number>()
  private readonly made: IParagraphStyleOptions[] = []

  /** The style of a paragraph, with the format given (a table's row may ask for more than the block). */
  of({ role, runs }: Pick<ParagraphBlock, 'role' | 'runs'>, format: ParagraphFormat): ParagraphStyle {
    const first = runs.find((run) => run.kind === 'text')
    const base: BaseRun =
      first === undefined
        ? { size: '12pt' }
        : { size: first.size, ...(first.bold === true && { bold: true }), ...(first.italic === true && { italic: true }) }
    const look = `${role}|${formatKey(format)}|${base.size}|${base.bold === true}|${base.italic === true}`
    const known = this.byLook.get(look)
    if (known !== undefined) return known
    const style = { id: this.define(role, format, base), base }
    this.byLook.set(look, style)
    return style
  }

  /** Every style made so far, for the file's list. */
  all(): readonly IParagraphStyleOptions[] {
    return this.made
  }

  private define(role: ParagraphRole, format: ParagraphFormat, base: BaseRun): string {
    const count = (this.counts.get(role) ?? 0) + 1
    this.counts.set(role, count)
    const heading = headingStyles[role]
    // The first look of a heading role is the built-in heading; a numbered sentence that is no title stays out of the navigation pane.
    const outline = base.bold === true ? outlineLevels[role] : undefined
    const builtIn = count === 1 && base.bold === true ? heading : undefined
    const id = builtIn?.id ?? `Cchc-${role}${count === 1 ? '' : `-${count}`}`
    this.made.push({
      id,
      name: builtIn?.name ?? `${styleNames[role]}${count === 1 ? '' : ` ${count}`}`,
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: alignments[format.align],
        keepNext: format.keepWithNext,
        keepLines: format.keepTogether,
        spacing: {
          before: twips(format.spaceBefore),
          after: twips(format.spaceAfter),
          line: Math.round(format.lineSpacing * 240),
          lineRule: LineRuleType.AUTO,
        },
        indent: { left: twips(format.leftIndent), firstLine: twips(format.firstLineIndent) },
        ...(outline !== undefined && { outlineLevel: outline }),
      },
      run: { size: halfPoints(base.size), bold: base.bold === true, italics: base.italic === true },
    })
    return id
  }
}

function formatKey(format: ParagraphFormat): string {
  const { align, firstLineIndent, leftIndent, spaceBefore, spaceAfter, lineSpacing, keepWithNext, keepTogether } = format
  return [align, firstLineIndent, leftIndent, spaceBefore, spaceAfter, lineSpacing, keepWithNext, keepTogether].join(' ')
}

/** Styles that every file has. */
export const fixedStyles: readonly IParagraphStyleOptions[] = [
  {
    // As low as can be: it must not push an empty page out behind a full one.
    id: END_STYLE,
    name: 'Cuối phần',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
    run: { size: 2 },
  },
  {
    id: RULE_STYLE,
    name: 'Nét kẻ',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: 0, line: 40, lineRule: LineRuleType.EXACT } },
    run: { size: 2 },
  },
  { id: PAGE_NUMBER_STYLE, name: 'Số trang', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER } },
]
