import { randomUUID } from 'node:crypto'
import { AppError, type Failure, type Result } from '#shared/app-error.ts'
import { contract, type Channel } from '#shared/ipc/contract.ts'
import type { CallContext, Handlers } from './handlers.ts'

/** Keeps a defect for the person who looks into it; the window only learns its reference. */
export type ReportDefect = (reference: string, channel: string, error: unknown) => void

/** Answers one call: parses what came, runs the handler, and turns whatever is thrown into a failure with a name. */
export async function answer(
  handlers: Partial<Handlers>,
  channel: string,
  input: unknown,
  context: CallContext,
  reportDefect: ReportDefect,
): Promise<Result<unknown>> {
  if (!isChannel(channel)) return badInput(channel, 'channel')
  const parsed = contract[channel].input.safeParse(input)
  if (!parsed.success) return badInput(channel, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; '))
  try {
    // The map pairs each handler with its own channel's input, which the compiler cannot follow through a variable.
    const handler = handlers[channel] as ((input: unknown, context: CallContext) => unknown) | undefined
    if (handler === undefined) throw new Error(`no handler for ${channel}`)
    return { ok: true, value: await handler(parsed.data, context) }
  } catch (error) {
    if (error instanceof AppError) return failureOf(error)
    const reference = randomUUID().slice(0, 8)
    reportDefect(reference, channel, error)
    return { ok: false, code: 'unexpected', details: { reference } }
  }
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name)
}

function badInput(channel: string, problem: string): Failure {
  return { ok: false, code: 'bad-input', details: { channel, problem } }
}

/** Only the code and its details cross the door; a stack or a cause never does. */
function failureOf(error: AppError): Failure {
  // A code and its own details always travel together in an AppError; the union of all pairs is what the compiler loses.
  return { ok: false, code: error.code, details: error.details } as Failure
}
