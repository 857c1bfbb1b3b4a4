import type { OfficePackage } from './open-package.ts'
import { childOf, elementsOf, textOf, type XmlElement } from './xml-tree.ts'
import { formatFinding, type DocxFinding } from './check-docx-finding.ts'
import { childOrders, needsValue, styleReferences } from './check-docx-schema.ts'

/** Longest name of a bookmark in Word. */
const LONGEST_BOOKMARK = 40

/** Judges the parts of a Word file by the file format. Gives every fault, none twice. */
export function checkStructure(book: OfficePackage): readonly DocxFinding[] {
  const parts = book.partNames.filter((name) => name.startsWith('word/') && name.endsWith('.xml'))
  const styleIds = styleIdsOf(book.xml('word/styles.xml'))
  return [
    ...checkContentTypes(book),
    ...checkRelationships(book),
    ...checkFootnotes(book),
    ...parts.flatMap((part) => {
      const root = book.xml(part)
      return root === null ? [] : [...checkTree(root, part, styleIds), ...checkIds(root, part), ...checkChanges(root, part)]
    }),
  ]
}

/** Every element below one, itself first, in the order of the file. */
export function* descend(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* descend(child)
}

function checkContentTypes(book: OfficePackage): DocxFinding[] {
  const types = elementsOf(book.xml('[Content_Types].xml'))
  const defaults = new Set(types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes.Extension?.toLowerCase()))
  const overrides = types.filter(({ name }) => name === 'Override').map(({ attributes }) => (attributes.PartName ?? '').replace(/^\//, ''))
  const where = '[Content_Types].xml'
  // "application/xml" says nothing of a part of Word's own.
  const typedByEnding = (name: string): boolean => {
    const ending = name.split('.').at(-1)?.toLowerCase()
    return defaults.has(ending) && !(ending === 'xml' && name.startsWith('word/'))
  }
  return [
    ...book.partNames
      .filter((name) => name !== where && !name.endsWith('/') && !overrides.includes(name) && !typedByEnding(name))
      .map((name) => formatFinding('T1', where, `no type for ${name}`)),
    ...overrides
      .filter((name) => !book.partNames.includes(name))
      .map((name) => formatFinding('T1', where, `a type for ${name}, which is not there`)),
    ...repeated(overrides).map((name) => formatFinding('T1', where, `two types for ${name}`)),
  ]
}

function checkRelationships(book: OfficePackage): DocxFinding[] {
  const files = book.partNames.filter((name) => name.endsWith('.rels'))
  return files.flatMap((file) => {
    const relationships = elementsOf(book.xml(file))
    const ids = relationships.map(({ attributes }) => attributes.Id ?? '')
    const folder = file.replace(/_rels\/[^/]+$/, '')
    const source = folder + (file.split('/').at(-1) ?? '').replace(/\.rels$/, '')
    const broken = relationships
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => attributes.Target ?? '')
      .filter((target) => !book.partNames.includes(target.startsWith('/') ? target.slice(1) : folder + target))
    const root = source === folder ? null : book.xml(source)
    const used =
      root === null
        ? []
        : [...descend(root)].flatMap(({ attributes }) =>
            Object.entries(attributes).flatMap(([name, id]) => (/^r:(?:id|embed|link)$/.test(name) ? [id] : [])),
          )
    return [
      ...broken.map((target) => formatFinding('T2', file, `nothing at ${target}`)),
      ...repeated(ids).map((id) => formatFinding('T2', file, `two relationships ${id}`)),
      ...used.filter((id) => !ids.includes(id)).map((id) => formatFinding('T2', source, `no relationship ${id}`)),
    ]
  })
}

/** Ids of all elements of one name. */
function idsOf(root: XmlElement, name: string): readonly string[] {
  return [...descend(root)].filter((element) => element.name === name).map(({ attributes }) => attributes['w:id'] ?? '')
}

function checkFootnotes(book: OfficePackage): DocxFinding[] {
  const main = book.xml(book.mainPart)
  if (main === null) return []
  const anchors = idsOf(main, 'w:footnoteReference')
  const notes = elementsOf(book.xml('word/footnotes.xml')).filter(({ attributes }) => attributes['w:type'] === undefined)
  const ids = notes.map(({ attributes }) => attributes['w:id'] ?? '')
  return [
    ...anchors.filter((id) => !ids.includes(id)).map((id) => formatFinding('T7', book.mainPart, `no footnote ${id}`)),
    ...repeated(anchors).map((id) => formatFinding('T7', book.mainPart, `footnote ${id} anchored twice`)),
    ...ids.filter((id) => !anchors.includes(id)).map((id) => formatFinding('T7', 'word/footnotes.xml', `footnote ${id} has no anchor`)),
    ...repeated(ids).map((id) => formatFinding('T3', 'word/footnotes.xml', `two footnotes ${id}`)),
  ]
}

function styleIdsOf(styles: XmlElement | null): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(styles)
      .filter(({ name }) => name === 'w:style')
      .map(({ attributes }) => [attributes['w:styleId'] ?? '', attributes['w:type'] ?? '']),
  )
}

/** Bookmarks open and close once, under unique ids and names. */
function checkIds(root: XmlElement, part: string): DocxFinding[] {
  const all = [...descend(root)]
  const starts = all.filter(({ name }) => name === 'w:bookmarkStart').map(({ attributes }) => attributes)
  const ends = all.filter(({ name }) => name === 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'] ?? '')
  const ids = starts.map((attributes) => attributes['w:id'] ?? '')
  const names = starts.map((attributes) => attributes['w:name'] ?? '')
  const styles = all.filter(({ name }) => name === 'w:style').map(({ attributes }) => attributes['w:styleId'] ?? '')
  const styleNames = all
    .filter(({ name }) => name === 'w:style')
    .map((style) => childOf(style, 'w:name')?.attributes['w:val']?.toLocaleLowerCase('vi') ?? '')
  return [
    // Word tells styles apart by name whatever its case, and renames the second.
    ...repeated(styleNames).map((name) => formatFinding('T3', part, `two styles named ${name}`)),
    ...repeated(ids).map((id) => formatFinding('T3', part, `two bookmarks ${id}`)),
    ...repeated(names).map((name) => formatFinding('T3', part, `two bookmarks named ${name}`)),
    ...repeated(ends).map((id) => formatFinding('T3', part, `bookmark ${id} ends twice`)),
    ...ids.filter((id) => !ends.includes(id)).map((id) => formatFinding('T3', part, `bookmark ${id} does not end`)),
    ...ends.filter((id) => !ids.includes(id)).map((id) => formatFinding('T3', part, `bookmark ${id} does not begin`)),
    ...names.filter((name) => name.length > LONGEST_BOOKMARK).map((name) => formatFinding('T3', part, `bookmark name too long: ${name}`)),
    ...repeated(styles).map((id) => formatFinding('T3', part, `two styles ${id}`)),
  ]
}

/** Tracked changes: whose they are, when, and words that went written as such, or Word shows them as words that stand. */
function checkChanges(root: XmlElement, part: string): DocxFinding[] {
  const changes = [...descend(root)].filter(({ name }) => name === 'w:ins' || name === 'w:del')
  const within = (change: XmlElement, word: string): boolean => [...descend(change)].some(({ name }) => name === word)
  return [
    ...repeated(changes.map(({ attributes }) => attributes['w:id'] ?? '')).map((id) => formatFinding('T13', part, `two changes ${id}`)),
    ...changes
      .filter(({ attributes }) => attributes['w:id'] === undefined || !attributes['w:author'] || !attributes['w:date'])
      .map(({ name }) => formatFinding('T13', part, `${name} without number, author or moment`)),
    ...changes
      .filter((change) => (change.name === 'w:del' ? within(change, 'w:t') : within(change, 'w:delText')))
      .map((change) => formatFinding('T13', part, `${change.name} of ${textOf(change)}`)),
  ]
}

function checkTree(root: XmlElement, part: string, styleIds: ReadonlyMap<string, string>): DocxFinding[] {
  const findings: DocxFinding[] = []
  let paragraph = 0
  let table = 0
  for (const element of descend(root)) {
    if (element.name === 'w:p') paragraph += 1
    if (element.name === 'w:tbl') table += 1
    const where = `${part}, paragraph ${paragraph}${table > 0 ? `, table ${table}` : ''}`
    findings.push(...checkOrder(element, where), ...checkAttributes(element, where, styleIds))
    if (element.name === 'w:tbl') findings.push(...checkTable(element, `${part}, table ${table}`))
    if (element.name === 'w:tc' && elementsOf(element).at(-1)?.name !== 'w:p')
      findings.push(formatFinding('T4', where, elementsOf(element).at(-1)?.name ?? 'an empty cell'))
  }
  return findings
}

function checkOrder(element: XmlElement, where: string): DocxFinding[] {
  const rule = childOrders[element.name]
  if (rule === undefined) return []
  const findings: DocxFinding[] = []
  let reached = -1
  let free = false
  for (const { name } of elementsOf(element)) {
    // Extensions of later Word versions stand in their own namespaces and have their own rules.
    if (!name.startsWith('w:')) continue
    if (rule.free.has(name)) {
      free = true
      continue
    }
    const rank = rule.order.indexOf(name)
    const many = rule.many.has(name)
    // Header and footer references are one group that comes first, in any order.
    const group = name === 'w:footerReference' ? rule.order.indexOf('w:headerReference') : rank
    if (rank < 0) findings.push(formatFinding('T6', where, `${name} in ${element.name}`))
    else if (group < reached || (rank === reached && !many))
      findings.push(formatFinding('T6', where, `${name} too late in ${element.name}`))
    else if (free && element.name !== 'w:body' && element.name !== 'w:tbl' && element.name !== 'w:tr')
      findings.push(formatFinding('T6', where, `${name} too late in ${element.name}`))
    else reached = group
  }
  const last = elementsOf(element).at(-1)?.name
  if (element.name === 'w:body' && last !== 'w:sectPr') findings.push(formatFinding('T6', where, `the body ends in ${last ?? 'nothing'}`))
  return findings
}

function checkAttributes(element: XmlElement, where: string, styleIds: ReadonlyMap<string, string>): DocxFinding[] {
  const { name, attributes } = element
  const value = attributes['w:val']
  const kind = styleReferences[name]
  const empty = Object.entries(attributes).filter(([attribute, text]) => attribute.startsWith('w:') && text === '')
  return [
    ...empty.map(([attribute]) => formatFinding('T8', where, `${name} with an empty ${attribute}`)),
    ...(needsValue.has(name) && value === undefined ? [formatFinding('T8', where, `${name} without a value`)] : []),
    ...(kind !== undefined && value !== undefined && value !== '' && styleIds.get(value) !== kind
      ? [formatFinding('T9', where, `${kind} style ${value}`)]
      : []),
    ...(name === 'w:t' && attributes['xml:space'] !== 'preserve' && textOf(element) !== textOf(element).trim()
      ? [formatFinding('T11', where, textOf(element))]
      : []),
  ]
}

interface Cell {
  readonly column: number
  readonly span: number
  readonly merge: 'restart' | 'continue' | null
}

function checkTable(table: XmlElement, where: string): DocxFinding[] {
  const grid = elementsOf(childOf(table, 'w:tblGrid')).map(({ attributes }) => Number(attributes['w:w']))
  const declared = childOf(childOf(table, 'w:tblPr'), 'w:tblW')?.attributes
  const total = grid.reduce((sum, width) => sum + width, 0)
  const findings: DocxFinding[] = []
  if (declared?.['w:type'] === 'dxa' && Number(declared['w:w']) !== total)
    findings.push(formatFinding('T5', where, `table of ${declared['w:w'] ?? ''} twips over a grid of ${total}`))
  let above: readonly Cell[] = []
  let bodyBegun = false
  elementsOf(table)
    .filter(({ name }) => name === 'w:tr')
    .forEach((row, index) => {
      const at = `${where}, row ${index + 1}`
      const properties = childOf(row, 'w:trPr')
      const isHeader = childOf(properties, 'w:tblHeader') !== null
      if (isHeader && bodyBegun) findings.push(formatFinding('T12', at, 'a header row below other rows'))
      bodyBegun ||= !isHeader
      const skipped = (name: string): number => Number(childOf(properties, name)?.attributes['w:val'] ?? 0)
      let column = skipped('w:gridBefore')
      const cells: Cell[] = []
      for (const cell of elementsOf(row).filter(({ name }) => name === 'w:tc')) {
        const cellProperties = childOf(cell, 'w:tcPr')
        const span = Number(childOf(cellProperties, 'w:gridSpan')?.attributes['w:val'] ?? 1)
        const merge = childOf(cellProperties, 'w:vMerge')
        const width = childOf(cellProperties, 'w:tcW')?.attributes
        const expected = grid.slice(column, column + span).reduce((sum, one) => sum + one, 0)
        if (width?.['w:type'] === 'dxa' && Number(width['w:w']) !== expected)
          findings.push(formatFinding('T5', at, `cell of ${width['w:w'] ?? ''} twips over columns of ${expected}`))
        cells.push({ column, span, merge: merge === null ? null : merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue' })
        column += span
      }
      if (column + skipped('w:gridAfter') !== grid.length)
        findings.push(formatFinding('T5', at, `${column} columns over a grid of ${grid.length}`))
      for (const cell of cells)
        if (cell.merge === 'continue' && !above.some((one) => one.column === cell.column && one.span === cell.span && one.merge !== null))
          findings.push(formatFinding('T10', at, `column ${cell.column + 1}`))
      above = cells
    })
  return findings
}

/** Values that come more than once, each once. */
function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}
