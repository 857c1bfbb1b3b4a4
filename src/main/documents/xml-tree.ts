import { SaxesParser } from 'saxes'

/** An element of a part: names carry the usual prefix (`w:p`), whatever prefix the file itself chose. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Why a part was not parsed. */
export class XmlRefused extends Error {
  readonly reason: 'not-well-formed' | 'entity' | 'too-much'
  constructor(reason: 'not-well-formed' | 'entity' | 'too-much') {
    super(reason)
    this.name = 'XmlRefused'
    this.reason = reason
  }
}

/** Word nests tables and boxes some 60 deep at worst; recursive readers must not run out of stack. */
const DEEPEST = 400
/** A plan with three appendices of 500 rows has some 150,000 elements; each costs about 200 bytes of memory. */
const MOST_ELEMENTS = 3_000_000

/** Namespaces by the prefix every book uses for them; strict and transitional forms are one. Empty: no prefix. */
const usualPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
}

interface Building {
  name: string
  attributes: Record<string, string>
  children: (Building | string)[]
}

/**
 * Parses one XML part into plain values. A document type declaration is refused outright: office files have none, and it is the
 * door for external entities and for entities that grow without end. Throws XmlRefused.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const root: Building = { name: '', attributes: {}, children: [] }
  const open: Building[] = [root]
  let renamed: ReadonlyMap<string, string> = new Map()
  const usualName = (name: string): string => {
    if (renamed.size === 0) return name
    const colon = name.indexOf(':')
    const usual = renamed.get(colon === -1 ? '' : name.slice(0, colon))
    const local = name.slice(colon + 1)
    return usual === undefined ? name : usual === '' ? local : `${usual}:${local}`
  }
  parser.on('doctype', () => {
    throw new XmlRefused('entity')
  })
  parser.on('error', () => {
    throw new XmlRefused('not-well-formed')
  })
  let count = 0
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length === 1) renamed = renamedPrefixes(tag.attributes)
    const attributes: Record<string, string> =
      renamed.size === 0
        ? tag.attributes
        : // An attribute without a prefix is in no namespace, whatever the default one is.
          Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [name.includes(':') ? usualName(name) : name, value]))
    const element: Building = { name: usualName(tag.name), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > DEEPEST || count > MOST_ELEMENTS) throw new XmlRefused('too-much')
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (piece: string): void => {
    open.at(-1)?.children.push(piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  const top = root.children.find((child) => typeof child !== 'string')
  if (top === undefined) throw new XmlRefused('not-well-formed')
  return top
}

/** Prefixes of the root that are not the usual ones; empty for nearly every file. */
function renamedPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const usual = usualPrefixes[value]
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length)
    if (usual !== undefined && usual !== prefix) renamed.set(prefix, usual)
  }
  return renamed
}

/** The child elements of an element, in order. */
export function elementsOf(element: XmlElement | null): readonly XmlElement[] {
  return element === null ? [] : element.children.filter((child) => typeof child !== 'string')
}

/** The first child element with this name, or null. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  if (element === null) return null
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return null
}

/** The text directly inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}
