import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { listen } from '../lib/bridge.ts'
import { answerKey } from '../lib/commands.ts'
import { followChanges, queryClient } from '../lib/queries.ts'
import { writeBeforeLeaving } from '../lib/saving.ts'
import { PlanPanes } from '../lib/plan-panes.ts'
import { RegisterTabs } from '../lib/register-tabs.ts'
import { RegisterTools } from '../lib/register-tools.ts'
import { TaskActions, TaskPane } from '../lib/task-pane.ts'
import { WindowBoundary } from './error-screen.tsx'
import { planPanes, registerTabs, registerTools, taskActions, taskPane } from './features.ts'
import { readScreensAhead } from './later.tsx'
import { router } from './router.tsx'
import { theme } from './theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'color-scheme' })

/** The whole window. */
export function App(): ReactElement {
  useEffect(() => followChanges(), [])
  useEffect(() => writeBeforeLeaving(), [])
  useEffect(() => readScreensAhead(router), [])
  useEffect(() => listen('reminder.show', () => void router.navigate({ to: '/' })), [])
  useEffect(() => {
    document.addEventListener('keydown', answerKey)
    return () => document.removeEventListener('keydown', answerKey)
  }, [])
  return (
    <MantineProvider theme={theme} defaultColorScheme="light" colorSchemeManager={colorScheme}>
      {/* At the left: the buttons of a dialog, and what a pane lists, stand at the right. */}
      <Notifications position="bottom-left" limit={3} />
      <WindowBoundary>
        <QueryClientProvider client={queryClient}>
          <PlanPanes value={planPanes}>
            <RegisterTabs value={registerTabs}>
              <TaskPane value={taskPane}>
                <TaskActions value={taskActions}>
                  <RegisterTools value={registerTools}>
                    <RouterProvider router={router} />
                  </RegisterTools>
                </TaskActions>
              </TaskPane>
            </RegisterTabs>
          </PlanPanes>
        </QueryClientProvider>
      </WindowBoundary>
    </MantineProvider>
  )
}
