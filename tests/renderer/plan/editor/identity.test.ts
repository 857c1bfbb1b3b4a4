import fc from 'fast-check'
import { history, redo, undo } from '@tiptap/pm/history'
import { joinBackward } from '@tiptap/pm/commands'
import type { Slice } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { fromDocument, toDocument } from '#renderer/features/plan/editor/convert.ts'
import { identityKey, identityPlugin, type Join } from '#renderer/features/plan/editor/identity.ts'
import { numbersPlugin } from '#renderer/features/plan/editor/numbers.ts'
import { insertPasted } from '#renderer/features/plan/editor/paste.ts'
import { textSchema } from '#renderer/features/plan/editor/schema.ts'
import { breakLine, changeLevel, enter, moveBlocks, unnumber } from '#renderer/features/plan/editor/structure.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { block, countedId } from './arbitraries.ts'

const schema = textSchema('plan')

/** An editor without a window: the state, and what it said was joined. */
class Desk {
  state: EditorState
  readonly joins: Join[] = []
  constructor(text: readonly ProvisionContent[]) {
    this.state = EditorState.create({
      doc: toDocument(schema, text, countedId()),
      plugins: [identityPlugin(countedId), numbersPlugin(), history({ newGroupDelay: 0 })],
    })
  }
  dispatch = (transaction: EditorState['tr']): void => {
    const { state, transactions } = this.state.applyTransaction(transaction)
    this.state = state
    for (const each of transactions) this.joins.push(...((each.getMeta(identityKey) as Join[] | undefined) ?? []))
  }
  run(command: Command): boolean {
    return command(this.state, this.dispatch)
  }
  select(from: number, to = from): void {
    const { doc } = this.state
    const at = (position: number): number => Math.max(1, Math.min(position, doc.content.size - 1))
    this.dispatch(this.state.tr.setSelection(TextSelection.between(doc.resolve(at(from)), doc.resolve(at(to)))))
  }
  /** Caret in a block, at a letter. */
  caret(index: number, offset: number): void {
    let position = 0
    for (let each = 0; each < index; each += 1) position += this.state.doc.child(each).nodeSize
    this.select(position + 1 + offset)
  }
  backspace(): void {
    if (!this.run(unnumber)) this.run(joinBackward)
  }
  read(): readonly (readonly [string, string])[] {
    return fromDocument(this.state.doc).map(({ id, content }) => [
      id,
      content.map((inline) => (inline.kind === 'text' ? inline.text : '·')).join(''),
    ])
  }
}

test('a split leaves the id with the larger part', () => {
  const desk = new Desk([block('a', 'một hai ba bốn')])
  desk.caret(0, 4)
  desk.run(enter)
  expect(desk.read()).toEqual([
    [expect.not.stringMatching(/^a$/), 'một '],
    ['a', 'hai ba bốn'],
  ])
  const other = new Desk([block('a', 'một hai ba bốn')])
  other.caret(0, 10)
  other.run(enter)
  expect(other.read()).toEqual([
    ['a', 'một hai ba'],
    [expect.not.stringMatching(/^a$/), ' bốn'],
  ])
})

test('Enter at the start of a sentence puts an empty one before it and the sentence keeps its tasks', () => {
  const desk = new Desk([block('a', 'một'), block('b', 'hai')])
  desk.caret(1, 0)
  desk.run(enter)
  expect(desk.read()).toEqual([
    ['a', 'một'],
    [expect.not.stringMatching(/^[ab]$/), ''],
    ['b', 'hai'],
  ])
})

test('a join keeps the id of the larger text and says which sentence went into it', () => {
  const desk = new Desk([block('a', 'một', 'paragraph'), block('b', 'hai ba bốn', 'paragraph')])
  desk.caret(1, 0)
  desk.backspace()
  expect({ text: desk.read(), joins: desk.joins }).toEqual({ text: [['b', 'mộthai ba bốn']], joins: [{ from: 'a', into: 'b' }] })
})

test('an empty sentence that is joined to a full one leaves no trace', () => {
  const desk = new Desk([block('a', '', 'paragraph'), block('b', 'hai', 'paragraph')])
  desk.caret(1, 0)
  desk.backspace()
  expect({ text: desk.read(), joins: desk.joins }).toEqual({ text: [['b', 'hai']], joins: [] })
})

test('deleting over three sentences joins the last into the first and drops the middle one', () => {
  const desk = new Desk([block('a', 'một hai'), block('b', 'giữa'), block('c', 'ba bốn năm')])
  desk.select(5, 1 + 8 + 7 + 5)
  desk.dispatch(desk.state.tr.deleteSelection())
  expect({ ids: desk.read().map(([id]) => id), joins: desk.joins }).toEqual({ ids: ['c'], joins: [{ from: 'a', into: 'c' }] })
})

test('cut and pasted words keep their id, a copy gets a new one', () => {
  const desk = new Desk([block('a', 'một'), block('b', 'hai'), block('c', 'ba')])
  const whole = desk.state.doc.child(1)
  desk.dispatch(desk.state.tr.delete(5, 10))
  expect(desk.read()).toEqual([
    ['a', 'một'],
    ['c', 'ba'],
  ])
  desk.dispatch(desk.state.tr.insert(desk.state.doc.content.size, whole))
  expect(desk.read()).toEqual([
    ['a', 'một'],
    ['c', 'ba'],
    ['b', 'hai'],
  ])
  desk.dispatch(desk.state.tr.insert(0, whole))
  expect(desk.read().map(([id]) => id)).toEqual([expect.not.stringMatching(/^[abc]$/), 'a', 'c', 'b'])
  expect(desk.joins).toEqual([])
})

test('a sentence that is dragged keeps its id, also when it is dropped into the middle of another', () => {
  const desk = new Desk([block('a', 'một hai'), block('b', 'kéo'), block('c', 'ba')])
  const dragged = desk.state.doc.child(1)
  desk.dispatch(desk.state.tr.delete(9, 14).insert(0, dragged))
  expect(desk.read().map(([id]) => id)).toEqual(['b', 'a', 'c'])
})

test('replacing all words of a sentence by typing keeps the sentence', () => {
  const desk = new Desk([block('a', 'câu cũ'), block('b', 'hai')])
  desk.dispatch(desk.state.tr.insertText('câu hoàn toàn mới', 1, 7))
  expect({ text: desk.read(), joins: desk.joins }).toEqual({
    text: [
      ['a', 'câu hoàn toàn mới'],
      ['b', 'hai'],
    ],
    joins: [],
  })
})

/** What a hand may do, as numbers; positions are taken modulo what there is. */
const act = fc.oneof(
  fc.record({ what: fc.constant('type' as const), at: fc.nat(400), text: fc.constantFrom('ơ', 'ộ', 'cải', ' ', '- ', '1. ') }),
  fc.record({
    what: fc.constantFrom(
      'enter' as const,
      'backspace' as const,
      'level-down' as const,
      'level-up' as const,
      'up' as const,
      'down' as const,
      'break' as const,
    ),
    at: fc.nat(400),
  }),
  fc.record({
    what: fc.constantFrom('delete' as const, 'cut' as const, 'copy' as const, 'paste-lines' as const),
    at: fc.nat(400),
    to: fc.nat(400),
  }),
  fc.record({ what: fc.constantFrom('paste' as const, 'drag' as const), at: fc.nat(400) }),
  fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

function perform(desk: Desk, deed: Act, clipboard: { slice: Slice | null }): void {
  const size = desk.state.doc.content.size
  if ('at' in deed) desk.select(deed.at % size, 'to' in deed ? deed.to % size : undefined)
  switch (deed.what) {
    case 'type':
      desk.dispatch(desk.state.tr.insertText(deed.text))
      return
    case 'enter':
      desk.run(enter)
      return
    case 'break':
      desk.run(breakLine)
      return
    case 'backspace':
      desk.caret(deed.at % desk.state.doc.childCount, 0)
      desk.backspace()
      return
    case 'level-down':
    case 'level-up':
      desk.run(changeLevel(deed.what === 'level-down' ? 1 : -1))
      return
    case 'up':
    case 'down':
      desk.run(moveBlocks(deed.what === 'down' ? 1 : -1))
      return
    case 'delete':
      desk.dispatch(desk.state.tr.deleteSelection())
      return
    case 'cut':
    case 'copy':
      clipboard.slice = desk.state.selection.content()
      if (deed.what === 'cut') desk.dispatch(desk.state.tr.deleteSelection())
      return
    case 'paste':
      if (clipboard.slice !== null) desk.dispatch(desk.state.tr.replaceSelection(clipboard.slice))
      return
    case 'paste-lines': {
      const transaction = insertPasted(desk.state, [
        { kind: null, content: [{ kind: 'text', text: 'dán một' }] },
        { kind: 'point', content: [{ kind: 'text', text: 'dán hai' }] },
      ])
      if (transaction !== null) desk.dispatch(transaction)
      return
    }
    case 'drag': {
      const index = deed.at % desk.state.doc.childCount
      let from = 0
      for (let each = 0; each < index; each += 1) from += desk.state.doc.child(each).nodeSize
      const dragged = desk.state.doc.child(index)
      const transaction = desk.state.tr.insert(desk.state.doc.content.size, dragged).delete(from, from + dragged.nodeSize)
      desk.dispatch(transaction)
      return
    }
    case 'undo':
      desk.run(undo)
      return
    case 'redo':
      desk.run(redo)
      return
    default:
      deed satisfies never
  }
}

const start = (): readonly ProvisionContent[] => [
  block('a', 'Mục tiêu', 'section'),
  block('b', 'một hai ba', 'heading'),
  block('c', 'cải cách'),
  block('d', ''),
  block('e', 'hành chính công', 'paragraph'),
]

test('whatever is done to a text, no id stands twice, none is missing and the text is never without a block', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (deeds) => {
      const desk = new Desk(start())
      const clipboard = { slice: null }
      for (const deed of deeds) {
        perform(desk, deed, clipboard)
        desk.state.doc.check()
        const ids = fromDocument(desk.state.doc).map(({ id }) => id)
        expect(ids.length).toBeGreaterThan(0)
        expect(ids.every((id) => typeof id === 'string')).toBe(true)
        expect(new Set(ids).size).toBe(ids.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('undoing everything gives back the text with its first ids', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (deeds) => {
      const desk = new Desk(start())
      const clipboard = { slice: null }
      for (const deed of deeds) perform(desk, deed, clipboard)
      while (desk.run(undo));
      expect(fromDocument(desk.state.doc)).toEqual(start())
    }),
    { numRuns: 200 },
  )
})

test('the tasks of a sentence stay with its words through splits, joins and moves', () => {
  // Each sentence is written in a letter of its own, so that its words can be told wherever they go.
  const letters = ['a', 'b', 'c', 'd', 'e', 'f']
  const shuffle = fc.oneof(
    fc.record({
      what: fc.constantFrom('enter' as const, 'backspace' as const, 'up' as const, 'down' as const, 'drag' as const),
      at: fc.nat(400),
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 6, maxLength: 6 }),
      fc.array(shuffle, { maxLength: 30 }),
      (lengths, deeds) => {
        const desk = new Desk(letters.map((letter, index) => block(`id-${letter}`, letter.repeat(lengths[index] ?? 3), 'paragraph')))
        const taskOf = new Map(letters.map((letter) => [letter, `id-${letter}`]))
        // Sentences once joined are one: what is split off again is a new sentence, and the tasks stay with the larger part.
        const familyOf = new Map(letters.map((letter) => [`id-${letter}`, letter]))
        const clipboard = { slice: null }
        for (const deed of deeds) {
          const before = desk.joins.length
          perform(desk, deed, clipboard)
          for (const { from, into } of desk.joins.slice(before)) {
            familyOf.set(into, (familyOf.get(into) ?? '') + (familyOf.get(from) ?? ''))
            for (const [letter, id] of taskOf) if (id === from) taskOf.set(letter, into)
          }
          const texts = new Map(desk.read())
          for (const [letter, id] of taskOf) expect(texts.get(id), `task of ${letter}`).toMatch(new RegExp(`[${familyOf.get(id) ?? ''}]`))
        }
      },
    ),
    { numRuns: 300 },
  )
})
