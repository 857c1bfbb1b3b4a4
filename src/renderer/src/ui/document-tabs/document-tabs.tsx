import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'

const addresses = { issued: '/van-ban', cited: '/van-ban/vien-dan' } as const

/** The lists of the section "Văn bản"; each is a screen of its own with its address. */
export function DocumentTabs({ value }: { readonly value: keyof typeof addresses }): ReactElement {
  const navigate = useNavigate()
  return (
    <Tabs value={value} mb="xs" onChange={(chosen) => void navigate({ href: chosen === 'cited' ? addresses.cited : addresses.issued })}>
      <Tabs.List aria-label={text.tabsLabel}>
        <Tabs.Tab value="issued">{text.tabs.issued}</Tabs.Tab>
        <Tabs.Tab value="cited">{text.tabs.cited}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}
