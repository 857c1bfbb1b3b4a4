import { Button, Group, NumberInput, Text, Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { Output } from '#shared/ipc/contract.ts'
import { givenTaskText as words } from '#shared/text/vi/given-task.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import styles from './settings.module.css'

/** From how many days on the office is warned; one setting for every light. */
export function ThresholdCard(): ReactElement | null {
  const { data } = useAsk('light-threshold.get', {})
  return data === undefined ? null : <ThresholdForm key={data.version} kept={data} />
}

function ThresholdForm({ kept }: { readonly kept: Output<'light-threshold.get'> }): ReactElement {
  const [dueSoonDays, setDueSoonDays] = useState<number | string>(kept.dueSoonDays)
  const [staleDays, setStaleDays] = useState<number | string>(kept.staleDays)
  const same = dueSoonDays === kept.dueSoonDays && staleDays === kept.staleDays
  const save = async (): Promise<void> => {
    if (!whole(dueSoonDays) || !whole(staleDays)) return
    await ask('light-threshold.set', { dueSoonDays, staleDays, version: kept.version })
    showDone(words.thresholdsSaved, { undoable: true })
  }
  return (
    <section className={styles['card']} aria-label={words.thresholds}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save().catch(showFailure)
        }}
      >
        <Title order={2}>{words.thresholds}</Title>
        <Text size="sm" c="dimmed">
          {words.thresholdsHint}
        </Text>
        <Group gap="sm" mt="xs" align="flex-end">
          <NumberInput label={words.dueSoonDays} w={220} min={1} max={365} value={dueSoonDays} onChange={setDueSoonDays} />
          <NumberInput label={words.staleDays} w={240} min={1} max={365} value={staleDays} onChange={setStaleDays} />
          <Button type="submit" disabled={same || !whole(dueSoonDays) || !whole(staleDays)}>
            {words.thresholdsSave}
          </Button>
        </Group>
      </form>
    </section>
  )
}

/** A box of numbers that is being typed in may hold words. */
function whole(value: number | string): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
