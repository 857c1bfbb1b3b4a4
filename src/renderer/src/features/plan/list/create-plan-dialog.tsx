import { Button, Group, Modal, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { planDetailsText, planText } from '#shared/text/vi/plan.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../../lib/bridge.ts'
import { today } from '../../../lib/dates.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { useAsk } from '../../../lib/queries.ts'

/** A new plan: year, subject, and what it starts with. */
export function CreatePlanDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactElement {
  return (
    <Modal opened={opened} onClose={onClose} title={planText.createTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <CreatePlanForm onClose={onClose} />
    </Modal>
  )
}

function CreatePlanForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [nextYear] = useState(() => Number(today().slice(0, 4)) + 1)
  const templates = useAsk('plan-template.list', {}).data ?? []
  const form = useForm<{ year: number | string; subject: string; outline: string }>({
    mode: 'uncontrolled',
    initialValues: { year: nextYear, subject: '', outline: 'usual' },
    validate: {
      year: (year) => (Number.isInteger(Number(year)) && Number(year) >= 1990 && Number(year) <= 2200 ? null : planText.yearFrom1990),
    },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ year, subject, outline }) => {
        setBusy(true)
        void (async () => {
          const plan = await ask('plan.create', {
            year: Number(year),
            subject: subject.trim() === '' ? null : subject.trim(),
            outline: outline === 'usual' || outline === 'empty' ? outline : { templateId: outline },
          })
          onClose()
          await navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id } })
          showDone(planText.created(plan.year), { undoable: true })
        })()
          .catch(showFailure)
          .finally(() => setBusy(false))
      })}
    >
      <Stack gap="sm">
        <NumberInput
          label={planText.year}
          min={1990}
          max={2200}
          thousandSeparator=""
          data-autofocus
          required
          {...form.getInputProps('year')}
        />
        <TextInput label={planText.subject} description={planDetailsText.subjectHint} {...form.getInputProps('subject')} />
        <Radio.Group label={planText.outline} {...form.getInputProps('outline')}>
          <Stack gap={6} mt={6}>
            <Radio value="usual" label={planText.outlines.usual} />
            {templates.map(({ id, name, note }) => (
              <Radio key={id} value={id} label={shelfText.fromTemplate(name)} {...(note === '' ? {} : { description: note })} />
            ))}
            <Radio value="empty" label={planText.outlines.empty} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {planText.createAction}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
