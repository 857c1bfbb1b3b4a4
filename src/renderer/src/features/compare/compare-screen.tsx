import { ActionIcon, Button, Loader, SegmentedControl, Select, Text, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconArrowsExchange, IconChevronDown, IconChevronUp, IconGitCompare } from '@tabler/icons-react'
import { getRouteApi, Link, useParams } from '@tanstack/react-router'
import { useMemo, useState, type ReactElement } from 'react'
import type { PlanComparison } from '#shared/domain/comparison.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { CompareChoice } from '#shared/ipc/compare-contract.ts'
import { compareText } from '#shared/text/vi/compare.ts'
import { useCommands, type Command } from '../../lib/commands.ts'
import { useAsk } from '../../lib/queries.ts'
import { planRoute } from '../../lib/routes.ts'
import { CommandIcon } from '../../ui/commands/command-button.tsx'
import { Awaited, EmptyPlace } from '../../ui/screen/screen.tsx'
import type { Layout } from './compare-line.tsx'
import styles from './compare.module.css'
import { ComparisonList } from './comparison-list.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { shownItems, type ChangeKind } from './shown-items.ts'
import { chooseSides, keyOfSide, type ChosenSides } from './sides.ts'

const route = getRouteApi('/ke-hoach/$planId/so-sanh')

/** The tab "So sánh": any two rounds, versions or years of plans beside each other. */
export function CompareScreen(): ReactElement {
  const { planId } = useParams({ from: planRoute.id })
  const choices = useAsk('compare.choices', { planId })
  return <Awaited query={choices}>{(list) => <Chosen planId={planId} choices={list} />}</Awaited>
}

function Chosen({ planId, choices }: { readonly planId: PlanId; readonly choices: readonly CompareChoice[] }): ReactElement {
  const { so, voi } = route.useSearch()
  const sides = chooseSides(choices, so, voi)
  if (sides === null) {
    return (
      <EmptyPlace
        icon={<IconGitCompare size={40} stroke={1.3} aria-hidden />}
        title={compareText.nothingToCompare}
        text={compareText.nothingToCompareText}
      >
        <Button renderRoot={(props) => <Link to="/ke-hoach/$planId/ban-hanh" params={{ planId }} {...props} />}>
          {compareText.toRounds}
        </Button>
      </EmptyPlace>
    )
  }
  return <Sides choices={choices} sides={sides} />
}

interface SidesProps {
  readonly choices: readonly CompareChoice[]
  readonly sides: ChosenSides
}

function Sides({ choices, sides }: SidesProps): ReactElement {
  const { left, right } = sides
  const same = keyOfSide(left) === keyOfSide(right)
  const comparison = useAsk(
    'compare.run',
    {
      left: { planId: left.planId, draftRoundId: left.draftRoundId },
      right: { planId: right.planId, draftRoundId: right.draftRoundId },
    },
    { enabled: !same, keepPrevious: true },
  )
  const [layout, setLayout] = useLocalStorage<Layout>({ key: 'compare-layout', defaultValue: 'both', getInitialValueInEffect: false })
  const [extent, setExtent] = useLocalStorage<'changes' | 'all'>({
    key: 'compare-extent',
    defaultValue: 'changes',
    getInitialValueInEffect: false,
  })
  const chooser = <SideChooser choices={choices} sides={sides} />
  const looks = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={compareText.layout}
        data={[
          { value: 'both', label: compareText.layouts.both },
          { value: 'one', label: compareText.layouts.one },
        ]}
        value={layout}
        onChange={(value) => setLayout(value === 'one' ? 'one' : 'both')}
      />
      <SegmentedControl
        size="xs"
        aria-label={compareText.extent}
        data={[
          { value: 'changes', label: compareText.extents.changes },
          { value: 'all', label: compareText.extents.all },
        ]}
        value={extent}
        onChange={(value) => setExtent(value === 'all' ? 'all' : 'changes')}
      />
    </>
  )
  return (
    <section className={styles['screen']} aria-label={compareText.title}>
      {same ? (
        <>
          <div className={styles['tools']}>{chooser}</div>
          <Text p="md">{compareText.sameSide}</Text>
        </>
      ) : (
        <Awaited query={comparison}>
          {(found) => (
            <Found
              key={`${keyOfSide(left)} ${keyOfSide(right)}`}
              comparison={found}
              sides={sides}
              layout={layout}
              extent={extent}
              chooser={chooser}
              looks={looks}
              isStale={comparison.isPlaceholderData}
            />
          )}
        </Awaited>
      )}
    </section>
  )
}

interface FoundProps {
  readonly comparison: PlanComparison
  readonly sides: ChosenSides
  readonly layout: Layout
  readonly extent: 'changes' | 'all'
  readonly chooser: ReactElement
  readonly looks: ReactElement
  readonly isStale: boolean
}

function Found({ comparison, sides, layout, extent, chooser, looks, isStale }: FoundProps): ReactElement {
  const { loai } = route.useSearch()
  const kind = loai ?? null
  const shown = useMemo(() => shownItems(comparison.items, extent, kind), [comparison, extent, kind])
  const changes = useMemo(() => shown.filter(({ ordinal }) => ordinal > 0), [shown])
  const [current, setCurrent] = useState<string | null>(null)
  const at = changes.findIndex(({ item }) => item.key === current)
  const goBy = (step: 1 | -1): void => {
    const next = at < 0 ? (step === 1 ? 0 : changes.length - 1) : (at + step + changes.length) % changes.length
    setCurrent(changes[next]?.item.key ?? null)
  }
  const unavailable = (): string | null => (changes.length === 0 ? compareText.noDifference : null)
  const next: Command = {
    id: 'compare.next',
    label: compareText.next,
    group: 'view',
    icon: IconChevronDown,
    shortcut: 'F8',
    unavailable,
    run: () => goBy(1),
  }
  const previous: Command = {
    id: 'compare.previous',
    label: compareText.previous,
    group: 'view',
    icon: IconChevronUp,
    shortcut: 'shift+F8',
    unavailable,
    run: () => goBy(-1),
  }
  useCommands([next, previous])
  return (
    <>
      <div className={styles['tools']}>
        {chooser}
        {looks}
        <span className={styles['grow']} />
        <CommandIcon command={previous} />
        <span className={styles['place']} role="status" aria-label={compareText.currentOf(at + 1, changes.length)}>
          {compareText.at(at + 1, changes.length)}
        </span>
        <CommandIcon command={next} />
        <ExportButtons sides={sides} />
      </div>
      <Counts comparison={comparison} kind={kind} isStale={isStale} />
      {shown.length === 0 ? (
        <Text p="md">{kind === null ? compareText.noDifference : compareText.nothingOfKind}</Text>
      ) : (
        <>
          {layout === 'both' && (
            <div className={styles['heads']}>
              <span />
              <span>{compareText.nameOf(sides.left)}</span>
              <span>{compareText.nameOf(sides.right)}</span>
            </div>
          )}
          <ComparisonList shown={shown} layout={layout} current={current} onGoTo={setCurrent} />
        </>
      )}
    </>
  )
}

/** How many changes of each kind; a press shows one kind only. */
function Counts({
  comparison,
  kind,
  isStale,
}: {
  readonly comparison: PlanComparison
  readonly kind: ChangeKind | null
  readonly isStale: boolean
}): ReactElement {
  const navigate = route.useNavigate()
  const counts = comparison.counts.all
  const choose = (loai: ChangeKind | undefined): void => void navigate({ search: (before) => ({ ...before, loai }), replace: true })
  return (
    <div className={styles['counts']} role="group" aria-label={compareText.countsLabel}>
      <Button
        size="compact-xs"
        variant={kind === null ? 'filled' : 'default'}
        aria-pressed={kind === null}
        onClick={() => choose(undefined)}
      >
        {compareText.all}
      </Button>
      {(Object.keys(counts) as ChangeKind[])
        .filter((one) => counts[one] > 0 || one === kind)
        .map((one) => (
          <Tooltip key={one} label={compareText.kindHints[one]}>
            <Button
              size="compact-xs"
              variant={kind === one ? 'filled' : 'default'}
              aria-pressed={kind === one}
              onClick={() => choose(kind === one ? undefined : one)}
            >
              {`${compareText.kinds[one]} ${counts[one]}`}
            </Button>
          </Tooltip>
        ))}
      {isStale && <Loader size={14} role="status" aria-label={compareText.comparing} />}
    </div>
  )
}

function SideChooser({ choices, sides: { left, right } }: SidesProps): ReactElement {
  const navigate = route.useNavigate()
  const show = (so: string, voi: string): void => void navigate({ search: (before) => ({ ...before, so, voi }), replace: true })
  const groups = [...Map.groupBy(choices, compareText.groupOf)].map(([group, list]) => ({
    group,
    items: list.map((choice) => ({ value: keyOfSide(choice), label: compareText.nameOf(choice) })),
  }))
  const select = (label: string, chosen: CompareChoice, onChoose: (key: string) => void): ReactElement => (
    <Select
      className={styles['side'] ?? ''}
      size="xs"
      aria-label={label}
      allowDeselect={false}
      searchable
      comboboxProps={{ width: 380, position: 'bottom-start' }}
      data={groups}
      value={keyOfSide(chosen)}
      onChange={(value) => value !== null && onChoose(value)}
    />
  )
  return (
    <>
      {select(compareText.left, left, (key) => show(key, keyOfSide(right)))}
      <Tooltip label={compareText.swap}>
        <ActionIcon aria-label={compareText.swap} onClick={() => show(keyOfSide(right), keyOfSide(left))}>
          <IconArrowsExchange size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {select(compareText.right, right, (key) => show(keyOfSide(left), key))}
    </>
  )
}
