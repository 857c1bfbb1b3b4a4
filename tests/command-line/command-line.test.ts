import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import type { PlanFacts, RowFacts } from '#main/cli/facts.ts'
import { cchc, cchcHere, cchcJson } from '../helpers/command-line.ts'
import { temporaryFolderOfFile } from '../helpers/folders.ts'
import { openWorkspace } from '#main/store/workspace.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const home = temporaryFolderOfFile()
const sample = join(home, 'mau')

// Each command is a process of its own, and a test machine may have other work to do.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(() => {
  const made = cchc(['init-sample', '--workspace', sample], home)
  if (made.code !== 0) throw new Error(made.err)
}, 300_000)

afterAll(closeWorkerPool)

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The rows of the sample as data. */
const rows = readFileSync(fixture('phu-luc-2023.tsv'), 'utf8')
  .normalize('NFC')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

const planFacts = {
  parts: 3,
  headings: 14,
  outline: [
    'I',
    'I.1',
    'I.2',
    'II',
    'II.1',
    'II.2',
    'II.3',
    'II.4',
    'II.5',
    'II.6',
    'II.7',
    'III',
    'III.1',
    'III.2',
    'III.3',
    'III.4',
    'III.5',
  ],
  bulletsByField: [5, 7, 7, 3, 6, 3, 6],
  footnotes: [
    ['II.3.6', 'quyết TTHC theo quy định'],
    ['II.4.1', 'hiệu quả các Nghị quyết'],
    ['II.4.1', 'cấp huyện theo quy định'],
    ['II.5.3', 'thực hiện các quy định'],
    ['II.7.1', 'số trên địa bàn tỉnh'],
  ],
  citations: 25,
  recipients: [13, 'Các Ban Đảng Tỉnh uỷ; Ủy ban MTTQ Việt Nam và các tổ chức chính tri - xã hội tỉnh', 'Lưu: VT, NC (LTH).'],
  signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Dương Xuân Huyên' },
}

describe('reading a plan without a workspace', () => {
  test.each(['ke-hoach-cchc-2023.txt', 'ke-hoach-cchc-2023.docx'])(
    '%s gives the facts that were counted by hand, as nothing but JSON, and writes nothing',
    (name) => {
      const nowhere = join(home, name)
      const { code, out } = cchc(['import-plan', fixture(name), '--dry-run', '--json'], home, nowhere)
      const facts = JSON.parse(out) as PlanFacts
      expect(code).toBe(0)
      expect({
        parts: facts.parts,
        headings: facts.headings,
        outline: facts.outline.map(({ address }) => address),
        bulletsByField: facts.bulletsByField,
        footnotes: facts.footnotes.map(({ provision, after }) => [provision, after]),
        citations: new Set(facts.citations).size,
        recipients: [facts.recipients.length, facts.recipients[6], facts.recipients.at(-1)],
        signer: facts.signer,
      }).toEqual(planFacts)
      expect([facts.citations.includes('76/NQ-CP'), facts.citations.includes('15/2022/NQ-HĐND'), existsSync(nowhere)]).toEqual([
        true,
        true,
        false,
      ])
    },
  )

  test.each(['phu-luc-2023.docx', 'phu-luc-2023.xlsx'])('%s gives the 44 rows of the table, every deadline of a kind', async (name) => {
    const { rows: read } = (await cchcJson(['import-appendix', fixture(name), '--year', '2023', '--dry-run'], home)) as {
      rows: readonly RowFacts[]
    }
    expect(read.map((row) => [row.task, row.product, row.lead.join('; '), row.coordinating.join('; '), row.deadline.phrase])).toEqual(
      rows.map((cells) => cells.slice(2)),
    )
    expect(read.filter(({ deadline }) => deadline.kind === 'unknown')).toEqual([])
    expect(read.find(({ deadline }) => deadline.phrase === 'Trước ngày 15/01/2023')?.deadline).toEqual({
      phrase: 'Trước ngày 15/01/2023',
      kind: 'by',
      due: '2023-01-15',
      milestones: [{ kind: 'by', due: '2023-01-15', label: null }],
    })
  })
})

test('a reader who closes the pipe early is no failure', async () => {
  const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url))
  const child = spawn(process.execPath, [program, 'tasks', '--year', '2023', '--json', '--workspace', sample])
  child.stdout.destroy()
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  expect([code, said]).toEqual([0, ''])
})

test('a doubt that many rows share is said once to a person, with how often', async () => {
  const { out } = await cchcHere(['import-appendix', fixture('phu-luc-2023.xlsx'), '--year', '2026', '--dry-run'], home)
  const said = out.split('\n').filter((line) => line.includes('“UBND các huyện, thành phố” không hoạt động'))
  expect([said.length, / \(\d+ chỗ\)$/.test(said[0] ?? '')]).toEqual([1, true])
})

describe('a workspace', () => {
  test('tells its tasks with their ids, and what is left over', async () => {
    const { rows: tasks } = (await cchcJson(['tasks', '--year', '2023', '--workspace', sample], home)) as {
      rows: readonly (RowFacts & { id: string; status: string })[]
    }
    expect([tasks.length, new Set(tasks.map(({ id }) => id)).size, new Set(tasks.map(({ status }) => status))]).toEqual([
      44,
      44,
      new Set(['ready']),
    ])
    expect([tasks[0]?.field, tasks[0]?.stt, tasks[8]?.field, tasks[8]?.stt]).toEqual([
      'Công tác chỉ đạo, điều hành, thông tin tuyên truyền và kiểm tra cải cách hành chính',
      1,
      'Cải cách thể chế',
      1,
    ])
    expect(await cchcJson(['coverage', '--year', '2023', '--workspace', sample], home)).toMatchObject({
      provisionsWithoutTask: [],
      tasksWithoutProvision: [],
      tasksWithoutLead: [],
    })
  })

  test('takes a second plan of the same year; from then on the year fits both, and --plan chooses', async () => {
    const own = join(home, 'hai-ke-hoach')
    await cchcHere(['init-sample', '--workspace', own], home)
    const added = (await cchcJson(
      ['import-plan', fixture('ke-hoach-cchc-2023.txt'), '--year', '2023', '--workspace', own],
      home,
    )) as PlanFacts & {
      plan: { id: string }
    }
    const { plans } = (await cchcJson(['plans', '--workspace', own], home)) as { plans: readonly { id: string; tasks: number }[] }
    expect(plans.map(({ tasks }) => tasks)).toEqual([44, 0])
    const refused = (await cchcJson(['coverage', '--year', '2023', '--workspace', own], home)) as {
      code: number
      error: { code: string; message: string }
    }
    expect([refused.code, refused.error.code, plans.every(({ id }) => refused.error.message.includes(id))]).toEqual([
      1,
      'year-fits-several-plans',
      true,
    ])
    const chosen = (await cchcJson(['coverage', '--year', '2023', '--plan', added.plan.id, '--workspace', own], home)) as {
      provisionsWithoutTask: readonly unknown[]
    }
    expect(chosen.provisionsWithoutTask).toHaveLength(37)
    const taken = (await cchcJson(
      ['import-appendix', fixture('phu-luc-2023.xlsx'), '--year', '2023', '--plan', added.plan.id, '--workspace', own],
      home,
    )) as { rows: readonly unknown[] }
    const again = (await cchcJson(
      ['import-appendix', fixture('phu-luc-2023.docx'), '--year', '2023', '--plan', added.plan.id, '--replace', '--workspace', own],
      home,
    )) as { rows: readonly unknown[] }
    const now = (await cchcJson(['tasks', '--plan', added.plan.id, '--workspace', own], home)) as { rows: readonly RowFacts[] }
    expect([taken.rows.length, again.rows.length, now.rows.length, new Set(now.rows.map(({ field }) => field)).size]).toEqual([
      44, 44, 44, 7,
    ])
  })

  test('while a window has it open, reading goes on and writing is refused with a sentence', async () => {
    const window = await openWorkspace(sample, { now: () => new Date() })
    try {
      const reading = await cchcHere(['coverage', '--year', '2023', '--workspace', sample], home)
      const writing = cchc(['import-plan', fixture('ke-hoach-cchc-2023.txt'), '--year', '2024', '--workspace', sample], home)
      const trying = await cchcHere(
        ['import-plan', fixture('ke-hoach-cchc-2023.txt'), '--year', '2024', '--dry-run', '--workspace', sample],
        home,
      )
      expect([reading.code, writing.code, trying.code]).toEqual([0, 1, 0])
      expect(writing.err).toBe(`Dữ liệu trong “${sample}” đang được mở ở một cửa sổ khác. Đóng cửa sổ kia rồi thử lại.\n`)
    } finally {
      await window.close()
    }
  })
})

async function exported(words: readonly string[], name: string, run: typeof cchc | typeof cchcHere): Promise<string> {
  const file = join(home, name)
  const { code, err } = await run(['export', '--year', '2023', ...words, '--out', file, '--workspace', sample], home)
  if (code !== 0) throw new Error(err)
  return file
}

describe('papers', () => {
  test.each(['docx', 'pdf'])(
    '%s is the same bytes in another process, and twice in this one',
    async (format) => {
      const words = ['--what', 'plan', '--format', format]
      const files = [
        await exported(words, `một.${format}`, cchcHere),
        await exported(words, `hai.${format}`, cchcHere),
        await exported(words, `ba.${format}`, cchc),
      ]
      expect(new Set(files.map(digest)).size).toBe(1)
    },
    60_000,
  )

  test.each([
    ['appendix', []],
    ['agency-list', ['--agency', 'so noi vu']],
    ['member-table', []],
  ])('%s is written too', async (what, more) => {
    const file = await exported(['--what', what, ...more, '--format', 'docx'], `${what}.docx`, cchcHere)
    expect([readFileSync(file).subarray(0, 2).toString(), statSync(file).size > 4000]).toEqual(['PK', true])
  })
})

describe('a failure is one sentence and one way out, and an exit code', () => {
  test.each([
    [
      'a year without a plan',
      ['tasks', '--year', '2019', '--workspace', sample],
      1,
      'plan-not-found-for-year',
      'Chưa có kế hoạch nào của năm 2019.',
    ],
    [
      'an agency nobody knows',
      [
        'export',
        '--year',
        '2023',
        '--what',
        'agency-list',
        '--agency',
        'Sở Lạ',
        '--format',
        'docx',
        '--out',
        'x.docx',
        '--workspace',
        sample,
      ],
      1,
      'agency-not-found',
      'Không có cơ quan nào tên “Sở Lạ”.',
    ],
    [
      'a file that is not there',
      ['import-plan', 'không-có.docx', '--dry-run', '--workspace', sample],
      1,
      'file-not-found',
      `Không tìm thấy tệp “${join(home, 'không-có.docx')}”.`,
    ],
    [
      'a folder without a workspace',
      ['tasks', '--year', '2023', '--workspace', 'chưa-có'],
      1,
      'workspace-not-found',
      `Không tìm thấy thư mục dữ liệu “${join(home, 'chưa-có')}”.`,
    ],
    ['a missing option', ['tasks', '--workspace', sample], 2, 'wrong-use', 'Lệnh chưa đúng: thiếu --year.'],
    [
      'a year that is no number',
      ['tasks', '--year', 'nay', '--workspace', sample],
      2,
      'wrong-use',
      'Lệnh chưa đúng: --year phải là số năm, không phải “nay”.',
    ],
    [
      'a paper that does not exist',
      ['export', '--year', '2023', '--what', 'thư', '--format', 'docx', '--out', 'x', '--workspace', sample],
      2,
      'wrong-use',
      'Lệnh chưa đúng: --what không nhận “thư”, chỉ nhận plan, appendix, agency-list, member-table, leader-reading.',
    ],
    ['a command that does not exist', ['nhập'], 2, 'wrong-use', 'Lệnh chưa đúng: không có lệnh “nhập”.'],
  ])('%s', async (_what, line, code, name, sentence) => {
    const asJson = await cchcHere([...line, '--json'], home)
    const { error } = JSON.parse(asJson.err) as { error: { code: string; message: string; wayOut: string } }
    expect([asJson.code, asJson.out, error.code, error.message, error.wayOut !== '']).toEqual([code, '', name, sentence, true])
    expect(await cchcHere(line, home)).toEqual({ code, out: '', err: `${sentence} ${error.wayOut}\n` })
  })

  test('a workspace is never made by the way', async () => {
    await cchcHere(['import-plan', fixture('ke-hoach-cchc-2023.txt'), '--year', '2023', '--workspace', 'mới'], home)
    expect(existsSync(join(home, 'mới'))).toBe(false)
  })
})
