import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { AgencyRegistry } from '#shared/domain/agency.ts'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Task } from '#shared/domain/task.ts'
import { expect, type Office } from './office.ts'

/** The first plan of the open workspace. */
export async function firstPlan({ window }: Office): Promise<PlanId> {
  return window.evaluate(async () => {
    const answer = await window.bridge.call('plan.list', {})
    const id = answer.ok ? answer.value[0]?.plan.id : undefined
    if (id === undefined) throw new Error('there is no plan')
    return id
  })
}

/** Goes to an address of the window, as a link would. */
export async function goTo({ window }: Office, address: string): Promise<void> {
  await window.evaluate((to) => {
    location.hash = to
  }, address)
}

/** Shows the appendix of the first plan and waits for its rows. `search` is the address after "?". */
export async function openAppendix(office: Office, search = ''): Promise<PlanId> {
  const planId = await firstPlan(office)
  await goTo(office, `/ke-hoach/${planId}/phu-luc${search === '' ? '' : `?${search}`}`)
  await expect(cell(office, 0, 0)).toBeVisible()
  return planId
}

/** A cell of the grid by its data row and column, both from 0. */
export function cell({ window }: Office, row: number, column: number): Locator {
  return window.locator(`[role="gridcell"][data-row="${row}"][data-column="${column}"]`)
}

/** The grid's one text box. */
export function box({ window }: Office): Locator {
  return window.locator('textarea[data-history]')
}

export async function tasksOf({ window }: Office, planId: PlanId): Promise<readonly Task[]> {
  return window.evaluate(async (id) => {
    const answer = await window.bridge.call('task.list', { planId: id })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }, planId)
}

export async function registryOf({ window }: Office): Promise<AgencyRegistry> {
  return window.evaluate(async () => {
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

/** Serious and critical findings of the accessibility check, with the places. */
export async function seriousFindings({ window }: Office): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
