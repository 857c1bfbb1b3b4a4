// Pages: how soon the preview shows a paper and follows an edit, how long a PDF takes, and what a hundred PDFs leave in memory.
// Everything goes through the page service and its thread, copying included: that is what a person waits for.
import { buildPlanDocument, type DocumentOptions, type PlanRecords } from '#shared/document/plan-document.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { createPageService, type PageService } from '#main/documents/page-service.ts'
import { largePlan } from '../tests/helpers/large-plan.ts'
import { samplePlan } from '../tests/helpers/sample-plan.ts'
import { median, reportRatio } from './measure.ts'

const options: DocumentOptions = { copy: 'paper', draftMark: null, stamp: '2023-01-05T00:00:00Z' }
const MEGABYTE = 1_000_000
const EDITS = 9
/** What a person sees follow their typing: the time from the end of the pause to the drawn pages (issue's aim for the sample). */
const FOLLOWING = 150

/** The paper with some letters typed into the middle of its text. */
function edited(records: PlanRecords, letters: number): OfficialDocument {
  const middle = Math.floor(records.provisions.length / 2)
  const provisions = records.provisions.map((provision, index) =>
    index === middle
      ? { ...provision, content: [...provision.content, { kind: 'text', text: ` ${'a'.repeat(letters)}` } as const] }
      : provision,
  )
  return buildPlanDocument({ ...records, provisions }, options).document
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - start }
}

async function measurePaper(name: string, records: PlanRecords, service: PageService): Promise<void> {
  const papers = Array.from({ length: EDITS + 1 }, (_, letters) => edited(records, letters))
  const [first, ...others] = papers
  if (first === undefined) return
  const render = async (document: OfficialDocument) =>
    timed(async () => service.render({ document, generation: 0, firstPage: 1, lastPage: 2 }))
  const opened = await render(first)
  const edits = []
  for (const document of others) edits.push((await render(document)).milliseconds)
  const pdfs = []
  for (const document of others.slice(0, 3)) pdfs.push((await timed(async () => service.pdf(document))).milliseconds)
  const { value } = opened
  const sizes = value.pages.map(({ svg }) => svg.length / 1000)
  console.log(
    `${name}: ${value.pageCount} pages; first layout ${opened.milliseconds.toFixed(0)} ms, PDF ${median(pdfs).toFixed(0)} ms, ` +
      `${median(sizes).toFixed(0)} kB a drawn page, engine holds ${(service.state().memoryBytes / MEGABYTE).toFixed(0)} MB`,
  )
  reportRatio(`${name}: pages after one edit, against ${FOLLOWING} ms`, median(edits), FOLLOWING, name === 'sample' ? 1 : 2)
}

const service = createPageService()
const start = await timed(async () => service.pdf(edited(samplePlan(), 1)))
console.log(`start of the engine and a first PDF of the sample: ${start.milliseconds.toFixed(0)} ms`)
await service.close()

const warm = createPageService()
warm.warmUp()
await measurePaper('sample', samplePlan(), warm)
await measurePaper('large plan', largePlan(), warm)

// Memory: each PDF is of a paper that differs, as a cache that never forgets would like least.
await warm.close()
const exporting = createPageService()
const settled = async (from: number, count: number): Promise<number> => {
  for (let round = from; round < from + count; round += 1) await exporting.pdf(edited(samplePlan(), round))
  globalThis.gc?.()
  return process.memoryUsage().rss / MEGABYTE
}
const before = await settled(0, 10)
const after = await settled(10, 100)
reportRatio('memory of the process after 100 PDFs of the sample', after, before, 1.05, 'MB')
console.log(`engine holds ${(exporting.state().memoryBytes / MEGABYTE).toFixed(0)} MB, threads started ${exporting.state().threadsStarted}`)
await exporting.close()
