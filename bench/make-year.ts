// `node bench/make-year.ts DIR`: writes a workspace of the sample province with its year 2023 followed to the end, for trying things out;
// with `--large` twenty years, 10,000 tasks and 100,000 answers.
// Open it with the program ("Mở thư mục khác") or `npm run cchc -- --workspace DIR tasks 2023 --as-of 30/6/2023`.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeFollowedYear, makeIssuedYear } from '../tests/helpers/followed-year.ts'
import { fillLargeStore } from '../tests/helpers/large-store.ts'

const folder = process.argv.slice(2).find((word) => !word.startsWith('--'))
if (folder === undefined) throw new Error('say into which folder: node bench/make-year.ts DIR')
if (existsSync(join(folder, 'workspace.sqlite'))) throw new Error(`${folder} holds a workspace already`)
const large = process.argv.includes('--large')
const year = await (large ? makeIssuedYear(resolve(folder)) : makeFollowedYear(resolve(folder)))
if (large) await fillLargeStore(year)
await year.close()
await closeWorkerPool()
console.log(`written: ${resolve(folder)}`)
