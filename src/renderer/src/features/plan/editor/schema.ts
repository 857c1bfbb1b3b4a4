import { getSchema, Mark, mergeAttributes, Node, type Extensions } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { plainView } from './numbers.ts'

/**
 * The editor's document is the plan's own: a flat list of provisions, each with its id, kind and area. Numbers are not in it: they
 * are drawn (numbers.ts). Footnotes stand in the text as atoms and hold their own words.
 */

const Doc = Node.create({ name: 'doc', topNode: true, content: 'provision+' })
const Text = Node.create({ name: 'text', group: 'inline' })

const readChoice =
  <T extends string>(options: readonly T[], attribute: string, fallback: T) =>
  (element: HTMLElement): T =>
    options.find((option) => option === element.getAttribute(attribute)) ?? fallback

function elementOf(tag: string, attributes: Readonly<Record<string, unknown>>): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (typeof value === 'string') element.setAttribute(name, value)
  return element
}

interface ProvisionOptions {
  /** Ids on the clipboard count only inside the plan they come from. */
  readonly planId: string
}

export const ProvisionNode = Node.create<ProvisionOptions>({
  name: 'provision',
  content: 'inline*',
  defining: true,
  addOptions: () => ({ planId: '' }),
  addAttributes() {
    const { planId } = this.options
    return {
      id: {
        default: null,
        parseHTML: (element: HTMLElement) => (element.getAttribute('data-plan') === planId ? element.getAttribute('data-id') : null),
        renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-id': id, 'data-plan': planId }),
      },
      kind: {
        default: 'paragraph' satisfies ProvisionKind,
        parseHTML: readChoice(ProvisionKind.options, 'data-kind', 'paragraph'),
        renderHTML: ({ kind }: Record<string, unknown>) => ({ 'data-kind': kind }),
      },
      area: {
        default: 'body' satisfies ProvisionArea,
        parseHTML: readChoice(ProvisionArea.options, 'data-area', 'body'),
        renderHTML: ({ area }: Record<string, unknown>) => ({ 'data-area': area }),
      },
    }
  },
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addNodeView:
    () =>
    ({ node, HTMLAttributes }): NodeView => {
      const element = elementOf('p', HTMLAttributes)
      return plainView(node, element, element)
    },
})

const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  marks: '',
  addAttributes() {
    return {
      id: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-footnote'),
        renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-footnote': id }),
      },
      content: {
        default: [],
        parseHTML: (element: HTMLElement) => JSON.parse(element.getAttribute('data-content') ?? '[]') as unknown,
        renderHTML: ({ content }: Record<string, unknown>) => ({ 'data-content': JSON.stringify(content) }),
      },
    }
  },
  parseHTML: () => [{ tag: 'sup[data-footnote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes({ class: 'footnote', role: 'doc-noteref' }, HTMLAttributes)],
  addNodeView:
    () =>
    ({ node, HTMLAttributes }): NodeView =>
      plainView(node, elementOf('sup', mergeAttributes({ class: 'footnote', role: 'doc-noteref' }, HTMLAttributes)), null),
})

const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
})

const plainMark = (name: string, tag: string, also: readonly string[], style?: string): Mark =>
  Mark.create({
    name,
    parseHTML: () => [...[tag, ...also].map((each) => ({ tag: each })), ...(style === undefined ? [] : [{ style }])],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

/** A mark over literal words. It does not grow when one types at its ends. */
const referenceMark = (name: string, attribute: string): Mark =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({
      reference: {
        default: null,
        parseHTML: (element: HTMLElement) => JSON.parse(element.getAttribute(attribute) ?? 'null') as unknown,
        renderHTML: ({ reference }: Record<string, unknown>) => ({ [attribute]: JSON.stringify(reference) }),
      },
    }),
    parseHTML: () => [{ tag: `span[${attribute}]` }],
    renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  })

/** Nodes and marks, without behaviour: enough for a schema. `planId` guards ids on the clipboard. */
export function textExtensions(planId: string): Extensions {
  return [
    Doc,
    Text,
    ProvisionNode.configure({ planId }),
    FootnoteNode,
    LineBreak,
    plainMark('bold', 'strong', ['b'], 'font-weight=bold'),
    plainMark('italic', 'em', ['i'], 'font-style=italic'),
    plainMark('underline', 'u', [], 'text-decoration=underline'),
    plainMark('superscript', 'sup', []),
    plainMark('subscript', 'sub', []),
    referenceMark('citation', 'data-citation'),
    referenceMark('party', 'data-party'),
  ]
}

/** The schema alone, for conversion and tests. */
export function textSchema(planId: string): Schema {
  return getSchema(textExtensions(planId))
}
