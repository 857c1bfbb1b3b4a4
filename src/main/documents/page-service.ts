import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/app-error.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import type { LaidOut, PagesPdf } from './page-engine.ts'
import type { PageAnswer, PageJob, PageJobValues } from './page-job.ts'
import { workerFile } from './worker-file.ts'

export interface RenderRequest {
  readonly document: OfficialDocument
  /** Comes back with the answer, so that the one who asked can tell answers apart. */
  readonly generation: number
  /** The pages to draw, from 0, both included; the rest is laid out but not drawn. */
  readonly firstPage: number
  readonly lastPage: number
}

export type Rendered = LaidOut & { readonly generation: number; readonly pageCount: number }

/** The pages of documents: preview and PDF by one engine in a thread of its own. */
export interface PageService {
  /** Starts the thread and its engine ahead of the first page. Call it when nothing else is to be done. */
  readonly warmUp: () => void
  /**
   * Lays a document out and draws some of its pages. Asking again drops what was asked before and is not begun yet: that
   * call fails with `cancelled`. `pages-failed` when the engine gives up.
   */
  readonly render: (request: RenderRequest) => Promise<Rendered>
  /** The document as a PDF, every byte the same for the same document. Never dropped. Fails with `pages-failed`. */
  readonly pdf: (document: OfficialDocument) => Promise<PagesPdf>
  /** Bytes the present engine held at its last answer, and how many threads there have been: for the bench and the health check. */
  readonly state: () => { readonly memoryBytes: number; readonly threadsStarted: number }
  /** Stops the thread. Waiting calls fail with `cancelled`; the next call starts a new one. */
  readonly close: () => Promise<void>
}

export interface PageServiceOptions {
  /** The thread is replaced when its engine holds more than this. */
  readonly memoryLimitBytes?: number
}

const MEGABYTE = 1_000_000
/** A document that fills more than the limit at once would have the thread replaced after every layout: it may grow by half instead. */
const ROOM_TO_GROW = 1.5

interface Waiting {
  readonly job: PageJob
  readonly resolve: (value: PageJobValues[PageJob['kind']]) => void
  readonly reject: (error: unknown) => void
}

interface Thread {
  readonly worker: Worker
  /** What the thread is at work on. */
  busyWith: Waiting | null
  /** Engine memory at the last answer. */
  memory: number
  /** The same after the first document. */
  firstMemory: number | null
}

export function createPageService({ memoryLimitBytes = 300 * MEGABYTE }: PageServiceOptions = {}): PageService {
  let thread: Thread | null = null
  let successor: Thread | null = null
  let lastRender: PageJob | null = null
  let waiting: Waiting[] = []
  let threadsStarted = 0

  function startThread(): Thread {
    threadsStarted += 1
    // The thread must not inherit the flags of a test runner or of a debugger.
    const worker = new Worker(workerFile('pages'), { execArgv: [] })
    const started: Thread = { worker, busyWith: null, memory: 0, firstMemory: null }
    worker.on('message', (answer: PageAnswer) => onAnswer(started, answer))
    worker.on('error', (error) => onEnd(started, error))
    worker.on('exit', () => onEnd(started, new Error('the page worker stopped')))
    // A command line that is done ends, whether or not the thread still stands by.
    worker.unref()
    return started
  }

  function give(to: Thread, next: Waiting): void {
    to.busyWith = next
    to.worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    to.worker.postMessage(next.job)
  }

  function pump(): void {
    const [next] = waiting
    if (next === undefined || (thread !== null && thread.busyWith !== null)) return
    waiting = waiting.slice(1)
    thread ??= startThread()
    give(thread, next)
  }

  function onAnswer(from: Thread, answer: PageAnswer): void {
    const done = from.busyWith
    from.busyWith = null
    from.worker.unref()
    if (answer.ok) {
      from.memory = answer.memoryBytes
      if (done?.job.kind !== 'warm-up') from.firstMemory ??= answer.memoryBytes
      done?.resolve(answer.value)
      if (from === thread && answer.memoryBytes > Math.max(memoryLimitBytes, (from.firstMemory ?? 0) * ROOM_TO_GROW)) raiseSuccessor()
    } else done?.reject(new AppError(answer.code, answer.details))
    pump()
  }

  function onEnd(ended: Thread, error: unknown): void {
    if (thread === ended) thread = null
    if (successor === ended) successor = null
    const lost = ended.busyWith
    ended.busyWith = null
    lost?.reject(new AppError('pages-failed', { problem: error instanceof Error ? error.message : String(error) }, { cause: error }))
    pump()
  }

  /** A second thread learns the last document while the first still answers, then takes its place: nobody waits. */
  function raiseSuccessor(): void {
    if (successor !== null) return
    const next = startThread()
    successor = next
    give(next, {
      job: lastRender ?? { kind: 'warm-up' },
      resolve: () => takeOver(next),
      reject: () => void next.worker.terminate(),
    })
  }

  function takeOver(next: Thread): void {
    if (successor !== next) return
    successor = null
    const old = thread
    if (old === null || old.busyWith === null) {
      thread = next
      if (old !== null) void old.worker.terminate()
      return
    }
    // The first is in the middle of something: it finishes that, and the second has what comes after.
    const { busyWith } = old
    old.busyWith = {
      job: busyWith.job,
      resolve: (value) => {
        busyWith.resolve(value)
        void old.worker.terminate()
      },
      reject: busyWith.reject,
    }
    thread = next
  }

  async function ask<Job extends PageJob>(job: Job): Promise<PageJobValues[Job['kind']]> {
    return new Promise((resolve, reject) => {
      waiting.push({ job, resolve: resolve as Waiting['resolve'], reject })
      pump()
    })
  }

  return {
    warmUp: () => {
      if (thread === null) ask({ kind: 'warm-up' }).catch(() => undefined)
    },
    render: async ({ document, generation, firstPage, lastPage }) => {
      const [dropped, kept] = [waiting.filter(({ job }) => job.kind === 'render'), waiting.filter(({ job }) => job.kind !== 'render')]
      waiting = kept
      for (const { reject } of dropped) reject(new AppError('cancelled', {}))
      const job = { kind: 'render', document, firstPage, lastPage } as const
      lastRender = { ...job, lastPage: firstPage - 1 }
      const laidOut = await ask(job)
      return { ...laidOut, generation, pageCount: laidOut.pageSizes.length }
    },
    pdf: async (document) => ask({ kind: 'pdf', document }),
    state: () => ({ memoryBytes: thread?.memory ?? 0, threadsStarted }),
    close: async () => {
      const dropped = waiting
      waiting = []
      for (const { reject } of dropped) reject(new AppError('cancelled', {}))
      const threads = [thread, successor]
      thread = null
      successor = null
      lastRender = null
      for (const open of threads) {
        open?.busyWith?.reject(new AppError('cancelled', {}))
        if (open) open.busyWith = null
        await open?.worker.terminate()
      }
    },
  }
}
