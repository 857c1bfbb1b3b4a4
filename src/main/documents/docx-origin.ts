import type { DocumentOrigin } from '#shared/document/blocks.ts'
import type { OfficePackage } from './open-package.ts'
import { elementsOf, textOf } from './xml-tree.ts'

/** The properties by which one of our files says which records it was made of. */
export const originProperties = [
  { name: 'CCHC-KeHoach', key: 'planId' },
  { name: 'CCHC-BanGoc', key: 'contentHash' },
  { name: 'CCHC-VanBan', key: 'paper' },
] as const satisfies readonly { readonly name: string; readonly key: keyof DocumentOrigin }[]

/** Which records a file was made of, or null when it is none of ours or lost its properties. Throws what `OfficePackage.xml` throws. */
export function readOrigin(source: OfficePackage): DocumentOrigin | null {
  const part = [...source.relationships('').values()].find(({ type }) => type.endsWith('/custom-properties'))?.target
  if (part === undefined) return null
  const found = new Map<string, string>()
  for (const property of elementsOf(source.xml(part))) {
    const value = elementsOf(property)[0]
    const known = originProperties.find(({ name }) => name === property.attributes['name'])
    if (known !== undefined && value !== undefined) found.set(known.key, textOf(value).trim())
  }
  const [planId, contentHash, paper] = [found.get('planId'), found.get('contentHash'), found.get('paper')]
  if (planId === undefined || !/^[0-9a-f]{64}$/.test(contentHash ?? '') || contentHash === undefined) return null
  return { planId, contentHash, paper: paper === 'appendix' ? 'appendix' : 'plan' }
}
