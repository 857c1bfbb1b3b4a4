import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { settingsText } from '#shared/text/vi/settings.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited, Screen } from '../../ui/screen/screen.tsx'
import { AboutTab } from './about-tab.tsx'
import { DataTab } from './data-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { OfficeTab } from './office-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { settingsRoute } from './routes.ts'
import { ShelfTab } from './shelf-tab.tsx'
import styles from './settings.module.css'

/** The office, its data, its people, its log, and the program. */
export function SettingsScreen() {
  const { the: tab = 'don-vi' } = settingsRoute.useSearch()
  const navigate = useNavigate({ from: '/cai-dat' })
  const status = useAsk('workspace.status', {})
  return (
    <Screen title={settingsText.section}>
      <Tabs
        value={tab}
        keepMounted={false}
        className={styles['tabs'] ?? ''}
        onChange={(value) =>
          void navigate({ search: value === 'don-vi' || value === null ? {} : { the: value as Exclude<typeof tab, 'don-vi'> } })
        }
      >
        <Tabs.List>
          <Tabs.Tab value="don-vi">{settingsText.tabs.office}</Tabs.Tab>
          <Tabs.Tab value="khung-cau">{shelfText.tab}</Tabs.Tab>
          <Tabs.Tab value="du-lieu">{settingsText.tabs.data}</Tabs.Tab>
          <Tabs.Tab value="nguoi-dung">{settingsText.tabs.people}</Tabs.Tab>
          <Tabs.Tab value="nhat-ky">{settingsText.tabs.history}</Tabs.Tab>
          <Tabs.Tab value="gioi-thieu">{settingsText.tabs.about}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="don-vi" className={styles['panel'] ?? ''}>
          <Awaited query={status}>{({ office }) => <OfficeTab office={office} />}</Awaited>
        </Tabs.Panel>
        <Tabs.Panel value="khung-cau" className={styles['whole'] ?? ''}>
          <ShelfTab />
        </Tabs.Panel>
        <Tabs.Panel value="du-lieu" className={styles['panel'] ?? ''}>
          <Awaited query={status}>{(known) => <DataTab status={known} />}</Awaited>
        </Tabs.Panel>
        <Tabs.Panel value="nguoi-dung" className={styles['panel'] ?? ''}>
          <Awaited query={status}>{(known) => <PeopleTab status={known} />}</Awaited>
        </Tabs.Panel>
        <Tabs.Panel value="nhat-ky" className={styles['whole'] ?? ''}>
          <HistoryTab />
        </Tabs.Panel>
        <Tabs.Panel value="gioi-thieu" className={styles['panel'] ?? ''}>
          <Awaited query={status}>{({ programVersion }) => <AboutTab version={programVersion} />}</Awaited>
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}
