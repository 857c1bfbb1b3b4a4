import type { CitedDocument, CitedDocumentFacts } from '#shared/domain/cited-document.ts'
import { fold } from '#shared/language/fold.ts'

/** What a document is found by. */
export function wordsOfDocument({ type, symbol, issuer, title, issuedOn, note }: CitedDocumentFacts): string {
  const date = issuedOn?.split('-').toReversed().join('/') ?? ''
  return fold(`${type} ${symbol} ${symbol.replace(/[^\p{L}\p{N}]+/gu, ' ')} ${date} ${issuer} ${title} ${note}`)
}

/** Documents that hold every word typed, each anywhere, without accents: "76 chinh phu". */
export function findDocuments(registry: readonly CitedDocument[], typed: string): readonly CitedDocument[] {
  const wanted = fold(typed).split(' ')
  return registry.filter((document) => {
    const words = wordsOfDocument(document)
    return wanted.every((word) => words.includes(word))
  })
}
