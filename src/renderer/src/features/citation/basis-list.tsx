import { ActionIcon, Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core'
import { IconGripVertical, IconPlus, IconRefresh, IconSortDescending2, IconX } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react'
import { fullCitation, legalBasisWords } from '#shared/domain/citation-form.ts'
import type { CitedDocument } from '#shared/domain/cited-document.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { basisOf, basisRewritten, inRankOrder, legalBasisContents, readLegalBases, type LegalBasis } from '#shared/domain/legal-basis.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'
import { flushAll, inTurn } from '../../lib/saving.ts'
import styles from './citation.module.css'
import { findDocuments } from './search-documents.ts'
import { Standing } from './standing.tsx'

/** The legal bases of the paper as a list that writes itself: each change of the list is one step in the text. */
export function BasisList({
  planId,
  words,
  registry,
  locked,
  goTo,
}: {
  readonly planId: PlanId
  readonly words: readonly ProvisionContent[]
  readonly registry: readonly CitedDocument[]
  readonly locked: boolean
  readonly goTo: PlanPaneProps['goTo']
}): ReactElement {
  const plan = useAsk('plan.get', { planId }).data?.plan
  const area = plan?.legalForm === 'decision' ? 'decision' : 'body'
  const bases = readLegalBases(words, area, registry)
  const [typed, setTyped] = useState('')
  const [free, setFree] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)

  // What is changed is the list as the office has it: the words on the screen may not have heard of the change before.
  const write = (change: (now: readonly LegalBasis[]) => readonly LegalBasis[], said: string, focus: number | null = null): void => {
    void (async () => {
      await flushAll()
      await inTurn(async () => {
        const { provisions } = await ask('plan.get', { planId })
        await ask('citation.write-bases', {
          planId,
          area,
          bases: [...legalBasisContents(change(readLegalBases(provisions, area, registry)))],
        })
      })
      showDone(said, { undoable: true })
      if (focus !== null) setTimeout(() => list.current?.querySelectorAll<HTMLElement>('[data-basis]')[focus]?.focus(), 60)
    })().catch(showFailure)
  }
  const move = (from: number, to: number): void => {
    const basis = bases[from]
    if (basis === undefined || to < 0 || to >= bases.length || from === to) return
    write((now) => now.filter((one) => !isSame(one, basis)).toSpliced(to, 0, basis), text.basisMoved, to)
  }
  const add = (basis: LegalBasis): void => {
    // Words such as "Theo đề nghị của …" stay at the end.
    write(
      (now) => (basis.facts === null ? [...now, basis] : now.toSpliced(now.findLastIndex(({ facts }) => facts !== null) + 1, 0, basis)),
      text.basisAdded,
    )
  }
  const unused = registry.filter(({ id }) => bases.every(({ documentId }) => documentId !== id))
  const offered = typed.trim() === '' ? unused : findDocuments(unused, typed)
  return (
    <>
      <Text size="xs" p="8px 8px 0">
        {area === 'decision' ? text.basesOfDecision : text.basesOfPlan}
      </Text>
      {!locked && (
        <div className={styles['basisTools']}>
          <Select
            aria-label={text.addBasis}
            placeholder={text.addBasis}
            searchable
            value={null}
            searchValue={typed}
            onSearchChange={setTyped}
            // Found already, by every word and without accents.
            filter={({ options }) => options}
            data={offered
              .slice(0, 60)
              .map((document) => ({ value: document.id, label: fullCitation(document, { dates: 'short', partyComma: true }) }))}
            nothingFoundMessage={text.noSuchDocument}
            leftSection={<IconPlus size={14} aria-hidden />}
            maxDropdownHeight={320}
            onChange={(id) => {
              const document = registry.find((one) => one.id === id)
              setTyped('')
              if (document !== undefined) add(basisOf(document))
            }}
          />
          <Group gap={4} wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={text.freeBasis}
              placeholder={text.freeBasis}
              value={free}
              onChange={({ currentTarget }) => setFree(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing || free.trim() === '') return
                event.preventDefault()
                add({ provisionId: null, content: [{ kind: 'text', text: free.trim().normalize('NFC') }], documentId: null, facts: null })
                setFree('')
              }}
            />
            <Button
              variant="default"
              leftSection={<IconSortDescending2 size={15} aria-hidden />}
              disabled={bases.length < 2}
              onClick={() => write(inRankOrder, text.basesSorted)}
            >
              {text.sortByRank}
            </Button>
          </Group>
        </div>
      )}
      {bases.length === 0 ? (
        <Text size="sm" p="md" c="dimmed">
          {text.noBases}
        </Text>
      ) : (
        <ul className={styles['lines']} ref={list}>
          {bases.map((basis, index) => (
            <BasisLine
              key={basis.provisionId ?? index}
              basis={basis}
              document={registry.find(({ id }) => id === basis.documentId) ?? null}
              registry={registry}
              day={plan?.issuedOn ?? plan?.agenciesAsOf ?? ''}
              locked={locked}
              dragged={dragged === index}
              drag={{
                start: () => setDragged(index),
                end: () => setDragged(null),
                drop: () => {
                  if (dragged !== null) move(dragged, index)
                },
              }}
              onMove={(step) => move(index, index + step)}
              onGo={() => basis.provisionId !== null && goTo(basis.provisionId)}
              onRewrite={(document) =>
                write((now) => now.map((one) => (isSame(one, basis) ? basisRewritten(one, document) : one)), text.basisRewritten, index)
              }
              onRemove={() => write((now) => now.filter((one) => !isSame(one, basis)), text.basisRemoved)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

/** Every basis that is in the text has its sentence's id. */
function isSame(one: LegalBasis, other: LegalBasis): boolean {
  return one.provisionId === other.provisionId
}

interface BasisLineProps {
  readonly basis: LegalBasis
  readonly document: CitedDocument | null
  readonly registry: readonly CitedDocument[]
  readonly day: string
  readonly locked: boolean
  readonly dragged: boolean
  readonly drag: { readonly start: () => void; readonly end: () => void; readonly drop: () => void }
  readonly onMove: (step: 1 | -1) => void
  readonly onGo: () => void
  readonly onRewrite: (document: CitedDocument) => void
  readonly onRemove: () => void
}

function BasisLine(props: BasisLineProps): ReactElement {
  const { basis, document, locked, drag } = props
  const said = plainText(basis.content)
  const full = document === null ? said : legalBasisWords(document)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && event.altKey && !locked) {
      event.preventDefault()
      props.onMove(step)
    } else if (event.key === 'Delete' && !locked) {
      event.preventDefault()
      props.onRemove()
    }
  }
  return (
    // The mouse drags; the keyboard has Alt with the arrows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles['line']}
      draggable={!locked}
      data-dragging={props.dragged || undefined}
      onDragStart={drag.start}
      onDragEnd={drag.end}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        drag.drop()
      }}
    >
      {!locked && <IconGripVertical size={15} aria-hidden color="var(--quiet)" />}
      <div className={styles['lineText']}>
        <button
          type="button"
          className={styles['basis']}
          data-basis
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={props.onGo}
          onKeyDown={onKeyDown}
        >
          {said}
        </button>
      </div>
      <div className={styles['lineActs']}>
        {document !== null && <Standing document={document} day={props.day} registry={props.registry} />}
        {document !== null && said !== full && !locked && (
          <Tooltip label={text.rewriteBasis(full)} multiline maw={360}>
            <ActionIcon size="sm" variant="subtle" aria-label={text.rewriteBasis(full)} onClick={() => props.onRewrite(document)}>
              <IconRefresh size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {!locked && (
          <Tooltip label={text.removeBasis}>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={text.removeBasis} onClick={props.onRemove}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  )
}
