import type { PlanRecords } from '#shared/document/plan-document.ts'
import { samplePlan } from './sample-plan.ts'

/** The id with another number at its end. */
function numbered<Id extends string>(id: Id, number: number): Id {
  return (id.slice(0, -12) + number.toString(16).padStart(12, '0')) as Id
}

/** A plan of as many sentences and rows out of the sample's own words; no two sentences or rows say quite the same. */
export function planOfSize(sentences: number, rows: number): PlanRecords {
  const sample = samplePlan()
  const [opening, ...rest] = sample.provisions
  if (opening === undefined) throw new Error('the sample has no text')
  return {
    ...sample,
    provisions: Array.from({ length: sentences }, (_, index) => {
      const source = index === 0 ? opening : (rest[(index - 1) % rest.length] ?? opening)
      const round = Math.floor(index / rest.length)
      return {
        ...source,
        id: numbered(source.id, 0x10000 + index),
        content:
          source.kind === 'section' || source.kind === 'heading'
            ? source.content
            : [
                { kind: 'text' as const, text: `Đợt ${round}, việc ${index}: ` },
                ...source.content.filter(({ kind }) => kind !== 'footnote'),
              ],
      }
    }),
    tasks: Array.from({ length: rows }, (_, index) => {
      const source = sample.tasks[index % sample.tasks.length]
      if (source === undefined) throw new Error('the sample has no tasks')
      return {
        ...source,
        id: numbered(source.id, 0x20000 + index),
        content: `${source.content} (đợt ${Math.floor(index / sample.tasks.length)}, việc ${index})`,
        position: `a${String(index).padStart(4, '0')}`,
      }
    }),
  }
}
