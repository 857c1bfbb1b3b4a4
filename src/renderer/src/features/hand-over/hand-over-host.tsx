import { IconPackage } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { ask, grantFile, listen } from '../../lib/bridge.ts'
import { useCommands } from '../../lib/commands.ts'
import { onHandOverRequest, requestHandOver, type HandOverRequest } from '../../lib/hand-over-requests.ts'
import { showFailure } from '../../lib/notices.tsx'

const GiveDialog = lazy(async () => ({ default: (await import('./give-dialog.tsx')).GiveDialog }))
const LogDialog = lazy(async () => ({ default: (await import('./log-dialog.tsx')).LogDialog }))
const OpenDialog = lazy(async () => ({ default: (await import('./open-dialog.tsx')).OpenDialog }))
const ReclaimDialog = lazy(async () => ({ default: (await import('./reclaim-dialog.tsx')).ReclaimDialog }))

/** A pack that the program was started with, or that came while it was open. */
async function takeWaiting(): Promise<void> {
  const waiting = await ask('hand-over.waiting', {})
  if (waiting !== null) requestHandOver({ kind: 'open', path: waiting.path })
}

/** Stands beside all screens: the dialogs of handing over, a pack dropped anywhere on the window, and one the program was started with. */
export function HandOverHost(): ReactElement {
  const [request, setRequest] = useState<HandOverRequest | null>(null)
  useEffect(() => onHandOverRequest((asked) => void choose(asked, setRequest)), [])
  useEffect(() => {
    void takeWaiting().catch(showFailure)
    return listen('pack.waiting', () => void takeWaiting().catch(showFailure))
  }, [])
  useEffect(dropPacks, [])
  useCommands([
    {
      id: 'hand-over.open',
      label: words.open,
      group: 'file',
      icon: IconPackage,
      keywords: words.openKeywords,
      run: () => requestHandOver({ kind: 'open', path: null }),
    },
  ])
  const close = (): void => setRequest(null)
  return <Suspense fallback={null}>{request === null ? null : <Dialog request={request} onClose={close} />}</Suspense>
}

/** The file is chosen before the dialog opens: a dialog that asks for nothing but a file would be one too many. */
async function choose(request: HandOverRequest, show: (request: HandOverRequest) => void): Promise<void> {
  if (request.kind !== 'open' || request.path !== null) return show(request)
  try {
    const chosen = await ask('hand-over.choose', {})
    if (chosen !== null) show({ kind: 'open', path: chosen.path })
  } catch (error) {
    showFailure(error)
  }
}

function Dialog({ request, onClose }: { readonly request: HandOverRequest; readonly onClose: () => void }): ReactElement | null {
  switch (request.kind) {
    case 'open':
      return request.path === null ? null : <OpenDialog key={request.path} path={request.path} onClose={onClose} />
    case 'reclaim':
      return <ReclaimDialog handOver={request.handOver} onClose={onClose} />
    case 'log':
      return <LogDialog handOver={request.handOver} onClose={onClose} />
    case 'give':
    case 'send-back':
    case 'again':
      return <GiveDialog request={request} onClose={onClose} />
    default:
      return request satisfies never
  }
}

/** Whether a drop is a pack and nothing else: other files belong to the screen they are dropped on. */
function packOf(event: DragEvent): File | null {
  const files = event.dataTransfer?.files
  const [file] = files ?? []
  return files?.length === 1 && file?.name.toLowerCase().endsWith('.cchc') === true ? file : null
}

function takeDrop(event: DragEvent): void {
  const file = packOf(event)
  if (file === null) return
  event.preventDefault()
  event.stopPropagation()
  void grantFile(file)
    .then((path) => {
      if (path === null) showFailure(words.notAPack)
      else requestHandOver({ kind: 'open', path })
    })
    .catch(showFailure)
}

/** A drag does not tell names before the drop; a place that takes no files lets this one pass. */
function allowDrop(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
}

/** Before the screens hear of it: a screen that reads Word files must not be given a pack. */
function dropPacks(): () => void {
  window.addEventListener('drop', takeDrop, true)
  window.addEventListener('dragover', allowDrop, true)
  return () => {
    window.removeEventListener('drop', takeDrop, true)
    window.removeEventListener('dragover', allowDrop, true)
  }
}
