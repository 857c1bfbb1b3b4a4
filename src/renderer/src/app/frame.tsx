import { AppShell, Loader } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import { AwayBanner } from '../features/hand-over/away-banner.tsx'
import { HandOverHost } from '../features/hand-over/hand-over-host.tsx'
import { onFoldRail } from '../lib/rail.ts'
import { useAsk } from '../lib/queries.ts'
import styles from './frame.module.css'
import { useFrameCommands } from './frame-commands.ts'
import { LaterPalette, LaterShortcutList } from './later.tsx'
import { Rail } from './rail.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { TopBar } from './top-bar.tsx'

const Welcome = lazy(async () => ({ default: (await import('./welcome.tsx')).Welcome }))

/** The frame: painted at once, before the office has answered anything. */
export function Frame(): ReactElement {
  const status = useAsk('workspace.status', {})
  const [foldedByChoice, setFolded] = useLocalStorage({ key: 'rail-folded', defaultValue: false, getInitialValueInEffect: false })
  const [foldedByScreen, setFoldedByScreen] = useState(false)
  const narrow = useMediaQuery('(max-width: 1120px)', false, { getInitialValueInEffect: false })
  const folded = foldedByChoice || foldedByScreen || narrow
  const [shortcutsOpen, setShortcutsOpen] = useState(false)
  useFrameCommands({ status: status.data, toggleRail: () => setFolded(!foldedByChoice), showShortcuts: () => setShortcutsOpen(true) })
  useEffect(() => onFoldRail(setFoldedByScreen), [])

  const noWorkspace = status.data !== undefined && (status.data.kind === 'none' || status.data.office === null)
  return (
    <AppShell
      mode="fixed"
      header={{ height: 48 }}
      navbar={{ width: folded ? 56 : 208, breakpoint: 0, collapsed: { desktop: noWorkspace, mobile: noWorkspace } }}
      transitionDuration={0}
      classNames={{ main: styles['main'] ?? '' }}
    >
      <AppShell.Header>
        <TopBar status={status.data} bare={noWorkspace} />
      </AppShell.Header>
      <AppShell.Navbar aria-label={shell.railLabel}>
        {!noWorkspace && <Rail folded={folded} mayUnfold={!narrow} onFold={() => setFolded(!foldedByChoice)} />}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} aria-label={shell.mainRegion}>
        {!noWorkspace && status.data !== undefined && <AwayBanner />}
        {status.data?.kind === 'sample' && <SampleBanner office={status.data.office} />}
        <div className={styles['screen']}>
          <Suspense fallback={<Waiting />}>
            {noWorkspace || status.isError ? <Welcome status={status.data} error={status.error} /> : <Outlet />}
          </Suspense>
        </div>
      </AppShell.Main>
      <HandOverHost />
      <LaterPalette ready={!noWorkspace} />
      <LaterShortcutList opened={shortcutsOpen} onClose={() => setShortcutsOpen(false)} />
    </AppShell>
  )
}

function Waiting(): ReactElement {
  return <Loader size="sm" m="lg" role="status" aria-label={shell.loading} />
}
