import type { Command } from 'commander'
import { Day } from '#shared/domain/identifier.ts'
import { readDay } from '#shared/language/day.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import type { PlanChoice } from './commands.ts'
import type { World } from './world.ts'

/** Wrong words on the command line: a missing option, a number that is none. */
export class WrongUse extends Error {}

export interface Common {
  readonly workspace?: string
  readonly json?: boolean
}
export interface PlanOptions extends Common {
  readonly year?: string
  readonly plan?: string
}

/** Adds a command with what every command has: where the workspace is, and an answer for machines. */
export function addCommand(parent: Command, line: string, description: string): Command {
  return parent
    .command(line)
    .description(description)
    .option('--workspace <DIR>', words.options.workspace)
    .option('--json', words.options.json)
    .helpOption('-h, --help', words.help)
    .configureHelp(help)
}

/** Adds a group of commands, such as `plan`. */
export function addGroup(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpOption('-h, --help', words.help).configureHelp(help).helpCommand(false)
}

/** The two options by which a command says which plan it speaks of. */
export function withPlan(command: Command): Command {
  return command.option('--year <N>', words.options.year).option('--plan <ID>', words.options.plan)
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': words.usage,
  'Options:': words.optionsTitle,
  'Commands:': words.commandsTitle,
  'Arguments:': words.argumentsTitle,
}
export const help = { styleTitle: (title: string): string => titles[title] ?? title }

/** The command's whole answer: JSON for machines, lines for people. */
export function answer(world: World, { json }: Common, value: unknown, lines: () => readonly string[]): void {
  world.out(json === true ? JSON.stringify(value, null, 2) : lines().join('\n'))
}

/** The plan a command's options name. */
export function choiceOf({ year, plan }: PlanOptions): PlanChoice {
  if (plan !== undefined) return { planId: plan, year: year === undefined ? null : yearOf(year) }
  if (year === undefined) throw new WrongUse(words.missing('--year'))
  return { planId: null, year: yearOf(year) }
}

/** A year of four figures. */
export function yearOf(text: string, option = '--year'): number {
  if (!/^\d{4}$/.test(text)) throw new WrongUse(words.wrongNumber(option, text))
  return Number(text)
}

/** A word that must be one of those a command takes. */
export function oneOf<const T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new WrongUse(words.wrongChoice(option, value, choices))
  return chosen
}

/** A day as people write it, or as the store does. */
export function dayOf(option: string, text: string): Day {
  const read = readDay(text) ?? (Day.safeParse(text).success ? text : null)
  if (read === null) throw new WrongUse(words.wrongDay(option, text))
  return read
}
