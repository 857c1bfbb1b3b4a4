import { ActionIcon, Anchor, Badge, Button, Checkbox, Group, SegmentedControl, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconLink, IconLinkOff, IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import type { GoalOfPlan, PlanGoals } from '#shared/domain/goal-coverage.ts'
import type { PlanId, ProvisionId } from '#shared/domain/identifier.ts'
import { numberProvisions, sectionOf } from '#shared/domain/numbering.ts'
import { CONFIDENT_SCORE } from '#shared/domain/suggestion.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { GoalLink } from '#shared/ipc/programme-contract.ts'
import { planGoalsText as words } from '#shared/text/vi/programme.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import type { PlanPaneProps } from '../../lib/plan-panes.ts'
import { useAsk } from '../../lib/queries.ts'
import { flushAll } from '../../lib/saving.ts'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import styles from './programme.module.css'

type Filter = keyof typeof words.filters
type Suggestions = Output<'goal.suggest'>[number]['suggestions']

/** The sentence with the caret, if it may serve a goal: one that stands under a section and says something. */
interface Here {
  readonly id: ProvisionId
  readonly address: string
}

function hereOf({ words: blocks, sentence }: Pick<PlanPaneProps, 'words' | 'sentence'>): Here | null {
  const index = blocks.findIndex(({ id }) => id === sentence)
  const block = blocks[index]
  if (block === undefined || block.kind === 'section' || block.kind === 'heading' || block.content.length === 0) return null
  const numbers = numberProvisions(blocks)
  return sectionOf(numbers, blocks, index) === null ? null : { id: block.id, address: numbers[index]?.address ?? '' }
}

/** What goes wrong is said. */
function act(work: Promise<unknown>): void {
  void work.catch(showFailure)
}

/** Writes what is typed first: a sentence may be newer than the store. */
async function link(planId: PlanId, links: GoalLink[], linked: boolean): Promise<void> {
  await flushAll()
  await ask('goal.link', { planId, links, linked })
}

/** Which goals the plan serves and by what, what is missing, and what of the plan serves none. What is served is said of issued plans too. */
export function PlanGoalsPane(props: PlanPaneProps): ReactElement {
  const { planId } = props
  const goals = useAsk('goal.of-plan', { planId }, { keepPrevious: true })
  const year = useAsk('plan.get', { planId }).data?.plan.year
  return (
    <Awaited query={goals}>
      {(known) =>
        year === undefined ? null : known.programmes.every((one) => one.goals.length === 0) ? (
          <EmptyPlace
            icon={<IconTargetArrow size={36} stroke={1.3} aria-hidden />}
            title={words.noProgrammeTitle}
            text={words.noProgrammeText(year)}
          >
            <Button renderRoot={(rest) => <Link to="/chuong-trinh" {...rest} />}>{words.toProgrammes}</Button>
          </EmptyPlace>
        ) : (
          <Goals {...props} known={known} year={year} />
        )
      }
    </Awaited>
  )
}

function Goals({ known, year, ...props }: PlanPaneProps & { readonly known: PlanGoals; readonly year: number }): ReactElement {
  const { planId, goTo } = props
  const [filter, setFilter] = useState<Filter>('all')
  const suggestions = useAsk('goal.suggest', { planId }, { keepPrevious: true }).data ?? []
  const suggestionsOf = new Map(suggestions.map((each) => [each.goalId, each.suggestions]))
  const here = hereOf(props)
  const all = known.programmes.flatMap((each) => each.goals)
  const fits = ({ served, sentences }: GoalOfPlan): boolean =>
    filter === 'all' || (filter === 'unserved' ? !served : sentences.some(({ provisionId }) => provisionId === here?.id))
  const clear = all.flatMap(({ goal, served }): GoalLink[] => {
    const [best] = served ? [] : (suggestionsOf.get(goal.id) ?? [])
    return best === undefined || best.score < CONFIDENT_SCORE
      ? []
      : [{ goalId: goal.id, through: { kind: 'provision', id: best.provisionId } }]
  })
  const acceptAll = async (): Promise<void> => {
    await link(planId, clear, true)
    showDone(words.accepted(clear.length), { undoable: true })
  }
  return (
    <div className={styles['goals']}>
      <SegmentedControl
        fullWidth
        aria-label={words.filterLabel}
        value={filter}
        onChange={setFilter}
        data={(['all', 'unserved', 'here'] as const).map((value) => ({ value, label: words.filters[value] }))}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs">{words.count(all.filter(({ served }) => served).length, all.length)}</Text>
        {clear.length > 0 && (
          <Button size="compact-xs" variant="light" onClick={() => void acceptAll().catch(showFailure)}>
            {words.acceptAll(clear.length)}
          </Button>
        )}
      </Group>
      {!all.some(fits) && <Text size="sm">{filter === 'here' ? words.nothingHere : words.nothingUnserved}</Text>}
      {known.programmes.map(({ programme, goals }) => (
        <Stack key={programme.id} gap={8}>
          {known.programmes.length > 1 && goals.some(fits) && (
            <Text size="sm" fw={600}>
              {programme.name}
            </Text>
          )}
          {goals.filter(fits).map((one) => (
            <OneGoal
              key={one.goal.id}
              {...one}
              planId={planId}
              year={year}
              here={here}
              suggestions={suggestionsOf.get(one.goal.id) ?? []}
              goTo={goTo}
            />
          ))}
        </Stack>
      ))}
      <Leftover title={words.sentencesWithoutGoal(known.sentencesWithoutGoal.length)} none={words.everySentenceServes}>
        {known.sentencesWithoutGoal.map(({ provisionId, address, text }) => (
          <Sentence key={provisionId} address={address} text={text} onGo={() => goTo(provisionId)} />
        ))}
      </Leftover>
      {known.tasksWithoutGoal.length > 0 && (
        <Leftover title={words.tasksWithoutGoal(known.tasksWithoutGoal.length)} none="">
          {known.tasksWithoutGoal.map(({ wordingId, content }) => (
            <Anchor
              key={wordingId}
              size="xs"
              lineClamp={2}
              renderRoot={(rest) => (
                <Link to="/ke-hoach/$planId/phu-luc" params={{ planId }} search={{ nhiemVu: wordingId, khung: 'chi-tiet' }} {...rest} />
              )}
            >
              {content}
            </Anchor>
          ))}
        </Leftover>
      )}
    </div>
  )
}

/** What of the plan serves no goal; folded, because work that serves none may be right. */
function Leftover({
  title,
  none,
  children,
}: {
  readonly title: string
  readonly none: string
  readonly children: readonly ReactElement[]
}): ReactElement {
  if (children.length === 0)
    return (
      <Text size="xs" c="dimmed">
        {none}
      </Text>
    )
  return (
    <details className={styles['leftover']}>
      <summary>{title}</summary>
      <Stack gap={6} pt={6}>
        {children}
      </Stack>
    </details>
  )
}

function Sentence({
  address,
  text,
  onGo,
  children,
}: {
  readonly address: string
  readonly text: string
  readonly onGo: () => void
  readonly children?: ReactElement
}): ReactElement {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <UnstyledButton onClick={onGo} style={{ flex: 1, minWidth: 0 }}>
        <Text size="xs" lineClamp={2}>
          <b>{address}</b> <span className={styles['words']}>{text}</span>
        </Text>
      </UnstyledButton>
      {children}
    </Group>
  )
}

function OneGoal({
  goal,
  target,
  served,
  sentences,
  tasks,
  planId,
  year,
  here,
  suggestions,
  goTo,
}: GoalOfPlan & {
  readonly planId: PlanId
  readonly year: number
  readonly here: Here | null
  readonly suggestions: Suggestions
  readonly goTo: PlanPaneProps['goTo']
}): ReactElement {
  const linkSentence = (id: ProvisionId, linked: boolean): void =>
    act(link(planId, [{ goalId: goal.id, through: { kind: 'provision', id } }], linked))
  const offersHere = here !== null && !sentences.some(({ provisionId }) => provisionId === here.id)
  return (
    <section className={styles['one']} data-served={served || undefined} aria-label={goal.content}>
      <Stack gap={6}>
        <Checkbox
          checked={served}
          label={goal.content}
          aria-label={`${words.serves}: ${goal.content}`}
          fw={600}
          onChange={(event) => act(ask('goal.serve', { planId, goalId: goal.id, served: event.currentTarget.checked }))}
        />
        <Text size="xs" c={target === null ? 'dimmed' : ''}>
          {target === null ? words.noTarget(year) : words.target(year, target.words, target.hundredths === null ? '' : goal.unit)}
        </Text>
        {sentences.map(({ provisionId, address, text }) => (
          <Sentence key={provisionId} address={address} text={text} onGo={() => goTo(provisionId)}>
            <Tooltip label={words.unlinkSentence(address)}>
              <ActionIcon size="sm" aria-label={words.unlinkSentence(address)} onClick={() => linkSentence(provisionId, false)}>
                <IconLinkOff size={14} />
              </ActionIcon>
            </Tooltip>
          </Sentence>
        ))}
        {tasks.map(({ taskId, content }) => (
          <Group key={taskId} gap={6} wrap="nowrap" align="flex-start">
            <Text size="xs" lineClamp={2} style={{ flex: 1 }}>
              <Badge size="xs" variant="light" tt="none" mr={4}>
                {words.task}
              </Badge>
              {content}
            </Text>
            <Tooltip label={words.unlinkTask(content)}>
              <ActionIcon
                size="sm"
                aria-label={words.unlinkTask(content)}
                onClick={() =>
                  act(ask('goal.link', { planId, links: [{ goalId: goal.id, through: { kind: 'task', id: taskId } }], linked: false }))
                }
              >
                <IconLinkOff size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ))}
        {sentences.length === 0 &&
          suggestions.slice(0, 2).map(({ provisionId, address, text }) => (
            <Sentence key={provisionId} address={`${words.suggested}: ${address}`} text={text} onGo={() => goTo(provisionId)}>
              <Button
                size="compact-xs"
                variant="light"
                style={{ flexShrink: 0 }}
                aria-label={words.addSentence(address)}
                onClick={() => linkSentence(provisionId, true)}
              >
                {words.accept}
              </Button>
            </Sentence>
          ))}
        {offersHere && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconLink size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => linkSentence(here.id, true)}
          >
            {here.address === '' ? words.addThisSentence : words.addSentence(here.address)}
          </Button>
        )}
      </Stack>
    </section>
  )
}
