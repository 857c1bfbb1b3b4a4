import type { PlanId } from '#shared/domain/identifier.ts'
import { carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { flushAll } from '../../lib/saving.ts'

/** Writes what is typed, then puts the offers in their places: both must speak of the same words. */
export function settleThese(planId: PlanId, settle: { readonly key: string; readonly offer: number }[]): void {
  void (async () => {
    await flushAll()
    const { settled } = await ask('leftover.settle', { planId, settle })
    showDone(words.settled(settled), { undoable: true })
  })().catch(showFailure)
}

export function keepThese(planId: PlanId, keys: string[], reason: string): void {
  void (async () => {
    await flushAll()
    await ask('leftover.keep', { planId, keys, reason })
    showDone(words.kept(keys.length), { undoable: true })
  })().catch(showFailure)
}

export function reopenThese(planId: PlanId, keys: string[]): void {
  void ask('leftover.reopen', { planId, keys }).catch(showFailure)
}
