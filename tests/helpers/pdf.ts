import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DOMParser } from '@xmldom/xmldom'

const run = promisify(execFile)

/** A word where it stands, in points from the page's upper left corner. */
export interface PdfWord {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** In the order in which the file draws them. */
  readonly words: readonly PdfWord[]
}

/** Reads the words of a PDF as poppler finds them. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-pdf-'))
  try {
    const file = join(folder, 'pages.pdf')
    await writeFile(file, bytes)
    const { stdout } = await run('pdftotext', ['-bbox', '-raw', file, '-'], { maxBuffer: 1e9 })
    const xml = new DOMParser().parseFromString(stdout.slice(stdout.indexOf('<doc>'), stdout.indexOf('</doc>') + 6), 'text/xml')
    return [...xml.getElementsByTagName('page')].map((page) => ({
      width: numberOf(page, 'width'),
      height: numberOf(page, 'height'),
      words: [...page.getElementsByTagName('word')].map((word) => ({
        text: (word.textContent ?? '').normalize('NFC'),
        left: numberOf(word, 'xMin'),
        right: numberOf(word, 'xMax'),
        top: numberOf(word, 'yMin'),
        bottom: numberOf(word, 'yMax'),
      })),
    }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function numberOf(element: { readonly getAttribute: (name: string) => string | null }, name: string): number {
  return Number(element.getAttribute(name))
}

/** Size of a word's letters in points: poppler's boxes are 0.909 em high with Tinos. */
export function sizeOf(word: PdfWord): number {
  return Math.round((word.bottom - word.top) / 0.0909) / 10
}
