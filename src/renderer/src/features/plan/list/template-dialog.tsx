import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent, type ReactElement } from 'react'
import type { Plan } from '#shared/domain/plan.ts'
import type { TemplateKeeps } from '#shared/domain/plan-template.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../../lib/bridge.ts'
import { showDone, showFailure } from '../../../lib/notices.tsx'
import { flushAll } from '../../../lib/saving.ts'

/** "Lưu làm khung…": what a plan says every year becomes a template of the office. */
export function TemplateDialog({ plan, onClose }: { readonly plan: Pick<Plan, 'id'>; readonly onClose: () => void }): ReactElement {
  const navigate = useNavigate()
  const [name, setName] = useState<string>(shelfText.newTemplateName)
  const [keeps, setKeeps] = useState<TemplateKeeps>('sentences')
  const save = async (): Promise<void> => {
    await flushAll()
    const template = await ask('plan-template.create-from-plan', { planId: plan.id, name: name.trim(), keeps })
    onClose()
    showDone(shelfText.savedAsTemplate(template.name), {
      action: {
        label: shelfText.openTemplates,
        run: async () => navigate({ href: `/cai-dat?the=khung-cau&muc=${template.id}` }),
      },
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') void save().catch(showFailure)
  }
  return (
    <Modal opened onClose={onClose} title={shelfText.saveAsTemplateTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{shelfText.saveAsTemplateText}</Text>
          <TextInput label={shelfText.name} required data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Radio.Group label={shelfText.keeps} value={keeps} onChange={(value) => setKeeps(value)}>
            <Stack gap={6} mt={6}>
              <Radio value="sentences" label={shelfText.keepsSentences} />
              <Radio value="headings" label={shelfText.keepsHeadings} />
            </Stack>
          </Radio.Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit">{shelfText.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
