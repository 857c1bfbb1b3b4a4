import type { Output } from '#shared/ipc/contract.ts'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'

/** Says where a file was saved, and offers its folder; nothing where the person cancelled. */
export function showSaved(saved: Output<'urging.save'>): void {
  if (saved === null) return
  showDone([text.saved(saved.file), ...saved.notices].join(' '), openingFolderOf(saved.file))
}

/** A notice's button that opens the folder of a file saved before. */
export function openingFolderOf(file: string): { readonly action: { readonly label: string; readonly run: () => Promise<void> } } {
  return { action: { label: text.showInFolder, run: async () => void (await ask('export.show-in-folder', { file })) } }
}
