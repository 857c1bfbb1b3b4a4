import { AppError } from '#shared/app-error.ts'

export interface PageSize {
  readonly widthPoints: number
  readonly heightPoints: number
}

export interface DrawnPage extends PageSize {
  /** From 0. */
  readonly index: number
  /** A whole SVG image: glyphs as outlines, no text, no script, no reference outside itself. */
  readonly svg: string
}

/** All that a drawing of ours is made of; anything else would be a surprise and is refused. */
const ELEMENTS = new Set(['g', 'path', 'use', 'rect', 'clipPath'])

const PAGE_START = '<g class="typst-page"'

/**
 * Cuts the renderer's one long picture into a picture a page. `svg` holds the pages `first` to `last` (from 0) drawn, all others empty.
 *
 * The renderer gives the outline of a letter only once: `outlines` keeps them, and gets the new ones.
 *
 * What the renderer adds for selecting text and for patching the picture later is dropped, names are made short, and
 * each picture carries the outlines of its own letters: it is shown as an image, where nothing in it can run. About a
 * third of the renderer's text is left.
 */
export function splitPages(
  svg: string,
  outlines: Map<string, string>,
  sizes: readonly PageSize[],
  first: number,
  last: number,
): readonly DrawnPage[] {
  learnOutlines(svg, outlines)
  const clips = new Map([...svg.matchAll(/<clipPath id="([^"]+)"[^>]*>.*?<\/clipPath>/g)].map(([whole, id]) => [id, whole]))
  const bodies = svg.slice(0, svg.lastIndexOf('</svg>')).split(PAGE_START).slice(1)
  return bodies.slice(first, last + 1).map((body, at) => {
    const index = first + at
    const { widthPoints, heightPoints } = sizes[index] ?? { widthPoints: 0, heightPoints: 0 }
    const names = new Map<string, string>()
    const drawing = withoutExtras(body).replaceAll(
      /<use x="([^"]*)" y="([^"]*)" href="#([^"]+)"\/>/g,
      (_, x: string, y: string, id: string) => {
        // A space has no outline: the renderer gives an empty one or none.
        if ((outlines.get(id) ?? '') === '') return ''
        const name = names.get(id) ?? names.size.toString(36)
        names.set(id, name)
        return `<use href="#${name}"${x === '0' ? '' : ` x="${x}"`}${y === '0' ? '' : ` y="${y}"`}/>`
      },
    )
    refuseSurprises(drawing)
    const letters = [...names].map(([id, name]) => `<path id="${name}" d="${outlines.get(id) ?? ''}"/>`).join('')
    const clipping = [...drawing.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => clips.get(id ?? '') ?? '').join('')
    return {
      index,
      widthPoints,
      heightPoints,
      svg:
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPoints} ${heightPoints}" width="${widthPoints}pt" height="${heightPoints}pt">` +
        `<rect width="100%" height="100%" fill="#fff"/><defs>${letters}${clipping}</defs><g>${drawing}</svg>`,
    }
  })
}

/** Keeps the outlines of letters that a drawing brings along. */
export function learnOutlines(svg: string, outlines: Map<string, string>): void {
  for (const [, id, path] of svg.matchAll(/<path id="([^"]+)" class="outline_glyph" d="([^"]*)"\/>/g))
    if (id !== undefined && path !== undefined) outlines.set(id, path.trim())
}

function refuseSurprises(drawing: string): void {
  for (const [whole, name] of drawing.matchAll(/<\/?([^\s/>]+)[^>]*>/g))
    if (name === undefined || !ELEMENTS.has(name) || /\s(?:on\w+|style|xlink:href)=/i.test(whole))
      throw new AppError('pages-failed', { problem: `unexpected in a drawing: ${whole.slice(0, 80)}` })
}

/** A page's own group without its opening tag, the invisible text laid over the letters, empty groups and names for patching. */
function withoutExtras(body: string): string {
  return (
    body
      .slice(body.indexOf('>') + 1)
      .replaceAll(/<g transform="scale\(16,-16\)"><foreignObject.*?<\/foreignObject><\/g>/gs, '')
      // Places to click on, such as a footnote's number, come with handlers.
      .replaceAll(/<a [^>]*>.*?<\/a>/gs, '')
      .replaceAll(/ (?:data-tid|data-reuse-from|data-hint|class|stroke-miterlimit|fill-rule)="[^"]*"/g, '')
      .replaceAll(/<g(?: transform="[^"]*")?><g><\/g><\/g>/g, '')
      .replaceAll(' transform="translate(0.000,0.000)"', '')
  )
}
