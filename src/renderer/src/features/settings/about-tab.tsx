import { List, Stack, Text, Title } from '@mantine/core'
import { settingsText } from '#shared/text/vi/settings.ts'
import styles from './settings.module.css'

/** Fonts that the program carries; their licence asks to be named. */
const fonts = [
  { name: 'Be Vietnam Pro', owner: 'The Be Vietnam Pro Project Authors', use: settingsText.fontUse.screen },
  { name: 'Tinos', owner: 'Google, Steve Matteson', use: settingsText.fontUse.paper },
] as const

/** What this program is, which version, and whose fonts it carries. */
export function AboutTab({ version }: { readonly version: string }) {
  return (
    <Stack gap="md" className={styles['measure'] ?? ''}>
      <section className={styles['card']}>
        <Title order={2}>{settingsText.programName}</Title>
        <Text size="sm" fw={500}>
          {settingsText.version(version)}
        </Text>
        <Text size="sm" mt="xs">
          {settingsText.aboutText}
        </Text>
        <Text size="sm" mt="xs">
          {settingsText.notForSecrets}
        </Text>
      </section>
      <section className={styles['card']}>
        <Title order={2}>{settingsText.fonts}</Title>
        <List size="sm" my="xs">
          {fonts.map(({ name, owner, use }) => (
            <List.Item key={name}>
              <b>{name}</b> © {owner}: {use}
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {settingsText.fontLicence}
        </Text>
      </section>
    </Stack>
  )
}
