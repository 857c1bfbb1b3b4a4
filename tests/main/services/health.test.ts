import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FileHash } from '#shared/domain/identifier.ts'
import { checkWorkspace } from '#main/services/health.ts'
import { noteStoredFile } from '#main/store/repositories/stored-file.ts'
import { homeAffairs, openPlanWorkspace } from '../../helpers/plan-workspace.ts'

const sound = () => []

test('a sound workspace has nothing to tell; a line, a record and files changed behind the program’s back are each named', async () => {
  const { context } = await openPlanWorkspace()
  const keep = async (words: string) => {
    const kept = await context.files.keep(Buffer.from(words))
    await noteStoredFile(context.db, { ...kept, name: `${words}.pdf`, storedAt: '2023-01-03T00:00:00.000Z' })
    return context.files.pathOf(FileHash.parse(kept.hash))
  }
  const [one, two] = [await keep('một'), await keep('hai')]
  expect(await checkWorkspace(context, sound)).toEqual({ problems: [] })

  rmSync(one)
  writeFileSync(two, 'hai, đã sửa')
  await context.db.updateTable('change').set({ command: 'khác' }).execute()
  await context.db.updateTable('agency').set({ aliases: '[""]' }).where('id', '=', homeAffairs.id).execute()
  const { problems } = await checkWorkspace(context, () => ['row 3 missing from index'])
  expect(problems.toSorted((a, b) => (a.detail < b.detail ? -1 : 1))).toEqual([
    { what: 'log', detail: '1' },
    { what: 'record', detail: `agency ${homeAffairs.id}: aliases.0` },
    { what: 'file-changed', detail: 'hai.pdf' },
    { what: 'file-missing', detail: 'một.pdf' },
    { what: 'database', detail: 'row 3 missing from index' },
  ])
})
