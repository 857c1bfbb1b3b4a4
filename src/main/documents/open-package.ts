import { AppError } from '#shared/app-error.ts'
import { requireReadableKind } from './file-kind.ts'
import { parseXml, XmlRefused, elementsOf } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'
import { openZip } from './zip-archive.ts'

export type PackageKind = 'docx' | 'xlsx'

/** How a sentence names the format that was asked for. */
export const formatNames: Readonly<Record<PackageKind, string>> = { docx: 'Word (.docx)', xlsx: 'Excel (.xlsx)' }

/** A relationship of a part: where it leads inside the package. Links that lead outside are not kept. */
export interface Relationship {
  readonly type: string
  readonly target: string
}

/** An Office file opened safely. Parts are read when asked for. */
export interface OfficePackage {
  readonly kind: PackageKind
  /** Name of the file as shown to a person. */
  readonly file: string
  readonly partNames: readonly string[]
  /** The part with the text or the list of sheets: `word/document.xml`. */
  readonly mainPart: string
  /** One XML part, or null when the package has none of this name. Throws file-truncated, file-hostile. */
  readonly xml: (part: string) => XmlElement | null
  /** Bytes of any part, or null. Throws file-truncated, file-hostile. */
  readonly bytes: (part: string) => Uint8Array | null
  /** Relationships of a part by their id. Throws as `xml`. */
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>
}

/**
 * Opens a .docx or .xlsx from memory: limits on entries, sizes and ratio, no path out of the package, no document type
 * declarations; what is not such a file is refused by its bytes with the sentence that fits.
 *
 * Throws file-empty, file-too-large, file-is-pdf, file-encrypted, file-old-word, file-old-excel, file-not-what-it-says,
 * file-truncated, file-hostile.
 */
export function openPackage(bytes: Uint8Array, file: string, expected: PackageKind): OfficePackage {
  const mismatch = (): AppError => new AppError('file-not-what-it-says', { file, expected: formatNames[expected] })
  if (requireReadableKind(bytes, file, formatNames[expected]) !== 'zip') throw mismatch()
  const archive = openZip(bytes, file)
  const xml = (part: string): XmlElement | null => {
    const content = archive.read(part)
    return content === null ? null : parsePart(content, file)
  }
  const kind = packageKind(xml('[Content_Types].xml'))
  if (kind !== expected) throw mismatch()
  const relationships = (part: string): ReadonlyMap<string, Relationship> => readRelationships(xml(relationshipsPart(part)), part)
  const mainPart = [...relationships('').values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (mainPart === undefined || !archive.names.includes(mainPart)) throw new AppError('file-truncated', { file })
  return { kind, file, partNames: archive.names, mainPart, xml, bytes: archive.read, relationships }
}

function parsePart(content: Uint8Array, file: string): XmlElement {
  // Parts are UTF-8 by rule; UTF-16 is allowed and then carries a mark (ECMA-376 part 2, 6.2.5).
  const mark = (content[0] ?? 0) * 256 + (content[1] ?? 0)
  const text = new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(content)
  try {
    return parseXml(text)
  } catch (cause) {
    if (!(cause instanceof XmlRefused)) throw cause
    if (cause.reason === 'entity') throw new AppError('file-hostile', { file, problem: 'external-entity' }, { cause })
    if (cause.reason === 'too-much') throw new AppError('file-hostile', { file, problem: 'zip-bomb' }, { cause })
    throw new AppError('file-truncated', { file }, { cause })
  }
}

function packageKind(contentTypes: XmlElement | null): PackageKind | null {
  const types = elementsOf(contentTypes).map(({ attributes }) => attributes['ContentType'] ?? '')
  // Templates and files with macros are read as well (macros are never looked at): their main types differ in the middle.
  if (types.some((type) => /wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroEnabled/.test(type)))
    return 'docx'
  if (types.some((type) => /spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled/.test(type))) return 'xlsx'
  return null
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function readRelationships(root: XmlElement | null, part: string): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>()
  for (const { attributes } of elementsOf(root)) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
    if (id === undefined || type === undefined || target === undefined || mode === 'External') continue
    found.set(id, { type, target: resolveTarget(target, part) })
  }
  return found
}

/** Targets are relative to the folder of their part, or absolute inside the package. */
function resolveTarget(target: string, part: string): string {
  const base = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const piece of target.split('/')) {
    if (piece === '' || piece === '.') continue
    if (piece === '..') base.pop()
    else base.push(piece)
  }
  return base.join('/')
}
