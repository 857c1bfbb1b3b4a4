import { createHash } from 'node:crypto'
import { createPageEngine } from '#main/documents/page-engine.ts'
import { writePages } from '#main/documents/write-pages.ts'
import { everyBlock } from './papers.ts'

// A process of its own: prints the digest of a paper's PDF, to be compared with what another process makes.
const engine = await createPageEngine()
process.stdout.write(
  createHash('sha256')
    .update(engine.pdf(writePages(everyBlock())).bytes)
    .digest('hex'),
)
