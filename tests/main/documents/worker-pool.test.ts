import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool, runDocumentJob } from '#main/documents/worker-pool.ts'

afterAll(closeWorkerPool)

test('a failure in the thread keeps its code and its words', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7')
  await expect(runDocumentJob('read-plan-file', { file: 'a.pdf', bytes, year: null })).rejects.toMatchObject({
    code: 'file-is-pdf',
    details: { file: 'a.pdf' },
  })
})
