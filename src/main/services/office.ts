import { AppError } from '#shared/app-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Office } from '#shared/domain/office.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { findOffice, insertOffice, updateOffice } from '#main/store/repositories/office.ts'
import { listFields } from '#main/store/repositories/field.ts'
import type { Readable } from '#main/store/schema.ts'
import { runCommand } from './command.ts'
import type { ServiceContext } from './context.ts'
import { seedOrganisation, type OrganisationSeed } from './organisation-seed.ts'

/**
 * "Tạo đơn vị của tôi": the office, and beside it what every province has alike (the fields of the plan, the usual groups), when the
 * workspace has none yet. Throws `record-in-use` where an office is set up already: it is changed, not made again.
 */
export async function createOffice(
  context: ServiceContext,
  actor: Actor,
  input: Input<'office.create'>,
  usual: OrganisationSeed,
): Promise<Office> {
  return runCommand(context, actor, { command: 'office.create', undoable: false }, async (trace) => {
    const known = await findOffice(trace.trx)
    if (known !== null) throw new AppError('record-in-use', { noun: 'office', name: known.issuerInSentence, usedBy: known.provinceName })
    if ((await listFields(trace.trx)).length === 0) await seedOrganisation(trace, context.newId, usual)
    return insertOffice(trace, { ...input, standingAgencyId: null, isSample: false })
  })
}

/** The office that owns the workspace. Throws `workspace-not-set-up`. */
export async function requireOffice(db: Readable): Promise<Office> {
  const office = await findOffice(db)
  if (office === null) throw new AppError('workspace-not-set-up', {})
  return office
}

/** Changes the office. Throws `workspace-not-set-up`, `record-changed-meanwhile`. */
export async function changeOffice(context: ServiceContext, actor: Actor, input: Input<'office.update'>): Promise<Office> {
  return runCommand(context, actor, { command: 'office.update', undoable: true }, async (trace) => {
    const office = await requireOffice(trace.trx)
    return updateOffice(trace, { ...office, ...definedOnly(input.patch), version: input.version })
  })
}

/** A patch without its undefined members: "not said" is not "made empty". */
export function definedOnly<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
