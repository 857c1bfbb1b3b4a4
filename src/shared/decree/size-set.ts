import type { SizeSet } from '../domain/plan.ts'

/** Sizes in points of every part of a paper. */
export interface Sizes {
  readonly nationalName: number
  readonly motto: number
  readonly issuer: number
  readonly number: number
  readonly placeDate: number
  readonly title: number
  readonly body: number
  readonly signature: number
  readonly recipientsHeading: number
  readonly recipient: number
  readonly appendixNumber: number
  readonly pageNumber: number
  /** The decree is silent on tables and footnotes: 12 and 10 are practice. */
  readonly cell: number
  readonly footnote: number
}

/** Sizes fixed by the decree whatever the set: number line 13, "Nơi nhận" 12 and 11, "Phụ lục" 14 (table V). */
const fixed = { number: 13, recipientsHeading: 12, recipient: 11, appendixNumber: 14, cell: 12, footnote: 10 } as const

/** The two sets of sizes that move together (table V, footnote 1): every size goes up or down with the others. */
export const sizeSets: Readonly<Record<SizeSet, Sizes>> = {
  smaller: { ...fixed, nationalName: 12, motto: 13, issuer: 12, placeDate: 13, title: 13, body: 13, signature: 13, pageNumber: 13 },
  larger: { ...fixed, nationalName: 13, motto: 14, issuer: 13, placeDate: 14, title: 14, body: 14, signature: 14, pageNumber: 14 },
}
