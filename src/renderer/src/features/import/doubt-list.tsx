import { Anchor, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core'
import type { DraftWarning } from '#shared/domain/draft.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { draftWarnings } from '#shared/text/vi/import.ts'

interface DoubtListProps {
  readonly warnings: readonly DraftWarning[]
  readonly seen: ReadonlySet<DraftWarning>
  readonly onSeen: (warning: DraftWarning, seen: boolean) => void
  readonly onGo: (warning: DraftWarning) => void
}

function placeOf({ line, at }: DraftWarning): string {
  if (line !== null) return bringInText.line(line)
  return at !== null && 'row' in at ? bringInText.row(at.row + 1) : ''
}

/** Every doubt of the reader, one sentence and one way out each; a click goes to its place, a tick puts it aside. */
export function DoubtList({ warnings, seen, onSeen, onGo }: DoubtListProps) {
  if (warnings.length === 0) return <Text size="sm" c="dimmed" p="sm">{bringInText.noDoubts}</Text>
  const order = warnings.toSorted((one, other) => Number(seen.has(one)) - Number(seen.has(other)))
  return (
    <ScrollArea h="100%" type="auto">
      <Stack gap={10} p="sm" component="ul" m={0} style={{ listStyle: 'none' }}>
        {order.map((warning, index) => {
          const wording = draftWarnings[warning.code]
          return (
            // Doubts have no id and may be equal word by word.
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={index} component="li" gap={8} wrap="nowrap" align="flex-start" opacity={seen.has(warning) ? 0.55 : 1}>
              <Checkbox size="xs" mt={3} checked={seen.has(warning)} aria-label={`${bringInText.seen}: ${wording.says(warning.excerpt)}`} onChange={(event) => onSeen(warning, event.currentTarget.checked)} />
              <Stack gap={0}>
                <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onGo(warning)}>
                  {wording.says(warning.excerpt)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[placeOf(warning), wording.wayOut].filter((part) => part !== '').join(' · ')}
                </Text>
              </Stack>
            </Group>
          )
        })}
      </Stack>
    </ScrollArea>
  )
}
