import { crc32, deflateSync } from 'node:zlib'

/** Most colours of a PNG with a palette. */
const PALETTE = 256

/**
 * A picture of a screen as a PNG with a palette: a third of the size that Electron writes, and a guide has dozens of them.
 * `bgra` is what `NativeImage.toBitmap` gives. Flat faces keep their exact colour (they are the commonest ones); the
 * countless shades at the edges of letters take the nearest colour that is kept.
 */
export function palettePng(bgra: Uint8Array, width: number, height: number): Buffer {
  const counts = new Map<number, number>()
  for (let at = 0; at < bgra.length; at += 4) counts.set(colourAt(bgra, at), (counts.get(colourAt(bgra, at)) ?? 0) + 1)
  const kept = spread([...counts].toSorted(([, one], [, other]) => other - one))
  const indexOf = new Map<number, number>()
  const lines = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const colour = colourAt(bgra, 4 * (row * width + column))
      let index = indexOf.get(colour)
      if (index === undefined) indexOf.set(colour, (index = nearest(kept, colour)))
      lines[row * (width + 1) + 1 + column] = index
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** 0xRRGGBB; a window has no transparency. */
function colourAt(bgra: Uint8Array, at: number): number {
  return ((bgra[at + 2] ?? 0) << 16) | ((bgra[at + 1] ?? 0) << 8) | (bgra[at] ?? 0)
}

/** The commonest colours that are not close to a commoner one; the more of them there are, the wider "close" becomes. */
function spread(byCount: readonly (readonly [number, number])[]): readonly number[] {
  for (let apart = 0; ; apart += 24) {
    const kept: number[] = []
    for (const [colour] of byCount) {
      if (kept.length > PALETTE) break
      if (apart === 0 || kept.every((other) => distance(other, colour) > apart)) kept.push(colour)
    }
    if (kept.length <= PALETTE) return kept
  }
}

function nearest(kept: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, other] of kept.entries()) {
    const apart = distance(other, colour)
    if (apart < least) [best, least] = [index, apart]
  }
  return best
}

function distance(one: number, other: number): number {
  return ((one >> 16) - (other >> 16)) ** 2 + (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((one & 255) - (other & 255)) ** 2
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
