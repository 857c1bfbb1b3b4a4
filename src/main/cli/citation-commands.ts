import type { Command } from 'commander'
import { fullCitation } from '#shared/domain/citation-form.ts'
import { citationStanding, type CitedDocument } from '#shared/domain/cited-document.ts'
import type { CitationFinding } from '#shared/domain/citation-finding.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { writeDay, localDay } from '#shared/language/day.ts'
import { citationText, sayCitingAddress, sayFinding, standingNames } from '#shared/text/vi/citation.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { readCitedDocuments } from '#main/services/citation.ts'
import { checkPlanCitations, countCitations } from '#main/services/citation-places.ts'
import { findPlan } from '#main/services/plan.ts'
import { addCommand, answer, choiceOf, withPlan, type PlanOptions } from './options.ts'
import { toRead } from './sessions.ts'
import type { World } from './world.ts'

/** `citations`: of one plan what is found, without a plan the registry. */
export function addCitationCommands(program: Command, world: World): void {
  withPlan(addCommand(program, 'citations', words.commands.citations)).action(async (options: PlanOptions) => {
    if (options.plan === undefined && options.year === undefined) {
      const facts = await toRead(world, options.workspace ?? null, async ({ context }) =>
        registryFacts(await readCitedDocuments(context), await countCitations(context), localDay(context.now())),
      )
      answer(world, options, facts, () => sayRegistry(facts))
      return
    }
    const facts = await toRead(world, options.workspace ?? null, async ({ context }) => {
      const plan = await findPlan(context.db, choiceOf(options))
      return planFacts(await checkPlanCitations(context, { planId: plan.id }), plan)
    })
    answer(world, options, facts, () => sayPlan(facts))
  })
}

/** What `citations --json` prints: shapes that scripts rely on. */
interface PlanFacts {
  readonly plan: { readonly id: string; readonly year: number }
  readonly mentions: number
  readonly findings: readonly FindingFacts[]
  readonly hints: readonly FindingFacts[]
  readonly offers: readonly FindingFacts[]
  readonly unregistered: readonly DocumentFacts[]
}
interface FindingFacts {
  readonly code: string
  readonly severity: string
  readonly symbol: string
  readonly place: string
  readonly provision: string | null
  readonly start: number
  readonly length: number
  readonly words: string
  readonly excerpt: string
  readonly message: string
  /** The whole of what would be put in place of `replaces`; null where nothing is offered. */
  readonly replaces: string | null
  readonly replacement: string | null
}
interface DocumentFacts {
  readonly type: string
  readonly symbol: string
  readonly issuedOn: string | null
  readonly issuer: string
  readonly title: string
  readonly times: number
}
interface RegistryFacts {
  readonly documents: readonly (DocumentFacts & {
    readonly id: string
    readonly plans: number
    readonly standing: string
    readonly expiredFrom: string | null
    readonly replacedBy: readonly string[]
    readonly line: string
  })[]
  readonly unregistered: readonly DocumentFacts[]
}

function planFacts({ mentions, findings, unregistered }: Output<'citation.check'>, { id, year }: PlanFacts['plan']): PlanFacts {
  const ofSeverity = (severity: string): readonly FindingFacts[] => findings.filter((one) => one.severity === severity).map(findingFacts)
  return {
    plan: { id, year },
    mentions,
    findings: ofSeverity('alarm'),
    hints: ofSeverity('hint'),
    offers: ofSeverity('offer'),
    unregistered: unregistered.map(({ facts, times }) => documentFacts(facts, times)),
  }
}

function findingFacts(finding: CitationFinding): FindingFacts {
  const { code, severity, symbol, place, address, start, length, before, match, after, fix } = finding
  return {
    code,
    severity,
    symbol,
    place: sayCitingAddress(address),
    provision: place.kind === 'task' ? null : place.provisionId,
    start,
    length,
    words: match,
    excerpt: `${before}${match}${after}`,
    message: sayFinding(finding),
    replaces: fix?.words ?? null,
    replacement: fix?.replacement ?? null,
  }
}

function documentFacts({ type, symbol, issuedOn, issuer, title }: Omit<DocumentFacts, 'times'>, times: number): DocumentFacts {
  return { type, symbol, issuedOn, issuer, title, times }
}

function registryFacts(
  documents: readonly CitedDocument[],
  { counts, unregistered }: Output<'citation.usage'>,
  today: string,
): RegistryFacts {
  return {
    documents: documents.map((document) => {
      const count = counts.find(({ id }) => id === document.id)
      const standing = citationStanding(document, today).kind
      return {
        id: document.id,
        ...documentFacts(document, count?.places ?? 0),
        plans: count?.plans ?? 0,
        standing,
        expiredFrom: document.expiredFrom,
        replacedBy: document.replacedByIds.flatMap((id) => documents.filter((one) => one.id === id).map(({ symbol }) => symbol)),
        line: fullCitation(document, { dates: 'short', partyComma: true }),
      }
    }),
    unregistered: unregistered.map(({ facts, times }) => documentFacts(facts, times)),
  }
}

function lines(list: readonly FindingFacts[]): readonly string[] {
  return list.map(({ place, message }) => `  ${place}: ${message}`)
}

function sayPlan({ mentions, findings, hints, offers, unregistered }: PlanFacts): readonly string[] {
  return [
    citationText.counted(mentions, findings.length, hints.length, offers.length),
    ...(findings.length === 0 ? [] : [citationText.severities.alarm, ...lines(findings)]),
    ...(hints.length === 0 ? [] : [citationText.severities.hint, ...lines(hints)]),
    ...(offers.length === 0 ? [] : [citationText.severities.offer, ...lines(offers)]),
    ...sayUnregistered(unregistered),
  ]
}

function sayRegistry({ documents, unregistered }: RegistryFacts): readonly string[] {
  return [
    citationText.registered(documents.length),
    ...documents.map(({ line, standing, plans, times }) =>
      citationText.registryLine(line, standingNames[standing as keyof typeof standingNames], plans, times),
    ),
    ...sayUnregistered(unregistered),
  ]
}

function sayUnregistered(unregistered: readonly DocumentFacts[]): readonly string[] {
  if (unregistered.length === 0) return []
  return [
    citationText.unregisteredCount(unregistered.length),
    ...unregistered.map(({ type, symbol, issuedOn }) =>
      citationText.unregisteredLine(type, symbol, issuedOn === null ? null : writeDay(issuedOn)),
    ),
  ]
}
