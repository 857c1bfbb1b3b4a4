import { expect, test, vi } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { answer } from '#main/ipc/answer.ts'
import type { Handlers } from '#main/ipc/handlers.ts'

const context = { emit: () => undefined }
const PLAN = '0190b7a4-6a5e-7c3e-8f00-000000000001'

/** Asks `history.list`, a channel with an input that can be wrong. */
async function ask(handlers: Partial<Handlers>, channel: string, input: unknown) {
  const reportDefect = vi.fn<(reference: string, channel: string, error: unknown) => void>()
  return { answered: await answer(handlers, channel, input, context, reportDefect), reportDefect }
}

test('what was asked well is answered with the value', async () => {
  const seen = vi.fn<(input: unknown) => never[]>(() => [])
  const { answered } = await ask({ 'history.list': seen }, 'history.list', { recordId: PLAN, limit: 5, surplus: true })
  expect(answered).toEqual({ ok: true, value: [] })
  expect(seen).toHaveBeenCalledWith({ recordId: PLAN, limit: 5 }, context)
})

test('a wrong input never reaches the handler', async () => {
  const seen = vi.fn<() => never[]>(() => [])
  const { answered } = await ask({ 'history.list': seen }, 'history.list', { recordId: PLAN, limit: 0 })
  expect(answered).toMatchObject({ ok: false, code: 'bad-input', details: { channel: 'history.list', problem: 'limit: too_small' } })
  expect(seen).not.toHaveBeenCalled()
})

test.each(['toString', '__proto__', 'constructor', 'plan.burn'])('%s is no channel', async (channel) => {
  expect((await ask({}, channel, {})).answered).toMatchObject({ ok: false, code: 'bad-input' })
})

test('a failure with a name keeps its code and details, and loses its cause', async () => {
  const handlers: Partial<Handlers> = {
    'history.undo': () => {
      throw new AppError('undo-barrier', { command: 'plan.issue' }, { cause: new Error('SELECT * FROM secret') })
    },
  }
  const { answered, reportDefect } = await ask(handlers, 'history.undo', {})
  expect(answered).toEqual({ ok: false, code: 'undo-barrier', details: { command: 'plan.issue' } })
  expect(reportDefect).not.toHaveBeenCalled()
})

test('a defect is kept for the administrator; the window learns a reference and nothing else', async () => {
  const defect = new Error('/home/clerk/cchc.sqlite: disk I/O error')
  const { answered, reportDefect } = await ask({ 'history.undo': async () => Promise.reject(defect) }, 'history.undo', {})
  expect(answered).toEqual({ ok: false, code: 'unexpected', details: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string } })
  expect(reportDefect).toHaveBeenCalledWith(expect.any(String), 'history.undo', defect)
  expect(JSON.stringify(answered)).not.toContain('clerk')
})
