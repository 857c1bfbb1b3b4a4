import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '#shared/app-error.ts'
import { isActive, type AgencyRegistry } from '#shared/domain/agency.ts'
import type { Coverage } from '#shared/domain/coverage.ts'
import type { AppendixFileDraft } from '#shared/domain/draft.ts'
import type { AgencyId, Day, MemberId, PlanId } from '#shared/domain/identifier.ts'
import type { Plan } from '#shared/domain/plan.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { fold } from '#shared/language/fold.ts'
import { readCoverage } from '#main/services/coverage.ts'
import { exportTo, type ExportFormat } from '#main/services/export.ts'
import {
  acceptAppendix,
  acceptPlan,
  readAppendixFileAgainst,
  readAppendixFileDraft,
  readPlanFileAgainst,
  readPlanFileDraft,
} from '#main/services/import.ts'
import { readFields, readMembers, readOrganisation } from '#main/services/organisation.ts'
import { findPlan, summarisePlans, type PlanChoice } from '#main/services/plan.ts'
import { readSampleRegistry } from '#main/services/sample.ts'
import { readTasks } from '#main/services/task.ts'
import type { Session } from '#main/services/workspace.ts'
import {
  draftRowFacts,
  planFacts,
  taskFacts,
  warningFacts,
  type PlanFacts,
  type RowFacts,
  type TaskFacts,
  type WarningFacts,
} from './facts.ts'
import { toRead, toWrite } from './sessions.ts'
import { unattended, type World } from './world.ts'

export type { PlanChoice } from '#main/services/plan.ts'

/** Reads a plan file; writes it unless it is only a try. `written` is null then. */
export async function importPlan(
  world: World,
  workspace: string | null,
  input: { readonly file: string; readonly year: number | null; readonly dryRun: boolean; readonly createFields: boolean },
): Promise<{ readonly facts: PlanFacts; readonly written: Plan | null; readonly yearMissing: boolean; readonly againstSample: boolean }> {
  const file = resolve(world.currentFolder, input.file)
  if (input.dryRun) {
    const { registry, againstSample } = await registryToReadAgainst(world, workspace)
    const draft = await readPlanFileAgainst(registry, file, input.year, unattended)
    return { facts: planFacts(draft), written: null, yearMissing: false, againstSample }
  }
  return toWrite(world, workspace, async ({ context, actor }) => {
    const draft = await readPlanFileDraft(context, file, input.year, unattended)
    const year = input.year ?? draft.year
    if (year === null) return { facts: planFacts(draft), written: null, yearMissing: true, againstSample: false }
    const written = await acceptPlan(context, actor, { draft, year, createFields: input.createFields })
    return { facts: planFacts(draft), written, yearMissing: false, againstSample: false }
  })
}

export interface AppendixFacts {
  readonly rows: readonly RowFacts[]
  readonly warnings: readonly WarningFacts[]
}

/** Reads an appendix file against a year's plan; puts its rows into that plan unless it is only a try. */
export async function importAppendix(
  world: World,
  workspace: string | null,
  input: PlanChoice & { readonly file: string; readonly dryRun: boolean; readonly replace: boolean; readonly createFields: boolean },
): Promise<AppendixFacts & { readonly againstSample: boolean }> {
  const file = resolve(world.currentFolder, input.file)
  if (input.dryRun) {
    const { registry, againstSample, day, year } = await registryToReadAgainst(world, workspace, input)
    const draft = await readAppendixFileAgainst({ registry, asOf: day, planYear: year, issuedOn: null }, file, unattended)
    return { ...appendixFacts(draft, registry), againstSample }
  }
  return toWrite(world, workspace, async ({ context, actor }) => {
    const plan = await findPlan(context.db, input)
    const draft = await readAppendixFileDraft(context, plan.id, file, unattended)
    await acceptAppendix(context, actor, {
      planId: plan.id,
      draft,
      mode: input.replace ? 'replace' : 'add',
      createFields: input.createFields,
    })
    return { ...appendixFacts(draft, await readOrganisation(context)), againstSample: false }
  })
}

function appendixFacts(draft: AppendixFileDraft, registry: AgencyRegistry): AppendixFacts {
  return { rows: draftRowFacts(draft, registry), warnings: draft.warnings.map(warningFacts) }
}

/** The rows of a plan's appendices. */
export async function listTasksOf(world: World, workspace: string | null, choice: PlanChoice): Promise<readonly TaskFacts[]> {
  return toRead(world, workspace, async ({ context }) => {
    const plan = await findPlan(context.db, choice)
    return taskFacts(await readTasks(context, { planId: plan.id }), await readFields(context), await readOrganisation(context), plan.status)
  })
}

/** What still has no partner between a plan and its tasks. */
export async function coverageOf(world: World, workspace: string | null, choice: PlanChoice): Promise<Coverage> {
  return toRead(world, workspace, async ({ context }) => readCoverage(context, { planId: (await findPlan(context.db, choice)).id }))
}

export interface PlanLine {
  readonly id: PlanId
  readonly year: number
  readonly subject: string
  readonly status: Plan['status']
  readonly provisions: number
  readonly tasks: number
}

/** All plans, the newest year first. */
export async function listPlansOf(world: World, workspace: string | null): Promise<readonly PlanLine[]> {
  return toRead(world, workspace, async ({ context }) =>
    (await summarisePlans(context)).map(({ plan, provisionCount, taskCount }) => ({
      id: plan.id,
      year: plan.year,
      subject: plan.subject,
      status: plan.status,
      provisions: provisionCount,
      tasks: taskCount,
    })),
  )
}

/** Makes a paper and writes it to a file. */
export async function exportPaper(
  world: World,
  workspace: string | null,
  input: PlanChoice & {
    readonly what: DocumentRequest['what']
    readonly agency: string | null
    readonly member: string | null
    readonly copy: DocumentRequest['copy']
    readonly format: ExportFormat
    readonly out: string
  },
): Promise<{ readonly file: string; readonly bytes: number; readonly notices: readonly string[] }> {
  const work = (keep: boolean) => async (session: Session) => {
    const plan = await findPlan(session.context.db, input)
    const request: DocumentRequest = {
      planId: plan.id,
      what: input.what,
      agencyId: input.agency === null ? null : await findAgency(session, input.agency, plan.agenciesAsOf),
      memberId: input.member === null ? null : await findMember(session, input.member),
      copy: input.copy,
      draftRoundId: null,
      unsaved: null,
    }
    return exportTo(session.context, world.pages, request, input.format, resolve(world.currentFolder, input.out), unattended, keep)
  }
  if (input.format !== 'docx' || (input.what !== 'plan' && input.what !== 'appendix')) return toRead(world, workspace, work(false))
  // What a Word file is made of is kept for its coming back; while a window has the workspace open, that is left to the window.
  return toWrite(world, workspace, work(true)).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'workspace-locked') return toRead(world, workspace, work(false))
    throw error
  })
}

/** The agency of a name, short name or alias, accents and case aside; of several by one name the one alive on the day. */
export async function findAgency({ context }: Session, name: string, on: Day): Promise<AgencyId> {
  const { agencies } = await readOrganisation(context)
  const named = agencies.filter((agency) =>
    [agency.name, agency.shortName ?? '', ...agency.aliases].some((one) => fold(one) === fold(name)),
  )
  const agency = named.find((one) => isActive(one, on)) ?? named[0]
  if (agency === undefined) throw new AppError('agency-not-found', { name })
  return agency.id
}

/** The member of a name, accents and case aside. */
export async function findMember({ context }: Session, name: string): Promise<MemberId> {
  const member = (await readMembers(context)).find((one) => fold(one.name) === fold(name))
  if (member === undefined) throw new AppError('record-not-found', { noun: 'member', id: name })
  return member.id
}

/** Makes the sample province with its plan in a folder of its own, or where the window keeps its sample. */
export async function makeSample(world: World, workspace: string | null): Promise<string> {
  if (workspace === null) {
    const workspaces = world.workspacesIn(null)
    try {
      return (await workspaces.openSample()).folder ?? ''
    } finally {
      await workspaces.close()
    }
  }
  const folder = resolve(world.currentFolder, workspace)
  // Made beside its place as a sample of its own, then moved there whole.
  const beside = `${folder}.making`
  await rm(beside, { recursive: true, force: true })
  const workspaces = world.workspacesIn(beside)
  try {
    const made = (await workspaces.openSample()).folder ?? ''
    await workspaces.close()
    await rename(made, folder).catch((error: unknown) => {
      throw new AppError('file-exists', { file: folder }, { cause: error })
    })
    return folder
  } finally {
    await workspaces.close()
    await rm(beside, { recursive: true, force: true })
  }
}

/** Makes a backup by hand. */
export async function backUp(world: World, workspace: string | null): Promise<string> {
  return toWrite(world, workspace, async (_session, workspaces) => (await workspaces.backUp()).file)
}

/** What a try reads names against: the workspace's lists and the plan's day, or the sample province's where there is no workspace yet. */
async function registryToReadAgainst(
  world: World,
  workspace: string | null,
  choice: PlanChoice | null = null,
): Promise<{ readonly registry: AgencyRegistry; readonly againstSample: boolean; readonly day: string; readonly year: number }> {
  const year = choice?.year ?? 0
  const withoutPlan = { day: `${year}-01-01`, year }
  try {
    return await toRead(world, workspace, async ({ context }) => {
      const plans = (await summarisePlans(context)).map(({ plan }) => plan)
      // A year without a plan can still be tried; a plan that is named must be there.
      const isWanted = choice !== null && (choice.planId !== null || plans.some((plan) => plan.year === choice.year))
      const plan = isWanted ? await findPlan(context.db, choice) : null
      const against = plan === null ? withoutPlan : { day: plan.agenciesAsOf, year: plan.year }
      return { registry: await readOrganisation(context), againstSample: false, ...against }
    })
  } catch (error) {
    const isMissing = error instanceof AppError && error.code === 'workspace-not-found'
    if (!isMissing || workspace !== null || (choice !== null && choice.planId !== null)) throw error
    return { registry: await readSampleRegistry(world.sampleOrganisation), againstSample: true, ...withoutPlan }
  }
}
