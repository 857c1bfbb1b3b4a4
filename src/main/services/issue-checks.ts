import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { inactiveAgencies, successorsOf } from '#shared/domain/coverage-rules.ts'
import type { Day, ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { outlinePlan, taskSentences } from '#shared/domain/provision-tree.ts'
import type { Provision } from '#shared/domain/provision.ts'
import type { Appendix, Task } from '#shared/domain/task.ts'
import { bareYears } from '#shared/language/year-words.ts'
import { writeDay } from '#shared/language/day.ts'
import { sayLeftover } from '#shared/text/vi/carry-over.ts'
import { issueChecksText as words } from '#shared/text/vi/issue-checks.ts'
import { planText } from '#shared/text/vi/plan.ts'

/** Something to settle, or at least to know, before a plan leaves the office. */
export interface IssueProblem {
  readonly code: string
  /** Issuing is refused while it lasts. */
  readonly blocking: boolean
  readonly text: string
  readonly taskId: TaskWordingId | null
  readonly provisionId: ProvisionId | null
}

export interface IssueRecords {
  readonly plan: Plan
  readonly provisions: readonly Provision[]
  readonly tasks: readonly Task[]
  readonly appendices: readonly Pick<Appendix, 'title'>[]
  readonly registry: AgencyRegistry
  readonly hasUnsavedText: boolean
  /** What is left of the plan it was made from, neither settled nor kept. */
  readonly leftovers: readonly Leftover[]
}

/** Parts of the paper that only a form can fill and that are still empty, as words for a sentence. */
export function missingData(plan: Plan, provisions: readonly Provision[]): readonly string[] {
  return [
    ...(provisions.length === 0 ? [words.text] : []),
    ...(plan.subject.trim() === '' ? [words.subject] : []),
    ...(plan.symbol.trim() === '' ? [words.symbol] : []),
    ...(plan.letterhead.place.trim() === '' ? [words.place] : []),
    ...(plan.recipients.length === 0 ? [words.recipients] : []),
    ...(plan.signature.authority.length === 0 && plan.signature.title.trim() === '' ? [words.signature] : []),
  ]
}

/** Words of the paper that name a year, and never the plan's own: what is left of last year's plan when it is carried over. */
function yearProblems({ plan, provisions, appendices, leftovers }: IssueRecords): readonly IssueProblem[] {
  // Each place is told by itself then, with its replacement.
  if (leftovers.some(({ kind }) => kind === 'year')) return []
  const openings = provisions.filter(({ kind, area }) => kind === 'opening' && area === 'body')
  const places = [
    { code: 'year-in-subject', where: words.inSubject, text: plan.subject, provisionId: null },
    ...appendices.map(({ title }) => ({ code: 'year-in-appendix', where: words.inAppendixTitle, text: title, provisionId: null })),
    ...openings.map(({ id, content }) => ({
      code: 'year-in-opening',
      where: words.inOpening,
      text: plainText(content),
      provisionId: id,
    })),
  ]
  return places.flatMap(({ code, where, text, provisionId }) => {
    const years = bareYears(text)
    const last = years.at(-1)
    return last === undefined || years.includes(plan.year)
      ? []
      : [{ code, blocking: false, text: words.otherYear(where, last, plan.year), taskId: null, provisionId }]
  })
}

/** What is left of the old plan: red ones stop the issue, the others are one reminder a kind. */
function leftoverProblems(leftovers: readonly Leftover[]): readonly IssueProblem[] {
  return leftovers.flatMap((leftover): readonly IssueProblem[] => {
    const [place] = leftover.places
    if (place === undefined) return []
    // A body that leads or helps and is gone is told of its row above, and no reason lets it pass.
    if (leftover.kind === 'agency' && place.where === 'task') return []
    return [
      {
        code: `leftover-${leftover.kind}`,
        blocking: leftover.severity === 'red',
        text: sayLeftover(leftover),
        taskId: place.where === 'task' ? place.taskId : null,
        provisionId: place.where === 'provision' ? place.provisionId : null,
      },
    ]
  })
}

/**
 * Everything that stands in the way of issuing a plan or would be seen on the paper: another year's words first, for nothing else would be
 * as plain on every copy, then blocking problems. `on` is the day the agencies count.
 */
export function issueProblems(records: IssueRecords, on: Day): readonly IssueProblem[] {
  const { plan, provisions, tasks, registry, hasUnsavedText } = records
  const outline = outlinePlan(provisions)
  const linked = new Set(tasks.flatMap((task) => task.provisionIds))
  const nameOf = new Map(registry.agencies.map((agency) => [agency.id, agency.name]))
  const refersToAppendix = provisions.some((provision) => provision.kind === 'appendix-reference')
  const problem = (
    code: string,
    blocking: boolean,
    text: string,
    place: Partial<Pick<IssueProblem, 'taskId' | 'provisionId'>> = {},
  ): IssueProblem => ({
    code,
    blocking,
    text,
    taskId: null,
    provisionId: null,
    ...place,
  })
  const problems: readonly IssueProblem[] = [
    ...leftoverProblems(records.leftovers),
    ...(plan.status === 'signed-awaiting-number' ? [] : [problem('status', true, words.status(planText.status[plan.status]))]),
    ...(hasUnsavedText ? [problem('unsaved', true, words.unsaved)] : []),
    ...missingData(plan, provisions).map((what) => problem('issue-data-missing', true, words.missing(what))),
    ...tasks.flatMap((task) => {
      const place = { taskId: task.id }
      return [
        ...(task.content.trim() === '' ? [problem('task-without-content', true, words.withoutContent, place)] : []),
        ...(task.leads.length === 0 ? [problem('task-without-lead', true, words.withoutLead(task.content), place)] : []),
        ...inactiveAgencies(task, registry, on).map((agencyId) => {
          const successors = successorsOf(agencyId, registry, on).map((id) => nameOf.get(id) ?? '')
          return problem(
            'agency-not-active',
            true,
            words.inactive(task.content, nameOf.get(agencyId) ?? '', writeDay(on), successors.join(', ')),
            place,
          )
        }),
        ...[...task.leads, ...task.coordinating].flatMap((party) =>
          party.kind === 'words' ? [problem('party-not-recognised', false, words.unrecognised(task.content, party.words), place)] : [],
        ),
        ...(task.product.trim() === '' ? [problem('task-without-product', false, words.withoutProduct(task.content), place)] : []),
        ...(task.deadline.phrase.trim() === ''
          ? [problem('task-without-deadline', false, words.withoutDeadline(task.content), place)]
          : []),
      ]
    }),
    ...provisions.flatMap((provision, index) =>
      plainText(provision.content).trim() === ''
        ? [problem('provision-empty', false, words.emptyProvision(outline.numbers[index]?.address ?? ''), { provisionId: provision.id })]
        : [],
    ),
    ...taskSentences(outline)
      .filter(({ block }) => tasks.length > 0 && !linked.has(block.id))
      .map(({ block, address }) => problem('provision-without-task', false, words.withoutTask(address), { provisionId: block.id })),
    ...(tasks.length > 0 && !refersToAppendix ? [problem('appendix-not-referenced', false, words.appendixNotReferenced)] : []),
    ...(tasks.length === 0 && refersToAppendix ? [problem('appendix-empty', false, words.appendixEmpty)] : []),
  ]
  return [...yearProblems(records), ...problems.toSorted((one, other) => Number(other.blocking) - Number(one.blocking))]
}
