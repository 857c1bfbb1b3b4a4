import { expect, type Page } from '@playwright/test'

/**
 * Drops a file of the machine on the place of the window that takes files, as a person would: it is let go once the place says that it
 * would take it.
 */
export async function dropFile(page: Page, file: string): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    input.send('Input.dispatchDragEvent', { type, x: 780, y: 320, data })
  await send('dragEnter')
  await expect(async () => {
    await send('dragOver')
    await expect(page.locator('[data-over]')).toBeVisible({ timeout: 500 })
  }).toPass()
  await send('drop')
  await input.detach()
}
