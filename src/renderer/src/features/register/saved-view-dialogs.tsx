import { ActionIcon, Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput, Tooltip } from '@mantine/core'
import { IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { shell } from '#shared/text/vi/shell.ts'

/** Asks for the name of a view to be saved. */
export function SaveViewDialog({
  onSave,
  onClose,
}: {
  readonly onSave: (name: string, isDefault: boolean) => void
  readonly onClose: () => void
}): ReactElement {
  const [name, setName] = useState('')
  const [isDefault, setDefault] = useState(false)
  return (
    <Modal opened onClose={onClose} title={registerList.saveView} closeButtonProps={{ 'aria-label': shell.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onSave(name.trim(), isDefault)
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={registerList.viewName}
            description={registerList.viewNameHint}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <Checkbox label={registerList.isDefault} checked={isDefault} onChange={({ currentTarget: { checked } }) => setDefault(checked)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {registerList.cancel}
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              {registerList.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Renames and removes saved views, and chooses the one that the list opens with. */
export function ManageViewsDialog({
  views,
  onChange,
  onRemove,
  onClose,
}: {
  readonly views: readonly SavedView[]
  readonly onChange: (view: SavedView) => void
  readonly onRemove: (view: SavedView) => void
  readonly onClose: () => void
}): ReactElement {
  return (
    <Modal opened onClose={onClose} title={registerList.savedViews} closeButtonProps={{ 'aria-label': shell.close }}>
      {views.length === 0 && <Text size="sm">{registerList.noSaved}</Text>}
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {views.map((view) => (
            <Table.Tr key={`${view.id} ${view.version}`}>
              <Table.Td>
                <TextInput
                  aria-label={registerList.rename(view.name)}
                  defaultValue={view.name}
                  onBlur={({ currentTarget: { value } }) => {
                    if (value.trim() !== '' && value.trim() !== view.name) onChange({ ...view, name: value.trim() })
                  }}
                />
              </Table.Td>
              <Table.Td w={76}>
                <Group gap={2} wrap="nowrap">
                  <IconAct
                    label={view.isDefault ? registerList.unmakeDefault(view.name) : registerList.makeDefault(view.name)}
                    onClick={() => onChange({ ...view, isDefault: !view.isDefault })}
                  >
                    {view.isDefault ? <IconStarFilled size={16} /> : <IconStar size={16} />}
                  </IconAct>
                  <IconAct label={registerList.removeView(view.name)} onClick={() => onRemove(view)}>
                    <IconTrash size={16} />
                  </IconAct>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="sm">
        <Button onClick={onClose}>{registerList.done}</Button>
      </Group>
    </Modal>
  )
}

function IconAct({
  label,
  onClick,
  children,
}: {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactElement
}): ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
