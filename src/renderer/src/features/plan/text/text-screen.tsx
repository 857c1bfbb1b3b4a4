import { Button } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconFileText, IconHistory } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Slice } from '@tiptap/pm/model'
import { EditorContent, type Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { ProvisionId } from '#shared/domain/identifier.ts'
import type { CitationMark, PartyReference, TextInline } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { FoundPlace, PlanDetail } from '#shared/ipc/plan-contract.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { useLocked } from '../../../lib/away.ts'
import { ask } from '../../../lib/bridge.ts'
import { useCommands, type Command } from '../../../lib/commands.ts'
import { showMoment } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'
import { foldRail } from '../../../lib/rail.ts'
import type { PlanPaneProps } from '../../../lib/plan-panes.ts'
import { planRoute } from '../../../lib/routes.ts'
import { CommandIcon } from '../../../ui/commands/command-button.tsx'
import { bringIn } from '../editor/apply.ts'
import { fromDocument, toFragment } from '../editor/convert.ts'
import { FROM_OFFICE } from '../editor/identity.ts'
import { sameText } from '#shared/domain/text-merge.ts'
import { withTaskCounts } from '../editor/numbers.ts'
import { goToBlock } from '../editor/structure.ts'
import styles from './editor.module.css'
import { FindPanel } from './find-panel.tsx'
import { FootnoteEditor } from './footnote-editor.tsx'
import { Outline } from './outline.tsx'
import { phraseCommands } from './phrase-commands.ts'
import { PhraseMenu } from './phrase-menu.tsx'
import { choosePlace, chooseStretch } from './places.ts'
import { SavePhraseDialog } from './save-phrase-dialog.tsx'
import { SentenceTasks } from './sentence-tasks.tsx'
import { PaneCompanions, SidePane } from './side-pane.tsx'
import { sentenceHere, textCommands } from './text-commands.ts'
import { Toolbar } from './toolbar.tsx'
import { contentOf, usePlanEditor } from './use-plan-editor.ts'

/** The tab "Soạn thảo". The layout above has the plan already. */
export function TextScreen(): ReactElement | null {
  const { planId } = useParams({ from: planRoute.id })
  const detail = useAsk('plan.get', { planId })
  return detail.data === undefined ? null : <TextOfPlan key={planId} detail={detail.data} />
}

function TextOfPlan({ detail }: { readonly detail: PlanDetail }): ReactElement {
  const { plan } = detail
  const planId = plan.id
  const locked = useLocked(plan)
  const { muc, trang, ben } = useSearch({ from: planRoute.id })
  const navigate = useNavigate()
  const [words, setWords] = useState<readonly ProvisionContent[]>(() => detail.provisions.map(contentOf))
  const later = useRef<ReturnType<typeof setTimeout> | null>(null)
  const { editor, autosave } = usePlanEditor(detail, (current) => {
    // The page follows after a pause of 100 ms; a keystroke only sets the clock.
    if (later.current !== null) clearTimeout(later.current)
    later.current = setTimeout(() => setWords(fromDocument(current.state.doc)), 100)
  })
  useEffect(() => () => clearTimeout(later.current ?? undefined), [])

  const sheet = useRef<HTMLDivElement>(null)
  const [sheetReady, setSheetReady] = useState<HTMLDivElement | null>(null)
  useEffect(() => setSheetReady(sheet.current), [])
  const [find, setFind] = useState<{ readonly replacing: boolean } | null>(null)
  const [footnoteFocus, setFootnoteFocus] = useState(false)
  const [phrase, setPhrase] = useState<readonly TextInline[] | null>(null)
  const [tasksAt, setTasksAt] = useState<{ readonly id: string; readonly left: number; readonly top: number } | null>(null)
  const narrow = useMediaQuery('(max-width: 1500px)', true, { getInitialValueInEffect: false })
  const [pageByHabit, setPageByHabit] = useLocalStorage({ key: 'plan-page-open', defaultValue: false, getInitialValueInEffect: false })
  const [paneByHabit, setPaneByHabit] = useLocalStorage({ key: 'plan-pane', defaultValue: 'trang', getInitialValueInEffect: false })
  const pageOpen = trang === undefined ? pageByHabit : trang === 1
  // What an address opened (next year's list, beside its new draft) is still there when the person comes back to the text.
  useEffect(() => {
    if (trang === 1) setPageByHabit(true)
    if (ben !== undefined) setPaneByHabit(ben)
  }, [trang, ben, setPageByHabit, setPaneByHabit])
  const here = useSentence(editor)

  const registry = useAsk('agency.list', {})
  const taskList = useAsk('task.list', { planId })
  const tasks = useMemo(() => taskList.data ?? [], [taskList.data])
  useEffect(() => {
    const counts = new Map<string, number>()
    for (const task of tasks) for (const id of task.provisionIds) counts.set(id, (counts.get(id) ?? 0) + 1)
    editor.view.dispatch(withTaskCounts(editor.state, counts).setMeta(FROM_OFFICE, true))
  }, [tasks, editor])

  useEffect(() => {
    foldRail(pageOpen && narrow)
    return () => foldRail(false)
  }, [pageOpen, narrow])

  const go = (id: string): void => {
    goToBlock(id)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  useEffect(() => {
    if (muc !== undefined) {
      goToBlock(muc)(editor.state, editor.view.dispatch)
      editor.view.focus()
    }
  }, [muc, editor])

  const placeOf = (position: number): { readonly left: number; readonly top: number } => {
    const frame = sheetReady?.getBoundingClientRect()
    const place = editor.view.coordsAtPos(position)
    return { left: (frame?.width ?? 0) - 24, top: place.top - (frame?.top ?? 0) }
  }
  const commands = textCommands({
    editor,
    autosave,
    planId,
    locked,
    openFind: (replacing) => setFind({ replacing }),
    openFootnote: () => setFootnoteFocus(true),
    showTasks: () => setTasksAt({ id: sentenceHere(editor), ...placeOf(editor.state.selection.from) }),
  })
  const togglePage: Command = {
    id: 'plan.toggle-page',
    label: pageOpen ? editorText.hidePage : editorText.showPage,
    group: 'view',
    icon: IconFileText,
    shortcut: 'F4',
    run: async () => {
      setPageByHabit(!pageOpen)
      await navigate({
        to: '/ke-hoach/$planId',
        params: { planId },
        search: (before) => ({ ...before, trang: pageOpen ? 0 : 1 }),
        replace: true,
      })
    },
  }
  const phrases = phraseCommands(editor, locked, setPhrase)
  useCommands([...Object.values(commands), phrases.insert, phrases.save, togglePage])

  const goToPlace = (place: FoundPlace): void => {
    if (place.where.kind === 'task') {
      void navigate({ href: `/ke-hoach/${planId}/phu-luc?nhiemVu=${place.where.taskId}` })
      return
    }
    if (place.where.kind === 'subject') {
      void navigate({ to: '/ke-hoach/$planId/thong-tin', params: { planId } })
      return
    }
    choosePlace(editor, place)
  }
  const pane: PlanPaneProps = {
    planId,
    words,
    sentence: here,
    atCaret: () => ({ words: fromDocument(editor.state.doc), sentence: sentenceHere(editor) }),
    locked,
    goTo: (id, stretch) => {
      if (stretch === undefined) go(id)
      else {
        chooseStretch(editor, id, stretch)
        editor.view.focus()
      }
    },
    insert: (content) => {
      editor.view.dispatch(editor.state.tr.replaceSelection(new Slice(toFragment(editor.schema, content), 0, 0)).scrollIntoView())
      editor.view.focus()
    },
  }
  return (
    <div className={styles['layout']} data-page={pageOpen || undefined}>
      {phrase !== null && (
        <SavePhraseDialog
          content={phrase}
          onClose={() => {
            setPhrase(null)
            editor.view.focus()
          }}
        />
      )}
      <Outline editor={editor} onGo={go} />
      <div className={styles['middle']}>
        <Toolbar editor={editor} commands={commands} locked={locked} end={<CommandIcon command={togglePage} active={pageOpen} />} />
        {!locked && <Recover detail={detail} editor={editor} onRestored={() => autosave.typed([], false)} />}
        {find !== null && (
          <FindPanel
            key={String(find.replacing)}
            planId={planId}
            locked={locked}
            replacing={find.replacing}
            onGo={goToPlace}
            onClose={() => {
              setFind(null)
              editor.view.focus()
            }}
          />
        )}
        {/* A text that takes no edit takes no caret either: the keys that scroll need a place to go. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={styles['scroller']} {...(locked && { 'tabIndex': 0, 'role': 'region', 'aria-label': editorText.label })}>
          {/* The keyboard has Ctrl+Alt+T and the arrow keys for what the mouse does here. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div
            className={styles['sheet']}
            ref={sheet}
            onPointerOver={(event) => {
              event.currentTarget.title = nameOfMark(event.target as HTMLElement, registry.data)
            }}
            onMouseDown={(event) => {
              const target = event.target as HTMLElement
              setFootnoteFocus(target.closest('sup.footnote') !== null)
              const sentence = target.closest<HTMLElement>('p[data-tasks]')
              // The count is drawn by CSS beside the sentence: a click right of the sentence is a click on it.
              if (sentence !== null && event.clientX > sentence.getBoundingClientRect().right - 40) {
                event.preventDefault()
                setTasksAt({ id: sentence.dataset['id'] ?? '', ...placeOf(editor.view.posAtDOM(sentence, 0)) })
              }
            }}
          >
            <EditorContent editor={editor} />
            {!locked && <PhraseMenu editor={editor} sheet={sheetReady} />}
            <FootnoteEditor editor={editor} sheet={sheetReady} focus={footnoteFocus} locked={locked} />
            {tasksAt !== null && (
              <SentenceTasks
                planId={planId}
                tasks={tasks.filter((task) => task.provisionIds.some((id) => id === tasksAt.id))}
                at={{ left: tasksAt.left, top: tasksAt.top }}
                createTask={locked ? undefined : commands['createTask']}
                onClose={() => {
                  setTasksAt(null)
                  editor.view.focus()
                }}
              />
            )}
          </div>
        </div>
      </div>
      {pageOpen && (
        <div className={styles['page']}>
          <SidePane
            {...pane}
            chosen={ben ?? paneByHabit}
            onChoose={(id) => {
              setPaneByHabit(id)
              void navigate({ to: '/ke-hoach/$planId', params: { planId }, search: (before) => ({ ...before, ben: id }), replace: true })
            }}
          />
        </div>
      )}
      <PaneCompanions {...pane} />
    </div>
  )
}

/** What the marked words under the mouse stand for: the document a citation names, the agency or group. */
function nameOfMark(target: HTMLElement, registry: Output<'agency.list'> | undefined): string {
  const citation = target.closest<HTMLElement>('span[data-citation]')?.dataset['citation']
  if (citation !== undefined) return editorText.citation((JSON.parse(citation) as CitationMark).symbol)
  const party = target.closest<HTMLElement>('span[data-party]')?.dataset['party']
  if (party === undefined) return ''
  const reference = JSON.parse(party) as PartyReference
  const record =
    reference.kind === 'agency'
      ? registry?.agencies.find(({ id }) => id === reference.agencyId)
      : registry?.groups.find(({ id }) => id === reference.groupId)
  return record === undefined ? '' : editorText.party(record.name)
}

/** The sentence with the caret, a moment late. */
function useSentence(editor: Editor): ProvisionId | null {
  const [here, setHere] = useState<ProvisionId | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const follow = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => setHere(sentenceHere(editor)), 150)
    }
    editor.on('selectionUpdate', follow)
    return () => {
      editor.off('selectionUpdate', follow)
      if (timer !== null) clearTimeout(timer)
    }
  }, [editor])
  return here
}

/** After a crash: the words that were not yet a command are offered again, once. */
function Recover({
  detail,
  editor,
  onRestored,
}: {
  readonly detail: PlanDetail
  readonly editor: Editor
  readonly onRestored: () => void
}): ReactElement | null {
  const [unsaved, setUnsaved] = useState(() =>
    detail.unsaved !== null && !sameText(detail.unsaved.provisions, detail.provisions.map(contentOf)) ? detail.unsaved : null,
  )
  if (unsaved === null) return null
  return (
    <div className={styles['recover']} role="alert">
      <IconHistory size={16} aria-hidden />
      <span style={{ flex: 1 }}>
        <b>{editorText.unsavedTitle(showMoment(unsaved.savedAt))}</b> {editorText.unsavedText}
      </span>
      <Button
        onClick={() => {
          const transaction = bringIn(editor.state, unsaved.provisions)
          if (transaction !== null) editor.view.dispatch(transaction)
          onRestored()
          setUnsaved(null)
          showDone(editorText.restored)
        }}
      >
        {editorText.restoreUnsaved}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setUnsaved(null)
          void ask('plan.drop-unsaved', { planId: detail.plan.id }).catch(showFailure)
        }}
      >
        {editorText.dropUnsaved}
      </Button>
    </div>
  )
}
