import { Button, Group, MultiSelect, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { AgencyKind, type Agency } from '#shared/domain/agency.ts'
import { AgencyChangeKind } from '#shared/domain/agency-change.ts'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { agencyChangeText as words } from '#shared/text/vi/agency-change.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { tellingName } from '../../lib/agency-name.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'
import { ChangePreview } from './change-preview.tsx'
import { requestOf, type ChangeForm } from './change-request.ts'
import { changeRoute } from './routes.ts'
import styles from './reassignment.module.css'

const FORM = 'agency-change'

/** Bodies that end and who takes over, on the left; what becomes of every open share, on the right. */
export function ChangeScreen(): ReactElement {
  const registry = useAsk('agency.list', {})
  const search = changeRoute.useSearch()
  return (
    <Awaited query={registry}>
      {({ agencies }) => <ChangeBody key={JSON.stringify(search)} agencies={agencies} given={given(search, agencies)} />}
    </Awaited>
  )
}

const ids = (text: string | undefined): readonly AgencyId[] => (text === undefined ? [] : (text.split(',') as AgencyId[]))

/** The form as an address fills it in; ids of bodies that are gone from the list are left out. */
function given({ kieu, tu, den, tuNgay, theo }: ReturnType<typeof changeRoute.useSearch>, agencies: readonly Agency[]): ChangeForm {
  const known = (list: readonly AgencyId[]): readonly AgencyId[] => list.filter((id) => agencies.some((agency) => agency.id === id))
  const fromIds = known(ids(tu))
  return {
    kind: kieu ?? 'merge',
    effectiveOn: tuNgay ?? null,
    fromIds,
    toIds: known(ids(den)),
    founded: '',
    foundedKind: agencies.find(({ id }) => id === fromIds[0])?.kind ?? 'department',
    symbol: '',
    issuedOn: null,
    issuer: '',
    title: theo ?? words.basisTitleUsual,
    groupPairs: null,
  }
}

function ChangeBody({ agencies, given: initial }: { readonly agencies: readonly Agency[]; readonly given: ChangeForm }): ReactElement {
  const [form, setForm] = useState(initial)
  const navigate = useNavigate()
  const router = useRouter()
  const set = (change: Partial<ChangeForm>): void => setForm((before) => ({ ...before, ...change }))
  const request = requestOf(form)
  // What is shown does not hang on the document: no need to ask again at each letter of it.
  const basis = { symbol: '', issuedOn: null, issuer: '', title: '' }
  const [asked] = useDebouncedValue(request === null ? null : JSON.stringify({ ...request, basis }), 250)
  const items = agencies.map((agency) => ({ value: agency.id as string, label: tellingName(agency, agencies) }))
  const nameOf = (id: AgencyId): string => items.find(({ value }) => value === id)?.label ?? ''
  const make = async (): Promise<void> => {
    if (request === null) return
    try {
      const { counts } = await ask('agency-change.make', request)
      showDone(words.done(counts.moved + counts.joined, counts.waiting), { undoable: true })
      await (counts.waiting > 0 ? navigate({ to: '/nhiem-vu/cho-giao-lai' }) : navigate({ to: '/don-vi' }))
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Screen
      title={words.title}
      actions={
        <>
          <Button variant="default" onClick={() => router.history.back()}>
            {words.cancel}
          </Button>
          <Button type="submit" form={FORM} disabled={request === null} leftSection={<IconArrowsSplit2 size={16} aria-hidden />}>
            {words.make}
          </Button>
        </>
      }
    >
      <div className={styles['change']}>
        <form
          id={FORM}
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {words.intro}
            </Text>
            <div>
              <Text size="sm" fw={500} id="agency-change-kind">
                {words.kind}
              </Text>
              <SegmentedControl
                aria-labelledby="agency-change-kind"
                size="xs"
                fullWidth
                data={AgencyChangeKind.options.map((value) => ({ value, label: words.shortKinds[value] }))}
                value={form.kind}
                onChange={(kind) => set({ kind })}
              />
            </div>
            <MultiSelect
              label={words.from}
              required
              searchable
              limit={80}
              data={items}
              value={[...form.fromIds]}
              onChange={(chosen) => set({ fromIds: chosen as AgencyId[], groupPairs: null })}
            />
            {form.kind !== 'dissolve' && (
              <>
                <MultiSelect
                  label={words.to}
                  searchable
                  limit={80}
                  data={items.filter(({ value }) => !form.fromIds.includes(value as AgencyId))}
                  value={[...form.toIds]}
                  onChange={(chosen) => set({ toIds: chosen as AgencyId[] })}
                />
                <Textarea
                  label={form.kind === 'rename' ? words.newName : words.founded}
                  description={words.foundedHint}
                  autosize
                  minRows={1}
                  maxRows={6}
                  value={form.founded}
                  onChange={(event) => set({ founded: event.currentTarget.value })}
                />
                {form.founded.trim() !== '' && (
                  <Select
                    label={words.foundedKind}
                    allowDeselect={false}
                    data={AgencyKind.options.map((value) => ({ value, label: organisationText.kinds[value] }))}
                    value={form.foundedKind}
                    onChange={(kind) => set({ foundedKind: kind as AgencyKind })}
                  />
                )}
              </>
            )}
            <div>
              <DayBox label={words.effectiveOn} day={form.effectiveOn} onDay={(effectiveOn) => set({ effectiveOn })} />
              <Text size="xs" c="dimmed">
                {words.effectiveOnHint}
              </Text>
            </div>
            <TextInput
              label={words.basisTitle}
              required
              value={form.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <Group grow gap="xs">
              <TextInput label={words.symbol} value={form.symbol} onChange={(event) => set({ symbol: event.currentTarget.value })} />
              <DayBox label={words.issuedOn} day={form.issuedOn} onDay={(issuedOn) => set({ issuedOn })} />
            </Group>
            <TextInput label={words.issuer} value={form.issuer} onChange={(event) => set({ issuer: event.currentTarget.value })} />
          </Stack>
        </form>
        <section className={styles['preview']} aria-label={words.preview}>
          {asked === null ? (
            <Text c="dimmed">{words.notReady}</Text>
          ) : (
            <ChangePreview request={asked} nameOf={nameOf} onGroupPairs={(groupPairs) => set({ groupPairs })} />
          )}
        </section>
      </div>
    </Screen>
  )
}
