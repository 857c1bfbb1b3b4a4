import { Button, Menu, Text } from '@mantine/core'
import { IconBookmark, IconBookmarkPlus, IconChevronDown, IconDeviceFloppy, IconSettings } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { readyViews, type ReadyView } from './ready-views.ts'
import styles from './register.module.css'

/** Views: those there from the start, those the office saved, and what can be done with the one on the screen. */
export function ViewMenu({
  current,
  changed,
  saved,
  onReady,
  onSaved,
  onSave,
  onSaveOver,
  onManage,
}: {
  /** The view that was opened last or that the screen equals; its changes are told by `changed`. */
  readonly current: SavedView | ReadyView | null
  readonly changed: boolean
  readonly saved: readonly SavedView[]
  readonly onReady: (view: ReadyView) => void
  readonly onSaved: (view: SavedView) => void
  readonly onSave: () => void
  readonly onSaveOver: (view: SavedView) => void
  readonly onManage: () => void
}): ReactElement {
  const over = changed && current !== null && 'version' in current ? current : null
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          classNames={{ label: styles['viewName'] ?? '' }}
        >
          {current === null ? registerList.views : changed ? `${current.name} *` : current.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={460} style={{ overflowY: 'auto' }}>
        {saved.length > 0 && (
          <>
            <Menu.Label>{registerList.savedViews}</Menu.Label>
            {saved.map((view) => (
              <Menu.Item
                key={view.id}
                fw={view.id === current?.id ? 600 : 400}
                rightSection={view.isDefault ? <Text size="xs">{registerList.defaultMark}</Text> : null}
                onClick={() => onSaved(view)}
              >
                {view.name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Label>{registerList.readyViews}</Menu.Label>
        {readyViews.map((view) => (
          <Menu.Item key={view.id} fw={view.id === current?.id ? 600 : 400} onClick={() => onReady(view)}>
            {view.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {over !== null && (
          <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => onSaveOver(over)}>
            {registerList.saveOver(over.name)}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={onSave}>
          {registerList.saveView}
        </Menu.Item>
        {saved.length > 0 && (
          <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={onManage}>
            {registerList.manageViews}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
