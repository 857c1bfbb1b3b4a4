import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDocument, toDocument } from '#renderer/features/plan/editor/convert.ts'
import { textSchema } from '#renderer/features/plan/editor/schema.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { aText, block, countedId } from './arbitraries.ts'

const schema = textSchema('plan')

test('a text goes into the editor and comes out word for word, with its marks, footnotes and ids', () => {
  fc.assert(
    fc.property(aText, (text) => {
      const document = toDocument(schema, text, countedId())
      document.check()
      expect(fromDocument(document)).toEqual(text)
    }),
  )
})

test('an empty plan gives the editor one empty paragraph to type in', () => {
  const id = countedId<ProvisionContent['id']>()
  expect(fromDocument(toDocument(schema, [], id))).toEqual([{ id, area: 'body', kind: 'paragraph', content: [] }])
})

test('letters typed as base and tone apart are stored as one', () => {
  const typed = toDocument(schema, [block('a', 'hoàn thành'.normalize('NFD'))], countedId())
  expect(fromDocument(typed)).toEqual([block('a', 'hoàn thành'.normalize('NFC'))])
})
