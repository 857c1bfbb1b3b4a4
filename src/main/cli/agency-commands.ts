import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import { isActive, type AgencyRegistry } from '#shared/domain/agency.ts'
import { AgencyChangeKind, type AgencyChangeRequest } from '#shared/domain/agency-change.ts'
import { addDays } from '#shared/domain/deadline-meaning.ts'
import type { AgencyId, Day } from '#shared/domain/identifier.ts'
import type { ReassignmentCounts } from '#shared/domain/reassignment.ts'
import { fold } from '#shared/language/fold.ts'
import { agencyChangeText as text } from '#shared/text/vi/agency-change.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { makeAgencyChange, previewAgencyChange } from '#main/services/agency-change.ts'
import type { ServiceContext } from '#main/services/context.ts'
import { readOrganisation } from '#main/services/organisation.ts'
import { addCommand, addGroup, answer, dayOf, type Common } from './options.ts'
import { toRead, toWrite } from './sessions.ts'
import type { World } from './world.ts'

interface ChangeOptions extends Common {
  readonly from: readonly string[]
  readonly to?: readonly string[]
  readonly new?: readonly string[]
  readonly on: string
  readonly basis: string
  readonly dryRun?: boolean
}

/** The group `agency`: bodies that merge, split, take a new name or end, with their open shares. */
export function addAgencyCommands(program: Command, world: World): void {
  const agency = addGroup(program, 'agency', text.commands.group)
  for (const kind of AgencyChangeKind.options) {
    const command = addCommand(agency, kind, text.commands[kind])
      .requiredOption('--from <NAME...>', text.options.from)
      .requiredOption('--on <DATE>', text.options.on)
      .requiredOption('--basis <TEXT>', text.options.basis)
    if (kind !== 'dissolve') command.option('--to <NAME...>', text.options.to).option('--new <NAME...>', text.options.founded)
    command.option('--dry-run', words.options.dryRun).action((options: ChangeOptions) => sayChange(world, kind, options))
  }
}

async function sayChange(world: World, kind: AgencyChangeKind, options: ChangeOptions): Promise<void> {
  const session = options.dryRun === true ? toRead : toWrite
  const said = await session(world, options.workspace ?? null, async ({ context, actor }) => {
    const registry = await readOrganisation(context)
    const request = requestOf(kind, options, registry)
    const preview = await previewAgencyChange(context, request)
    const { counts } = options.dryRun === true ? preview : await makeAgencyChange(context, actor, request)
    return { counts, lines: await withNames(context, preview.lines, request) }
  })
  answer(world, options, said, () => [
    ...said.lines.map((line) => text.said({ ...line, outcome: text.outcomes[line.outcome] })),
    sumOf(said),
    ...(options.dryRun === true ? [words.nothingWritten] : [text.done(said.counts.moved + said.counts.joined, said.counts.waiting)]),
  ])
}

function sumOf({
  lines,
  counts: { joined, covered, fresh },
}: {
  readonly lines: readonly unknown[]
  readonly counts: Pick<ReassignmentCounts, 'joined' | 'covered' | 'fresh'>
}): string {
  const before = lines.length
  return before === 0 ? text.nothingOpen : text.sum(before, joined, covered, fresh, before - joined - covered + fresh)
}

function requestOf(kind: AgencyChangeKind, options: ChangeOptions, registry: AgencyRegistry): AgencyChangeRequest {
  const effectiveOn = dayOf('--on', options.on)
  const lastDay = addDays(effectiveOn, -1)
  const fromIds = options.from.map((name) => agencyNamed(registry, name, lastDay))
  const first = registry.agencies.find(({ id }) => id === fromIds[0])
  return {
    kind,
    effectiveOn,
    basis: { symbol: '', issuedOn: null, issuer: '', title: options.basis },
    fromIds,
    toIds: (options.to ?? []).map((name) => agencyNamed(registry, name, effectiveOn)),
    founded: (options.new ?? []).map((name) => ({ name, shortName: null, kind: first?.kind ?? 'department' })),
    groupPairs: null,
  }
}

/** The body of a name that lived on a day: of two bodies of one name the day tells which is meant. Throws `agency-not-found`. */
function agencyNamed({ agencies }: AgencyRegistry, name: string, on: Day): AgencyId {
  const found = agencies.find(
    (agency) =>
      isActive(agency, on) && [agency.name, agency.shortName ?? '', ...agency.aliases].some((known) => fold(known) === fold(name)),
  )
  if (found === undefined) throw new AppError('agency-not-found', { name })
  return found.id
}

async function withNames(
  context: ServiceContext,
  lines: Awaited<ReturnType<typeof previewAgencyChange>>['lines'],
  { founded }: AgencyChangeRequest,
) {
  const { agencies } = await readOrganisation(context)
  const names = new Map<string, string>(agencies.map(({ id, name }) => [id, name]))
  // Told before it was founded: its id is not the one that it got.
  const [only] = founded
  return lines.map(({ content, year, role, agencyId, toId, outcome }) => ({
    content,
    year,
    role,
    outcome,
    from: names.get(agencyId) ?? '',
    to: toId === null ? '' : (names.get(toId) ?? only?.name ?? ''),
  }))
}
