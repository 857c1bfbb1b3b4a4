import type { Page } from '@playwright/test'

/** Drops a file of the machine on the middle of the window, as a person would. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await input.send('Input.dispatchDragEvent', { type, x: 780, y: 320, data })
  await input.detach()
}
