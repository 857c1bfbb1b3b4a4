import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import type { FootnoteId, ProvisionId } from '#shared/domain/identifier.ts'
import type { CitationMark, Inline, PartyReference, TextInline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { ProvisionArea, ProvisionContent, ProvisionKind } from '#shared/domain/provision.ts'

const plainMarks = ['bold', 'italic', 'underline', 'superscript', 'subscript'] as const

function marksOf(schema: Schema, inline: TextInline): readonly Mark[] {
  const marks = plainMarks.filter((name) => inline[name] === true).map((name) => schema.mark(name))
  if (inline.citation !== undefined) marks.push(schema.mark('citation', { reference: inline.citation }))
  if (inline.party !== undefined) marks.push(schema.mark('party', { reference: inline.party }))
  return marks
}

/** Inline content of one provision as the editor's nodes. */
export function toFragment(schema: Schema, content: readonly Inline[]): Fragment {
  return Fragment.fromArray(
    content.map((inline) => {
      switch (inline.kind) {
        case 'text':
          return schema.text(inline.text, marksOf(schema, inline))
        case 'footnote':
          return schema.node('footnote', { id: inline.id, content: inline.content })
        case 'line-break':
          return schema.node('lineBreak')
        default:
          return inline satisfies never
      }
    }),
  )
}

export function toBlock(schema: Schema, { id, area, kind, content }: ProvisionContent): Node {
  return schema.node('provision', { id, area, kind }, toFragment(schema, content))
}

/** The editor's document of a text; a text without blocks gets one empty paragraph with `spareId`, because a document is never empty. */
export function toDocument(schema: Schema, contents: readonly ProvisionContent[], spareId: ProvisionId): Node {
  const blocks = contents.length > 0 ? contents : [{ id: spareId, area: 'body', kind: 'paragraph', content: [] } satisfies ProvisionContent]
  return schema.node(
    'doc',
    null,
    blocks.map((block) => toBlock(schema, block)),
  )
}

function fromText(node: Node): TextInline {
  const inline: TextInline = { kind: 'text', text: node.text ?? '' }
  for (const mark of node.marks) {
    const name = plainMarks.find((each) => each === mark.type.name)
    if (name !== undefined) inline[name] = true
    if (mark.type.name === 'citation') inline.citation = mark.attrs['reference'] as CitationMark
    if (mark.type.name === 'party') inline.party = mark.attrs['reference'] as PartyReference
  }
  return inline
}

/** The editor's nodes never change once made, so what was read from one block is kept: after a keystroke one block is read anew. */
const known = new WeakMap<Node, ProvisionContent>()

export function fromBlock(block: Node): ProvisionContent {
  const cached = known.get(block)
  if (cached !== undefined) return cached
  const content: Inline[] = []
  block.forEach((node) => {
    if (node.isText) content.push(fromText(node))
    else if (node.type.name === 'footnote')
      content.push({ kind: 'footnote', id: node.attrs['id'] as FootnoteId, content: node.attrs['content'] as TextInline[] })
    else content.push({ kind: 'line-break' })
  })
  const read: ProvisionContent = { ...identityOf(block), content: normaliseContent(content) }
  known.set(block, read)
  return read
}

/** Id, area and kind of a block. */
export function identityOf(block: Node): { readonly id: ProvisionId; readonly area: ProvisionArea; readonly kind: ProvisionKind } {
  return { id: block.attrs['id'] as ProvisionId, area: block.attrs['area'] as ProvisionArea, kind: block.attrs['kind'] as ProvisionKind }
}

/** The whole text in order. */
export function fromDocument(doc: Node): readonly ProvisionContent[] {
  return Array.from({ length: doc.childCount }, (_, index) => fromBlock(doc.child(index)))
}
