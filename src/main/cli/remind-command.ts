import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/app-error.ts'
import { linesByAgency, linesOfKinds, timesOf, UrgingIssuerKind } from '#shared/domain/urging-letter.ts'
import { buildUrgingLetter } from '#shared/document/urging-letter.ts'
import { usualWords } from '#shared/document/urging-issuer.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { urgingText } from '#shared/text/vi/urging.ts'
import { runDocumentJob } from '#main/documents/worker-pool.ts'
import { papersOf, startUrging } from '#main/services/urging.ts'
import { writeBeside } from '#main/services/urging-paper.ts'
import { letterFileName } from '#main/services/urging-file-name.ts'
import { addCommand, answer, dayOf, oneOf, yearOf, type Common } from './options.ts'
import { toRead } from './sessions.ts'
import type { World } from './world.ts'

interface RemindOptions extends Common {
  readonly year: string
  readonly out: string
  readonly asOf?: string
  readonly each?: boolean
  readonly issuer?: string
  readonly all?: boolean
  readonly format?: string
}

/**
 * `remind`: writes letters to the agencies that lead something overdue, one to all or one each, as files in a folder. Nothing is kept in the workspace:
 * a letter counts once somebody marks it as sent, in the window.
 */
export function addRemindCommand(program: Command, world: World): void {
  addCommand(program, 'remind', words.commands.remind)
    .requiredOption('--year <N>', words.options.year)
    .requiredOption('--out <DIR>', words.options.outFolder)
    .option('--as-of <DATE>', words.options.asOf)
    .option('--each', words.options.each)
    .option('--issuer <ISSUER>', words.options.issuer)
    .option('--all', words.options.withHelpers)
    .option('--format <FORMAT>', words.options.format)
    .action(async (options: RemindOptions) => {
      const format = oneOf('--format', options.format ?? 'docx', ['docx', 'pdf'])
      const kind = oneOf('--issuer', options.issuer ?? 'province', UrgingIssuerKind.options)
      const year = yearOf(options.year)
      const asOf = options.asOf === undefined ? null : dayOf('--as-of', options.asOf)
      const folder = resolve(world.currentFolder, options.out)
      const made = await toRead(world, options.workspace ?? null, async ({ context }) => {
        const start = await startUrging(context, { year, asOf })
        const lines = linesOfKinds(start.lines, ['overdue'], options.all === true ? null : 'lead')
        const issuer = start.issuers.find((one) => one.kind === kind)
        if (issuer === undefined) throw new AppError('standing-agency-not-set', {})
        if (lines.length === 0) return { today: start.today, letters: [] }
        const papers = await papersOf(context, {
          year,
          asOf,
          joint: options.each !== true,
          chosen: lines.map(({ assignmentId, due }) => ({ assignmentId, due })),
          words: usualWords(issuer, start),
        })
        await mkdir(folder, { recursive: true })
        const letters = []
        for (const paper of papers) {
          const document = buildUrgingLetter(paper, { number: null, issuedOn: null, copy: 'paper', stamp: context.now().toISOString() })
          const bytes = format === 'pdf' ? (await world.pages.pdf(document)).bytes : await runDocumentJob('write-docx', document)
          const file = await writeBeside(folder, letterFileName({ paper, number: null, sentOn: null }, format), bytes)
          letters.push({
            file,
            times: timesOf(paper),
            lines: paper.lines.length,
            agencies: linesByAgency(paper.lines).map(({ agencyId, name, lines: own }) => ({ agencyId, name, lines: own })),
          })
        }
        return { today: start.today, letters }
      })
      answer(world, options, made, () =>
        made.letters.length === 0 ? [urgingText.nothingToUrge] : made.letters.map(({ file, lines }) => urgingText.written(file, lines)),
      )
    })
}
