import { Button, Group, Progress, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import type { JobState } from '../../lib/use-job.ts'

/** Long work: what is being done, how far it is, and a way to stop. */
export function Working({ state, onStop }: { readonly state: JobState; readonly onStop: () => void }): ReactElement {
  const step = state.step === '' ? words.collecting : state.step
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <div style={{ flex: 1 }}>
        <Text size="sm">{step}…</Text>
        <Progress value={state.total === null || state.total === 0 ? 100 : (100 * state.done) / state.total} animated aria-label={step} />
      </div>
      <Button variant="default" onClick={onStop}>
        {shell.stop}
      </Button>
    </Group>
  )
}
