import { Button, Group, Tabs, Text } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { DraftWarning, PlanDraft } from '#shared/domain/draft.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { useAsk } from '../../lib/queries.ts'
import { AppendixReview, type ChosenCell } from './appendix-review.tsx'
import { BlockList } from './block-list.tsx'
import { DoubtList } from './doubt-list.tsx'
import { PaperForm } from './paper-form.tsx'
import { SourceLines } from './source-lines.tsx'
import { useSeen } from './use-review.ts'
import styles from './import.module.css'

/** What was read of a plan: its structure beside the source, its paper, its appendices, and every doubt. */
export function PlanReview({ draft, onDraft }: { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }) {
  const [tab, setTab] = useState<string>('structure')
  const [block, setBlock] = useState<number | null>(null)
  const [cell, setCell] = useState<ChosenCell | null>(null)
  const [sourceShown, setSourceShown] = useState(true)
  const seen = useSeen()
  const registry = useAsk('agency.list', {}).data
  const [thisYear] = useState(() => new Date().getFullYear())
  const planYear = draft.year ?? thisYear
  const go = (warning: DraftWarning): void => {
    const { at } = warning
    if (at === null) {
      // Words that were placed nowhere are found in the source alone.
      if (warning.line === null) return setTab('paper')
      setTab('structure')
      const nearest = draft.blocks.findLastIndex(({ lines }) => lines !== null && lines.from <= (warning.line ?? 0))
      return setBlock(Math.max(0, nearest))
    }
    if ('block' in at) {
      setTab('structure')
      return setBlock(at.block)
    }
    setTab(`appendix/${at.appendix}`)
    setCell({ row: at.row, column: at.column })
  }
  const facts = {
    sections: draft.blocks.filter(({ kind }) => kind === 'section').length,
    bullets: draft.blocks.filter(({ kind }) => kind === 'bullet').length,
    footnotes: draft.blocks.reduce((sum, { content }) => sum + content.filter(({ kind }) => kind === 'footnote').length, 0),
    recipients: draft.recipients.length,
    tasks: draft.appendices.reduce((sum, { rows }) => sum + rows.length, 0),
  }
  const withSource = sourceShown && tab === 'structure'
  return (
    <div className={styles['review']}>
      <div className={styles['facts']}>
        <Text size="sm">
          <b>{bringInText.facts(facts)}</b>
          <Text span size="xs" c="dimmed" ml="sm">
            {bringInText.nothingStored(bringInText.accept)}
          </Text>
        </Text>
        {tab === 'structure' && (
          <Button
            size="compact-sm"
            variant="subtle"
            style={{ flexShrink: 0 }}
            leftSection={sourceShown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
            onClick={() => setSourceShown(!sourceShown)}
          >
            {sourceShown ? bringInText.hideSource : bringInText.showSource}
          </Button>
        )}
      </div>
      <div className={styles['columns']} data-source={withSource ? 'shown' : 'hidden'}>
        <div className={styles['column']}>
          <Tabs value={tab} onChange={(value) => setTab(value ?? 'structure')} className={styles['tabs'] ?? ''} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="structure">{bringInText.structure}</Tabs.Tab>
              <Tabs.Tab value="paper">{bringInText.paper}</Tabs.Tab>
              {draft.appendices.map(({ rows }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                <Tabs.Tab key={index} value={`appendix/${index}`}>
                  {bringInText.appendix(index, rows.length)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="structure" className={styles['panel'] ?? ''}>
              <BlockList draft={draft} chosen={block} onChoose={setBlock} onDraft={onDraft} />
            </Tabs.Panel>
            <Tabs.Panel value="paper" className={styles['panel'] ?? ''}>
              <PaperForm draft={draft} onDraft={onDraft} />
            </Tabs.Panel>
            {registry !== undefined &&
              draft.appendices.map((_, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                <Tabs.Panel key={index} value={`appendix/${index}`} className={styles['panel'] ?? ''}>
                  <AppendixReview
                    draft={draft}
                    index={index}
                    registry={registry}
                    asOf={draft.issuedOn ?? `${planYear}-01-01`}
                    planYear={planYear}
                    chosen={cell}
                    onDraft={onDraft}
                    onChoose={(row) => setCell(row === null ? null : { row, column: null })}
                  />
                </Tabs.Panel>
              ))}
          </Tabs>
        </div>
        {withSource && (
          <div className={styles['column']}>
            <Group className={styles['columnHead'] ?? ''}>{bringInText.sourceOf(draft.source.name)}</Group>
            <SourceLines source={draft.source} marked={block === null ? null : (draft.blocks[block]?.lines ?? null)} />
          </div>
        )}
        <aside className={styles['column']} aria-label={bringInText.doubtsLabel}>
          <DoubtList warnings={draft.warnings} seen={seen} onGo={go} />
        </aside>
      </div>
    </div>
  )
}
