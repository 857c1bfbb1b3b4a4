import { Button, Text, UnstyledButton } from '@mantine/core'
import { IconFileImport, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { PlanTemplate, TemplateBlock, TemplateContent } from '#shared/domain/plan-template.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { awaitAnswer, keyOf, queryClient } from '../../lib/queries.ts'
import { inTurn } from '../../lib/saving.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridLine } from '../../ui/grid/grid-types.ts'
import { EmptyPlace } from '../../ui/screen/screen.tsx'
import { blockColumns, changedBlocks, movedBlocks, newBlock, pastedBlocks } from './template-blocks.ts'
import { TemplateForm } from './template-form.tsx'
import styles from './shelf.module.css'

type Patch = Partial<TemplateContent>

const cached = (): readonly PlanTemplate[] | undefined => queryClient.getQueryData<readonly PlanTemplate[]>(keyOf('plan-template.list', {}))
const put = (template: PlanTemplate): void =>
  void queryClient.setQueryData<readonly PlanTemplate[]>(keyOf('plan-template.list', {}), (known) =>
    known?.map((one) => (one.id === template.id ? template : one)),
  )

/** Shows the change at once and sends it after those before it, with the version the template has by then. */
function changeTemplate(id: PlanTemplate['id'], patchOf: (template: PlanTemplate) => Patch): void {
  const shown = cached()?.find((template) => template.id === id)
  if (shown === undefined) return
  const patch = patchOf(shown)
  put({ ...shown, ...patch })
  void inTurn(async () => {
    await awaitAnswer('plan-template.list', {})
    const version = cached()?.find((template) => template.id === id)?.version ?? shown.version
    const written = await ask('plan-template.update', { id, version, patch })
    const now = cached()?.find((template) => template.id === id)
    if (now !== undefined) put({ ...now, version: written.version })
  }).catch(async (error: unknown) => {
    await queryClient.invalidateQueries({ queryKey: keyOf('plan-template.list', {}) })
    showFailure(error)
  })
}

const unknownKind = (words: string): void => showFailure(shelfText.unknownKind(words))

function act(work: () => Promise<void>): void {
  void work().catch(showFailure)
}

/** The office's skeletons: the list, the chosen one's lines as a table, its form at the right. */
export function TemplateShelf({
  templates,
  chosen,
  onChoose,
}: {
  readonly templates: readonly PlanTemplate[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}): ReactElement {
  const create = (): void => act(async () => onChoose((await ask('plan-template.create', { name: shelfText.newTemplateName })).id))
  const bringIn = (): void =>
    act(async () => {
      const template = await ask('plan-template.import', {})
      if (template === null) return
      onChoose(template.id)
      showDone(shelfText.imported(template.name), { undoable: true })
    })
  const shown = templates.find(({ id }) => id === chosen) ?? templates[0]
  const buttons = (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
        {shelfText.newTemplate}
      </Button>
      <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={bringIn}>
        {shelfText.importTemplate}
      </Button>
    </>
  )
  if (shown === undefined) {
    return (
      <EmptyPlace
        icon={<IconTemplate size={40} stroke={1.2} aria-hidden />}
        title={shelfText.noTemplatesTitle}
        text={shelfText.noTemplatesText}
      >
        {buttons}
      </EmptyPlace>
    )
  }
  return (
    <>
      <div className={styles['tools']}>{buttons}</div>
      <div className={styles['templates']}>
        <nav className={styles['list']} aria-label={shelfText.templates}>
          {templates.map(({ id, name, note }) => (
            <UnstyledButton key={id} className={styles['entry'] ?? ''} aria-current={id === shown.id} onClick={() => onChoose(id)}>
              <Text size="sm" fw={600} lineClamp={2}>
                {name}
              </Text>
              {note !== '' && (
                <Text size="xs" lineClamp={2}>
                  {note}
                </Text>
              )}
            </UnstyledButton>
          ))}
        </nav>
        <Blocks key={shown.id} template={shown} />
        <TemplateForm
          key={`${shown.id} form`}
          template={shown}
          onPatch={(patch) => changeTemplate(shown.id, () => patch)}
          onRemoved={() => onChoose(null)}
        />
      </div>
    </>
  )
}

function Blocks({ template }: { readonly template: PlanTemplate }): ReactElement {
  const [wanted, setWanted] = useState<string | null>(null)
  const { blocks, id } = template
  const lines = blocks.map((block, index): GridLine<TemplateBlock> => ({
    kind: 'row',
    key: String(index),
    head: String(index + 1),
    row: block,
  }))
  const change = (next: (now: readonly TemplateBlock[]) => readonly TemplateBlock[]): void =>
    changeTemplate(id, (now) => ({ blocks: next(now.blocks) }))
  const insert = (after: string | null): void => {
    const place = after === null ? blocks.length : Number(after) + 1
    change((now) => now.toSpliced(place, 0, newBlock(now[place - 1])))
    setWanted(String(place))
  }
  return (
    <div className={styles['blocks']}>
      <div className={styles['tools']}>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => insert(wanted ?? (blocks.length === 0 ? null : String(blocks.length - 1)))}
        >
          {shelfText.addBlock}
        </Button>
        <Text size="xs" c="dimmed" ml="auto" truncate title={shelfText.blockHint}>
          {shelfText.blockHint}
        </Text>
      </div>
      <div className={styles['grid']}>
        <DataGrid<TemplateBlock>
          label={shelfText.blocks}
          lines={lines}
          columns={blockColumns}
          headTitle={shelfText.stt}
          compact={false}
          readOnly={false}
          describeCell={shelfText.cell}
          activeRowKey={wanted}
          empty={null}
          onChange={(changes) => change((now) => changedBlocks(now, changes, unknownKind))}
          onOverflow={(changes, keys, cells) =>
            change((now) => [...changedBlocks(now, changes, unknownKind), ...pastedBlocks(now.at(-1), keys, cells, unknownKind)])
          }
          onSelect={([first]) => setWanted(first ?? null)}
          onInsert={insert}
          onDuplicate={(keys) =>
            change((now) => now.toSpliced(Number(keys.at(-1)) + 1, 0, ...keys.flatMap((each) => now[Number(each)] ?? [])))
          }
          onRemove={(keys) => {
            change((now) => now.filter((_block, place) => !keys.includes(String(place))))
            showDone(shelfText.blocksRemoved(keys.length), { undoable: true })
          }}
          onMove={(keys, before) => change((now) => movedBlocks(now, keys.map(Number), before))}
          onOpen={() => undefined}
        />
      </div>
    </div>
  )
}
