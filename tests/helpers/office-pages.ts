import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parseXml, textOf, type XmlElement } from '#main/documents/xml-tree.ts'
import { descend } from '#main/documents/check-docx-structure.ts'

const run = promisify(execFile)

/** A word on a page of a PDF; lengths in points from the page's upper left corner. */
export interface PageWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface OfficePage {
  readonly width: number
  readonly height: number
  readonly words: readonly PageWord[]
}

/**
 * The pages that LibreOffice makes of Word files, in the order given. One start for all of them, with a profile of its own: two that share one
 * wait for each other. The programs are installed by tools/ready.mjs; where they are missing this fails.
 */
export async function officePages(files: readonly Uint8Array[]): Promise<readonly (readonly OfficePage[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-office-'))
  try {
    const names = files.map((_, index) => `${index}.docx`)
    await Promise.all(files.map((bytes, index) => writeFile(join(folder, names[index]!), bytes)))
    const profile = pathToFileURL(join(folder, 'profile')).href
    await run('soffice', [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...names.map((name) => join(folder, name)),
    ])
    return await Promise.all(files.map((_, index) => readPages(join(folder, String(index)))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The pages of a PDF, read in the same way. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<readonly OfficePage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-pages-'))
  try {
    await writeFile(join(folder, 'pages.pdf'), bytes)
    return await readPages(join(folder, 'pages'))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function readPages(path: string): Promise<readonly OfficePage[]> {
  await run('pdftotext', ['-bbox', `${path}.pdf`, `${path}.html`])
  const html = await readFile(`${path}.html`, 'utf8')
  const root = parseXml(html.slice(html.indexOf('<html')).replace(/<meta [^>]*>/g, ''))
  return [...descend(root)]
    .filter(({ name }) => name === 'page')
    .map((page) => ({
      width: Number(page.attributes.width),
      height: Number(page.attributes.height),
      words: [...descend(page)].filter(({ name }) => name === 'word').map(wordOf),
    }))
}

function wordOf(element: XmlElement): PageWord {
  const { attributes } = element
  return {
    text: textOf(element).normalize('NFC'),
    left: Number(attributes.xMin),
    top: Number(attributes.yMin),
    right: Number(attributes.xMax),
    bottom: Number(attributes.yMax),
  }
}
