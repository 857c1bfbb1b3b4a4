// Comparing two plans of 1,000 blocks and 500 rows (records paired, words, cells and order), against what cannot be done without: the `diff`
// library's comparison of words for each two sentences and each two cells that are known to belong together.
import { diffWordsWithSpace } from 'diff'
import { plainText } from '#shared/domain/inline.ts'
import { comparePlans } from '#shared/domain/plan-comparison.ts'
import { cellWords } from '#shared/domain/cell-words.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { comparePapers } from '../tests/helpers/comparison-papers.ts'
import { largePlan } from '../tests/helpers/large-plan.ts'
import { median, reportRatio } from './measure.ts'

const BLOCKS = 1000
const ROWS = 500
const ROUNDS = 5

/** The id with another beginning: the record of another plan. */
const renamed = <Id extends string>(id: Id): Id => `77${id.slice(2)}` as Id

function plan(): PlanRecords {
  const large = largePlan()
  const [appendix] = large.appendices
  if (appendix === undefined) throw new Error('the plan has an appendix')
  const provisions = Array.from({ length: BLOCKS }, (_, index) => {
    const provision = large.provisions[index % large.provisions.length]
    if (provision === undefined) throw new Error('the plan has a text')
    const round = Math.floor(index / large.provisions.length)
    const content = provision.content.map((inline) => (inline.kind === 'text' ? { ...inline, text: `${inline.text} (${index})` } : inline))
    return { ...provision, id: `${provision.id.slice(0, 4)}${round}${provision.id.slice(5)}` as typeof provision.id, content }
  })
  return {
    ...large,
    provisions,
    appendices: [appendix],
    tasks: large.tasks.filter((task) => task.appendixId === appendix.id).slice(0, ROWS),
  }
}

/** The plan with every `nth` sentence and row reworded, and one sentence in fifty elsewhere. */
function edited(records: PlanRecords, nth: number): PlanRecords {
  const reword = (text: string, index: number): string => (index % nth === 0 ? `${text.replace(' và ', ' cùng với ')} theo quy định` : text)
  const provisions = records.provisions.map((provision, index) => ({
    ...provision,
    content: provision.content.map((inline) => (inline.kind === 'text' ? { ...inline, text: reword(inline.text, index) } : inline)),
  }))
  const moved = provisions.filter((_, index) => index % 50 === 7)
  const stayed = provisions.filter((_, index) => index % 50 !== 7)
  return {
    ...records,
    provisions: [...stayed.slice(0, 400), ...moved, ...stayed.slice(400)],
    tasks: records.tasks.map((task, index) => ({ ...task, product: reword(task.product, index), content: reword(task.content, index) })),
  }
}

/** The same records under other ids and of other tasks: nothing tells which is which but their words. */
function stranger(records: PlanRecords): PlanRecords {
  return {
    ...records,
    plan: { ...records.plan, id: renamed(records.plan.id) },
    provisions: records.provisions.map((provision) => ({ ...provision, id: renamed(provision.id) })),
    appendices: records.appendices.map((appendix) => ({ ...appendix, id: renamed(appendix.id) })),
    tasks: records.tasks.map((task) => ({
      ...task,
      id: renamed(task.id),
      taskId: renamed(task.taskId),
      appendixId: renamed(task.appendixId),
    })),
  }
}

/** The texts of a plan one by one: sentences, then cells. Moved ones stand in their old order. */
function textsOf({ provisions, tasks, registry }: PlanRecords): ReadonlyMap<string, string> {
  const rows = tasks.flatMap((task) =>
    (['task', 'product', 'lead', 'coordinating', 'deadline'] as const).map(
      (key) => [`${task.id.slice(2)} ${key}`, cellWords(key, task, 1, registry)] as const,
    ),
  )
  return new Map([...provisions.map(({ id, content }) => [id.slice(2), plainText(content)] as const), ...rows])
}

/** Milliseconds of processor time: other work on the machine is not ours. */
function time(work: () => unknown): number {
  const begin = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}

const before = plan()
const cases: readonly (readonly [what: string, after: PlanRecords, aim: number])[] = [
  ['a round later, one sentence in twenty reworded', edited(before, 20), 1.5],
  ['every sentence and row reworded', edited(before, 1), 3],
  ['the same, and nothing known of the records', stranger(edited(before, 1)), 8],
]
for (const [what, after, aim] of cases) {
  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(time(() => comparePlans(before, after)))
    const [old, now] = [textsOf(before), textsOf(after)]
    plain.push(time(() => [...old].map(([key, words]) => diffWordsWithSpace(words, now.get(key) ?? ''))))
  }
  reportRatio(`${BLOCKS} blocks and ${ROWS} rows, ${what}, against bare words`, median(ours.slice(1)), median(plain.slice(1)), aim)
}
const [, ofAll] = cases
if (ofAll !== undefined) {
  const papers: number[] = []
  const plain: number[] = []
  for (let round = 0; round < 4; round += 1) {
    papers.push(time(() => comparePapers(before, ofAll[1])))
    plain.push(time(() => comparePlans(before, ofAll[1])))
  }
  reportRatio('the paper with tracked changes, against the comparison alone', median(papers.slice(1)), median(plain.slice(1)), 3)
}
