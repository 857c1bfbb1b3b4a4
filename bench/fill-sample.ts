import type { Page } from '@playwright/test'
import type { ProvisionContent } from '../src/shared/domain/provision.ts'

/** Gives the sample's plan so many blocks of its own words. Answers its address. */
export async function fillText(page: Page, blocks: number): Promise<string> {
  return page.evaluate(async (wanted) => {
    const plans = await window.bridge.call('plan.list', {})
    const planId = plans.ok ? plans.value[0]?.plan.id : undefined
    if (planId === undefined) throw new Error('there is no plan')
    const detail = await window.bridge.call('plan.get', { planId })
    if (!detail.ok) throw new Error(detail.code)
    const own: readonly ProvisionContent[] = detail.value.provisions
    const bullets = own.filter(({ kind }) => kind === 'bullet')
    const at = own.findIndex(({ kind }) => kind === 'bullet')
    const more = Array.from({ length: wanted - own.length }, (_, index): ProvisionContent => {
      const like = bullets[index % bullets.length]
      if (like === undefined) throw new Error('the sample has no bullets')
      // Ids of version 7 in the form the door asks for.
      const id = `${crypto.randomUUID().slice(0, 14)}7${crypto.randomUUID().slice(15)}` as ProvisionContent['id']
      return { id, area: 'body', kind: 'bullet', content: like.content.filter(({ kind }) => kind === 'text') }
    })
    const saved = await window.bridge.call('plan.save-text', { planId, provisions: own.toSpliced(at, 0, ...more) })
    if (!saved.ok) throw new Error(saved.code)
    return `/ke-hoach/${planId}`
  }, blocks)
}

/** Fills the sample's appendix up to so many rows of its own words. Answers the plan's address. */
export async function fillAppendix(page: Page, rows: number): Promise<string> {
  return page.evaluate(async (wanted) => {
    const plans = await window.bridge.call('plan.list', {})
    const planId = plans.ok ? plans.value[0]?.plan.id : undefined
    if (planId === undefined) throw new Error('there is no plan')
    const tasks = await window.bridge.call('task.list', { planId })
    if (!tasks.ok) throw new Error(tasks.code)
    const more = Array.from({ length: wanted - tasks.value.length }, (_, at) => {
      const task = tasks.value[at % tasks.value.length]
      if (task === undefined) throw new Error('the sample has no tasks')
      const { fieldId, content, product, leads, coordinating, deadline } = task
      return { fieldId, content, product, leads: [...leads], coordinating: [...coordinating], deadline }
    })
    const [first] = tasks.value
    if (first === undefined) throw new Error('the sample has no tasks')
    const made = await window.bridge.call('task.paste', { appendixId: first.appendixId, updates: [], afterId: null, tasks: more })
    if (!made.ok) throw new Error(made.code)
    return `/ke-hoach/${planId}`
  }, rows)
}
