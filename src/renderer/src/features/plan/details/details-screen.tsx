import { Button, Fieldset, Group, Menu, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconTemplate } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { LegalForm, SizeSet, type Plan, type PlanPatch, type Signature } from '#shared/domain/plan.ts'
import type { Office } from '#shared/domain/office.ts'
import { officeText } from '#shared/text/vi/office.ts'
import { planDetailsText, planText } from '#shared/text/vi/plan.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { useLocked } from '../../../lib/away.ts'
import { useCommands, type Command } from '../../../lib/commands.ts'
import { readDay, showDay } from '../../../lib/dates.ts'
import { useAsk } from '../../../lib/queries.ts'
import { planRoute } from '../../../lib/routes.ts'
import { CommandButton } from '../../../ui/commands/command-button.tsx'
import { LetterheadPreview } from '../../../ui/letterhead/letterhead-preview.tsx'
import { TemplateDialog } from '../list/template-dialog.tsx'
import styles from './details.module.css'
import { KeptInput } from './kept-input.tsx'
import { RecipientList } from './recipient-list.tsx'
import { usePlanPatch } from './use-plan-patch.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The tab "Thông tin": everything of the paper that is not its text. Each box writes itself when it is left. */
export function DetailsScreen(): ReactElement | null {
  const { planId } = useParams({ from: planRoute.id })
  const detail = useAsk('plan.get', { planId })
  const status = useAsk('workspace.status', {})
  return detail.data === undefined ? null : <Details plan={detail.data.plan} office={status.data?.office ?? null} />
}

function Details({ plan, office }: { readonly plan: Plan; readonly office: Office | null }): ReactElement {
  const write = usePlanPatch(plan)
  const locked = useLocked(plan)
  const [saving, setSaving] = useState(false)
  const keep: Command = {
    id: 'plan.save-as-template',
    group: 'plan',
    label: shelfText.saveAsTemplate,
    icon: IconTemplate,
    run: () => setSaving(true),
  }
  useCommands([keep])
  const box = { disabled: locked }
  return (
    <div className={styles['details']}>
      <Stack gap="sm">
        <Identity plan={plan} locked={locked} write={write} />
        <Fieldset legend={planDetailsText.letterhead} p="sm">
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
            <KeptInput
              {...box}
              lines={2}
              label={officeText.issuer}
              value={plan.letterhead.issuer.join('\n')}
              check={(text) => (linesOf(text).length === 0 ? shell.required : null)}
              onKeep={(text) => write({ letterhead: { ...plan.letterhead, issuer: linesOf(text) } })}
            />
            <KeptInput
              {...box}
              lines={2}
              label={officeText.superior}
              value={plan.letterhead.superior.join('\n')}
              onKeep={(text) => write({ letterhead: { ...plan.letterhead, superior: linesOf(text) } })}
            />
            <KeptInput
              {...box}
              label={officeText.place}
              value={plan.letterhead.place}
              onKeep={(place) => write({ letterhead: { ...plan.letterhead, place: place.trim() } })}
            />
            <KeptInput {...box} label={planDetailsText.symbol} value={plan.symbol} onKeep={(symbol) => write({ symbol: symbol.trim() })} />
          </SimpleGrid>
        </Fieldset>
        <SignatureFields signature={plan.signature} office={office} locked={locked} onChange={(signature) => write({ signature })} />
        <Fieldset legend={planDetailsText.recipients} p="sm">
          <RecipientList
            recipients={plan.recipients}
            usual={office?.recipients ?? []}
            disabled={locked}
            onChange={(recipients) => write({ recipients: [...recipients] })}
          />
        </Fieldset>
      </Stack>
      <div className={styles['side']}>
        <LetterheadPreview letterhead={plan.letterhead} symbol={plan.symbol} recipients={plan.recipients} signature={plan.signature} />
        <Text size="xs" c="dimmed" mt={6}>
          {planDetailsText.autosaved}
        </Text>
        <div style={{ marginTop: 12 }}>
          <CommandButton command={keep} variant="default" />
        </div>
        {saving && <TemplateDialog plan={plan} onClose={() => setSaving(false)} />}
      </div>
    </div>
  )
}

function Identity({
  plan,
  locked,
  write,
}: {
  readonly plan: Plan
  readonly locked: boolean
  readonly write: (patch: PlanPatch) => void
}): ReactElement {
  return (
    <Fieldset legend={planDetailsText.identity} p="sm">
      <Stack gap="xs">
        <KeptInput
          disabled={locked}
          lines={1}
          label={planText.subject}
          description={planDetailsText.subjectHint}
          value={plan.subject}
          onKeep={(subject) => write({ subject: subject.replace(/\s+/g, ' ').trim() })}
        />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Select
            label={planDetailsText.legalForm}
            disabled={locked}
            allowDeselect={false}
            data={LegalForm.options.map((value) => ({ value, label: planText.legalForms[value] }))}
            value={plan.legalForm}
            onChange={(value) => write({ legalForm: LegalForm.parse(value) })}
          />
          <Select
            label={planDetailsText.sizeSet}
            disabled={locked}
            allowDeselect={false}
            data={SizeSet.options.map((value) => ({ value, label: officeText.sizeSets[value] }))}
            value={plan.sizeSet}
            onChange={(value) => write({ sizeSet: SizeSet.parse(value) })}
          />
          <NumberInput
            label={planText.year}
            disabled={locked}
            min={1990}
            max={2200}
            thousandSeparator=""
            key={plan.year}
            defaultValue={plan.year}
            onBlur={({ currentTarget }) => {
              const year = Number(currentTarget.value)
              if (Number.isInteger(year) && year >= 1990 && year <= 2200 && year !== plan.year) write({ year })
            }}
          />
          <KeptInput
            disabled={locked}
            label={planDetailsText.agenciesAsOf}
            placeholder={planDetailsText.dayFormat}
            value={showDay(plan.agenciesAsOf)}
            check={(text) => (readDay(text) === null ? planDetailsText.notADay : null)}
            onKeep={(text) => write({ agenciesAsOf: readDay(text) ?? plan.agenciesAsOf })}
          />
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          {planDetailsText.agenciesAsOfHint}
        </Text>
      </Stack>
    </Fieldset>
  )
}

function SignatureFields({
  signature,
  office,
  locked,
  onChange,
}: {
  readonly signature: Signature
  readonly office: Office | null
  readonly locked: boolean
  readonly onChange: (signature: Signature) => void
}): ReactElement {
  return (
    <Fieldset legend={planDetailsText.signature} p="sm">
      <Stack gap="xs">
        <SimpleGrid cols={2} spacing="sm">
          <KeptInput
            disabled={locked}
            lines={2}
            label={officeText.authority}
            value={signature.authority.join('\n')}
            onKeep={(text) => onChange({ ...signature, authority: linesOf(text) })}
          />
          <Stack gap="xs">
            <KeptInput
              disabled={locked}
              label={officeText.signerTitle}
              value={signature.title}
              onKeep={(title) => onChange({ ...signature, title: title.trim() })}
            />
            <KeptInput
              disabled={locked}
              label={officeText.signerName}
              value={signature.name}
              onKeep={(name) => onChange({ ...signature, name: name.trim() })}
            />
          </Stack>
        </SimpleGrid>
        <Group gap="xs">
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" disabled={locked} rightSection={<IconChevronDown size={14} aria-hidden />}>
                {planDetailsText.authorityTemplates}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {planDetailsText.templates.map(({ label, lines }) => (
                <Menu.Item key={label} onClick={() => onChange({ ...signature, authority: [...lines] })}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {(office?.signatures.length ?? 0) > 0 && (
            <Menu position="bottom-start" width={340}>
              <Menu.Target>
                <Button variant="default" disabled={locked} rightSection={<IconChevronDown size={14} aria-hidden />}>
                  {planDetailsText.fromOffice}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {office?.signatures.map((usual) => (
                  <Menu.Item key={`${usual.title} ${usual.name}`} onClick={() => onChange(usual)}>
                    {usual.name === '' ? usual.title : `${usual.name}, ${usual.title}`}
                    <Text size="xs" c="dimmed">
                      {usual.authority.join(' / ')}
                    </Text>
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Stack>
    </Fieldset>
  )
}
