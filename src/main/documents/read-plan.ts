import { AppError } from '#shared/app-error.ts'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { pastedText } from '#shared/text/vi/import.ts'
import type { DocumentJob } from './document-job.ts'
import { requireReadableKind } from './file-kind.ts'
import { formatNames, openPackage } from './open-package.ts'
import { decodeText } from './plan-text/decode-text.ts'
import { readAppendicesOfDocx } from './read-appendix.ts'
import { readPlanDocx } from './read-plan-docx.ts'
import { readPlanHtml } from './read-plan-html.ts'
import { readPlanText } from './read-plan-text.ts'

export interface PlanFileInput {
  /** Name of the file as shown to a person. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Year the person already chose, or null: read from the text. */
  readonly year: number | null
  /** What the names in the plan's own appendix are read against. */
  readonly registry: AgencyRegistry
}

/**
 * Reads a plan from a file's bytes, whatever its name: Word, or text in any of the usual encodings, or a saved page.
 * Throws what `openPackage`, `decodeText` and the readers throw; nothing but AppErrors comes of a bad file.
 */
export const readPlanFile: DocumentJob<PlanFileInput, PlanDraft> = ({ file, bytes, year, registry }, tellProgress) => {
  const kind = requireReadableKind(bytes, file, formatNames.docx)
  if (kind !== 'zip') {
    // A text that calls itself a Word file was damaged on its way: what is left of it is no plan.
    if (/\.(?:docx|docm|xlsx)$/i.test(file)) throw new AppError('file-not-what-it-says', { file, expected: formatNames.docx })
    const { text, doubtful } = decodeText(bytes, file)
    if (kind === 'html') return readPlanHtml({ html: text, file, format: 'txt', year }, tellProgress)
    return readPlanText({ text, file, format: 'txt', year, doubtful }, tellProgress)
  }
  const source = openPackage(bytes, file, 'docx')
  return readPlanDocx(
    source,
    year,
    (body, { planYear, issuedOn }) => readAppendicesOfDocx(body, { registry, asOf: issuedOn ?? `${planYear}-01-01`, planYear, issuedOn }),
    tellProgress,
  )
}

export interface PlanPasteInput {
  readonly text: string
  readonly html: string | null
  readonly year: number | null
}

/** Reads a plan from the clipboard: its HTML when that holds paragraphs, else its text. Throws as `readPlanFile`. */
export const readPlanPaste: DocumentJob<PlanPasteInput, PlanDraft> = ({ text, html, year }, tellProgress) => {
  if (html !== null && /<(?:p|li|h[1-6]|td)[\s>]/i.test(html))
    return readPlanHtml({ html, file: pastedText, format: 'pasted-html', year }, tellProgress)
  return readPlanText({ text, file: pastedText, format: 'pasted-text', year, doubtful: false }, tellProgress)
}
