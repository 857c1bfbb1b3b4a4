import { ActionIcon, Group, Menu, SegmentedControl, Select, Text, Tooltip } from '@mantine/core'
import { IconDots, IconFilterOff } from '@tabler/icons-react'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import { isActive } from '#shared/domain/agency.ts'
import type { Field } from '#shared/domain/field.ts'
import type { AgencyId, AppendixId, Day, FieldId } from '#shared/domain/identifier.ts'
import type { Appendix } from '#shared/domain/task.ts'
import { toRoman } from '#shared/language/roman.ts'
import { compareVietnamese, fold } from '#shared/language/fold.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { Command } from '../../lib/commands.ts'
import { CommandButton, CommandIcon, CommandMenuItem } from '../../ui/commands/command-button.tsx'
import type { AppendixSearch } from './route-definitions.ts'
import styles from './task.module.css'

interface AppendixToolbarProps {
  readonly appendices: readonly Appendix[]
  readonly appendix: Appendix | undefined
  readonly fields: readonly Field[]
  readonly registry: AgencyRegistry
  readonly asOf: Day
  readonly search: AppendixSearch
  readonly shown: number
  readonly total: number
  readonly pageOpen: boolean
  readonly command: (id: string) => Command
  readonly onSearch: (change: Partial<AppendixSearch>) => void
}

/** Mantine's filter of a searchable list, without accents. */
const withoutAccents = ({ options, search }: { readonly options: readonly unknown[]; readonly search: string }) => {
  const wanted = fold(search)
  return options.filter(
    (option) => typeof option === 'object' && option !== null && 'label' in option && fold(String(option.label)).includes(wanted),
  ) as never[]
}

/** Filters and density at the left, what can be done at the right: one line where there is room, so that the rows have theirs; two where a pane takes it. */
export function AppendixToolbar({
  appendices,
  appendix,
  fields,
  registry,
  asOf,
  search,
  shown,
  total,
  pageOpen,
  command,
  onSearch,
}: AppendixToolbarProps) {
  const filtered = search.linhVuc !== undefined || search.donVi !== undefined
  const agencyOptions = registry.agencies
    .filter((agency) => isActive(agency, asOf))
    .toSorted((one, other) => compareVietnamese(one.name, other.name))
    .map(({ id, name }) => ({ value: id as string, label: name }))
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={taskText.toolbar}>
      <div className={styles['filters']}>
        {appendices.length > 1 && (
          <Select
            aria-label={taskText.appendix}
            allowDeselect={false}
            w={130}
            value={appendix?.id ?? null}
            comboboxProps={{ width: 360, position: 'bottom-start' }}
            data={appendices.map(({ id, title }, index) => ({
              value: id as string,
              label: taskText.appendixName(toRoman(index + 1), title),
            }))}
            onChange={(value) => onSearch({ phuLuc: (value ?? undefined) as AppendixId | undefined, nhiemVu: undefined })}
          />
        )}
        <Select
          className={styles['filter'] ?? ''}
          clearable
          searchable
          placeholder={taskText.allFields}
          aria-label={taskText.filterField}
          value={search.linhVuc ?? null}
          filter={withoutAccents}
          comboboxProps={{ width: 380, position: 'bottom-start' }}
          data={fields.filter(({ inPlan }) => inPlan).map(({ id, name }) => ({ value: id as string, label: name }))}
          nothingFoundMessage={taskText.nothingFound}
          onChange={(value) => onSearch({ linhVuc: (value ?? undefined) as FieldId | undefined })}
        />
        <Select
          className={styles['filter'] ?? ''}
          clearable
          searchable
          placeholder={taskText.allAgencies}
          aria-label={taskText.filterAgency}
          value={search.donVi ?? null}
          data={agencyOptions}
          filter={withoutAccents}
          comboboxProps={{ width: 340, position: 'bottom-start' }}
          nothingFoundMessage={taskText.nothingFound}
          onChange={(value) => onSearch({ donVi: (value ?? undefined) as AgencyId | undefined })}
        />
        {filtered && (
          <Tooltip label={taskText.clearFilters}>
            <ActionIcon aria-label={taskText.clearFilters} onClick={() => onSearch({ linhVuc: undefined, donVi: undefined })}>
              <IconFilterOff size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        <SegmentedControl
          aria-label={taskText.density}
          value={search.gon === 1 ? 'compact' : 'wrapped'}
          style={{ flexShrink: 0 }}
          data={[
            { value: 'compact', label: taskText.compact },
            { value: 'wrapped', label: taskText.wrapped },
          ]}
          onChange={(value) => onSearch({ gon: value === 'compact' ? 1 : undefined })}
        />
        <Text size="xs" c="dimmed" aria-live="polite" style={{ flexShrink: 0, whiteSpace: 'nowrap' }}>
          {filtered ? taskText.shownOf(shown, total) : taskText.taskCount(total)}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap" style={{ flexShrink: 0, marginInlineStart: 'auto' }}>
        {/* An empty appendix offers it in its middle. */}
        {total > 0 && (
          <div className={styles['whereRoom']}>
            <CommandButton variant="default" command={command('task.create-from-plan')} />
          </div>
        )}
        <CommandButton command={command('task.create')} />
        <CommandIcon active={search.khung === 'do-phu'} command={command('task.coverage')} />
        <CommandIcon command={command('task.pane')} active={search.khung !== undefined && search.khung !== 'do-phu'} />
        <CommandIcon command={command('plan.toggle-page')} active={pageOpen} />
        <Menu>
          <Menu.Target>
            <Tooltip label={taskText.moreActs}>
              <ActionIcon aria-label={taskText.moreActs}>
                <IconDots size={18} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <CommandMenuItem command={command('task.create-from-plan')} />
            <CommandMenuItem command={command('task.import')} />
            <Menu.Divider />
            <CommandMenuItem command={command('task.duplicate')} />
            <CommandMenuItem command={command('task.remove')} />
            <Menu.Divider />
            <CommandMenuItem command={command('appendix.columns')} />
            <CommandMenuItem command={command('appendix.create')} />
          </Menu.Dropdown>
        </Menu>
      </Group>
    </div>
  )
}
