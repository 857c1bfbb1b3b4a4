import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { splitWords } from '#shared/document/words.ts'
import type { DocumentRequest } from '#shared/ipc/exchange-contract.ts'
import { openPackage } from '#main/documents/open-package.ts'
import { paragraphsOf, paragraphText } from '#main/documents/docx-body.ts'
import { createPageService } from '#main/documents/page-service.ts'
import { readDocx } from '#main/documents/read-docx.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { copySelection } from '#main/services/clipboard.ts'
import { makePaperFile, printExport, renderPreview, saveExport } from '#main/services/export.ts'
import { createJobs } from '#main/services/jobs.ts'
import { describePlan, summarisePlans } from '#main/services/plan.ts'
import { readTasks } from '#main/services/task.ts'
import { openSampleWorkspace } from '../../helpers/sample-workspace.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const pages = createPageService()
beforeAll(() => pages.warmUp())
afterAll(async () => {
  await pages.close()
  await closeWorkerPool()
})

const control = { signal: new AbortController().signal, tell: (): void => undefined }
const requestOf = (plan: Plan, patch: Partial<DocumentRequest> = {}): DocumentRequest => ({
  planId: plan.id,
  what: 'plan',
  agencyId: null,
  memberId: null,
  copy: 'electronic',
  draftRoundId: null,
  unsaved: null,
  ...patch,
})
async function sample(): Promise<{ readonly context: Awaited<ReturnType<typeof openSampleWorkspace>>['context']; readonly plan: Plan }> {
  const { context } = await openSampleWorkspace()
  const [summary] = await summarisePlans(context)
  if (summary === undefined) throw new Error('no plan')
  return { context, plan: summary.plan }
}

/** All words of a Word file, footnotes after the text. */
function wordsInDocx(bytes: Uint8Array): readonly string[] {
  const body = readDocx(openPackage(bytes, 'a.docx', 'docx'))
  const text = body.sections
    .flatMap(({ blocks }) => paragraphsOf(blocks))
    .map(paragraphText)
    .join('\n')
  return splitWords(text.normalize('NFC'))
}

describe('what goes in comes out', () => {
  test('every sentence and every cell of the sample stands in its Word file, word by word and in order', async () => {
    const { context, plan } = await sample()
    const { bytes } = await makePaperFile(context, pages, requestOf(plan), 'docx', control)
    const written = wordsInDocx(bytes).join(' ').toLocaleLowerCase('vi')
    const { provisions } = await describePlan(context, { planId: plan.id })
    let at = 0
    for (const provision of provisions) {
      const words = splitWords(plainText(provision.content)).join(' ').toLocaleLowerCase('vi')
      const found = written.indexOf(words, at)
      expect([words, found >= at]).toEqual([words, true])
      at = found + words.length
    }
    const lost = (await readTasks(context, { planId: plan.id })).filter(
      (task) => !written.includes(splitWords(task.content).join(' ').toLocaleLowerCase('vi')),
    )
    expect(lost).toEqual([])
  })
})

test('every paragraph and footnote of the office’s own file stands in the exported one, in order, a citation as it was typed', async () => {
  const { context, plan } = await sample()
  const { bytes } = await makePaperFile(context, pages, requestOf(plan), 'docx', control)
  const source = readFileSync(fileURLToPath(new URL('../../fixtures/ke-hoach-cchc-2023.docx', import.meta.url)))
  const [given, written] = [sourceText(source), sourceText(bytes)]
  expect(given.footnotes).toEqual(written.footnotes)
  const start = given.paragraphs.findIndex((words) => words.startsWith('thực hiện nghị quyết'))
  const end = given.paragraphs.findIndex((words) => words.endsWith('./.'))
  let at = 0
  for (const words of given.paragraphs.slice(start, end + 1)) {
    const found = written.paragraphs.findIndex((other, index) => index >= at && other === words)
    expect([words, found >= at]).toEqual([words, true])
    at = found + 1
  }
  expect(end - start).toBe(69)
})

const plainWords = (text: string): string => splitWords(text.normalize('NFC')).join(' ').toLocaleLowerCase('vi')

/** Paragraphs that say something and footnotes, as lower-case words without the numbers before them. */
function sourceText(bytes: Uint8Array): { readonly paragraphs: readonly string[]; readonly footnotes: readonly string[] } {
  const paragraphs = readDocx(openPackage(bytes, 'a.docx', 'docx')).sections.flatMap(({ blocks }) => paragraphsOf(blocks))
  return {
    paragraphs: paragraphs
      .map((paragraph) => plainWords(paragraphText(paragraph)).replace(/^(?:[ivx]+\.|\d+\.|-) /u, ''))
      .filter((text) => text !== ''),
    footnotes: paragraphs.flatMap(({ runs }) =>
      runs.flatMap((run) => (run.kind === 'footnote' ? [plainWords(run.paragraphs.map(paragraphText).join(' '))] : [])),
    ),
  }
}

describe('saving', () => {
  test('asks with a name of type, year and date, writes there, and is nothing when the person cancels', async () => {
    const { context, plan } = await sample()
    const folder = temporaryFolder()
    const asked: string[] = []
    const choose = async (suggestion: string): Promise<string> => {
      asked.push(suggestion)
      return join(folder, suggestion)
    }
    const saved = await saveExport(context, pages, { request: requestOf(plan), format: 'docx' }, choose, control)
    expect([
      asked,
      saved?.file,
      saved?.notices,
      readFileSync(saved?.file ?? '')
        .subarray(0, 2)
        .toString(),
    ]).toEqual([['Kế hoạch CCHC năm 2023 - 03.01.2023.docx'], join(folder, 'Kế hoạch CCHC năm 2023 - 03.01.2023.docx'), [], 'PK'])
    expect(await saveExport(context, pages, { request: requestOf(plan), format: 'pdf' }, async () => null, control)).toBeNull()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('work that is stopped asks nothing and writes nothing', async () => {
    const { context, plan } = await sample()
    const folder = temporaryFolder()
    const jobs = createJobs(() => undefined)
    const saving = jobs.run('job', (running) =>
      saveExport(context, pages, { request: requestOf(plan), format: 'docx' }, async (name) => join(folder, name), running),
    )
    jobs.cancel('job')
    await expect(saving).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('printing makes the PDF and hands it to the office’s own reader', async () => {
    const { context, plan } = await sample()
    const opened: string[] = []
    const { file } = await printExport(
      context,
      pages,
      requestOf(plan, { what: 'appendix' }),
      temporaryFolder(),
      async (name) => void opened.push(name),
      control,
    )
    expect([opened, existsSync(file), readFileSync(file).subarray(0, 5).toString()]).toEqual([[file], true, '%PDF-'])
  })
})

test('the preview shows the editor’s unsaved words, draws only the pages asked for, and knows where each sentence stands', async () => {
  const { context, plan } = await sample()
  const { provisions } = await describePlan(context, { planId: plan.id })
  const [first, ...rest] = provisions.map(({ id, area, kind, content }) => ({ id, area, kind, content }))
  if (first === undefined) throw new Error('no text')
  const before = await renderPreview(context, pages, { request: requestOf(plan), generation: 1, firstPage: 0, lastPage: 0 })
  const unsaved = [
    {
      ...first,
      content: Array.from({ length: 60 }, () => ({ kind: 'text' as const, text: 'thêm nhiều chữ vào trang đầu cho dài hẳn ra ' })),
    },
    ...rest,
  ]
  const after = await renderPreview(context, pages, { request: requestOf(plan, { unsaved }), generation: 2, firstPage: 0, lastPage: 0 })
  expect([before.generation, after.generation, before.pages.length, after.pages.length, after.pageCount >= before.pageCount]).toEqual([
    1,
    2,
    1,
    1,
    true,
  ])
  const last = rest.at(-1)?.id
  const placeOf = (rendered: typeof before): number => {
    const place = rendered.places.find(({ sourceId }) => sourceId === last)
    return place === undefined ? -1 : place.page * 10_000 + place.topPoints
  }
  expect(placeOf(after)).toBeGreaterThan(placeOf(before))
})

describe('copying', () => {
  test('sentences are paragraphs with their numbers; rows are a table under its header', async () => {
    const { context, plan } = await sample()
    const { provisions } = await describePlan(context, { planId: plan.id })
    const heading = provisions.find(({ content }) => plainText(content) === 'Cải cách thể chế')
    const bullet = provisions[(heading === undefined ? 0 : provisions.indexOf(heading)) + 1]
    const [task] = await readTasks(context, { planId: plan.id })
    if (heading === undefined || bullet === undefined || task === undefined) throw new Error('no sample')
    const copies: { html: string; text: string }[] = []
    await copySelection(
      context,
      { planId: plan.id, selection: { kind: 'provisions', ids: [heading.id, bullet.id] } },
      (copy) => void copies.push(copy),
    )
    await copySelection(context, { planId: plan.id, selection: { kind: 'tasks', ids: [task.id] } }, (copy) => void copies.push(copy))
    const [sentences, rows] = copies
    expect([
      sentences?.text.split('\n')[0],
      sentences?.text.split('\n')[1]?.startsWith('- Tiếp tục tổ chức triển khai Luật'),
      sentences?.html.match(/<p /g)?.length,
    ]).toEqual(['2. Cải cách thể chế', true, 2])
    expect(rows?.text.split('\n').map((line) => line.split('\t').length)).toEqual([6, 6])
    expect([rows?.html.includes('<table'), rows?.text.includes(task.content)]).toEqual([true, true])
  })
})
