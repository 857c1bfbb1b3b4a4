import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { DueKind, dueList } from '#shared/domain/due-list.ts'
import type { Day } from '#shared/domain/identifier.ts'
import { linesByAgency, linesOfKinds, timesOf, type UrgingLine } from '#shared/domain/urging-letter.ts'
import { buildDueListPaper } from '#shared/document/due-list-paper.ts'
import { buildUrgingLetter } from '#shared/document/urging-letter.ts'
import { paragraphText, paragraphsOf } from '#shared/document/words.ts'
import type { OfficialDocument } from '#shared/document/blocks.ts'
import type { UrgingRequest } from '#shared/ipc/urging-contract.ts'
import { checkDocx } from '#main/documents/check-docx.ts'
import { createPageEngine, type PageEngine } from '#main/documents/page-engine.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { writePages } from '#main/documents/write-pages.ts'
import { readDocuments } from '#main/services/document-record.ts'
import { undo } from '#main/services/history.ts'
import { readRegister } from '#main/services/register.ts'
import {
  makeUrgingLetters,
  markLetterSent,
  papersOf,
  readLettersOfTask,
  readUrgingLetters,
  removeUrgingDraft,
  startUrging,
  withdrawLetter,
} from '#main/services/urging.ts'
import { makeFollowedYear, type IssuedYear } from '../../helpers/followed-year.ts'
import { readPdf } from '../../helpers/pdf.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const asOf: Day = '2023-07-10'
const stamp = '2023-07-10T00:00:00Z'

/** What a start gives as the words of a letter, unless a person changes them. */
async function usualRequest(
  { context }: IssuedYear,
  choose: (lines: readonly UrgingLine[]) => readonly UrgingLine[],
  joint: boolean,
): Promise<UrgingRequest> {
  const { lines, issuers, recipients, answerTo, answerBy } = await startUrging(context, { year: 2023, asOf })
  const issuer = issuers[0]!
  return {
    year: 2023,
    asOf,
    joint,
    chosen: choose(lines).map(({ assignmentId, due }) => ({ assignmentId, due })),
    words: {
      issuer: issuer.kind,
      letterhead: issuer.letterhead,
      symbol: issuer.symbol,
      issuerName: issuer.name,
      signature: issuer.signatures[0]!,
      recipients,
      subject: '',
      opening: '',
      request: '',
      answerTo,
      answerBy,
    },
  }
}

const overdue = (lines: readonly UrgingLine[]): readonly UrgingLine[] => linesOfKinds(lines, ['overdue'], 'lead')
const few = (lines: readonly UrgingLine[]): readonly UrgingLine[] => overdue(lines).slice(0, 3)
const lastOne = (lines: readonly UrgingLine[]): readonly UrgingLine[] => linesOfKinds(lines, DueKind.options, null).slice(-1)
const keyOf = ({ assignmentId, due }: { readonly assignmentId: string | null; readonly due: string }): string => `${assignmentId} ${due}`

/** Rows of the annex as its cells say them, agency before each, numbers left out (they run through each letter). */
function annexRows(document: OfficialDocument): readonly string[] {
  let agency = paragraphsOf(document.sections[0]?.blocks ?? [])
    .map(paragraphText)
    .find((words) => words.startsWith('Kính gửi: '))
    ?.slice('Kính gửi: '.length)
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap(({ kind, cells }) => {
      const words = cells.map(({ paragraphs }) => paragraphs.map(paragraphText).join('\n'))
      if (kind === 'task') return [[agency, ...words.slice(1, 5)].join(' | ')]
      agency = /^[IVXLC]+\. (.*) \(\d+\)$/u.exec(words[0] ?? '')?.[1]
      return []
    })
}

let year: IssuedYear
let engine: PageEngine
beforeAll(async () => {
  engine = await createPageEngine()
})

test('the joint letter and one letter to each agency have the rows of the overdue list, and each is as the decree asks', async () => {
  year = await makeFollowedYear(temporaryFolder())
  const { context } = year
  const [joint] = await papersOf(context, await usualRequest(year, overdue, true))
  const each = await papersOf(context, await usualRequest(year, overdue, false))
  const register = await readRegister(context, { year: 2023, asOf })
  const list = dueList(register, { kinds: ['overdue'], role: 'lead' }).map(({ share, due }) =>
    keyOf({ assignmentId: share.assignmentId, due: due.key }),
  )
  const agencies = linesByAgency(joint!.lines)
  expect(agencies.length).toBeGreaterThan(5)
  expect([each.length, joint!.lines.map(keyOf).toSorted(), each.flatMap(({ lines }) => lines.map(keyOf)).toSorted()]).toEqual([
    agencies.length,
    list.toSorted(),
    list.toSorted(),
  ])

  const options = { number: '12', issuedOn: '2023-07-11', copy: 'paper', stamp } as const
  const paperOfJoint = buildUrgingLetter(joint!, options)
  const own = buildDueListPaper({ year: 2023, judgedOn: asOf, office: '', lines: joint!.lines, stamp }).document
  const rows = annexRows(paperOfJoint)
  expect([rows.length, annexRows(own), each.flatMap((paper) => annexRows(buildUrgingLetter(paper, options)))]).toEqual([
    list.length,
    rows,
    rows,
  ])

  const faults = []
  for (const paper of [joint!, ...each]) {
    const bytes = await writeDocx(buildUrgingLetter(paper, options))
    faults.push(...checkDocx(bytes, { file: 'công văn.docx', copy: 'paper' }))
  }
  expect(faults).toEqual([])

  // The page says what Word says: every letter of it, wherever lines break and pages turn.
  for (const document of [paperOfJoint, buildUrgingLetter(each[0]!, options)]) {
    const pages = await readPdf(engine.pdf(writePages(document)).bytes)
    const drawn = pages.flatMap(({ words }) => words.map(({ text }) => text)).join('')
    const missing = paragraphsOf(document.sections.flatMap(({ blocks }) => blocks))
      .flatMap((one) => paragraphText(one).split(/\s+/u))
      .filter((word) => word.length < 12 && !drawn.includes(word.normalize('NFC')))
    expect(missing).toEqual([])
  }
}, 120_000)

test('the second letter says that it is the second, once the first was marked as sent, and not before', async () => {
  const { context, planId } = year
  const actor = year.actor
  const times = async (): Promise<readonly number[]> =>
    (await papersOf(context, await usualRequest(year, few, true))).flatMap(({ lines }) => lines.map((line) => line.times))
  const seen = [await times()]
  const [first] = await makeUrgingLetters(context, actor, await usualRequest(year, few, true))
  seen.push(await times())
  const sent = await markLetterSent(context, actor, {
    id: first!.id,
    version: first!.version,
    number: '05',
    sentOn: '2023-07-11',
    signerName: 'Người ký (mẫu)',
    acceptDuplicate: false,
  })
  seen.push(await times())
  const [second] = await makeUrgingLetters(context, actor, await usualRequest(year, (lines) => overdue(lines).slice(0, 4), true))
  await withdrawLetter(context, actor, { id: sent.id, version: sent.version, reason: 'Đánh dấu nhầm' })
  seen.push(await times())
  expect(seen).toEqual([
    [1, 1, 1],
    [1, 1, 1],
    [2, 2, 2],
    [1, 1, 1],
  ])
  // What a letter says when it is made stays.
  expect([second!.paper.lines.map((line) => line.times), timesOf(second!.paper)]).toEqual([[2, 2, 2, 1], 2])
  const named = await readLettersOfTask(context, { taskId: first!.paper.lines[0]!.taskId })
  expect(
    named.filter(({ letterId }) => letterId === sent.id).map(({ status, number, symbol, sentOn }) => [status, number, symbol, sentOn]),
  ).toContainEqual(['withdrawn', '5', sent.paper.symbol, '2023-07-11'])
  const records = (await readDocuments(context)).filter((record) => record.planId !== planId)
  expect(records.map(({ type, number, subject, signer, issuedOn }) => ({ type, number, subject, signer, issuedOn }))).toEqual([
    {
      type: 'Công văn (đã rút)',
      number: '5',
      subject: 'V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính năm 2023',
      signer: 'Người ký (mẫu)',
      issuedOn: '2023-07-11',
    },
  ])
}, 60_000)

test('a letter that was sent stays as it was: its bytes, its words, and it is neither taken away nor undone', async () => {
  const { context, actor } = year
  const [draft] = await makeUrgingLetters(context, actor, await usualRequest(year, lastOne, false))
  const mark = {
    id: draft!.id,
    version: draft!.version,
    number: '77',
    sentOn: '2023-07-12',
    signerName: 'Người ký (mẫu)',
    acceptDuplicate: false,
  } as const
  const sent = await markLetterSent(context, actor, mark)
  const record = (await readDocuments(context)).find(({ id }) => id === sent.documentRecordId)
  const bytes = await context.files.read(record!.ourFile!.hash)
  expect([createHash('sha256').update(bytes).digest('hex'), checkDocx(bytes, { file: 'x.docx', copy: 'paper' })]).toEqual([
    record!.ourFile!.hash,
    [],
  ])

  await expect(markLetterSent(context, actor, { ...mark, version: sent.version })).rejects.toMatchObject({ code: 'urging-letter-sent' })
  await expect(removeUrgingDraft(context, actor, { id: sent.id, version: sent.version })).rejects.toMatchObject({
    code: 'urging-letter-sent',
  })
  await expect(undo(context, actor)).rejects.toMatchObject({ code: 'undo-barrier' })
  const [again] = await makeUrgingLetters(context, actor, await usualRequest(year, lastOne, false))
  await expect(markLetterSent(context, actor, { ...mark, id: again!.id, version: again!.version })).rejects.toMatchObject({
    code: 'document-number-taken',
  })
  await removeUrgingDraft(context, actor, { id: again!.id, version: again!.version })
  await undo(context, actor)
  const letters = await readUrgingLetters(context, { year: 2023 })
  expect(letters.map(({ id, status }) => [id, status])).toContainEqual([again!.id, 'draft'])
})

test('what is owed no more is not urged: a letter asked for in the meantime is refused', async () => {
  const request = await usualRequest(year, (lines) => lines.slice(0, 1), true)
  const gone = { ...request, chosen: [...request.chosen, { ...request.chosen[0]!, due: 'm9' }] }
  await expect(papersOf(year.context, gone)).rejects.toMatchObject({ code: 'urging-rows-settled', details: { count: 1 } })
})
