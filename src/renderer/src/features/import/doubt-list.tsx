import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import type { DraftWarning } from '#shared/domain/draft.ts'
import { bringInText } from '#shared/text/vi/bring-in.ts'
import { draftWarnings } from '#shared/text/vi/import.ts'
import type { useSeen } from './use-review.ts'
import styles from './import.module.css'

interface DoubtListProps {
  readonly warnings: readonly DraftWarning[]
  readonly seen: ReturnType<typeof useSeen>
  readonly onGo: (warning: DraftWarning) => void
}

function placeOf({ line, at }: DraftWarning): string {
  if (line !== null) return bringInText.line(line)
  return at !== null && 'row' in at ? bringInText.row(at.row + 1) : ''
}

/** Every doubt of the reader, one sentence and one way out each; a click goes to its place, a tick puts it aside. */
export function DoubtList({ warnings, seen, onGo }: DoubtListProps) {
  const open = warnings.filter((warning) => !seen.isSeen(warning))
  const order = [...open, ...warnings.filter(seen.isSeen)]
  return (
    <>
      <div className={styles['columnHead']}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <span>{bringInText.doubts(open.length)}</span>
          {open.length > 1 && (
            <Button size="compact-xs" variant="subtle" onClick={() => seen.mark(open, true)}>
              {bringInText.markAllSeen}
            </Button>
          )}
        </Group>
      </div>
      {warnings.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {bringInText.noDoubts}
        </Text>
      )}
      <ul className={styles['doubts']}>
        {order.map((warning, index) => {
          const wording = draftWarnings[warning.code]
          const says = wording.says(warning.excerpt)
          return (
            // Doubts have no id and may be equal word by word.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={styles['doubt']} data-seen={seen.isSeen(warning) || undefined}>
              <Checkbox
                mt={2}
                checked={seen.isSeen(warning)}
                aria-label={`${bringInText.seen}: ${says}`}
                onChange={(event) => seen.mark([warning], event.currentTarget.checked)}
              />
              <Stack gap={0}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="left"
                  {...(seen.isSeen(warning) ? { c: 'dimmed' } : {})}
                  onClick={() => onGo(warning)}
                >
                  {says}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[placeOf(warning), wording.wayOut].filter((part) => part !== '').join(' · ')}
                </Text>
              </Stack>
            </li>
          )
        })}
      </ul>
    </>
  )
}
