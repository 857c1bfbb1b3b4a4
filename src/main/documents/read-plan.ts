import { AppError } from '#shared/app-error.ts'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { requireReadableKind } from './file-kind.ts'
import { formatNames } from './open-package.ts'
import type { DocumentJob } from './document-job.ts'

export interface PlanFileInput {
  /** Name of the file as shown to a person. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Year the person already chose, or null: read from the text. */
  readonly year: number | null
}

/** Reads a plan from a file's bytes: Word, or text in any of the usual encodings. */
export const readPlanFile: DocumentJob<PlanFileInput, PlanDraft> = (input) => {
  requireReadableKind(input.bytes, input.file, formatNames.docx)
  throw new AppError('file-without-plan', { file: input.file })
}

export interface PlanPasteInput {
  readonly text: string
  readonly html: string | null
  readonly year: number | null
}

/** Reads a plan from the clipboard. */
export const readPlanPaste: DocumentJob<PlanPasteInput, PlanDraft> = () => {
  throw new AppError('file-without-plan', { file: '' })
}
