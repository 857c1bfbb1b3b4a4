import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { isChanged, type ComparedItem, type ComparisonCounts } from '#shared/domain/comparison.ts'
import type { Piece } from '#shared/domain/text-difference.ts'
import { commandLineText as words } from '#shared/text/vi/command-line.ts'
import { compareText, nameItem, namePlace } from '#shared/text/vi/compare.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import { comparePlanSides } from '#main/services/compare.ts'
import { makeComparisonFile } from '#main/services/comparison-file.ts'
import { findNamedSide, type WantedSide } from '#main/services/comparison-sides.ts'
import type { Session } from '#main/services/workspace.ts'
import { addCommand, answer, oneOf, type Common } from './options.ts'
import { toRead } from './sessions.ts'
import { unattended, type World } from './world.ts'

/** What `compare --json` prints: shapes that scripts rely on. */
interface ComparisonFacts {
  readonly counts: ComparisonCounts
  readonly changes: readonly ChangeFacts[]
  /** The file written, or null. */
  readonly file: string | null
  readonly notices: readonly string[]
}
interface ChangeFacts {
  readonly part: string
  readonly noun: string
  /** "II.3.6" */
  readonly place: string
  readonly change: string
  readonly moved: string | null
  readonly movedFrom: string | null
  readonly relevelled: boolean
  readonly before: string | null
  readonly after: string | null
  readonly cells: readonly { readonly column: string; readonly change: string; readonly before: string; readonly after: string }[]
}

/** `compare A B [--out FILE]`: what differs between any two plans, rounds or files. */
export function addCompareCommand(program: Command, world: World): void {
  addCommand(program, 'compare <A> <B>', compareText.command)
    .option('--out <FILE>', compareText.commandOut)
    .action(async (left: string, right: string, options: Common & { out?: string }) => {
      const facts = await toRead(world, options.workspace ?? null, (session) => compare(world, session, left, right, options.out ?? null))
      answer(world, options, facts, () => sayComparison(facts))
    })
}

async function compare(world: World, { context }: Session, one: string, other: string, out: string | null): Promise<ComparisonFacts> {
  const side = async (name: string): Promise<WantedSide> =>
    name.toLowerCase().endsWith('.docx') ? { file: resolve(world.currentFolder, name) } : findNamedSide(context.db, name)
  const format = out === null ? null : oneOf('--out', extname(out).slice(1).toLowerCase(), ['docx', 'pdf'])
  const sides = { left: await side(one), right: await side(other) }
  const { items, counts } = await comparePlanSides(context, sides, unattended)
  const facts = { counts: counts.all, changes: items.filter((item) => isChanged(item) && !item.leftBehind).map(changeFacts) }
  if (out === null || format === null) return { ...facts, file: null, notices: [] }
  const { bytes, notices } = await makeComparisonFile(context, world.pages, sides, format, unattended)
  const file = resolve(world.currentFolder, out)
  await writeFileWhole(file, bytes)
  return { ...facts, file, notices }
}

function changeFacts(item: ComparedItem): ChangeFacts {
  const { part, noun, change, moved, relevelled, before, after, pieces, cells } = item
  return {
    part,
    noun,
    place: nameItem(item),
    change,
    moved,
    movedFrom: moved === null ? null : namePlace(noun, before),
    relevelled,
    before: before === null || noun === 'row' ? null : said(pieces, 'added'),
    after: after === null || noun === 'row' ? null : said(pieces, 'removed'),
    cells: cells
      .filter((cell) => cell.change !== 'same' && cell.pieces.length > 0)
      .map((cell) => ({
        column: cell.column,
        change: cell.change,
        before: said(cell.pieces, 'added'),
        after: said(cell.pieces, 'removed'),
      })),
  }
}

/** The text of one side: without the pieces of the other. */
function said(pieces: readonly Piece[], without: 'added' | 'removed'): string {
  return pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')
}

function sayComparison({ counts, changes, file, notices }: ComparisonFacts): readonly string[] {
  const kinds: Readonly<Record<string, string>> = compareText.kinds
  return [
    changes.length === 0 ? compareText.noDifference : compareText.counted(counts),
    ...changes.map(({ place, change, moved, movedFrom }) => {
      const what = [
        ...(change === 'same' ? [] : [kinds[change] ?? change]),
        ...(moved === null ? [] : [`${compareText.kinds.moved} (${movedFrom ?? ''})`]),
      ]
      return `  ${place}: ${what.length === 0 ? compareText.kinds.relevelled : what.join(', ')}`
    }),
    ...(file === null ? [] : [words.exported(file)]),
    ...notices,
  ]
}
