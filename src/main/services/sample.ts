import { readFile } from 'node:fs/promises'
import { v7 as uuid } from 'uuid'
import type { Actor } from '#shared/domain/actor.ts'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { usualSubject } from '#shared/document/usual-plan.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { readAgencyRegistry } from '#main/store/repositories/agency.ts'
import { listFields } from '#main/store/repositories/field.ts'
import { listProvisions } from '#main/store/repositories/provision.ts'
import { listTasks, updateTask } from '#main/store/repositories/task.ts'
import type { Readable } from '#main/store/schema.ts'
import { openFile } from '#main/store/connection.ts'
import { migrate } from '#main/store/migrations/register.ts'
import { createTrace, type Trace } from '#main/store/trace.ts'
import { citationCandidates } from '#shared/domain/citation-candidates.ts'
import { orderTasks } from '#shared/domain/task-order.ts'
import { addCitedDocuments } from './citation.ts'
import { readCitingPlan } from './citation-places.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { writePlanDraft } from './import.ts'
import { readOrganisationSeed, seedOrganisation } from './organisation-seed.ts'
import { requireOffice } from './office.ts'
import { sentencesWithFields } from './task-from-plan.ts'

/** Files of the sample plan (`resources/sample`). */
export interface SampleFiles {
  /** The plan with its appendix, Word. */
  readonly plan: string
  /** For each row of the appendix its field and the number of its sentence within the field, tab-separated under a header. */
  readonly links: string
}

const SAMPLE_YEAR = 2023

/**
 * Gives a new sample workspace its plan: the Word file through the same reader as any other, each task joined to its sentence. One
 * command that Ctrl+Z stops at: a person who tries things out must not undo the sample away.
 */
export async function fillSample(context: ServiceContext, actor: Actor, files: SampleFiles): Promise<void> {
  const draft = await readSamplePlan(context.db, files.plan)
  const links = readLinks(await readFile(files.links, 'utf8'))
  await runCommand(context, actor, { command: 'workspace.fill-sample', undoable: false }, async (trace) => {
    const { provinceName } = await requireOffice(trace.trx)
    const plan = await writePlanDraft(context, trace, { ...draft, subject: usualSubject(provinceName, SAMPLE_YEAR) }, SAMPLE_YEAR, false)
    await linkTasks(trace, plan.id, links)
    // What the plan itself says of the documents it cites; whether they are in force nobody has looked up.
    const cited = citationCandidates(await readCitingPlan(trace.trx, plan), [])
    await addCitedDocuments(
      context,
      trace,
      cited.map(({ facts }) => facts),
    )
  })
}

async function readSamplePlan(db: Readable, file: string): Promise<PlanDraft> {
  return runDocumentJob('read-plan-file', { file, bytes: await readFile(file), year: SAMPLE_YEAR, registry: await readAgencyRegistry(db) })
}

interface Link {
  /** From 1, in the order of the plan's headings. */
  readonly field: number
  readonly sentence: number
}

function readLinks(text: string): readonly Link[] {
  const [header, ...lines] = text.trim().split(/\r?\n/)
  if (!header?.startsWith('linh_vuc\tcau_nguon\t')) throw new Error('the sample links have lost their header')
  return lines.map((line) => {
    const [field, sentence] = line.split('\t').map(Number)
    if (field === undefined || sentence === undefined || !Number.isInteger(field) || !Number.isInteger(sentence))
      throw new Error(`no link: ${line}`)
    return { field, sentence }
  })
}

async function linkTasks(trace: Trace, planId: Parameters<typeof listTasks>[1], links: readonly Link[]): Promise<void> {
  const sentences = await sentencesWithFields(trace.trx, await listProvisions(trace.trx, planId))
  const headings = [...new Set(sentences.map(({ heading }) => heading))]
  const tasks = orderTasks(await listTasks(trace.trx, planId), await listFields(trace.trx)).flatMap((group) => group.tasks)
  if (tasks.length !== links.length) throw new Error(`the sample has ${tasks.length} tasks and ${links.length} links`)
  for (const [index, { task }] of tasks.entries()) {
    const link = links[index]
    const ofField = sentences.filter(({ heading }) => heading === headings[(link?.field ?? 0) - 1])
    const sentence = ofField[(link?.sentence ?? 0) - 1]
    if (sentence === undefined) throw new Error(`the sample has no sentence for task ${index + 1}`)
    await updateTask(trace, { ...task, provisionIds: [sentence.block.id] })
  }
}

/**
 * The sample province's agencies and groups without a workspace: what a try on the command line reads names against where there is none
 * yet. Nothing is written to the disk.
 */
export async function readSampleRegistry(organisationFile: string): Promise<AgencyRegistry> {
  const seed = await readOrganisationSeed(organisationFile)
  const connection = openFile(':memory:', 'write')
  try {
    await migrate(connection.db, connection.dialect)
    await connection.db.transaction().execute((trx) => seedOrganisation(createTrace(trx), <Id extends string>() => uuid() as Id, seed))
    return await readAgencyRegistry(connection.db)
  } finally {
    await connection.close()
  }
}
