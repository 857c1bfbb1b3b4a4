import { ActionIcon, Button, Group, NativeSelect, Text, Textarea, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowMerge, IconPencil, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { DraftBlock, DraftInline, PlanDraft } from '#shared/domain/draft.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { ProvisionKind } from '#shared/domain/provision.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { editableText, joinedUp, splitAt, withBlock, withFootnote, withoutBlock, withText } from './draft-edit.ts'
import styles from './import.module.css'

interface BlockListProps {
  readonly draft: PlanDraft
  readonly chosen: number | null
  readonly onChoose: (index: number) => void
  readonly onDraft: (draft: PlanDraft) => void
}

const kindOptions = ProvisionKind.options.map((kind) => ({ value: kind, label: bringInText.kinds[kind] }))

/** The structure that was read: one line a block with its computed number; the chosen one can be changed, joined, split, dropped. */
export function BlockList({ draft, chosen, onChoose, onDraft }: BlockListProps) {
  const numbers = useMemo(() => numberProvisions(draft.blocks), [draft.blocks])
  const doubted = useMemo(
    () => new Set(draft.warnings.flatMap(({ at }) => (at !== null && 'block' in at ? [at.block] : []))),
    [draft.warnings],
  )
  const list = useRef<HTMLOListElement>(null)
  const [edited, setEdited] = useState<number | null>(null)
  /** The chosen block keeps the focus when blocks come and go, so that the keys go on. */
  const choose = (index: number): void => {
    const next = Math.max(0, Math.min(index, draft.blocks.length - 1))
    setEdited(null)
    onChoose(next)
    requestAnimationFrame(() => list.current?.children[next]?.querySelector('button')?.focus())
  }
  const handleKey = (event: KeyboardEvent, index: number): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') choose(index + 1)
    else if (event.key === 'ArrowUp') choose(index - 1)
    else if (event.key === 'F2') {
      onChoose(index)
      setEdited(index)
    } else if (event.key === 'Delete') {
      onDraft(withoutBlock(draft, index))
      choose(Math.min(index, draft.blocks.length - 2))
    } else if (event.ctrlKey && event.key.toLowerCase() === 'j' && index > 0) {
      onDraft(joinedUp(draft, index))
      choose(index - 1)
    } else return
    event.preventDefault()
  }
  useEffect(() => {
    // Only another chosen block is gone to.
    if (chosen !== null) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen, list])
  return (
    <>
      <ol ref={list} className={styles['blocks']} aria-label={bringInText.structure}>
        {draft.blocks.map((block, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- blocks of a draft have no id: they are known by their place
            key={index}
            className={styles['block']}
            data-chosen={chosen === index || undefined}
            style={{ paddingInlineStart: 12 + 18 * (numbers[index]?.depth ?? 0) }}
          >
            <button
              type="button"
              className={styles['blockText']}
              data-edited={edited === index || undefined}
              tabIndex={index === (chosen ?? 0) ? 0 : -1}
              aria-current={chosen === index}
              onClick={() => choose(index)}
              onDoubleClick={() => setEdited(index)}
              onKeyDown={(event) => handleKey(event, index)}
            >
              {doubted.has(index) && <IconAlertTriangle size={14} color="var(--mantine-color-orange-7)" aria-hidden />}{' '}
              <b>{numbers[index]?.label}</b> <Words content={block.content} />
            </button>
            {chosen === index && (
              <BlockTools
                key={`${draft.blocks.length}/${edited === index}`}
                draft={draft}
                index={index}
                block={block}
                editing={edited === index}
                onEdit={() => setEdited(index)}
                onDone={() => choose(index)}
                onBlurred={() => setEdited(null)}
                onDraft={onDraft}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles['hint']}>{bringInText.blocksHint}</div>
    </>
  )
}

function Words({ content }: { readonly content: readonly DraftInline[] }) {
  const pieces = content.map((inline, index) => ({
    inline,
    key: `${inline.kind}/${index}`,
    footnoteNumber: content.slice(0, index + 1).filter(({ kind }) => kind === 'footnote').length,
  }))
  return (
    <>
      {pieces.map(({ inline, key, footnoteNumber }) => {
        if (inline.kind === 'line-break') return <br key={key} />
        if (inline.kind === 'footnote') {
          return (
            <Tooltip key={key} label={inline.content.map(({ text }) => text).join('')} multiline w={420}>
              <sup className={styles['footnote']}>[{footnoteNumber}]</sup>
            </Tooltip>
          )
        }
        return (
          <span
            key={key}
            className={inline.citation !== undefined ? styles['citation'] : inline.party !== undefined ? styles['party'] : undefined}
          >
            {inline.text}
          </span>
        )
      })}
    </>
  )
}

/** The words of one footnote, written back when the box is left. */
function FootnoteBox({
  ordinal,
  words,
  onWords,
}: {
  readonly ordinal: number
  readonly words: string
  readonly onWords: (words: string) => void
}) {
  const [typed, setTyped] = useState(words)
  return (
    <Textarea
      mt={6}
      autosize
      minRows={1}
      maxRows={6}
      label={bringInText.footnote(ordinal)}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed.trim() === '') setTyped(words)
        else if (typed !== words) onWords(typed)
      }}
    />
  )
}

interface BlockToolsProps {
  readonly draft: PlanDraft
  readonly index: number
  readonly block: DraftBlock
  /** Whether its words are open at once. */
  readonly editing: boolean
  readonly onEdit: () => void
  /** Editing is over: the keys go back to the block. */
  readonly onDone: () => void
  /** The text box was left for something else. */
  readonly onBlurred: () => void
  readonly onDraft: (draft: PlanDraft) => void
}

function BlockTools({ draft, index, block, editing, onEdit, onDone, onBlurred, onDraft }: BlockToolsProps) {
  const [text, setText] = useState<string | null>(editing ? editableText(block.content) : null)
  const box = useRef<HTMLTextAreaElement>(null)
  return (
    <div className={styles['tools']}>
      <Group gap={6}>
        <NativeSelect
          size="xs"
          aria-label={bringInText.kindOf}
          data={kindOptions}
          value={block.kind}
          onChange={(event) => onDraft(withBlock(draft, index, { kind: ProvisionKind.parse(event.currentTarget.value) }))}
        />
        <Tooltip label={bringInText.edit}>
          <ActionIcon size="sm" variant="default" aria-label={bringInText.edit} onClick={onEdit}>
            <IconPencil size={14} />
          </ActionIcon>
        </Tooltip>
        {index > 0 && (
          <Tooltip label={bringInText.joinUp}>
            <ActionIcon size="sm" variant="default" aria-label={bringInText.joinUp} onClick={() => onDraft(joinedUp(draft, index))}>
              <IconArrowMerge size={14} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={bringInText.remove}>
          <ActionIcon size="sm" variant="default" aria-label={bringInText.remove} onClick={() => onDraft(withoutBlock(draft, index))}>
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {block.content
        .filter((inline) => inline.kind === 'footnote')
        .map(({ content }, at) => (
          <FootnoteBox
            // oxlint-disable-next-line react/no-array-index-key -- a footnote of a draft is known by its place
            key={at}
            ordinal={at + 1}
            words={content.map((inline) => inline.text).join('')}
            onWords={(words) => onDraft(withBlock(draft, index, { content: withFootnote(block.content, at + 1, words) }))}
          />
        ))}
      {text !== null && (
        <>
          <Textarea
            ref={box}
            mt={6}
            autosize
            minRows={2}
            maxRows={12}
            autoFocus
            aria-label={bringInText.edit}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Escape') {
                event.preventDefault()
                onDone()
              } else if (event.key === 'Enter' && event.ctrlKey) {
                event.preventDefault()
                onDraft(withBlock(draft, index, { content: withText(block.content, text) }))
                onDone()
              }
            }}
            onBlur={(event) => {
              // The split button needs the words as typed; it writes them itself.
              if (event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-split]') !== null) return
              onDraft(withBlock(draft, index, { content: withText(block.content, text) }))
              onBlurred()
            }}
          />
          <Group gap={6} mt={4}>
            <Button
              data-split
              size="compact-xs"
              variant="default"
              onClick={() => onDraft(splitAt(draft, index, text, box.current?.selectionStart ?? text.length))}
            >
              {bringInText.split}
            </Button>
            <Text size="xs" c="dimmed">
              {bringInText.editHint}
            </Text>
          </Group>
        </>
      )}
    </div>
  )
}
