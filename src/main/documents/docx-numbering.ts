import { toRoman } from '#shared/language/roman.ts'
import { childOf, elementsOf } from './xml-tree.ts'
import type { XmlElement } from './xml-tree.ts'
import type { DocxNumber } from './docx-body.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** "%1." or "%1.%2." or a bullet. */
  readonly text: string
  /** The list restarts after a paragraph of this level or above (1-based; 0 = never restarts). */
  readonly restartAfter: number | null
}

/** Counts the automatic numbers of a file's paragraphs, in document order. */
export interface DocxNumberer {
  /** The next number of a list at a level, or null when the list is unknown or off (`numId` 0). */
  readonly next: (numberingId: string, level: number) => DocxNumber | null
}

/** Reads `word/numbering.xml` (null: the file has none). */
export function readNumbering(root: XmlElement | null): DocxNumberer {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  const lists = new Map<string, { abstractId: string; levels: ReadonlyMap<number, Level>; starts: ReadonlyMap<number, number> }>()
  for (const element of elementsOf(root)) {
    const id = element.attributes['w:abstractNumId']
    if (element.name === 'w:abstractNum' && id !== undefined) abstracts.set(id, readLevels(element))
  }
  for (const element of elementsOf(root)) {
    const id = element.attributes['w:numId']
    const abstractId = childOf(element, 'w:abstractNumId')?.attributes['w:val']
    if (element.name !== 'w:num' || id === undefined || abstractId === undefined) continue
    const levels = new Map(abstracts.get(abstractId))
    const starts = new Map<number, number>()
    for (const override of elementsOf(element)) {
      if (override.name !== 'w:lvlOverride') continue
      const at = Number(override.attributes['w:ilvl'] ?? '0')
      const start = childOf(override, 'w:startOverride')?.attributes['w:val']
      if (start !== undefined) starts.set(at, Number(start))
      for (const [level, value] of readLevels(override)) levels.set(level, value)
    }
    lists.set(id, { abstractId, levels, starts })
  }

  /** Counters belong to the abstract list: two lists of one kind continue each other unless one overrides its start. */
  const counters = new Map<string, (number | null)[]>()
  const begun = new Set<string>()
  return {
    next: (numberingId, level) => {
      const list = lists.get(numberingId)
      const definition = list?.levels.get(level)
      if (list === undefined || definition === undefined || level < 0 || level > 8) return null
      const counts = counters.get(list.abstractId) ?? Array.from({ length: 9 }, () => null)
      counters.set(list.abstractId, counts)
      const override = list.starts.get(level)
      if (override !== undefined && !begun.has(`${numberingId}/${level}`)) {
        begun.add(`${numberingId}/${level}`)
        counts[level] = override - 1
      }
      const before = counts[level] ?? null
      counts[level] = before === null ? definition.start : before + 1
      for (let deeper = level + 1; deeper < counts.length; deeper += 1) {
        const restartAfter = list.levels.get(deeper)?.restartAfter ?? null
        if (restartAfter === null || level + 1 <= restartAfter) counts[deeper] = null
      }
      return { label: label(definition, list.levels, counts), format: definition.format, level }
    },
  }
}

function readLevels(parent: XmlElement): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>()
  for (const element of elementsOf(parent)) {
    if (element.name !== 'w:lvl') continue
    const value = (name: string): string | undefined => childOf(element, name)?.attributes['w:val']
    const restart = value('w:lvlRestart')
    levels.set(Number(element.attributes['w:ilvl'] ?? '0'), {
      start: Number(value('w:start') ?? '1'),
      format: value('w:numFmt') ?? 'decimal',
      text: value('w:lvlText') ?? '',
      restartAfter: restart === undefined ? null : Number(restart),
    })
  }
  return levels
}

function label(definition: Level, levels: ReadonlyMap<number, Level>, counts: readonly (number | null)[]): string {
  if (definition.format === 'none') return ''
  if (definition.format === 'bullet') return bulletSign(definition.text)
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels.get(at)
    return formatCount(counts[at] ?? level?.start ?? 1, level?.format ?? 'decimal')
  })
}

/** Bullets of the Symbol and Wingdings fonts stand in the private area (U+F0xx); a dash and a plus keep their meaning as levels. */
function bulletSign(text: string): string {
  const sign = text.trim()
  if (sign === '\uF02D' || sign === '–' || sign === '—' || sign === '-' || sign === '‐' || sign === '‑' || sign === '−') return '-'
  if (sign === '\uF02B' || sign === '+') return '+'
  return sign === '' || /^[\uF000-\uF0FF]/.test(sign) ? '•' : sign
}

function formatCount(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return count > 0 && count < 4000 ? toRoman(count) : String(count)
    case 'lowerRoman':
      return count > 0 && count < 4000 ? toRoman(count).toLowerCase() : String(count)
    case 'upperLetter':
      return letters(count)
    case 'lowerLetter':
      return letters(count).toLowerCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** Word counts A … Z, AA, BB, CC: the letter is repeated. */
function letters(count: number): string {
  if (count < 1) return String(count)
  return String.fromCodePoint(65 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 20))
}
