import { AppShell, Title } from '@mantine/core'
import type { ReactElement } from 'react'

/** The frame of the window. */
export function App(): ReactElement {
  return (
    <AppShell header={{ height: 48 }} padding="md">
      <AppShell.Header px="md">
        <Title order={1} size="h4" lh="48px">
          {document.title}
        </Title>
      </AppShell.Header>
    </AppShell>
  )
}
