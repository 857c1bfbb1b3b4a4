import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import { ProgressChannel, ProgressState } from '#shared/domain/progress.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import { fold } from '#shared/language/fold.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { registerText } from '#shared/text/vi/register.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { addProgress } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { addCommand, addGroup, answer, dayOf, oneOf, yearOf, type Common } from './options.ts'
import { toWrite } from './sessions.ts'
import type { World } from './world.ts'

interface AddOptions extends Common {
  readonly year: string
  readonly task: string
  readonly agency: string
  readonly state: string
  readonly on: string
  readonly due?: string
  readonly percent?: string
  readonly result?: string
  readonly difficulty?: string
  readonly proposal?: string
  readonly explanation?: string
  readonly evidence?: string
  readonly file?: string
  readonly channel?: string
  readonly basis?: string
}

/** The group `progress`: what agencies report of their tasks. */
export function addProgressCommands(program: Command, world: World): void {
  const progress = addGroup(program, 'progress', words.commands.progress)

  addCommand(progress, 'add', words.commands.progressAdd)
    .requiredOption('--year <N>', words.options.year)
    .requiredOption('--task <ID>', words.options.task)
    .requiredOption('--agency <NAME>', words.options.reportingAgency)
    .requiredOption('--state <STATE>', words.options.state)
    .requiredOption('--on <DATE>', words.options.on)
    .option('--due <KEY>', words.options.due)
    .option('--percent <N>', words.options.percent)
    .option('--result <TEXT>', words.options.result)
    .option('--difficulty <TEXT>', words.options.difficulty)
    .option('--proposal <TEXT>', words.options.proposal)
    .option('--explanation <TEXT>', words.options.explanation)
    .option('--evidence <SYMBOL>', words.options.evidence)
    .option('--file <FILE>', words.options.evidenceFile)
    .option('--channel <CHANNEL>', words.options.channel)
    .option('--basis <SYMBOL>', words.options.basis)
    .action(async (options: AddOptions) => {
      const state = oneOf('--state', options.state, ProgressState.options)
      const channel = oneOf('--channel', options.channel ?? 'agency', ProgressChannel.options)
      const made = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const input = {
          ...(await shareOf(context, options)),
          due: options.due ?? null,
          happenedOn: dayOf('--on', options.on),
          state,
          percent: options.percent === undefined ? null : Number(options.percent),
          result: options.result ?? '',
          product: '',
          difficulty: options.difficulty ?? '',
          proposal: options.proposal ?? '',
          explanation: options.explanation ?? '',
          evidence: await evidenceOf(context, world, options),
          channel,
          basis: options.basis === undefined ? null : { symbol: options.basis, issuedOn: null, issuer: '', title: '' },
          correctsId: null,
        } satisfies ProgressInput
        return addProgress(context, actor, input)
      })
      answer(world, options, made, () => [registerText.reported(made.id)])
    })
}

/** The share that a task's id (or its row's) and an agency's name mean. Throws `record-not-found`, `agency-not-found`. */
async function shareOf(context: ServiceContext, { year, task, agency }: AddOptions): Promise<Pick<ProgressInput, 'assignmentId'>> {
  const { tasks } = await readRegister(context, { year: yearOf(year) })
  const found = tasks.find(({ taskId, wordingId }) => taskId === task || wordingId === task)
  if (found === undefined) throw new AppError('record-not-found', { noun: 'task', id: task })
  const { agencies } = await readOrganisation(context)
  const ids = new Set<string>(
    agencies
      .filter((one) => [one.name, one.shortName ?? '', ...one.aliases].some((name) => fold(name) === fold(agency)))
      .map(({ id }) => id),
  )
  const share = found.shares.find(({ agencyId, assignmentId }) => assignmentId !== null && ids.has(agencyId))
  if (share === undefined || share.assignmentId === null) throw new AppError('agency-not-found', { name: agency })
  return { assignmentId: share.assignmentId }
}

async function evidenceOf(
  context: ServiceContext,
  world: World,
  { evidence, file }: Pick<AddOptions, 'evidence' | 'file'>,
): Promise<ProgressInput['evidence']> {
  if (evidence === undefined && file === undefined) return []
  const document = { symbol: evidence ?? '', issuedOn: null, issuer: '', title: file === undefined ? '' : basename(file) }
  if (file === undefined) return [{ ...document, file: null }]
  const bytes = await readFile(resolve(world.currentFolder, file)).catch((error: unknown) => {
    throw new AppError('file-not-found', { file }, { cause: error })
  })
  return [{ ...document, file: { ...(await context.files.keep(bytes)), name: basename(file) } }]
}
