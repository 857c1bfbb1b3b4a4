import { Extension, type Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { slashCall, wordCall, type Phrase } from '#shared/domain/phrase.ts'
import { toFragment } from './convert.ts'
import { blockAt } from './structure.ts'

/** A call of a phrase under way: the stretch it will take the place of, and the letters that look for it. */
export interface OpenCall {
  readonly from: number
  readonly to: number
  readonly letters: string
}

interface CallState {
  readonly open: OpenCall | null
  /** Where a call made by key began; it lasts as long as the caret stays in its word. */
  readonly byKey: number | null
  /** A call at this place was given up by Escape: it opens no more until the caret left it. */
  readonly givenUp: number | null
}

type Act = 'call' | 'give-up'

const key = new PluginKey<CallState>('phrases')
const nothing: CallState = { open: null, byKey: null, givenUp: null }

/** Stands for a footnote or a forced new line: neither is part of a word. */
const ATOM = ' '

/** The words of the caret's block before the caret, and where they begin; null for a chosen stretch. */
function before(state: EditorState): { readonly start: number; readonly text: string } | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  return { start: $from.start(), text: $from.parent.textBetween(0, $from.parentOffset, undefined, ATOM) }
}

function next(was: CallState, transaction: Transaction, state: EditorState): CallState {
  const here = before(state)
  if (here === null) return nothing
  const act = transaction.getMeta(key) as Act | undefined
  const to = here.start + here.text.length
  const slash = slashCall(here.text)
  if (act === 'give-up') return { open: null, byKey: null, givenUp: was.open?.from ?? null }
  const mapped = (position: number | null): number | null => (position === null ? null : transaction.mapping.map(position, -1))
  const byKey = act === 'call' ? here.start + wordCall(here.text).from : mapped(was.byKey)
  if (byKey !== null && act !== 'call') {
    const inside = byKey >= here.start && byKey <= to && !/\s/u.test(here.text.slice(byKey - here.start))
    if (!inside)
      return slash === null ? nothing : { open: { from: here.start + slash.from, to, letters: slash.letters }, byKey: null, givenUp: null }
  }
  if (byKey !== null) return { open: { from: byKey, to, letters: here.text.slice(byKey - here.start) }, byKey, givenUp: null }
  if (slash === null) return nothing
  const from = here.start + slash.from
  if (mapped(was.givenUp) === from) return { open: null, byKey: null, givenUp: from }
  return { open: { from, to, letters: slash.letters }, byKey: null, givenUp: null }
}

/** The call under way in an editor, or null. */
export function openCall(state: EditorState): OpenCall | null {
  return key.getState(state)?.open ?? null
}

/** Calls a phrase at the caret, as Ctrl+Space does: the word before it looks. */
export function callPhrase(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, 'call' satisfies Act))
  editor.view.focus()
}

export function giveUpCall(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, 'give-up' satisfies Act))
}

/** Puts a phrase, its look kept, in the place of the letters that called it. One step of the editor's own history. */
export function insertPhrase(editor: Editor, call: OpenCall, phrase: Phrase): void {
  const { state, view } = editor
  const area = blockAt(state.doc, call.from)
  if (area.node.type.name !== 'provision') return
  const slice = new Slice(toFragment(state.schema, phrase.content), 0, 0)
  view.dispatch(state.tr.replaceRange(call.from, call.to, slice).scrollIntoView())
}

interface PhrasesStorage {
  /** The list that is shown answers its keys; true = answered. Set by the menu. */
  answer: ((event: KeyboardEvent) => boolean) | null
}

/** The list that is shown answers keys before the text does; the function given back takes that away. */
export function answerKeys(editor: Editor, answer: (event: KeyboardEvent) => boolean): () => void {
  editor.storage.phrases.answer = answer
  return () => {
    editor.storage.phrases.answer = null
  }
}

declare module '@tiptap/core' {
  interface Storage {
    phrases: PhrasesStorage
  }
}

/** Follows what is typed for a call of a phrase. Keys go to the list only while nothing is being composed; letters are never touched. */
export const Phrases = Extension.create<Record<string, never>, PhrasesStorage>({
  name: 'phrases',
  // After the caret is read, before Enter divides a sentence.
  priority: 2000,
  addStorage: () => ({ answer: null }),
  addProseMirrorPlugins() {
    const { editor, storage } = this
    return [
      new Plugin<CallState>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, was, _before, after) =>
            transaction.docChanged || transaction.selectionSet || transaction.getMeta(key) !== undefined
              ? next(was, transaction, after)
              : was,
        },
        props: {
          handleKeyDown: (view, event) => {
            if (view.composing || event.isComposing || event.keyCode === 229) return false
            if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'Space') {
              if (!view.editable) return false
              callPhrase(editor)
              return true
            }
            return openCall(view.state) !== null && (storage.answer?.(event) ?? false)
          },
          handleDOMEvents: {
            blur: (view) => {
              if (openCall(view.state) !== null) giveUpCall(editor)
              return false
            },
          },
        },
      }),
    ]
  },
})
