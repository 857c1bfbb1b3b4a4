import { resolve } from 'node:path'
import type { Command } from 'commander'
import { writeMoment } from '#shared/language/day.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { mergeText, wordMergeBase, wordMergeComment, wordMergeDifference, wordMergePlace } from '#shared/text/vi/merge.ts'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeWord, readReturnedFile, type MergeReadings } from '#main/services/merge-word.ts'
import { findPlan } from '#main/services/plan.ts'
import type { Session } from '#main/services/workspace.ts'
import { addCommand, answer, choiceOf, withPlan, type PlanOptions } from './options.ts'
import { toRead, toWrite } from './sessions.ts'
import { unattended, type World } from './world.ts'

/** `plan merge-word FILE`: takes what was changed in a Word file into the plan it came from. */
export function addMergeCommand(plan: Command, world: World): void {
  withPlan(addCommand(plan, 'merge-word <FILE>', words.commands.planMergeWord))
    .option('--dry-run', words.options.dryRun)
    .option('--theirs', words.options.theirs)
    .action(async (file: string, options: PlanOptions & { dryRun?: boolean; theirs?: boolean }) => {
      const readings: MergeReadings = new Map()
      const path = resolve(world.currentFolder, file)
      const read = async ({ context }: Session): Promise<MergeReading> => {
        const { id } = await findPlan(context.db, choiceOf(options))
        return readReturnedFile(context, readings, { planId: id, path, base: 'of-file' }, unattended)
      }
      const facts = options.dryRun
        ? factsOf(await toRead(world, options.workspace ?? null, read), 0)
        : await toWrite(world, options.workspace ?? null, async (session) => {
            const reading = await read(session)
            const taken = reading.differences.filter(({ conflict }) => !conflict || options.theirs === true).map(({ id }) => id)
            const { id: planId } = await findPlan(session.context.db, choiceOf(options))
            const { applied } = await mergeWord(session.context, session.actor, readings, {
              planId,
              readingId: reading.id,
              differences: taken,
            })
            return factsOf(reading, applied)
          })
      answer(world, options, facts, () => [
        facts.against,
        ...(facts.differences.length === 0 ? [mergeText.nothing] : facts.differences.map(({ line }) => line)),
        ...facts.remarks.map(({ message, text }) => `- ${message}${text === '' ? '' : `: ${text}`}`),
        ...facts.comments.map(wordMergeComment),
        options.dryRun === true ? words.nothingWritten : words.merged(applied(facts), facts.differences.length),
      ])
    })
}

/** What `plan merge-word --json` prints: shapes that scripts rely on. */
interface MergeFacts {
  readonly file: string
  readonly base: MergeReading['base']['kind']
  readonly against: string
  readonly applied: number
  readonly conflicts: number
  readonly differences: readonly {
    readonly id: string
    readonly kind: string
    readonly place: string
    readonly before: string | null
    readonly after: string | null
    readonly conflict: boolean
    readonly sent: string | null
    readonly authors: readonly string[]
    readonly line: string
  }[]
  readonly comments: MergeReading['comments']
  readonly remarks: readonly { readonly code: string; readonly message: string; readonly text: string }[]
}

const applied = (facts: MergeFacts): number => facts.applied

function factsOf({ file, base, differences, comments, remarks }: MergeReading, count: number): MergeFacts {
  return {
    file,
    base: base.kind,
    against: wordMergeBase(base, writeMoment),
    applied: count,
    conflicts: differences.filter(({ conflict }) => conflict).length,
    differences: differences.map((difference) => ({
      id: difference.id,
      kind: difference.kind,
      place: wordMergePlace(difference.place),
      before: difference.before,
      after: difference.after,
      conflict: difference.conflict,
      sent: difference.sent,
      authors: difference.authors,
      line: wordMergeDifference(difference),
    })),
    comments,
    remarks: remarks.map(({ code, text }) => ({ code, message: mergeText.remarks[code], text })),
  }
}
