import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readAgencyForms } from '#main/services/agency-form.ts'
import { findBrokenLink, listChanges } from '#main/store/repositories/change.ts'
import { openWorkspace } from '#main/store/workspace.ts'
import { issuedPlan, makeForms, takeForm } from '../../helpers/agency-forms.ts'
import { editForm, wellDone } from '../../helpers/form-sheet.ts'
import { justice } from '../../helpers/plan-workspace.ts'
import { contextOn, temporaryFolder } from '../../helpers/workspace.ts'

afterAll(closeWorkerPool)

const ROWS = 120

/** Another program that takes in a form and is killed as it begins to write the row of that number, while the transaction is open. */
const TAKE_IN = `
  const [folder, root, file, deadly] = process.argv.slice(1)
  const { openWorkspace } = await import(root + 'src/main/store/workspace.ts')
  const { createContext } = await import(root + 'src/main/services/context.ts')
  const { readReturnedForm, acceptReturnedForm } = await import(root + 'src/main/services/agency-form-import.ts')
  const workspace = await openWorkspace(folder, { now: () => new Date() })
  let writing = false
  let ids = 0
  const newId = () => {
    ids += 1
    if (writing && ids === Number(deadly)) process.kill(process.pid, 'SIGKILL')
    return crypto.randomUUID()
  }
  const now = () => new Date('2023-07-10T03:00:00.000Z')
  const context = createContext({ dialect: 'sqlite', files: workspace.files, now, newId, emit: () => {} }, workspace.connection.db)
  const control = { signal: new AbortController().signal, tell: () => {} }
  const readings = new Map()
  const preview = await readReturnedForm(context, readings, { path: file, year: 2023 }, control)
  console.log(JSON.stringify({ status: preview.status, rows: preview.changes.length }))
  writing = true
  ids = 0
  const actor = { profileId: crypto.randomUUID(), name: 'Thư ký (mẫu)', role: 'secretariat' }
  console.log(JSON.stringify(await acceptReturnedForm(context, actor, readings, preview.id)))
  process.exit(0)
`

async function takeInElsewhere(
  folder: string,
  file: string,
  deadly: number,
): Promise<{ readonly signal: unknown; readonly said: readonly unknown[] }> {
  const root = new URL('../../../', import.meta.url).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', TAKE_IN, folder, root, file, String(deadly)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
  const [, signal] = (await once(child, 'close')) as [unknown, unknown]
  return {
    signal,
    said: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  }
}

test('a program that is killed while it takes in a big form leaves nothing of it, a chain that holds, and a form that can be taken', async () => {
  const { context, folder, connection } = await issuedPlan(
    [justice.id],
    Array.from({ length: ROWS }, (_, index) => ({ content: `Nhiệm vụ ${index + 1}`, phrase: 'Quý II/2023' })),
  )
  const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
  await editForm(file, ({ firstRow, fill }) => {
    for (let row = 0; row < ROWS; row += 1) fill(firstRow + row, wellDone)
  })
  const lines = (await listChanges(context.db, null, 1000)).length
  await connection.close()
  // Each row takes an id for its proof and one for its entry, after the one of the command itself: at the first, in the middle, at the last.
  for (const deadly of [2, ROWS, 2 * ROWS + 1]) {
    expect(await takeInElsewhere(folder, file, deadly)).toEqual({ signal: 'SIGKILL', said: [{ status: 'ready', rows: ROWS }] })
    const workspace = await openWorkspace(folder, { now: () => new Date() })
    const after = contextOn(workspace.connection, folder).context
    const { agencies, back } = await readAgencyForms(after, { year: 2023, asOf: '2023-07-10' })
    expect({
      progress: await after.db.selectFrom('progress').select('id').execute(),
      evidence: await after.db.selectFrom('evidence').select('id').execute(),
      lines: (await listChanges(after.db, null, 1000)).length,
      broken: await findBrokenLink(after.db),
      forms: [back, agencies.map(({ form }) => form?.answeredRows)],
    }).toEqual({ progress: [], evidence: [], lines, broken: null, forms: [0, [0]] })
    await workspace.close()
  }
  const workspace = await openWorkspace(folder, { now: () => new Date() })
  try {
    const { context: after, setNow } = contextOn(workspace.connection, folder)
    setNow('2023-07-10T03:00:00.000Z')
    const fresh = { ...after, db: after.db, newId: <Id extends string>() => crypto.randomUUID() as string as Id }
    expect((await takeForm(fresh, file)).applied).toBe(ROWS)
  } finally {
    await workspace.close()
  }
}, 120_000)
