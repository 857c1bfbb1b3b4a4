import type { OfficePackage } from './open-package.ts'
import { childOf, elementsOf, textOf, type XmlElement } from './xml-tree.ts'

/** A stretch of text with the look it ends up with, styles resolved. Sizes in points. */
export interface RunLook {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly fonts: readonly string[]
  readonly color: string
}

/** A paragraph as it looks on paper. Lengths in points. */
export interface Line {
  readonly text: string
  readonly runs: readonly RunLook[]
  readonly align: string
  readonly firstLineIndent: number
  readonly leftIndent: number
  readonly rightIndent: number
  readonly before: number
  readonly after: number
  /** Multiple of a single line; null where an exact height is set. */
  readonly lines: number | null
  readonly ruledBelow: boolean
  /** Where it stands: width of its column, and its cell. */
  readonly width: number
  readonly cell: { readonly table: number; readonly row: number; readonly column: number; readonly bordered: boolean } | null
  readonly where: string
}

export interface PaperSection {
  readonly where: string
  readonly lines: readonly Line[]
  /** In twips. */
  readonly page: Readonly<Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number>>
  readonly landscape: boolean
  readonly startsAt: number | null
  readonly firstPageApart: boolean
  /** Paragraphs of the header of first and of other pages. */
  readonly header: { readonly first: readonly HeaderLine[]; readonly other: readonly HeaderLine[] }
}

export interface HeaderLine {
  readonly showsPageNumber: boolean
  readonly align: string
  readonly run: RunLook | null
}

type Properties = ReadonlyMap<string, XmlElement>

interface StyleBook {
  readonly paragraphDefaults: Properties
  readonly runDefaults: Properties
  readonly styles: ReadonlyMap<string, XmlElement>
}

/** Reads a Word file as sections of lines with the look each has. */
export function readPaper(book: OfficePackage): readonly PaperSection[] {
  const styles = readStyles(book.xml('word/styles.xml'))
  const body = childOf(book.xml(book.mainPart), 'w:body')
  const relationships = book.relationships(book.mainPart)
  const sections: PaperSection[] = []
  let waiting: { readonly element: XmlElement }[] = []
  let inherited: PaperSection['header'] = { first: [], other: [] }
  const close = (properties: XmlElement): void => {
    const where = `section ${sections.length + 1}`
    const headerOf = (type: string): readonly HeaderLine[] | null => {
      const id = elementsOf(properties).find(({ name, attributes }) => name === 'w:headerReference' && attributes['w:type'] === type)
        ?.attributes['r:id']
      const part = id === undefined ? undefined : relationships.get(id)?.target
      return part === undefined ? null : headerLines(book.xml(part), styles)
    }
    inherited = { first: headerOf('first') ?? inherited.first, other: headerOf('default') ?? inherited.other }
    const page = pageOf(properties)
    const width = (page.width - page.left - page.right) / 20
    const collector: Collector = { styles, where, lines: [], tables: 0 }
    for (const { element } of waiting) collectBlock(element, width, null, collector)
    const start = childOf(properties, 'w:pgNumType')?.attributes['w:start']
    sections.push({
      where,
      lines: collector.lines,
      page,
      landscape: childOf(properties, 'w:pgSz')?.attributes['w:orient'] === 'landscape' || page.width > page.height,
      startsAt: start === undefined ? null : Number(start),
      firstPageApart: isOn(childOf(properties, 'w:titlePg')),
      header: inherited,
    })
    waiting = []
  }
  for (const element of elementsOf(body)) {
    if (element.name === 'w:sectPr') {
      close(element)
      continue
    }
    waiting.push({ element })
    const ending = element.name === 'w:p' ? childOf(childOf(element, 'w:pPr'), 'w:sectPr') : null
    if (ending !== null) close(ending)
  }
  return sections
}

function pageOf(properties: XmlElement): PaperSection['page'] {
  const size = childOf(properties, 'w:pgSz')?.attributes ?? {}
  const margins = childOf(properties, 'w:pgMar')?.attributes ?? {}
  return {
    width: Number(size['w:w'] ?? 0),
    height: Number(size['w:h'] ?? 0),
    top: Number(margins['w:top'] ?? 0),
    bottom: Number(margins['w:bottom'] ?? 0),
    left: Number(margins['w:left'] ?? 0),
    right: Number(margins['w:right'] ?? 0),
  }
}

/** A length in twips, as points. */
function twentieths(value: string | undefined): number {
  return Number(value ?? 0) / 20
}

interface Collector {
  readonly styles: StyleBook
  readonly where: string
  readonly lines: Line[]
  tables: number
}

function collectBlock(element: XmlElement, width: number, cell: Line['cell'], collector: Collector): void {
  if (element.name === 'w:p') collector.lines.push(lineOf(element, width, cell, collector))
  if (element.name !== 'w:tbl') return
  const table = ++collector.tables
  const properties = childOf(element, 'w:tblPr')
  const bordered = elementsOf(childOf(properties, 'w:tblBorders')).some(
    ({ attributes }) => !['none', 'nil'].includes(attributes['w:val'] ?? 'none'),
  )
  const padding = childOf(properties, 'w:tblCellMar')
  const side = (name: string): number => Number(childOf(padding, name)?.attributes['w:w'] ?? 108) / 20
  elementsOf(element)
    .filter(({ name }) => name === 'w:tr')
    .forEach((row, rowIndex) => {
      elementsOf(row)
        .filter(({ name }) => name === 'w:tc')
        .forEach((one, column) => {
          const own = Number(childOf(childOf(one, 'w:tcPr'), 'w:tcW')?.attributes['w:w'] ?? 0) / 20
          for (const block of elementsOf(one))
            collectBlock(block, own - side('w:left') - side('w:right'), { table, row: rowIndex, column, bordered }, collector)
        })
    })
}

function lineOf(element: XmlElement, width: number, cell: Line['cell'], { styles, where, lines }: Collector): Line {
  const direct = childOf(element, 'w:pPr')
  const styleId = childOf(direct, 'w:pStyle')?.attributes['w:val'] ?? 'Normal'
  const paragraph = merged([styles.paragraphDefaults, ...chainOf(styleId, styles, 'w:pPr'), propertiesOf(direct)])
  const runBase = [styles.runDefaults, ...chainOf(styleId, styles, 'w:rPr')]
  const runs = runsOf(element)
    .map((run) => runLook(run, runBase, styles))
    .filter(({ text }) => text !== '')
  const spacing = paragraph.get('w:spacing')?.attributes ?? {}
  const indent = paragraph.get('w:ind')?.attributes ?? {}
  return {
    text: runs.map(({ text }) => text).join(''),
    runs,
    align: paragraph.get('w:jc')?.attributes['w:val'] ?? 'left',
    firstLineIndent: twentieths(indent['w:firstLine']),
    leftIndent: twentieths(indent['w:left'] ?? indent['w:start']),
    rightIndent: twentieths(indent['w:right'] ?? indent['w:end']),
    before: twentieths(spacing['w:before']),
    after: twentieths(spacing['w:after']),
    lines: spacing['w:line'] === undefined ? 1 : (spacing['w:lineRule'] ?? 'auto') === 'auto' ? Number(spacing['w:line']) / 240 : null,
    ruledBelow:
      !['none', 'nil', undefined].includes(childOf(paragraph.get('w:pBdr') ?? null, 'w:bottom')?.attributes['w:val']) && runs.length === 0,
    width,
    cell,
    where: `${where}, paragraph ${lines.length + 1}`,
  }
}

/** The runs of a paragraph as it is with all tracked changes accepted. */
function runsOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === 'w:r' ? [child] : child.name === 'w:ins' || child.name === 'w:moveTo' ? runsOf(child) : [],
  )
}

function runLook(run: XmlElement, base: readonly Properties[], styles: StyleBook): RunLook {
  const direct = childOf(run, 'w:rPr')
  const styleId = childOf(direct, 'w:rStyle')?.attributes['w:val']
  const look = merged([...base, ...(styleId === undefined ? [] : chainOf(styleId, styles, 'w:rPr')), propertiesOf(direct)])
  const fonts = look.get('w:rFonts')?.attributes ?? {}
  return {
    text: elementsOf(run)
      .map((child) => (child.name === 'w:t' ? textOf(child) : child.name === 'w:br' || child.name === 'w:tab' ? ' ' : ''))
      .join(''),
    // Word's own size where nothing says otherwise.
    size: Number(look.get('w:sz')?.attributes['w:val'] ?? 20) / 2,
    bold: isOn(look.get('w:b') ?? null),
    italic: isOn(look.get('w:i') ?? null),
    // Vietnamese is written in these two; the fonts for complex and East Asian scripts never come to paper.
    fonts: ['w:ascii', 'w:hAnsi'].flatMap((name) => fonts[name] ?? []),
    color: look.get('w:color')?.attributes['w:val'] ?? 'auto',
  }
}

function headerLines(root: XmlElement | null, styles: StyleBook): readonly HeaderLine[] {
  const collector: Collector = { styles, where: 'header', lines: [], tables: 0 }
  return elementsOf(root)
    .filter(({ name }) => name === 'w:p')
    .map((element) => {
      const styleId = childOf(childOf(element, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? 'Normal'
      const base = [styles.runDefaults, ...chainOf(styleId, styles, 'w:rPr')]
      const runs = elementsOf(element).filter(({ name }) => name === 'w:r' || name === 'w:fldSimple')
      const first = runs[0]
      return {
        showsPageNumber: runs.some(
          (run) =>
            /^\s*PAGE\b/.test(run.attributes['w:instr'] ?? '') ||
            elementsOf(run).some((child) => child.name === 'w:instrText' && /^\s*PAGE\b/.test(textOf(child))),
        ),
        align: lineOf(element, 0, null, collector).align,
        run: first === undefined ? null : runLook(first, base, styles),
      }
    })
}

function readStyles(root: XmlElement | null): StyleBook {
  const defaults = childOf(root, 'w:docDefaults')
  return {
    paragraphDefaults: propertiesOf(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
    runDefaults: propertiesOf(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
    styles: new Map(
      elementsOf(root)
        .filter(({ name }) => name === 'w:style')
        .map((style) => [style.attributes['w:styleId'] ?? '', style]),
    ),
  }
}

/** The properties of a style and of those it is based on, the furthest first. */
function chainOf(styleId: string, { styles }: StyleBook, kind: 'w:pPr' | 'w:rPr'): readonly Properties[] {
  const chain: Properties[] = []
  const seen = new Set<string>()
  for (let id: string | undefined = styleId; id !== undefined && !seen.has(id);) {
    seen.add(id)
    const style: XmlElement | null = styles.get(id) ?? null
    chain.unshift(propertiesOf(childOf(style, kind)))
    id = childOf(style, 'w:basedOn')?.attributes['w:val']
  }
  return chain
}

function propertiesOf(element: XmlElement | null): Properties {
  return new Map(elementsOf(element).map((child) => [child.name, child]))
}

/** Later properties win; of spacing, indents and fonts each attribute by itself. */
function merged(layers: readonly Properties[]): Properties {
  const result = new Map<string, XmlElement>()
  for (const layer of layers)
    for (const [name, element] of layer) {
      const before = result.get(name)
      const byAttribute = name === 'w:spacing' || name === 'w:ind' || name === 'w:rFonts'
      result.set(
        name,
        byAttribute && before !== undefined ? { ...element, attributes: { ...before.attributes, ...element.attributes } } : element,
      )
    }
  return result
}

function isOn(element: XmlElement | null): boolean {
  return element !== null && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '1')
}
