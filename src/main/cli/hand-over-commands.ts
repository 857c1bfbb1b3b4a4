import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import type { HandOver } from '#shared/domain/hand-over.ts'
import { HandOverId } from '#shared/domain/identifier.ts'
import type { PackPreview } from '#shared/ipc/hand-over-contract.ts'
import { writeDay } from '#shared/language/day.ts'
import { nameCommand } from '#shared/text/vi/commands.ts'
import { compareText } from '#shared/text/vi/compare.ts'
import { handOverText, packVerdicts } from '#shared/text/vi/hand-over.ts'
import { createPackDesk, type PackDesk } from '#main/services/hand-over-desk.ts'
import { giveHandOver, readHandOvers, reclaimHandOver, sendBack, type Giving } from '#main/services/hand-over.ts'
import { findPlan } from '#main/services/plan.ts'
import type { Workspaces } from '#main/services/workspace.ts'
import { getHandOver } from '#main/store/repositories/hand-over.ts'
import { addCommand, addGroup, answer, choiceOf, WrongUse, withPlan, type Common, type PlanOptions } from './options.ts'
import { toRead, toWrite } from './sessions.ts'
import { unattended, type World } from './world.ts'

const words = handOverText.commandLine

interface Sealing extends Common {
  readonly passphraseFile: string
  readonly out: string
}

/** The group `hand-over`: the same as the window's "Bàn giao". A passphrase is read from a file: other programs see a command's words. */
export function addHandOverCommands(program: Command, world: World): void {
  const group = addGroup(program, 'hand-over', words.group)
  const sealing = (command: Command): Command =>
    command.requiredOption('--out <FILE>', words.out).requiredOption('--passphrase-file <FILE>', words.passphraseFile)

  sealing(withPlan(addCommand(group, 'pack', words.pack)))
    .option('--all', words.all)
    .requiredOption('--to <NAME>', words.to)
    .action(async (options: PlanOptions & Sealing & { all?: boolean; to: string }) => {
      const passphrase = await readPassphrase(world, options)
      const written = await toWrite(world, options.workspace ?? null, async ({ context, actor }, workspaces) => {
        const planId = options.all === true ? null : (await findPlan(context.db, choiceOf(options))).id
        return giveHandOver(context, actor, { planId, toName: options.to, passphrase }, giving(world, workspaces, options.out))
      })
      sayWritten(world, options, written)
    })

  sealing(addCommand(group, 'return', words.return))
    .option('--id <ID>', words.id)
    .action(async (options: Sealing & { id?: string }) => {
      const passphrase = await readPassphrase(world, options)
      const written = await toWrite(world, options.workspace ?? null, async ({ context, actor }, workspaces) => {
        const { id } = await chosen(await readHandOvers(context), options.id, 'received')
        return sendBack(context, actor, { id, passphrase }, giving(world, workspaces, options.out))
      })
      sayWritten(world, options, written)
    })

  addCommand(group, 'open <FILE>', words.open)
    .requiredOption('--passphrase-file <FILE>', words.passphraseFile)
    .option('--accept', words.accept)
    .option('--keep-as-round', words.keepAsRound)
    .action(async (file: string, options: Sealing & { accept?: boolean; keepAsRound?: boolean }) => {
      const passphrase = await readPassphrase(world, options)
      const writes = options.accept === true || options.keepAsRound === true
      const done = await withDesk(world, options.workspace ?? null, writes, async (desk) => {
        const preview = await desk.open(resolve(world.currentFolder, file), passphrase, unattended)
        const handOver = options.accept === true ? await desk.accept(preview.token) : null
        const round = options.keepAsRound === true ? await desk.keepAsRound(preview.token) : null
        await desk.close(preview.token)
        return { preview, handOver, round }
      })
      const { token: _token, ...pack } = done.preview
      answer(world, options, { pack, handOver: done.handOver, round: done.round }, () => [
        ...sayPack(done.preview),
        ...(done.handOver === null ? [] : [sayLine(done.handOver)]),
        ...(done.round === null ? [] : [handOverText.kept(done.round.name)]),
      ])
    })

  addCommand(group, 'reclaim', words.reclaim)
    .option('--id <ID>', words.id)
    .requiredOption('--reason <TEXT>', words.reason)
    .action(async (options: Common & { id?: string; reason: string }) => {
      if (options.reason.trim() === '') throw new WrongUse(words.reason)
      const handOver = await toWrite(world, options.workspace ?? null, async ({ context, actor }) => {
        const { id } = await chosen(await readHandOvers(context), options.id, 'given')
        const { version } = await getHandOver(context.db, id)
        return reclaimHandOver(context, actor, { id, version, reason: options.reason })
      })
      answer(world, options, { handOver }, () => [sayLine(handOver)])
    })

  addCommand(group, 'list', words.list).action(async (options: Common) => {
    const handOvers = await toRead(world, options.workspace ?? null, async ({ context }) => readHandOvers(context))
    answer(world, options, { handOvers }, () => (handOvers.length === 0 ? [handOverText.none] : handOvers.map(sayLine)))
  })
}

/** The hand-over that is meant: by its id, else the only one in that state. Throws `record-not-found`. */
async function chosen(all: readonly HandOver[], id: string | undefined, state: HandOver['state']): Promise<HandOver> {
  if (id !== undefined) {
    const wanted = HandOverId.safeParse(id)
    const found = all.find((one) => one.id === wanted.data)
    if (found !== undefined) return found
  }
  const inState = all.filter((one) => one.state === state)
  const [only] = inState
  if (id !== undefined || only === undefined) throw new AppError('record-not-found', { noun: 'hand-over', id: id ?? '' })
  if (inState.length > 1) throw new WrongUse(words.several(inState.map(sayLine)))
  return only
}

function giving(world: World, workspaces: Workspaces, out: string): Giving {
  return { tools: workspaces.packTools, choosePlace: async () => resolve(world.currentFolder, out), control: unattended }
}

/** The first line of the file. Throws `file-not-found`, and `WrongUse` for one that is too short. */
async function readPassphrase(world: World, { passphraseFile }: Pick<Sealing, 'passphraseFile'>): Promise<string> {
  const path = resolve(world.currentFolder, passphraseFile)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', { file: path }, { cause })
  })
  const [line = ''] = text.split(/\r?\n/)
  if (line.length < 8) throw new WrongUse(handOverText.passphraseShort)
  return line
}

/** The desk on a workspace; without one where there is none yet, for a whole one can be received there. */
async function withDesk<T>(world: World, workspace: string | null, writes: boolean, work: (desk: PackDesk) => Promise<T>): Promise<T> {
  const workspaces = world.workspacesIn(null)
  const folder = workspace === null ? null : resolve(world.currentFolder, workspace)
  try {
    const there = await workspaces.openToRead(folder).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'workspace-not-found') return false
        throw error
      },
    )
    if (there && writes) {
      await workspaces.close()
      await workspaces.openOwn(folder)
    }
    return await work(createPackDesk(workspaces))
  } finally {
    await workspaces.close()
  }
}

function sayWritten(world: World, options: Common, written: { readonly handOver: HandOver; readonly file: string } | null): void {
  answer(world, options, written, () => (written === null ? [] : [words.written(written.file), sayLine(written.handOver)]))
}

function sayLine(handOver: HandOver): string {
  const { state, title, id } = handOver
  return `${handOverText.states[state]}: “${title}”, ${handOverText.line({ ...handOver, day: writeDay(handOver.at.slice(0, 10)) })} (${id})`
}

function sayPack(preview: PackPreview): readonly string[] {
  const { title, verdict, fromName, officeName, fingerprint, signer, counts, comparisons, log } = preview
  return [
    `“${title}”. ${packVerdicts[verdict] ?? ''}`,
    `${handOverText.from}: ${[fromName, officeName].filter((part) => part !== '').join(', ')}`,
    `${handOverText.fingerprint}: ${fingerprint} (${handOverText.signers[signer]})`,
    `${handOverText.contains}: ${handOverText.contents(counts)}`,
    ...comparisons.map(({ title: plan, comparison }) => `${plan}: ${compareText.counted(comparison.counts.all)}`),
    ...log.map(({ at, name, command }) => `${writeDay(at.slice(0, 10))} ${name}: ${nameCommand(command)}`),
  ]
}
