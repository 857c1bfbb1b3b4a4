import type { Actor } from '#shared/domain/actor.ts'
import type { CitationFix } from '#shared/domain/citation-finding.ts'
import { applyFixes, applyFixesToText } from '#shared/domain/citation-fix.ts'
import { placeKey } from '#shared/domain/citing-text.ts'
import { readDeadline } from '#shared/domain/deadline-phrase.ts'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import type { Task, TaskPatch } from '#shared/domain/task.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks, updateTask } from '#main/store/repositories/task.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { editablePlan } from './plan-guard.ts'
import { withMarks, writePlanText } from './plan-text.ts'
import { patched } from './task.ts'

/**
 * Changes the words of citations where they still are those that were looked at, in sentences, footnotes and rows, as one command. Only the
 * differing words change; what was changed is marked anew. Throws `plan-not-editable`.
 */
export async function fixCitations(context: ServiceContext, actor: Actor, input: Input<'citation.fix'>): Promise<Output<'citation.fix'>> {
  return runCommand(context, actor, { command: 'citation.fix', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, input.planId)
    const fixesAt = new Map(
      [...Map.groupBy(input.fixes, ({ place }) => placeKey(place))].map(([key, placed]) => [key, placed.map(({ fix }) => fix)]),
    )
    let done = 0
    const count = <T extends { readonly done: number }>(result: T): T => {
      done += result.done
      return result
    }
    const stored = await listProvisions(trace.trx, plan.id)
    const wanted = stored.map((provision) => ({
      ...provision,
      content: fixedContent(provision.content, provision.id, fixesAt, count),
    }))
    if (done > 0) await writePlanText(trace, plan, stored, await withMarks(trace.trx, plan, stored, wanted), [])
    for (const task of await listTasks(trace.trx, plan.id)) {
      const patch = fixedCells(task, fixesAt, count)
      if (patch === null) continue
      const deadline =
        patch.phrase === undefined ? {} : { deadline: readDeadline(patch.phrase, { planYear: plan.year, issuedOn: plan.issuedOn }) }
      await updateTask(trace, patched(task, { ...patch.cells, ...deadline }, null))
    }
    return { done }
  })
}

type Counting = <T extends { readonly done: number }>(result: T) => T
type FixesAt = ReadonlyMap<string, readonly CitationFix[]>

function fixedContent(content: readonly Inline[], id: ProvisionId, fixesAt: FixesAt, count: Counting): readonly Inline[] {
  const own = fixesAt.get(id)
  const sentence = own === undefined ? content : count(applyFixes(content, own)).content
  return sentence.map((inline) => {
    const fixes = inline.kind === 'footnote' ? fixesAt.get(inline.id) : undefined
    if (inline.kind !== 'footnote' || fixes === undefined) return inline
    return { ...inline, content: count(applyFixes(inline.content, fixes)).content.filter((piece) => piece.kind === 'text') }
  })
}

/** What changes in a row's cells; null when nothing does. */
function fixedCells(task: Task, fixesAt: FixesAt, count: Counting): { readonly cells: TaskPatch; readonly phrase?: string } | null {
  const fixed = (column: string, text: string): string | null => {
    const fixes = fixesAt.get(placeKey({ kind: 'task', taskId: task.id, column }))
    if (fixes === undefined) return null
    const result = count(applyFixesToText(text, fixes))
    return result.done === 0 ? null : result.text
  }
  const content = fixed('task', task.content)
  const product = fixed('product', task.product)
  const phrase = fixed('deadline', task.deadline.phrase)
  const extra = Object.entries(task.extra).flatMap(([column, text]) => {
    const changed = fixed(column, text)
    return changed === null ? [] : [[column, changed] as const]
  })
  if (content === null && product === null && phrase === null && extra.length === 0) return null
  return {
    cells: {
      ...(content !== null && { content }),
      ...(product !== null && { product }),
      ...(extra.length > 0 && { extra: { ...task.extra, ...Object.fromEntries(extra) } }),
    },
    ...(phrase !== null && { phrase }),
  }
}

/**
 * Makes the legal bases of one paper those given, in order, as one command: they stand first in it. A basis that keeps its id keeps its
 * links; the rest of the text stays. Throws `plan-not-editable`.
 */
export async function writeLegalBases(
  context: ServiceContext,
  actor: Actor,
  { planId, area, bases }: Input<'citation.write-bases'>,
): Promise<Record<never, never>> {
  return runCommand(context, actor, { command: 'citation.write-bases', undoable: true }, async (trace) => {
    const plan = await editablePlan(trace.trx, planId)
    const stored = await listProvisions(trace.trx, plan.id)
    const isBasis = (provision: ProvisionContent): boolean => provision.area === area && provision.kind === 'legal-basis'
    const ids = new Set(stored.filter(isBasis).map(({ id }) => id))
    const own = bases
      .filter(({ content }) => content.length > 0)
      .map(({ provisionId, content }): ProvisionContent => {
        const id = provisionId !== null && ids.has(provisionId) ? provisionId : context.newId<ProvisionId>()
        return { id, area, kind: 'legal-basis', content }
      })
    const rest: readonly ProvisionContent[] = stored.filter((provision) => !isBasis(provision))
    const first = rest.findIndex((provision) => provision.area === area)
    const at = first !== -1 ? first : area === 'decision' ? 0 : rest.length
    const wanted = [...rest.slice(0, at), ...own, ...rest.slice(at)]
    await writePlanText(trace, plan, stored, await withMarks(trace.trx, plan, stored, wanted), [])
    return {}
  })
}
