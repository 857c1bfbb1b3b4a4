import { AppError, type AppErrorDetails } from '#shared/app-error.ts'
import { waysOut, type CodeWithWay } from '#shared/text/vi/ways-out.ts'
import { queryClient } from './queries.ts'

/** A button beside a failure. */
export interface WayOut {
  readonly label: string
  readonly run: () => void
}

/** Where each is mended: an address of the window, or an act. `plan` is the address of the plan on the screen, or of the list. */
const places: { readonly [C in CodeWithWay]: (details: AppErrorDetails[C], plan: string) => string | (() => void) } = {
  'not-allowed': () => '/cai-dat?the=nguoi-dung',
  'record-not-found': () => readAgain,
  'record-changed-meanwhile': () => readAgain,
  'nothing-to-undo': () => '/cai-dat?the=nhat-ky',
  'nothing-to-redo': () => '/cai-dat?the=nhat-ky',
  'undo-blocked': () => '/cai-dat?the=nhat-ky',
  'undo-barrier': (_, plan) => `${plan}/ban-hanh`,
  'plan-not-editable': (_, plan) => `${plan}/ban-hanh`,
  'plan-move-not-allowed': (_, plan) => `${plan}/ban-hanh`,
  'issue-data-missing': (_, plan) => `${plan}/thong-tin`,
  'task-without-lead': (_, plan) => `${plan}/phu-luc?khung=do-phu`,
  'plan-not-found-for-year': () => '/nhap',
  'document-number-taken': () => '/van-ban',
  'agency-not-active': ({ name }) => `/don-vi?het=1&tim=${encodeURIComponent(name)}`,
  'agency-not-found': ({ name }) => `/don-vi?tim=${encodeURIComponent(name)}`,
  'handed-over': () => '/cai-dat?the=du-lieu',
  'sent-back': () => '/cai-dat?the=du-lieu',
}

function readAgain(): void {
  void queryClient.invalidateQueries()
}

function hasWay(code: string): code is CodeWithWay {
  return Object.hasOwn(waysOut, code)
}

/** The way out of a failure as a button, where it lies in this window; null where words alone can tell it (a file to be saved anew in Word). */
export function wayOutOf(error: unknown, address = location.hash): WayOut | null {
  if (!(error instanceof AppError) || !hasWay(error.code)) return null
  const plan = /^#(\/ke-hoach\/[^/?]+)/.exec(address)?.[1]
  // The details belong to the code; the compiler loses the pair through the table.
  const place = (places[error.code] as (details: unknown, plan: string) => string | (() => void))(error.details, plan ?? '/ke-hoach')
  if (typeof place !== 'string') return { label: waysOut[error.code], run: place }
  // A part of a plan is no address without the plan.
  const target = plan === undefined && place.startsWith('/ke-hoach/') ? '/ke-hoach' : place
  return { label: waysOut[error.code], run: () => location.assign(`#${target}`) }
}
