import { Alert, Grid, NumberInput, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { PlanDraft } from '#shared/domain/draft.ts'
import { LegalForm } from '#shared/domain/plan.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { readDay, showDay } from '../../lib/dates.ts'

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A list of short lines in one box: written back when the box is left, so that an empty last line can be typed. */
function LinesBox({
  label,
  lines,
  onLines,
}: {
  readonly label: string
  readonly lines: readonly string[]
  readonly onLines: (lines: readonly string[]) => void
}) {
  const [text, setText] = useState<string | null>(null)
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={16}
      value={text ?? lines.join('\n')}
      onFocus={() => setText(lines.join('\n'))}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== null) onLines(linesOf(text.normalize('NFC')))
        setText(null)
      }}
    />
  )
}

const cell = (span: number, content: ReactNode): ReactNode => <Grid.Col span={span}>{content}</Grid.Col>

/** What was read of the paper's head and foot; each can be put right before anything is stored. */
export function PaperForm({ draft, onDraft }: { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }) {
  const [day, setDay] = useState<string | null>(null)
  const signature = draft.signature ?? { authority: [], title: '', name: '' }
  const letterhead = draft.letterhead ?? { superior: [], issuer: [], place: '' }
  const letterheadWith = (change: Partial<typeof letterhead>): void => {
    const next = { ...letterhead, ...change }
    // Without an issuer there is no letterhead: the office's own is used.
    onDraft({ ...draft, letterhead: next.issuer.length === 0 ? null : next })
  }
  return (
    <Stack p="md" gap="sm">
      <Alert color="gray" variant="light">
        <Text size="sm">{bringInText.numberNote}</Text>
      </Alert>
      <SegmentedControl
        aria-label={bringInText.legalForm}
        value={draft.legalForm}
        onChange={(value) => onDraft({ ...draft, legalForm: LegalForm.parse(value) })}
        data={[
          { value: 'plan', label: bringInText.formPlan },
          { value: 'decision', label: bringInText.formDecision },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Grid gap="sm">
        {cell(
          3,
          <NumberInput
            label={bringInText.year}
            required
            min={1990}
            max={2200}
            allowDecimal={false}
            thousandSeparator=""
            value={draft.year ?? ''}
            error={draft.year === null ? bringInText.yearMissing : null}
            onChange={(value) => onDraft({ ...draft, year: typeof value === 'number' ? value : null })}
          />,
        )}
        {cell(
          9,
          <TextInput
            label={bringInText.subject}
            value={draft.subject ?? ''}
            onChange={(event) => onDraft({ ...draft, subject: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          />,
        )}
        {cell(
          3,
          <TextInput
            label={bringInText.number}
            value={draft.number ?? ''}
            onChange={(event) => onDraft({ ...draft, number: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          />,
        )}
        {cell(
          4,
          <TextInput
            label={bringInText.symbol}
            value={draft.symbol ?? ''}
            onChange={(event) => onDraft({ ...draft, symbol: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          />,
        )}
        {cell(
          5,
          <TextInput
            label={bringInText.issuedOn}
            value={day ?? (draft.issuedOn === null ? '' : showDay(draft.issuedOn))}
            onChange={(event) => setDay(event.currentTarget.value)}
            onBlur={() => {
              if (day !== null) onDraft({ ...draft, issuedOn: readDay(day) })
              setDay(null)
            }}
          />,
        )}
        {cell(6, <LinesBox label={bringInText.issuer} lines={letterhead.issuer} onLines={(issuer) => letterheadWith({ issuer })} />)}
        {cell(
          3,
          <LinesBox label={bringInText.superior} lines={letterhead.superior} onLines={(superior) => letterheadWith({ superior })} />,
        )}
        {cell(
          3,
          <TextInput
            label={bringInText.place}
            value={letterhead.place}
            onChange={(event) => letterheadWith({ place: event.currentTarget.value })}
          />,
        )}
        {cell(
          6,
          <LinesBox label={bringInText.recipients} lines={draft.recipients} onLines={(recipients) => onDraft({ ...draft, recipients })} />,
        )}
        {cell(
          6,
          <Stack gap="sm">
            <LinesBox
              label={bringInText.authority}
              lines={signature.authority}
              onLines={(authority) => onDraft({ ...draft, signature: { ...signature, authority } })}
            />
            <TextInput
              label={bringInText.signerTitle}
              value={signature.title}
              onChange={(event) => onDraft({ ...draft, signature: { ...signature, title: event.currentTarget.value } })}
            />
            <TextInput
              label={bringInText.signerName}
              value={signature.name}
              onChange={(event) => onDraft({ ...draft, signature: { ...signature, name: event.currentTarget.value } })}
            />
          </Stack>,
        )}
      </Grid>
    </Stack>
  )
}
