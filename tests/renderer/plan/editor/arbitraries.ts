import fc from 'fast-check'
import type { AgencyId, FootnoteId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Inline, TextInline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import { ProvisionArea, ProvisionKind, type ProvisionContent } from '#shared/domain/provision.ts'

const words = fc
  .array(fc.constantFrom('cải', 'cách', 'hành', 'chính', ' ', '  ', 'đ', 'ộ', 'Điều 1.', '-', '“”', '👍🏽'), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''))
const yes = fc.constantFrom(true, undefined)

const textInline: fc.Arbitrary<TextInline> = fc
  .record({
    text: words,
    bold: yes,
    italic: yes,
    underline: yes,
    superscript: yes,
    citation: fc.option(fc.constantFrom({ symbol: '76/NQ-CP', issuedOn: null }, { symbol: '30/2020/NĐ-CP', issuedOn: '2020-03-05' }), {
      nil: undefined,
      freq: 3,
    }),
    party: fc.option(
      fc.uuid().map((agencyId) => ({ kind: 'agency' as const, agencyId: agencyId as AgencyId })),
      { nil: undefined, freq: 4 },
    ),
  })
  .map((record) => normaliseContent([{ kind: 'text', ...record }])[0] as TextInline)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: textInline },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'line-break' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('footnote' as const),
      id: fc.uuid().map((id) => id as FootnoteId),
      content: fc.array(textInline, { maxLength: 2 }),
    }),
  },
)

/** A text as the store would hold it: contents normalised, every id once. */
export const aText: fc.Arbitrary<readonly ProvisionContent[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid().map((id) => id as ProvisionId),
      area: fc.constantFrom(...ProvisionArea.options),
      kind: fc.constantFrom(...ProvisionKind.options),
      content: fc.array(inline, { maxLength: 5 }).map((content) => normaliseContent(content)),
    }),
    { minLength: 1, maxLength: 8, selector: ({ id }) => id },
  )
  .map((blocks) =>
    blocks.map((each) => ({
      ...each,
      content: each.content.map((piece) =>
        piece.kind === 'footnote' ? { ...piece, content: normaliseContent(piece.content) as TextInline[] } : piece,
      ),
    })),
  )

let counter = 0
/** Ids in order of making, so that a failing case reads well. */
export function countedId<Id extends string>(): Id {
  counter += 1
  return `00000000-0000-7000-8000-${String(counter).padStart(12, '0')}` as Id
}

/** A block of plain words. */
export function block(id: string, text: string, kind: ProvisionContent['kind'] = 'bullet'): ProvisionContent {
  return { id: id as ProvisionId, area: 'body', kind, content: text === '' ? [] : [{ kind: 'text', text }] }
}
