import { expect, test } from 'vitest'
import { RegisterView } from '#shared/domain/register-view.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { undo } from '#main/services/history.ts'
import { readSavedViews, removeSavedView, saveView } from '#main/services/saved-view.ts'
import { anActor, openTestWorkspace } from '../../helpers/workspace.ts'

const actor = anActor()

function named(name: string, patch: Partial<Input<'saved-view.save'>> = {}): Input<'saved-view.save'> {
  return { id: null, version: null, name, view: RegisterView.parse({ light: 'overdue' }), columns: ['agency'], isDefault: false, ...patch }
}

test('keeps what a view shows under its name, in the order of the alphabet, for whoever opens the workspace next', async () => {
  const { context } = await openTestWorkspace()
  await saveView(context, actor, named('Ủy ban nhân dân'))
  await saveView(context, actor, named('  Chậm của Sở Y tế ', { columns: ['due', 'late'] }))
  expect((await readSavedViews(context)).map(({ id: _id, ...view }) => view)).toEqual([
    { name: 'Chậm của Sở Y tế', view: RegisterView.parse({ light: 'overdue' }), columns: ['due', 'late'], isDefault: false, version: 1 },
    { name: 'Ủy ban nhân dân', view: RegisterView.parse({ light: 'overdue' }), columns: ['agency'], isDefault: false, version: 1 },
  ])
})

test('opens the list with one view only: the default passes on, and comes back when that is taken back', async () => {
  const { context } = await openTestWorkspace()
  const defaults = async (): Promise<readonly string[]> =>
    (await readSavedViews(context)).flatMap(({ name, isDefault }) => (isDefault ? [name] : []))
  await saveView(context, actor, named('Một', { isDefault: true }))
  await saveView(context, actor, named('Hai', { isDefault: true }))
  const after = await defaults()
  await undo(context, actor)
  expect({ after, takenBack: await defaults() }).toEqual({ after: ['Hai'], takenBack: ['Một'] })
})

test('refuses a name that another view has, however it is accented, and lets a view keep its own', async () => {
  const { context } = await openTestWorkspace()
  const made = await saveView(context, actor, named('Quá hạn'))
  await expect(saveView(context, actor, named('QUA HAN'))).rejects.toMatchObject({ code: 'saved-view-name-taken' })
  const changed = await saveView(context, actor, named('Quá hạn', { id: made.id, version: made.version, columns: ['light'] }))
  expect(changed).toEqual({ ...made, columns: ['light'], version: 2 })
})

test('removes a view and brings it back', async () => {
  const { context } = await openTestWorkspace()
  const { id, version } = await saveView(context, actor, named('Quá hạn'))
  await removeSavedView(context, actor, { id, version })
  const gone = await readSavedViews(context)
  await undo(context, actor)
  expect([gone.length, (await readSavedViews(context)).map(({ name }) => name)]).toEqual([0, ['Quá hạn']])
})
