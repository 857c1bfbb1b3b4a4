import { asDay, findCitations, normaliseSymbol } from '#shared/domain/citation.ts'
import { findMentions } from '#shared/domain/citation-mention.ts'
import { unknownDocument, type CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import type { Day } from '#shared/domain/identifier.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { citationText } from '#shared/text/vi/citation.ts'
import { listCitedDocuments } from '#main/store/repositories/cited-document.ts'
import { isThere } from './citation.ts'
import type { ServiceContext } from './context.ts'
import { readTable } from './pasted-table.ts'

/**
 * What a block of cells from a spreadsheet, or lines of a text, would add to the registry: columns type, number and symbol, date, issuer, title, in force
 * from, expired from, note, found by their titles when the first row has titles, else in this order. A cell that cites a document in words ("Nghị quyết
 * số 76/NQ-CP ngày 15/7/2021 của Chính phủ về …") is read as such. Nothing is written.
 */
export async function previewCitedDocuments(
  { db }: ServiceContext,
  { text }: Input<'citation.preview-paste'>,
): Promise<Output<'citation.preview-paste'>> {
  const there: CitedDocumentFacts[] = [...(await listCitedDocuments(db))]
  const { rows, columns } = readTable(text, citationText.pasteTitles)
  const seen: Output<'citation.preview-paste'>['rows'][number][] = []
  for (const cells of rows) {
    const cell = (key: keyof typeof columns): string => cells[columns[key]] ?? ''
    const written = cells.filter((words) => words !== '').join(' · ')
    const { facts, problem } =
      cells.filter((words) => words !== '').length === 1 || !hasSymbol(cell('symbol')) ? fromWords(written) : fromCells(cell)
    if (facts === null) {
      seen.push({ facts: { ...nothing, title: written }, problem: 'no-symbol', written })
      continue
    }
    seen.push({ facts, problem: there.some((other) => isThere(facts, other)) ? 'already-there' : problem, written })
    there.push(facts)
  }
  return { rows: seen }
}

type Problem = Output<'citation.preview-paste'>['rows'][number]['problem']

const nothing = unknownDocument(citationText.anyDocument)

function hasSymbol(words: string): boolean {
  return findCitations(words).length === 1
}

function fromWords(written: string): { readonly facts: CitedDocumentFacts | null; readonly problem: Problem } {
  const [mention] = findMentions(written)
  if (mention === undefined) return { facts: null, problem: 'no-symbol' }
  const { type, symbol, issuedOn, issuer, title } = mention
  const facts = { ...nothing, symbol, issuedOn, issuer: issuer ?? '', title: title?.words ?? '', ...(type !== null && { type }) }
  return { facts, problem: type === null ? 'type-guessed' : null }
}

function fromCells(cell: (key: keyof typeof citationText.pasteTitles) => string): {
  readonly facts: CitedDocumentFacts
  readonly problem: Problem
} {
  const [mention] = findMentions(cell('symbol'))
  const days = { issuedOn: dayOf(cell('issuedOn')), validFrom: dayOf(cell('validFrom')), expiredFrom: dayOf(cell('expiredFrom')) }
  const type = cell('type') === '' ? (mention?.type ?? null) : cell('type')
  const facts: CitedDocumentFacts = {
    ...nothing,
    type: type === null ? nothing.type : type.charAt(0).toLocaleUpperCase('vi') + type.slice(1),
    symbol: normaliseSymbol(mention?.symbol ?? cell('symbol')),
    issuedOn: days.issuedOn ?? mention?.issuedOn ?? null,
    issuer: cell('issuer') === '' ? (mention?.issuer ?? '') : cell('issuer'),
    title: cell('title') === '' ? (mention?.title?.words ?? '') : cell('title'),
    validFrom: days.validFrom,
    expiredFrom: days.expiredFrom,
    note: cell('note'),
  }
  const unread = (['issuedOn', 'validFrom', 'expiredFrom'] as const).some((key) => cell(key) !== '' && days[key] === null)
  return { facts, problem: type === null ? 'type-guessed' : unread ? 'date-not-understood' : null }
}

/** "15/7/2021", "15-07-2021", "2021-07-15", "ngày 15 tháng 7 năm 2021", or a spreadsheet's serial number of a day. */
function dayOf(words: string): Day | null {
  const [, date, month, year] =
    /^(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/iu.exec(words) ?? []
  if (date !== undefined) return asDay(Number(year), Number(month), Number(date))
  const [, isoYear, isoMonth, isoDate] = /^(\d{4})-(\d\d)-(\d\d)/.exec(words) ?? []
  if (isoYear !== undefined) return asDay(Number(isoYear), Number(isoMonth), Number(isoDate))
  // Days since 30/12/1899, as Excel counts; within a century of documents.
  const serial = /^\d{5}$/.test(words) ? Number(words) : 0
  return serial > 14_000 && serial < 73_050 ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) : null
}
