import { createHashHistory, createRouter } from '@tanstack/react-router'
import { rootRoute } from '../lib/routes.ts'
import { ScreenFailed, ScreenMissing } from './error-screen.tsx'
import { routeTree } from './features.ts'
import { Frame } from './frame.tsx'

rootRoute.update({ component: Frame })

// The address lives after "#": the window has one page for life and nothing else may be loaded.
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: ScreenMissing,
  defaultPreload: 'intent',
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
