import { plainWords, saysSame } from '../language/plain-words.ts'
import type { Found, MergePlace } from './merge-difference.ts'
import type { PairedLines } from './merge-pairing.ts'
import { tell } from './merge-telling.ts'
import type { PaperLine, PaperText, ReturnedLine, ReturnedPaper } from './returned-paper.ts'

const nowhere = { address: '', column: null, provisionId: null, taskId: null } as const

/** The differences of what a plan's form holds: its subject, recipients, signature, and the titles of its appendices. */
export function compareForm(
  base: PaperText,
  mine: PaperText,
  theirs: ReturnedPaper,
  paired: PairedLines,
  recipientOf: (line: string) => string,
): readonly Found[] {
  const found: Found[] = []
  const note = (
    id: string,
    place: MergePlace,
    texts: { readonly sent: string; readonly now: string; readonly theirs: string },
    lines: readonly ReturnedLine[],
    effect: Found['effect'],
  ): void => {
    if (saysSame(texts.sent, texts.theirs) || saysSame(texts.now, texts.theirs)) return
    const conflict = !saysSame(texts.sent, texts.now)
    found.push({
      difference: tell({ id, kind: 'edited', place, before: texts.now, after: texts.theirs, conflict, sent: texts.sent, lines }),
      effect,
    })
  }
  const lineOf = (key: string): ReturnedLine | undefined => theirs.lines[paired.baseOf.findIndex((line) => line?.key === key)]
  for (const line of linesOf(base, 'subject')) {
    const [now, returned] = [linesOf(mine, 'subject')[0], lineOf(line.key)]
    if (now !== undefined && returned !== undefined)
      note('subject', { what: 'subject', ...nowhere }, { sent: line.text, now: now.text, theirs: returned.text }, [returned], {
        kind: 'subject',
        text: returned.text,
      })
  }
  for (const line of base.lines) {
    if (line.role !== 'appendix-title') continue
    const now = mine.lines.find((one) => one.key === line.key)
    const returned = lineOf(line.key)
    if (now !== undefined && returned !== undefined)
      note(line.key, { what: 'appendix-title', ...nowhere }, { sent: line.text, now: now.text, theirs: returned.text }, [returned], {
        kind: 'appendix-title',
        id: line.id,
        text: returned.text,
      })
  }
  for (const role of ['recipient', 'signature'] as const) {
    const returned = linesInCellOf(role, theirs, paired)
    if (returned === null) continue
    const lines = returned.map(({ text }) => (role === 'recipient' ? recipientOf(text) : text)).filter((text) => text !== '')
    const wordsOf = (paper: PaperText): string =>
      plainWords(
        linesOf(paper, role)
          .map(({ text }) => text)
          .join('\n'),
      )
    const place = { what: role === 'recipient' ? 'recipients' : 'signature', ...nowhere } as const
    note(role, place, { sent: wordsOf(base), now: wordsOf(mine), theirs: lines.join('\n') }, returned, {
      kind: role === 'recipient' ? 'recipients' : 'signature',
      lines,
    })
  }
  return found
}

/** All lines of the cell in which the known recipients (or the signature) stand, without its heading; null when none is found. */
function linesInCellOf(role: 'recipient' | 'signature', theirs: ReturnedPaper, paired: PairedLines): readonly ReturnedLine[] | null {
  const cells = theirs.lines.flatMap(({ cell }, index) => (paired.baseOf[index]?.role === role && cell !== null ? [cell] : []))
  const [cell] = [...Map.groupBy(cells, (one) => one)].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? []
  if (cell === undefined) return null
  return theirs.lines.filter((line, index) => line.cell === cell && paired.baseOf[index]?.role !== 'furniture')
}

function linesOf(paper: PaperText, role: PaperLine['role']): readonly PaperLine[] {
  return paper.lines.filter((line) => line.role === role)
}
