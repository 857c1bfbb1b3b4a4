import { decree } from '../decree/decree.ts'
import { sizeSets, type Sizes } from '../decree/size-set.ts'
import type { AgencyRegistry } from '../domain/agency.ts'
import type { Field } from '../domain/field.ts'
import { plainText } from '../domain/inline.ts'
import type { Moment } from '../domain/identifier.ts'
import type { Office } from '../domain/office.ts'
import type { Plan } from '../domain/plan.ts'
import type { ProvisionArea, ProvisionContent } from '../domain/provision.ts'
import type { Appendix, Task } from '../domain/task.ts'
import { appendixSection, attachmentBlocks, attachmentLine } from './appendix.ts'
import type { Block, DocumentMetadata, OfficialDocument, ParagraphBlock, Section } from './blocks.ts'
import { bodyBlocks, FootnoteCounter } from './body.ts'
import { footBlock } from './foot.ts'
import { letterheadBlocks, SHORT_RULE, type NumberAndDate } from './letterhead.ts'
import type { DocumentNotice } from './notice.ts'
import { page, textWidthOf } from './page-layout.ts'
import { issuerInSentence } from './issuer-in-sentence.ts'
import { line, ruleUnder, text } from './paragraph.ts'
import { textWidth, toPoints } from './text-width.ts'
import { paragraphText } from './words.ts'

/** The records that a plan's papers are made of, as they stand or as they were frozen at issue. */
export interface PlanRecords {
  readonly plan: Plan
  /** In order; of a decision those of both areas. */
  readonly provisions: readonly ProvisionContent[]
  /** In order. */
  readonly appendices: readonly Appendix[]
  readonly tasks: readonly Task[]
  readonly fields: readonly Field[]
  readonly registry: AgencyRegistry
  readonly office: Office
}

export interface DocumentOptions {
  /** A paper copy carries number and date on its appendices; on the electronic original those places stay blank (decree I.III.1.c). */
  readonly copy: 'paper' | 'electronic'
  /** "DỰ THẢO LẦN 2", or null on a final paper. */
  readonly draftMark: string | null
  /** Moment written into the file's properties: the same records and stamp give the same bytes. */
  readonly stamp: Moment
}

export interface BuiltDocument {
  readonly document: OfficialDocument
  readonly notices: readonly DocumentNotice[]
}

const PLAN = 'Kế hoạch'
const DECISION = 'Quyết định'
const DECISION_ORDER = 'QUYẾT ĐỊNH:'
const bold = { bold: true } as const

/**
 * The plan with its appendices, in the legal form that it has: signed by itself, or issued by a decision as its attachment (form 1.3).
 * Pure and deterministic.
 */
export function buildPlanDocument(records: PlanRecords, options: DocumentOptions): BuiltDocument {
  const { plan } = records
  const sizes = sizeSets[plan.sizeSet]
  const footnotes = new FootnoteCounter()
  const main =
    plan.legalForm === 'plan' ? [planSection(records, options, sizes, footnotes)] : decisionSections(records, options, sizes, footnotes)
  const appendices = appendixSections(records, options, sizes)
  const body = records.provisions.filter(({ area }) => area === 'body')
  const pointsToAppendix = body.some(({ content }) => decree.appendix.referenceInText.value.test(plainText(content)))
  return {
    document: officialDocument(documentTitle(plan), records, options, [...main, ...appendices.map(({ section }) => section)]),
    notices: [
      ...(records.appendices.length > 0 && !pointsToAppendix ? [{ code: 'appendix-not-referenced' } as const] : []),
      ...appendices.flatMap(({ notices }) => notices),
    ],
  }
}

/** The appendices of a plan by themselves. */
export function buildAppendixDocument(records: PlanRecords, options: DocumentOptions): BuiltDocument {
  const built = appendixSections(records, options, sizeSets[records.plan.sizeSet])
  return {
    document: officialDocument(
      `Phụ lục ${documentTitle(records.plan)}`,
      records,
      options,
      built.map(({ section }) => section),
    ),
    notices: built.flatMap(({ notices }) => notices),
  }
}

/** "Kế hoạch cải cách hành chính tỉnh Lạng Sơn năm 2023". */
export function documentTitle(plan: Plan): string {
  return `${PLAN} ${insideSentence(plan.subject)}`.trim()
}

/** A document of sections, with the properties of its file. */
export function officialDocument(
  title: string,
  records: Pick<PlanRecords, 'office' | 'plan'>,
  options: DocumentOptions,
  sections: readonly Section[],
): OfficialDocument {
  const metadata: DocumentMetadata = {
    title,
    author: issuerInSentence(records.plan.letterhead, records.office),
    stamp: options.stamp,
    draftMark: options.draftMark,
  }
  return {
    metadata,
    font: decree.page.font.value,
    sections,
    footnoteFormat: { size: `${sizeSets[records.plan.sizeSet].footnote}pt`, align: 'both', lineSpacing: 1 },
  }
}

function planSection(records: PlanRecords, options: DocumentOptions, sizes: Sizes, footnotes: FootnoteCounter): Section {
  const { plan } = records
  const empty = page('body', 'portrait', sizes.pageNumber)
  const width = textWidthOf(empty)
  return {
    ...empty,
    blocks: [
      ...letterheadBlocks(plan.letterhead, sizes, width, numberAndDateOf(plan), options.draftMark),
      ...titleBlocks(PLAN, plan.subject, sizes),
      subjectRule(plan.subject, sizes, width),
      ...keptWithFoot(bodyBlocks(areaOf(records, 'body'), sizes, footnotes), sizes, width),
      footBlock(plan.recipients, plan.signature, sizes),
    ],
  }
}

function decisionSections(records: PlanRecords, options: DocumentOptions, sizes: Sizes, footnotes: FootnoteCounter): readonly Section[] {
  const { plan, office } = records
  const decisionPage = page('decision', 'portrait', sizes.pageNumber)
  const planPage = page('body', 'portrait', sizes.pageNumber)
  const width = textWidthOf(planPage)
  const subject = `Ban hành ${documentTitle(plan)}`
  const articles = areaOf(records, 'decision')
  const words = bodyBlocks(articles, sizes, footnotes)
  const firstArticle = words.findIndex(({ role }) => role !== 'legal-basis')
  const order = line('order', [text(DECISION_ORDER, sizes.title, bold)], {
    format: { spaceBefore: '6pt', spaceAfter: '6pt', keepWithNext: true },
  })
  const attachment = attachmentLine(DECISION, issuerInSentence(plan.letterhead, office), numberAndDateOf(plan), options.copy)
  return [
    {
      ...decisionPage,
      blocks: [
        ...letterheadBlocks(plan.letterhead, sizes, width, numberAndDateOf(plan), options.draftMark),
        ...titleBlocks(DECISION, subject, sizes),
        subjectRule(subject, sizes, width),
        line('authority', [text(authorityOf(plan), sizes.title, bold)], { format: { spaceAfter: '6pt' } }),
        ...(firstArticle < 0
          ? [...words, order]
          : [...words.slice(0, firstArticle), order, ...keptWithFoot(words.slice(firstArticle), sizes, width)]),
        footBlock(recipientsOfDecision(plan.recipients, articles), plan.signature, sizes),
      ],
    },
    {
      ...planPage,
      blocks: [
        ...letterheadBlocks(plan.letterhead, sizes, width, null, options.draftMark),
        ...titleBlocks(PLAN, plan.subject, sizes),
        ...attachmentBlocks(attachment, sizes, width),
        ...bodyBlocks(areaOf(records, 'body'), sizes, footnotes),
      ],
    },
  ]
}

function appendixSections(records: PlanRecords, options: DocumentOptions, sizes: Sizes): readonly ReturnType<typeof appendixSection>[] {
  const { plan, appendices, tasks, fields, registry, office } = records
  const type = plan.legalForm === 'plan' ? PLAN : DECISION
  const attachment = attachmentLine(type, issuerInSentence(plan.letterhead, office), numberAndDateOf(plan), options.copy)
  return appendices.map((appendix, index) =>
    appendixSection(appendix, tasks, fields, registry, sizes, { ordinal: index + 1, count: appendices.length, attachment }),
  )
}

function titleBlocks(type: string, subject: string, sizes: Sizes): readonly Block[] {
  const keep = { keepWithNext: true } as const
  return [
    line('title', [text(type.toLocaleUpperCase('vi'), sizes.title, bold)], { format: { ...keep, spaceBefore: '14pt' } }),
    line('subject', [text(subject, sizes.title, bold)], { format: keep }),
  ]
}

function subjectRule(subject: string, sizes: Sizes, width: number): Block {
  return ruleUnder(subject, sizes.title, bold, width, SHORT_RULE, '14pt')
}

/**
 * The last paragraph stays with the signature, which never stands alone on its page: at least two lines of the text go with it, so that
 * a last paragraph of one line brings the one before it.
 */
export function keptWithFoot(blocks: readonly ParagraphBlock[], sizes: Sizes, width: number): readonly ParagraphBlock[] {
  const last = blocks.at(-1)
  if (last === undefined) return blocks
  const indent = toPoints(last.format.firstLineIndent)
  const oneLine = textWidth(paragraphText(last), sizes.body, 'regular') + indent <= width
  return blocks.map((block, index) => {
    const fromEnd = blocks.length - 1 - index
    if (fromEnd === 0) return { ...block, format: { ...block.format, keepWithNext: true, spaceAfter: '12pt' } }
    return fromEnd === 1 && oneLine ? { ...block, format: { ...block.format, keepWithNext: true } } : block
  })
}

function areaOf({ provisions }: PlanRecords, area: ProvisionArea): readonly ProvisionContent[] {
  return provisions.filter((provision) => provision.area === area)
}

function numberAndDateOf(plan: Plan): NumberAndDate {
  return { symbol: plan.symbol, number: plan.number, issuedOn: plan.issuedOn, expectedYear: Number(plan.agenciesAsOf.slice(0, 4)) }
}

/** A subject as it stands inside a sentence: its first letter small, unless it begins with an abbreviation. */
function insideSentence(subject: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(subject) ? subject.charAt(0).toLocaleLowerCase('vi') + subject.slice(1) : subject
}

/**
 * Who decides (form 1.3, note 6): the collective's name when one signs for it (TM.), else the post of the head.
 */
function authorityOf({ letterhead, signature }: Plan): string {
  const issuer = letterhead.issuer.join(' ').toLocaleUpperCase('vi')
  const signs = signature.authority.map((words) => words.trim())
  if (signs.some((words) => words.startsWith('TM.'))) return issuer
  const head = signs.map((words) => /^(?:KT|TL|TUQ|Q)\.\s*(.+)$/u.exec(words)?.[1]).find((post) => post !== undefined) ?? signature.title
  return head === '' ? issuer : `${head} ${issuer}`.toLocaleUpperCase('vi')
}

/** A decision goes first to those named in its last article: "Như Điều 3" (form 1.3), unless that line is there. */
function recipientsOfDecision(recipients: readonly string[], provisions: readonly ProvisionContent[]): readonly string[] {
  const articles = provisions.filter(({ kind }) => kind === 'article').length
  const has = recipients.some((recipient) => /^[-–\s]*Như Điều/iu.test(recipient))
  return has || articles === 0 ? recipients : [`Như Điều ${articles}`, ...recipients]
}
