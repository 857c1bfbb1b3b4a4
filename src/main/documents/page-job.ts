import type { OfficialDocument } from '#shared/document/blocks.ts'
import type { AppErrorCode, AppErrorDetails } from '#shared/app-error.ts'
import type { LaidOut, PagesPdf } from './page-engine.ts'

/** What the page worker can be asked, as it travels to the thread. */
export type PageJob =
  | { readonly kind: 'warm-up' }
  | { readonly kind: 'render'; readonly document: OfficialDocument; readonly firstPage: number; readonly lastPage: number }
  | { readonly kind: 'pdf'; readonly document: OfficialDocument }

export interface PageJobValues {
  readonly 'warm-up': null
  readonly 'render': LaidOut
  readonly 'pdf': PagesPdf
}

/** What comes back; `memoryBytes` is what the thread's engine holds by then. */
export type PageAnswer =
  | { readonly ok: true; readonly value: PageJobValues[PageJob['kind']]; readonly memoryBytes: number }
  | { readonly ok: false; readonly code: AppErrorCode; readonly details: AppErrorDetails[AppErrorCode] }
