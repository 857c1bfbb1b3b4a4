import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IParagraphStyleOptions,
  type ISectionOptions,
} from 'docx'
import { unzipSync } from 'fflate/browser'
import type { OfficialDocument, Section } from '#shared/document/blocks.ts'
import { PAGE_NUMBER_FROM_EDGE } from '#shared/document/page-layout.ts'
import { fixedStyles, PAGE_NUMBER_STYLE } from './write-docx-styles.ts'
import { halfPoints, twips } from './write-docx-xml.ts'

/** Language of every paper, for spelling and hyphenation in Word. */
const LANGUAGE = 'vi-VN'

/** Word 2013 and later: newer layout rules, no "compatibility mode" in the title bar. */
const COMPATIBILITY = 15

/** What a shell depends on: everything of a document but its words. */
export interface ShellRequest {
  readonly font: string
  readonly footnoteFormat: OfficialDocument['footnoteFormat']
  readonly sections: readonly Omit<Section, 'blocks'>[]
  readonly styles: readonly IParagraphStyleOptions[]
}

/** The parts of a package by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** Shells made lately. One plan exported again and again has one shell, and making it is half of a small export's time. */
const shells = new Map<string, Parts>()
const SHELLS_KEPT = 8

/**
 * A Word file without its words: styles, sections with their page numbers, settings, and an empty list of footnotes. Made by the `docx`
 * library, so that the many parts that Word wants agree with each other.
 */
export async function shellParts(request: ShellRequest): Promise<Parts> {
  const key = JSON.stringify(request)
  const known = shells.get(key)
  if (known !== undefined) return known
  const parts = unzipSync(await Packer.toBuffer(shellDocument(request)))
  const oldest = shells.keys().next().value
  if (shells.size >= SHELLS_KEPT && oldest !== undefined) shells.delete(oldest)
  shells.set(key, parts)
  return parts
}

function shellDocument({ font, footnoteFormat, sections, styles }: ShellRequest): Document {
  return new Document({
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
          run: { size: halfPoints(footnoteFormat.size) },
        },
      },
      paragraphStyles: [...fixedStyles, ...styles],
    },
    sections: sections.map(sectionShell),
  })
}

function sectionShell({ orientation, paper, margins, pageNumbers }: Omit<Section, 'blocks'>): ISectionOptions {
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
      // No header is made for first pages: where none is, theirs is empty. The empty header of a section without numbers must be said,
      // as a section without one takes the one before it.
      default: new Header({ children: [number] }),
    },
    children: [],
  }
}
