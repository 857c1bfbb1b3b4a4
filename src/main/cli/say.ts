import { AppError, type AppErrorCode } from '#shared/app-error.ts'
import type { Coverage } from '#shared/domain/coverage.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { wordFailure } from '#shared/text/vi/failures.ts'
import { taskText } from '#shared/text/vi/task.ts'
import type { AppendixFacts } from './commands.ts'
import type { PlanFacts, RowFacts, WarningFacts } from './facts.ts'

/** A failure in words: one sentence that says what happened, one way out. */
export interface WordedFailure {
  readonly code: string
  readonly message: string
  readonly wayOut: string
}

/** Words a failure as the command line does; null for what no person can act on, which is a defect. */
export function wordAppError(error: unknown): WordedFailure | null {
  if (!(error instanceof AppError)) return null
  // Here nobody can press the button that the window's way out names.
  if (error.code === 'workspace-not-found' || error.code === 'workspace-not-set-up') {
    return { code: error.code, message: wordFailure(error.code, error.details).says, wayOut: words.noWorkspaceWayOut }
  }
  const { says, wayOut } = wordFailure(error.code as AppErrorCode, error.details)
  return { code: error.code, message: says, wayOut }
}

/** A plan that was read, for a person. */
export function sayPlanFacts(facts: PlanFacts): readonly string[] {
  return [
    words.planRead({
      parts: facts.parts,
      headings: facts.headings,
      bullets: facts.bulletsByField.reduce((sum, count) => sum + count, 0),
      footnotes: facts.footnotes.length,
      citations: facts.citations.length,
      recipients: facts.recipients.length,
    }),
    ...sayWarnings(facts.warnings),
  ]
}

/** An appendix that was read, for a person. */
export function sayAppendixFacts({ rows, warnings }: AppendixFacts): readonly string[] {
  return [words.appendixRead(rows.length), ...sayRows(rows), ...sayWarnings(warnings)]
}

/** Rows under the titles of their fields. */
export function sayRows(rows: readonly RowFacts[]): readonly string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 || row.field !== rows[index - 1]?.field ? [row.field ?? words.noField] : []),
    words.row({
      stt: row.stt,
      task: row.task,
      lead: row.lead.length === 0 ? words.noLead : row.lead.join('; '),
      deadline: row.deadline.phrase,
      kind: row.deadline.kind,
    }),
  ])
}

function sayWarnings(warnings: readonly WarningFacts[]): readonly string[] {
  // The same body in eight rows is one thing to look up: said once, with how often.
  const lines = Map.groupBy(warnings, ({ line, message }) => words.warningAt(line, message))
  return [words.warnings(warnings.length), ...[...lines].map(([said, same]) => words.repeated(said, same.length))]
}

/** How much of each kind is left over. */
export function sayCoverage(coverage: Coverage): readonly string[] {
  const kinds = Object.keys(taskText.coverageGroups) as (keyof Coverage)[]
  const left = kinds.filter((kind) => coverage[kind].length > 0)
  return left.length === 0
    ? [taskText.covered]
    : left.flatMap((kind) => [
        `${taskText.coverageGroups[kind]}: ${coverage[kind].length}`,
        ...(kind === 'provisionsWithoutTask' ? coverage.provisionsWithoutTask.map(({ address, text }) => `  ${address}: ${text}`) : []),
      ])
}
