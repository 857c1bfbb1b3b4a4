import type { RegisterView } from '#shared/domain/register-view.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import { viewWith } from '../../lib/register-address.ts'

/** A view that every office needs, there before anything is saved. */
export interface ReadyView {
  readonly id: keyof typeof registerList.ready
  readonly name: string
  readonly view: RegisterView
}

const views: Readonly<Record<ReadyView['id'], RegisterView>> = {
  paper: viewWith({}),
  overdue: viewWith({ level: 'share', group: 'lead', sort: 'late', descending: true, light: 'overdue' }),
  soon: viewWith({ level: 'share', group: 'none', sort: 'due', light: 'due-soon' }),
  silent: viewWith({ level: 'share', group: 'lead', sort: 'updated', stale: true }),
  months: viewWith({ group: 'month', sort: 'due' }),
  shares: viewWith({ level: 'share', group: 'lead' }),
}

export const readyViews: readonly ReadyView[] = (Object.keys(views) as ReadyView['id'][]).map((id) => ({
  id,
  name: registerList.ready[id],
  view: views[id],
}))
