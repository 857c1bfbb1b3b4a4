import { Button, Checkbox, Tabs, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AppendixFileDraft, PlanDraft } from '#shared/domain/draft.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { carryOverText } from '#shared/text/vi/carry-over.ts'
import { ask } from '../../lib/bridge.ts'
import { today } from '../../lib/dates.ts'
import { showDone } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { Screen } from '../../ui/screen/screen.tsx'
import { AppendixReview, type ChosenCell } from './appendix-review.tsx'
import { DoubtList } from './doubt-list.tsx'
import { PlanReview } from './plan-review.tsx'
import { importRoute } from './routes.ts'
import { SourceStep } from './source-step.tsx'
import { useReading } from './use-reading.ts'
import { useReview, useSeen } from './use-review.ts'
import styles from './import.module.css'

/** Brings a plan or an appendix in: choose, look through, put right, and only then "Nhận vào". */
export function ImportScreen() {
  const { loai, keHoach } = importRoute.useSearch()
  return loai === 'phu-luc' && keHoach !== undefined ? <AppendixImport key={keHoach} planId={keHoach} /> : <PlanImport key="plan" />
}

/** Steps of the review that every kind of draft has: back one step, another source. */
function ReviewActions({ onBack, onAgain }: { readonly onBack: (() => void) | null; readonly onAgain: () => void }) {
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={onBack === null}
        onClick={() => onBack?.()}
      >
        {bringInText.undo}
      </Button>
      <Button variant="default" onClick={onAgain}>
        {bringInText.back}
      </Button>
    </>
  )
}

function PlanImport() {
  const { job, cancel, failure, dismiss, read, start } = useReading()
  const { draft, begin, edit, back } = useReview<PlanDraft>()
  const navigate = useNavigate()
  const [createFields, setCreateFields] = useState(true)
  const open = (work: (jobId: string) => Promise<PlanDraft | null>): void => void read(work).then(begin)
  if (draft === null) {
    return (
      <Screen title={bringInText.titlePlan}>
        <SourceStep
          formats={bringInText.plansFormats}
          pasteLabel={bringInText.pastePlan}
          job={job}
          failure={failure}
          onDismiss={dismiss}
          onCancel={cancel}
          onChoose={() => open(async (jobId) => ask('import.choose-plan', { jobId, year: null }))}
          onDropped={(path) => open(async (jobId) => ask('import.read-plan-file', { jobId, path, year: null }))}
          onPasted={(text, html) => open(async (jobId) => ask('import.read-plan-text', { jobId, text, html, year: null }))}
        />
      </Screen>
    )
  }
  const accept = (): void =>
    void start(async () =>
      ask('import.accept-plan', { draft: { ...draft, blocks: [...draft.blocks] }, year: draft.year ?? 0, createFields }),
    ).then((plan) => {
      if (plan === null) return
      // The plan of a year that is over was brought in for the next one's sake.
      const next = Number(today().slice(0, 4)) + (Number(today().slice(5, 7)) >= 10 ? 1 : 0)
      const forNext = {
        label: carryOverText.cloneAfterImport(plan.year + 1),
        run: async () => navigate({ href: `/ke-hoach-nam-sau?tu=${plan.id}` }),
      }
      showDone(bringInText.accepted(plan.year), plan.year < next ? { action: forNext } : { undoable: true })
      void navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id } })
    })
  return (
    <Screen
      title={bringInText.titlePlan}
      actions={
        <>
          <Checkbox
            label={bringInText.addFields}
            checked={createFields}
            onChange={(event) => setCreateFields(event.currentTarget.checked)}
          />
          <ReviewActions onBack={back} onAgain={() => begin(null)} />
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={accept}
            loading={job.running}
            disabled={draft.year === null}
            title={draft.year === null ? bringInText.yearMissing : undefined}
          >
            {bringInText.accept}
          </Button>
        </>
      }
    >
      <PlanReview draft={draft} onDraft={edit} />
    </Screen>
  )
}

function AppendixImport({ planId }: { readonly planId: PlanId }) {
  const { job, cancel, failure, dismiss, read, start } = useReading()
  const { draft, begin, edit, back } = useReview<AppendixFileDraft>()
  const navigate = useNavigate()
  const [appendix, setAppendix] = useState(0)
  const [cell, setCell] = useState<ChosenCell | null>(null)
  const seen = useSeen()
  const plan = useAsk('plan.get', { planId }).data?.plan
  const registry = useAsk('agency.list', {}).data
  const open = (work: (jobId: string) => Promise<AppendixFileDraft | null>): void => void read(work).then(begin)
  if (draft === null || plan === undefined || registry === undefined) {
    return (
      <Screen title={bringInText.titleAppendix}>
        <SourceStep
          formats={bringInText.appendixFormats}
          pasteLabel={bringInText.pasteAppendix}
          job={job}
          failure={failure}
          onDismiss={dismiss}
          onCancel={cancel}
          onChoose={() => open(async (jobId) => ask('import.choose-appendix', { jobId, planId }))}
          onDropped={(path) => open(async (jobId) => ask('import.read-appendix-file', { jobId, planId, path }))}
          onPasted={(text, html) => open(async (jobId) => ask('import.read-appendix-cells', { jobId, planId, text, html }))}
        />
      </Screen>
    )
  }
  const count = draft.appendices.reduce((sum, { rows }) => sum + rows.length, 0)
  const accept = (mode: 'add' | 'replace'): void =>
    void start(async () => ask('import.accept-appendix', { planId, draft, mode })).then((tasks) => {
      if (tasks === null) return
      showDone(bringInText.acceptedAppendix(count), { undoable: true })
      void navigate({ to: '/ke-hoach/$planId/phu-luc', params: { planId } })
    })
  return (
    <Screen
      title={bringInText.titleAppendix}
      actions={
        <>
          <ReviewActions onBack={back} onAgain={() => begin(null)} />
          <Button variant="default" onClick={() => accept('replace')} loading={job.running}>
            {bringInText.acceptReplace}
          </Button>
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => accept('add')} loading={job.running}>
            {bringInText.acceptAdd}
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        <div className={styles['facts']}>
          <Text size="sm">
            <b>{bringInText.appendixFacts(draft.source.name, count)}</b>
            <Text span size="xs" c="dimmed" ml="sm">
              {bringInText.nothingStored(bringInText.acceptAdd)}
            </Text>
          </Text>
        </div>
        <div className={styles['columns']} data-source="hidden">
          <div className={styles['column']}>
            <Tabs
              value={String(appendix)}
              onChange={(value) => setAppendix(Number(value ?? 0))}
              className={styles['tabs'] ?? ''}
              keepMounted={false}
            >
              {draft.appendices.length > 1 && (
                <Tabs.List>
                  {draft.appendices.map(({ rows }, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                    <Tabs.Tab key={index} value={String(index)}>
                      {bringInText.appendix(index, rows.length)}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
              )}
              {draft.appendices.map((_, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- an appendix of a draft is known by its place
                <Tabs.Panel key={index} value={String(index)} className={styles['panel'] ?? ''}>
                  <AppendixReview
                    draft={draft}
                    index={index}
                    registry={registry}
                    asOf={plan.agenciesAsOf}
                    planYear={plan.year}
                    chosen={cell}
                    onDraft={edit}
                    onChoose={(row) => setCell(row === null ? null : { row, column: null })}
                  />
                </Tabs.Panel>
              ))}
            </Tabs>
          </div>
          <aside className={styles['column']} aria-label={bringInText.doubtsLabel}>
            <DoubtList
              warnings={draft.warnings}
              seen={seen}
              onGo={({ at }) => {
                if (at === null || !('row' in at)) return
                setAppendix(at.appendix)
                setCell({ row: at.row, column: at.column })
              }}
            />
          </aside>
        </div>
      </div>
    </Screen>
  )
}
