import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Task } from '#shared/domain/task.ts'
import { expect, type Office } from './office.ts'

/** The first plan of the open workspace. */
export async function firstPlan({ window: page }: Office): Promise<PlanId> {
  return page.evaluate(async () => {
    const answer = await window.bridge.call('plan.list', {})
    const id = answer.ok ? answer.value[0]?.plan.id : undefined
    if (id === undefined) throw new Error('there is no plan')
    return id
  })
}

/** Goes to an address of the window, as a link would. */
export async function goTo({ window: page }: Office, address: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, address)
}

/** Shows the appendix of the first plan and waits for its rows. `search` is the address after "?". */
export async function openAppendix(office: Office, search = ''): Promise<PlanId> {
  const planId = await firstPlan(office)
  await goTo(office, `/ke-hoach/${planId}/phu-luc${search === '' ? '' : `?${search}`}`)
  await expect(cell(office, 0, 0)).toBeVisible({ timeout: 20_000 })
  return planId
}

/** A cell of the grid by its data row and column, both from 0. */
export function cell({ window: page }: Office, row: number, column: number): Locator {
  return page.locator(`[role="gridcell"][data-row="${row}"][data-column="${column}"]`)
}

/** The grid's one text box. */
export function box({ window: page }: Office): Locator {
  return page.locator('textarea[data-history]')
}

export async function tasksOf({ window: page }: Office, planId: PlanId): Promise<readonly Task[]> {
  return page.evaluate(async (id) => {
    const answer = await window.bridge.call('task.list', { planId: id })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }, planId)
}

export async function registryOf({ window: page }: Office): Promise<AgencyRegistry> {
  return page.evaluate(async () => {
    const answer = await window.bridge.call('agency.list', {})
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  })
}

/** Tasks without what an undo may leave otherwise: versions. */
export function withoutVersions(tasks: readonly Task[]): readonly Omit<Task, 'version'>[] {
  return tasks.map(({ version: _version, ...task }) => task).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Puts text on the system's clipboard, as another program would. */
export async function copyElsewhere({ app }: Office, copy: { readonly text: string; readonly html?: string }): Promise<void> {
  await app.evaluate(({ clipboard }, data) => clipboard.write(data), copy)
}

/** Serious and critical findings of the accessibility check in the screen (the frame around it is checked by its own test), with the places. */
export async function seriousFindings({ window: page }: Office): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('#content').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
