import type { Node } from '@tiptap/pm/model'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Provision, ProvisionContent } from '#shared/domain/provision.ts'
import { ask } from '../../../lib/bridge.ts'
import { showFailure } from '../../../lib/notices.tsx'
import { tellSaving } from '../../../lib/saving.ts'
import { fromDocument } from './convert.ts'
import type { Join } from './identity.ts'
import { sameText } from '#shared/domain/text-merge.ts'

/** After this pause in typing the unsaved words are kept; under steady typing at least once in `keepAtLatest`. */
const keepAfter = 350
const keepAtLatest = 950
const saveAfterIdle = 5000
/** Cut words are somewhere on the clipboard: their sentence is not taken out of the store before they could be put back. */
const cutHold = 60_000

/**
 * Writes what is typed: to the draft row within a second, as a command when a block is left or after 5 s (design.md §3). Keystrokes never wait for it.
 * One save at a time; what is typed meanwhile goes with the next.
 */
export class Autosave {
  readonly #planId: PlanId
  readonly #current: () => { readonly doc: Node; readonly caretId: string | null }
  readonly #saved: (stored: readonly Provision[]) => Promise<void>
  #settled: (() => void) | null = null
  /** The text the office has, as far as the editor knows. */
  #base: readonly ProvisionContent[]
  #joins: Join[] = []
  #dirty = false
  #saving: Promise<void> | null = null
  #keepTimer: ReturnType<typeof setTimeout> | null = null
  #keepSince: number | null = null
  #idleTimer: ReturnType<typeof setTimeout> | null = null
  #heldUntil = 0

  constructor(
    planId: PlanId,
    base: readonly ProvisionContent[],
    current: () => { readonly doc: Node; readonly caretId: string | null },
    saved: (stored: readonly Provision[]) => Promise<void>,
  ) {
    this.#saved = saved
    this.#planId = planId
    this.#base = base
    this.#current = current
  }

  get base(): readonly ProvisionContent[] {
    return this.#base
  }

  get dirty(): boolean {
    return this.#dirty
  }

  get saving(): boolean {
    return this.#saving !== null
  }

  /** Names what is called after each save, done or refused: the answer may hold what something else changed. */
  whenSettled(settled: () => void): void {
    this.#settled = settled
  }

  /** The office's text was brought into the editor. */
  rebase(base: readonly ProvisionContent[]): void {
    this.#base = base
  }

  /** Something was typed. */
  typed(joins: readonly Join[], cut: boolean): void {
    this.#joins.push(...joins)
    this.#dirty = true
    if (cut) this.#heldUntil = performance.now() + cutHold
    tellSaving('unsaved')
    this.#planKeep()
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => void this.save(), saveAfterIdle)
  }

  /** Pasted: whatever was cut is back, or will not come. */
  pasted(): void {
    this.#heldUntil = 0
  }

  #planKeep(): void {
    const now = performance.now()
    this.#keepSince ??= now
    if (this.#keepTimer !== null) clearTimeout(this.#keepTimer)
    this.#keepTimer = setTimeout(() => this.#keep(), Math.max(0, Math.min(keepAfter, this.#keepSince + keepAtLatest - now)))
  }

  #keep(): void {
    this.#keepTimer = null
    this.#keepSince = null
    if (!this.#dirty) return
    void ask('plan.keep-unsaved', { planId: this.#planId, provisions: this.text() as ProvisionContent[] }).catch(showFailure)
  }

  /** The text to write. An empty block is no sentence: it is left out, unless the caret stands in it and its words are still to come. */
  text(): readonly ProvisionContent[] {
    const { doc, caretId } = this.#current()
    return fromDocument(doc).filter((block) => block.content.length > 0 || block.id === caretId)
  }

  /** Leaving a block, or idle: writes unless a cut is still in the air. */
  async save(): Promise<void> {
    if (performance.now() >= this.#heldUntil) {
      await this.flush()
      return
    }
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => void this.save(), saveAfterIdle)
  }

  /** Ctrl+S, leaving the screen, before an undo or an issue: writes now and waits for it. A failure is shown and the words stay unsaved. */
  async flush(): Promise<void> {
    while (this.#saving !== null) await this.#saving
    if (!this.#dirty) return
    this.#saving = this.#write()
    await this.#saving
  }

  async #write(): Promise<void> {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer)
    if (this.#keepTimer !== null) clearTimeout(this.#keepTimer)
    this.#keepTimer = null
    this.#keepSince = null
    this.#heldUntil = 0
    const text = this.text()
    const joins = this.#joins
    this.#joins = []
    this.#dirty = false
    tellSaving('saving')
    try {
      if (sameText(this.#base, text)) await ask('plan.drop-unsaved', { planId: this.#planId })
      else {
        // The base is set before the answer: the change that main announces with it must not look like somebody else's.
        const before = this.#base
        this.#base = text
        try {
          const answer = await ask('plan.save-text', {
            planId: this.#planId,
            provisions: text as ProvisionContent[],
            base: before as ProvisionContent[],
            joins,
          })
          await this.#saved(answer.provisions)
        } catch (error) {
          this.#base = before
          throw error
        }
      }
      tellSaving(this.#dirty ? 'unsaved' : 'saved')
    } catch (error) {
      this.#dirty = true
      this.#joins = [...joins, ...this.#joins]
      tellSaving('unsaved')
      showFailure(error)
    } finally {
      this.#saving = null
      this.#settled?.()
    }
  }

  /** The screen is closed: timers stop. `flush` first. */
  stop(): void {
    for (const timer of [this.#keepTimer, this.#idleTimer]) if (timer !== null) clearTimeout(timer)
  }
}
