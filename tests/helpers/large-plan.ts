import type { PlanRecords } from '#shared/document/plan-document.ts'
import { samplePlan } from './sample-plan.ts'

/** The id with another number at its end. */
function numbered<Id extends string>(id: Id, number: number): Id {
  return (id.slice(0, -12) + number.toString(16).padStart(12, '0')) as Id
}

/** A plan of about forty pages with three appendices of 500 rows, out of the sample's own words. */
export function largePlan(): PlanRecords {
  const sample = samplePlan()
  const [opening, ...rest] = sample.provisions
  const [appendix] = sample.appendices
  if (opening === undefined || appendix === undefined) throw new Error('the sample has no text or no appendix')
  const appendices = [1, 2, 3].map((ordinal) => ({ ...appendix, id: numbered(appendix.id, ordinal) }))
  return {
    ...sample,
    provisions: [opening, ...Array.from({ length: 5 }, () => rest).flat()].map((provision, index) => ({
      ...provision,
      id: numbered(provision.id, 0x10000 + index),
    })),
    appendices,
    tasks: appendices.flatMap(({ id: appendixId }, ordinal) =>
      Array.from({ length: 12 }, () => sample.tasks)
        .flat()
        .slice(0, 500)
        .map((task, row) => ({
          ...task,
          id: numbered(task.id, 0x20000 + ordinal * 1000 + row),
          appendixId,
          position: `a${String(row).padStart(4, '0')}`,
        })),
    ),
  }
}
