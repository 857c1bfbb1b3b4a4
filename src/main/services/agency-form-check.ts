import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AgencyForm, AgencyFormRow } from '#shared/domain/agency-form.ts'
import type { FormAnswer } from '#shared/domain/agency-form-answer.ts'
import { canonicalJson } from '#main/store/json.ts'

/** A key for one form. It signs its rows, and never leaves the workspace. */
export function newFormKey(): string {
  return randomBytes(32).toString('hex')
}

/**
 * Signs a row's ids: whoever changes one of them, or takes a row over from another form, cannot make the check that fits. 64 bits: it is compared
 * here alone, and each try is a file that a person reads.
 */
export function checkOf(
  { id, key }: Pick<AgencyForm, 'id' | 'key'>,
  { assignmentId, due }: Pick<AgencyFormRow, 'assignmentId' | 'due'>,
): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([id, assignmentId, due]))
    .digest('hex')
    .slice(0, 16)
}

export function checkFits(form: Pick<AgencyForm, 'id' | 'key'>, row: Pick<AgencyFormRow, 'assignmentId' | 'due'>, check: string): boolean {
  const [wanted, found] = [Buffer.from(checkOf(form, row)), Buffer.from(check.trim().toLowerCase())]
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

/** A digest of what a row says: the same words again are known by it. */
export function digestOf(answer: FormAnswer): string {
  return createHash('sha256').update(canonicalJson(answer)).digest('hex')
}
