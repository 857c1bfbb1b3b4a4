/** Vowel pairs whose tone mark has two places in use: "hoà" and "hòa", "thuỷ" and "thủy" are one word. Read on decomposed text. */
const OPEN_PAIR = /(?<!q)(o|u)([\u0300\u0301\u0303\u0309\u0323])(a|e|y)(?![\p{L}\p{M}])/giu

/** One way of writing for what is typed in several: places of tone marks, quotes and dashes. Gives decomposed text. */
function asTyped(text: string): string {
  return text
    .normalize('NFD')
    .replace(OPEN_PAIR, '$1$3$2')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
}

/** Text without what takes no room on paper: composed, its white space of any width one space. */
function withoutRoom(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u00AD\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Whether two texts are other letters on the screen but the same words on paper: only the way of typing differs. */
export function differsOnlyInTyping(one: string, other: string): boolean {
  if (one === other) return false
  const [mine, theirs] = [withoutRoom(one), withoutRoom(other)]
  // Letters, tones, quotes and dashes are one letter however they are typed: most edits are told by the length.
  return mine.length === theirs.length && asTyped(mine) === asTyped(theirs)
}
