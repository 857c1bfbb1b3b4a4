import type {
  Block,
  FootnoteRun,
  OfficialDocument,
  ParagraphBlock,
  ParagraphFormat,
  ParagraphRole,
  Run,
  RunFormat,
  Section,
  TableBlock,
  TableCell,
  TableRow,
  TextRun,
} from '#shared/document/blocks.ts'

// Documents made by hand, block by block: what a writer must be able to write, whoever builds it.

export function text(words: string, format: Partial<RunFormat> = {}): TextRun {
  return { kind: 'text', text: words, size: '14pt', ...format }
}

export function footnote(number: number, words: string): FootnoteRun {
  return { kind: 'footnote', number, size: '14pt', content: [text(words, { size: '10pt' })] }
}

const plain: ParagraphFormat = {
  align: 'both',
  firstLineIndent: '12.7mm',
  leftIndent: '0mm',
  spaceBefore: '6pt',
  spaceAfter: '0pt',
  lineSpacing: 1.15,
  keepWithNext: false,
  keepTogether: false,
}

export function paragraph(
  content: string | readonly Run[],
  more: { readonly role?: ParagraphRole; readonly format?: Partial<ParagraphFormat>; readonly sourceId?: string } = {},
): ParagraphBlock {
  const runs = typeof content === 'string' ? [text(content)] : content
  const block = { kind: 'paragraph', role: more.role ?? 'paragraph', format: { ...plain, ...more.format }, runs } as const
  return more.sourceId === undefined ? block : { ...block, sourceId: more.sourceId }
}

const inCell: Partial<ParagraphFormat> = { align: 'left', firstLineIndent: '0mm', spaceBefore: '2pt', spaceAfter: '2pt', lineSpacing: 1 }

export function cell(words: string, more: Partial<TableCell> & { readonly align?: 'left' | 'center' } = {}): TableCell {
  const { align = 'left', ...rest } = more
  const paragraphs = words
    .split('\n')
    .map((line) => paragraph([text(line, { size: '12pt' })], { role: 'cell', format: { ...inCell, align } }))
  return { columnSpan: 1, rowSpan: 1, verticalAlign: 'top', paragraphs, ...rest }
}

export function taskRow(words: readonly (string | TableCell)[], sourceId?: string): TableRow {
  const row = { kind: 'task', mayBreak: false, cells: words.map((one) => (typeof one === 'string' ? cell(one) : one)) } as const
  return sourceId === undefined ? row : { ...row, sourceId }
}

export function headingRow(kind: 'field' | 'subgroup', words: string, columns: number): TableRow {
  return { kind, mayBreak: false, cells: [cell(words, { columnSpan: columns })] }
}

export const APPENDIX_COLUMNS = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'] as const

export function appendixTable(rows: readonly TableRow[]): TableBlock {
  return {
    kind: 'table',
    columnShares: [0.06, 0.32, 0.18, 0.16, 0.16, 0.12],
    headerRows: [{ cells: APPENDIX_COLUMNS.map((title) => cell(title, { align: 'center', verticalAlign: 'center' })) }],
    rows,
  }
}

export function section(key: string, blocks: readonly Block[], more: Partial<Section> = {}): Section {
  return {
    key,
    orientation: 'portrait',
    paper: { width: '210mm', height: '297mm' },
    margins: { top: '20mm', bottom: '20mm', left: '30mm', right: '20mm' },
    pageNumbers: { show: 'hide-first', restart: true, size: '14pt' },
    blocks,
    ...more,
  }
}

export function paper(sections: readonly Section[], more: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    metadata: { title: 'Kế hoạch mẫu', author: 'Ủy ban nhân dân tỉnh Mẫu', stamp: '2023-01-05T00:00:00.000Z', draftMark: null },
    font: 'Times New Roman',
    footnoteFormat: { size: '10pt', align: 'both', lineSpacing: 1 },
    sections,
    ...more,
  }
}

const centred: Partial<ParagraphFormat> = { align: 'center', firstLineIndent: '0mm', spaceBefore: '0pt', lineSpacing: 1 }

/** Every kind of block, run, format, row and page there is, in one paper of a few pages. */
export function everyBlock(): OfficialDocument {
  return paper([
    section('body', [
      {
        kind: 'side-by-side',
        role: 'letterhead',
        leftShare: 0.42,
        left: [
          paragraph([text('ỦY BAN NHÂN DÂN', { size: '13pt', bold: true })], { role: 'issuer', format: centred }),
          paragraph([text('TỈNH MẪU', { size: '13pt', bold: true })], { role: 'issuer', format: centred }),
          { kind: 'rule', length: '25mm', spaceBefore: '2pt', spaceAfter: '0pt' },
        ],
        right: [
          paragraph([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: '12pt', bold: true })], { role: 'national-name', format: centred }),
          paragraph([text('Độc lập - Tự do - Hạnh phúc', { size: '13pt', bold: true })], { role: 'motto', format: centred }),
          { kind: 'rule', length: '56mm', spaceBefore: '2pt', spaceAfter: '0pt' },
        ],
      },
      {
        kind: 'side-by-side',
        role: 'letterhead',
        leftShare: 0.42,
        left: [paragraph([text('Số: 05/KH-UBND', { size: '13pt' })], { role: 'number', format: { ...centred, spaceBefore: '6pt' } })],
        right: [
          paragraph([text('Mẫu, ngày 05 tháng 01 năm 2023', { size: '13pt', italic: true })], {
            role: 'place-date',
            format: { ...centred, spaceBefore: '6pt' },
          }),
        ],
      },
      paragraph([text('DỰ THẢO LẦN 2', { bold: true, size: '13pt' })], {
        role: 'draft-mark',
        format: { ...centred, align: 'left', boxed: true, spaceBefore: '6pt' },
      }),
      paragraph([text('KẾ HOẠCH', { bold: true })], { role: 'title', format: { ...centred, spaceBefore: '18pt', keepWithNext: true } }),
      paragraph([text('Cải cách hành chính năm 2023', { bold: true })], { role: 'subject', format: { ...centred, keepWithNext: true } }),
      { kind: 'rule', length: '50mm', spaceBefore: '2pt', spaceAfter: '6pt' },
      paragraph(
        'Đoạn mở đầu căn đều hai bên, thụt đầu dòng, dài hơn một dòng để thấy chữ được dàn ra hết chiều ngang của trang giấy như Word vẫn làm.',
        {
          role: 'opening',
          sourceId: 'opening',
        },
      ),
      paragraph([text('I. MỤC ĐÍCH, YÊU CẦU', { bold: true })], { role: 'part', format: { keepWithNext: true } }),
      paragraph(
        [
          text('Chữ đậm', { bold: true }),
          text(', chữ nghiêng', { italic: true }),
          text(', gạch chân', { underline: true }),
          text(', m'),
          text('2', { superscript: true }),
          text(' và H'),
          text('2', { subscript: true }),
          text('O, theo quy định'),
          footnote(1, 'Cước chú thứ nhất nằm ở chân trang của nó.'),
          text(' rồi xuống dòng'),
          { kind: 'line-break' },
          text('dòng tiếp theo.'),
        ],
        { role: 'bullet', format: { leftIndent: '10mm', keepTogether: true }, sourceId: 'bullet' },
      ),
      paragraph('- Gạch đầu dòng treo: dòng thứ hai thụt vào so với dòng đầu, vì thụt đầu dòng âm nghĩa là các dòng sau lùi vào trong.', {
        format: { leftIndent: '15mm', firstLineIndent: '-5mm' },
      }),
      paragraph([], {}),
      { kind: 'page-break' },
      paragraph([text('Trang sau dấu ngắt, có cước chú'), footnote(2, 'Cước chú thứ hai.'), text('.')], { sourceId: 'after-break' }),
      {
        kind: 'side-by-side',
        role: 'signature',
        leftShare: 0.5,
        left: [
          paragraph([text('Nơi nhận:', { size: '12pt', bold: true, italic: true })], {
            role: 'recipients-heading',
            format: { ...centred, align: 'left' },
          }),
          paragraph([text('- Lưu: VT.', { size: '11pt' })], { role: 'recipient', format: { ...centred, align: 'left' } }),
        ],
        right: [
          paragraph([text('TM. ỦY BAN NHÂN DÂN', { bold: true })], { role: 'signature-authority', format: centred }),
          paragraph([text('Người Ký Mẫu', { bold: true })], { role: 'signature-name', format: { ...centred, spaceBefore: '60pt' } }),
        ],
      },
    ]),
    section(
      'appendix-1',
      [
        paragraph([text('Phụ lục I', { bold: true })], { role: 'appendix-number', format: centred }),
        paragraph([text('DANH MỤC NHIỆM VỤ', { bold: true })], { role: 'appendix-title', format: centred }),
        appendixTable([
          headingRow('field', 'I. CẢI CÁCH THỂ CHẾ', 6),
          headingRow('subgroup', 'Nhóm việc thường xuyên', 6),
          taskRow(['1', 'Rà soát văn bản quy phạm pháp luật', 'Báo cáo', 'Sở Tư pháp', 'Các sở, ban, ngành', 'Quý II/2023'], 'task-1'),
          taskRow(
            [
              cell('2', { rowSpan: 2 }),
              cell('Việc có hai cơ quan chủ trì', { rowSpan: 2 }),
              'Kế hoạch',
              'Sở Nội vụ',
              cell('UBND các huyện\nUBND thành phố', { rowSpan: 2 }),
              'Quý I/2023',
            ],
            'task-2',
          ),
          taskRow(['Quyết định', 'Văn phòng UBND tỉnh', 'Quý III/2023']),
        ]),
        paragraph('Ghi chú cuối phụ lục.', { role: 'note' }),
      ],
      { orientation: 'landscape', margins: { top: '25mm', bottom: '20mm', left: '30mm', right: '15mm' } },
    ),
  ])
}
