import { sourceIdOfBookmark } from '#shared/document/bookmark.ts'
import { elementsOf, textOf, type XmlElement } from './xml-tree.ts'

/** What a paragraph or row keeps beside its words: our marks, who changed it under tracking, which comments stand at it. */
export interface DocxTraces {
  /** Ids of our records whose hidden mark stands here, and how many letters of this paragraph it covers. */
  readonly marks: ReadonlyMap<string, number>
  readonly changes: readonly DocxChange[]
  /** Ids of comments. */
  readonly comments: readonly string[]
}

export interface DocxChange {
  readonly author: string
  readonly kind: 'inserted' | 'deleted' | 'moved'
}

/** Words deleted under tracking, by whom. */
export interface DocxDeletion {
  readonly author: string
  readonly text: string
}

export interface DocxComment {
  readonly id: string
  readonly author: string
  readonly text: string
}

interface Collecting {
  readonly marks: Map<string, number>
  readonly changes: Map<string, DocxChange>
  readonly comments: Set<string>
}

/** Collects what stands beside the words while a file is walked. */
export interface TraceWalk {
  /** Our record's id of each bookmark that stands open, by the bookmark's own id. */
  readonly openMarks: Map<string, string>
  readonly openComments: Set<string>
  /** Authors of the insertions that stand open, the innermost last. */
  readonly insertions: DocxChange[]
  readonly deletions: DocxDeletion[]
  at: Collecting
}

const nowhere = (): Collecting => ({ marks: new Map(), changes: new Map(), comments: new Set() })

export function createTraceWalk(): TraceWalk {
  return { openMarks: new Map(), openComments: new Set(), insertions: [], deletions: [], at: nowhere() }
}

/** Reads a paragraph or row with traces of its own; gives what was read and them, null when there are none. */
export function withTraces<T>(walk: TraceWalk, read: () => T): { readonly value: T; readonly traces: DocxTraces | null } {
  const outer = walk.at
  const own = nowhere()
  walk.at = own
  const value = read()
  walk.at = outer
  const isEmpty = own.marks.size + own.changes.size + own.comments.size === 0
  return { value, traces: isEmpty ? null : { marks: own.marks, changes: [...own.changes.values()], comments: [...own.comments] } }
}

/** Marks and comments of two paragraphs that became one. */
export function joinTraces(one: DocxTraces | undefined, other: DocxTraces | undefined): DocxTraces | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const marks = new Map(one.marks)
  for (const [id, letters] of other.marks) marks.set(id, (marks.get(id) ?? 0) + letters)
  return { marks, changes: [...one.changes, ...other.changes], comments: [...one.comments, ...other.comments] }
}

/** Counts letters under every mark that stands open, and lays open comments and insertions on the paragraph. */
export function traceWords(walk: TraceWalk, letters: number): void {
  for (const id of walk.openMarks.values()) walk.at.marks.set(id, (walk.at.marks.get(id) ?? 0) + letters)
  for (const id of walk.openComments) walk.at.comments.add(id)
  const insertion = walk.insertions.at(-1)
  if (insertion !== undefined) addChange(walk, insertion)
}

export function addChange(walk: TraceWalk, change: DocxChange): void {
  walk.at.changes.set(`${change.kind}/${change.author}`, change)
}

export function changeOf({ attributes }: XmlElement, kind: DocxChange['kind']): DocxChange {
  return { author: (attributes['w:author'] ?? '').normalize('NFC').trim(), kind }
}

/** Notes a bookmark's or comment's edge, wherever it stands: between words, paragraphs, cells or rows. Tells whether it was one. */
export function traceEdge(element: XmlElement, walk: TraceWalk): boolean {
  const id = element.attributes['w:id'] ?? ''
  switch (element.name) {
    case 'w:bookmarkStart': {
      const sourceId = sourceIdOfBookmark(element.attributes['w:name'] ?? '')
      if (sourceId === null) return true
      walk.openMarks.set(id, sourceId)
      walk.at.marks.set(sourceId, walk.at.marks.get(sourceId) ?? 0)
      return true
    }
    case 'w:bookmarkEnd':
      walk.openMarks.delete(id)
      return true
    case 'w:commentRangeStart':
      walk.openComments.add(id)
      return true
    case 'w:commentRangeEnd':
      walk.openComments.delete(id)
      return true
    case 'w:commentReference':
      walk.at.comments.add(id)
      return true
    default:
      return false
  }
}

/** What goes with a deleted stretch: who deleted which words, and the edges of marks that stand inside it. */
export function traceDeletion(element: XmlElement, kind: 'deleted' | 'moved', walk: TraceWalk): void {
  const change = changeOf(element, kind)
  addChange(walk, change)
  if (kind === 'deleted') addDeletion(walk, change.author, deletedWords(element))
  traceEdgesWithin(element, walk)
}

export function addDeletion(walk: TraceWalk, author: string, text: string): void {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (words !== '') walk.deletions.push({ author, text: words })
}

function traceEdgesWithin(element: XmlElement, walk: TraceWalk): void {
  for (const child of elementsOf(element)) if (!traceEdge(child, walk)) traceEdgesWithin(child, walk)
}

/** Every word under an element, those deleted under tracking too. */
export function deletedWords(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => (child.name === 'w:t' || child.name === 'w:delText' ? textOf(child) : deletedWords(child)))
    .join('')
}
