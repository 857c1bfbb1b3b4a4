import type { HandOver } from '#shared/domain/hand-over.ts'
import type { Plan } from '#shared/domain/plan.ts'

/** A pack that is to leave; `plan` null: the whole workspace. */
export type GiveRequest =
  | { readonly kind: 'give'; readonly plan: Pick<Plan, 'id' | 'subject'> | null }
  | { readonly kind: 'send-back' | 'again'; readonly handOver: HandOver }

/** What a screen may ask of the hand-over dialogs, which stand beside all screens. */
export type HandOverRequest =
  | GiveRequest
  | { readonly kind: 'reclaim' | 'log'; readonly handOver: HandOver }
  /** `path` null: the file is chosen first. */
  | { readonly kind: 'open'; readonly path: string | null }

let answerer: ((request: HandOverRequest) => void) | null = null

/** Asks for a dialog; a feature never imports another, so that screens of plans and settings ask here. */
export function requestHandOver(request: HandOverRequest): void {
  answerer?.(request)
}

/** The one place that shows the dialogs; the answer takes it away. */
export function onHandOverRequest(answer: (request: HandOverRequest) => void): () => void {
  answerer = answer
  return () => {
    if (answerer === answer) answerer = null
  }
}
