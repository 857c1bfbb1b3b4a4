import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import { wordError } from '../../lib/notices.tsx'
import styles from './screen.module.css'

/** A screen's head: its title at the left, its buttons at the right; the content below fills the rest and scrolls. */
export function Screen({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <Title order={1}>{title}</Title>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </div>
      <div className={styles['body']}>{children}</div>
    </div>
  )
}

/** An empty place teaches: what this is, and the buttons that start it. */
export function EmptyPlace({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}): ReactElement {
  return (
    <Stack align="center" gap="xs" py={48} px="lg">
      {icon}
      <Title order={2}>{title}</Title>
      <Text maw={560} ta="center">
        {text}
      </Text>
      <Group gap="xs" mt="xs" justify="center">
        {children}
      </Group>
    </Stack>
  )
}

/** While an answer is awaited, and when it does not come: the sentence, the way out, and a button to try again. */
export function Awaited<T>({
  query,
  children,
}: {
  readonly query: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown }
  readonly children: (data: T) => ReactNode
}): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) {
    return (
      <Center p="xl">
        <Loader size="sm" role="status" aria-label={shell.loading} />
      </Center>
    )
  }
  const { says, wayOut } = wordError(query.error)
  return (
    <Alert color="red" m="md" icon={<IconAlertTriangle aria-hidden />} title={says} role="alert">
      <Text size="sm" mb="xs">
        {wayOut}
      </Text>
      <Button variant="default" onClick={() => void query.refetch()}>
        {shell.tryAgain}
      </Button>
    </Alert>
  )
}
