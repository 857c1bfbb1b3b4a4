import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAppendixPaste } from '#main/documents/read-appendix.ts'
import { AppError } from '#shared/app-error.ts'
import type { AppendixFileDraft } from '#shared/domain/draft.ts'
import { langSon } from '../../helpers/provinces.ts'

const context = { registry: langSon, asOf: '2023-01-01', planYear: 2023, issuedOn: null }

/** A row as offices build them: the cells of a task, of a merged heading, with parts left out or going on below. */
interface Shape {
  readonly kind:
    | 'task'
    | 'merged-heading'
    | 'numbered-heading'
    | 'no-number'
    | 'only-lead'
    | 'two-leads'
    | 'wide-lead'
    | 'one-cell'
    | 'empty'
  readonly number: string
}
const shape = fc.record<Shape>({
  kind: fc.constantFrom(
    'task',
    'task',
    'task',
    'merged-heading',
    'numbered-heading',
    'no-number',
    'only-lead',
    'two-leads',
    'wide-lead',
    'one-cell',
    'empty',
  ),
  number: fc.constantFrom('I', 'II', 'A', '1', '2', '1.1', 'a)', '', '-'),
})

function td(text: string, attributes = ''): string {
  return `<td${attributes}>${text}</td>`
}

/** The table as a clipboard's HTML; every word of it is unique, so that a lost one is seen. */
function tableOf(shapes: readonly Shape[]): { readonly html: string; readonly words: readonly string[] } {
  const words: string[] = []
  const word = (prefix: string): string => {
    const unique = `${prefix}${words.length}x`
    words.push(unique)
    return unique
  }
  const rows = shapes.map(({ kind, number }) => {
    switch (kind) {
      case 'task':
        return `<tr>${[number, word('Việc'), word('Sở '), word('Ban '), word('hạn'), word('Tờ')].map((text) => td(text)).join('')}</tr>`
      case 'merged-heading':
        return `<tr>${td(`${number} ${word('Mục')} ${word('chung')}`, ' colspan=6')}</tr>`
      case 'numbered-heading':
        return `<tr>${td(number)}${td(word('Mục'))}${td('').repeat(4)}</tr>`
      case 'no-number':
        return `<tr>${['', word('việc'), word('Sở '), '', word('hạn'), ''].map((text) => td(text)).join('')}</tr>`
      case 'only-lead':
        return `<tr>${['', '', word('Sở '), word('Ban '), '', ''].map((text) => td(text)).join('')}</tr>`
      case 'two-leads':
        return `<tr>${td(number, ' rowspan=2')}${td(word('Việc'), ' rowspan=2')}${[word('Sở '), word('Ban '), word('hạn'), word('Tờ')].map((text) => td(text)).join('')}</tr><tr>${[word('Sở '), '', word('hạn'), word('Tờ')].map((text) => td(text)).join('')}</tr>`
      case 'wide-lead':
        return `<tr>${td(number)}${td(word('Việc'))}${td(word('Theo '), ' colspan=2')}${td(word('hạn'))}${td(word('Tờ'))}</tr>`
      case 'one-cell':
        return `<tr>${td('').repeat(3)}${td(word('chữ'))}${td('').repeat(2)}</tr>`
      case 'empty':
        return `<tr>${td('').repeat(6)}</tr>`
      default:
        return kind satisfies never
    }
  })
  const header = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'].map((title) => td(title)).join('')
  return {
    html: `<table><tr>${header}</tr>${rows.join('')}</table>`,
    words: words.flatMap((text) => text.split(' ')).filter((text) => /\d/.test(text)),
  }
}

/** What a person sees of a draft: the rows' fields as they will be kept, headings, and the rows told as not understood. */
function shown({ appendices, warnings }: AppendixFileDraft): string {
  return JSON.stringify([
    appendices.map(({ rows }) =>
      rows.map(({ fieldTitle, subgroup, content, product, leads, coordinating, deadline }) => [
        fieldTitle,
        subgroup,
        content,
        product,
        deadline.phrase,
        ...[...leads, ...coordinating].map((party) => (party.kind === 'words' ? party.words : '')),
      ]),
    ),
    warnings.filter(({ code }) => code === 'row-not-understood'),
  ])
}

test('whatever the shape of a table, no word of it vanishes', () =>
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 12 }), (shapes) => {
      const { html, words } = tableOf([{ kind: 'task', number: '1' }, ...shapes])
      const draft = readAppendixPaste({ text: '', html, ...context }, () => undefined)
      if (draft instanceof Promise) throw new Error('pasted cells are read at once')
      const text = shown(draft)
      expect(words.filter((word) => !text.includes(word))).toEqual([])
    }),
    { numRuns: 300 },
  ))

function outcome(read: () => unknown): string {
  try {
    read()
    return 'draft'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('whatever is pasted, the answer is a draft or a failure with its own sentence', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.oneof(
            fc.constantFrom('STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn', 'I', '1', 'Sở Nội vụ', 'Quý I/2023', ''),
            fc.string({ maxLength: 10 }),
          ),
          { maxLength: 6 },
        ),
        { maxLength: 8 },
      ),
      fc.boolean(),
      (rows, asHtml) => {
        const text = rows.map((row) => row.join('\t')).join('\n')
        const html = asHtml ? `<table>${rows.map((row) => `<tr><td rowspan=2>${row.join('<td colspan=3>')}`).join('')}` : null
        expect(['draft', 'file-without-table']).toContain(outcome(() => readAppendixPaste({ text, html, ...context }, () => undefined)))
      },
    ),
  ))
