import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { afterEach, expect, test } from 'vitest'
import { createPageService, type PageService } from '#main/documents/page-service.ts'
import { AppError } from '#shared/app-error.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import { everyBlock, paper, paragraph, section } from '../../helpers/papers.ts'
import { readPdf } from '../../helpers/pdf.ts'

let service: PageService | null = null
afterEach(async () => service?.close())

function start(memoryLimitBytes?: number): PageService {
  service = createPageService(memoryLimitBytes === undefined ? {} : { memoryLimitBytes })
  return service
}

const saying = (words: string): OfficialDocument => paper([section('a', [paragraph(words)])])
const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error))

test('the preview gets the pages it shows, the size of every page, and where each record stands', async () => {
  const rendered = await start().render({ document: everyBlock(), generation: 7, firstPage: 1, lastPage: 9 })
  expect({
    ...rendered,
    pages: rendered.pages.map(({ index, widthPoints }) => [index, Math.round(widthPoints)]),
    places: rendered.places.map(({ sourceId, page }) => [sourceId, page]),
  }).toMatchObject({
    generation: 7,
    pageCount: 3,
    pages: [
      [1, 595],
      [2, 842],
    ],
    places: [
      ['opening', 0],
      ['bullet', 0],
      ['after-break', 1],
      ['task-1', 2],
      ['task-2', 2],
    ],
    splitSourceIds: [],
  })
})

test('a drawn page is an image that stands alone: one outline a letter, nothing that could run or reach out', async () => {
  const hostile = 'Ủy ban </svg><script>alert(1)</script> & "x"'
  const document = paper([...everyBlock().sections, section('hostile', [paragraph(hostile)])])
  const { pages } = await start().render({ document, generation: 1, firstPage: 0, lastPage: 9 })
  const used = pages.map(({ svg }) => {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, 'image/svg+xml').documentElement!
    const elements = [...root.getElementsByTagName('*')]
    const outlines = new Set(
      elements
        .filter((element) => element.tagName === 'path' && element.getAttribute('d') !== '')
        .map((element) => element.getAttribute('id')),
    )
    const uses = elements.filter((element) => element.tagName === 'use').map((use) => (use.getAttribute('href') ?? '').slice(1))
    expect(uses.filter((id) => !outlines.has(id))).toEqual([])
    expect(
      [...new Set([root, ...elements].map((element) => element.tagName))].filter(
        (name) => !['svg', 'defs', 'g', 'path', 'rect', 'use'].includes(name),
      ),
    ).toEqual([])
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|javascript:|\son\w+=|<script|<text|href="(?!#)/iu)
    return uses.length
  })
  expect([used.length, used.at(-1)]).toEqual([4, hostile.replaceAll(' ', '').length])
})

test('typing on drops the layouts that nobody waits for any more, and never a PDF', async () => {
  const pages = start()
  const asked = [0, 1, 2, 3].map(async (generation) =>
    pages
      .render({ document: saying(`lần ${generation}`), generation, firstPage: 0, lastPage: 0 })
      .then((rendered) => rendered.generation, codeOf),
  )
  const pdf = pages.pdf(saying('để in'))
  const last = pages.render({ document: saying('lần cuối'), generation: 4, firstPage: 0, lastPage: 0 })
  expect(await Promise.all(asked)).toEqual([0, 'cancelled', 'cancelled', 'cancelled'])
  expect([(await last).generation, (await readPdf((await pdf).bytes))[0]!.words.map((word) => word.text).join(' ')]).toEqual([4, 'để in'])
})

test('a thread that holds too much is replaced while it goes on answering, and says the same', async () => {
  const pages = start(1)
  const document = everyBlock()
  const first = await pages.pdf(document)
  await pages.pdf(
    paper([
      section(
        'a',
        Array.from({ length: 400 }, (_, index) => paragraph(`đoạn ${index}`)),
      ),
    ]),
  )
  const full = pages.state()
  // Nobody waits for the successor: each question is answered, until the answers come from an engine that holds less.
  const answers = []
  while (pages.state().memoryBytes >= full.memoryBytes && answers.length < 5000)
    answers.push(
      (await pages.render({ document: saying(`lần ${answers.length % 3}`), generation: answers.length, firstPage: 0, lastPage: 0 }))
        .generation,
    )
  expect(answers).toEqual(answers.map((_, round) => round))
  expect(pages.state().threadsStarted).toBeGreaterThan(1)
  expect(Buffer.compare((await pages.pdf(document)).bytes, first.bytes)).toBe(0)
})

test('closing tells the waiting and the next call starts afresh', async () => {
  const pages = start()
  const waiting = [pages.pdf(everyBlock()), pages.render({ document: everyBlock(), generation: 1, firstPage: 0, lastPage: 0 })].map(
    async (one) => one.then(() => 'done', codeOf),
  )
  await pages.close()
  expect(await Promise.all(waiting)).toEqual(['cancelled', 'cancelled'])
  expect((await pages.render({ document: saying('lại'), generation: 2, firstPage: 0, lastPage: 0 })).pageCount).toBe(1)
})

test('a document that the engine cannot set fails with a name, and the next one is set all the same', async () => {
  const pages = start()
  const broken = { ...everyBlock(), metadata: { ...everyBlock().metadata, stamp: 'no moment' } }
  await expect(pages.pdf(broken)).rejects.toMatchObject({ code: 'pages-failed' })
  expect((await pages.pdf(saying('vẫn chạy'))).splitSourceIds).toEqual([])
})
