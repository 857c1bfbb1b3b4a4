import { z } from 'zod'
import { AppendixFileDraft, PlanDraft } from '../domain/draft.ts'
import { AgencyId, DraftRoundId, MemberId, PlanId, ProvisionId, TaskId, TaskWordingId } from '../domain/identifier.ts'
import { Plan } from '../domain/plan.ts'
import { ProvisionContent } from '../domain/provision.ts'
import { Task } from '../domain/task.ts'
import { call } from './call.ts'

const nothing = z.object({})

/** Which document, from which records; `unsaved` is the editor's text that is not written yet. */
export const DocumentRequest = z.object({
  planId: PlanId,
  what: z.enum(['plan', 'appendix', 'agency-list', 'member-table', 'leader-reading']),
  agencyId: AgencyId.nullable(),
  memberId: MemberId.nullable(),
  /** A paper copy carries number and date; the electronic original leaves them blank (decree I.III.1.c). */
  copy: z.enum(['paper', 'electronic']),
  draftRoundId: DraftRoundId.nullable(),
  unsaved: z.array(ProvisionContent).nullable(),
})
export type DocumentRequest = z.infer<typeof DocumentRequest>

/** One drawn page of the preview: SVG text of the page engine. */
export const PreviewPage = z.object({
  index: z.number().int().nonnegative(),
  widthPoints: z.number(),
  heightPoints: z.number(),
  svg: z.string(),
})
export type PreviewPage = z.infer<typeof PreviewPage>

/** Where records stand on pages, so that the preview keeps its place and a click finds its sentence. */
export const PlaceOnPage = z.object({ sourceId: z.string(), page: z.number().int().nonnegative(), topPoints: z.number() })

export const exchangeContract = {
  /** Asks for a file with the system's dialog and reads it in a worker; null when cancelled. Nothing enters the store. */
  'import.choose-plan': call(z.object({ jobId: z.uuid(), year: z.number().int().nullable() }), PlanDraft.nullable()),
  'import.read-plan-file': call(z.object({ jobId: z.uuid(), path: z.string(), year: z.number().int().nullable() }), PlanDraft),
  'import.read-plan-text': call(
    z.object({ jobId: z.uuid(), text: z.string(), html: z.string().nullable(), year: z.number().int().nullable() }),
    PlanDraft,
  ),
  'import.accept-plan': call(z.object({ draft: PlanDraft, year: z.number().int(), createFields: z.boolean() }), Plan),
  'import.choose-appendix': call(z.object({ jobId: z.uuid(), planId: PlanId }), AppendixFileDraft.nullable()),
  'import.read-appendix-file': call(z.object({ jobId: z.uuid(), planId: PlanId, path: z.string() }), AppendixFileDraft),
  'import.read-appendix-cells': call(
    z.object({ jobId: z.uuid(), planId: PlanId, text: z.string(), html: z.string().nullable() }),
    AppendixFileDraft,
  ),
  'import.accept-appendix': call(
    z.object({ planId: PlanId, draft: AppendixFileDraft, mode: z.enum(['add', 'replace']), createFields: z.boolean().optional() }),
    z.array(Task).readonly(),
  ),

  /** Lays out the document in the page worker; only the visible pages come back. `generation` lets late answers be dropped. */
  'preview.render': call(
    z.object({
      request: DocumentRequest,
      generation: z.number().int(),
      firstPage: z.number().int().nonnegative(),
      lastPage: z.number().int().nonnegative(),
    }),
    z.object({
      generation: z.number().int(),
      pageCount: z.number().int(),
      pageSizes: z.array(z.object({ widthPoints: z.number(), heightPoints: z.number() })).readonly(),
      pages: z.array(PreviewPage).readonly(),
      places: z.array(PlaceOnPage).readonly(),
    }),
  ),
  /** Saves to a file chosen with the system's dialog; null when cancelled. */
  'export.save': call(
    z.object({ jobId: z.uuid(), request: DocumentRequest, format: z.enum(['docx', 'pdf']) }),
    z.object({ file: z.string(), notices: z.array(z.string()).readonly() }).nullable(),
  ),
  /** Makes the PDF and opens it in the office's own reader, to be printed there. */
  'export.print': call(z.object({ jobId: z.uuid(), request: DocumentRequest }), z.object({ file: z.string() })),
  'export.show-in-folder': call(z.object({ file: z.string() }), nothing),
  /** Puts HTML and text built from the blocks on the clipboard. */
  'clipboard.copy': call(
    z.object({
      planId: PlanId,
      selection: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('provisions'), ids: z.array(ProvisionId) }),
        z.object({ kind: z.literal('tasks'), ids: z.array(TaskWordingId) }),
      ]),
    }),
    nothing,
  ),
  /** Search without accents over plans, sentences, tasks, agencies, members, documents. */
  'search.everything': call(
    z.object({ text: z.string(), limit: z.number().int().min(1).max(100) }),
    z
      .array(
        z.object({
          noun: z.enum([
            'programme',
            'goal',
            'plan',
            'provision',
            'task',
            'given-task',
            'agency',
            'member',
            'document',
            'cited-document',
            'progress',
            'evidence',
          ]),
          id: z.string(),
          planId: PlanId.nullable(),
          /** The followed task that it is or is said of, and the year whose register it stands in. */
          task: z.object({ taskId: TaskId, year: z.number().int() }).nullable(),
          title: z.string(),
          context: z.string(),
        }),
      )
      .readonly(),
  ),
}
