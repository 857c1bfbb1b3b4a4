import { z } from 'zod'
import { Inline } from './inline.ts'
import { OrderKey, PlanId, ProvisionId, Version } from './identifier.ts'

/**
 * Provision (mục, đoạn, gạch đầu dòng): one block of a plan's text. The list is flat and ordered; the tree follows from the kinds.
 *
 * - `legal-basis` căn cứ, italic (decree I.II.6.a) · `opening` the sentence before part I
 * - `part` "Phần I" · `section` "I." · `heading` "1." · `subheading` "1.1." · `point` "a)" · `bullet` "-" · `sub-bullet` "+"
 * - `paragraph` plain text under the nearest heading · `appendix-reference` "(Có phụ lục … kèm theo)."
 * - `closing` the sentence that ends in "./."
 * - `article` "Điều 1." · `clause` "1." inside an article (the issuing decision)
 */
export const ProvisionKind = z.enum([
  'legal-basis',
  'opening',
  'part',
  'section',
  'heading',
  'subheading',
  'point',
  'bullet',
  'sub-bullet',
  'paragraph',
  'appendix-reference',
  'closing',
  'article',
  'clause',
])
export type ProvisionKind = z.infer<typeof ProvisionKind>

/** Which paper the block stands on: the plan itself, or the decision that issues it. */
export const ProvisionArea = z.enum(['decision', 'body'])
export type ProvisionArea = z.infer<typeof ProvisionArea>

/** What the editor, an import or a copy holds of a provision. */
export const ProvisionContent = z.object({
  id: ProvisionId,
  area: ProvisionArea,
  kind: ProvisionKind,
  content: z.array(Inline).readonly(),
})
export type ProvisionContent = z.infer<typeof ProvisionContent>

export const Provision = ProvisionContent.extend({ planId: PlanId, position: OrderKey, version: Version })
export type Provision = z.infer<typeof Provision>
