import { expect, type Locator, type Page } from '@playwright/test'

/** Puts the caret behind the last letter of a block. Blocks get their height as they come into view, so a click is repeated until it fell into this one. */
export async function caretAtEnd(block: Locator): Promise<void> {
  await expect(async () => {
    await block.click()
    expect(await block.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null))).toBe(true)
  }).toPass()
  await block.evaluate((element) => getSelection()?.collapse(element, element.childNodes.length))
}

/** How many tasks the first plan has, or -1 without a plan. */
export async function taskCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const plans = await window.bridge.call('plan.list', {})
    const planId = plans.ok ? plans.value[0]?.plan.id : undefined
    const tasks = planId === undefined ? null : await window.bridge.call('task.list', { planId })
    return tasks?.ok === true ? tasks.value.length : -1
  })
}

/** Waits until the words stand in the store, as a sentence of the first plan. */
export async function untilStored(page: Page, words: string): Promise<void> {
  await expect
    .poll(async () =>
      page.evaluate(async (wanted) => {
        const plans = await window.bridge.call('plan.list', {})
        const planId = plans.ok ? plans.value[0]?.plan.id : undefined
        const detail = planId === undefined ? null : await window.bridge.call('plan.get', { planId })
        return detail?.ok === true && detail.value.provisions.some(({ content }) => JSON.stringify(content).includes(wanted))
      }, words),
    )
    .toBe(true)
}
