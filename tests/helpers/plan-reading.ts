import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { AppError } from '#shared/app-error.ts'
import type { DraftInline, PlanDraft } from '#shared/domain/draft.ts'
import { numberProvisions } from '#shared/domain/numbering.ts'
import { readPlanFile, readPlanPaste } from '#main/documents/read-plan.ts'
import { langSon } from './provinces.ts'

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

/** Reads a plan from bytes or text, as the worker does. */
export function readPlan(content: Uint8Array | string, file = 'ke-hoach.txt'): PlanDraft {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  return readPlanFile({ file, bytes, year: null, registry: langSon }, () => {}) as PlanDraft
}

export function pastePlan(text: string, html: string | null = null): PlanDraft {
  return readPlanPaste({ text, html, year: null }, () => {}) as PlanDraft
}

/** The code of the failure that reading ends in, or "read". Anything else thrown is a defect and stays one. */
export function failureOf(read: () => unknown): string {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Words of a content; a footnote as [its words], a forced new line as ⏎. */
export function show(content: readonly DraftInline[]): string {
  return content
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'footnote' ? `[${show(inline.content)}]` : '⏎'))
    .join('')
}

/** One line a block: the printed number (or the kind where there is none), then the words. */
export function outlineOf({ blocks }: PlanDraft): readonly string[] {
  const numbers = numberProvisions(blocks)
  return blocks.map(({ kind, content }, index) => `${numbers[index]?.label === '' ? `(${kind})` : numbers[index]?.label} ${show(content)}`)
}

/** Codes of the doubts with the words in doubt, in order. */
export function doubtsOf({ warnings }: PlanDraft): readonly string[] {
  return warnings.map(({ code, line, excerpt }) => `${code}${line === null ? '' : ` ${line}`}: ${excerpt}`)
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export interface WordParts {
  /** Inside <w:body>. */
  readonly body: string
  /** Inside the root of the part of that name: "numbering", "footnotes", "styles", "header1". */
  readonly parts?: Readonly<Record<string, string>>
}

/** A Word file from raw XML, for what no library writes: tracked changes, text boxes, broken parts. */
export function wordPackage({ body, parts = {} }: WordParts): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${office}/${name.replace(/\d+$/, '')}" Target="${name}.xml"/>`,
  )
  const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' }
  const files = Object.entries(parts).map(([name, inside]) => {
    const root = roots[name.replace(/\d+$/, '')] ?? name
    return [`word/${name}.xml`, strToU8(`<w:${root} ${namespaces}>${inside}</w:${root}>`)] as const
  })
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(files),
  })
}

/** A paragraph of one run. `properties` is the inside of <w:pPr>. */
export function paragraph(words: string, properties = '', runProperties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
}
