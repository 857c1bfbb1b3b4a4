import { childOf, elementsOf } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'

/** Formatting of a run that matters for reading; undefined = says nothing, look further up. */
export interface RunLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly script?: 'superscript' | 'subscript' | null
  readonly capitals?: boolean
  readonly hidden?: boolean
  readonly font?: string
}

export interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly outlineLevel?: number
  readonly numberingId?: string
  readonly numberingLevel?: number
}

export interface DocxStyle {
  readonly name: string
  readonly run: RunLook
  readonly paragraph: ParagraphLook
}

export interface DocxStyles {
  /** Style by id with everything inherited put in; an unknown or missing id gives the file's defaults. */
  readonly get: (id: string | null) => DocxStyle
  readonly defaultParagraphStyle: string | null
}

function toggle(properties: XmlElement, name: string): boolean | undefined {
  const element = childOf(properties, name)
  if (element === null) return undefined
  const value = element.attributes['w:val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

/** What one `w:rPr` says. */
export function readRunLook(properties: XmlElement | null): RunLook {
  if (properties === null || properties.children.length === 0) return {}
  const bold = toggle(properties, 'w:b')
  const italic = toggle(properties, 'w:i')
  const underline = toggle(properties, 'w:u')
  const capitals = toggle(properties, 'w:caps')
  const hidden = toggle(properties, 'w:vanish')
  const script = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline }),
    ...(capitals !== undefined && { capitals }),
    ...(hidden !== undefined && { hidden }),
    ...(script !== undefined && { script: script === 'superscript' || script === 'subscript' ? script : null }),
    ...(font !== undefined && { font }),
  }
}

/** What one `w:pPr` says. */
export function readParagraphLook(properties: XmlElement | null): ParagraphLook {
  if (properties === null) return {}
  const align = childOf(properties, 'w:jc')?.attributes['w:val']
  const outline = childOf(properties, 'w:outlineLvl')?.attributes['w:val']
  const numbering = childOf(properties, 'w:numPr')
  const numberingId = childOf(numbering, 'w:numId')?.attributes['w:val']
  const numberingLevel = childOf(numbering, 'w:ilvl')?.attributes['w:val']
  return {
    ...(align !== undefined && { align: readAlign(align) }),
    ...(outline !== undefined && Number(outline) < 9 && { outlineLevel: Number(outline) }),
    ...(numberingId !== undefined && { numberingId }),
    ...(numberingLevel !== undefined && { numberingLevel: Number(numberingLevel) }),
  }
}

function readAlign(value: string): 'left' | 'center' | 'right' | 'both' {
  if (value === 'center') return 'center'
  if (value === 'right' || value === 'end') return 'right'
  return value === 'both' || value === 'distribute' ? 'both' : 'left'
}

/** Reads `word/styles.xml`; null (a file without it) gives empty styles. */
export function readStyles(root: XmlElement | null): DocxStyles {
  const defaults = childOf(root, 'w:docDefaults')
  const bottom: DocxStyle = {
    name: '',
    run: readRunLook(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
    paragraph: readParagraphLook(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
  }
  const raw = new Map<string, XmlElement>()
  let defaultParagraphStyle: string | null = null
  for (const element of elementsOf(root)) {
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || id === undefined) continue
    raw.set(id, element)
    const isDefault = ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '')
    if (isDefault && element.attributes['w:type'] === 'paragraph') defaultParagraphStyle = id
  }
  const known = new Map<string, DocxStyle>()
  const get = (id: string | null): DocxStyle => {
    if (id === null) return bottom
    const found = known.get(id)
    if (found !== undefined) return found
    const element = raw.get(id)
    if (element === undefined) return bottom
    // Set before looking upwards, so that styles based on each other in a circle end.
    known.set(id, bottom)
    const isCharacter = element.attributes['w:type'] === 'character'
    const basis = childOf(element, 'w:basedOn')?.attributes['w:val']
    // A character style lies over its paragraph: it must not bring the file's defaults along.
    const above = basis === undefined ? (isCharacter ? { name: '', run: {}, paragraph: {} } : bottom) : get(basis)
    const style: DocxStyle = {
      name: childOf(element, 'w:name')?.attributes['w:val'] ?? '',
      run: { ...above.run, ...readRunLook(childOf(element, 'w:rPr')) },
      paragraph: { ...above.paragraph, ...readParagraphLook(childOf(element, 'w:pPr')) },
    }
    known.set(id, style)
    return style
  }
  return { get, defaultParagraphStyle }
}
