import { expect, type Page } from '@playwright/test'

/**
 * Drops a file of the machine on the window, as a person would: it is let go once the window says that it would take it. A marked place
 * says so by lighting up; the window as a whole, which takes packs wherever they fall, only by the pointer.
 */
export async function dropFile(page: Page, file: string, taker: 'marked place' | 'whole window' = 'marked place'): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    input.send('Input.dispatchDragEvent', { type, x: 780, y: 320, data })
  await page.evaluate(() => {
    window.addEventListener('dragover', (event) => {
      if (event.defaultPrevented) document.documentElement.dataset['wouldTake'] = 'true'
    })
  })
  const taking = page.locator(taker === 'marked place' ? '[data-over]' : 'html[data-would-take]')
  await send('dragEnter')
  await expect(async () => {
    await send('dragOver')
    await expect(taking).toBeVisible({ timeout: 500 })
  }).toPass()
  await send('drop')
  await input.detach()
}
