import { AlignmentType, Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun, type ISectionOptions } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { FootnoteRun, OfficialDocument, Section } from '#shared/document/blocks.ts'
import { PAGE_NUMBER_FROM_EDGE } from '#shared/document/page-layout.ts'
import { sectionXml, type FileState } from './write-docx-blocks.ts'
import { fixedStyles, PAGE_NUMBER_STYLE, StyleSheet } from './write-docx-styles.ts'
import { escapeXml, halfPoints, plainXmlText, twips } from './write-docx-xml.ts'

/** Language of every paper, for spelling and hyphenation in Word. */
const LANGUAGE = 'vi-VN'

/** Word 2013 and later: newer layout rules, no "compatibility mode" in the title bar. */
const COMPATIBILITY = 15

/**
 * Writes a document as a Word file. The same document gives the same bytes, in this process and in the next: counters are our own,
 * and what the library takes from clock and chance is replaced.
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const state: FileState = { styles: new StyleSheet(), footnotes: new Map(), occurrences: new Map(), bookmarks: 0 }
  // Where a section ends is known only after the library has written its properties: a mark stands for them until then.
  const sections = document.sections.map((section, index) =>
    sectionXml(section.blocks, widthOf(section), state, index === document.sections.length - 1 ? null : sectionMark(index)),
  )
  const shell = await Packer.toBuffer(shellOf(document, state))
  return pack(unzipSync(shell), sections, document)
}

const sectionMark = (index: number): string => `<!--section ${index}-->`

function widthOf({ paper, margins }: Section): number {
  return twips(paper.width) - twips(margins.left) - twips(margins.right)
}

/** The file without its text: styles, sections, page numbers, footnotes, properties. */
function shellOf({ metadata, font, sections, footnoteFormat }: OfficialDocument, { styles, footnotes }: FileState): Document {
  const footnoteSize = halfPoints(footnoteFormat.size)
  return new Document({
    title: plainXmlText(metadata.title),
    creator: plainXmlText(metadata.author),
    lastModifiedBy: plainXmlText(metadata.author),
    ...(metadata.draftMark !== null && { description: plainXmlText(metadata.draftMark) }),
    compatibility: { version: COMPATIBILITY },
    defaultTabStop: 720,
    styles: {
      default: {
        document: {
          run: { font, size: 28, language: { value: LANGUAGE, eastAsia: LANGUAGE } },
        },
        footnoteText: {
          paragraph: {
            alignment: footnoteFormat.align === 'both' ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
            spacing: { before: 0, after: 0, line: Math.round(footnoteFormat.lineSpacing * 240), lineRule: LineRuleType.AUTO },
          },
          run: { size: footnoteSize },
        },
      },
      paragraphStyles: [...fixedStyles, ...styles.all()],
    },
    footnotes: Object.fromEntries([...footnotes].map(([number, footnote]) => [String(number), { children: [footnoteParagraph(footnote)] }])),
    sections: sections.map(sectionShell),
  })
}

function footnoteParagraph({ content }: FootnoteRun): Paragraph {
  return new Paragraph({
    style: 'FootnoteText',
    children: [
      new TextRun(' '),
      ...content.map(
        (run) =>
          new TextRun({
            text: plainXmlText(run.text),
            ...(run.bold === true && { bold: true }),
            ...(run.italic === true && { italics: true }),
            ...(run.underline === true && { underline: {} }),
            ...(run.superscript === true && { superScript: true }),
            ...(run.subscript === true && { subScript: true }),
          }),
      ),
    ],
  })
}

function sectionShell({ orientation, paper, margins, pageNumbers }: Section): ISectionOptions {
  const landscape = orientation === 'landscape'
  // The library turns the paper itself: it takes the sides of the upright sheet.
  const [width, height] = landscape ? [paper.height, paper.width] : [paper.width, paper.height]
  const number = new Paragraph({
    style: PAGE_NUMBER_STYLE,
    children: pageNumbers.show === 'none' ? [] : [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(pageNumbers.size) })],
  })
  return {
    properties: {
      titlePage: pageNumbers.show === 'hide-first',
      page: {
        size: { width: twips(width), height: twips(height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(PAGE_NUMBER_FROM_EDGE),
          footer: twips(PAGE_NUMBER_FROM_EDGE),
          gutter: 0,
        },
        ...(pageNumbers.restart && { pageNumbers: { start: 1 } }),
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      // Said aloud: a section without a first header of its own takes the one before it.
      ...(pageNumbers.show === 'hide-first' && { first: new Header({ children: [new Paragraph({ style: PAGE_NUMBER_STYLE })] }) }),
    },
    children: [],
  }
}

/** Any fixed day does; read in local time, as the ZIP format writes it. */
const ZIP_TIME = new Date(1980, 0, 1)

function pack(parts: Readonly<Record<string, Uint8Array>>, sections: readonly string[], { metadata }: OfficialDocument): Uint8Array {
  const zipped: Zippable = {}
  for (const [path, bytes] of Object.entries(parts).toSorted(contentTypesFirst)) {
    const rewrite =
      path === 'word/document.xml'
        ? (xml: string) => withBody(xml, sections)
        : path === 'docProps/core.xml'
          ? (xml: string) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${escapeXml(metadata.stamp)}`)
          : null
    zipped[path] = [rewrite === null ? bytes : strToU8(rewrite(strFromU8(bytes))), { level: 6, mtime: ZIP_TIME }]
  }
  return zipSync(zipped)
}

/** Readers of packages look for the list of content types first. */
function contentTypesFirst([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2)
  return rank(one) - rank(other)
}

/** The library's empty body filled with the text, each section's properties where the section ends. */
function withBody(shell: string, sections: readonly string[]): string {
  const properties = shell.match(/<w:sectPr[ >].*?<\/w:sectPr>/gs) ?? []
  const start = shell.indexOf('<w:body>')
  if (properties.length !== sections.length || start < 0) throw new Error(`the shell has ${properties.length} sections for ${sections.length}`)
  const body = sections.map((xml, index) => xml.replace(sectionMark(index), () => properties[index] ?? '')).join('')
  return `${shell.slice(0, start)}<w:body>${body}${properties.at(-1) ?? ''}</w:body></w:document>`
}
