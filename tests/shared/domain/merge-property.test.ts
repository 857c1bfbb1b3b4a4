import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { mergeText } from '#shared/domain/merge-apply.ts'
import { compareReturned } from '#shared/domain/merge-compare.ts'
import { provisionsByKey } from '#shared/domain/merge-telling.ts'
import type { ReturnedLine, ReturnedPaper } from '#shared/domain/returned-paper.ts'
import { bareRecipient } from '#shared/document/foot.ts'
import { paperTextOf } from '#shared/document/paper-text.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'
import { countingIds } from '../../helpers/workspace.ts'

/** A sentence of the file, with the record that a person would say it is (null: new). */
interface Known {
  readonly text: string
  readonly label: string
  readonly is: ProvisionId | null
  readonly marked: boolean
}

/** Rows are seen elsewhere: here is the text alone. */
const sample: PlanRecords = { ...samplePlan(), appendices: [], tasks: [] }
const paper = paperTextOf(sample, 'plan')
const sentences = paper.lines.filter((line) => line.role === 'provision')
const freshWords = [
  'tọa đàm',
  'hội thi',
  'trạm xá',
  'đường truyền',
  'chợ phiên',
  'cửa khẩu',
  'hồ sơ giấy',
  'kho lưu',
  'bưu chính',
  'trực ban',
]

/** What a person does to one sentence: keeps it, rewords a little, drops it, or puts a new one behind it. */
const anAct = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'keep' } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reword' as const), at: fc.nat(), word: fc.constantFrom(...freshWords) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop-word' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      words: fc.array(fc.constantFrom(...freshWords), { minLength: 5, maxLength: 9 }),
    }),
  },
)

/** The file after random edits: per sentence, some moved to another place, with or without our marks. */
const anEditedFile = fc
  .record({
    acts: fc.array(anAct, { minLength: sentences.length, maxLength: sentences.length }),
    moves: fc.array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: 4 }),
    marked: fc.boolean(),
  })
  .map(({ acts, moves, marked }) => {
    const lines: Known[] = sentences.flatMap((line, index): readonly Known[] => {
      const words = line.text.split(' ')
      const label = line.kind === 'bullet' ? '- ' : ''
      const own = (text: string): Known => ({ text, label, is: line.id, marked })
      const act = acts[index] ?? { kind: 'keep' }
      // A title of two words with a word changed is another title: nobody could tell.
      if (words.length < 8 || act.kind === 'keep') return [own(line.text)]
      if (act.kind === 'remove') return []
      if (act.kind === 'add') return [own(line.text), { text: act.words.join(' '), label: '- ', is: null, marked: false }]
      const at = act.at % words.length
      return [own((act.kind === 'reword' ? words.toSpliced(at, 1, act.word) : words.toSpliced(at, 1)).join(' '))]
    })
    for (const { from, to } of moves) {
      const [moved] = lines.splice(from % lines.length, 1)
      if (moved !== undefined) lines.splice(to % (lines.length + 1), 0, moved)
    }
    return lines
  })

function returned(lines: readonly Known[]): ReturnedPaper {
  const line = ({ text, label, is, marked }: Known): ReturnedLine => ({
    text: label + text,
    label: null,
    notes:
      is === null
        ? []
        : (provisionsByKey(paper).get(is)?.notes ?? []).map((note) => ({
            ...note,
            id: marked ? note.id : null,
            at: note.at + label.length,
          })),
    cell: null,
    marks: marked && is !== null ? [{ id: is, letters: text.length }] : [],
    authors: [],
    comments: [],
  })
  const furniture = paper.lines
    .filter(({ role }) => role !== 'provision')
    .map((one) => line({ text: one.text, label: '', is: null, marked: false }))
  const foot = furniture.splice(8)
  return { lines: [...furniture, ...lines.map(line), ...foot], tables: [], comments: [], deletions: [] }
}

function merged(records: PlanRecords, file: ReturnedPaper, base: PlanRecords | null = records) {
  const comparison = compareReturned(base === null ? null : paperTextOf(base, 'plan'), paperTextOf(records, 'plan'), file, bareRecipient)
  const { provisions } = mergeText(
    {
      provisions: records.provisions,
      sent: new Map((base ?? records).provisions.map((one) => [one.id, one])),
      printed: provisionsByKey(paperTextOf(records, 'plan')),
      order: comparison.order,
      notMoved: new Set(),
      newId: countingIds(),
    },
    comparison.found.map(({ effect }) => effect),
  )
  return { comparison, provisions }
}

const normal = (text: string): string => text.replace(/[\s./]+$/u, '').replace(/\s+/g, ' ')

test('after any edits every sentence of the file is the record a person would say, and taking all of them makes the draft say the file', () =>
  fc.assert(
    fc.property(anEditedFile, (lines) => {
      const { provisions } = merged(sample, returned(lines))
      // No sentence of the file became another record than its own: what stands under an id is what its sentence became.
      const textOf = new Map(provisions.map(({ id, content }) => [id, normal(plainText(content))]))
      const kept = lines.flatMap(({ is, text }) => (is === null ? [] : [[is, normal(text)] as const]))
      expect(kept.filter(([id]) => textOf.has(id)).map(([id]) => [id, textOf.get(id)])).toEqual(kept.filter(([id]) => textOf.has(id)))
      // And the draft says what the file says, in its order.
      expect(provisions.map(({ content }) => normal(plainText(content)))).toEqual(lines.map(({ text }) => normal(text)))
    }),
    { numRuns: 60 },
  ))

test('two sentences carried to the very beginning stand there in the order of the file', () => {
  const lines = [5, 9, ...sentences.map((_, index) => index).filter((index) => index !== 5 && index !== 9)].flatMap(
    (index): readonly Known[] => {
      const line = sentences[index]
      return line === undefined ? [] : [{ text: line.text, label: '', is: line.id, marked: true }]
    },
  )
  const { provisions } = merged(sample, returned(lines))
  expect(provisions.map(({ id }) => id)).toEqual(lines.map(({ is }) => is))
})

test('taking the same file a second time differs in nothing', () =>
  fc.assert(
    fc.property(anEditedFile, (lines) => {
      const file = returned(lines)
      const { provisions } = merged(sample, file)
      const again = merged({ ...sample, provisions }, file, sample)
      expect(again.comparison.found.map(({ difference }) => [difference.kind, difference.before, difference.after])).toEqual([])
    }),
    { numRuns: 60 },
  ))
