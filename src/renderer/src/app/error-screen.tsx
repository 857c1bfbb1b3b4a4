import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconMoodConfuzed } from '@tabler/icons-react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, useEffect, type ErrorInfo, type ReactElement, type ReactNode } from 'react'
import { Link, useRouter } from '@tanstack/react-router'
import { shell } from '#shared/text/vi/shell.ts'
import { wordError } from '../lib/notices.tsx'

function Place({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }): ReactElement {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" mih={320} role="alert">
      <IconMoodConfuzed size={40} stroke={1.3} aria-hidden />
      <Title order={1}>{title}</Title>
      <Text maw={520} ta="center">
        {text}
      </Text>
      <Group gap="xs">{children}</Group>
    </Stack>
  )
}

/** A screen that could not be shown: what happened, and three ways out. The frame stays. */
export function ScreenFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactElement {
  const router = useRouter()
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  useEffect(() => resetQueries(), [resetQueries])
  const { says, wayOut } = wordError(error)
  return (
    <Place title={shell.screenFailed} text={`${says} ${wayOut}`}>
      <Button
        onClick={() => {
          reset()
          void router.invalidate()
        }}
      >
        {shell.tryAgain}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
        {shell.toOverview}
      </Button>
    </Place>
  )
}

/** An address that leads nowhere. */
export function ScreenMissing(): ReactElement {
  return (
    <Place title={shell.notFound} text={shell.notFoundHint}>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{shell.toOverview}</Button>
    </Place>
  )
}

/** The last net, around the frame itself. */
export class WindowBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }
  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }
  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Place title={shell.windowDefect} text={shell.windowDefectWayOut}>
        <Button onClick={() => location.reload()}>{shell.reloadWindow}</Button>
      </Place>
    )
  }
}
