import { useEditor, type Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Provision, ProvisionContent } from '#shared/domain/provision.ts'
import type { PlanDetail } from '#shared/ipc/plan-contract.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { useLocked } from '../../../lib/away.ts'
import { newId } from '../../../lib/new-id.ts'
import { keyOf, queryClient } from '../../../lib/queries.ts'
import { onFlush, tellSaving } from '../../../lib/saving.ts'
import { useLatest } from '../../../lib/use-latest.ts'
import { bringIn } from '../editor/apply.ts'
import { Autosave } from '../editor/autosave.ts'
import { fromDocument, toDocument } from '../editor/convert.ts'
import { planExtensions } from '../editor/extensions.ts'
import { FROM_OFFICE, identityKey, type Join } from '../editor/identity.ts'
import { mergeText, sameText } from '#shared/domain/text-merge.ts'
import { textSchema } from '../editor/schema.ts'
import { blockAt } from '../editor/structure.ts'
import styles from './editor.module.css'

/** A provision without what the store keeps beside it. */
export function contentOf({ id, area, kind, content }: Provision): ProvisionContent {
  return { id, area, kind, content }
}

/** The answer of a save is the newest the window knows of the text: an answer asked for earlier must not come after it. */
async function keepAnswer(planId: PlanId, stored: readonly Provision[]): Promise<void> {
  const queryKey = keyOf('plan.get', { planId })
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData<PlanDetail>(queryKey, (before) =>
    before === undefined ? before : { ...before, provisions: stored, unsaved: null },
  )
}

export interface PlanEditor {
  readonly editor: Editor
  readonly autosave: Autosave
}

/**
 * The editor of one plan's text, joined to the store: what is typed is saved (autosave.ts), and what the office changes meanwhile is brought in without moving
 * the caret or losing unsaved words. `onText` hears of every change of the words, for the page beside it.
 */
export function usePlanEditor(detail: PlanDetail, onText: (editor: Editor) => void): PlanEditor {
  const { plan, provisions } = detail
  const planId = plan.id
  const locked = useLocked(plan)
  const hear = useLatest(onText)
  const saver = useRef<Autosave | null>(null)

  // The text of later answers is brought in by an effect below, not by a new editor: the screen has one of these for each plan.
  const [first] = useState(() => {
    const base = provisions.map(contentOf)
    return {
      base,
      extensions: planExtensions(planId),
      content: toDocument(textSchema(planId), base, newId<ProvisionId>()).toJSON() as Record<string, unknown>,
    }
  })
  const editor = useEditor(
    {
      extensions: first.extensions,
      content: first.content,
      editable: !locked,
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      editorProps: {
        attributes: {
          'class': styles['text'] ?? '',
          'role': 'textbox',
          'aria-multiline': 'true',
          'aria-label': editorText.label,
          'lang': 'vi',
          'spellcheck': 'false',
        },
        scrollThreshold: 60,
        scrollMargin: 80,
      },
      onTransaction: ({ editor: current, transaction, appendedTransactions }) => {
        const all = [transaction, ...appendedTransactions]
        if (!all.some((each) => each.docChanged)) return
        hear.current(current)
        if (all.some((each) => each.getMeta(FROM_OFFICE) === true)) return
        const joins = all.flatMap((each) => (each.getMeta(identityKey) as readonly Join[] | undefined) ?? [])
        saver.current?.typed(
          joins,
          all.some((each) => each.getMeta('uiEvent') === 'cut'),
        )
        if (all.some((each) => each.getMeta('uiEvent') === 'paste')) saver.current?.pasted()
      },
    },
    [first],
  )

  const autosave = useMemo(
    () =>
      new Autosave(
        planId,
        first.base,
        () => {
          const { doc, selection } = editor.state
          return { doc, caretId: editor.isFocused ? (blockAt(doc, selection.from).node.attrs['id'] as string) : null }
        },
        async (stored) => keepAnswer(planId, stored),
      ),
    [planId, editor, first],
  )
  useLayoutEffect(() => {
    saver.current = autosave
  }, [autosave])

  useEffect(() => editor.setEditable(!locked, false), [editor, locked])

  // Leaving a block writes it; leaving the window or the screen too.
  useEffect(() => {
    let block = -1
    const moved = (): void => {
      const { index } = blockAt(editor.state.doc, editor.state.selection.from)
      if (block !== -1 && index !== block && autosave.dirty) void autosave.save()
      block = index
    }
    const left = (): void => void autosave.save()
    editor.on('selectionUpdate', moved)
    editor.on('blur', left)
    return () => {
      editor.off('selectionUpdate', moved)
      editor.off('blur', left)
    }
  }, [editor, autosave])
  useEffect(() => {
    const forget = onFlush(
      async () => autosave.flush(),
      () => autosave.dirty || autosave.saving,
    )
    return () => {
      // Until they are written the words of a screen that was left are still to be waited for.
      void autosave.flush().finally(() => {
        forget()
        autosave.stop()
        tellSaving('saved')
      })
    }
  }, [autosave])

  // What the office changed meanwhile: brought in when an answer comes, after a save, and after a syllable.
  useEffect(() => {
    const sync = (): void => {
      if (editor.isDestroyed || autosave.saving) return
      // A syllable that is being composed is not disturbed.
      if (editor.view.composing) {
        editor.view.dom.addEventListener('compositionend', () => setTimeout(sync, 0), { once: true })
        return
      }
      // The newest answer itself: what was last drawn may be older than what was saved since.
      const theirs = queryClient.getQueryData<PlanDetail>(keyOf('plan.get', { planId }))?.provisions.map(contentOf)
      if (theirs === undefined) return
      if (sameText(autosave.base, theirs)) return
      const transaction = bringIn(editor.state, mergeText(autosave.base, fromDocument(editor.state.doc), theirs))
      autosave.rebase(theirs)
      if (transaction !== null) editor.view.dispatch(transaction)
    }
    autosave.whenSettled(sync)
    sync()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new answer is what it waits for
  }, [provisions, editor, autosave, planId])

  return { editor, autosave }
}
