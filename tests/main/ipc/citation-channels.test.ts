import { expect, test } from 'vitest'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import { contract, type Channel, type Output } from '#shared/ipc/contract.ts'
import { answer } from '#main/ipc/answer.ts'
import { citationHandlers } from '#main/ipc/citation-handlers.ts'
import type { Handlers } from '#main/ipc/handlers.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'

test('the channels of citations answer what the contract promises', async () => {
  const { workspaces, context } = await openSampleWorkspace()
  const handlers = citationHandlers(workspaces.session) as Handlers
  const asked = new Set<Channel>()
  const ask = async <C extends Channel>(channel: C, input: unknown): Promise<Output<C>> => {
    asked.add(channel)
    const answered = await answer(handlers, channel, input, { emit: () => undefined }, (_reference, _channel, error) => {
      throw error
    })
    if (!answered.ok) throw new Error(`${channel}: ${answered.code} ${JSON.stringify(answered.details)}`)
    const parsed = contract[channel].output.safeParse(answered.value)
    expect([channel, parsed.success ? [] : parsed.error.issues]).toEqual([channel, []])
    return answered.value as Output<C>
  }
  const planId = (await context.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()).id
  const [first] = await ask('citation.list', {})
  const { id, version, ...facts } = first as CitedDocument
  await ask('citation.usage', {})
  await ask('citation.places', { id })
  await ask('citation.save', { id, version, facts: { ...facts, note: 'đã xem' } })
  await ask('citation.save', { id: null, version: null, facts: { ...facts, symbol: '1/NQ-CP' } })
  await ask('citation.create-many', { documents: [{ ...facts, symbol: '2/NQ-CP' }] })
  await ask('citation.preview-paste', { text: 'Nghị định\t30/2020/NĐ-CP\t05/3/2020' })
  const { findings } = await ask('citation.check', { planId })
  await ask('citation.fix', { planId, fixes: findings.flatMap(({ place, fix }) => (fix === null ? [] : [{ place, fix }])) })
  await ask('citation.write-bases', {
    planId,
    area: 'body',
    bases: [{ provisionId: null, content: [{ kind: 'text', text: 'Căn cứ A.' }] }],
  })
  await ask('citation.remove', { id, version: version + 1 })
  const ours = (Object.keys(contract) as Channel[]).filter((channel) => channel.startsWith('citation.'))
  expect(ours.filter((channel) => !asked.has(channel))).toEqual([])
})
