import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Extension, Progress } from '#shared/domain/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { cchcHere } from '../helpers/command-line.ts'
import { makeIssuedYear } from '../helpers/followed-year.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

test('a script reports with a file, verifies what was reported and moves a day; a program called a paper is not taken as proof', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'mau')
  const year = await makeIssuedYear(workspace)
  const task = (await readRegister(year.context, { year: 2023, asOf: '2023-02-01' })).tasks.find(({ phrase }) => phrase === 'Quý I/2023')
  await year.close()
  if (task === undefined) throw new Error('the sample has no such task')
  writeFileSync(join(folder, 'bao-cao.pdf'), '%PDF-1.4\n')
  writeFileSync(join(folder, 'chay.pdf'), 'MZ')
  const run = async (group: string, act: string, ...words: readonly string[]) =>
    cchcHere([group, act, '--workspace', workspace, '--year', '2023', '--json', ...words], folder)
  const report = async (file: string) =>
    run('progress', 'add', '--task', task.taskId, '--agency', 'sở nội vụ', '--state', 'done', '--on', '20/3/2023', '--file', file)

  const refused = await report('chay.pdf')
  const made = JSON.parse((await report('bao-cao.pdf')).out) as Progress
  const verified = JSON.parse((await run('progress', 'verify', '--task', task.taskId)).out) as readonly Progress[]
  const again = JSON.parse((await run('progress', 'verify')).out) as readonly Progress[]
  const decided = ['--decided', '1/3/2023', '--reason', 'Chờ hướng dẫn', '--basis', '45/UBND-NC']
  const moved = JSON.parse((await run('extension', 'add', '--task', task.taskId, '--new-due', '30/6/2023', ...decided)).out) as Extension
  const back = await run('extension', 'add', '--task', task.taskId, '--new-due', '31/5/2023', ...decided)
  expect([
    refused.code,
    made.evidenceIds.length,
    verified.map(({ id }) => id),
    again,
    [moved.assignmentId, moved.oldDue, moved.newDue],
    back.code,
  ]).toEqual([1, 1, [made.id], [], [null, '2023-03-31', '2023-06-30'], 1])
}, 60_000)
