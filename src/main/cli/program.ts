import { Command, CommanderError } from 'commander'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { failures } from '#shared/text/vi/failures.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { backUp, coverageOf, exportPaper, importAppendix, importPlan, listPlansOf, listTasksOf, makeSample } from './commands.ts'
import { addAgencyFormCommands } from './agency-form-commands.ts'
import { addAgencyCommands } from './agency-commands.ts'
import { addCitationCommands } from './citation-commands.ts'
import { addCompareCommand } from './compare-command.ts'
import { addExtensionCommands, addProgressCommands } from './progress-commands.ts'
import { sayRegister, withStatus, type RegisterOptions } from './register-commands.ts'
import { addHandOverCommands } from './hand-over-commands.ts'
import { addRemindCommand } from './remind-command.ts'
import { addPlanCommands } from './plan-commands.ts'
import { addCommand, answer, choiceOf, help, oneOf, withPlan, WrongUse, yearOf, type Common, type PlanOptions } from './options.ts'
import { sayAppendixFacts, sayCoverage, sayPlanFacts, sayRows, wordAppError, type WordedFailure } from './say.ts'
import type { World } from './world.ts'

const papers = ['plan', 'appendix', 'agency-list', 'member-table', 'leader-reading'] as const
const formats = ['docx', 'pdf'] as const
const copies = ['paper', 'electronic'] as const

/**
 * Runs one command line. Gives the exit code: 0 when it was done, 1 when the work failed, 2 when the words were wrong. A failure is one
 * sentence and one way out on standard error, under `--json` as `{"error": {code, message, wayOut}}`.
 */
export async function runCommandLine(world: World, commandWords: readonly string[], version: string): Promise<number> {
  const json = commandWords.includes('--json')
  const fail = (failure: WordedFailure, code: number): number => {
    world.err(json ? JSON.stringify({ error: failure }) : words.failed(failure.message, failure.wayOut))
    return code
  }
  try {
    await buildProgram(world, version).parseAsync([...commandWords], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof CommanderError || error instanceof WrongUse) {
      const problem = error instanceof WrongUse ? error.message : problemOf(error)
      return fail({ code: 'wrong-use', message: words.wrongUse(problem), wayOut: words.wrongUseWayOut }, 2)
    }
    const failure = wordAppError(error)
    if (failure !== null) return fail(failure, 1)
    // A defect: the stack is what the person who mends it needs.
    world.err(String(error instanceof Error ? error.stack : error))
    return fail({ code: 'unexpected', message: failures.unexpected.says({ reference: 'cchc' }), wayOut: failures.unexpected.wayOut }, 1)
  }
}

/** What Commander found wrong, in our words; the names of options speak for themselves. */
function problemOf({ code, message }: CommanderError): string {
  const named = /'([^']+)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.missingMandatoryOptionValue':
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
      return words.missing(named)
    case 'commander.unknownOption':
      return words.unknownOption(named)
    case 'commander.unknownCommand':
    case 'commander.help':
      return words.unknownCommand(named)
    case 'commander.excessArguments':
      return words.excessArguments
    default:
      return message.replace(/^error: /, '')
  }
}

function buildProgram(world: World, version: string): Command {
  const program = new Command('cchc')
    .description(words.description)
    .version(version, '-V, --version', words.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: () => undefined })
  const add = (line: string, description: string): Command => addCommand(program, line, description)

  add('import-plan <FILE>', words.commands.importPlan)
    .option('--year <N>', words.options.year)
    .option('--dry-run', words.options.dryRun)
    .option('--no-create-fields', words.options.createFields)
    .action(async (file: string, options: Common & { year?: string; dryRun?: boolean; createFields: boolean }) => {
      const { facts, written, yearMissing, againstSample } = await importPlan(world, options.workspace ?? null, {
        file,
        year: options.year === undefined ? null : yearOf(options.year),
        dryRun: options.dryRun === true,
        createFields: options.createFields,
      })
      if (yearMissing) throw new WrongUse(words.missing('--year'))
      if (againstSample) world.err(words.sampleRegistry)
      answer(world, options, written === null ? facts : { ...facts, plan: { id: written.id, year: written.year } }, () => [
        ...sayPlanFacts(facts),
        written === null ? words.nothingWritten : words.planAccepted(written.id, written.year),
      ])
    })

  withPlan(add('import-appendix <FILE>', words.commands.importAppendix))
    .option('--dry-run', words.options.dryRun)
    .option('--replace', words.options.replace)
    .option('--no-create-fields', words.options.createFields)
    .action(async (file: string, options: PlanOptions & { dryRun?: boolean; replace?: boolean; createFields: boolean }) => {
      const { rows, warnings, againstSample } = await importAppendix(world, options.workspace ?? null, {
        ...choiceOf(options),
        file,
        dryRun: options.dryRun === true,
        replace: options.replace === true,
        createFields: options.createFields,
      })
      if (againstSample) world.err(words.sampleRegistry)
      answer(world, options, { rows, warnings }, () => [
        ...sayAppendixFacts({ rows, warnings }),
        options.dryRun === true ? words.nothingWritten : words.appendixAccepted(rows.length),
      ])
    })

  const tasks = withStatus(withPlan(add('tasks', words.commands.tasks)))
  tasks.action(async (options: PlanOptions & RegisterOptions & { status?: boolean }) => {
    if (options.status === true) return sayRegister(world, options)
    const rows = await listTasksOf(world, options.workspace ?? null, choiceOf(options))
    answer(world, options, { rows }, () => sayRows(rows))
    return undefined
  })
  addProgressCommands(program, world)
  addExtensionCommands(program, world)
  addAgencyCommands(program, world)
  addRemindCommand(program, world)
  addAgencyFormCommands(program, world)

  withPlan(add('coverage', words.commands.coverage)).action(async (options: PlanOptions) => {
    const coverage = await coverageOf(world, options.workspace ?? null, choiceOf(options))
    answer(world, options, coverage, () => sayCoverage(coverage))
  })

  withPlan(add('export', words.commands.export))
    .requiredOption('--what <PAPER>', words.options.what)
    .option('--agency <NAME>', words.options.agency)
    .option('--member <NAME>', words.options.member)
    .requiredOption('--format <FORMAT>', words.options.format)
    .requiredOption('--out <FILE>', words.options.out)
    .option('--copy <COPY>', words.options.copy)
    .action(
      async (options: PlanOptions & { what: string; agency?: string; member?: string; format: string; out: string; copy?: string }) => {
        const what = oneOf('--what', options.what, papers)
        if (what === 'agency-list' && options.agency === undefined) throw new WrongUse(words.missing('--agency'))
        const { file, bytes, notices } = await exportPaper(world, options.workspace ?? null, {
          ...choiceOf(options),
          what,
          agency: options.agency ?? null,
          member: options.member ?? null,
          copy: oneOf('--copy', options.copy ?? 'electronic', copies),
          format: oneOf('--format', options.format, formats),
          out: options.out,
        })
        answer(world, options, { file, bytes, notices }, () => [words.exported(file), ...notices])
      },
    )

  add('plans', words.commands.plans).action(async (options: Common) => {
    const plans = await listPlansOf(world, options.workspace ?? null)
    answer(world, options, { plans }, () =>
      plans.map(({ year, subject, status, id }) => words.planLine(year, subject, planText.status[status], id)),
    )
  })

  add('init-sample', words.commands.initSample).action(async (options: Common) => {
    const folder = await makeSample(world, options.workspace ?? null)
    answer(world, options, { folder }, () => [words.sampleReady(folder)])
  })

  add('back-up', words.commands.backUp).action(async (options: Common) => {
    const file = await backUp(world, options.workspace ?? null)
    answer(world, options, { file }, () => [words.backedUp(file)])
  })
  addPlanCommands(program, world)
  addHandOverCommands(program, world)
  addCitationCommands(program, world)
  addCompareCommand(program, world)
  return program.helpOption('-h, --help', words.help).helpCommand(false).configureHelp(help)
}
