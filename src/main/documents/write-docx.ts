// The build for Node declares a `require` of its own, which collides with the bundler's; both do the same work.
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate/browser'
import type { DocumentMetadata, DocumentOrigin, OfficialDocument, Section } from '#shared/document/blocks.ts'
import { originProperties } from './docx-origin.ts'
import { footnotesXml, sectionXml, type FileState } from './write-docx-blocks.ts'
import { shellParts, type Parts } from './write-docx-shell.ts'
import { StyleSheet } from './write-docx-styles.ts'
import { escapeXml, twips } from './write-docx-xml.ts'

/**
 * Writes a document as a Word file. The same document gives the same bytes, in this process and in the next: ids are counted within
 * the file, and nothing is taken from clock or chance.
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const { font, footnoteFormat, sections, metadata, revision } = document
  const state: FileState = {
    styles: new StyleSheet(),
    footnotes: new Map(),
    occurrences: new Map(),
    annotations: 0,
    revision,
    endedIn: undefined,
    isLater: false,
  }
  const last = sections.length - 1
  const bodies = sections.map((section, index) =>
    sectionXml(section.blocks, widthOf(section), state, index === last ? null : sectionMark(index)),
  )
  const shell = await shellParts({
    font,
    footnoteFormat,
    sections: sections.map(withoutBlocks),
    styles: state.styles.all(),
  })
  return pack(shell, {
    'word/document.xml': withBody(partText(shell, 'word/document.xml'), bodies),
    'word/footnotes.xml': partText(shell, 'word/footnotes.xml').replace(
      '</w:footnotes>',
      () => `${footnotesXml(state, footnoteFormat.size)}</w:footnotes>`,
    ),
    'docProps/core.xml': propertiesXml(metadata),
    'docProps/custom.xml': originXml(metadata.origin),
  })
}

/** Where a section ends, its properties are put in place of this mark, as the shell has them. */
const sectionMark = (index: number): string => `<!--section ${index}-->`

function withoutBlocks({ key, orientation, paper, margins, pageNumbers }: Section): Omit<Section, 'blocks'> {
  return { key, orientation, paper, margins, pageNumbers }
}

function widthOf({ paper, margins }: Section): number {
  return twips(paper.width) - twips(margins.left) - twips(margins.right)
}

function partText(parts: Parts, path: string): string {
  const bytes = parts[path]
  if (bytes === undefined) throw new Error(`the shell has no ${path}`)
  return strFromU8(bytes)
}

/** The shell's empty body filled with the text, each section's properties where the section ends. */
function withBody(shell: string, bodies: readonly string[]): string {
  const properties = shell.match(/<w:sectPr[ >].*?<\/w:sectPr>/gs) ?? []
  const start = shell.indexOf('<w:body>')
  if (properties.length !== bodies.length || start < 0) throw new Error(`the shell has ${properties.length} sections for ${bodies.length}`)
  const body = bodies.map((xml, index) => xml.replace(sectionMark(index), () => properties[index] ?? '')).join('')
  return `${shell.slice(0, start)}<w:body>${body}${properties.at(-1) ?? ''}</w:body></w:document>`
}

/** Title, author and moment of the file, in place of the library's "Un-named" and of the clock. */
function propertiesXml({ title, author, stamp, draftMark }: DocumentMetadata): string {
  const moment = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(stamp)}</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    (draftMark === null ? '' : `<dc:description>${escapeXml(draftMark)}</dc:description>`) +
    `<dc:language>vi-VN</dc:language><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${moment('created')}${moment('modified')}</cp:coreProperties>`
  )
}

function propertyXml([name, value]: readonly [string, string], index: number): string {
  // The format's own id of properties that a user makes; numbers 0 and 1 are taken (ECMA-376 part 1, 22.3.2.2).
  return `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`
}

/** Properties of our own, which Word, LibreOffice and WPS keep when they save the file. */
function originXml(origin: DocumentOrigin | undefined): string {
  const values = origin === undefined ? [] : originProperties.map(({ name, key }) => [name, origin[key]] as const)
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${values.map(propertyXml).join('')}</Properties>`
  )
}

/** Any fixed day does; read in local time, as the ZIP format writes it. */
const ZIP_TIME = new Date(1980, 0, 1)

/** Parts below this many bytes are stored as they are: packing them takes longer than it saves. */
const WORTH_PACKING = 512

function pack(shell: Parts, written: Readonly<Record<string, string>>): Uint8Array {
  const zipped: Zippable = {}
  for (const [path, shellBytes] of Object.entries(shell).toSorted(contentTypesFirst)) {
    const text = written[path]
    const bytes = text === undefined ? shellBytes : strToU8(text)
    zipped[path] = [bytes, { level: bytes.length < WORTH_PACKING ? 0 : 6, mtime: ZIP_TIME }]
  }
  return zipSync(zipped)
}

/** Readers of packages look for the list of content types first. */
function contentTypesFirst([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return packageRank(one) - packageRank(other)
}

function packageRank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2
}
