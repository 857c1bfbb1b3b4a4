import { retypeTemplate, templateWords, type TemplateBlock } from '#shared/domain/plan-template.ts'
import { ProvisionKind } from '#shared/domain/provision.ts'
import { fold } from '#shared/language/fold.ts'
import { planText } from '#shared/text/vi/plan.ts'
import { shelfText } from '#shared/text/vi/shelf.ts'
import type { CellChange, GridColumn } from '../../ui/grid/grid-types.ts'

const separator = ' · '

function kindWords({ area, kind }: Pick<TemplateBlock, 'area' | 'kind'>): string {
  return `${area === 'decision' ? `${shelfText.decisionArea}${separator}` : ''}${planText.kinds[kind]}`
}

const choices = (['body', 'decision'] as const).flatMap((area) =>
  ProvisionKind.options.map((kind) => ({ area, kind, words: kindWords({ area, kind }) })),
)

/** The columns of a template's blocks: what each is, and its words. */
export const blockColumns: readonly GridColumn<TemplateBlock>[] = [
  {
    key: 'kind',
    title: shelfText.blockKind,
    weight: 1,
    minWidth: 120,
    text: kindWords,
    complete: (text) => {
      const typed = fold(text.trim())
      const found = typed === '' ? [] : choices.filter(({ words }) => fold(words).includes(typed))
      return {
        from: 0,
        to: text.length,
        options: found.slice(0, 12).map(({ words }) => ({ key: words, label: words, detail: '', insert: words })),
        takesFirst: !found.some(({ words }) => fold(words) === typed),
      }
    },
  },
  { key: 'content', title: shelfText.blockText, weight: 8, minWidth: 260, text: ({ content }) => templateWords(content) },
]

/** A new line of a template: a bullet below bullets, else a paragraph's empty place. */
export function newBlock(after: TemplateBlock | undefined): TemplateBlock {
  return { area: after?.area ?? 'body', kind: after?.kind === 'bullet' ? 'bullet' : 'paragraph', content: [] }
}

function patched(block: TemplateBlock, column: string, text: string, unknown: (words: string) => void): TemplateBlock {
  if (column === 'content') return { ...block, content: retypeTemplate(block.content, text.trim()) }
  const choice = choices.find(({ words }) => fold(words) === fold(text.trim()))
  if (choice !== undefined) return { ...block, area: choice.area, kind: choice.kind }
  unknown(text.trim())
  return block
}

/** Blocks with changed cells; row keys are their places. A kind that does not exist is told and left as it was. */
export function changedBlocks(
  blocks: readonly TemplateBlock[],
  changes: readonly CellChange[],
  unknown: (words: string) => void,
): readonly TemplateBlock[] {
  const result = [...blocks]
  for (const { rowKey, columnKey, text } of changes) {
    const block = result[Number(rowKey)]
    if (block !== undefined) result[Number(rowKey)] = patched(block, columnKey, text, unknown)
  }
  return result
}

/** Pasted rows as blocks; without a kind each is like the block above it. */
export function pastedBlocks(
  last: TemplateBlock | undefined,
  columnKeys: readonly string[],
  cells: readonly (readonly string[])[],
  unknown: (words: string) => void,
): readonly TemplateBlock[] {
  return cells.map((row) =>
    row.reduce<TemplateBlock>((block, text, index) => patched(block, columnKeys[index] ?? '', text, unknown), newBlock(last)),
  )
}

/** Blocks with those of `places` moved before the line `before` (their count = at the end). */
export function movedBlocks(blocks: readonly TemplateBlock[], places: readonly number[], before: number): readonly TemplateBlock[] {
  const moved = places.flatMap((place) => blocks[place] ?? [])
  const stays = (place: number): boolean => !places.includes(place)
  const indexed = blocks.map((block, place) => ({ block, place }))
  return [
    ...indexed.filter(({ place }) => place < before && stays(place)).map(({ block }) => block),
    ...moved,
    ...indexed.filter(({ place }) => place >= before && stays(place)).map(({ block }) => block),
  ]
}
