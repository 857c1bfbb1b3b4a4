import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { AgencyId } from '#shared/domain/identifier.ts'
import { agencyFormText as words } from '#shared/text/vi/agency-form.ts'
import { ask } from '../../lib/bridge.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { useRegisterYear } from '../../lib/register-year.ts'
import { useFilesDrop } from '../../lib/use-file-drop.ts'
import { useJob } from '../../lib/use-job.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'
import { AgencyTable } from './agency-table.tsx'
import { FormReview } from './form-review.tsx'
import { keepPreviews, useKeptPreviews } from './kept-previews.ts'
import { readForms } from './read-forms.ts'
import styles from './agency-form.module.css'

const route = getRouteApi('/nhiem-vu/phieu')

/** Forms for agencies without the program: made and sent out, taken in as they come back. */
export function FormsScreen(): ReactElement {
  const { year, asOf } = useRegisterYear()
  const { cho: silentOnly = false, chuTri: leadOnly = false } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useAsk('agency-form.list', { year, asOf }, { keepPrevious: true })
  const previews = useKeptPreviews()
  const [chosen, setChosen] = useState<ReadonlySet<AgencyId>>(new Set())
  const [reading, setReading] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const job = useJob()

  const shown = (list.data?.agencies ?? []).filter(({ form }) => !silentOnly || (form !== null && form.answeredAt === null))
  const wanted = shown.filter(({ agencyId, open, openAsLead }) => chosen.has(agencyId) && (leadOnly ? openAsLead : open) > 0)

  const read = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return
    setReading({ done: 0, total: paths.length })
    const found = await job.start((jobId) => readForms(jobId, year, paths, (done) => setReading({ done, total: paths.length })))
    setReading(null)
    if (found !== null) keepPreviews(found)
  }
  const { over, handlers } = useFilesDrop(words, (paths) => void read(paths))

  const make: Command = {
    id: 'agency-form.make',
    label: wanted.length === 0 ? words.make : words.makeFor(wanted.length),
    group: 'file',
    icon: IconFileExport,
    keywords: words.keywords,
    unavailable: () => (wanted.length === 0 ? words.nobodyChosen : null),
    run: async () => {
      const agencyIds = wanted.map(({ agencyId }) => agencyId)
      const made = await job.start((jobId) => ask('agency-form.make', { jobId, year, asOf, agencyIds, leadOnly }))
      if (made === null) return
      const [file] = made.files
      setChosen(new Set())
      showDone(
        words.made(made.files.length, made.folder),
        file === undefined
          ? {}
          : { action: { label: words.showFolder, run: async () => void (await ask('export.show-in-folder', { file })) } },
      )
    },
  }
  const choose: Command = {
    id: 'agency-form.choose',
    label: words.chooseFiles,
    group: 'file',
    icon: IconFileImport,
    keywords: words.keywords,
    run: async () => read((await ask('agency-form.choose', {})).paths),
  }
  useCommands([make, choose])

  if (job.state.running)
    return (
      <Screen title={words.title(year)}>
        <Working
          step={
            reading === null ? job.state.step || words.making : words.readingOf(Math.min(reading.done + 1, reading.total), reading.total)
          }
          part={
            reading === null
              ? job.state.total === null
                ? null
                : job.state.done / Math.max(1, job.state.total)
              : reading.done / reading.total
          }
          onStop={job.cancel}
        />
      </Screen>
    )
  if (previews.length > 0) return <FormReview previews={previews} />
  return (
    <Screen
      title={words.title(year)}
      actions={
        <>
          <CommandButton command={make} variant="default" />
          <CommandButton command={choose} />
        </>
      }
    >
      {/* The whole place takes files; the button above is the keyboard's way. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['place']} data-over={over || undefined} {...handlers}>
        <p className={styles['drop']}>{over ? words.dropNow : words.dropHere}</p>
        <Awaited query={list}>
          {({ agencies, sent, back }) => (
            <AgencyTable
              agencies={agencies}
              shown={shown}
              sent={sent}
              back={back}
              chosen={chosen}
              onChoose={setChosen}
              silentOnly={silentOnly}
              leadOnly={leadOnly}
              onFilter={(filter) =>
                void navigate({
                  search: (search) => ({ ...search, cho: filter.silentOnly || undefined, chuTri: filter.leadOnly || undefined }),
                }).catch(showFailure)
              }
            />
          )}
        </Awaited>
      </div>
    </Screen>
  )
}

/** Long work: what is being done, how far it is, and a way to stop. */
function Working({
  step,
  part,
  onStop,
}: {
  readonly step: string
  readonly part: number | null
  readonly onStop: () => void
}): ReactElement {
  return (
    <Stack maw={560} mx="auto" py={64} gap="sm" role="status">
      <Text fw={600}>{step}…</Text>
      <Progress value={part === null ? 100 : 100 * part} animated aria-label={step} />
      <Group>
        <Button variant="default" onClick={onStop}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  )
}
