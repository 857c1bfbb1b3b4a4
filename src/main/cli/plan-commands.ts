import type { Command } from 'commander'
import { carryOverText, sayLeftover, sayPlace, sayReason } from '#shared/text/vi/carry-over.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import type { ListedLeftover } from '#shared/domain/carry-over.ts'
import { readLeftovers } from '#main/services/leftover.ts'
import { clonePlan } from '#main/services/new-year.ts'
import { findPlan } from '#main/services/plan.ts'
import { addMergeCommand } from './merge-commands.ts'
import { addCommand, addGroup, answer, choiceOf, withPlan, yearOf, type Common, type PlanOptions } from './options.ts'
import { toRead, toWrite } from './sessions.ts'
import type { World } from './world.ts'

/** The group `plan`: what is done with a whole plan. */
export function addPlanCommands(program: Command, world: World): void {
  const plan = addGroup(program, 'plan', words.commands.plan)

  addCommand(plan, 'clone', words.commands.planClone)
    .requiredOption('--from <YEAR>', words.options.from)
    .requiredOption('--to <YEAR>', words.options.to)
    .option('--plan <ID>', words.options.plan)
    .action(async (options: Common & { from: string; to: string; plan?: string }) => {
      const year = yearOf(options.from, '--from')
      const toYear = yearOf(options.to, '--to')
      const made = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const from = await findPlan(context.db, { planId: options.plan ?? null, year })
        const draft = await clonePlan(context, actor, { fromPlanId: from.id, toYear })
        return {
          plan: { id: draft.id, year: draft.year, subject: draft.subject },
          ...flagFacts((await readLeftovers(context, { planId: draft.id })).items),
        }
      })
      answer(world, options, made, () => [words.planCloned(made.plan.id, made.plan.year), ...sayFlags(made)])
    })

  withPlan(addCommand(plan, 'flags', words.commands.planFlags)).action(async (options: PlanOptions) => {
    const facts = await toRead(world, options.workspace ?? null, async ({ context }) => {
      const { items } = await readLeftovers(context, { planId: (await findPlan(context.db, choiceOf(options))).id })
      return flagFacts(items)
    })
    answer(world, options, facts, () => sayFlags(facts))
  })

  addMergeCommand(plan, world)
}

/** What `plan flags --json` prints: shapes that scripts rely on. */
interface FlagFacts {
  readonly open: number
  readonly red: number
  readonly done: number
  readonly kept: number
  readonly flags: readonly {
    readonly kind: string
    readonly severity: string
    readonly state: string
    readonly place: string
    readonly words: string
    readonly excerpt: string
    readonly why: string
    readonly offers: readonly string[]
    readonly reason: string | null
    readonly places: number
    readonly line: string
  }[]
}

function flagFacts(items: readonly ListedLeftover[]): FlagFacts {
  const count = (wanted: (item: ListedLeftover) => boolean): number => items.filter(wanted).length
  return {
    open: count(({ state }) => state === 'open'),
    red: count(({ state, leftover }) => state === 'open' && leftover.severity === 'red'),
    done: count(({ state }) => state === 'done'),
    kept: count(({ state }) => state === 'kept'),
    flags: items.map(({ leftover, state, reason }) => {
      const [place] = leftover.places
      return {
        kind: leftover.kind,
        severity: leftover.severity,
        state,
        place: place === undefined ? '' : sayPlace(place, leftover.address),
        words: leftover.match,
        excerpt: `${leftover.before}${leftover.match}${leftover.after}`,
        why: sayReason(leftover.reason),
        offers: leftover.offers.flatMap((offer) => ('words' in offer ? [offer.words] : [])),
        reason,
        places: leftover.places.length,
        line: sayLeftover(leftover),
      }
    }),
  }
}

function sayFlags({ open, red, done, kept, flags }: FlagFacts): readonly string[] {
  const shown = flags.filter(({ state }) => state === 'open')
  return [
    words.flagsCounted(open, red, done, kept),
    ...[...Map.groupBy(shown, ({ kind }) => kind)].flatMap(([kind, ofKind]) => [
      `${carryOverText.kinds[kind as keyof typeof carryOverText.kinds]}: ${ofKind.length}`,
      ...ofKind.map(({ line }) => `  ${line}`),
    ]),
  ]
}
