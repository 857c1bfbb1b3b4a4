import { parentPort } from 'node:worker_threads'
import { AppError } from '#shared/app-error.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { createPageEngine } from './page-engine.ts'
import type { PageAnswer, PageJob } from './page-job.ts'
import { writePages } from './write-pages.ts'

// A thread that lives as long as it may: the engine's caches are what makes the page follow the typing.
// One job at a time, in the order they come; whatever is not a failure with a name ends the thread, since WebAssembly
// that stopped half-way cannot be trusted again.

const port = parentPort
const engine = await createPageEngine()

// Jobs that came while the engine was starting wait in the port until here.
port?.on('message', (job: PageJob) => {
  const answer = answerJob(job)
  const bytes = answer.ok && answer.value !== null && 'bytes' in answer.value ? answer.value.bytes : null
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  port.postMessage(answer, bytes === null ? [] : [bytes.buffer as ArrayBuffer])
})

function answerJob(job: PageJob): PageAnswer {
  try {
    return { ok: true, value: run(job), memoryBytes: engine.memoryBytes() }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}

function run(job: PageJob) {
  switch (job.kind) {
    case 'warm-up':
      engine.layOut(writePages(SMALL_PAPER), 0, 0)
      return null
    case 'render':
      return engine.layOut(writePages(job.document), job.firstPage, job.lastPage)
    case 'pdf':
      return engine.pdf(writePages(job.document))
    default:
      return job satisfies never
  }
}

const SMALL_FORMAT = {
  align: 'both',
  firstLineIndent: '10mm',
  leftIndent: '0pt',
  spaceBefore: '0pt',
  spaceAfter: '6pt',
  lineSpacing: 1,
  keepWithNext: false,
  keepTogether: false,
} as const
const SMALL_PARAGRAPH = {
  kind: 'paragraph',
  role: 'paragraph',
  format: SMALL_FORMAT,
  runs: [{ kind: 'text', text: 'Trang', size: '14pt' }],
} as const

/** Enough of a paper to have the engine's code compiled and the font read before a person waits for a page. */
const SMALL_PAPER: OfficialDocument = {
  metadata: { title: '', author: '', stamp: '2000-01-01T00:00:00.000Z', draftMark: null },
  font: 'Times New Roman',
  footnoteFormat: { size: '10pt', align: 'both', lineSpacing: 1 },
  sections: [
    {
      key: 'body',
      orientation: 'portrait',
      paper: { width: '210mm', height: '297mm' },
      margins: { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' },
      pageNumbers: { show: 'hide-first', restart: true, size: '14pt' },
      blocks: [
        SMALL_PARAGRAPH,
        {
          kind: 'table',
          columnShares: [1],
          headerRows: [],
          rows: [
            { kind: 'task', mayBreak: false, cells: [{ columnSpan: 1, rowSpan: 1, verticalAlign: 'top', paragraphs: [SMALL_PARAGRAPH] }] },
          ],
        },
      ],
    },
  ],
}
