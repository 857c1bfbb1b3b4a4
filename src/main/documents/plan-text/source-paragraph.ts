import type { DraftWarning, DraftWarningCode } from '#shared/domain/draft.ts'
import type { DocxNumber } from '../docx-body.ts'
import type { Content } from './content.ts'

/** A paragraph of the source, whatever file it came from: what the forms below are told by. */
export interface SourceParagraph {
  readonly content: Content
  /** First and last line in the source, 1-based. */
  readonly lines: { readonly from: number; readonly to: number }
  /** A number that Word prints by itself; null when there is none or the file has only literal text. */
  readonly number: DocxNumber | null
  /** Level of a heading style, 0 for the highest; null for body text and for plain text. */
  readonly outlineLevel: number | null
  readonly align: 'left' | 'center' | 'right' | 'both' | null
  /** Whether all its words are bold; null in plain text. */
  readonly bold: boolean | null
  /** A row of a table that holds no tasks: words, whatever they begin with. */
  readonly isRow?: true
}

/** Collects doubts; they are put in the order of their lines at the end. */
export interface Doubts {
  readonly warn: (code: DraftWarningCode, line: number | null, excerpt: string, at?: DraftWarning['at']) => void
  readonly all: () => readonly DraftWarning[]
}

const LONGEST_EXCERPT = 120

/** A new, empty collection. */
export function collectDoubts(): Doubts {
  const warnings: DraftWarning[] = []
  return {
    warn: (code, line, excerpt, at = null) => {
      const words = excerpt.replace(/\s+/g, ' ').trim()
      warnings.push({ code, line, excerpt: words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words, at })
    },
    all: () => warnings.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  }
}
