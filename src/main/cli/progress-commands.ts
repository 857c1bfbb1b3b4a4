import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import type { AssignmentId, TaskId } from '#shared/domain/identifier.ts'
import { ProgressChannel, ProgressState } from '#shared/domain/progress.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import { fold } from '#shared/language/fold.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { registerText } from '#shared/text/vi/register.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { keepProofFile } from '#main/services/kept-file.ts'
import { addExtension, addProgress, readUnverified, verifyEntries } from '#main/services/progress.ts'
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

  addCommand(progress, 'verify', words.commands.progressVerify)
    .requiredOption('--year <N>', words.options.year)
    .option('--task <ID>', words.options.task)
    .option('--agency <NAME>', words.options.reportingAgency)
    .action(async (options: ShareOptions & Common) => {
      const verified = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const shares = await sharesOf(context, options)
        const entries = await readUnverified(context, { assignmentIds: shares.map(({ assignmentId }) => assignmentId) })
        return entries.length === 0 ? [] : verifyEntries(context, actor, { entries: [...entries] })
      })
      answer(world, options, verified, () => [words.verified(verified.length)])
    })
}

interface ExtensionOptions extends Common {
  readonly year: string
  readonly task: string
  readonly agency?: string
  readonly due?: string
  readonly newDue: string
  readonly decided: string
  readonly reason: string
  readonly basis: string
}

/** The group `extension`: days moved by a document. */
export function addExtensionCommands(program: Command, world: World): void {
  const extension = addGroup(program, 'extension', words.commands.extension)

  addCommand(extension, 'add', words.commands.extensionAdd)
    .requiredOption('--year <N>', words.options.year)
    .requiredOption('--task <ID>', words.options.task)
    .option('--agency <NAME>', words.options.extendedAgency)
    .option('--due <KEY>', words.options.extendedDue)
    .requiredOption('--new-due <DATE>', words.options.newDue)
    .requiredOption('--decided <DATE>', words.options.decided)
    .requiredOption('--reason <TEXT>', words.options.reason)
    .requiredOption('--basis <SYMBOL>', words.options.basis)
    .action(async (options: ExtensionOptions) => {
      const made = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const [share] = await sharesOf(context, options)
        if (share === undefined) throw new AppError('record-not-found', { noun: 'task', id: options.task })
        return addExtension(context, actor, {
          taskId: share.taskId,
          assignmentId: options.agency === undefined ? null : share.assignmentId,
          due: options.due ?? 'm1',
          newDue: dayOf('--new-due', options.newDue),
          decidedOn: dayOf('--decided', options.decided),
          reason: options.reason,
          basis: { symbol: options.basis, issuedOn: null, issuer: '', title: '' },
        })
      })
      answer(world, options, made, () => [words.extended(made.oldDue, made.newDue)])
    })
}

interface ShareOptions {
  readonly year: string
  readonly task?: string
  readonly agency?: string
}

interface Share {
  readonly taskId: TaskId
  readonly assignmentId: AssignmentId
}

/**
 * The recorded shares of a year that a task's id (or its row's) and an agency's name mean; what is not said leaves nothing out. Throws
 * `record-not-found`, `agency-not-found`.
 */
async function sharesOf(context: ServiceContext, { year, task, agency }: ShareOptions): Promise<readonly Share[]> {
  const { tasks } = await readRegister(context, { year: yearOf(year) })
  const found = task === undefined ? tasks : tasks.filter(({ taskId, wordingId }) => taskId === task || wordingId === task)
  if (found.length === 0 && task !== undefined) throw new AppError('record-not-found', { noun: 'task', id: task })
  const { agencies } = await readOrganisation(context)
  const named = agencies.filter(
    (one) => agency === undefined || [one.name, one.shortName ?? '', ...one.aliases].some((name) => fold(name) === fold(agency)),
  )
  const ids = new Set(named.map(({ id }) => id))
  const shares = found.flatMap(({ taskId, shares: own }) =>
    own.flatMap(({ agencyId, assignmentId }) => (assignmentId !== null && ids.has(agencyId) ? [{ taskId, assignmentId }] : [])),
  )
  if (shares.length === 0 && agency !== undefined) throw new AppError('agency-not-found', { name: agency })
  return shares
}

/** The one share that a report is of. */
async function shareOf(context: ServiceContext, options: AddOptions): Promise<Pick<ProgressInput, 'assignmentId'>> {
  const [share] = await sharesOf(context, options)
  if (share === undefined) throw new AppError('agency-not-found', { name: options.agency })
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
  return [{ ...document, file: await keepProofFile(context, resolve(world.currentFolder, file)) }]
}
