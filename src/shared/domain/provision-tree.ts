import { fold } from '../language/fold.ts'
import type { Field } from './field.ts'
import type { FieldId } from './identifier.ts'
import { plainText } from './inline.ts'
import { numberProvisions, sectionOf, type ProvisionNumber } from './numbering.ts'
import type { ProvisionContent } from './provision.ts'

/** A plan's text with what follows from its order: numbers, and which sections give tasks and which share out the work. */
export interface PlanOutline<Block extends ProvisionContent = ProvisionContent> {
  readonly blocks: readonly Block[]
  readonly numbers: readonly ProvisionNumber[]
  /** Index of the section of tasks ("II. NHIỆM VỤ, GIẢI PHÁP"), or null. */
  readonly taskSection: number | null
  /** Index of the section that says who does what ("III. TỔ CHỨC THỰC HIỆN"), or null. */
  readonly organisationSection: number | null
}

/** A sentence that asks for a task: a bullet of the task section, with the heading (field) it stands under. */
export interface TaskSentence<Block extends ProvisionContent = ProvisionContent> {
  readonly block: Block
  /** "II.3.6" */
  readonly address: string
  /** Index of its heading in the outline, or null when the section has none. */
  readonly heading: number | null
  readonly text: string
}

/**
 * Finds the two sections by their titles, because plans insert others between (targets, funding: 8 of 10 real outlines);
 * where no title says it, tasks are section II and the organisation is III, as in the ministry's model plan.
 */
export function outlinePlan<Block extends ProvisionContent>(blocks: readonly Block[]): PlanOutline<Block> {
  const numbers = numberProvisions(blocks)
  const sections = blocks.flatMap((block, index) => (block.kind === 'section' && block.area === 'body' ? [index] : []))
  const titled = (words: string): number | undefined =>
    sections.find((index) => fold(plainText(blocks[index]?.content ?? [])).includes(words))
  const numbered = (label: string): number | undefined => sections.find((index) => numbers[index]?.label === label)
  return {
    blocks,
    numbers,
    taskSection: titled('nhiem vu') ?? numbered('II.') ?? null,
    organisationSection: titled('to chuc thuc hien') ?? numbered('III.') ?? null,
  }
}

/** Index of the nearest heading above a block (itself included), or null. */
export function headingOf(outline: PlanOutline, index: number): number | null {
  let at: number | null = index
  while (at !== null) {
    if (outline.blocks[at]?.kind === 'heading') return at
    at = outline.numbers[at]?.parent ?? null
  }
  return null
}

/**
 * The sentences of the task section that ask for a task, in order: its bullets, and points that have no bullet of their own.
 * A sub-bullet is a detail of its bullet and asks for none.
 */
export function taskSentences<Block extends ProvisionContent>(outline: PlanOutline<Block>): readonly TaskSentence<Block>[] {
  if (outline.taskSection === null) return []
  const parentsOfBullets = new Set(
    outline.blocks.flatMap((block, index) => (block.kind === 'bullet' ? [outline.numbers[index]?.parent ?? null] : [])),
  )
  return outline.blocks.flatMap((block, index) => {
    const asks = block.kind === 'bullet' || (block.kind === 'point' && !parentsOfBullets.has(index))
    if (!asks || sectionOf(outline.numbers, outline.blocks, index) !== outline.taskSection) return []
    const number = outline.numbers[index]
    return [{ block, address: number?.address ?? '', heading: headingOf(outline, index), text: plainText(block.content) }]
  })
}

/** Headings of the task section in order: the fields of the plan. Gives their indices in the outline. */
export function fieldHeadings(outline: PlanOutline): readonly number[] {
  return outline.blocks.flatMap((block, index) =>
    block.kind === 'heading' && outline.taskSection !== null && sectionOf(outline.numbers, outline.blocks, index) === outline.taskSection
      ? [index]
      : [],
  )
}

/** Blocks of the section that shares out the work, headings included. */
export function organisationBlocks<Block extends ProvisionContent>(outline: PlanOutline<Block>): readonly Block[] {
  return outline.blocks.filter(
    (block, index) =>
      outline.organisationSection !== null &&
      block.kind !== 'closing' &&
      sectionOf(outline.numbers, outline.blocks, index) === outline.organisationSection,
  )
}

/** A title with what differs from office to office taken away: its number, case, accents, punctuation, and the usual abbreviations. */
function titleKey(title: string): string {
  return fold(title)
    .replace(/^([ivx]+|\d+)\s*[.)/-]\s*/, '')
    .replace(/\btthc\b/g, 'thu tuc hanh chinh')
    .replace(/\bcchc\b/g, 'cai cach hanh chinh')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The field that a title names, by its name or an alias; null when none does. */
export function fieldOfTitle(title: string, fields: readonly Field[]): FieldId | null {
  const key = titleKey(title)
  if (key === '') return null
  return fields.find((field) => [field.name, ...field.aliases].some((name) => titleKey(name) === key))?.id ?? null
}

/**
 * The field of each title, in order. Titles that name none take the field of their place, but only where there are as many titles as
 * fields, at least half of them named one, and nobody else has named it: a plan with a heading more or less would shift every task by one,
 * and two unknown titles are no list of our fields because they are two.
 */
export function fieldsOfTitles(titles: readonly string[], fields: readonly Field[]): readonly (FieldId | null)[] {
  const byName = titles.map((title) => fieldOfTitle(title, fields))
  const named = byName.filter((fieldId) => fieldId !== null).length
  if (titles.length !== fields.length || named * 2 < titles.length) return byName
  return byName.map((fieldId, index) => {
    const inPlace = fields[index]?.id ?? null
    return fieldId ?? (inPlace !== null && !byName.includes(inPlace) ? inPlace : null)
  })
}
