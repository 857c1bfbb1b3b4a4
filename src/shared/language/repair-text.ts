/** A text made fit for keeping, and the first words of each place where something other than its form was mended. */
export interface RepairedText {
  readonly text: string
  /** Line (1-based) and words of each repair, at most one a line. */
  readonly repairs: readonly { readonly line: number; readonly excerpt: string }[]
}

// eslint-disable-next-line no-control-regex -- stray controls are what this file is about
const strayControls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
/** Marks without width that word processors and web pages leave behind: soft hyphens, joiners, direction marks, byte order marks. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
/** Spaces of any width. A thin or non-breaking space is a matter of the page, not of the text. */
const wideSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/**
 * Brings a text into the form that is stored: NFC, plain spaces, no invisible marks, Icelandic eth (typed for đ by old drivers)
 * as đ. Line ends and form feeds stay. Repairs that a person should look at (split letters, controls, lost letters U+FFFD, eth)
 * are told; spaces and invisible marks are not worth a word.
 */
export function repairText(text: string): RepairedText {
  const plain = text.replace(invisible, '').replace(wideSpaces, ' ')
  const repairs: { line: number; excerpt: string }[] = []
  const lines = plain.split('\n').map((line, index) => {
    const mended = mendLine(line)
    if (mended !== line || line.includes('\uFFFD')) repairs.push({ line: index + 1, excerpt: mended.trim().slice(0, 80) })
    return mended
  })
  return { text: lines.join('\n'), repairs }
}

function mendLine(line: string): string {
  return line.replace(strayControls, '').normalize('NFC').replace(/Ð/g, 'Đ').replace(/ð/g, 'đ')
}
