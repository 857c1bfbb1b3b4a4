import type { Inline } from '#shared/domain/inline.ts'
import { normaliseContent } from '#shared/domain/inline-text.ts'
import type { ProvisionArea, ProvisionKind } from '#shared/domain/provision.ts'
import { typedKind } from './kinds.ts'

/** One block as pasted. `kind` is null where nothing in it says what it is. */
export interface PastedBlock {
  readonly kind: ProvisionKind | null
  readonly content: readonly Inline[]
}

const ended = /[.;:!?…”"»)\]]\s*$/u
const startsSmall = /^\s*\p{Ll}/u

/**
 * Plain text as blocks. Text out of a PDF is broken where its lines ended on paper, with empty lines and page numbers between: such
 * lines are joined again. A line that begins with a number or a dash always begins a block.
 */
export function readPlainText(text: string, area: ProvisionArea): readonly PastedBlock[] {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/[\t\u00a0 ]+/g, ' ').trim())
    .filter((line) => !/^\d{1,3}$/.test(line))
  const longest = Math.max(0, ...lines.map((line) => line.length))
  // Paper holds 70 to 110 letters a line; longer lines are whole paragraphs.
  const wrapped = longest <= 120 && lines.filter((line) => line.length > longest * 0.75).length >= 2
  const blocks: string[] = []
  let gap = false
  for (const line of lines) {
    if (line === '') {
      gap = true
      continue
    }
    const last = blocks.at(-1)
    const lastLine = last?.slice(last.lastIndexOf('\n') + 1) ?? ''
    const begins = typedKind(`${line} `, area) !== null && typedKind(line, area) !== null
    const unfinished = last !== undefined && !ended.test(last)
    const joins =
      last !== undefined && !begins && unfinished && (startsSmall.test(line) || (wrapped && !gap && lastLine.length > longest * 0.6))
    if (joins) blocks[blocks.length - 1] = `${last}\n${line}`
    else blocks.push(line)
    gap = false
  }
  return blocks.map((block) => recognise([{ kind: 'text', text: block.replaceAll('\n', ' ') }], area))
}

/** Takes a typed number off a block's start and says what kind it made. */
export function recognise(content: readonly Inline[], area: ProvisionArea): PastedBlock {
  const clean = trimmed(normaliseContent(content))
  // A number may be set in bold and its text not: it then ends inside or at the end of the first stretch.
  const lead = clean
    .slice(0, 3)
    .map((inline) => (inline.kind === 'text' ? inline.text : '\ufffc'))
    .join('')
  const typed = typedKind(lead, area)
  return typed === null ? { kind: null, content: clean } : { kind: typed.kind, content: trimmed(cutStart(clean, typed.length)) }
}

function cutStart(content: readonly Inline[], length: number): readonly Inline[] {
  let left = length
  return content.flatMap((inline): Inline[] => {
    if (left === 0 || inline.kind !== 'text') return [inline]
    const cut = Math.min(left, inline.text.length)
    left -= cut
    const text = inline.text.slice(cut)
    return text === '' ? [] : [{ ...inline, text }]
  })
}

function trimmed(content: readonly Inline[]): readonly Inline[] {
  const first = content[0]
  const last = content.at(-1)
  if (first?.kind === 'line-break' || (first?.kind === 'text' && first.text.trim() === '')) return trimmed(content.slice(1))
  if (last?.kind === 'line-break' || (last?.kind === 'text' && last.text.trim() === '')) return trimmed(content.slice(0, -1))
  return content.map((inline, index) => {
    if (inline.kind !== 'text') return inline
    const start = index === 0 ? inline.text.trimStart() : inline.text
    return { ...inline, text: index === content.length - 1 ? start.trimEnd() : start }
  })
}
