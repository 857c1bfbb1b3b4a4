/** What a person should know of a document that was built; the words are in `shared/text/vi`. */
export type DocumentNotice =
  /** A table's row is taller than a page and will split over two. */
  | { readonly code: 'row-splits'; readonly sourceId: string; readonly excerpt: string }
  /** There are appendices, and the text does not point to them (decree I.III.1.a). */
  | { readonly code: 'appendix-not-referenced' }
  /** Letters that the font of the pages has no shape for; Word would take them from another font. */
  | { readonly code: 'letters-without-shape'; readonly letters: readonly string[] }
