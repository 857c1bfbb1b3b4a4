import { Button, Checkbox, Group, Tabs, Text } from '@mantine/core'
import { IconCheck, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AppendixFileDraft, DraftWarning, PlanDraft } from '#shared/domain/draft.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { useJob } from '../../lib/use-job.ts'
import { Screen } from '../../ui/screen/screen.tsx'
import { AppendixReview } from './appendix-review.tsx'
import { BlockList } from './block-list.tsx'
import { DoubtList } from './doubt-list.tsx'
import { PaperForm } from './paper-form.tsx'
import { importRoute } from './routes.ts'
import { SourceLines } from './source-lines.tsx'
import { SourceStep } from './source-step.tsx'
import styles from './import.module.css'

/** Brings a plan or an appendix in: choose, look through, put right, and only then "Nhận vào". */
export function ImportScreen() {
  const { loai, keHoach } = importRoute.useSearch()
  return loai === 'phu-luc' && keHoach !== undefined ? <AppendixImport planId={keHoach} /> : <PlanImport />
}

function PlanImport() {
  const job = useJob()
  const [draft, setDraft] = useState<PlanDraft | null>(null)
  const navigate = useNavigate()
  const [createFields, setCreateFields] = useState(true)
  const read = (work: (jobId: string) => Promise<PlanDraft | null>): void => void job.start(work).then(setDraft)
  if (draft === null) {
    return (
      <Screen title={bringInText.titlePlan}>
        <SourceStep
          formats={bringInText.plansFormats} pasteLabel={bringInText.pastePlan} job={job.state} onCancel={job.cancel}
          onChoose={() => read(async (jobId) => ask('import.choose-plan', { jobId, year: null }))}
          onPasted={(text, html) => read(async (jobId) => ask('import.read-plan-text', { jobId, text, html, year: null }))}
        />
      </Screen>
    )
  }
  const accept = (): void =>
    void job
      .start(async () => ask('import.accept-plan', { draft: { ...draft, blocks: [...draft.blocks] }, year: draft.year ?? 0, createFields }))
      .then((plan) => {
        if (plan === null) return
        showDone(bringInText.accepted(plan.year), { undoable: true })
        void navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id } })
      })
  return (
    <Screen
      title={bringInText.titlePlan}
      actions={
        <>
          <Checkbox size="xs" label={bringInText.addFields} checked={createFields} onChange={(event) => setCreateFields(event.currentTarget.checked)} />
          <Button variant="default" onClick={() => setDraft(null)}>
            {bringInText.back}
          </Button>
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={accept} loading={job.state.running} disabled={draft.year === null} title={draft.year === null ? bringInText.yearMissing : undefined}>
            {bringInText.accept}
          </Button>
        </>
      }
    >
      <PlanReview draft={draft} onDraft={setDraft} />
    </Screen>
  )
}

/** Ticks of the doubts that a person has looked at. Doubts are compared by themselves: edits keep the same records. */
function useSeen() {
  const [seen, setSeen] = useState<ReadonlySet<DraftWarning>>(new Set())
  const mark = (warning: DraftWarning, is: boolean): void => setSeen(new Set(is ? [...seen, warning] : [...seen].filter((each) => each !== warning)))
  return { seen, mark }
}

function PlanReview({ draft, onDraft }: { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }) {
  const [tab, setTab] = useState<string>('structure')
  const [block, setBlock] = useState<number | null>(null)
  const [row, setRow] = useState<number | null>(null)
  const [sourceShown, setSourceShown] = useState(true)
  const { seen, mark } = useSeen()
  const registry = useAsk('agency.list', {}).data
  const [thisYear] = useState(() => new Date().getFullYear())
  const planYear = draft.year ?? thisYear
  const go = (warning: DraftWarning): void => {
    const { at } = warning
    if (at === null) return setTab('paper')
    if ('block' in at) {
      setTab('structure')
      return setBlock(at.block)
    }
    setTab(`appendix/${at.appendix}`)
    setRow(at.row)
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
      <Group px="md" pb={6} gap="lg" justify="space-between">
        <Text size="sm">
          <b>{bringInText.facts(facts)}</b>
          <br />
          {bringInText.nothingStored}
        </Text>
        <Button size="compact-sm" variant="subtle" leftSection={sourceShown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />} onClick={() => setSourceShown(!sourceShown)}>
          {sourceShown ? bringInText.hideSource : bringInText.showSource}
        </Button>
      </Group>
      <div className={styles['columns']} data-source={withSource ? 'shown' : 'hidden'}>
        <div className={styles['column']}>
          <Tabs value={tab} onChange={(value) => setTab(value ?? 'structure')} h="100%" style={{ display: 'flex', flexDirection: 'column' }} keepMounted={false}>
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
            <Tabs.Panel value="structure" style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
              <BlockList draft={draft} chosen={block} onChoose={setBlock} onDraft={onDraft} />
            </Tabs.Panel>
            <Tabs.Panel value="paper" style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
              <PaperForm draft={draft} onDraft={onDraft} />
            </Tabs.Panel>
            {registry !== undefined &&
              draft.appendices.map((appendix, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                <Tabs.Panel key={index} value={`appendix/${index}`} style={{ flex: 1, minHeight: 0 }}>
                  <AppendixReview
                    appendix={appendix} registry={registry} asOf={draft.issuedOn ?? `${planYear}-01-01`} planYear={planYear}
                    chosenRow={row} onChoose={setRow} onAppendix={(next) => onDraft({ ...draft, appendices: draft.appendices.map((each, at) => (at === index ? next : each)) })}
                  />
                </Tabs.Panel>
              ))}
          </Tabs>
        </div>
        {withSource && (
          <div className={styles['column']}>
            <div className={styles['columnHead']}>{bringInText.sourceOf(draft.source.name)}</div>
            <SourceLines source={draft.source} marked={block === null ? null : (draft.blocks[block]?.lines ?? null)} />
          </div>
        )}
        <div className={styles['column']}>
          <div className={styles['columnHead']}>{bringInText.doubts(draft.warnings.filter((warning) => !seen.has(warning)).length)}</div>
          <DoubtList warnings={draft.warnings} seen={seen} onSeen={mark} onGo={go} />
        </div>
      </div>
    </div>
  )
}

function AppendixImport({ planId }: { readonly planId: PlanId }) {
  const job = useJob()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<AppendixFileDraft | null>(null)
  const [chosen, setChosen] = useState<{ readonly appendix: number; readonly row: number | null }>({ appendix: 0, row: null })
  const { seen, mark } = useSeen()
  const plan = useAsk('plan.get', { planId }).data?.plan
  const registry = useAsk('agency.list', {}).data
  const read = (work: (jobId: string) => Promise<AppendixFileDraft | null>): void => void job.start(work).then(setDraft)
  if (draft === null || plan === undefined || registry === undefined) {
    return (
      <Screen title={bringInText.titleAppendix}>
        <SourceStep
          formats={bringInText.appendixFormats} pasteLabel={bringInText.pasteAppendix} job={job.state} onCancel={job.cancel}
          onChoose={() => read(async (jobId) => ask('import.choose-appendix', { jobId, planId }))}
          onPasted={(text, html) => read(async (jobId) => ask('import.read-appendix-cells', { jobId, planId, text, html }))}
        />
      </Screen>
    )
  }
  const accept = (mode: 'add' | 'replace'): void =>
    void job
      .start(async () => ask('import.accept-appendix', { planId, draft, mode }))
      .then((tasks) => {
        if (tasks === null) return
        showDone(bringInText.acceptedAppendix(draft.appendices.reduce((sum, { rows }) => sum + rows.length, 0)), { undoable: true })
        void navigate({ to: '/ke-hoach/$planId/phu-luc', params: { planId } })
      })
  return (
    <Screen
      title={bringInText.titleAppendix}
      actions={
        <>
          <Button variant="default" onClick={() => setDraft(null)}>
            {bringInText.back}
          </Button>
          <Button variant="default" onClick={() => accept('replace')} loading={job.state.running}>
            {bringInText.acceptReplace}
          </Button>
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => accept('add')} loading={job.state.running}>
            {bringInText.acceptAdd}
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        <Text size="sm" px="md" pb={6}>
          {bringInText.nothingStored}
        </Text>
        <div className={styles['columns']} data-source="hidden">
          <div className={styles['column']}>
            <Tabs value={String(chosen.appendix)} onChange={(value) => setChosen({ appendix: Number(value ?? 0), row: null })} h="100%" style={{ display: 'flex', flexDirection: 'column' }} keepMounted={false}>
              <Tabs.List>
                {draft.appendices.map(({ rows }, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                  <Tabs.Tab key={index} value={String(index)}>
                    {bringInText.appendix(index, rows.length)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {draft.appendices.map((appendix, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                <Tabs.Panel key={index} value={String(index)} style={{ flex: 1, minHeight: 0 }}>
                  <AppendixReview
                    appendix={appendix} registry={registry} asOf={plan.agenciesAsOf} planYear={plan.year} chosenRow={chosen.row}
                    onChoose={(row) => setChosen({ appendix: index, row })}
                    onAppendix={(next) => setDraft({ ...draft, appendices: draft.appendices.map((each, at) => (at === index ? next : each)) })}
                  />
                </Tabs.Panel>
              ))}
            </Tabs>
          </div>
          <div className={styles['column']}>
            <div className={styles['columnHead']}>{bringInText.doubts(draft.warnings.filter((warning) => !seen.has(warning)).length)}</div>
            <DoubtList
              warnings={draft.warnings} seen={seen} onSeen={mark}
              onGo={({ at }) => {
                if (at !== null && 'row' in at) setChosen({ appendix: at.appendix, row: at.row })
              }}
            />
          </div>
        </div>
      </div>
    </Screen>
  )
}
