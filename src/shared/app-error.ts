/**
 * The closed list of failures. A new one does not compile until `shared/text/vi/failures.ts` has worded it:
 * one sentence that says what happened, one way out.
 */
export interface AppErrorDetails {
  // the door
  'bad-input': { channel: string; problem?: string }
  'not-allowed': { command: string; role: string }
  'unexpected': { reference: string }
  'cancelled': Record<never, never>
  // the workspace
  'workspace-not-found': { folder: string }
  'workspace-not-writable': { folder: string }
  'workspace-on-network-drive': { folder: string }
  'workspace-in-synced-folder': { folder: string; service: string }
  'workspace-from-newer-program': { folder: string; found: string }
  'workspace-damaged': { folder: string }
  'workspace-locked': { folder: string }
  'workspace-not-set-up': Record<never, never>
  'disk-full': { folder: string }
  'backup-not-valid': { file: string }
  // records
  'record-not-found': { noun: string; id: string }
  'record-changed-meanwhile': { noun: string; id: string; by: string }
  'record-in-use': { noun: string; name: string; usedBy: string }
  'nothing-to-undo': Record<never, never>
  'nothing-to-redo': Record<never, never>
  'undo-blocked': { command: string; by: string }
  'undo-barrier': { command: string }
  // plans
  'plan-not-editable': { status: string }
  'plan-move-not-allowed': { from: string; to: string }
  'merge-read-again': Record<never, never>
  'returned-file-of-other-plan': { file: string }
  'plan-not-found-for-year': { year: number }
  'year-fits-several-plans': { year: number; plans: readonly string[] }
  'clone-year-not-later': { from: number; to: number }
  'leftovers-open': { count: number }
  'reason-missing': { count: number }
  'issue-data-missing': { missing: readonly string[] }
  'document-number-taken': { symbol: string; number: string; year: number }
  'task-without-lead': { count: number }
  'agency-not-active': { name: string; on: string; successor: string | null }
  // the year
  'assignment-ended': { on: string }
  'urging-rows-settled': { count: number }
  'urging-letter-sent': { number: string }
  'standing-agency-not-set': Record<never, never>
  'urging-letter-not-sent': Record<never, never>
  'saved-view-name-taken': { name: string }
  'progress-in-future': { on: string }
  'progress-needs-evidence': Record<never, never>
  'progress-needs-document': Record<never, never>
  'progress-corrects-another': Record<never, never>
  'event-needs-document': Record<never, never>
  'event-nothing-to-resume': { on: string }
  'event-corrects-another': Record<never, never>
  'lead-already': { name: string }
  'given-task-spoken-of': Record<never, never>
  'extension-not-later': { old: string; new: string }
  'agency-not-found': { name: string }
  'form-read-again': Record<never, never>
  'forms-refused': { count: number }
  'agency-change-in-future': { on: string }
  'agency-change-numbers': { kind: 'merge' | 'split' | 'rename' | 'dissolve' }
  'agency-not-there': { name: string; on: string }
  'standing-agency-missing': Record<never, never>
  'reassignment-too-early': { on: string }
  'share-not-waiting': Record<never, never>
  'agency-change-needs-document': Record<never, never>
  'reassignment-needs-reason': { count: number }
  // files in
  'file-not-found': { file: string }
  'file-empty': { file: string }
  'file-truncated': { file: string }
  'file-encrypted': { file: string }
  'file-old-word': { file: string }
  'file-old-excel': { file: string }
  'file-is-pdf': { file: string }
  'file-too-large': { file: string; megabytes: number }
  'file-hostile': { file: string; problem: 'zip-bomb' | 'external-entity' | 'path' }
  'file-old-font-encoding': { file: string; encoding: string }
  'file-not-what-it-says': { file: string; expected: string }
  'file-without-plan': { file: string }
  'file-without-table': { file: string }
  'file-secret': { file: string }
  // hand-over
  'handed-over': { to: string; on: string; title: string }
  'sent-back': { to: string; on: string; title: string }
  'plan-text-unsaved': { title: string }
  'plan-secret': { title: string }
  'pack-too-large': { megabytes: number }
  'pack-passphrase-wrong': { file: string }
  'pack-not-valid': { file: string; problem: string }
  'pack-from-newer-program': { file: string; found: string }
  'pack-not-usable': { verdict: string }
  // files out
  'file-open-elsewhere': { file: string; suggestion: string }
  'file-not-writable': { file: string }
  'file-exists': { file: string }
  'file-without-program': { file: string }
  'pages-failed': { problem: string }
}

export type AppErrorCode = keyof AppErrorDetails

/** A failure that a person can understand and act on. Everything else thrown is a defect and becomes `unexpected` at the door. */
export class AppError<C extends AppErrorCode = AppErrorCode> extends Error {
  readonly code: C
  readonly details: AppErrorDetails[C]
  constructor(code: C, details: AppErrorDetails[C], options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** A failure as it travels over a channel: one member a code. */
export type Failure = {
  readonly [C in AppErrorCode]: { readonly ok: false; readonly code: C; readonly details: AppErrorDetails[C] }
}[AppErrorCode]

/** The answer to every call. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure
