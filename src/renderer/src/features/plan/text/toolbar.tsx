import { Select } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import type { ReactElement, ReactNode } from 'react'
import { ProvisionKind } from '#shared/domain/provision.ts'
import { editorText } from '#shared/text/vi/editor.ts'
import { planText } from '#shared/text/vi/plan.ts'
import type { Command } from '../../../lib/commands.ts'
import { CommandIcon } from '../../../ui/commands/command-button.tsx'
import { identityOf } from '../editor/convert.ts'
import { kindsOf } from '../editor/kinds.ts'
import { blockAt, setKind } from '../editor/structure.ts'
import styles from './editor.module.css'

const shown = [
  ['bold', 'italic', 'underline'],
  ['levelUp', 'levelDown', 'moveUp', 'moveDown'],
  ['footnote'],
  ['createTask', 'tasks'],
  ['find'],
] as const

/** Kind of the block and the text's commands; the same records as the keys. */
export function Toolbar({
  editor,
  commands,
  locked,
  end,
}: {
  readonly editor: Editor
  readonly commands: Readonly<Record<string, Command>>
  readonly locked: boolean
  readonly end: ReactNode
}): ReactElement {
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      ...identityOf(blockAt(current.state.doc, current.state.selection.from).node),
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
    }),
  })
  const kinds = kindsOf(state.area)
  const listed = kinds.includes(state.kind) ? kinds : [state.kind, ...kinds]
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={editorText.toolbar}>
      <Select
        className={styles['kinds'] ?? ''}
        aria-label={editorText.kind}
        value={state.kind}
        disabled={locked}
        allowDeselect={false}
        maxDropdownHeight={420}
        comboboxProps={{ width: 200, position: 'bottom-start' }}
        data={listed.map((kind) => ({ value: kind, label: planText.kinds[kind] }))}
        onChange={(value) => {
          const kind = ProvisionKind.safeParse(value)
          if (!kind.success) return
          setKind(kind.data)(editor.state, editor.view.dispatch)
          editor.view.focus()
        }}
      />
      {shown.map((group) => (
        <span key={group[0]} style={{ display: 'contents' }}>
          <hr aria-hidden />
          {group.map((key) => {
            const command = commands[key]
            const active = key === 'bold' || key === 'italic' || key === 'underline' ? state[key] : false
            return command === undefined ? null : <CommandIcon key={key} command={command} active={active} />
          })}
        </span>
      ))}
      <span style={{ flex: 1 }} />
      {end}
    </div>
  )
}
