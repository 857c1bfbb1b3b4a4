import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool, runDocumentJob } from '#main/documents/worker-pool.ts'
import { fixture, outlineOf, readPlan } from '../../helpers/plan-reading.ts'
import { langSon } from '../../helpers/provinces.ts'

afterAll(closeWorkerPool)

const input = { file: 'ke-hoach.docx', bytes: fixture('ke-hoach-cchc-2023.docx'), year: null, registry: langSon }

test('a plan read in a thread is the plan read here, and the thread tells how far it is', async () => {
  const progress: number[] = []
  const draft = await runDocumentJob('read-plan-file', input, { onProgress: ({ done, total }) => progress.push(done / total) })
  expect(outlineOf(draft)).toEqual(outlineOf(readPlan(input.bytes, input.file)))
  expect([progress.length > 1, progress.at(-1), progress]).toEqual([true, 1, progress.toSorted((one, other) => one - other)])
})

test('a failure in the thread keeps its code and its words', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7')
  await expect(runDocumentJob('read-plan-file', { ...input, file: 'a.pdf', bytes })).rejects.toMatchObject({
    code: 'file-is-pdf',
    details: { file: 'a.pdf' },
  })
})

test('cancelling stops a job in the middle of its work, and the next one runs', async () => {
  // Long enough that it cannot be done before it is stopped; the stop comes with its first sign of life.
  const long = new TextEncoder().encode(
    `KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n${'- Việc cần làm theo kế hoạch số 12/KH-UBND của tỉnh.\n'.repeat(40_000)}`,
  )
  const stop = new AbortController()
  const running = runDocumentJob(
    'read-plan-file',
    { ...input, file: 'a.txt', bytes: long },
    { signal: stop.signal, onProgress: () => stop.abort() },
  )
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  expect((await runDocumentJob('read-plan-paste', { text: 'I. MỤC ĐÍCH\n- Việc.', html: null, year: 2026 })).blocks).toHaveLength(2)
})

test('a job cancelled before it starts does not start', async () => {
  await expect(runDocumentJob('read-plan-file', input, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
})
