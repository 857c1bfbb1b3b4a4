import { fileURLToPath } from 'node:url'
import type { Actor } from '#shared/domain/actor.ts'
import { addDays } from '#shared/domain/deadline-meaning.ts'
import type { AgencyId, AssignmentId, Day, PlanId, ProgressId } from '#shared/domain/identifier.ts'
import type { BasisDocument } from '#shared/domain/progress.ts'
import type { ProgressInput } from '#shared/ipc/progress-contract.ts'
import { runCommand } from '#main/services/command.ts'
import { createContext, type ServiceContext } from '#main/services/context.ts'
import { issuePlan } from '#main/services/issue.ts'
import { readOrganisationSeed, seedOrganisation } from '#main/services/organisation-seed.ts'
import { movePlan, summarisePlans } from '#main/services/plan.ts'
import { actorOf, ensureProfiles } from '#main/services/profile.ts'
import { addExtension, addProgress, verifyEntries } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { fillSample } from '#main/services/sample.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { getProgress } from '#main/store/repositories/progress.ts'
import { openWorkspace } from '#main/store/workspace.ts'
import { actsOfYear, owedIn, type Answer, type Moved } from './followed-year-acts.ts'
import { answerWords, explanationWords, extensionReason, officeLetters } from './followed-year-words.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'
import { countingIds } from './workspace.ts'

/** An open workspace with the sample's issued plan of 2023 and a clock that is turned by hand. */
export interface IssuedYear {
  readonly context: ServiceContext
  readonly actor: Actor
  readonly folder: string
  readonly planId: PlanId
  readonly turnTo: (moment: string) => void
  readonly close: () => Promise<void>
}

const resource = (name: string): string => fileURLToPath(new URL(`../../resources/sample/${name}`, import.meta.url))
const ISSUED_ON: Day = '2023-01-05'

/** Makes a workspace in a folder: the sample province, its plan of 2023 issued on 5 January. Ids count up. */
export async function makeIssuedYear(folder: string): Promise<IssuedYear> {
  let moment = '2023-01-03T01:00:00.000Z'
  const now = (): Date => new Date(moment)
  const newId = countingIds()
  const workspace = await openWorkspace(folder, { now })
  const { connection, files } = workspace
  const context = createContext({ dialect: connection.dialect, files, now, newId, emit: () => undefined }, connection.db)
  const [profile] = await ensureProfiles(context)
  const actor = actorOf(profile)
  const seed = await readOrganisationSeed(resource('organisation.json'))
  const made = { command: 'workspace.fill-sample', undoable: false } as const
  await runCommand(context, actor, made, (trace) => seedOrganisation(trace, newId, seed))
  await fillSample(context, actor, { plan: resource('ke-hoach-cchc-2023.docx'), links: resource('phu-luc-2023.tsv') })
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('the sample has no plan')
  let { plan } = summary
  moment = `${ISSUED_ON}T02:00:00.000Z`
  for (const status of ['submitted', 'signed-awaiting-number'] as const)
    plan = await movePlan(context, actor, { planId: plan.id, version: plan.version, status, reason: '' })
  await issuePlan(context, actor, {
    planId: plan.id,
    version: plan.version,
    number: '05',
    issuedOn: ISSUED_ON,
    signerName: 'Người ký (mẫu)',
    acceptDuplicate: false,
  })
  return { context, actor, folder, planId: plan.id, turnTo: (to) => (moment = to), close: workspace.close }
}

/** How much happens in a followed year. */
export interface FollowedYearSize {
  readonly seed: number
  readonly updates: number
  readonly extensions: number
  readonly evidenceFiles: number
}

const usualSize: FollowedYearSize = { seed: 2023, updates: 600, extensions: 40, evidenceFiles: 200 }

/**
 * Makes a year as offices live it, through the services that the window uses: 44 tasks, 31 agencies among their owners, and of updates,
 * extensions and evidence files as many as asked for. The same seed gives the same year. Judge it on any day of 2023 by `asOf`.
 */
export async function makeFollowedYear(folder: string, size: Partial<FollowedYearSize> = {}): Promise<IssuedYear> {
  const { seed, updates, extensions, evidenceFiles } = { ...usualSize, ...size }
  const year = await makeIssuedYear(folder)
  const random = createRandom(seed)
  const owed = owedIn(await readRegister(year.context, { year: 2023, asOf: ISSUED_ON }))
  const acts = actsOfYear(random, owed, { year: 2023, updates, extensions })
  const writer = createWriter(year, random, namesOf(await listAgencies(year.context.db)), evidenceFiles)
  let month = acts[0]?.on.slice(0, 7)
  for (const act of acts) {
    // At the turn of a month the secretariat goes through what came in.
    if (act.on.slice(0, 7) !== month) await writer.verify()
    month = act.on.slice(0, 7)
    await (act.kind === 'answer' ? writer.answer(act) : writer.move(act))
  }
  await writer.correct('9999-12-31')
  year.turnTo('2024-02-01T02:00:00.000Z')
  return year
}

const namesOf = (agencies: readonly { readonly id: AgencyId; readonly name: string }[]): ReadonlyMap<AgencyId, string> =>
  new Map(agencies.map(({ id, name }) => [id, name]))

/** Writes acts through the services, the clock turned to each one's day. */
function createWriter(
  { context, actor, turnTo }: IssuedYear,
  random: SeededRandom,
  names: ReadonlyMap<AgencyId, string>,
  evidenceFiles: number,
) {
  let files = evidenceFiles
  let letters = 100
  const unverified: ProgressId[] = []
  const wrong: { readonly on: Day; readonly id: ProgressId; readonly input: ProgressInput }[] = []

  const letter = (agencyId: AgencyId, kind: string, on: Day, title: string): BasisDocument => {
    letters += 1
    const issuer = names.get(agencyId) ?? ''
    return { symbol: `${letters}/${kind}-${officeLetters(issuer)}`, issuedOn: on, issuer, title }
  }

  const evidenceFor = async (answer: Answer): Promise<ProgressInput['evidence']> => {
    if (answer.state !== 'done') return []
    const document = letter(answer.agencyId, 'BC', answer.on, `Báo cáo kết quả: ${answer.product}`)
    if (files > 0) {
      files -= 1
      const kept = await context.files.keep(onePagePdf(`${document.symbol} ${document.issuedOn}`))
      return [{ ...document, file: { ...kept, name: `${document.symbol.replaceAll('/', '-')}.pdf` } }]
    }
    return random.chance(0.7) ? [{ ...document, file: null }] : []
  }

  const correct = async (until: Day): Promise<void> => {
    for (const due of wrong.filter(({ on }) => on <= until)) {
      wrong.splice(wrong.indexOf(due), 1)
      turnTo(`${due.on}T03:00:00.000Z`)
      const right = { ...due.input, happenedOn: addDays(due.input.happenedOn, -1), result: `${due.input.result} (đính chính ngày)` }
      await addProgress(context, actor, { ...right, correctsId: due.id })
    }
  }

  return {
    correct,
    answer: async (answer: Answer): Promise<void> => {
      await correct(answer.on)
      turnTo(`${addDays(answer.on, random.pick([0, 0, 0, 1, 2, 4]))}T02:30:00.000Z`)
      const evidence = await evidenceFor(answer)
      const channel = random.pick(['agency', 'agency', 'agency', 'form', 'form', 'letter', 'call', 'meeting'] as const)
      const decided = answer.state === 'paused' || answer.state === 'not-doing'
      const input: ProgressInput = {
        assignmentId: answer.assignmentId satisfies AssignmentId,
        due: answer.due,
        happenedOn: answer.on,
        state: answer.state,
        percent: answer.percent,
        ...answerWords(random, answer.state),
        product: answer.state === 'done' ? answer.product : '',
        explanation: answer.state === 'done' && evidence.length === 0 ? explanationWords(random) : '',
        evidence,
        channel: decided ? 'letter' : channel,
        basis: decided || channel === 'letter' ? letter(answer.agencyId, 'CV', answer.on, 'V/v tình hình thực hiện nhiệm vụ') : null,
        correctsId: null,
      }
      const { id } = await addProgress(context, actor, input)
      if (answer.correctedAfter === null) unverified.push(id)
      else
        wrong.push({
          on: addDays(answer.on, answer.correctedAfter),
          id,
          input: { ...input, evidence: evidence.map((one) => ({ ...one, file: null })) },
        })
    },
    move: async (moved: Moved): Promise<void> => {
      turnTo(`${moved.on}T02:30:00.000Z`)
      letters += 1
      const { kind: _kind, oldDue: _oldDue, on, ...day } = moved
      await addExtension(context, actor, {
        ...day,
        decidedOn: on,
        reason: extensionReason(random),
        basis: { symbol: `${letters}/UBND-KSTTHC`, issuedOn: on, issuer: 'UBND tỉnh', title: 'V/v gia hạn thực hiện nhiệm vụ' },
      })
    },
    /** Locks three in four of what came in. */
    verify: async (): Promise<void> => {
      const chosen = unverified.splice(0).filter(() => random.chance(0.75))
      const entries = await Promise.all(chosen.map(async (id) => ({ id, version: (await getProgress(context.db, id)).version })))
      if (entries.length > 0) await verifyEntries(context, actor, { entries })
    },
  }
}

/** A page that any viewer opens, with one line on it. */
function onePagePdf(line: string): Uint8Array {
  const drawing = `BT /F1 12 Tf 72 720 Td (${line.replaceAll(/[^ -~]|[()\\]/g, '?')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
