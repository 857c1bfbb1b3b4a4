import { Button, Group, NativeSelect, NumberInput, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { Day } from '#shared/domain/identifier.ts'
import type { Evidence, Progress, ProgressState } from '#shared/domain/progress.ts'
import { followUpForm as words, followUpText } from '#shared/text/vi/follow-up.ts'
import { stateNames } from '#shared/text/vi/light.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay, today } from '../../lib/dates.ts'
import { showDone } from '../../lib/notices.tsx'
import type { TaskActionTarget } from '../../lib/task-pane.ts'
import { DayInput, DocumentBoxes } from './document-boxes.tsx'
import { FormFrame } from './form-frame.tsx'
import { basisOf, dayOf, emptyDocument, isEmpty, named, type TypedDocument } from './form-values.ts'
import { nameDue, nearestDue, type ShareTarget } from './targets.ts'
import { useAgencyNames } from './use-agency-names.ts'

const states: readonly ProgressState[] = ['not-started', 'in-progress', 'done', 'paused', 'not-doing']
const channels = ['agency', 'letter', 'call', 'meeting'] as const
type Channel = (typeof channels)[number]
const NEAREST = 'nearest'
const WHOLE = 'whole'
const ALL = 'all'
const NAMED = 6
const nothing = {}

interface ReportDialogProps {
  /** Who may be reported for; with one the form is that agency's. */
  readonly targets: readonly ShareTarget[]
  /** Those that are meant until somebody else is chosen. */
  readonly meant: readonly ShareTarget[]
  readonly asOf: Day | null
  readonly entered?: TaskActionTarget['entered']
  /** The entry that is corrected, with its evidence: the form begins as it was. */
  readonly corrects?: { readonly entry: Progress; readonly evidence: readonly Evidence[] }
  readonly onClose: () => void
}

/** Progress of one share, or the same of many: as the agency reports it, or as the secretariat hears it by letter, call or meeting. */
export function ReportDialog({ targets, meant, asOf, entered = nothing, corrects, onClose }: ReportDialogProps): ReactElement {
  const nameOf = useAgencyNames()
  const old = corrects?.entry
  const only = meant.length === 1 ? meant[0] : undefined
  const [who, setWho] = useState<string | null>(only === undefined ? ALL : only.assignmentId)
  const chosen = who === ALL ? meant : targets.filter(({ assignmentId }) => assignmentId === who)
  const [one] = chosen.length === 1 ? chosen : []
  const usualDue = (of: ShareTarget | undefined): string =>
    of === undefined ? NEAREST : of.share.dues.length === 1 ? WHOLE : (nearestDue(of.share)?.key ?? WHOLE)
  const [due, setDue] = useState<string>(old === undefined ? usualDue(only) : (old.due ?? WHOLE))
  const [state, setState] = useState<ProgressState>(
    old?.state ?? entered.state ?? (only === undefined ? 'in-progress' : (nearestDue(only.share)?.state ?? 'in-progress')),
  )
  const [percent, setPercent] = useState<number | string>(old?.percent ?? entered.percent ?? '')
  const [day, setDay] = useState(showDay(old?.happenedOn ?? asOf ?? today()))
  const [texts, setTexts] = useState({
    result: old?.result ?? '',
    product: old?.product ?? '',
    difficulty: old?.difficulty ?? '',
    proposal: old?.proposal ?? '',
    explanation: old?.explanation ?? '',
  })
  const [channel, setChannel] = useState<Channel>(old === undefined || old.channel === 'form' ? 'agency' : old.channel)
  const [basis, setBasis] = useState<TypedDocument>(old === undefined || old.basis === null ? emptyDocument : typedOf(old.basis))
  const [evidence, setEvidence] = useState<readonly TypedDocument[]>((corrects?.evidence ?? []).map(typedOf))
  const [tried, setTried] = useState(false)

  const rests = state === 'paused' || state === 'not-doing'
  const withBasis = rests || channel !== 'agency'
  const proofs = [...evidence.filter((document) => !isEmpty(document)), ...(withBasis && basis.file !== null ? [basis] : [])]
  const happenedOn = dayOf(day)
  const wrongPercent = percent !== '' && !(Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100)
  const faults = {
    who: chosen.length === 0 ? words.needsWho : null,
    day: happenedOn === null ? words.needsDay : happenedOn > today() ? words.future : null,
    percent: wrongPercent ? words.percentWrong : null,
    basis: withBasis && (rests || channel === 'letter') && basis.symbol.trim() === '' ? words.needsDocument : null,
    proof: state === 'done' && proofs.length === 0 && texts.explanation.trim() === '' ? words.needsEvidence : null,
  }
  const shown = tried ? faults : { who: null, day: null, percent: faults.percent, basis: null, proof: null }

  const write = async (): Promise<boolean> => {
    setTried(true)
    if (happenedOn === null || Object.values(faults).some((fault) => fault !== null)) return false
    await ask('progress.add-many', {
      reports: chosen.map(({ assignmentId, share }) => ({
        assignmentId,
        due: due === WHOLE ? null : due === NEAREST ? (share.dues.length === 1 ? null : (nearestDue(share)?.key ?? null)) : due,
        happenedOn,
        state,
        percent: percent === '' ? null : Number(percent),
        ...texts,
        evidence: proofs.map((document) => ({ ...basisOf(document), file: document.file })),
        channel: old?.channel === 'form' && channel === 'agency' ? 'form' : channel,
        basis: withBasis && !isEmpty(basis) ? basisOf(basis) : null,
        correctsId: old?.id ?? null,
      })),
    })
    showDone(old === undefined ? words.reported(chosen.length) : words.correctedDone, { undoable: true })
    return true
  }

  const whoNames = chosen.slice(0, NAMED).map(({ share }) => nameOf(share.agencyId))
  const rest = chosen.length - whoNames.length
  const text = (key: keyof typeof texts, rows: number): ReactElement => (
    <Textarea
      key={key}
      label={words[key]}
      autosize
      minRows={rows}
      maxRows={8}
      value={texts[key]}
      error={key === 'explanation' ? shown.proof : null}
      onChange={({ currentTarget }) => setTexts({ ...texts, [key]: currentTarget.value })}
    />
  )
  return (
    <FormFrame
      title={old === undefined ? words.reportTitle(chosen.length) : words.correctTitle}
      confirm={old === undefined ? words.report : followUpText.correct}
      {...(old !== undefined && { hint: words.correctHint })}
      onClose={onClose}
      onWrite={write}
      onFile={(file) => setEvidence((before) => [...before.filter((document) => !isEmpty(document)), named(emptyDocument, file)])}
    >
      {old === undefined && targets.length > 1 && new Set(targets.map(({ task }) => task.taskId)).size === 1 ? (
        <Select
          label={words.who}
          searchable
          required
          allowDeselect={false}
          error={shown.who}
          data={[
            ...(meant.length > 1 ? [{ value: ALL, label: words.allLeads(meant.length) }] : []),
            ...targets.map(({ assignmentId, share }) => ({
              value: assignmentId as string,
              label: `${nameOf(share.agencyId)} (${followUpText.roles[share.role]})`,
            })),
          ]}
          value={who}
          onChange={(next) => {
            setWho(next)
            setDue(usualDue(next === ALL ? undefined : targets.find(({ assignmentId }) => assignmentId === next)))
          }}
        />
      ) : (
        <Text size="sm">{words.applies([...whoNames, ...(rest > 0 ? [words.andMore(rest)] : [])].join(', '))}</Text>
      )}
      {(one === undefined || one.share.dues.length > 1) && (
        <NativeSelect
          size="xs"
          label={words.due}
          value={due}
          data={[
            ...(one === undefined ? [{ value: NEAREST, label: words.nearestDue }] : []),
            { value: WHOLE, label: followUpText.wholeTask },
            ...(one?.share.dues ?? []).map((of) => ({ value: of.key, label: nameDue(of) })),
          ]}
          onChange={({ currentTarget }) => setDue(currentTarget.value)}
        />
      )}
      <Group gap="xs" align="flex-start">
        <NativeSelect
          size="xs"
          label={words.state}
          data-autofocus
          style={{ flex: '1 1 160px' }}
          value={state}
          data={states.map((value) => ({ value, label: stateNames[value] }))}
          onChange={({ currentTarget }) => setState(currentTarget.value as ProgressState)}
        />
        <NumberInput
          label={words.percent}
          w={100}
          min={0}
          max={100}
          allowDecimal={false}
          suffix="%"
          hideControls
          value={percent}
          error={shown.percent}
          onChange={setPercent}
        />
        <DayInput label={words.happenedOn} required value={day} error={shown.day} onChange={setDay} />
      </Group>
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {words.channel}
        </Text>
        <SegmentedControl
          aria-label={words.channel}
          value={channel}
          data={channels.map((value) => ({ value, label: words.channels[value] }))}
          onChange={(value) => {
            setChannel(value)
            if (value === 'letter' && one !== undefined && basis.issuer === '') setBasis({ ...basis, issuer: nameOf(one.share.agencyId) })
          }}
        />
      </Stack>
      {withBasis && (
        <DocumentBoxes
          label={words.basis[rests ? 'agency' : channel]}
          required={rests || channel === 'letter'}
          value={basis}
          error={shown.basis}
          fileLabel={words.scan}
          onChange={setBasis}
        />
      )}
      {text('result', 2)}
      {text('product', 1)}
      <Group gap="xs" grow align="flex-start">
        {text('difficulty', 1)}
        {text('proposal', 1)}
      </Group>
      {evidence.map((document, index) => (
        <DocumentBoxes
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity, and none is put between them
          key={index}
          label={words.evidenceOf(index + 1)}
          value={document}
          onRemove={() => setEvidence(evidence.filter((_, place) => place !== index))}
          onChange={(next) => setEvidence(evidence.map((before, place) => (place === index ? next : before)))}
        />
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEvidence([...evidence, emptyDocument])}
        >
          {words.addEvidence}
        </Button>
      </Group>
      {state === 'done' && proofs.length === 0 && text('explanation', 1)}
    </FormFrame>
  )
}

function typedOf(document: {
  readonly symbol: string
  readonly issuedOn: string | null
  readonly issuer: string
  readonly title: string
  readonly file?: TypedDocument['file']
}): TypedDocument {
  const { symbol, issuedOn, issuer, title, file = null } = document
  return { symbol, day: issuedOn === null ? '' : showDay(issuedOn), issuer, title, file }
}
