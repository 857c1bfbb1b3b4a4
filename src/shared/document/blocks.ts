/**
 * What a document says: a closed union of blocks with their formatting resolved. Builders (one a form) know the decree
 * and make these; writers (`main/documents/write-docx`, `write-pages`) know nothing of reform and write every one of them.
 * Both writers end in `satisfies never`.
 */

/** A length with its unit, such as `13pt` or `30mm`. */
export type Length = `${number}pt` | `${number}mm`

export interface RunFormat {
  readonly size: Length
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly superscript?: true
  readonly subscript?: true
}

/**
 * What a comparison says of a run, a row or the end of a paragraph: only the newer paper has it, or only the older one. Word shows it as
 * a tracked change that can be accepted or rejected; pages underline it or strike it through.
 */
export type TrackedChange = 'inserted' | 'deleted'

export type TextRun = { readonly kind: 'text'; readonly text: string; readonly change?: TrackedChange } & RunFormat
export interface FootnoteRun {
  readonly kind: 'footnote'
  /** 1-based number over the whole document, computed by the builder. */
  readonly number: number
  /** Id of the note's record, kept in Word as a hidden bookmark inside the note. */
  readonly sourceId?: string
  /** Size of the anchor's surrounding text. */
  readonly size: Length
  readonly content: readonly TextRun[]
  readonly change?: TrackedChange
}
export interface LineBreakRun {
  readonly kind: 'line-break'
  readonly change?: TrackedChange
}
export type Run = TextRun | FootnoteRun | LineBreakRun

export interface ParagraphFormat {
  readonly align: 'left' | 'center' | 'right' | 'both'
  readonly firstLineIndent: Length
  readonly leftIndent: Length
  readonly spaceBefore: Length
  readonly spaceAfter: Length
  /** Multiple of a single line, 1 to 1.5. */
  readonly lineSpacing: number
  readonly keepWithNext: boolean
  readonly keepTogether: boolean
  /** A thin frame fitted to the words (3 pt of air), around marks such as DỰ THẢO LẦN 2. Only on centred paragraphs of one line. */
  readonly boxed?: true
}

/** What a paragraph is, for navigation, accessibility (PDF tags, Word outline) and for the checker. */
export type ParagraphRole =
  | 'title'
  | 'subject'
  | 'legal-basis'
  | 'opening'
  | 'part'
  | 'section'
  | 'heading'
  | 'subheading'
  | 'point'
  | 'bullet'
  | 'sub-bullet'
  | 'paragraph'
  | 'appendix-reference'
  | 'closing'
  | 'article'
  | 'clause'
  | 'appendix-number'
  | 'appendix-title'
  | 'attachment-line'
  | 'cell'
  | 'note'
  | 'list-heading'
  // the head of the paper, and its foot
  | 'superior'
  | 'issuer'
  | 'national-name'
  | 'motto'
  | 'number'
  | 'place-date'
  | 'letter-subject'
  | 'addressee'
  | 'draft-mark'
  | 'authority'
  | 'order'
  | 'recipients-heading'
  | 'recipient'
  | 'signature-authority'
  | 'signature-title'
  | 'signature-name'

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly role: ParagraphRole
  readonly format: ParagraphFormat
  readonly runs: readonly Run[]
  /** Id of the record it is a view of (provision, task): kept in Word as a hidden bookmark, in the preview as a link back. */
  readonly sourceId?: string
  /** Of its end: where that is not there, the paragraph and the next one are one. Its words say themselves what became of them. */
  readonly change?: TrackedChange
}

/** A centred horizontal rule of a given length (under Tiêu ngữ, issuer, subject). */
export interface RuleBlock {
  readonly kind: 'rule'
  readonly length: Length
  readonly spaceBefore: Length
  readonly spaceAfter: Length
}

/**
 * Two columns side by side without borders: the head of the paper, and recipients beside the signature.
 * Blocks of one role that follow each other are the rows of one frame: no space between them (names above, number and date below on one line).
 * A row never splits over two pages.
 */
export interface SideBySideBlock {
  readonly kind: 'side-by-side'
  readonly role: 'letterhead' | 'signature'
  /** Width of the left column as a share of the text width, 0 to 1. */
  readonly leftShare: number
  readonly left: readonly (ParagraphBlock | RuleBlock)[]
  readonly right: readonly (ParagraphBlock | RuleBlock)[]
}

export interface TableCell {
  readonly columnSpan: number
  readonly rowSpan: number
  readonly verticalAlign: 'top' | 'center'
  readonly paragraphs: readonly ParagraphBlock[]
}
export interface TableRow {
  /** `field` and `subgroup` rows span the table and stay with the next row. */
  readonly kind: 'task' | 'field' | 'subgroup'
  readonly cells: readonly TableCell[]
  /** A row may split over two pages only when it would not fit one page. */
  readonly mayBreak: boolean
  readonly sourceId?: string
  /** Of the whole row; its words carry the same. */
  readonly change?: TrackedChange
}
export interface TableBlock {
  readonly kind: 'table'
  /** Column widths as shares of the text width, summing to 1. */
  readonly columnShares: readonly number[]
  /** Repeated on each page. */
  readonly headerRows: readonly { readonly cells: readonly TableCell[]; readonly change?: TrackedChange }[]
  readonly rows: readonly TableRow[]
}

export interface PageBreakBlock {
  readonly kind: 'page-break'
}

export type Block = ParagraphBlock | RuleBlock | SideBySideBlock | TableBlock | PageBreakBlock

export interface PageNumberPolicy {
  /** `hide-first`: not shown on the section's first page. Numbers restart at 1 in every section that says so. */
  readonly show: 'all' | 'hide-first' | 'none'
  readonly restart: boolean
  readonly size: Length
}

export interface Section {
  /** Stable key within the document: `body`, `decision`, `appendix-1`. */
  readonly key: string
  readonly orientation: 'portrait' | 'landscape'
  readonly paper: { readonly width: Length; readonly height: Length }
  readonly margins: { readonly top: Length; readonly bottom: Length; readonly left: Length; readonly right: Length }
  readonly pageNumbers: PageNumberPolicy
  readonly blocks: readonly Block[]
}

export interface DocumentMetadata {
  /** For the file's properties: title, and the issuing body as author. */
  readonly title: string
  readonly author: string
  /** Moment written into the file's properties, so that the same records give the same bytes. */
  readonly stamp: string
  /** "DỰ THẢO LẦN 2", for the file's properties; the builder prints it at the head of page 1 (role `draft-mark`). Null on a final paper. */
  readonly draftMark: string | null
  /** Which records the file was made of, so that it finds them again when it comes back edited; absent where nothing can be merged. */
  readonly origin?: DocumentOrigin
}

export interface DocumentOrigin {
  readonly planId: string
  /** Hash of the records as they were: the same records give the same bytes. */
  readonly contentHash: string
  readonly paper: 'plan' | 'appendix'
}

export interface OfficialDocument {
  readonly metadata: DocumentMetadata
  /** Times New Roman (decree I.I.4); the page engine and the window use the metric-compatible Tinos. */
  readonly font: string
  readonly sections: readonly Section[]
  /** Who the changes of a comparison are by, and their moment; absent on a paper without changes. */
  readonly revision?: { readonly author: string; readonly at: string }
  readonly footnoteFormat: { readonly size: Length; readonly align: 'both' | 'left'; readonly lineSpacing: number }
}
