import { z } from 'zod'
import { fold } from '../language/fold.ts'
import { findCitations } from './citation.ts'
import { DraftInline } from './draft.ts'
import type { FootnoteId } from './identifier.ts'
import { PlanTemplateId, Version } from './identifier.ts'
import { plainText, type Inline } from './inline.ts'
import { normaliseContent, replaceInContent } from './inline-text.ts'
import { findYear } from './leftover-years.ts'
import { LegalForm, Letterhead, Signature, SizeSet, type Plan } from './plan.ts'
import { retype } from './retype.ts'
import { ProvisionArea, ProvisionKind, type ProvisionContent } from './provision.ts'
import { AppendixColumn, type Appendix } from './task.ts'

/** A block of a template: like a plan's, without ids (each plan made of it gets fresh ones) and without links to tasks. */
export const TemplateBlock = z.object({ area: ProvisionArea, kind: ProvisionKind, content: z.array(DraftInline).readonly() })
export type TemplateBlock = z.infer<typeof TemplateBlock>

export const TemplateAppendix = z.object({
  title: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z.array(AppendixColumn).readonly(),
})
export type TemplateAppendix = z.infer<typeof TemplateAppendix>

/** An office's own skeleton of a plan (khung kế hoạch). Its words may hold placeholders, filled when a plan is made of it. */
export const PlanTemplate = z.object({
  id: PlanTemplateId,
  name: z.string().min(1),
  /** What it is for, in the office's words. */
  note: z.string(),
  legalForm: LegalForm,
  subject: z.string(),
  symbol: z.string(),
  letterhead: Letterhead,
  recipients: z.array(z.string().min(1)).readonly(),
  signature: Signature,
  sizeSet: SizeSet,
  blocks: z.array(TemplateBlock).readonly(),
  appendices: z.array(TemplateAppendix).readonly(),
  version: Version,
})
export type PlanTemplate = z.infer<typeof PlanTemplate>

/** What a person may edit of a template, and what a template file holds. */
export const TemplateContent = PlanTemplate.omit({ id: true, version: true })
export type TemplateContent = z.infer<typeof TemplateContent>

/** The closed list of placeholders, as they are written between braces; `shared/text/vi/shelf.ts` explains each. */
export const placeholders = {
  year: 'năm',
  yearBefore: 'năm trước',
  yearAfter: 'năm sau',
  province: 'tỉnh',
  issuer: 'cơ quan ban hành',
  standingAgency: 'cơ quan thường trực',
} as const
export type Placeholder = keyof typeof placeholders

/** What stands in place of each when a plan is made; null where the office has not said it: the placeholder then stays, to be seen and filled. */
export type PlaceholderValues = Readonly<Record<Placeholder, string | null>>

const braced = /\{([^{}]{1,60})\}/gu
const byKey = new Map(Object.entries(placeholders).map(([name, words]) => [fold(words), name as Placeholder]))

interface PlaceholderPlace {
  readonly start: number
  readonly length: number
  /** As written between the braces. */
  readonly words: string
  /** Null for words that are none of the list. */
  readonly name: Placeholder | null
}

/** Placeholders in a text, those of no meaning too. Case, accents and white space do not count: "{ Nam }" is the year. */
function placeholdersIn(text: string): readonly PlaceholderPlace[] {
  return [...text.matchAll(braced)].map((match) => {
    const words = (match[1] ?? '').trim().replace(/\s+/gu, ' ')
    return { start: match.index, length: match[0].length, words, name: byKey.get(fold(words)) ?? null }
  })
}

/** A text with its placeholders filled. */
export function fillText(text: string, values: PlaceholderValues): string {
  return placeholdersIn(text).reduceRight((words, { start, length, name }) => {
    const value = name === null ? null : values[name]
    return value === null ? words : `${words.slice(0, start)}${value}${words.slice(start + length)}`
  }, text)
}

/** Content with its placeholders filled; the words take the look of what they replace. Footnotes are filled too and keep their ids. */
export function fillContent(content: readonly Inline[], values: PlaceholderValues): readonly Inline[] {
  const filled = placeholdersIn(plainText(content)).reduceRight((inlines, { start, length, name }) => {
    const value = name === null ? null : values[name]
    return value === null ? inlines : replaceInContent(inlines, start, length, value, () => false)
  }, content)
  return filled.map((inline) =>
    inline.kind === 'footnote'
      ? { ...inline, content: fillContent(inline.content, values).filter((piece) => piece.kind === 'text') }
      : inline,
  )
}

/** Words between braces that are no placeholder, each once: what a person mistyped. */
export function unknownPlaceholders(template: TemplateContent): readonly string[] {
  const texts = [
    template.subject,
    ...template.recipients,
    ...template.appendices.map(({ title }) => title),
    ...template.blocks.flatMap(({ content }) => [
      plainText(content.map((inline) => (inline.kind === 'footnote' ? { kind: 'text', text: ' ' } : inline))),
      ...content.flatMap((inline) => (inline.kind === 'footnote' ? [plainText(inline.content)] : [])),
    ]),
  ]
  return [...new Set(texts.flatMap((text) => placeholdersIn(text).flatMap(({ words, name }) => (name === null ? [words] : []))))]
}

/** What of a plan a template keeps: all sentences, or the headings with empty places below them. */
export type TemplateKeeps = 'sentences' | 'headings'

const headings: ReadonlySet<ProvisionKind> = new Set(['part', 'section', 'heading', 'subheading'])
/** Sentences that belong to the paper's form rather than to one year's work. */
const formal: ReadonlySet<ProvisionKind> = new Set(['legal-basis', 'opening', 'closing', 'appendix-reference', 'article', 'clause'])

/**
 * A template's content from a plan: the plan's years ("năm 2023", and those before and after it) and the office's names become placeholders, marks over
 * names and citations go (each plan marks its own text), tasks are left behind.
 */
export function templateOfPlan(
  name: string,
  plan: Plan,
  provisions: readonly ProvisionContent[],
  appendices: readonly Appendix[],
  office: { readonly provinceName: string; readonly issuerInSentence: string },
  keeps: TemplateKeeps,
): TemplateContent {
  const open = (text: string): string => plainText(openContent([{ kind: 'text', text }], plan.year, office))
  const kept = provisions.flatMap((block): ProvisionContent[] => {
    if (keeps === 'sentences' || headings.has(block.kind) || formal.has(block.kind)) return [block]
    return [{ ...block, content: [] }]
  })
  // One empty place below a heading is enough to write in.
  const blocks = kept.filter(
    (block, index) =>
      keeps === 'sentences' ||
      block.content.length > 0 ||
      headings.has(block.kind) ||
      kept[index - 1]?.content.length !== 0 ||
      headings.has(kept[index - 1]?.kind ?? 'bullet'),
  )
  return {
    name,
    note: '',
    legalForm: plan.legalForm,
    subject: plan.subject === '' ? '' : open(plan.subject),
    symbol: plan.symbol,
    letterhead: plan.letterhead,
    recipients: plan.recipients,
    signature: plan.signature,
    sizeSet: plan.sizeSet,
    blocks: blocks.map(({ area, kind, content }) => ({
      area,
      kind,
      content: withoutIds(openContent(unmarked(content), plan.year, office)),
    })),
    appendices: appendices.map(({ title, orientation, columns }) => ({ title: title === '' ? '' : open(title), orientation, columns })),
  }
}

/** Content without marks that point to records of one workspace. */
function unmarked(content: readonly Inline[]): readonly Inline[] {
  return normaliseContent(
    content.map((inline): Inline => {
      if (inline.kind === 'footnote') return { ...inline, content: unmarked(inline.content).filter((piece) => piece.kind === 'text') }
      if (inline.kind !== 'text') return inline
      const { citation: _citation, party: _party, ...plain } = inline
      return plain
    }),
  )
}

/** Puts placeholders in the place of the plan's years and the office's names, footnotes included. */
function openContent(
  content: readonly Inline[],
  year: number,
  office: { readonly provinceName: string; readonly issuerInSentence: string },
): readonly Inline[] {
  const text = plainText(content)
  const citations = findCitations(text)
  const years = (
    [
      ['yearBefore', year - 1],
      ['year', year],
      ['yearAfter', year + 1],
    ] as const
  ).flatMap(([name, one]) =>
    findYear(text, one, citations)
      .filter((place) => place.is === 'bare' && /năm\s+$/iu.test(text.slice(0, place.start)))
      .map(({ start, length }) => ({ start, length, name })),
  )
  const names = (
    [
      ['issuer', office.issuerInSentence],
      ['province', office.provinceName],
    ] as const
  ).flatMap(([name, words]) =>
    words.trim() === ''
      ? []
      : [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'gu'))].map(({ index }) => ({
          start: index,
          length: words.length,
          name,
        })),
  )
  // The issuer's name holds the province's: the longer place that begins first is taken, what lies inside it is not.
  const places = [...years, ...names].toSorted((one, other) => one.start - other.start || other.length - one.length)
  const apart = places.filter((place, index) => !places.slice(0, index).some((one) => one.start + one.length > place.start))
  const opened = apart.reduceRight<readonly Inline[]>(
    (inlines, { start, length, name }) => replaceInContent(inlines, start, length, `{${placeholders[name]}}`, () => false),
    content,
  )
  return opened.map((inline) =>
    inline.kind === 'footnote'
      ? { ...inline, content: openContent(inline.content, year, office).filter((piece) => piece.kind === 'text') }
      : inline,
  )
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function withoutIds(content: readonly Inline[]): readonly DraftInline[] {
  return content.map((inline): DraftInline => (inline.kind === 'footnote' ? { kind: 'footnote', content: inline.content } : inline))
}

/** A template's content as a plan's, each footnote with an id from `newId`. */
export function withIds(content: readonly DraftInline[], newId: () => FootnoteId): readonly Inline[] {
  return content.map((inline): Inline => (inline.kind === 'footnote' ? { ...inline, id: newId() } : inline))
}

/** The literal words of a template's content, footnotes left out. */
export function templateWords(content: readonly DraftInline[]): string {
  return plainText(withIds(content, () => NO_ID))
}

/** A template's content whose words were typed anew in a plain box; what did not change keeps its look and footnotes. */
export function retypeTemplate(content: readonly DraftInline[], words: string): readonly DraftInline[] {
  return withoutIds(
    retype(
      withIds(content, () => NO_ID),
      words,
    ),
  )
}

/** Footnotes of a template have no ids; rules that want one get this. */
const NO_ID = '' as FootnoteId
