import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useEffect, useState, type ReactElement } from 'react'
import type { ProvisionKind } from '#shared/domain/provision.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { identityOf } from '../editor/convert.ts'
import { numbersOf } from '../editor/numbers.ts'
import { blockAt } from '../editor/structure.ts'
import styles from './editor.module.css'

const outlineKinds: ReadonlySet<ProvisionKind> = new Set(['part', 'section', 'heading', 'subheading', 'article'])

interface Entry {
  readonly id: string
  readonly index: number
  readonly label: string
  readonly title: string
  readonly level: number
}

function entriesOf(editor: Editor): readonly Entry[] {
  const numbers = numbersOf(editor.state)
  const entries: Entry[] = []
  const levels = new Map<number, number>()
  editor.state.doc.forEach((node, _offset, index) => {
    const { id, kind } = identityOf(node)
    if (!outlineKinds.has(kind)) return
    const parent = numbers[index]?.parent ?? null
    const level = parent === null ? 0 : (levels.get(parent) ?? -1) + 1
    levels.set(index, level)
    entries.push({ id, index, label: numbers[index]?.label ?? '', title: node.textContent, level })
  })
  return entries
}

/** The plan's headings with their computed numbers; a click goes there, the one with the caret is marked. */
export function Outline({ editor, onGo }: { readonly editor: Editor; readonly onGo: (id: string) => void }): ReactElement {
  const [entries, setEntries] = useState(() => entriesOf(editor))
  const [here, setHere] = useState<string | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    // The outline may be a moment late; the letter under the finger may not.
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = null
        const next = entriesOf(editor)
        setEntries((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
        const { index } = blockAt(editor.state.doc, editor.state.selection.from)
        setHere(next.findLast((entry) => entry.index <= index)?.id ?? null)
      }, 120)
    }
    later()
    editor.on('transaction', later)
    return () => {
      editor.off('transaction', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [editor])
  const hidden = (entry: Entry): boolean => {
    let level = entry.level
    for (let at = entries.indexOf(entry) - 1; at >= 0 && level > 0; at -= 1) {
      const above = entries[at]
      if (above === undefined || above.level >= level) continue
      if (folded.has(above.id)) return true
      level = above.level
    }
    return false
  }
  const toggle = (id: string): void =>
    setFolded((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id])))
  return (
    <nav className={styles['outline']} aria-label={editorText.outline}>
      <div className={styles['outlineTitle']}>{editorText.outline}</div>
      {entries.length === 0 && <div className={styles['outlineTitle']}>{editorText.outlineEmpty}</div>}
      <ul className={styles['outlineList']}>
        {entries.map((entry, index) => {
          const parent = (entries[index + 1]?.level ?? 0) > entry.level
          const isFolded = folded.has(entry.id)
          return hidden(entry) ? null : (
            <li key={entry.id} className={styles['outlineRow']} style={{ paddingLeft: entry.level * 12 }}>
              {parent ? (
                <button
                  type="button"
                  className={styles['outlineFold']}
                  aria-expanded={!isFolded}
                  aria-label={isFolded ? editorText.unfold(entry.title) : editorText.fold(entry.title)}
                  onClick={() => toggle(entry.id)}
                >
                  {isFolded ? <IconChevronRight size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
                </button>
              ) : (
                <span className={styles['outlineFold']} />
              )}
              <button
                type="button"
                className={styles['outlineLink']}
                aria-current={entry.id === here ? 'location' : undefined}
                title={entry.title}
                onClick={() => onGo(entry.id)}
              >
                {entry.label} {entry.title}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
