import type { AnyRouter } from '@tanstack/react-router'
import {
  lazy,
  Suspense,
  useEffect,
  useState,
  type ComponentProps,
  type ComponentType,
  type LazyExoticComponent,
  type ReactElement,
} from 'react'
import { showFailure } from '../lib/notices.tsx'
import { planRoute } from '../lib/routes.ts'

// What the first frame does without is read after it (docs/decisions/0031).

/** Milliseconds after which something is read even when the window never rests. */
const LATEST = 1000

const isOfPlan = (id: string): boolean => id.startsWith(planRoute.id)

/** Reads every screen while the window rests, one after the other, so that going to one is answered at once. A plan's come first. */
export function readScreensAhead(router: AnyRouter): () => void {
  const waiting = Object.values(router.routesById).toSorted((one, other) => Number(isOfPlan(other.id)) - Number(isOfPlan(one.id)))
  let handle = 0
  const whenIdle = (): void => {
    handle = requestIdleCallback(() => void readNext(), { timeout: LATEST })
  }
  const readNext = async (): Promise<void> => {
    const route = waiting.shift()
    if (route === undefined) return
    try {
      await router.loadRouteChunk(route)
    } catch {
      // A screen that cannot be read says so when it is gone to.
    }
    whenIdle()
  }
  whenIdle()
  return () => {
    waiting.length = 0
    cancelIdleCallback(handle)
  }
}

/** A part of the frame that is read later. One that cannot be read is told, and missing: the frame and its screen stay. */
function readLater<P>(read: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    try {
      return { default: await read() }
    } catch (error) {
      showFailure(error)
      return { default: () => null }
    }
  })
}

const Palette = readLater(async () => (await import('./palette.tsx')).Palette)
const ShortcutList = readLater(async () => (await import('./shortcut-list.tsx')).ShortcutList)
const AddProfile = readLater(async () => (await import('./add-profile.tsx')).AddProfile)

/** Ctrl+K. Asked for before it is read, it opens when it is: what is open is kept outside it. */
export function LaterPalette(props: ComponentProps<typeof Palette>): ReactElement | null {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setWanted(true), { timeout: LATEST })
    return () => cancelIdleCallback(handle)
  }, [])
  return wanted ? (
    <Suspense fallback={null}>
      <Palette {...props} />
    </Suspense>
  ) : null
}

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** A dialog that is read when it is first opened, and stays so that it can close in its own way. */
function LaterDialog({ of: Dialog, ...props }: DialogProps & { readonly of: ComponentType<DialogProps> }): ReactElement | null {
  const [wanted, setWanted] = useState(props.opened)
  if (props.opened && !wanted) setWanted(true)
  return wanted ? (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  ) : null
}

export function LaterShortcutList(props: DialogProps): ReactElement {
  return <LaterDialog of={ShortcutList} {...props} />
}

export function LaterAddProfile(props: DialogProps): ReactElement {
  return <LaterDialog of={AddProfile} {...props} />
}
