import { ActionIcon, Anchor, Button, Group, Spoiler, Tabs, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconEdit, IconPlus, IconTargetArrow, IconX } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Fragment, type ReactElement } from 'react'
import { findCitations } from '#shared/domain/citation.ts'
import type { Programme } from '#shared/domain/programme.ts'
import { programmeText } from '#shared/text/vi/programme.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { useAsk } from '../../lib/queries.ts'
import { CommandButton } from '../../ui/commands/command-button.tsx'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { GoalGrid } from './goal-grid.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { programmeRoute, type ProgrammeSearch } from './routes.ts'
import styles from './programme.module.css'

type Go = (change: Partial<ProgrammeSearch>) => void

/** Programmes of several years: the list, the chosen one's goals as a grid, and how plans cover them. */
export function ProgrammeScreen(): ReactElement {
  const search = programmeRoute.useSearch()
  const navigate = useNavigate({ from: '/chuong-trinh' })
  const go: Go = (change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const list = useAsk('programme.list', {})
  const add: Command = {
    id: 'programme.create',
    group: 'plan',
    label: programmeText.add,
    icon: IconPlus,
    shortcut: 'alt+N',
    run: () => go({ moi: 1, sua: undefined }),
  }
  useCommands([add])
  return (
    <Screen title={programmeText.section} actions={<CommandButton command={add} />}>
      <Awaited query={list}>
        {(all) => {
          const shown =
            all.find(({ programme, goalIds }) =>
              search.muc === undefined ? search.mucTieu !== undefined && goalIds.includes(search.mucTieu) : programme.id === search.muc,
            ) ?? all[0]
          return (
            <div className={styles['layout']}>
              {shown === undefined ? (
                <div className={styles['main']}>
                  <EmptyPlace
                    icon={<IconTargetArrow size={40} stroke={1.3} aria-hidden />}
                    title={programmeText.emptyTitle}
                    text={programmeText.emptyText}
                  >
                    <CommandButton command={add} />
                  </EmptyPlace>
                </div>
              ) : (
                <div className={styles['main']}>
                  {all.length > 1 && (
                    <nav className={styles['list']} aria-label={programmeText.list}>
                      {all.map(({ programme, goalIds }) => (
                        <UnstyledButton
                          key={programme.id}
                          className={styles['entry'] ?? ''}
                          aria-current={programme.id === shown.programme.id}
                          onClick={() => go({ muc: programme.id, mucTieu: undefined, moi: undefined, sua: undefined })}
                        >
                          <Text size="sm" fw={600} lineClamp={1}>
                            {programmeText.period(programme.periodFrom, programme.periodTo)}
                          </Text>
                          <Text size="xs">{programmeText.goalCount(goalIds.length)}</Text>
                        </UnstyledButton>
                      ))}
                    </nav>
                  )}
                  <OneProgramme key={shown.programme.id} programme={shown.programme} search={search} go={go} />
                </div>
              )}
              {(search.moi === 1 || (search.sua === 1 && shown !== undefined)) && (
                <FormPane
                  programme={search.moi === 1 ? null : (shown?.programme ?? null)}
                  go={go}
                  key={search.moi === 1 ? 'moi' : `${shown?.programme.id}/${shown?.programme.version}`}
                />
              )}
            </div>
          )
        }}
      </Awaited>
    </Screen>
  )
}

function OneProgramme({
  programme,
  search,
  go,
}: {
  readonly programme: Programme
  readonly search: ProgrammeSearch
  readonly go: Go
}): ReactElement {
  const detail = useAsk('programme.get', { id: programme.id })
  const fields = useAsk('field.list', {})
  const tab = search.the ?? 'muc-tieu'
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['about']}>
          <Title order={2} size="h3">
            {programme.name}
          </Title>
          <Text size="sm">
            {programmeText.period(programme.periodFrom, programme.periodTo)} ·{' '}
            {programme.document === '' ? programmeText.noDocument : programme.document}
          </Text>
          {programme.parents.length > 0 && (
            <Spoiler maxHeight={20} showLabel={programmeText.parentsOf(programme.parents.length)} hideLabel={programmeText.parents}>
              <Text size="xs">
                {programmeText.parents}: <CitedParents parents={programme.parents} />
              </Text>
            </Spoiler>
          )}
        </div>
        <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => go({ sua: 1, moi: undefined })}>
          {programmeText.edit}
        </Button>
      </div>
      <Tabs value={tab} onChange={(value) => go({ the: value === 'do-phu' ? 'do-phu' : undefined })}>
        <Tabs.List>
          <Tabs.Tab value="muc-tieu">{programmeText.tabs.goals}</Tabs.Tab>
          <Tabs.Tab value="do-phu">{programmeText.tabs.coverage}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Awaited query={detail}>
        {({ goals }) => (
          <Awaited query={fields}>
            {(known) =>
              tab === 'do-phu' ? (
                <CoverageTable
                  programme={programme}
                  goals={goals}
                  onlyGaps={search.trong === 1}
                  onOnlyGaps={(only) => go({ trong: only ? 1 : undefined })}
                />
              ) : (
                <GoalGrid programme={programme} goals={goals} fields={known} goTo={search.mucTieu ?? null} />
              )
            }
          </Awaited>
        )}
      </Awaited>
    </>
  )
}

/** Documents above a programme as cited; one that the registry knows by its symbol leads there. */
function CitedParents({ parents }: { readonly parents: readonly string[] }): ReactElement {
  const known = useAsk('citation.list', {}).data ?? []
  return (
    <>
      {parents.map((words, index) => {
        const [citation] = findCitations(words)
        const record = citation === undefined ? undefined : known.find(({ symbol }) => symbol === citation.symbol)
        return (
          <Fragment key={words}>
            {index > 0 && '; '}
            {record === undefined ? (
              words
            ) : (
              <Anchor size="xs" renderRoot={(props) => <Link to="/van-ban/vien-dan" search={{ so: record.id }} {...props} />}>
                {words}
              </Anchor>
            )}
          </Fragment>
        )
      })}
    </>
  )
}

function FormPane({ programme, go }: { readonly programme: Programme | null; readonly go: Go }): ReactElement {
  const close = (): void => go({ moi: undefined, sua: undefined })
  const title = programme === null ? programmeText.add : programmeText.edit
  return (
    <aside className={styles['pane']} aria-label={title}>
      <Group justify="space-between" px="md" pt="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        <Tooltip label={programmeText.close}>
          <ActionIcon aria-label={programmeText.close} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <ProgrammeForm
        programme={programme}
        onClose={close}
        onSaved={(id) => go({ moi: undefined, sua: undefined, muc: id ?? undefined, mucTieu: undefined })}
      />
    </aside>
  )
}
